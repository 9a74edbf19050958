import { describe, expect, test } from 'vitest';
import { cellSpecs } from '../../../src/pack/cells.js';
import type { RowNode } from '../../../src/pack/types.js';
import { leavesOf, packOf, rowsOf, tableOf } from './built-in.js';
import { fixture } from './pack-files.js';

/** Label cells that start in each printed line of a nested stub: a group's label stands in its first line. */
function stubLines(rows: readonly RowNode[]): readonly string[] {
  return rows.flatMap((row) => {
    const below = stubLines(row.children);
    if (below.length === 0) return [row.label];
    return [`${row.label} | ${below[0]}`, ...below.slice(1)];
  });
}

function tableTwoLines(pack: string): readonly string[] {
  return tableOf(packOf(pack), 't2').bands.flatMap((band) => [
    band.heading ?? '',
    [band.corner, ...leavesOf(band.columns).map((column) => column.label)].join(' | '),
    ...band.rows.map((row) => row.label),
  ]);
}

describe('2021: labels of a real report', () => {
  test('table two', () => {
    expect(tableTwoLines('cn-2021')).toEqual(fixture('labels-t2-2023'));
  });

  test('table three', () => {
    expect(tableOf(packOf('cn-2021'), 't3').bands.flatMap((band) => stubLines(band.rows))).toEqual(fixture('labels-t3-2023'));
  });
});

describe('table two', () => {
  test('2019: five parts, 18 printed lines', () => {
    expect(tableTwoLines('cn-2019')).toEqual([
      '第二十条第（一）项',
      '信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量',
      '规章',
      '规范性文件',
      '第二十条第（五）项',
      '信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量',
      '行政许可',
      '其他对外管理服务事项',
      '第二十条第（六）项',
      '信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量',
      '行政处罚',
      '行政强制',
      '第二十条第（八）项',
      '信息内容 | 上一年项目数量 | 本年增/减',
      '行政事业性收费',
      '第二十条第（九）项',
      '信息内容 | 采购项目数量 | 采购总金额',
      '政府集中采购',
    ]);
  });

  test('2019: changes are signed, the amount is typed with its unit', () => {
    const columns = tableOf(packOf('cn-2019'), 't2').bands.flatMap((band) => leavesOf(band.columns));
    expect(columns.filter((column) => column.id === 'change').map((column) => column.type?.kind)).toEqual(['signed', 'signed', 'signed']);
    expect(columns.filter((column) => column.typedUnit === true).map((column) => column.label)).toEqual(['采购总金额']);
  });

  test.each(['cn-2019', 'cn-2021'])('%s: the columns of every part fill the same grid', (id) => {
    const table = tableOf(packOf(id), 't2');
    for (const band of table.bands) {
      expect(1 + leavesOf(band.columns).reduce((sum, column) => sum + column.span, 0)).toBe(table.widths.length);
    }
  });

  test('2021: the fee is an amount in 万元', () => {
    const fee = tableOf(packOf('cn-2021'), 't2').bands.at(-1)?.columns[0];
    expect(fee?.unit).toBe('万元');
    expect(fee?.type?.kind).toBe('decimal');
  });
});

describe.each([
  ['cn-2019', 23, ['r3.6']],
  ['cn-2021', 25, ['r3.6.1', 'r3.6.2', 'r3.6.3']],
] as const)('table three of %s', (id, count, others) => {
  const table = tableOf(packOf(id), 't3');
  const values = rowsOf(table).filter((row) => row.kind === 'value');
  const band = table.bands[0];

  test(`${count} rows with figures, ten printed columns`, () => {
    expect(values).toHaveLength(count);
    expect(table.widths).toHaveLength(10);
    expect(table.stub).toEqual({ columns: 3, layout: 'nested' });
  });

  test('（六）其他处理 and the computed total', () => {
    expect(values.filter((row) => row.id.startsWith('r3.6')).map((row) => row.id)).toEqual(others);
    expect(values.filter((row) => row.computed !== undefined).map((row) => row.id)).toEqual(['r3.7']);
  });

  test('head: the printed relation, three levels of applicants, a computed total', () => {
    expect(band?.corner).toBe('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）');
    expect(leavesOf(band?.columns ?? []).map((column) => column.label)).toEqual(
      ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'],
    );
    expect(leavesOf(band?.columns ?? []).at(-1)?.computed).toBeDefined();
  });
});

test.each(['cn-2019', 'cn-2021'])('table four of %s: fifteen figures on one line', (id) => {
  const table = tableOf(packOf(id), 't4');
  expect(table.orientation).toBe('across');
  expect(rowsOf(table).map((row) => [row.name, row.kind])).toEqual([
    ['行政复议', 'value'],
    ['行政诉讼', 'heading'],
    ['未经复议直接起诉', 'value'],
    ['复议后起诉', 'value'],
  ]);
  expect(leavesOf(table.bands[0]?.columns ?? []).map((column) => column.label)).toEqual(
    ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'],
  );
  expect(table.widths).toHaveLength(15);
});

test('2021 takes from 2019 the figures that mean the same, and no others', () => {
  const maps = packOf('cn-2021').mapsFrom['cn-2019'] ?? {};
  const here = Object.keys(maps);
  expect(here).toHaveLength(22 * 7 + 3 * 5 + 3);
  expect(maps['t3/r4/total']).toEqual(['t3/r4/total']);
  expect(here.some((address) => /r3\.6|t2\/(rules|normative|fees)/.test(address))).toBe(false);
  const cells = cellSpecs(packOf('cn-2019')).byAddress;
  for (const there of Object.values(maps).flat()) expect(cells.has(there), there).toBe(true);
});
