import { describe, expect, test } from 'vitest';
import { openReport } from '../../../src/pipeline.js';
import { builtInChecks } from '../../../src/pack/built-in-checks.js';
import type { AnnotationPlace } from '../../../src/report/annotation.js';
import { textOf } from '../../../src/report/walk.js';
import { plainText } from '../../../src/report/tree.js';
import { kindOfCheck } from '../../../src/review/kinds.js';
import { originIndex } from '../../../src/review/origin-index.js';
import { placeFinder } from '../../../src/review/places.js';
import { sentenceAround, wordsOf } from '../../../src/review/printed-words.js';
import { builtInPack } from '../../../src/env.js';

const source = `nianbao: 1
模板: cn-2021
年度: 2023
单位: {名称: 示例局}
章节:
  总体情况: |
    第一句很长。第二句有*强调*的字。

    （一）主动公开方面。公开{{值 "t2/licence/decisions"}}件，
    另起一行。

    | 甲 | 乙 |
    | -- | -- |
    | 丙格 | 丁格 |
  存在的主要问题及改进情况: 有问题。
表格:
  表二:
    行政许可: 7
    行政处罚: ~
`;

const opened = openReport(new TextEncoder().encode(source), 'r.yaml', {
  pack: (name) => ({ name, files: builtInPack(name) ?? {} }),
  profile: () => undefined,
  previous: () => undefined,
  image: () => undefined,
}).value;
if (opened?.report === undefined) throw new Error('not opened');
const { report, data } = opened;
const find = placeFinder(report, data);

/** What a place shows, as a reader would say it. */
function shown(place: AnnotationPlace): string {
  if (place.kind === 'cell') return `cell ${place.cell.address ?? plainText(place.cell.children)}`;
  if (place.kind === 'block') return `block ${textOf(place.block)}`;
  const { from, to } = place;
  return from.text === to.text
    ? from.text.value.slice(from.offset, to.offset)
    : `${from.text.value.slice(from.offset)}..${to.text.value.slice(0, to.offset)}`;
}

const base = { code: 'x', severity: 'error', message: { zh: '', en: '' } } as const;

function at(words: string, more: { readonly cells?: readonly string[]; readonly length?: number } = {}): string {
  const start = source.indexOf(words);
  if (start < 0) throw new Error(words);
  const { length = words.length, cells } = more;
  const range = { file: 'r.yaml', start, end: start + length };
  return shown(find({ ...base, range, ...(cells === undefined ? {} : { cells }) }));
}

describe('where a diagnostic belongs', () => {
  test('the exact words, inside a text, across marks, or a whole paragraph with its number', () => {
    expect(at('句有')).toBe('句有');
    expect(at('第二句有*强调*的字')).toBe('第二句有..的字');
    expect(at('第一句很长。第二句有*强调*的字。')).toBe('block 第一句很长。第二句有强调的字。');
    expect(at('丙格')).toBe('丙格');
  });

  test('words after a line that was joined are found again', () => {
    expect(at('件，')).toBe('件，');
    expect(at('另起一行')).toBe('另起一行');
  });

  test('a reference gives the figure it prints', () => {
    expect(at('{{值 "t2/licence/decisions"}}')).toBe('7');
  });

  test('a place of no length gives its sentence', () => {
    expect(at('很长', { length: 0 })).toBe('第一句很长。');
  });

  test('a figure of a table: its cell, also when it is blank', () => {
    expect(at('7', { cells: ['t2/licence/decisions'] })).toBe('cell t2/licence/decisions');
    expect(at('7\n', { length: 1 })).toBe('cell t2/licence/decisions');
    expect(shown(find({ ...base, cells: ['t2/penalty/decisions'] }))).toBe('cell t2/penalty/decisions');
  });

  test('words of the text win over the cell they are compared with', () => {
    expect(at('第一句', { cells: ['t2/licence/decisions'] })).toBe('第一句');
  });

  test('what is not printed: the heading of its section, the title of its table, the title', () => {
    expect(at('存在的主要问题及改进情况')).toBe('block 五、存在的主要问题及改进情况');
    expect(at('表二')).toBe('block 二、主动公开政府信息情况');
    expect(shown(find({ ...base, cells: ['t3/none/none'] }))).toBe('block 三、收到和处理政府信息公开申请情况');
    expect(shown(find(base))).toBe('block 示例局\n2023年政府信息公开工作年度报告');
    expect(shown(find({ ...base, range: { file: 'other.yaml', start: 70, end: 75 } }))).toContain('block 示例局');
  });

  test('a mark that is not printed gives the sentence beside it', () => {
    expect(at('| --', { length: 4 })).toBe('丙格');
  });
});

describe('an index of places', () => {
  const item = (start: number, end: number, cell?: string) => ({
    origin: { file: 'a', start, end, ...(cell === undefined ? {} : { cell }) },
  });

  test('finds what a place printed in reading order, through longer things before it', () => {
    const items = [item(20, 30), item(0, 100), item(40, 50)];
    const index = originIndex(items);
    expect(index.overlapping({ file: 'a', start: 45, end: 46 })).toEqual([items[1], items[2]]);
    expect(index.overlapping({ file: 'a', start: 25, end: 45 })).toEqual(items);
    expect(index.overlapping({ file: 'b', start: 25, end: 45 })).toEqual([]);
    expect(index.overlapping({ file: 'a', start: 100, end: 100 })).toEqual([]);
  });

  test('tells cells of a sheet by their name', () => {
    const items = [item(0, 0, '表1!A1'), item(0, 0, '表1!A2')];
    expect(originIndex(items).overlapping({ file: 'a', start: 0, end: 0, cell: '表1!A2' })).toEqual([items[1]]);
  });
});

describe('words', () => {
  test('never cut a character of two units', () => {
    const value = '𠮷野家。好';
    const origin = { file: 'a', start: 0, end: value.length };
    expect(wordsOf({ type: 'text', value }, origin, { file: 'a', start: 1, end: 3 }, value)).toEqual({
      from: 0,
      to: 3,
    });
  });

  test('a sentence ends with its stop', () => {
    expect(sentenceAround('甲。乙乙。丙', 3)).toEqual({ from: 2, to: 5 });
    expect(sentenceAround('甲。乙', 9)).toEqual({ from: 2, to: 3 });
  });
});

test('every built-in check has a kind', () => {
  expect(Object.keys(builtInChecks).filter((name) => kindOfCheck[name] === undefined)).toEqual([]);
});
