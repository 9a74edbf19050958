import { describe, expect, it } from 'vitest';
import { recordKeys } from '../../../src/data/keys.js';
import { readData } from '../../../src/data/read.js';
import type { CellInput, ReportData } from '../../../src/data/types.js';
import type { Diagnostic } from '../../../src/diagnostic/diagnostic.js';
import { load } from '../../../src/load/load.js';
import { cellSpecs } from '../../../src/pack/cells.js';
import { printedValue } from '../../../src/value/value.js';
import { templatePack } from '../../support/template-pack.js';

interface Read {
  readonly text: string;
  readonly data: ReportData;
  readonly diagnostics: readonly Diagnostic[];
}

function read(body: string, packId = 'cn-2021'): Read {
  const text = `nianbao: 1\n年度: 2023\n单位: 某某局\n${body}`;
  const { value, diagnostics } = load(new TextEncoder().encode(text), 'a.yaml');
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  const outcome = readData(value, templatePack(packId));
  if (outcome.value === undefined) throw new Error(JSON.stringify(outcome.diagnostics));
  return { text, data: outcome.value, diagnostics: outcome.diagnostics };
}

function cell({ data }: Read, address: string): CellInput {
  const found = data.tables.get(address.split('/')[0] ?? '')?.cells.get(address);
  if (found === undefined) throw new Error(`no cell ${address}`);
  return found;
}

const printed = (result: Read, address: string): string =>
  `${cell(result, address).value.kind} ${printedValue(cell(result, address).value)}`;

/** Findings other than on the tables that a short test file leaves out. */
const withoutMissingTables = <T extends { readonly code: string }>(diagnostics: readonly T[]): readonly T[] =>
  diagnostics.filter(({ code }) => code !== 'data/missing-table');

describe('cells', () => {
  it.each(['cn-2014', 'cn-2014-shandong', 'cn-2019', 'cn-2021'])(
    'are all there for %s, absent ones as missing',
    (id) => {
      const result = read('', id);
      const specs = [...cellSpecs(templatePack(id)).byAddress.keys()];
      const cells = [...result.data.tables.values()].flatMap((table) => [...table.cells.values()]);
      expect(cells.map(({ address }) => address)).toEqual(specs);
      expect(new Set(cells.map(({ value }) => value.kind))).toEqual(new Set(['missing']));
      expect(cells.every(({ range }) => range.end <= result.text.length)).toBe(true);
    },
  );

  it('are named by id, code, label with or without number, and nested labels', () => {
    const result = read(`表格:
  表三:
    一、本年新收政府信息公开申请数量: {自然人: 1, enterprise: 2}
    r2: {法人或其他组织: {科研机构: 3}}
    本年度办理结果:
      (一) 予以公开: {natural: 4}
      不予公开: {属于国家秘密: {自然人: 5}}
  t4:
    行政诉讼: {未经复议直接起诉: {结果维持: 6}}
  主动公开政府信息情况: {第二十条第（六）项: {行政处罚: 7}, rules: {本年制发件数: 8}}
`);
    expect(result.diagnostics).toEqual([]);
    expect(printed(result, 't3/r1/natural')).toBe('number 1');
    expect(printed(result, 't3/r1/enterprise')).toBe('number 2');
    expect(printed(result, 't3/r2/research')).toBe('number 3');
    expect(printed(result, 't3/r3.1/natural')).toBe('number 4');
    expect(printed(result, 't3/r3.3.1/natural')).toBe('number 5');
    expect(printed(result, 't4/suit_direct/upheld')).toBe('number 6');
    expect(printed(result, 't2/penalty/decisions')).toBe('number 7');
    expect(printed(result, 't2/rules/issued')).toBe('number 8');
  });

  it('R-05: 0, blank, slash, dash and nothing at all stay apart', () => {
    const result = read('表格: {t3: {r1: [0, 空, ~, /, —, ——], r2: }}\n');
    const kinds = [...(result.data.tables.get('t3')?.cells.values() ?? [])].filter(({ address }) =>
      address.startsWith('t3/r1/'),
    );
    expect(kinds.map(({ value }) => value.kind)).toEqual([
      'number',
      'blank',
      'blank',
      'slash',
      'dash',
      'dash',
      'missing',
    ]);
    expect(cell(result, 't3/r2/natural').value.kind).toBe('blank');
    expect(cell(result, 't3/r2/total').value.kind).toBe('missing');
    expect(cell(result, 't3/r4/natural').value.kind).toBe('missing');
  });

  it('lists: all columns keep the given total, fewer by the computed ones leave it open, others are refused and never padded', () => {
    const full = read('表格: {t3: {r1: [1, 2, 3, 4, 5, 6, 99]}}\n');
    expect(printed(full, 't3/r1/total')).toBe('number 99');
    const typed = read('表格: {t3: {r1: [1, 2, 3, 4, 5, 6]}}\n');
    expect(printed(typed, 't3/r1/other')).toBe('number 6');
    expect(cell(typed, 't3/r1/total').value.kind).toBe('missing');
    const short = read('表格: {t3: {r1: [1, 2, 3, 4, 5]}}\n');
    expect(withoutMissingTables(short.diagnostics)).toMatchObject([
      { code: 'data/list-length', facts: { given: '5', expected: '7', expectedTyped: '6' } },
    ]);
    expect(short.diagnostics[0]?.cells).toHaveLength(7);
    expect(cell(short, 't3/r1/natural').value.kind).toBe('missing');
  });

  it('keep record, remark, parts, note and place', () => {
    const result = read(
      '表格: {t3: {r4: {总计: {值: 22, 备注: 其中修订16件, 其中: {修订: 16}, 说明: 含上年}, 自然人: 22（其中修订16件）}}}\n',
    );
    expect(withoutMissingTables(result.diagnostics)).toEqual([]);
    expect(cell(result, 't3/r4/total')).toMatchObject({ remark: '（其中修订16件）', note: '含上年' });
    expect([...cell(result, 't3/r4/total').parts]).toEqual([['修订', '16']]);
    const { range, remark } = cell(result, 't3/r4/natural');
    expect(result.text.slice(range.start, range.end)).toBe('22（其中修订16件）');
    expect(remark).toBe('（其中修订16件）');
  });

  it('R-09: a table left out is one error, and its cells are not told again', () => {
    const found = read('表格: {t3: {r1: [1, 2, 3, 4, 5, 6]}}\n').diagnostics;
    expect(found.map(({ code }) => code)).toEqual(['data/missing-table', 'data/missing-table']);
    expect(found[0]?.message.zh).toContain('表二');
    expect(found[0]?.cells).toHaveLength(10);
    expect(read('表格: {t3: {}, t2: {}, t4: {}}\n').diagnostics).toEqual([]);
  });

  it('a missing cell points at its row, a missing table at the end of the tables', () => {
    const result = read('表格:\n  t3:\n    r1: {自然人: 1}\n');
    const missing = cell(result, 't3/r1/other').range;
    expect(result.text.slice(missing.start, missing.end)).toBe('r1');
    const table = result.data.tables.get('t4')?.range;
    expect(table).toMatchObject({ start: result.text.length, end: result.text.length });
  });
});

describe('R-18: figures that carry their unit', () => {
  it('7000 wants its unit and converts it exactly', () => {
    expect(read('表格: {统计表: {7000: 12}}\n', 'cn-2014').diagnostics).toMatchObject([
      { code: 'data/unit-missing', cells: ['t1/7000/value'] },
    ]);
    const typed = read('表格: {统计表: {7000: 0.5万元}}\n', 'cn-2014');
    expect(typed.diagnostics).toEqual([]);
    expect(cell(typed, 't1/7000/value')).toMatchObject({ value: { text: '0.5' }, unit: '万元' });
  });
});

describe('added rows, labels and notes', () => {
  it('are kept apart from the cells of the form', () => {
    const result = read(
      '表格: {统计表: {增加行: [{位于: "1120", 名称: 其他文件数, 单位: 件, 数值: 4}], 行名: {"8310": 购买服务的经费}, 表注: [甲, 乙], 标题: 统计表}}\n',
      'cn-2014',
    );
    expect(result.diagnostics).toEqual([]);
    const table = result.data.tables.get('t1');
    expect(table?.added).toMatchObject([{ id: 'added1', after: '1120', unit: '件' }]);
    expect([...(table?.added[0]?.cells.keys() ?? [])]).toEqual(['t1/added1/value']);
    expect(table?.labels.get('8310')?.value).toBe('购买服务的经费');
    expect(table?.notes.map(({ value }) => value)).toEqual(['甲', '乙']);
    expect(table?.cells.has('t1/added1/value')).toBe(false);
  });
});

describe('the rest of the file', () => {
  it('办理 reaches nothing of the data', () => {
    const { data } = read('办理: {拟稿: 张三丰, 意见: 机密内容}\n');
    const { source: _, ...rest } = data;
    const everything = JSON.stringify(rest, (_key, value: unknown) =>
      value instanceof Map ? [...(value as Map<unknown, unknown>)] : value,
    );
    expect(everything).not.toContain('张三丰');
    expect(everything).not.toContain('机密');
  });

  it('reads sections by heading without number, with their own heading and draft flag', () => {
    const { data, diagnostics } = read(
      '章节:\n  五、存在的主要问题及改进情况: 甲\n  总体情况: {标题: 概述, 正文: 乙, 草稿: 是}\n  其他需要报告的事项:\n',
    );
    expect(diagnostics).toEqual([]);
    expect(data.sections.get('s5')?.text?.text).toBe('甲');
    expect(data.sections.get('s1')).toMatchObject({ draft: true, heading: { value: '概述' }, text: { text: '乙' } });
    expect(data.sections.get('s6')?.text).toBeUndefined();
  });

  it('reads declarations by address', () => {
    const { data, diagnostics } =
      read(`上年数据: [{文件: ../2022/a.yaml, 调整: [{单元格: 表三/r4/总计, by: 减2, 理由: 机构合并}]}, b.yaml]
豁免: [{代码: T3-R, 单元格: t3/r1/total, 数值: {表三/r1/总计: 5}, 理由: 已核对, 审批人: 张三}]
附件: [图/一.png, {文件: 二.png, 标题: 图二}]
文中数字: 三次会议
成文日期: 2024年1月20日
`);
    expect(diagnostics).toEqual([]);
    expect(data.previous.map(({ file }) => file.value)).toEqual(['../2022/a.yaml', 'b.yaml']);
    expect(data.previous[0]?.adjust).toMatchObject([{ cell: 't3/r4/total', by: '-2', reason: '机构合并' }]);
    expect(data.waivers).toMatchObject([{ code: 'T3-R', cell: 't3/r1/total' }]);
    expect([...(data.waivers[0]?.figures ?? [])]).toEqual([['t3/r1/total', '5']]);
    expect(data.attachments.map(({ file, title }) => [file.value, title])).toEqual([
      ['图/一.png', undefined],
      ['二.png', '图二'],
    ]);
    expect(data.narrativeFigures.map(({ value }) => value)).toEqual(['三次会议']);
    expect(data.published?.value).toEqual({ year: 2024, month: 1, day: 20 });
  });

  it('gives findings in the order of the source', () => {
    const { diagnostics } = read('附件: [C:/a.png]\n标题: [甲]\n章节: {没有: 甲}\n');
    const starts = diagnostics.map(({ range }) => range?.start ?? 0);
    expect(starts).toHaveLength(3);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });
});

describe('terms', () => {
  // `id` of an added row and `by` of an adjustment are the only keys that may go by their canonical name alone.
  it('the base pack has a Chinese name for every key of a data file', () => {
    const { keys } = templatePack('cn-2021').terms;
    const unnamed = Object.values(recordKeys)
      .flat()
      .filter((key) => key !== 'id' && (keys[key] ?? []).length === 0);
    expect(unnamed).toEqual([]);
  });
});
