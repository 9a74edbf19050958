import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nianbao } from '../support/capture.js';
import { partsOf } from '../support/docx-xml.js';
import { readComments, type ReadComment } from '../support/read-comments.js';

const folder = (): string => mkdtempSync(join(tmpdir(), 'nianbao-review-'));
const clean = 'examples/huludao-2023/report.yaml';
const text = readFileSync(clean, 'utf8');
const wrong = text.replace('（一）予以公开: [0, 0, 0, 0, 0, 0, 0]', '（一）予以公开: [1, 0, 0, 0, 0, 0, 0]');
const name = '葫芦岛市住房公积金管理中心2023年政府信息公开工作年度报告（审阅稿）.docx';

function file(at: string, content: string, fileName = 'report.yaml'): string {
  const path = join(at, fileName);
  mkdirSync(at, { recursive: true });
  writeFileSync(path, content);
  return path;
}

function commentsIn(path: string): readonly ReadComment[] {
  return readComments(new Uint8Array(readFileSync(path)));
}

describe('review', () => {
  it('R-65: writes a report with errors, marked as a draft, under its own name, and exits 1', async () => {
    const at = folder();
    const out = join(at, 'out');
    const result = await nianbao('review', file(at, wrong), '-o', out);
    expect(result.code).toBe(1);
    expect(result.out).toContain(`已生成审阅稿：${join(out, name)}`);
    expect(readdirSync(out)).toEqual([name]);
    const found = commentsIn(join(out, name));
    expect(found.filter(({ lines }) => /^错误　T3-[A-Z]$/u.test(lines[0] ?? ''))).not.toEqual([]);
    const parts = partsOf(new Uint8Array(readFileSync(join(out, name))));
    expect(parts['word/header1.xml']).toContain('string="草稿"');
    expect(parts['word/header1.xml']).toContain('审阅稿');
  });

  it('marks a report without errors as no draft and exits 0', async () => {
    const out = join(folder(), 'out');
    const result = await nianbao('review', clean, '-o', out);
    expect(result.code).toBe(0);
    const parts = partsOf(new Uint8Array(readFileSync(join(out, name))));
    expect(parts['word/header1.xml']).not.toContain('string="草稿"');
    expect(parts['word/header1.xml']).toContain('审阅稿');
  });

  it('says why and writes nothing when there is no report to comment on', async () => {
    const at = folder();
    const out = join(at, 'out');
    const result = await nianbao('review', file(at, text.replace('模板: cn-2021', '模板: cn-1949')), '-o', out);
    expect(result.code).toBe(1);
    expect(result.out).toContain('cn-1949');
    expect(result.out).toContain('没有生成审阅稿');
    expect(existsSync(out)).toBe(false);
  });

  it('goes on past a file that cannot be read and exits 2', async () => {
    const out = join(folder(), 'out');
    const result = await nianbao('review', join(out, 'none.yaml'), clean, '-o', out);
    expect(result.code).toBe(2);
    expect(result.error).toContain('读不到文件');
    expect(readdirSync(out)).toEqual([name]);
  });

  it('writes nothing when two files would take one name', async () => {
    const at = folder();
    const out = join(at, 'out');
    const result = await nianbao('review', file(join(at, 'a'), text), file(join(at, 'b'), wrong), '-o', out);
    expect(result.code).toBe(2);
    expect(result.error).toContain('同名');
    expect(existsSync(out)).toBe(false);
  });

  it('keeps the name of whoever approved a waiver, notes of the office and paths out of the copy', async () => {
    const at = folder();
    const out = join(at, 'out');
    const source = readFileSync('examples/hengyang-2016/report.yaml', 'utf8');
    const secret = '赵钱孙批';
    const path = file(
      at,
      source.replace(/审批人: .*/gu, `审批人: ${secret}`).replace('理由: ', '理由: # 暗注\n      '),
    );
    const result = await nianbao('review', path, '-o', out);
    expect(result.out).toContain('已生成审阅稿');
    const copy = join(out, readdirSync(out)[0] ?? '');
    expect(commentsIn(copy).some(({ lines }) => lines.some((line) => line.startsWith('豁免理由：')))).toBe(true);
    const all = Object.values(partsOf(new Uint8Array(readFileSync(copy)))).join('');
    expect(all).not.toContain(secret);
    expect(all).not.toContain('暗注');
    expect(all).not.toContain(at);
  });

  it('speaks English in the comments when asked', async () => {
    const out = join(folder(), 'out');
    await nianbao('review', clean, '-o', out, '--lang', 'en');
    const [guide] = commentsIn(join(out, readdirSync(out)[0] ?? ''));
    expect(guide?.author).toBe('About this copy');
  });

  it('R-40: gives the same bytes twice', async () => {
    const one = join(folder(), 'out');
    const two = join(folder(), 'out');
    await nianbao('review', clean, '-o', one);
    await nianbao('review', clean, '-o', two);
    expect(readFileSync(join(two, name))).toEqual(readFileSync(join(one, name)));
  });
});
