import { mkdtempSync, readFileSync, readdirSync, writeFileSync, existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nianbao } from '../support/capture.js';
import { forms } from '../support/pack-files.js';

const folder = (): string => mkdtempSync(join(tmpdir(), 'nianbao-test-'));
const example = 'examples/huludao-2023/report.yaml';
const text = readFileSync(example, 'utf8');

describe('check', () => {
  it('R-08: says 合格 first and exits 0 on a correct report', async () => {
    const result = await nianbao('check', example);
    expect(result.out.split('\n')[0]).toContain('合格');
    expect(result.out).not.toContain('不合格');
    expect(result.code).toBe(0);
  });

  it('R-08: says 不合格 first and exits 1 on a wrong total', async () => {
    const path = join(folder(), 'report.yaml');
    writeFileSync(path, text.replace('（一）予以公开: [0, 0, 0, 0, 0, 0, 0]', '（一）予以公开: [1, 0, 0, 0, 0, 0, 0]'));
    const result = await nianbao('check', path);
    expect(result.out.split('\n')[0]).toContain('不合格');
    expect(result.out).toContain('T3-R');
    expect(result.code).toBe(1);
  });

  it('exits 2 on a file that cannot be read', async () => {
    const result = await nianbao('check', join(folder(), 'none.yaml'));
    expect(result.code).toBe(2);
    expect(result.error).toContain('读不到文件');
  });

  it('R-70: goes on past a bad file and keeps the order', async () => {
    const at = folder();
    writeFileSync(join(at, 'a.yaml'), 'nianbao: 1\n模板：cn-2021\n');
    writeFileSync(join(at, 'b.yaml'), text);
    writeFileSync(join(at, 'other.yaml'), 'something: else\n');
    const result = await nianbao('check', at);
    expect(result.out.match(/^== .*$/gm)).toEqual([`== ${join(at, 'a.yaml')}`, `== ${join(at, 'b.yaml')}`]);
    expect(result.code).toBe(1);
  });

  it('gives JSON for programs', async () => {
    const result = await nianbao('check', example, '--format', 'json');
    const parsed = JSON.parse(result.out) as { files: { passed: boolean }[] };
    expect(parsed.files).toHaveLength(1);
  });

  it('R-10: speaks no English to a clerk, and English when asked', async () => {
    const path = join(folder(), 'report.yaml');
    writeFileSync(path, text.replace('年度: 2023', '年度：2023'));
    const chinese = await nianbao('check', path);
    expect(chinese.code).toBe(1);
    expect(chinese.out.replace(/[a-z0-9-]+\/[a-z0-9-]+/g, '').replace(/\S*report\.yaml\S*/g, '')).not.toMatch(
      /\b(error|unexpected|map|key|undefined|null)\b/i,
    );
    const english = await nianbao('check', path, '--lang', 'en');
    expect(english.out).toMatch(/[A-Z][a-z]+ [a-z]+/);
  });
});

describe('build', () => {
  it('writes DOCX and PDF under the official name', async () => {
    const at = folder();
    const result = await nianbao('build', example, '-o', at);
    expect(result.error).toBe('');
    expect(readdirSync(at).sort()).toEqual([
      '葫芦岛市住房公积金管理中心2023年政府信息公开工作年度报告.docx',
      '葫芦岛市住房公积金管理中心2023年政府信息公开工作年度报告.pdf',
    ]);
    expect(result.code).toBe(0);
  });

  it('stops on errors, writes nothing, and names older outputs', async () => {
    const at = folder();
    await nianbao('build', example, '-o', at, '--formats', 'docx');
    const path = join(folder(), 'report.yaml');
    writeFileSync(path, text.replace('（七）总计: [0, 0, 0, 0, 0, 0, 0]', '（七）总计: [0, 0, 0, 0, 0, 0, 9]'));
    const result = await nianbao('build', path, '-o', at, '--formats', 'docx,pdf');
    expect(result.code).toBe(1);
    expect(readdirSync(at)).toHaveLength(1);
    expect(result.out).toContain('以前生成的');
  });

  it('builds a marked draft in spite of errors', async () => {
    const at = folder();
    const path = join(at, 'report.yaml');
    writeFileSync(path, text.replace('（七）总计: [0, 0, 0, 0, 0, 0, 0]', '（七）总计: [0, 0, 0, 0, 0, 0, 9]'));
    const result = await nianbao('build', path, '-o', join(at, 'out'), '--draft', '--formats', 'docx');
    expect(result.code).toBe(0);
    expect(readdirSync(join(at, 'out'))).toHaveLength(1);
  });

  it('refuses two inputs with one output name before writing anything', async () => {
    const at = folder();
    const other = join(at, 'again.yaml');
    writeFileSync(other, text);
    const result = await nianbao('build', example, other, '-o', join(at, 'out'));
    expect(result.code).toBe(2);
    expect(existsSync(join(at, 'out'))).toBe(false);
  });

  it('leaves no temporary file and says so when the target cannot be written', async () => {
    const at = folder();
    const target = '葫芦岛市住房公积金管理中心2023年政府信息公开工作年度报告.docx';
    mkdirSync(join(at, target, 'in the way'), { recursive: true });
    const result = await nianbao('build', example, '-o', at, '--formats', 'docx');
    expect(result.code).toBe(2);
    expect(readdirSync(at)).toEqual([target]);
  });
});

describe('init', () => {
  it.each(forms)('writes a file for %s that reads without errors and never overwrites', async (pack) => {
    const at = folder();
    const made = await nianbao('init', at, '--pack', pack, '--year', '2018');
    expect(made.error).toBe('');
    expect(made.code).toBe(0);
    const path = join(at, 'report.yaml');
    const before = readFileSync(path, 'utf8');
    const checked = await nianbao('check', path, '--format', 'json');
    const codes =
      (JSON.parse(checked.out) as { files: { diagnostics: { code: string; severity: string }[] }[] }).files[0]
        ?.diagnostics ?? [];
    expect(codes.filter((d) => /^(yaml|load|data|pack)\//.test(d.code) && d.severity === 'error')).toEqual([]);
    const again = await nianbao('init', at, '--pack', pack);
    expect(again.code).toBe(2);
    expect(readFileSync(path, 'utf8')).toBe(before);
  });
});

describe('packs, explain, fonts and wrong use', () => {
  it('lists the built-in packs', async () => {
    const result = await nianbao('packs', 'list');
    expect(result.out.match(/^cn-[a-z0-9-]+/gm)).toEqual(forms);
  });

  it('R-22: checks a pack without data', async () => {
    const result = await nianbao('packs', 'check', 'cn-2021', '-o', folder());
    expect(result.out).toContain('可以使用');
    expect(result.code).toBe(0);
  });

  it('explains a rule, a cell and a code', async () => {
    expect((await nianbao('explain', 'T3-R')).out).toContain('依据');
    expect((await nianbao('explain', '表三/不予公开/属于国家秘密/自然人')).out).toContain('t3/r3.3.1/natural');
    expect((await nianbao('explain', 'pack/not-found')).out).toContain('怎么办');
    expect((await nianbao('explain', 'no-such-thing')).code).toBe(2);
  });

  it('names a face for each font role', async () => {
    const result = await nianbao('fonts');
    for (const role of ['小标宋', '仿宋', '楷体', '黑体', '宋体', '西文']) expect(result.out).toContain(role);
  });

  it('answers wrong use in Chinese with exit 2', async () => {
    const result = await nianbao('chekc', example);
    expect(result.code).toBe(2);
    expect(result.error).toContain('没有“chekc”这个命令');
    expect((await nianbao('build', example)).code).toBe(2);
  });
});
