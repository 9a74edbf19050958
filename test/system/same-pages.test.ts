/** the Word file as LibreOffice prints it, in the fonts the PDF has, stands on the pages of the PDF. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { plainText, type Row, type Table } from '../../src/report/tree.js';
import { writeFontConfig } from '../support/docx-fontconfig.js';
import { exampleNames, openExample, withoutSpace, writeOutput } from '../support/examples.js';
import { needs, run, runWith } from './tools.js';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-pages-'));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Text of each page without white space, in the order it was drawn: a cell's lines follow each other. */
function pageTexts(pdf: string): readonly string[] {
  return run('pdftotext', '-raw', pdf, '-')
    .split('\f')
    .slice(0, -1)
    .map((page) => withoutSpace(page));
}

/** The first or last row of a table that says enough to be told from the text around it. */
function rowText(rows: readonly Row[]): string {
  const texts = rows.map(({ cells }) => withoutSpace(cells.map((cell) => plainText(cell.children)).join('')));
  return texts.find((text) => text.length > 3) ?? '';
}

/** 1-based pages of the first and last row of each table, by the table's id; 0 = not found. */
function tablePages(pages: readonly string[], tables: readonly Table[]): Readonly<Record<string, readonly number[]>> {
  let from = 0;
  return Object.fromEntries(
    tables.map((table) => {
      const rows = [...table.head, ...table.body];
      const first = pages.findIndex((page, index) => index >= from && page.includes(rowText(rows)));
      const last = pages.findIndex((page, index) => index >= first && page.includes(rowText(rows.toReversed())));
      from = Math.max(from, last);
      return [table.id, [first + 1, last + 1]];
    }),
  );
}

async function bothPdfs(name: string): Promise<{ readonly own: string; readonly printed: string }> {
  const { open } = openExample(name);
  const own = join(folder, `${name}.pdf`);
  const word = join(folder, `${name}-word.docx`);
  writeFileSync(own, await writeOutput(open, 'pdf'));
  writeFileSync(word, await writeOutput(open, 'docx'));
  runWith(
    { FONTCONFIG_FILE: writeFontConfig('fonts', open.pack.style.fonts) },
    'soffice',
    '--headless',
    `-env:UserInstallation=file://${join(folder, 'profile')}`,
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    word,
  );
  return { own, printed: join(folder, `${name}-word.pdf`) };
}

describe.skipIf(needs('soffice', 'pdftotext'))('the DOCX as LibreOffice prints it', () => {
  it.each(exampleNames)('R-62: %s has the pages of its PDF, and each table stands on the same ones', async (name) => {
    const { own, printed } = await bothPdfs(name);
    const tables = (openExample(name).open.report?.children ?? []).filter((block) => block.type === 'table');
    const wanted = pageTexts(own);
    const found = pageTexts(printed);
    expect(tables.length).toBeGreaterThan(0);
    expect(Object.values(tablePages(wanted, tables)).flat()).not.toContain(0);
    expect(tablePages(found, tables)).toEqual(tablePages(wanted, tables));
    expect(found).toHaveLength(wanted.length);
  });
});
