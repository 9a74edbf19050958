import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Waiver } from '../../../src/data/types.js';
import { hasErrors, type Diagnostic } from '../../../src/diagnostic/diagnostic.js';
import { foldDiagnostics, unfoldedDiagnostics } from '../../../src/validate/fold.js';
import { validate } from '../../../src/validate/validate.js';
import { waiverBlock } from '../../../src/validate/waiver-block.js';
import { applyWaivers } from '../../../src/validate/waivers.js';
import { checkRule, codeRow, codeTable, packOf, reportOf, rows, rule, tableThree, waiver } from './fixture.js';

const pack = packOf(
  [codeTable(['1', '2', '3', '4'].map((id) => codeRow(id, `第${id}项`)))],
  [rule('S', '[1] == [2]'), rule('Sw', '[1] == [2] + [3]', { severity: 'warning' }), checkRule('B', 'blanks')],
);
const cells = { 't1/1/value': '3', 't1/2/value': '5', 't1/3/value': '0', 't1/4/value': '空' };
const figuresOfS = { 't1/1/value': '3', 't1/2/value': '5' };

function judged(
  waivers: readonly Waiver[],
  given: Readonly<Record<string, string>> = cells,
  fold = true,
): readonly Diagnostic[] {
  const data = reportOf(pack, given, { waivers });
  const { value, diagnostics } = validate(data, pack);
  if (value === undefined) throw new Error();
  return applyWaivers(fold ? foldDiagnostics(diagnostics) : diagnostics, data, value);
}

function waivedCodes(diagnostics: readonly Diagnostic[]): readonly string[] {
  return unfoldedDiagnostics(diagnostics)
    .filter((d) => d.waived !== undefined)
    .map((d) => d.code);
}

describe('R-11: applyWaivers', () => {
  it('a waiver that fits takes the error away and keeps its reason', () => {
    expect(hasErrors(judged([]))).toBe(true);
    const told = judged([waiver('S', figuresOfS, 't1/1/value')]);
    expect(hasErrors(told)).toBe(false);
    expect(told.find((d) => d.code === 'S')).toMatchObject({ waived: { reason: '已核实' } });
  });

  it('lifts out what was folded under it, so that nothing else is hidden', () => {
    const told = judged([waiver('S', figuresOfS)]);
    expect(told.map((d) => d.code)).toEqual(['B', 'S', 'Sw']);
    expect(told[1]).not.toHaveProperty('folded');
  });

  it('reaches folded findings', () => {
    const told = judged([waiver('Sw', { ...figuresOfS, 't1/3/value': '0' })]);
    expect(waivedCodes(told)).toEqual(['Sw']);
    expect(told[1]?.folded?.map((d) => d.code)).toEqual(['Sw']);
  });

  it('lapses when a listed figure has changed, naming both', () => {
    const told = judged([waiver('S', { ...figuresOfS, 't1/2/value': '4' })]);
    expect(waivedCodes(told)).toEqual([]);
    expect(told.at(-1)).toMatchObject({
      code: 'waiver/lapsed',
      severity: 'warning',
      message: { zh: 'S 的豁免已失效：t1/2/value 豁免时为 4，现为 5。' },
      range: { start: 900 },
    });
  });

  it('R-05: 0 and blank are different figures, 3.0 and 3 are not', () => {
    expect(waivedCodes(judged([waiver('B', { 't1/4/value': '0' })]))).toEqual([]);
    expect(waivedCodes(judged([waiver('B', { 't1/4/value': '' })]))).toEqual(['B']);
    expect(waivedCodes(judged([waiver('S', { 't1/1/value': '3.0' })]))).toEqual(['S']);
  });

  it('a report of blanks must be listed in full, so that a new blank is seen', () => {
    const one = waiver('B', { 't1/4/value': '空' });
    expect(waivedCodes(judged([one]))).toEqual(['B']);
    const told = judged([one], { ...cells, 't1/3/value': '空' });
    expect(waivedCodes(told)).toEqual([]);
    expect(told.at(-1)?.message.zh).toBe('B 的豁免已失效：t1/3/value 豁免时没有列出，现为 空。');
  });

  it('names waivers without figures, unused ones, and those that may not be', () => {
    expect(judged([waiver('S', {})]).at(-1)).toMatchObject({ code: 'waiver/no-figures', severity: 'warning' });
    expect(judged([waiver('S', figuresOfS, 't1/4/value')]).at(-1)).toMatchObject({
      code: 'waiver/unused',
      severity: 'info',
    });
    expect(judged([waiver('T3-R', {})]).at(-1)).toMatchObject({ code: 'waiver/unused' });
    const data = reportOf(pack, cells, { waivers: [waiver('yaml/tab', {})] });
    const tab: Diagnostic = { code: 'yaml/tab', severity: 'error', message: { zh: '', en: '' } };
    const told = applyWaivers([tab], data, { values: new Map() });
    expect(told).toMatchObject([{ code: 'yaml/tab' }, { code: 'waiver/not-waivable', severity: 'error' }]);
    expect(told[0]).not.toHaveProperty('waived');
  });

  it('a finding on a text has no figures to list', () => {
    const data = reportOf(pack, {}, { waivers: [waiver('T6-1', {})] });
    const text: Diagnostic = {
      code: 'T6-1',
      severity: 'warning',
      message: { zh: '', en: '' },
      outcome: 'failed',
      waivable: true,
    };
    expect(waivedCodes(applyWaivers([text], data, { values: new Map() }))).toEqual(['T6-1']);
  });

  it('a waiver for one column does not reach the totals computed from it', () => {
    const form = packOf([tableThree], [rule('T3-B', 'r1 == r4', { scope: { each: 'column', table: 't3' } })]);
    const given = rows(form, 't3', { r1: '2 0', r4: '1 0' });
    const column = waiver('T3-B', { 't3/r1/natural': '2', 't3/r4/natural': '1' }, 't3/r1/natural');
    const data = reportOf(form, given, { waivers: [column] });
    const { value, diagnostics } = validate(data, form);
    const told = applyWaivers(diagnostics, data, value ?? { values: new Map() });
    expect(told.map((d) => [d.cells?.[0], d.waived !== undefined])).toEqual([
      ['t3/r1/natural', true],
      ['t3/r1/natural', false],
    ]);
    expect(waiverBlock(told[1] as Diagnostic)).toContain('单元格: t3/r1/total');
  });

  it('does not cover a rule that could not be checked', () => {
    const told = judged([waiver('S', { 't1/1/value': '空' })], { ...cells, 't1/1/value': '空' });
    expect(told.at(-1)?.code).toBe('waiver/unused');
  });
});

describe('waiverBlock', () => {
  it('is YAML that waives the very finding it was made from', () => {
    for (const diagnostic of unfoldedDiagnostics(judged([]))) {
      const block = waiverBlock(diagnostic);
      const [item] = parse(block) as [Record<string, unknown>];
      const figures = Object.fromEntries(
        Object.entries(item['数值'] as Record<string, unknown>).map(([address, figure]) => [address, String(figure)]),
      );
      const again = judged([waiver(String(item['代码']), figures, String(item['单元格']))]);
      expect(waivedCodes(again)).toEqual([diagnostic.code]);
    }
  });

  it('is written with the Chinese keys of the data file', () => {
    expect(waiverBlock(judged([])[1] as Diagnostic)).toBe(
      '- 代码: S\n  单元格: t1/1/value\n  数值: {t1/1/value: 3, t1/2/value: 5}\n  理由: 待填\n  审批人: 待填\n',
    );
  });

  it('quotes dashes, and is empty for what cannot be waived', () => {
    const dash: Diagnostic = {
      code: 'B',
      severity: 'warning',
      message: { zh: '', en: '' },
      cells: ['t1/1/value'],
      facts: { 't1/1/value': '—' },
      waivable: true,
    };
    expect(waiverBlock(dash)).toContain('t1/1/value: "—"');
    const { waivable: _, ...plain } = dash;
    expect(waiverBlock(plain)).toBe('');
  });
});
