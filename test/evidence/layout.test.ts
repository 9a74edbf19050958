import { describe, expect, it } from 'vitest';
import type { PageStyle } from '../../src/report/style.js';
import type { Block, Report } from '../../src/report/tree.js';
import { pdfWriter } from '../../src/write/pdf/pdf-writer.js';
import { exampleNames, openExample, withoutSpace, writeOutput } from '../support/examples.js';
import { officialStyle } from '../support/page-style.js';
import { breakPdf } from '../support/pdf-edit.js';
import { everything, smallPng, tinted } from '../support/pdf-everything.js';
import { body, builtInFonts, heading, indicatorTable, report, tableThree, text } from '../support/pdf-fixtures.js';
import { openWhole, type OpenedPdf } from '../support/pdf-open.js';
import { contentOf, elementsOf } from '../support/pdf-structure.js';
import { checkLayout } from './checks/layout.js';
import { tableGrid } from './checks/tables.js';
import { linesOf } from './checks/page-lines.js';
import { textOfReport } from './checks/report-text.js';

async function bytesOf(tree: Report, style: PageStyle = officialStyle): Promise<Uint8Array> {
  const { value, diagnostics } = await pdfWriter.write(tree, style, { fonts: builtInFonts(), generator: 'test' });
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value;
}

function textOfTree(pdf: OpenedPdf): string {
  const texts = new Map<string, string>();
  pdf.pages.forEach((page, i) => {
    for (const event of page.events) {
      const mcid = event.marks[0]?.mcid;
      if (event.kind !== 'show' || mcid === undefined) continue;
      const key = `${i} ${mcid}`;
      texts.set(key, (texts.get(key) ?? '') + event.glyphs.map((glyph) => glyph.text).join(''));
    }
  });
  return contentOf(pdf.tree.kids)
    .map((kid) => (kid.kind === 'content' ? (texts.get(`${kid.page} ${kid.mcid}`) ?? '') : ''))
    .join('');
}

describe('R-32, R-55, R-56: pages measured from the file', () => {
  it.each(exampleNames)('%s', async (name) => {
    expect(checkLayout(openWhole(await writeOutput(openExample(name).open, 'pdf')))).toEqual([]);
  });

  it('a report with every kind of node', async () => {
    const found = checkLayout(openWhole(await bytesOf(everything(), tinted(officialStyle))));
    // The one line its author ended is not stretched.
    expect(found.filter(({ text }) => !text.includes('重点 bold'))).toEqual([]);
  });

  it('R-32: a page of plain text has 22 lines of 28 characters, 637 by 442 pt', async () => {
    const pdf = openWhole(await bytesOf(report([body('公'.repeat(28 * 60))])));
    const lines = linesOf(pdf).filter(({ page }) => page === 1);
    expect(lines.map((line) => line.glyphs.length)).toEqual(Array.from({ length: 22 }, () => 28));
    const [first, last] = [lines[0], lines.at(-1)];
    expect(((last?.baseline ?? 0) - (first?.baseline ?? 0)) / 21).toBeCloseTo(28.95, 3);
    expect((first?.glyphs.at(-1)?.x ?? 0) - (first?.glyphs[0]?.x ?? 0)).toBeCloseTo((27 * 156 * 72) / 25.4 / 28, 1);
  });

  it('fails when a line leaves the grid, a line falls short, a border is open or runs through text', async () => {
    const good = await bytesOf(report([body('公开'.repeat(40)), tableThree()]));
    const clauses = (bytes: Uint8Array): readonly string[] => checkLayout(openWhole(bytes)).map(({ clause }) => clause);
    expect(clauses(good)).toEqual([]);
    expect(clauses(breakPdf(good, /( Tf[\s\S]*?1 0 0 -1 [\d.]+ )(\d+)/u, '$17$2'))).toContain('R-32');
    expect(clauses(breakPdf(good, /(?:0\.\d+) Tc/u, '0.1 Tc'))).toContain('R-55');
    expect(clauses(breakPdf(good, /([\d.]+) ([\d.]+) m\s+([\d.]+) ([\d.]+) l/u, '$1 $2 m 20 $4 l'))).toContain('R-56');
  });
});

describe('R-51: the text of the structure is the text of the report, character by character and in its order', () => {
  it.each(exampleNames)('%s', async (name) => {
    const { open } = openExample(name);
    if (open.report === undefined) throw new Error('no report');
    const pdf = openWhole(await writeOutput(open, 'pdf'));
    expect(withoutSpace(textOfTree(pdf))).toBe(withoutSpace(textOfReport(open.report)));
  });

  it('a report with every kind of node', async () => {
    const tree = everything();
    expect(withoutSpace(textOfTree(openWhole(await bytesOf(tree))))).toBe(withoutSpace(textOfReport(tree)));
  });
});

/** A picture `height` points high, to begin what follows it at any height. */
function spacer(height: number): Block {
  const pixels = { width: 1, height: Math.round(height / 0.75) };
  return { type: 'figure', image: smallPng(0), mediaType: 'image/png', pixels, alt: '空', caption: [] };
}

function after(height: number, table: ReturnType<typeof tableThree>): Report {
  // No picture is higher than half a page.
  const spacers = height === 0 ? [] : [spacer(height / 2), spacer(height / 2)];
  return report([body('开头。'), ...spacers, heading(1, '三、', '收到和处理情况', 's3'), table, body('表后。')]);
}

/** Pages on which each row of the table has text. */
function pagesOfRows(pdf: OpenedPdf): readonly (readonly number[])[] {
  return elementsOf(pdf.tree.kids)
    .filter(({ role }) => role === 'TR')
    .map((row) => [...new Set(contentOf(row.kids).map((kid) => kid.page))]);
}

/** True when a label of several rows began on an earlier page. */
function beginsInsideGroup(pdf: OpenedPdf, page: number): boolean {
  const first = pagesOfRows(pdf).findIndex(([at]) => at === page);
  const table = elementsOf(pdf.tree.kids).find(({ role }) => role === 'Table');
  return table !== undefined && tableGrid(table).cells.some((cell) => cell.row < first && cell.rowEnd > first);
}

/** Text of artifacts on a page: repeated heads and labels. */
function artifactsOf(pdf: OpenedPdf, page: number): string {
  return (pdf.pages[page]?.events ?? [])
    .map((event) =>
      event.kind === 'show' && event.marks[0]?.type === 'Layout'
        ? event.glyphs.map((glyph) => glyph.text).join('')
        : '',
    )
    .join('');
}

describe('R-36, R-56: table three at every start height', () => {
  const heights = Array.from({ length: 60 }, (_, i) => i * 10);
  const rows = tableThree().head.length + tableThree().body.length;

  it('stands whole on one page, its heading with it', async () => {
    for (const height of heights) {
      const pdf = openWhole(await bytesOf(after(height, tableThree())));
      expect(checkLayout(pdf), `at ${height} pt`).toEqual([]);
      const pages = pagesOfRows(pdf);
      expect(pages.length).toBe(rows);
      expect(new Set(pages.flat()).size, `at ${height} pt`).toBe(1);
      const title = linesOf(pdf).find((line) => line.text.startsWith('三、'));
      expect(title?.page, `at ${height} pt`).toBe(pages[0]?.[0]);
    }
  });

  it('is split between rows when no page holds it: heads repeated, labels marked （续）, nothing lost', async () => {
    const look = officialStyle.tables['statutory'];
    if (look === undefined) throw new Error('no look');
    const style = { ...officialStyle, tables: { ...officialStyle.tables, statutory: { ...look, minRowHeight: 33 } } };
    for (const height of heights.filter((_, i) => i % 3 === 0)) {
      const pdf = openWhole(await bytesOf(after(height, tableThree()), style));
      expect(checkLayout(pdf), `at ${height} pt`).toEqual([]);
      const pages = pagesOfRows(pdf);
      expect(pages.length).toBe(rows);
      for (const row of pages) expect(row.length, `at ${height} pt`).toBe(1);
      const [first, ...further] = [...new Set(pages.flat())];
      expect(further.length, `at ${height} pt`).toBeGreaterThan(0);
      for (const page of further) {
        expect(artifactsOf(pdf, page).match(/申请人情况/gu), `at ${height} pt`).toHaveLength(1);
        expect(artifactsOf(pdf, page).includes('（续）'), `at ${height} pt`).toBe(beginsInsideGroup(pdf, page));
      }
      expect(artifactsOf(pdf, first ?? 0)).not.toContain('申请人情况');
    }
  });

  it('of 2014 runs over two to three pages with its head on each', async () => {
    const pdf = openWhole(await bytesOf(report([indicatorTable()])));
    expect(checkLayout(pdf)).toEqual([]);
    const pages = [...new Set(pagesOfRows(pdf).flat())];
    expect(pages.length).toBeGreaterThanOrEqual(2);
    expect(pages.length).toBeLessThanOrEqual(3);
    for (const page of pages.slice(1)) expect(artifactsOf(pdf, page)).toBe('统计指标代码单位统计数');
  });
});

describe('page ends', () => {
  const linesByPage = async (tree: Report): Promise<number[]> => {
    const pdf = openWhole(await bytesOf(tree));
    const lines = linesOf(pdf);
    return pdf.pages.map((_, i) => new Set(lines.filter(({ page }) => page === i).map((line) => line.baseline)).size);
  };
  const paragraph = (lines: number): Block => body('公'.repeat(28 * lines - 3));
  const annex: Block = { type: 'paragraph', role: 'annexLine', children: text('附件：统计表') };

  it('no last page holds a single line: one more comes along', async () => {
    expect(await linesByPage(report([paragraph(23)]))).toEqual([21, 2]);
    expect(await linesByPage(report([paragraph(23), { type: 'pageBreak' }, body('附件')]))).toEqual([21, 2, 1]);
    expect(await linesByPage(report([paragraph(24)]))).toEqual([22, 2]);
  });

  it('附件说明 gives up its blank line rather than stand alone', async () => {
    expect(await linesByPage(report([paragraph(20), annex]))).toEqual([21]);
    expect(await linesByPage(report([paragraph(21), annex]))).toEqual([22]);
    expect(await linesByPage(report([paragraph(22), annex]))).toEqual([21, 2]);
  });

  it('no paragraph ends with a line of one character', async () => {
    const pdf = openWhole(
      await bytesOf(report([body(`${'公开工作'.repeat(20)}好。`), body('公'.repeat(26 + 28 + 1))])),
    );
    const lines = linesOf(pdf);
    const last = lines.filter((line, i) => lines[i + 1]?.element !== line.element);
    expect(last.map((line) => line.text.slice(-3))).toEqual(['作好。', '公公']);
    expect(checkLayout(pdf)).toEqual([]);
  });
});
