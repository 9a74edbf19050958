import { describe, expect, it } from 'vitest';
import { newDataFile, type KnownContent } from '../../../src/init/data-file.js';
import { cellSpecs } from '../../../src/pack/cells.js';
import type { TemplatePack } from '../../../src/pack/types.js';
import { choosePack } from '../../../src/renew/choose-pack.js';
import { differentYears, noForm } from '../../../src/renew/findings.js';
import { renew } from '../../../src/renew/renew.js';
import { builtInPackIds } from '../../../src/env.js';
import { example, lastYear, opened, packNamed, renewed, report } from './renewing.js';

/** What `check` may say of a new file that nobody has filled in yet: blanks, drafts, last year's period in the text. */
const TO_DO = /^(?:report\/draft-section|report\/placeholder|template\/no-figure|D-Y2)$/u;

function errorsOf(text: string, last: string): readonly string[] {
  const { diagnostics } = opened(text, last);
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message.zh}`);
}

function unexpected(errors: readonly string[]): readonly string[] {
  return errors.filter((error) => !TO_DO.test(error.slice(0, error.indexOf(' '))));
}

const examples = [
  'city-2024',
  'huludao-2023',
  'office-2020',
  'hengyang-2016',
  'shanghai-2017',
  'shaoxing-2016',
  'taierzhuang-2016',
] as const;

describe.each(examples)('the year after %s', (name) => {
  const last = example(name);
  const form = name === 'office-2020' ? { pack: 'cn-2021' } : {};
  const { text } = renewed(last, form);

  it('loads, and only what a clerk has to fill is left', () => {
    expect(unexpected(errorsOf(text, last))).toEqual([]);
    expect(opened(text, last).diagnostics.map(({ code }) => code)).not.toContain('T3-Y');
  });

  it('R-06: no figure but the carry-over is filled in, and nothing is 0', () => {
    const { open } = opened(text, last);
    const filled = [...open.figures.values].filter(([, { kind }]) => kind === 'number').map(([address]) => address);
    expect(filled.filter((address) => !address.startsWith('t3/r2/'))).toEqual([]);
    expect([...open.figures.values.values()].some(({ kind }) => kind === 'missing' || kind === 'blank')).toBe(true);
  });

  it('keeps every section of text, as a draft or as a comment', () => {
    const { open } = opened(last);
    const { data } = opened(text, last).open;
    const kept = [...open.data.sections.values()].filter((section) => section.text !== undefined);
    for (const { id } of kept) expect([id, data.sections.get(id)?.draft]).toEqual([id, true]);
    const plain = text
      .replaceAll(/^\s*#?\s*/gmu, '')
      .replaceAll(/○○○（上年此处用的[^）]*(?:（[^）]*）[^）]*)*）/gu, '{{}}');
    for (const section of open.data.sections.values()) {
      for (const line of (section.text?.text ?? '').split('\n')) {
        const words = line.trim().split(/\{\{[^}]*\}\}/u);
        for (const part of words) expect(plain.includes(part.replace(/^#+/u, '').trim()), part).toBe(true);
      }
    }
  });

  it('is the same text every time', () => {
    expect(renewed(last, form).text).toBe(text);
  });
});

/** A generator of whole numbers below a bound, the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

function filledIn(pack: TemplatePack, seed: number): string {
  const next = numbers(seed);
  const year = pack.years.from;
  const known: KnownContent = {
    head: [],
    facts: [`年度: ${year}`, '单位: 青山县民政局'],
    section: () => undefined,
    afterSections: [''],
    cell: (address) => (cellSpecs(pack).byAddress.get(address)?.typedUnit === true ? '0' : String(next(40))),
    rowComment: () => '',
    afterTable: () => [],
    end: [],
  };
  return newDataFile(pack, year, { known }).replaceAll('○○○', '有关情况');
}

describe.each(
  builtInPackIds()
    .map(packNamed)
    .filter((pack) => pack.abstract !== true),
)('$id, random figures', (pack) => {
  it.each([1, 2, 3])('carry over as the form says (seed %i)', (seed) => {
    const last = filledIn(pack, seed);
    const before = opened(last).open;
    const { text } = renew([lastYear(last)], pack, { year: pack.years.from + 1 });
    const { open, diagnostics } = opened(text, last);
    expect(unexpected(errorsOf(text, last))).toEqual([]);
    const carried = [...before.figures.values].filter(([address]) => address.startsWith('t3/r4/'));
    expect(carried.length).toBe(pack.tables.some(({ id }) => id === 't3') ? 7 : 0);
    for (const [address, value] of carried)
      expect(open.figures.values.get(address.replace('r4', 'r2'))).toMatchObject({
        text: 'text' in value ? value.text : '',
      });
    expect(diagnostics.filter(({ code, outcome }) => code.endsWith('-Y') && outcome === 'failed')).toEqual([]);
  });
});

describe('figures of last year in the new file', () => {
  const city = renewed(example('city-2024')).text;

  it('R-11: fills the carry-over per column and shows the rest beside blanks', () => {
    expect(city).toContain(
      '二、上年结转政府信息公开申请数量: [214, 36, 0, 1, 12, 4]   # 上年 187、41、1、2、9、3；已按上年报告填好',
    );
    expect(city).toContain('行政许可: 空   # 单位：件　上年 1398889');
  });

  it('shows how a stock comes about, and remarks as they were', () => {
    expect(city).toContain(
      '行政规范性文件: [空, 空, 空]   # 上年 106（其中修订16件）、55（含自然失效29件）、734；现行有效件数 = 上年 734 + 本年制发件数 - 本年废止件数',
    );
  });

  it('leaves a blank of last year blank', () => {
    const last = report(
      'cn-2021',
      2024,
      '表格:\n  表三:\n    四、结转下年度继续办理: [3, 空, /, 0, 0, 0]\n  表二:\n    行政许可: 1\n  表四:\n    行政复议: [0, 0, 0, 0]\n',
    );
    expect(renewed(last).text).toContain('上年结转政府信息公开申请数量: [3, 空, 空, 0, 0, 0]');
  });

  it('fills the number of items of the form of 2019 from last year and its change', () => {
    const last = example('office-2020').replace('年度: 2020', '年度: 2019');
    const { text } = renewed(last);
    expect(text).toContain('行政许可: [18, 空, 空]   # 上年 21、-3、5127；已按上年报告填好');
    expect(text).toContain('采购总金额连单位一起写，如 0.5万元　上年 12、2516000元');
  });

  it('keeps figures that the new form has no cell for as comments', () => {
    const { text, notes } = renewed(example('office-2020'), { pack: 'cn-2021' });
    expect(text).toContain('# 上年表式的“（六）其他处理”今年没有相同的格：自然人 11、商业企业 2、');
    expect(text).toContain('政府集中采购”今年没有相同的格：采购项目数量 12、采购总金额 2516000元');
    expect(notes[0]?.zh).toContain('换成“政府信息公开工作年度报告（2021年格式）”');
  });

  it('carries no figures from 2014 to 2019, nor over a gap of years, and says so', () => {
    const far = renewed(example('shanghai-2017'), { pack: 'cn-2019', year: 2018 });
    expect(far.notes.map(({ zh }) => zh)).toContain('两年的表式没有相同的格，没有带数字过来。');
    expect(far.text).not.toMatch(/   # .*上年 \d/u);
    const gap = renewed(example('city-2024'), { year: 2026 });
    expect(gap.notes.map(({ zh }) => zh)).toContain('上年文件是 2024 年的，不是 2025 年的，没有带数字过来。');
    expect(gap.text).toContain('# 上年数据: ../2025/report.yaml');
    expect(gap.text).not.toContain('已按上年报告填好');
  });
});

describe('text of last year in the new file', () => {
  const tables =
    '表格:\n  表二: {行政许可: 1}\n  表三: {一、本年新收政府信息公开申请数量: [1, 0, 0, 0, 0, 0]}\n  表四: {行政复议: [0, 0, 0, 0]}\n';

  it('a reference that leads nowhere in the new form becomes circles, which stop the build', () => {
    const { text, notes } = renewed(example('office-2020'), { pack: 'cn-2021' });
    expect(text).toContain(
      '公开规范性文件○○○（上年此处用的表二“规范性文件”行“本年新公开数量”列，今年的表式里没有，请改写）件',
    );
    expect(text).toContain('{{值 "t3/r1/total"}}');
    expect(text).not.toContain('t2/normative/disclosed');
    expect(notes.some(({ zh }) => zh.includes('引用了今年表式里没有的格，已换成“○○○”'))).toBe(true);
  });

  it('lists the sentences that name former years, and leaves them as they are', () => {
    const { text, notes } = renewed(
      report('cn-2021', 2024, `章节:\n  总体情况: |\n    2024年召开会议。依据《2019年办法》。2025年继续。\n${tables}`),
    );
    expect(text).toContain('2024年召开会议。依据《2019年办法》。2025年继续。');
    expect(notes.map(({ zh }) => zh)).toContain(
      '“一、总体情况”有 1 句写着往年的年份，请改成今年的内容：\n  2024年召开会议。',
    );
  });

  it('text without a place in the new form is kept as comments', () => {
    const { text, notes } = renewed(example('shanghai-2017'), { pack: 'cn-2019' });
    expect(text).toContain('  # 上年的“五、工作机构、人员和收支情况”在今年的格式里没有对应的部分，原文留在这里');
    expect(notes.some(({ zh }) => zh.includes('作为说明留在“章节”的末尾'))).toBe(true);
    expect(opened(text).open.data.sections.get('s5')?.draft).toBe(true);
  });

  it('keeps markup, colons, hashes and leading spaces of a text', () => {
    const lines = [
      '      ## 小标题：甲',
      '',
      '    # 号和: 冒号 #尾',
      '    - 项目',
      '    | 甲 | 乙 |',
      '    | --- | --- |',
    ];
    const last = report('cn-2021', 2024, `章节:\n  总体情况: |2\n${lines.join('\n')}\n${tables}`);
    const text = opened(renewed(last).text).open.data.sections.get('s1')?.text?.text;
    expect(text?.trimEnd()).toBe('## 小标题：甲\n\n# 号和: 冒号 #尾\n- 项目\n| 甲 | 乙 |\n| --- | --- |');
  });

  it('nothing of last year breaks out of its line: no comment becomes an entry', () => {
    const trap = JSON.stringify('甲\r年度: 1999\n单位: 乙\r\n- 丙');
    const last = report(
      'cn-2021',
      2024,
      `标题: ${trap}\n章节:\n  总体情况: ${trap}\n  其他需要报告的事项: {标题: ${trap}, 正文: 丁}\n表格:\n  表二:\n    行政许可: {值: 1, 备注: ${trap}}\n    表注: [${trap}]\n  表三: {r1: [1, 0, 0, 0, 0, 0]}\n  表四: {review: [0, 0, 0, 0]}\n`,
    );
    const { text } = renewed(last);
    const { open, diagnostics } = opened(text, last);
    expect(open.data.year.value).toBe(2025);
    expect(open.data.agency.name.value).toBe('青山县民政局');
    expect(open.data.sections.get('s1')?.text?.text).toBe('甲\n年度: 1999\n单位: 乙\n- 丙\n');
    expect(diagnostics.filter(({ code }) => /^(?:data|yaml|load)\//u.test(code))).toEqual([]);
  });

  it('carries neither comments, waivers, attachments, 办理, names of officials nor dates', () => {
    const secret = '秘密甲乙丙';
    const last = report(
      'cn-2021',
      2024,
      `成文日期: 2025-01-20 # ${secret}1\n联系: {电话: 0000-1234567, 科室: 办公室}\n签署: {单位负责人: ${secret}2, 填报日期: ${secret}3, 联系电话: "0000"}\n办理: {拟稿: ${secret}4}\n豁免: [{代码: X, 理由: ${secret}5, 审批人: ${secret}6}]\n${tables}`,
    );
    const { text } = renewed(last);
    expect(text).not.toContain(secret);
    expect(text).not.toContain('2025-01-20');
    expect(text).toContain('联系:\n  联系电话: 0000-1234567\n  科室: 办公室\n');
    expect(text).toContain('  单位负责人: ~   # 填今年的');
    expect(text).toContain('  联系电话: 0000\n');
  });
});

describe('offices that merged', () => {
  const one = (name: string, figure: number): string =>
    report(
      'cn-2021',
      2024,
      `章节:\n  总体情况: 2024年${name}的工作。\n表格:\n  表二: {行政许可: ${figure}}\n  表三:\n    四、结转下年度继续办理: [${figure}, 0, 0, 0, 0, 0]\n  表四: {行政复议: [0, 0, 0, 0]}\n`,
    ).replace('青山县民政局', name);
  const both = [lastYear(one('甲局', 3)), lastYear(one('乙局', 4), { reference: '../other/report.yaml' })];

  it('their figures are added up, their texts stand one after the other, the name is left to fill in', () => {
    const { text, notes } = renew(both, packNamed('cn-2021'), { year: 2025 });
    expect(notes.map(({ zh }) => zh)).toContain(
      '“乙局：一、总体情况”有 1 句写着往年的年份，请改成今年的内容：\n  2024年乙局的工作。',
    );
    expect(text).toContain('上年结转政府信息公开申请数量: [7, 0, 0, 0, 0, 0]');
    expect(text).toContain('行政许可: 空   # 单位：件　上年 7');
    expect(text).toContain('名称: ○○○○○○   # 单位全称，与公章一致；上年的报告是甲局、乙局的');
    expect(text).toContain('○○○（以下是乙局“一、总体情况”的文字，合并后删去这句话）\n\n      2024年乙局的工作。');
    expect(text).toContain('上年数据:\n  - ../last/report.yaml\n  - ../other/report.yaml\n');
    const named = renew(both, packNamed('cn-2021'), { year: 2025, agency: '丙局' }).text;
    expect(named).toContain('  名称: 丙局\n');
  });

  it('files of different years are refused (new/different-years)', () => {
    const old = lastYear(one('丁局', 1).replace('年度: 2024', '年度: 2023'));
    expect(differentYears([...both, old])).toMatchObject([{ code: 'new/different-years', severity: 'error' }]);
    expect(differentYears(both)).toEqual([]);
  });

  it('a file that no path of a data file leads to is told of', () => {
    const { reference: _, ...lost } = lastYear(one('甲局', 3));
    const { text, notes } = renew([lost], packNamed('cn-2021'), { year: 2025 });
    expect(text).toContain('# 上年数据: ../2024/report.yaml');
    expect(notes.some(({ zh }) => zh.includes('“上年数据”没有写'))).toBe(true);
  });
});

describe('choosePack', () => {
  const known = builtInPackIds().map(packNamed);
  const chosen = (last: string, year: number): string => {
    const choice = choosePack(packNamed(last), known, year);
    return 'pack' in choice ? choice.pack.id : choice.candidates.map(({ id }) => id).join(' ');
  };

  it('keeps last year’s form while it holds, then takes the one in force', () => {
    expect(chosen('cn-2014-hunan', 2017)).toBe('cn-2014-hunan');
    expect(chosen('cn-2014-hunan', 2019)).toBe('cn-2019');
    expect(chosen('cn-2019', 2020)).toBe('cn-2019');
    expect(chosen('cn-2019', 2021)).toBe('cn-2021');
    expect(chosen('cn-2021', 2040)).toBe('cn-2021');
  });

  it('does not choose between several, nor where there is none (new/no-form)', () => {
    const [first, ...others] = chosen('cn-2021', 2016).split(' ');
    expect([first, others.length > 0]).toEqual(['cn-2014', true]);
    expect(chosen('cn-2021', 2009)).toBe('');
    expect(noForm([], 2009)).toMatchObject({
      code: 'new/no-form',
      message: { zh: '自带的模板里没有适用于 2009 年的。' },
    });
    expect(noForm([packNamed('cn-2014')], 2016).message.zh).toContain('cn-2014');
  });
});
