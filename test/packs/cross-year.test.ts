import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskSources, openReport } from '../../src/index.js';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.js';
import { newDataFile } from '../../src/init/data-file.js';
import { previousValueOf } from '../../src/validate/previous.js';
import { openPack } from '../../src/pipeline.js';
import { allFindings, openReportAt } from './opening.js';

const lastText = readFileSync('examples/office-2020/report.yaml', 'utf8');

/** A folder with last year's file in `2020` and this year's beside it. */
function years(text: string, last: Readonly<Record<string, string>> = { 'report.yaml': lastText }): string {
  const root = mkdtempSync(join(tmpdir(), 'nianbao-years-'));
  for (const folder of ['2020', '2021']) mkdirSync(join(root, folder));
  for (const [name, content] of Object.entries(last)) writeFileSync(join(root, '2020', name), content);
  const path = join(root, '2021', 'report.yaml');
  writeFileSync(path, text);
  return path;
}

function found(path: string): readonly Diagnostic[] {
  const { diagnostics } = openReport(readFileSync(path), path, diskSources(path));
  return allFindings(diagnostics);
}

function codesOf(diagnostics: readonly Diagnostic[], ...wanted: readonly string[]): readonly Diagnostic[] {
  return diagnostics.filter(({ code }) => wanted.includes(code));
}

const pack = openPack('cn-2021', diskSources('report.yaml')).value;
if (pack === undefined) throw new Error('cn-2021');

/** The report on 2021 of the same office, every figure 0 but for the carry-over. */
function thisYear(more: Readonly<Record<string, string>> = {}, previous = '../2020/report.yaml'): string {
  let text = newDataFile(pack as NonNullable<typeof pack>, 2021, { filler: '0' })
    .replace('○○○○○○', '云河市自然资源局')
    .replaceAll('○○○', '若干')
    .replace('申请数量: [0, 0, 0, 0, 0, 0]', '申请数量: [93, 18, 0, 0, 4, 0]')
    .replace('上年结转政府信息公开申请数量: [0, 0, 0, 0, 0, 0]', '上年结转政府信息公开申请数量: [7, 2, 0, 0, 1, 0]')
    .replace('结转下年度继续办理: [0, 0, 0, 0, 0, 0]', '结转下年度继续办理: [100, 20, 0, 0, 5, 0]')
    .replace('行政复议: [0, 0, 0, 0]', '行政复议: [1, 0, 0, 0]')
    .replace('未经复议直接起诉: [0, 0, 0, 0]', '未经复议直接起诉: [1, 0, 0, 0]');
  for (const [from, to] of Object.entries(more)) {
    if (!text.includes(from)) throw new Error(from);
    text = text.replace(from, to);
  }
  return `${text}上年数据: ${previous}\n`;
}

describe('R-11: from the form of 2019 to that of 2021', () => {
  it('the carry-over is checked across the change of form, per column', () => {
    const good = found(years(thisYear()));
    expect(codesOf(good, 'T3-Y', 'T4-Y', 'previous/unreadable', 'rule/no-previous')).toEqual([]);
    const wrong = codesOf(found(years(thisYear({ '[7, 2, 0, 0, 1, 0]': '[7, 3, 0, 0, 1, 0]' }))), 'T3-Y');
    expect(wrong.map(({ cells }) => cells?.[0])).toContain('t3/r2/enterprise');
    expect(wrong.every(({ severity }) => severity === 'error')).toBe(true);
  });

  it('what the old form counts otherwise is not compared, and that is said once', () => {
    const told = codesOf(found(years(thisYear())), 'T2-2', 'rule/not-comparable');
    expect(told.map(({ code, severity }) => [code, severity])).toEqual([['rule/not-comparable', 'info']]);
    expect(told[0]?.message.zh).toBe(
      '上年用的表式（政府信息公开工作年度报告（2019年格式，试行））没有相应的格，不能与今年比较：“现行有效件数与上年报告相接”没有核对。',
    );
  });

  it('gives no value for the split row and for stocks of another meaning', () => {
    const { open } = openReportAt('examples/office-2020/report.yaml');
    const value = previousValueOf([{ data: open.data, figures: open.figures, pack: open.pack, adjust: [] }], pack);
    expect(value('t3/r4/total')).toMatchObject({ text: '10' });
    expect(value('t2/licence/decisions')).toMatchObject({ text: '5127' });
    for (const address of ['t3/r3.6.1/total', 't3/r3.6.3/natural', 't2/normative/in_force', 't2/fees/amount'])
      expect([address, value(address)]).toEqual([address, undefined]);
  });

  it('Y-J1: five thousand licences against none is worth a look', () => {
    const told = codesOf(found(years(thisYear())), 'Y-J1');
    expect(told.find(({ cells }) => cells?.includes('t2/licence/decisions'))?.message.zh).toContain(
      '“行政许可”行“本年处理决定数量”列上年 5127，今年 0',
    );
  });
});

describe('R-11: last year’s file by its folder', () => {
  it('takes the one report of the folder', () => {
    const told = found(years(thisYear({}, '../2020')));
    expect(codesOf(told, 'data/path', 'previous/unreadable', 'rule/no-previous')).toEqual([]);
    expect(codesOf(found(years(thisYear({ '[7, 2, 0,': '[8, 2, 0,' }, '../2020/'))), 'T3-Y')).not.toEqual([]);
  });

  it('says what to write when there are several, or none (previous/unreadable)', () => {
    const two = found(years(thisYear({}, '../2020'), { 'a.yaml': lastText, 'b.yaml': lastText }));
    const [several] = codesOf(two, 'previous/unreadable');
    expect(several?.message.zh).toContain('有 2 个数据文件');
    expect(several?.hint?.zh).toBe('请连文件名一起写，例如“../2020/a.yaml”或“../2020/b.yaml”。');
    const [none] = codesOf(found(years(thisYear({}, '../2020'), {})), 'previous/unreadable');
    expect(none?.message.zh).toContain('里面没有年报的数据文件');
    const [absent] = codesOf(found(years(thisYear({}, '../1999'))), 'previous/unreadable');
    expect(absent?.message.zh).toContain('找不到');
  });

  it('a data file beside the folder is still outside', () => {
    expect(codesOf(found(years(thisYear({}, '../report.yaml'))), 'data/path')).toHaveLength(1);
  });
});

describe('R-11: a waiver in the file', () => {
  const waived = (figure: string): string =>
    `${thisYear({ '未经复议直接起诉: [1, 0, 0, 0]': '未经复议直接起诉: [0, 0, 0, 0]' })}豁免:
  - 代码: T4-Y
    单元格: t4/suit_direct/total
    数值: {t4/suit_direct/total: 0, 上年 t4/suit_direct/pending: ${figure}}
    理由: 上年案件今年不再计入
    审批人: ○○○
`;

  it('names last year’s figure and lapses with it', () => {
    const holds = codesOf(found(years(waived('1'))), 'T4-Y', 'waiver/lapsed', 'data/unknown-cell');
    expect(holds.map(({ code, waived: by }) => [code, by?.reason])).toEqual([['T4-Y', '上年案件今年不再计入']]);
    const lapsed = codesOf(found(years(waived('2'))), 'T4-Y', 'waiver/lapsed');
    expect(lapsed.map(({ code, waived: by }) => [code, by])).toContainEqual(['waiver/lapsed', undefined]);
    expect(lapsed.find(({ code }) => code === 'T4-Y')?.waived).toBeUndefined();
  });
});

describe('T2-3: who may make rules', () => {
  const told = (kind: string, level: string): number => {
    const text = thisYear({
      '规章: [0, 0, 0]': '规章: [1, 0, 1]',
      '类型: 部门': kind === '' ? '统计范围: 本机关' : `类型: ${kind}`,
      '层级: 县级': level === '' ? '' : `层级: ${level}`,
    });
    return codesOf(found(years(text)), 'T2-3').length;
  };

  it.each([
    ['部门', '市级', 1],
    ['部门', '国家级', 0],
    ['部门', '', 1],
    ['政府', '省级', 0],
    ['政府', '市级', 0],
    ['政府', '县级', 1],
    ['政府', '乡级', 1],
    ['乡镇街道', '乡级', 1],
    ['', '县级', 1],
    ['', '市级', 0],
    ['', '', 0],
  ])('%s %s: %i', (kind, level, count) => {
    expect(told(kind, level)).toBe(count);
  });
});
