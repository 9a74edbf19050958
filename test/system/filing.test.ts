/** The letter, the list for the archive and the metadata of a filing in other programs: each is one page and says what it must. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nianbao } from '../support/capture.js';
import { needs, run } from './tools.js';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-filing-system-'));
const profile = join(folder, 'p.yaml');
const filings = { slip: join(folder, 'slip'), letter: join(folder, 'letter') };

beforeAll(async () => {
  writeFileSync(
    profile,
    'nianbao_profile: 1\nid: p\nname: 本市要求\ndocument: 某通知\nyears: {from: 2023}\ncover: {kind: 函, addressee: ○○市人民政府办公室}\n',
  );
  const words = ['file', 'examples/huludao-2023/report.yaml', '--to', '○○市人民政府办公室'];
  await nianbao(...words, '-o', filings.slip);
  await nianbao(...words, '-o', filings.letter, '--profile', profile);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Pages of a document as LibreOffice prints it, and its text without white space. */
function printed(path: string): { readonly pages: number; readonly text: string } {
  const office = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  run('soffice', '--headless', office, '--convert-to', 'pdf', '--outdir', folder, path);
  const pdf = join(folder, (path.split('/').at(-1) ?? '').replace(/\.[a-z]+$/u, '.pdf'));
  const pages = /Pages:\s+(\d+)/u.exec(run('pdfinfo', pdf))?.[1];
  return { pages: Number(pages), text: run('pdftotext', '-layout', pdf, '-').replace(/\s/gu, '') };
}

describe.skipIf(needs('soffice', 'pdftotext', 'pdfinfo'))('LibreOffice', () => {
  it('prints 报送单 on one page, with room for signature and seal', () => {
    const { pages, text } = printed(join(filings.slip, '报送单.docx'));
    expect(pages).toBe(1);
    for (const words of [
      '政府信息公开工作年度报告报送单',
      '○○市人民政府办公室',
      '单位负责人（签字）',
      '报送单位（盖章）',
    ])
      expect(text).toContain(words);
  });

  it('prints 函 on one page: addressee, list, agency, date, contact', () => {
    const { pages, text } = printed(join(filings.letter, '函.docx'));
    expect(pages).toBe(1);
    expect(text).toMatch(/○○市人民政府办公室：.*附件：1\..*5\.文件清单.*公积金管理中心年月日（联系人：/su);
  });

  it('prints the list for the archive on one page, every point with its result', () => {
    const { pages, text } = printed(join(filings.slip, '归档四性自查表.docx'));
    expect(pages).toBe(1);
    expect(text).toContain('不是档案部门的检测结论');
    expect(text.match(/已检查|未检查|由档案部门检查/gu)?.length).toBeGreaterThanOrEqual(15);
  });

  it('opens the metadata sheet with its seven fields', () => {
    const { pages, text } = printed(join(filings.slip, '公开元数据.xlsx'));
    expect(pages).toBe(1);
    for (const name of ['索引号', '主题分类', '组配分类', '发布机构', '成文日期', '名称', '概述'])
      expect(text).toContain(name);
  });
});
