import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.js';
import { openExample } from '../support/examples.js';

/** Every diagnostic, also those folded under another. */
function flat(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.flatMap((d) => [d, ...flat(d.folded ?? [])]);
}

/** Ids of the rules that failed, or could not be checked, on an example. */
function rules(name: string, outcome: 'failed' | 'cannot-check'): readonly string[] {
  const found = flat(openExample(name).diagnostics).filter((d) => d.outcome === outcome && /^(I14-(?!B)|T\d)/.test(d.code));
  return [...new Set(found.map((d) => d.code))].sort();
}

/**
 * What the published figures break, worked out by hand and by another program from the forms' definitions: rule,
 * not-evaluable and blank findings; and nothing that is known to hold.
 */
describe('R-13, R-14: findings on the published figures', () => {
  it('shaoxing-2016 breaks no rule', () => {
    expect(rules('shaoxing-2016', 'failed')).toEqual([]);
    expect(rules('shaoxing-2016', 'cannot-check')).toEqual([]);
  });

  it('huludao-2023 breaks no rule', () => {
    expect(rules('huludao-2023', 'failed')).toEqual([]);
  });

  it('taierzhuang-2016: 1240 = 360 exceeds 1100 = 340 whatever the blanks hold', () => {
    expect(rules('taierzhuang-2016', 'failed')).toEqual(['I14-C2']);
    const found = flat(openExample('taierzhuang-2016').diagnostics).find((d) => d.code === 'I14-C2');
    expect(found?.message.zh).toContain('340');
    expect(found?.message.zh).toContain('360');
    expect(found?.cells).toEqual(expect.arrayContaining(['t1/1100/value', 't1/1240/value']));
  });

  it('R-06: taierzhuang-2016: a blank operand is named, not taken as 0', () => {
    expect(rules('taierzhuang-2016', 'cannot-check')).toEqual(['I14-C1', 'I14-R2', 'I14-R4']);
  });

  it('R-05: taierzhuang-2016: 53 blanks in one message', () => {
    const blanks = openExample('taierzhuang-2016').diagnostics.filter((d) => d.code === 'I14-B1');
    expect(blanks).toHaveLength(1);
    expect(blanks[0]?.message.zh).toContain('53');
  });

  it('shanghai-2017: people trained without a course', () => {
    expect(rules('shanghai-2017', 'failed')).toEqual(['I14-R9']);
    expect(rules('shanghai-2017', 'cannot-check')).toEqual([]);
  });

  it('hengyang-2016: received 0 against 4 by the ways of applying, and what follows from it', () => {
    expect(rules('hengyang-2016', 'failed')).toEqual(['I14-R1', 'I14-R5', 'I14-R7', 'I14-R9', 'I14-S1']);
    const total = flat(openExample('hengyang-2016').diagnostics).find((d) => d.code === 'I14-S1');
    expect(total?.facts?.['difference']).toBe('4');
  });

  it('hengyang-2016: 8 blanks in one message', () => {
    const blanks = openExample('hengyang-2016').diagnostics.filter((d) => d.code === 'I14-B1');
    expect(blanks).toHaveLength(1);
    expect(blanks[0]?.message.zh).toContain('8');
  });

  it.each(['city-2024', 'office-2020'])('%s is balanced', (name) => {
    expect(rules(name, 'failed')).toEqual([]);
    expect(rules(name, 'cannot-check')).toEqual([]);
  });
});
