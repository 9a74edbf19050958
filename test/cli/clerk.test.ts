import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { nianbao } from '../support/capture.js';

let filled = '';

/** A new data file as a clerk fills it: every figure 0 but a few, every circle replaced. */
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-clerk-'));
  await nianbao('init', folder, '--year', '2023');
  filled = readFileSync(join(folder, 'report.yaml'), 'utf8')
    .replace('○○○○○○', '青石县财政局')
    .replaceAll('○○○', '有关情况正常')
    .replaceAll(/(?<=[[ ])空(?=[,\]\s])/gu, '0')
    .replace('申请数量: [0, 0, 0, 0, 0, 0]', '申请数量: [5, 2, 0, 0, 1, 0]')
    .replace('予以公开: [0, 0, 0, 0, 0, 0]', '予以公开: [5, 2, 0, 0, 1, 0]');
});

async function check(from = '', to = ''): Promise<{ readonly code: number; readonly out: string }> {
  expect(filled).toContain(from);
  const path = join(mkdtempSync(join(tmpdir(), 'nianbao-clerk-')), 'report.yaml');
  writeFileSync(
    path,
    filled.replace(from, () => to),
  );
  return nianbao('check', path);
}

/** Codes of the findings told for themselves, errors and warnings only. */
function heads(out: string): readonly string[] {
  return [...out.matchAll(/^(?:错误|警告) (\S+)/gmu)].map(([, code = '']) => code);
}

const received = '一、本年新收政府信息公开申请数量: [5, 2, 0, 0, 1, 0]';
const name = received.slice(0, received.indexOf(':'));

describe('a clerk fills in a new data file', () => {
  it('a report filled in is correct and quiet', async () => {
    const { code, out } = await check();
    expect(out.split('\n')[0]).toMatch(/^合格/u);
    expect(heads(out)).toEqual([]);
    expect(code).toBe(0);
  });

  it('circles left over are one error (report/placeholder)', async () => {
    const { code, out } = await check('有关情况正常', '○○○');
    expect(heads(out)).toEqual(['report/placeholder']);
    expect(out).toContain('还有 1 处“○○○”没有填写');
    expect(code).toBe(1);
    expect(heads((await check('青石县财政局', '○○○○○○')).out)).toEqual(['report/placeholder']);
  });

  it('circles that stand for digits of a year are text', async () => {
    expect(heads((await check('没有其他需要报告', '二○○○年以来，没有其他需要报告')).out)).not.toContain(
      'report/placeholder',
    );
  });

  it.each([
    ['full-width digits', `${name}: [５, 2, 0, 0, 1, 0]`, 'data/number-full-width'],
    ['Chinese commas', `${name}: [5，2，0，0，1，0]`, 'data/list-comma'],
    ['no brackets', `${name}: 5, 2, 0, 0, 1, 0`, 'data/row-shape'],
    ['Chinese brackets', `${name}: 【5，2，0，0，1，0】`, 'data/row-shape'],
    ['a comma for thousands', `${name}: [1,234, 2, 0, 0, 1, 0]`, 'data/number-grouping'],
    ['too few figures', `${name}: [5, 2, 0, 0, 1]`, 'data/list-length'],
    ['a word', `${name}: [5, 2, 无, 0, 1, 0]`, 'data/number-word'],
    ['a hyphen', `${name}: [5, 2, -, 0, 1, 0]`, 'load/lone-hyphen'],
    ['an empty place', `${name}: [5, 2, , 0, 1, 0]`, 'load/empty-item'],
    ['a list not closed', `${name}: [5, 2, 0, 0, 1, 0`, 'load/unclosed-bracket'],
    ['a misspelt row', received.replace('数量:', '数:'), 'data/unknown-row'],
    [
      'a misspelt column',
      `${name}: {自然人: 5, 商业企: 2, 科研机构: 0, 社会公益组织: 0, 法律服务机构: 1, 其他: 0}`,
      'data/unknown-column',
    ],
    ['a Chinese colon', received.replace(':', '：'), 'load/full-width-colon'],
    ['no space after the colon', received.replace(': ', ':'), 'load/no-space-after-colon'],
  ])('R-09: %s is one error and nothing else', async (_, line, code) => {
    const result = await check(received, line);
    expect(heads(result.out)).toEqual([code]);
    expect(result.out).not.toContain('无法核对');
    expect(result.code).toBe(1);
  });

  it.each([
    ['a misspelt section', '  总体情况:', '  总休情况:', 'data/unknown-section'],
    ['a section by another name', '  其他需要报告的事项:', '  其他报告事项:', 'data/unknown-section'],
    ['a misspelt table', '  表四:', '  表肆:', 'data/unknown-table'],
    ['a misspelt 年度', '年度: 2023', '年度度: 2023', 'data/unknown-key'],
    ['a reference in one brace', '{{值 "t3/r1/total"}}', '{值 "t3/r1/total"}', 'template/single-brace'],
    ['a tab', '  名称:', '\t名称:', 'load/tab-indent'],
    ['full-width spaces', '  名称:', '　　名称:', 'load/wide-space'],
    ['text that is not indented', '    （三）政府信息管理', '（三）政府信息管理', 'load/block-indent'],
  ])('R-09: %s is one error and nothing else', async (_, from, to, code) => {
    const result = await check(from, to);
    expect(heads(result.out)).toEqual([code]);
    expect(result.code).toBe(1);
  });

  it.each([
    [received, received.replace(':', '：')],
    [received, received.replace(': ', ':')],
    [received, `${name}: [5, 2, 0, 0, 1, 0`],
    ['    行政许可: 0', '\t\t行政许可：0'],
    ['    （三）政府信息管理', '　　（三）政府信息管理'],
  ])('R-01: the corrected line for %s, when pasted, makes the report correct', async (from, to) => {
    const { out } = await check(from, to);
    const [, spaces = '0', line = ''] = /这一行改写为(?:（行首空 (\d+) 格）)?：(.*)$/mu.exec(out) ?? [];
    const whole = filled.split('\n').find((candidate) => candidate.includes(from.trim())) ?? '';
    const pasted = await check(whole, `${' '.repeat(Number(spaces))}${line}`);
    expect(heads(pasted.out), line).toEqual([]);
    expect(pasted.code).toBe(0);
  });
});

describe('last year’s file', () => {
  const carriedIn = '二、上年结转政府信息公开申请数量: [0, 0, 0, 0, 0, 0]';
  const carriedOut = '四、结转下年度继续办理: [0, 0, 0, 0, 0, 0]';

  /** Checks 2023 beside a 2022 that carried one application over, which 2023 does not say it took in. */
  async function checkYears(previous: string): Promise<{ readonly code: number; readonly out: string }> {
    const root = mkdtempSync(join(tmpdir(), 'nianbao-years-'));
    for (const year of ['2022', '2023']) mkdirSync(join(root, year));
    const last = filled.replace('年度: 2023', '年度: 2022').replace(carriedOut, carriedOut.replace('[0', '[1'));
    expect(last).toContain('继续办理: [1');
    expect(filled).toContain(carriedIn);
    writeFileSync(join(root, '2022', 'report.yaml'), last);
    const path = join(root, '2023', 'report.yaml');
    writeFileSync(path, `${filled}\n上年数据:\n${previous}\n`);
    return nianbao('check', path);
  }

  it('a figure carried over that differs is one error', async () => {
    expect(heads((await checkYears('  文件: ../2022/report.yaml')).out)).toEqual(['T3-Y']);
  });

  it('an adjustment of a cell adjusts the totals that it is part of', async () => {
    const { out, code } = await checkYears(
      '  文件: ../2022/report.yaml\n  调整:\n    - {单元格: t3/r4/natural, 增减: -1, 理由: 上年误计}',
    );
    // All that is left: two years of the same figures.
    expect(heads(out)).toEqual(['Y-J2']);
    expect(code).toBe(0);
  });

  it.each([
    ['that is not there', '../2021/report.yaml', 'previous/unreadable'],
    ['of another year', 'report.yaml', 'previous/wrong-year'],
    ['outside', '../../report.yaml', 'data/path'],
  ])('R-09: a file %s is one error, and not told as a missing file too', async (_, path, code) => {
    const { out } = await checkYears(`  文件: ${path}`);
    expect(heads(out)).toEqual([code]);
    expect(out).not.toContain('rule/no-previous');
  });
});

describe('a waiver ready to paste', () => {
  const wrong = received.replace('[5, 2, 0, 0, 1, 0]', '[5, 2, 0, 0, 1, 0, 9]');

  /** The report with every waiver that the check prints pasted at its end, changed by `edit`. */
  async function pastedAtEnd(
    edit: (block: string) => string,
  ): Promise<{ readonly code: number; readonly out: string }> {
    const { out } = await check(received, wrong);
    const blocks = [...out.matchAll(/^( +)- 代码: \S+\n(?:\1 .*\n)+/gmu)].map(([block, indent = '']) =>
      block.replaceAll(new RegExp(`^${indent}`, 'gmu'), '  '),
    );
    expect(blocks.length).toBeGreaterThan(1);
    const path = join(mkdtempSync(join(tmpdir(), 'nianbao-clerk-')), 'report.yaml');
    writeFileSync(path, `${filled.replace(received, wrong)}\n豁免:\n${blocks.map(edit).join('')}`);
    return nianbao('check', path);
  }

  it('is refused until the reason and the approver are filled in', async () => {
    const path = await pastedAtEnd((block) => block);
    expect(new Set(heads(path.out))).toContain('data/missing-key');
    expect(path.out).toContain('还没有填写');
    expect(path.code).toBe(1);
  });

  it('settles the finding once they are', async () => {
    const { out, code } = await pastedAtEnd((block) =>
      block.replace('理由: 待填', '理由: 系统原因').replace('审批人: 待填', '审批人: 李某'),
    );
    expect(heads(out)).toEqual([]);
    expect(code).toBe(0);
  });
});

describe('wrong use of the command line', () => {
  it.each([
    [['check', 'r.yaml', '--format', 'xml'], '选项“--format”不能写“xml”，可以写：text、json、xlsx。'],
    [['check', 'r.yaml', '--lang', 'fr'], '选项“--lang”不能写“fr”，可以写：zh、en。'],
    [['chek', 'r.yaml'], '没有“chek”这个命令'],
    [['check', 'r.yaml', '--strickt'], '没有“--strickt”这个选项'],
    [['check'], '缺少参数'],
    [['build', 'r.yaml'], '必须给出选项'],
  ])('R-10: %j is told in Chinese and exits 2', async (words, message) => {
    const { code, error } = await nianbao(...words);
    expect(error).toContain(message);
    expect(code).toBe(2);
  });
});
