import { describe, expect, test } from 'vitest';
import type { TableSpec } from '../../../src/pack/types.js';
import { leavesOf, packOf, rowsOf, tableOf } from './built-in.js';
import { fixture } from './pack-files.js';

/** What each variant prints in the label, code and unit columns, as the fixtures hold it. */
function printedLines(table: TableSpec): readonly string[] {
  const kinds = (table.bands[0] === undefined ? [] : leavesOf(table.bands[0].columns)).map((column) => column.kind);
  return rowsOf(table).map((row) => {
    const cells = kinds.flatMap((kind) => {
      if (kind === 'value') return [];
      return [row.kind === 'heading' ? row.mark?.[kind] : row[kind]];
    });
    return [row.label, ...cells].join(' | ').trimEnd();
  });
}

const base = packOf('cn-2014');

describe('2014: the indicator table', () => {
  const table = tableOf(base, 't1');
  const rows = rowsOf(table);

  test('nine categories, 58 rows with a figure, seven heading rows', () => {
    expect(rows.filter((row) => row.level === 0)).toHaveLength(9);
    expect(rows.filter((row) => row.kind === 'value')).toHaveLength(58);
    expect(rows.filter((row) => row.kind === 'heading').map((row) => row.id)).toEqual(
      ['1000', '1200', '2000', '2200', '3000', '8000', '9000'],
    );
  });

  test('row ids are the printed codes; heading rows print none', () => {
    for (const row of rows) expect(row.code).toBe(row.kind === 'value' ? row.id : undefined);
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
  });

  test('only the two amounts take decimals; R-18: the fee is typed with its unit', () => {
    expect(rows.filter((row) => row.type?.kind === 'decimal').map((row) => row.id)).toEqual(['7000', '8400']);
    expect(rows.filter((row) => row.typedUnit).map((row) => row.id)).toEqual(['7000']);
    expect(rows.find((row) => row.id === '7000')?.unit).toBe('万元');
  });

  test('of-which rows: 其中 is printed once; 制发规范性文件总数 is no part of 1100', () => {
    expect(rows.filter((row) => row.ofWhich).map((row) => row.id)).toEqual(
      ['1110', '2211', '2221', '3341', '3342', '3343', '3344', '3345', '3346'],
    );
    expect(rows.filter((row) => row.prefix === '其中：').map((row) => row.id)).toEqual(['1110', '2211', '2221', '3341']);
    expect(rows.find((row) => row.id === '1120')?.ofWhich).toBe(false);
  });

  test('columns 统计指标, 代码, 单位, 统计数, on a new page under title, year and office', () => {
    const band = table.bands[0];
    expect([band?.corner, ...leavesOf(band?.columns ?? []).map((column) => column.label)]).toEqual(['统计指标', '代码', '单位', '统计数']);
    expect(table.newPage).toBe(true);
    expect(table.before.map((line) => line.template)).toEqual(['政府信息公开情况统计表', '（{{年}}年度）', '填报单位：{{单位}}']);
  });
});

/** Where the office of the seed edited or the source cut a label; the form itself has the other wording. */
const zhejiangEdits: Readonly<Record<string, string>> = {
  '1.专职人员数（热线、微博、微信服务外包） | 人': '1.专职人员数（不包括政府公报及政府网站工作人员数） | 人',
  '（四）政府信息公开专项经费（不包括用于政府公报编 | 万元':
    '（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费） | 万元',
};

describe('2014: labels, codes and units of real reports', () => {
  test('Shanghai 2017, with codes', () => {
    expect(printedLines(tableOf(packOf('cn-2014-shanghai'), 't1'))).toEqual(fixture('labels-shanghai-2017'));
  });

  test('Zhejiang 2016, apart from the two labels the office edited or the source cut', () => {
    const printed = fixture('labels-zhejiang-2016').map((line) => zhejiangEdits[line] ?? line);
    expect(printedLines(tableOf(packOf('cn-2014-zhejiang'), 't1'))).toEqual(printed);
  });

  test('Hunan 2016', () => {
    expect(printedLines(tableOf(packOf('cn-2014-hunan'), 't1'))).toEqual(fixture('labels-hunan-2016'));
  });

  test('Shandong 2016: 64 rows with a figure and seven heading rows in ten categories', () => {
    const table = tableOf(packOf('cn-2014-shandong'), 't1');
    expect(printedLines(table)).toEqual(fixture('labels-shandong-2016'));
    expect(rowsOf(table).filter((row) => row.kind === 'value')).toHaveLength(64);
    expect(rowsOf(table).filter((row) => row.level === 0)).toHaveLength(10);
  });
});

describe('2014: what stands around the table', () => {
  test('Zhejiang: title with the office, no office line, two sign-off lines', () => {
    const table = tableOf(packOf('cn-2014-zhejiang'), 't1');
    expect(table.before.map((line) => line.template)).toEqual(['{{单位}}政府信息公开情况统计表', '（{{年}}年度）']);
    expect(table.signoff.map((line) => line.map((field) => field.label))).toEqual([
      ['单位负责人：', '审核人：', '填报人：'],
      ['联系电话：', '填报日期：'],
    ]);
  });

  test('Hunan: nothing above the table, heads 指标, 单位, 数量', () => {
    const table = tableOf(packOf('cn-2014-hunan'), 't1');
    const band = table.bands[0];
    expect(table.before).toEqual([]);
    expect([band?.corner, ...leavesOf(band?.columns ?? []).map((column) => column.label)]).toEqual(['指标', '单位', '数量']);
  });

  test('Shandong: title with the year, office line in brackets', () => {
    expect(tableOf(packOf('cn-2014-shandong'), 't1').before.map((line) => line.template)).toEqual([
      '{{年}}年度政府信息公开工作情况统计表',
      '（{{单位}}）',
    ]);
  });

  test.each(['cn-2014', 'cn-2014-shanghai', 'cn-2014-zhejiang', 'cn-2014-hunan', 'cn-2014-shandong'])(
    '%s: as many widths as printed columns',
    (id) => {
      const table = tableOf(packOf(id), 't1');
      for (const band of table.bands) expect(table.widths).toHaveLength(1 + leavesOf(band.columns).length);
    },
  );
});
