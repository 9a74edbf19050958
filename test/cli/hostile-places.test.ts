import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nianbao } from '../support/capture.js';

const example = 'examples/huludao-2023/report.yaml';
const text = readFileSync(example, 'utf8');
const folder = (): string => mkdtempSync(join(tmpdir(), 'nianbao-places-'));
const fileName = '葫芦岛市住房公积金管理中心2023年政府信息公开工作年度报告.docx';

describe('build writes whole files in the folder asked for, or nothing', () => {
  it.each([
    '../../evil',
    '/etc/evil',
    '"."',
    '".."',
    'CON',
    'nul.txt',
    '"a:b*c?d|e"',
    'C:\\Windows\\x',
    '长'.repeat(300),
  ])('an agency called %s', async (name) => {
    const at = folder();
    const path = join(at, 'report.yaml');
    writeFileSync(
      path,
      text.replace(/(?<=名称: ).*/u, () => name),
    );
    const result = await nianbao('build', path, '-o', join(at, 'out'), '--formats', 'docx');
    expect(result.code, result.out).toBe(0);
    expect(readdirSync(at).sort()).toEqual(['out', 'report.yaml']);
    const [written = '', ...others] = readdirSync(join(at, 'out'));
    expect(others).toEqual([]);
    expect(written).toMatch(/2023年政府信息公开工作年度报告\.docx$|^长+.*\.docx$/u);
    expect(Buffer.byteLength(written)).toBeLessThanOrEqual(205);
    expect(written).not.toMatch(/[<>:"/\\|?*]|^\.|^(?:con|nul)\./iu);
  });

  it('an output folder that is a file is told in Chinese and left alone', async () => {
    const at = folder();
    writeFileSync(join(at, 'out'), 'keep');
    for (const output of [join(at, 'out'), join(at, 'out', 'below')]) {
      const result = await nianbao('build', example, '-o', output);
      expect(result.code).toBe(2);
      expect(result.error).toContain('不是文件夹');
      expect(result.error).not.toMatch(/E[A-Z]{3,}/u);
    }
    expect(readFileSync(join(at, 'out'), 'utf8')).toBe('keep');
    expect(readdirSync(at)).toEqual(['out']);
  });

  it('a folder of the name of the output is told, and no temporary file stays', async () => {
    const at = folder();
    mkdirSync(join(at, fileName));
    const result = await nianbao('build', example, '-o', at, '--formats', 'docx');
    expect(result.code).toBe(2);
    expect(result.error).toContain('同名的文件夹');
    expect(readdirSync(at)).toEqual([fileName]);
  });

  it('does not write through a link', async () => {
    const at = folder();
    const victim = join(folder(), 'victim');
    writeFileSync(victim, 'keep');
    symlinkSync(victim, join(at, fileName));
    expect((await nianbao('build', example, '-o', at, '--formats', 'docx')).code).toBe(0);
    expect(readFileSync(victim, 'utf8')).toBe('keep');
  });

  it('builds of one report at the same time all end well and leave no temporary file', async () => {
    const at = folder();
    const results = await Promise.all([1, 2, 3].map(() => nianbao('build', example, '-o', at, '--formats', 'docx')));
    expect(results.map(({ code, error }) => `${code}${error}`)).toEqual(['0', '0', '0']);
    expect(readdirSync(at)).toEqual([fileName]);
  });
});

describe('reading', () => {
  it.each(['/dev/null', tmpdir(), 'no-such-file.yaml'])('%s is no data file and no crash', async (path) => {
    const result = await nianbao('check', path === tmpdir() ? folder() : path);
    expect(result.code).toBe(2);
    expect(result.error).toMatch(/读不到文件|没有年报数据文件/u);
  });

  it('a picture behind a link out of the folder is not read', async () => {
    const at = folder();
    const outside = join(folder(), 'secret.png');
    writeFileSync(outside, 'secret');
    symlinkSync(outside, join(at, 'link.png'));
    const path = join(at, 'report.yaml');
    writeFileSync(path, text.replace(/(?<=总体情况: \|\n)/u, '    ![图](link.png)\n\n'));
    const result = await nianbao('build', path, '-o', join(at, 'out'));
    expect(result.out).toContain('compose/image');
    expect(existsSync(join(at, 'out'))).toBe(false);
  });
});
