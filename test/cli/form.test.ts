import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeText } from '../../src/edit/encode.js';
import { builtInPackIds } from '../../src/env.js';
import { nianbao } from '../support/capture.js';
import { filledForm, openForm, openText } from '../support/forms.js';

let folder = '';
const at = (name: string): string => join(folder, name);

const report = `# 青山县民政局的年报
nianbao: 1
模板: cn-2021
年度: 2024
单位: {名称: 青山县民政局, 类型: 部门, 层级: 县级}
表格:
  表二:
    规章: [0, 0, 0]
    行政规范性文件: {本年制发件数: 2, 本年废止件数: 0, 现行有效件数: {值: 106, 备注: 其中修订16件}}   # 备案数
    行政许可: 31   # 行政审批科报
    行政处罚:
    行政强制: 0
    行政事业性收费: 27.60
  表三:
    本年新收政府信息公开申请数量: [5, 1, 0, 0, 0, 0]
`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-form-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('form', () => {
  it('writes the form of a data file and of every built-in pack, and never over a file', async () => {
    writeFileSync(at('report.yaml'), report);
    const made = await nianbao('form', at('report.yaml'), '-o', at('a.xlsx'));
    expect(made).toMatchObject({ code: 0, error: '' });
    expect(made.out).toContain(`nianbao check ${at('a.xlsx')}`);
    const bytes = readFileSync(at('a.xlsx'));
    const again = await nianbao('form', at('report.yaml'), '-o', at('a.xlsx'));
    expect(again.code).toBe(2);
    expect(again.error).toContain('已经存在');
    expect(readFileSync(at('a.xlsx')).equals(bytes)).toBe(true);
    for (const id of builtInPackIds().filter((pack) => pack !== 'cn-base')) {
      const blank = await nianbao('form', id, '-o', at(`${id}.xlsx`), '--year', '2025');
      expect([id, blank.code, blank.error]).toEqual([id, 0, '']);
      expect(openForm(readFileSync(at(`${id}.xlsx`))).diagnostics.map(({ code }) => code)).toContain(
        'form/agency-missing',
      );
    }
  });

  it.each([
    [['form', 'cn-2121', '-o', 'x.xlsx'], '既不是数据文件，也不是模板'],
    [['form', 'cn-base', '-o', 'x.xlsx'], '既不是数据文件，也不是模板'],
    [['form', 'cn-2021', '-o', 'x.xls'], '.xlsx'],
    [['form', 'cn-2021', '-o', 'x.xlsx', '--year', '二〇二四'], '不是年度'],
  ])('%j is refused', async (words, message) => {
    const result = await nianbao(...words);
    expect(result.code).toBe(2);
    expect(result.error).toContain(message);
  });
});

describe('check and build of a form', () => {
  it('checks a form as it does a data file, and does not build from it', async () => {
    writeFileSync(at('filled.xlsx'), await filledForm(openText(report), { 't2/licence/decisions': '三十' }));
    const checked = await nianbao('check', at('filled.xlsx'));
    expect(checked.code).toBe(1);
    expect(checked.out).toContain('data/number-chinese');
    expect(checked.out).toMatch(/filled\.xlsx 表二!B\d+\n/u);
    expect(checked.out).toMatch(/表二!B\d+ \| 表二“行政许可”行“本年处理决定数量”列：三十/u);
    const json = await nianbao('check', at('filled.xlsx'), '--format', 'json');
    expect(json.out).toMatch(/"cell": "表二!B\d+"/u);
    const built = await nianbao('build', at('filled.xlsx'), '-o', at('out'), '--draft');
    expect(built.code).toBe(2);
    expect(built.error).toContain('nianbao take');
  });

  it('says how to get a form when given another workbook', async () => {
    writeFileSync(at('zip.xlsx'), Buffer.from('PK\u0003\u0004'));
    expect((await nianbao('check', at('zip.xlsx'))).out).toContain('archive/damaged');
  });
});

describe('take', () => {
  it('changes the cells that differ, lists them, and leaves every other byte', async () => {
    writeFileSync(at('take.yaml'), `\ufeff${report.replaceAll('\n', '\r\n')}`);
    const form = await filledForm(openText(report), {
      't2/licence/decisions': '40',
      't2/penalty/decisions': '7',
      't2/coercion/decisions': '',
      't2/normative/in_force': '107（其中修订16件）',
      't3/r1/enterprise': '2',
      't3/r4/natural': '1',
    });
    writeFileSync(at('take.xlsx'), form);
    const listed = await nianbao('take', at('take.xlsx'), at('take.yaml'), '--dry-run');
    expect(listed).toMatchObject({ code: 0, error: '' });
    expect(listed.out).toContain('改动 6 格：\n');
    expect(listed.out).toContain('  表二“行政许可”行“本年处理决定数量”列：31 → 40\n');
    expect(listed.out).toContain('  表二“行政处罚”行“本年处理决定数量”列：空 → 7\n');
    expect(listed.out).toContain('  表二“行政强制”行“本年处理决定数量”列：0 → 空\n');
    expect(readFileSync(at('take.yaml'), 'utf8')).toBe(`\ufeff${report.replaceAll('\n', '\r\n')}`);
    const taken = await nianbao('take', at('take.xlsx'), at('take.yaml'));
    expect(taken.out).toContain(`已写入：${at('take.yaml')}`);
    const expected = report
      .replace('行政许可: 31', '行政许可: 40')
      .replace('行政处罚:', '行政处罚: 7')
      .replace('行政强制: 0', '行政强制: 空')
      .replace('值: 106', '值: 107')
      .replace('[5, 1, 0', '[5, 2, 0')
      .concat('    四、结转下年度继续办理: [1, 空, 空, 空, 空, 空]\n');
    expect(readFileSync(at('take.yaml'), 'utf8')).toBe(`\ufeff${expected.replaceAll('\n', '\r\n')}`);
    const again = await nianbao('take', at('take.xlsx'), at('take.yaml'));
    expect(again.out).toContain('没有要改的');
  });

  it('takes into JSON, and into GBK text in its own encoding', async () => {
    const json = { nianbao: 1, 模板: 'cn-2021', 年度: 2024, 单位: '青山县民政局', 表格: { 表二: { 行政许可: 31 } } };
    writeFileSync(at('r.json'), JSON.stringify(json, null, 2));
    const form = await filledForm(openText(JSON.stringify(json)), {
      't2/licence/decisions': '/',
      't2/rules/issued': '3',
    });
    writeFileSync(at('j.xlsx'), form);
    expect((await nianbao('take', at('j.xlsx'), at('r.json'))).code).toBe(0);
    expect(JSON.parse(readFileSync(at('r.json'), 'utf8'))).toEqual({
      ...json,
      表格: { 表二: { 行政许可: '/', 规章: [3, '空', '空'] } },
    });
    const gbk = (text: string): Uint8Array => encodeText(text, 'gbk', 'r.yaml').value ?? new Uint8Array();
    writeFileSync(at('gbk.yaml'), gbk(report));
    writeFileSync(at('gbk.xlsx'), await filledForm(openText(report), { 't2/licence/decisions': '40（其中变更3件）' }));
    expect((await nianbao('take', at('gbk.xlsx'), at('gbk.yaml'))).code).toBe(0);
    const after = gbk(report.replace('行政许可: 31', '行政许可: 40（其中变更3件）'));
    expect(Buffer.compare(readFileSync(at('gbk.yaml')), after)).toBe(0);
  });

  it('refuses a form with cells that cannot be read, of another report, and the wrong way round', async () => {
    writeFileSync(at('keep.yaml'), report);
    const open = openText(report);
    const refused = async (form: Uint8Array, text: string, ...more: string[]): Promise<string> => {
      writeFileSync(at('bad.xlsx'), form);
      writeFileSync(at('keep.yaml'), text);
      const result = await nianbao('take', at('bad.xlsx'), at('keep.yaml'), ...more);
      expect(result.code).toBe(1);
      expect(readFileSync(at('keep.yaml'), 'utf8')).toBe(text);
      expect(result.out).toContain('没有改动数据文件');
      return result.out;
    };
    expect(await refused(await filledForm(open, { 't2/licence/decisions': '约40' }), report)).toContain(
      'data/number-text',
    );
    const form = await filledForm(open, {});
    expect(await refused(form, report.replace('年度: 2024', '年度: 2023'))).toContain(
      '年度，填报表是“2024”，数据文件是“2023”',
    );
    expect(await refused(form, report.replaceAll('民政局', '教育局'))).toContain('take/other-report');
    const parts = report.replace('{值: 106, 备注: 其中修订16件}', '{值: 106, 其中: {修订: 16}}');
    const remark = await filledForm(openText(parts), { 't2/normative/in_force': '106（其中新订2件）' });
    expect(await refused(remark, parts)).toContain('take/not-possible');
    const swapped = await nianbao('take', at('keep.yaml'), at('bad.xlsx'));
    expect(swapped.code).toBe(1);
    expect(swapped.out).toContain('nianbao take 填报表.xlsx report.yaml');
  });
});
