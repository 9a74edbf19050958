import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keptSources, stands } from '../../support/robust.js';

const path = 'examples/huludao-2023/report.yaml';
const sources = keptSources(path);
const whole = readFileSync(path, 'utf8');

/** Memory that one file may take beyond what is there already; the largest text alone takes some of it. */
const MOST_MEGABYTES = 400;

function codes(text: string | Uint8Array, what: string): readonly string[] {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const before = process.memoryUsage().rss;
  const { diagnostics } = stands(bytes, path, what, sources);
  expect((process.memoryUsage().rss - before) / 2 ** 20, `${what}: MB`).toBeLessThan(MOST_MEGABYTES);
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

const row = '一、本年新收政府信息公开申请数量';
/** The example with one entry of its table three as given. */
const withRow = (value: string): string => whole.replace(new RegExp(`${row}: .*`, 'u'), `${row}: ${value}`);
/** A valid file of the form with lines of its own after the head. */
const withLines = (...lines: readonly string[]): string =>
  ['nianbao: 1', '模板: cn-2021', '年度: 2023', '单位: 青山县民政局', ...lines, ''].join('\n');

describe('R-70: what is meant to break the program is refused in plain words', () => {
  it.each([
    [
      'an alias bomb',
      `${withLines()}a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'.replaceAll(/./gu, (name) => {
        const above = String.fromCharCode(name.charCodeAt(0) - 1);
        return `${name}: &${name} [${`*${above},`.repeat(9)}]\n`;
      })}`,
      'load/alias',
    ],
    ['a merge key', withLines('表格: {<<: {表三: ~}}'), 'load/merge-key'],
    ['a tag', withLines('单位2: !!js/function "x"'), 'load/tag'],
    ['a file of 10 MB', `${whole}# ${'a'.repeat(10 * 2 ** 20)}\n`, 'load/too-large'],
    ['a text of 900 KB', withLines(`章节: {总体情况: "${'甲'.repeat(300_000)}"}`), 'load/too-large'],
    ['lists 10,000 levels deep', withRow('['.repeat(10_000) + ']'.repeat(10_000)), 'load/too-deep'],
    ['maps 10,000 levels deep', withRow('{a: '.repeat(10_000) + '}'.repeat(10_000)), 'load/too-deep'],
    ['60,000 items', withRow(`[${'1, '.repeat(60_000)}]`), 'load/too-large'],
    ['a NUL', whole.replace('总体情况', '总体\u0000情况'), 'load/control-character'],
    ['an escaped NUL', withLines('章节: {总体情况: "甲\\0乙"}'), 'load/control-character'],
    ['an escaped lone surrogate', withLines('章节: {总体情况: "甲\\ud800乙"}'), 'load/control-character'],
    ['a figure beyond all counts', withRow('[1e999999, 0, 0, 0, 0, 0]'), 'data/number-text'],
    ['a figure of 10,000 digits', withRow(`[${'9'.repeat(10_000)}, 0, 0, 0, 0, 0]`), 'data/number-text'],
    ['a figure of 20 digits', withRow(`[${'9'.repeat(20)}, 0, 0, 0, 0, 0]`), 'data/number-too-large'],
    ['an infinite figure', withRow('[.inf, 0, 0, 0, 0, 0]'), 'data/number-text'],
  ])('%s', (what, text, code) => {
    expect(codes(text, what)).toContain(code);
  });

  it('a lone surrogate in the bytes is no UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from(whole), Buffer.from([0x23, 0xed, 0xa0, 0x80, 0x0a, 0xff, 0xff])]);
    expect(codes(bytes, 'a lone surrogate')).toContain('load/encoding');
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'])(
    'the key %s is a name like any other',
    (key) => {
      expect(codes(withLines(`${key}: 1`), `${key} in the file`)).toContain('data/unknown-key');
      expect(codes(withLines('表格:', `  ${key}: 1`), `${key} as a table`)).toContain('data/unknown-table');
      expect(codes(withLines('表格:', '  表三:', `    ${key}: 1`), `${key} as a row`)).toContain('data/unknown-row');
      expect(codes(withLines('表格:', '  表三:', `    ${row}: {${key}: 1}`), `${key} as a column`)).toContain(
        'data/unknown-column',
      );
      expect(codes(withLines('章节:', `  ${key}: 甲`), `${key} as a section`)).toContain('data/unknown-section');
      expect(
        codes(withLines('豁免:', `  - {代码: ${key}, 单元格: ${key}, 理由: 甲, 审批人: 乙}`), `${key} as a cell`),
      ).toContain('data/unknown-cell');
      codes(withLines('联系:', `  ${key}: 甲`, '签署:', `  ${key}: 乙`), `${key} as a fact`);
      codes(withLines('模板2: ~').replace('cn-2021', key), `${key} as a pack`);
      codes(withLines('章节:', `  总体情况: '{{${key}}} {{值 "${key}"}} {{${key} 1}}'`), `${key} in a reference`);
      expect(Object.hasOwn(Object.prototype, '1')).toBe(false);
    },
  );

  it('20,000 keys give findings, not one for each', () => {
    const keys = Array.from({ length: 20_000 }, (_, index) => `key${index}: ${index}`);
    expect(codes(withLines(...keys), '20,000 keys')).toContain('data/unknown-key');
    const rows = keys.map((line) => `    ${line}`);
    expect(codes(withLines('表格:', '  表三:', ...rows), '20,000 rows')).toContain('data/unknown-row');
    expect(codes(withLines('章节:', ...keys.map((line) => `  ${line}`)), '20,000 sections')).toContain(
      'data/unknown-section',
    );
  });

  it.each([
    ['stars', '*a '.repeat(16_000)],
    ['brackets', '['.repeat(49_000)],
    ['references', '{{值 "t3/r1/total"}}'.repeat(2000)],
    ['open references', '{{'.repeat(20_000)],
    ['quotes', '“'.repeat(40_000)],
    ['figures', '其中1件、'.repeat(8000)],
    ['columns', `|${'a|'.repeat(20_000)}\n|${'-|'.repeat(20_000)}`],
    ['headings', '# 甲\n'.repeat(10_000)],
    ['lists in lists', Array.from({ length: 200 }, (_, level) => `${'  '.repeat(level)}- 甲`).join('\n')],
  ])('a text full of %s', (what, text) => {
    const found = codes(withLines('章节:', '  总体情况: |', ...text.split('\n').map((line) => `    ${line}`)), what);
    expect(found.length).toBeLessThan(400);
  });
});
