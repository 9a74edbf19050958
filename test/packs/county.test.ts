import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nianbao } from '../support/capture.js';
import { openReportAt, writtenBytes } from './opening.js';
import { readDocx } from '../support/read-docx.js';
import { readPdf } from '../support/read-pdf.js';
import { parseXml, allOf } from '../support/xml.js';
import { strFromU8, unzipSync } from 'fflate';

const path = 'test/packs/county/report.yaml';
const folder = mkdtempSync(join(tmpdir(), 'nianbao-county-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("a county's own form, made of data only", () => {
  const { open, diagnostics } = openReportAt(path);

  it('R-22: loads without a finding, and its sample renders in both formats', async () => {
    const { code, out } = await nianbao('packs', 'check', 'test/packs/county/我县模板', '-o', folder);
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toBe('合格');
    expect(readFileSync(join(folder, 'qingshan-county-样张.pdf')).length).toBeGreaterThan(10_000);
    expect(readFileSync(join(folder, 'qingshan-county-样张.docx')).length).toBeGreaterThan(10_000);
  });

  it('its data file is correct: nothing but the note on last year', () => {
    expect(diagnostics.map((d) => `${d.severity} ${d.code}`)).toEqual(['info rule/no-previous']);
    expect(open.pack.chain).toEqual(['cn-base', 'cn-2019', 'cn-2021', 'qingshan-county']);
  });

  it('prints its own title lines and file name', () => {
    expect(open.report?.meta.fileName).toBe('2025年度青山县民政局政府信息公开工作年度报告');
  });

  it('prints the added rows, the renamed heading and the figures in Word', async () => {
    const { paragraphs, tables } = readDocx(await writtenBytes(open, 'docx'));
    expect(paragraphs.join('\n')).toContain('六、其他需要报告的事项和下一年工作安排');
    expect(paragraphs.join('\n')).toContain('公开其他文件46件、政策解读材料12件');
    const rows = tables.map((table) => table.map((row) => row.filter((cell) => cell !== null).join('|')));
    expect(rows[0]?.slice(-4)).toEqual([
      '县政府要求的其他内容',
      '信息内容|本年公开件数',
      '其他主动公开文件|46',
      '政策解读材料|12',
    ]);
    expect(rows[1]).toContain('3.申请人撤回申请|1|0|0|0|0|0|1');
    expect(rows[1]?.some((row) => row.endsWith('4.其他|0|0|0|0|0|0|0'))).toBe(true);
    // The total counts the added row: 3 + 1 of 予以公开, 1 of 无法提供, 1 withdrawn.
    expect(rows[1]?.some((row) => row.endsWith('（七）总计|5|1|0|0|0|0|6'))).toBe(true);
  });

  it('puts table three, and no other table, on landscape pages in Word', async () => {
    const document = strFromU8(unzipSync(await writtenBytes(open, 'docx'))['word/document.xml'] ?? new Uint8Array());
    const turned = allOf(parseXml(document), 'w:pgSz').map((size) => size.attributes['w:orient'] ?? 'portrait');
    expect(turned).toEqual(['portrait', 'landscape', 'portrait']);
  });

  it('puts table three on landscape pages in PDF, page numbers in the middle below the text', async () => {
    const { placed, pages, sizes } = await readPdfWithSizes(await writtenBytes(open, 'pdf'));
    const landscape = sizes.flatMap(({ width, height }, index) => (width > height ? [index + 1] : []));
    const withdrawn = placed.find(({ text }) => text.includes('申请人撤回申请'));
    expect(landscape).toContain(withdrawn?.page);
    expect(landscape.length).toBeLessThan(pages);
    const number = placed.filter(({ page, y }) => page === 1 && y > 740);
    const middle = (Math.min(...number.map(({ x }) => x)) + Math.max(...number.map(({ x, width }) => x + width))) / 2;
    // The type area is 28 mm + 156 mm wide: its middle is 106 mm from the left edge.
    expect(Math.abs(middle - (106 * 72) / 25.4)).toBeLessThan(3);
  });

  it('its own cross-check fires, with its own clause', () => {
    const wrong = join(folder, 'county');
    cpSync('test/packs/county', wrong, { recursive: true });
    const text = readFileSync(path, 'utf8').replace('政策解读材料: 12', '政策解读材料: 52');
    writeFileSync(join(wrong, 'report.yaml'), text);
    const found = openReportAt(join(wrong, 'report.yaml')).diagnostics.find((d) => d.code === 'QS-1');
    expect(found?.severity).toBe('warning');
    expect(found?.clause).toContain('青政办函〔2025〕8号');
    expect(found?.message.zh).toContain('52');
    expect(found?.message.zh).toContain('46');
  });

  it('packs show names every id an office needs for a further change', async () => {
    const { out } = await nianbao('packs', 'show', 'test/packs/county/我县模板');
    for (const line of ['段 county', '列 published', '行 other_documents', '行 r3.6.4 3.申请人撤回申请']) {
      expect(out).toContain(line);
    }
  });
});

async function readPdfWithSizes(
  bytes: Uint8Array,
): Promise<Awaited<ReturnType<typeof readPdf>> & { readonly sizes: readonly { width: number; height: number }[] }> {
  const text = Buffer.from(bytes).toString('latin1');
  const sizes = [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/gu)].map(([, width, height]) => ({
    width: Number(width),
    height: Number(height),
  }));
  return { ...(await readPdf(bytes)), sizes };
}
