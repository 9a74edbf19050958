import { describe, expect, it } from 'vitest';
import { renderText } from '../../../src/diagnostic/render-text.js';
import { load } from '../../../src/load/load.js';

const MILLISECONDS = 4000;

const files: readonly (readonly [string, string])[] = [
  ['aliases of aliases', 'a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\nnianbao: 1\n'],
  ['brackets in brackets', `nianbao: 1\nx: ${'['.repeat(100_000)}`],
  ['closed brackets in brackets', `nianbao: 1\nx: ${'['.repeat(5000)}${']'.repeat(5000)}`],
  ['braces in braces', `nianbao: 1\nx: ${'{a: '.repeat(20_000)}`],
  ['lists in lists', `nianbao: 1\nx:\n ${'- '.repeat(20_000)}a`],
  ['levels in levels', `nianbao: 1\n${Array.from({ length: 600 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')}`],
  ['maps on one line', `nianbao: 1\nx: ${'a: '.repeat(250_000)}`],
  ['a long name without a space after its colon', `nianbao: 1\n年度:${'a'.repeat(900_000)}`],
  ['a long line of Chinese colons', `nianbao: 1\n年度：${'a：'.repeat(200_000)}`],
  ['a long line of quotes', `nianbao: 1\n名称: "${'a"b" '.repeat(150_000)}`],
  ['a slip on each line', `nianbao: 1\n${'年度：2023\n'.repeat(60_000)}`],
  ['tabs on each line', `nianbao: 1\n单位:\n${'\tx: 1\n'.repeat(60_000)}  名称: 甲\n`],
  ['wide spaces on each line', `nianbao: 1\n单位:\n  a: 1\n${'　x: 1\n'.repeat(100_000)}`],
  ['a word on each line', `nianbao: 1\n${'abc\n'.repeat(200_000)}`],
  ['a long text', `nianbao: 1\n章节:\n  总体情况: ${'*a '.repeat(30_000)}`],
];

describe('a hostile file is refused in plain words, within seconds', () => {
  it.each(files)('%s', (_, text) => {
    const start = performance.now();
    const outcome = load(new TextEncoder().encode(text), 'report.yaml');
    const sources = new Map(outcome.source === undefined ? [] : [['report.yaml', outcome.source]]);
    const shown = renderText(outcome.diagnostics, sources, { lang: 'zh' });
    expect(performance.now() - start).toBeLessThan(MILLISECONDS);
    expect(outcome.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
    expect(outcome.diagnostics.length).toBeLessThanOrEqual(120);
    expect(shown.length).toBeLessThan(100_000);
  });
});
