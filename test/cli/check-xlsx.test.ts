import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellAt, type ReadSheet } from '../../src/sheet/read-model.js';
import { nianbao } from '../support/capture.js';
import { filledForm, openText } from '../support/forms.js';
import { shownText, sheetsOf } from '../support/read-sheets.js';
import { safeUnzip } from '../../src/archive/zip-read.js';

let folder = '';
const at = (name: string): string => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-check-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const wrong = 'test/fixtures/readme/report.yaml';
const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(path));

/** Every text of a workbook, its notes too. */
function wordsIn(bytes: Uint8Array): string {
  const parts = safeUnzip(bytes, 'a').value ?? new Map<string, Uint8Array>();
  return [...parts]
    .filter(([path]) => /sharedStrings|comments/u.test(path))
    .flatMap(([, part]) => [...new TextDecoder().decode(part).matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/gu)])
    .map(([, text]) => text)
    .join('\n');
}

function linesOf(sheet: ReadSheet | undefined): readonly string[] {
  return [...(sheet?.rows.values() ?? [])].map((row) => [...row.values()].map(shownText).join('|'));
}

/** Notes by the name of their cell. */
function notesIn(bytes: Uint8Array, sheet: number): ReadonlyMap<string, string> {
  const part = new TextDecoder().decode(safeUnzip(bytes, 'a').value?.get(`xl/comments${sheet}.xml`));
  return new Map(
    [...part.matchAll(/<comment ref="([A-Z]+\d+)".*?<t[^>]*>([^<]*)<\/t>/gsu)].map(([, ref = '', text = '']) => [
      ref,
      text,
    ]),
  );
}

/** Fill of a cell, as its style says. */
function fillOf(bytes: Uint8Array, sheet: number, cell: string): string | undefined {
  const parts = safeUnzip(bytes, 'a').value;
  const text = (path: string): string => new TextDecoder().decode(parts?.get(path));
  const style = new RegExp(`<c r="${cell}"[^>]*? s="(\\d+)"`, 'u').exec(text(`xl/worksheets/sheet${sheet}.xml`))?.[1];
  const styles = text('xl/styles.xml');
  const formats = [...(/<cellXfs.*?<\/cellXfs>/su.exec(styles)?.[0] ?? '').matchAll(/fillId="(\d+)"/gu)];
  const fills = styles.match(/<fill>.*?<\/fill>/gsu) ?? [];
  return /rgb="FF([0-9A-F]{6})"/u.exec(fills[Number(formats[Number(style)]?.[1])] ?? '')?.[1];
}

describe('check --format xlsx', () => {
  it('R-08, R-12: verdict first, one line a finding by official names, bad cells marked on the form', async () => {
    const out = at('one.xlsx');
    const result = await nianbao('check', wrong, '--format', 'xlsx', '-o', out);
    expect(result.code).toBe(1);
    expect(result.out).toContain(`已生成：${out}`);
    const bytes = bytesOf(out);
    const sheets = sheetsOf(bytes);
    expect(sheets.map(({ name }) => name)).toEqual(['核对结果', '表二', '表三', '表四']);
    const lines = linesOf(sheets[0]);
    expect(lines[1]).toMatch(/^不合格：1 个错误/u);
    expect(lines[4]).toBe('序号|级别|位置|问题|怎么办|依据');
    expect(lines[5]).toMatch(
      /^1\|错误\|表三“（一）予以公开”行“自然人”列\n数据文件第62行\|表三“自然人”列：.*\|先看表三.*\|国办公开办函〔2021〕30号附件表三 三、（七）$/su,
    );
    expect(lines.some((line) => line.startsWith('1-1|错误|表三“（一）予以公开”行“总计”列'))).toBe(true);
    expect(fillOf(bytes, 3, 'D7')).toBe('F8C8C8');
    expect(fillOf(bytes, 3, 'E7')).toBeUndefined();
    const notes = notesIn(bytes, 3);
    expect([...notes.keys()]).toEqual(['D7', 'J7']);
    expect(notes.get('D7')).toMatch(/^第1条　错误\n表三“自然人”列.*\n怎么办：先看表三/su);
    expect(sheets[2] && cellAt(sheets[2], 6, 3)).toMatchObject({ kind: 'number', text: '1' });
  });

  it('R-10: has no code, no English, no path of the computer, no command', async () => {
    const copy = at('某某局.yaml');
    writeFileSync(copy, readFileSync(wrong));
    expect((await nianbao('check', copy)).out).toContain('T3-Y');
    await nianbao('check', copy, '--format', 'xlsx', '-o', at('words.xlsx'));
    const words = wordsIn(bytesOf(at('words.xlsx'))).replaceAll('某某局.yaml', '');
    expect(words.match(/[A-Za-z]{2,}[^\n]*/u)?.[0]).toBeUndefined();
    expect(words).not.toMatch(/T3-|\{\{/u);
    expect(words).toContain('没有检查：“');
  });

  it('shows personal data in no cell and no note', async () => {
    const id = '110101199003074530';
    const text = readFileSync(wrong, 'utf8').replace(
      /(总体情况: \|\n)/u,
      `$1    申请人张某身份证号${id}的申请已经答复。\n\n`,
    );
    expect(text).toContain(id);
    writeFileSync(at('personal.yaml'), text);
    await nianbao('check', at('personal.yaml'), '--format', 'xlsx', '-o', at('personal.xlsx'));
    const words = wordsIn(bytesOf(at('personal.xlsx')));
    expect(words).toContain('身份号码');
    expect(words).not.toContain(id);
    expect(words).not.toContain(id.slice(6, 14));
  });

  it('a filled form is marked at the same cells, and is never written over', async () => {
    const open = openText(
      'nianbao: 1\n模板: cn-2021\n年度: 2024\n单位: {名称: 青山县民政局, 类型: 部门, 层级: 县级}\n',
    );
    const form = at('form.xlsx');
    writeFileSync(
      form,
      await filledForm(open, { 't3/r1/natural': '5', 't3/r3.1/natural': '7', 't2/licence/decisions': '三' }),
    );
    const before = readFileSync(form);
    const over = await nianbao('check', form, '--format', 'xlsx', '-o', form);
    expect(over.code).toBe(2);
    expect(over.error).toContain('不能写在它上面');
    expect(readFileSync(form).equals(before)).toBe(true);
    const out = at('result.xlsx');
    expect((await nianbao('check', form, '--format', 'xlsx', '-o', out)).code).toBe(1);
    const bytes = bytesOf(out);
    expect(linesOf(sheetsOf(bytes)[0]).some((line) => /\|表二“行政许可”行.*\n填报表 表二!B8\|/u.test(line))).toBe(true);
    expect(fillOf(bytes, 2, 'B8')).toBe('F8C8C8');
  });

  it('a file that cannot be read as a report still gives its findings', async () => {
    writeFileSync(at('broken.yaml'), 'nianbao: 1\n模板: cn-2021\n年度: 2024\n单位: {名称: "某局}\n');
    const result = await nianbao('check', at('broken.yaml'), '--format', 'xlsx', '-o', at('broken.xlsx'));
    expect(result.code).toBe(1);
    const [sheet, ...others] = sheetsOf(bytesOf(at('broken.xlsx')));
    expect(others).toEqual([]);
    expect(linesOf(sheet)[1]).toMatch(/^不合格：/u);
  });

  it('R-70: several files give a workbook each and a summary; two of one report get names of their own', async () => {
    const out = at('several');
    const again = at('again.yaml');
    writeFileSync(again, readFileSync(wrong));
    const files = [wrong, again, at('none.yaml'), 'examples/city-2024/report.yaml'];
    const result = await nianbao('check', ...files, '--format', 'xlsx', '-o', out);
    expect(result.code).toBe(2);
    const report = '葫芦岛市住房公积金管理中心2023年政府信息公开工作年度报告';
    expect(readdirSync(out).sort()).toEqual(
      [
        '云河市人民政府2024年政府信息公开工作年度报告（核对结果）.xlsx',
        '核对结果汇总.xlsx',
        `${report}（核对结果）.xlsx`,
        `${report}（核对结果）2.xlsx`,
      ].sort(),
    );
    const lines = linesOf(sheetsOf(bytesOf(join(out, '核对结果汇总.xlsx')))[0]);
    expect(lines[1]).toBe('共 4 份：合格 1 份，不合格 2 份，读不到 1 份');
    expect(lines[3]).toContain('|2023|不合格|1|');
    const refused = await nianbao('check', ...files, '--format', 'xlsx', '-o', at('all.xlsx'));
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(existsSync(at('all.xlsx'))).toBe(false);
  });

  it.each([
    [['--format', 'xlsx'], '-o'],
    [['-o', 'x.xlsx'], '--format xlsx'],
  ])('%j is refused', async (words, message) => {
    const result = await nianbao('check', wrong, ...words);
    expect(result.code).toBe(2);
    expect(result.error).toContain(message);
  });
});
