import { describe, expect, it } from 'vitest';
import { safeUnzip } from '../../../src/archive/zip-read.js';
import { canonicalZip } from '../../../src/archive/zip-write.js';
import { filledForm, openForm, openText } from '../../support/forms.js';

const report = openText('nianbao: 1\n模板: cn-2021\n年度: 2024\n单位: 青山县民政局\n表格: {表二: {行政许可: 31}}\n');

/** The same row of numbers every time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('a damaged form', () => {
  it('gives findings and never an exception, whatever part of it is damaged', async () => {
    const bytes = await filledForm(report, {});
    const parts = [...(safeUnzip(bytes, 'form.xlsx').value ?? [])].filter(([path]) => /\.(?:xml|rels)$/u.test(path));
    const next = numbers(20260122);
    const outcomes = new Set<string>();
    for (let run = 0; run < 120; run++) {
      const [path, part] = parts[next(parts.length)] ?? ['', new Uint8Array()];
      const damaged = part.slice();
      const at = next(damaged.length);
      if (run % 3 === 0) damaged.fill(next(256), at, at + next(40));
      else if (run % 3 === 1) damaged.copyWithin(at, next(damaged.length), next(damaged.length));
      else damaged[at] = 48 + next(40);
      const outcome = openForm(canonicalZip(parts.map((entry) => (entry[0] === path ? [path, damaged] : entry))));
      outcomes.add(outcome.value === undefined ? 'refused' : 'read');
      expect(outcome.value === undefined ? outcome.diagnostics.length : 1).toBeGreaterThan(0);
      for (const { message } of outcome.diagnostics) expect(message.zh).not.toBe('');
    }
    // Both happen, so the damage is neither always fatal nor always harmless.
    expect([...outcomes].sort()).toEqual(['read', 'refused']);
  });
});
