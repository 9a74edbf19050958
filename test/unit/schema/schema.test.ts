import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readData } from '../../../src/data/read.js';
import { recordKeys } from '../../../src/data/keys.js';
import { newDataFile } from '../../../src/init/data-file.js';
import { load } from '../../../src/load/load.js';
import { resolveRow } from '../../../src/pack/names.js';
import { rowPaths } from '../../../src/pack/cells.js';
import { dataFileSchema, schemaText } from '../../../src/schema/schema.js';
import { exampleNames, openExample } from '../../support/examples.js';
import { compiled, editorValue, type SchemaError } from '../../support/json-schema.js';
import { templatePack } from '../../support/template-pack.js';

const packs = [
  'cn-2014',
  'cn-2014-shanghai',
  'cn-2014-zhejiang',
  'cn-2014-hunan',
  'cn-2014-shandong',
  'cn-2019',
  'cn-2021',
] as const;

const validators = new Map(packs.map((id) => [id as string, compiled(dataFileSchema(templatePack(id)))]));

function marks(id: string, text: string): readonly SchemaError[] {
  return validators.get(id)?.(editorValue(text)) ?? [];
}

/** A file with these lines in place of its tables and sections. */
function file(...lines: readonly string[]): string {
  return ['nianbao: 1', '模板: cn-2021', '年度: 2024', '单位: 青山县民政局', ...lines, ''].join('\n');
}

/** Codes of the reader's errors, but for what is not there. */
function readerCodes(text: string, id = 'cn-2021'): readonly string[] {
  const loaded = load(new TextEncoder().encode(text), 'report.yaml');
  const read = loaded.value === undefined ? undefined : readData(loaded.value, templatePack(id));
  return [...loaded.diagnostics, ...(read?.diagnostics ?? [])]
    .filter(({ severity, code }) => severity !== 'info' && code !== 'data/missing-table')
    .map(({ code }) => code);
}

describe('schema of a data file', () => {
  it.each(packs)('takes a new data file of %s, blank or filled', (id) => {
    const pack = templatePack(id);
    expect(marks(id, newDataFile(pack, 2021))).toEqual([]);
    expect(marks(id, newDataFile(pack, 2021, { filler: '0' }))).toEqual([]);
  });

  it.each(exampleNames)('takes the example %s', (name) => {
    const { open } = openExample(name);
    expect(marks(open.pack.id, readFileSync(join('examples', name, 'report.yaml'), 'utf8'))).toEqual([]);
  });

  it.each(packs)('names no address on a network (%s)', (id) => {
    expect(schemaText(templatePack(id))).not.toMatch(/https?:|\$schema|\$id/u);
  });

  it('is the same text each time', () => {
    expect(schemaText(templatePack('cn-2021'))).toBe(schemaText(templatePack('cn-2021')));
  });

  it.each(packs)('has an entry for every key of a data file (%s)', (id) => {
    const schema = dataFileSchema(templatePack(id));
    const taken = Object.keys(schema.patternProperties ?? {}).map((pattern) => new RegExp(pattern, 'u'));
    for (const key of recordKeys.file) expect(taken.some((pattern) => pattern.test(key))).toBe(true);
  });
});

/** Ways in which people type a name. */
function typedForms(text: string): readonly string[] {
  return [
    text,
    ` ${text} `,
    [...text].join(' '),
    [...text].join('\u3000'),
    [...text].join('\u200b'),
    text.replaceAll('（', '(').replaceAll('）', ')'),
    text.replaceAll('、', '．'),
    text.replaceAll('“', '「').replaceAll('”', '」'),
    text.replaceAll('一', '⼀').replaceAll('人', '⼈'),
    text.replaceAll(/[0-9]/gu, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0)),
  ];
}

describe('names: what the reader takes is not marked', () => {
  it.each(packs)('every row of %s in every way its name may be typed', (id) => {
    const pack = templatePack(id);
    let tried = 0;
    const marked: string[] = [];
    for (const table of pack.tables) {
      for (const { node } of rowPaths(table)) {
        const { number, prefix, name, note = '', label, code = node.id } = node;
        const digits = /[一二三四五六七八九十\d]+/u.exec(number)?.[0] ?? '';
        const names = [
          label,
          number + prefix + name,
          number + name,
          name,
          prefix + name,
          `${digits}、${name}`,
          `（${digits}）${name}`,
          `${name}（${note}）`,
          node.id,
          `c${node.id}`,
          code,
        ];
        for (const typed of names.flatMap(typedForms)) {
          if (resolveRow(table, typed).kind !== 'found') continue;
          tried += 1;
          const value = { nianbao: 1, year: 2021, agency: '甲', tables: { [table.id]: { [typed]: null } } };
          if (validators.get(id)?.(value).length !== 0) marked.push(`${table.id} ${typed}`);
        }
      }
    }
    expect(marked).toEqual([]);
    expect(tried).toBeGreaterThan(300);
  });

  it.each([
    ['表 格:', '  表三: ~'],
    ['统计表:', '  三: ~'],
    ['tables:', '  收到和处理政府信息公开申请情况: ~'],
    ['章节:', '  1、总体情况: 正文'],
    ['sections:', '  六、其他需要报告的事项: {标题: 六、其他需要报告事项, 正文: 无}'],
    ['联系:', '  电话: 0000-1234567', '  微信公众号: 青山民政'],
    ['上年数据: ../2023/report.yaml'],
    ['上年数据:', '  - {文件: ../2023/report.yaml, 调整: [{单元格: t3/r4/total, 增减: -3, 理由: 机构合并}]}'],
    ['附件: 甲.pdf'],
    ['文中数字: [12, 65.5%]'],
    ['办理:', '  拟稿: [甲, {乙: 丙}]'],
    ['豁免:', '  代码: T3-C', '  数值: {t3/r1/total: 3}', '  理由: 照录', '  审批人: ○○○'],
  ])('%s %s', (...lines) => {
    const text = file(...lines);
    expect(readerCodes(text)).toEqual([]);
    expect(marks('cn-2021', text)).toEqual([]);
  });
});

const row = '一、本年新收政府信息公开申请数量';

describe('forms of a row: what the reader takes is not marked', () => {
  it.each([
    '[12, 3, 0, 0, 1, 0]',
    '[12, 3, 0, 0, 1, 0, 16]',
    '[空, ~, /, —, ——, 106（其中修订16件）]',
    '{自然人: 12, 法人或其他组织: [3, 0, 0, 1, 0]}',
    '{自然人: {值: 12, 单位: 件, 备注: 其中修订3件, 其中: {修订: 3}, 说明: 含上年}, total: 12}',
    '{natural: {value: "12"}}',
    '~',
    '',
  ])('%s', (value) => {
    const text = file('表格:', '  表三:', `    ${row}: ${value}`);
    expect(readerCodes(text)).toEqual([]);
    expect(marks('cn-2021', text)).toEqual([]);
  });

  it.each(['0.5万元', '251000元', '0', '0.00', '/', '{值: 0.5万元}', '{值: 3, 单位: 万元}'])(
    'a cell whose unit is typed: %s',
    (value) => {
      const text = file('表格:', '  表二:', `    政府集中采购: {采购总金额: ${value}}`);
      expect(readerCodes(text, 'cn-2019')).toEqual([]);
      expect(marks('cn-2019', text)).toEqual([]);
    },
  );
});

describe('what is marked is told by the check too', () => {
  it.each([
    ['a misspelt key', file('章节门: ~')],
    ['a misspelt row', file('表格:', '  表三:', '    本年新收政府信息公升申请数量: [0, 0, 0, 0, 0, 0]')],
    ['a misspelt column', file('表格:', '  表三:', `    ${row}: {自燃人: 1}`)],
    ['a misspelt table', file('表格:', '  表五: ~')],
    ['a misspelt section', file('章节:', '  总体清况: 正文')],
    ['a list of the wrong length', file('表格:', '  表三:', `    ${row}: [0, 0]`)],
    ['one figure for a row of several', file('表格:', '  表三:', `    ${row}: 3`)],
    ['a word for a figure', file('表格:', '  表三:', `    ${row}: [无, 0, 0, 0, 0, 0]`)],
    ['commas in a figure', file('表格:', '  表三:', `    ${row}: ["1,234", 0, 0, 0, 0, 0]`)],
    ['a figure in a heading', file('表格:', '  表三:', '    三、本年度办理结果: 3')],
    ['a kind nobody knows', file().replace('单位: 青山县民政局', '单位: {名称: 甲, 类型: 部们}')],
    ['a year in words', file().replace('2024', '二〇二四')],
    ['a date in another form', file('成文日期: 2026.1.20')],
    ['no year', file().replace('年度: 2024\n', '')],
    ['no agency', file().replace('单位: 青山县民政局\n', '')],
    ['another version', file().replace('nianbao: 1', 'nianbao: 2')],
  ])('%s', (_, text) => {
    expect(marks('cn-2021', text)).not.toEqual([]);
    expect(readerCodes(text)).not.toEqual([]);
  });
});

it('a figure without the unit that must be typed with it is marked, and told by the check', () => {
  const text = file('表格:', '  表二:', '    政府集中采购: {采购总金额: 3}');
  expect(readerCodes(text, 'cn-2019')).toContain('data/unit-missing');
  expect(marks('cn-2019', text)).not.toEqual([]);
});
