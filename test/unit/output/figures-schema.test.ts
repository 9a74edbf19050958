import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { figuresJson } from '../../../src/output/figures-json.js';
import type { OpenReport } from '../../../src/pipeline.js';
import { exampleNames, openExample } from '../../support/examples.js';
import { openText } from '../../support/forms.js';
import { compiled } from '../../support/json-schema.js';

const check = compiled(JSON.parse(readFileSync('docs/figures.schema.json', 'utf8')) as unknown);

interface Figures {
  readonly tables: { readonly cells: Record<string, unknown>[] }[];
  [key: string]: unknown;
}

function figuresOf(open: OpenReport): Figures {
  return JSON.parse(new TextDecoder().decode(figuresJson(open, 'nianbao 1.0.0'))) as Figures;
}

describe('docs/figures.schema.json', () => {
  it.each(exampleNames)('%s: its figures are as the schema says', (name) => {
    expect(check(figuresOf(openExample(name).open))).toEqual([]);
  });

  it('so are marks, notes, parts, own labels and added rows', () => {
    const open = openText(`nianbao: 1
模板: cn-2021
年度: 2024
单位: {名称: 某县民政局, 类型: 部门, 层级: 县级, 统计范围: 本机关}
成文日期: 2025-01-20
表格:
  表二:
    表注: [本年口径有调整。]
    规章: [/, —, {值: 5, 其中: {修订: 2}}]
    行政规范性文件: {本年制发件数: 2, 本年废止件数: 0, 现行有效件数: {值: 106, 备注: 其中修订16件, 说明: 含部门规范性文件}}
    行政许可: ~
    行政处罚: 31
  表三:
    本年新收政府信息公开申请数量: [5, 1, 0, 0, 0, 0]
`);
    const figures = figuresOf(open);
    const kinds = new Set(figures.tables.flatMap(({ cells }) => cells.map(({ kind }) => kind)));
    expect(kinds).toEqual(new Set(['slash', 'dash', 'number', 'missing', 'blank']));
    const cells = figures.tables.flatMap((table) => table.cells);
    for (const key of ['remark', 'note', 'parts', 'computed']) {
      expect(
        cells.some((cell) => key in cell),
        key,
      ).toBe(true);
    }
    expect(check(figures)).toEqual([]);
  });

  it('and rows that the office added or named itself', () => {
    const open = openText(`nianbao: 1
模板: cn-2014-shandong
年度: 2016
单位: {名称: 某县民政局}
表格: {统计表: {增加行: [{位于: "1120", 名称: 其他文件数, 单位: 件, 数值: 4}], 行名: {"8310": 购买服务的经费}}}
`);
    const figures = figuresOf(open) as Figures & { readonly tables: readonly { readonly added?: unknown }[] };
    expect(figures.tables[0]?.added).toMatchObject([{ label: '其他文件数', cells: [{ kind: 'number', value: '4' }] }]);
    expect(figures.tables[0]?.cells.some((cell) => cell['row_as_printed'] === '购买服务的经费')).toBe(true);
    expect(check(figures)).toEqual([]);
  });

  const firstCell = (figures: Figures): Record<string, unknown> => figures.tables[0]?.cells[0] ?? {};

  it.each<[string, (figures: Figures) => void]>([
    ['a number instead of decimal text', (figures) => (firstCell(figures)['value'] = 5)],
    ['grouped digits', (figures) => (firstCell(figures)['value'] = '1,398')],
    ['a figure without its value', (figures) => delete firstCell(figures)['value']],
    ['a blank with a value', (figures) => (firstCell(figures)['kind'] = 'blank')],
    ['an unknown kind', (figures) => (firstCell(figures)['kind'] = 'zero')],
    ['a cell without address', (figures) => delete firstCell(figures)['address']],
    ['an unknown field', (figures) => (figures['internal'] = {})],
    ['another version', (figures) => (figures['nianbao_figures'] = '2')],
    ['no tables', (figures) => delete (figures as { tables?: unknown }).tables],
  ])('%s is not', (_, damage) => {
    const figures = figuresOf(openExample('city-2024').open);
    damage(figures);
    expect(check(figures).length).toBeGreaterThan(0);
  });
});
