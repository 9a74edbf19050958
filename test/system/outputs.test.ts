import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import type { PageGeometry } from '../../src/report/style.js';
import { plainText } from '../../src/report/tree.js';
import { writeFontConfig } from '../support/docx-fontconfig.js';
import { exampleNames, openExample, withoutSpace, writeOutput } from '../support/examples.js';
import { needs, run, runWith } from './tools.js';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-system-'));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function written(name: string, format: string): Promise<string> {
  const path = join(folder, `${name}.${format}`);
  if (!existsSync(path)) writeFileSync(path, await writeOutput(openExample(name).open, format));
  return path;
}

/** Text of every body paragraph of the tree without white space, in order. */
function bodyTexts(name: string): readonly string[] {
  return (openExample(name).open.report?.children ?? []).flatMap((block) => {
    if (block.type !== 'paragraph' || block.role !== 'body') return [];
    const runIn = block.runIn === undefined ? '' : block.runIn.number + plainText(block.runIn.children);
    return [withoutSpace(runIn + plainText(block.children))];
  });
}

/** Body paragraphs that a text does not hold whole, one after the other; tables and page breaks may stand between. */
function missingIn(text: string, name: string): readonly string[] {
  const wanted = bodyTexts(name);
  expect(wanted.length).toBeGreaterThan(0);
  let at = 0;
  return wanted.filter((paragraph) => {
    const found = text.indexOf(paragraph, at);
    at = Math.max(at, found + paragraph.length);
    return found < 0;
  });
}

/** The DOCX as LibreOffice shows it in another format. */
async function converted(name: string, extension: string, filter: string): Promise<string> {
  const source = await written(name, 'docx');
  const out = join(folder, 'libreoffice');
  const path = join(out, `${name}.${extension}`);
  if (existsSync(path)) return path;
  const style = openExample(name).open.pack.style;
  runWith(
    { FONTCONFIG_FILE: writeFontConfig('fonts', style.fonts) },
    'soffice',
    '--headless',
    `-env:UserInstallation=file://${join(folder, 'profile')}`,
    '--convert-to',
    filter,
    '--outdir',
    out,
    source,
  );
  return path;
}

/** Han and full-width marks, which fill one cell of the grid each. */
const CELLS = /^[\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFFEF“”]+$/u;

/** Points of a millimetre. */
const POINTS = 72 / 25.4;

/** Characters of every line that holds nothing narrower than a cell and reaches from the left text edge to the right one. */
function fullLines(pdf: string, page: PageGeometry): readonly number[] {
  const left = page.left * POINTS;
  const width = page.textWidth * POINTS;
  const cell = width / page.characters;
  return [
    ...run('pdftotext', '-bbox-layout', pdf, '-').matchAll(
      /<line xMin="([\d.]+)"[^>]*xMax="([\d.]+)"[^>]*>(.*?)<\/line>/gsu,
    ),
  ]
    .filter(([, from, to]) => Math.abs(Number(from) - left) < cell / 4 && Number(to) > left + width - 1.5 * cell)
    .map(([, , , words = '']) => [...words.matchAll(/>([^<]*)<\/word>/gu)].map(([, word]) => word).join(''))
    .filter((line) => CELLS.test(line))
    .map((line) => line.length);
}

describe.skipIf(needs('qpdf'))('qpdf', () => {
  it.each(exampleNames)('finds no fault in the PDF of %s', async (name) => {
    expect(run('qpdf', '--check', await written(name, 'pdf'))).toContain('No syntax or stream encoding errors');
  });
});

describe.skipIf(needs('pdftotext', 'pdffonts', 'pdfinfo'))('poppler', () => {
  it.each(exampleNames)('R-50: reads embedded, subset fonts with Unicode maps in %s', async (name) => {
    const fonts = run('pdffonts', await written(name, 'pdf'))
      .trim()
      .split('\n')
      .slice(2);
    expect(fonts.length).toBeGreaterThan(2);
    for (const line of fonts) expect(line).toMatch(/yes +yes +yes +\d+ +\d+$/);
  });

  it.each(exampleNames)('R-51: extracts the text of %s character by character', async (name) => {
    const text = withoutSpace(run('pdftotext', '-raw', await written(name, 'pdf'), '-').replace(/— \d+ —/g, ''));
    expect(missingIn(text, name)).toEqual([]);
  });

  it.each(exampleNames)('R-57: sees a tagged file with title and A4 pages in %s', async (name) => {
    const information = run('pdfinfo', await written(name, 'pdf'));
    expect(information).toMatch(/Tagged: +yes/);
    expect(information).toMatch(/Title: +\S/);
    expect(information).toMatch(/Page size: +595\.\d+ x 841\.\d+ pts \(A4\)/);
  });
});

describe.skipIf(needs('xmllint'))('xmllint', () => {
  it.each(exampleNames)('R-39: finds every XML part of the DOCX of %s well-formed', async (name) => {
    const parts = unzipSync(readFileSync(await written(name, 'docx')));
    for (const [path, bytes] of Object.entries(parts)) {
      if (!/\.(xml|rels)$/.test(path)) continue;
      const file = join(folder, 'part.xml');
      writeFileSync(file, strFromU8(bytes));
      expect(run('xmllint', '--noout', file), path).toBe('');
    }
  });
});

describe.skipIf(needs('soffice'))('LibreOffice', () => {
  it.each(exampleNames)('R-39: opens the DOCX of %s and shows all its text', async (name) => {
    const text = readFileSync(await converted(name, 'txt', 'txt:Text (encoded):UTF8'), 'utf8');
    expect(missingIn(withoutSpace(text), name)).toEqual([]);
  });
});

describe.skipIf(needs('soffice', 'pdftotext'))('the DOCX as LibreOffice prints it', () => {
  it.each(exampleNames)('R-32: %s has 28 characters a line, as in the PDF', async (name) => {
    const { page } = openExample(name).open.pack.style;
    const files = [await converted(name, 'pdf', 'pdf'), await written(name, 'pdf')];
    for (const file of files) {
      const lines = fullLines(file, page);
      // A mark that may not begin or end a line takes its neighbours with it, or hangs in the margin.
      expect(lines.filter((characters) => Math.abs(characters - page.characters) > 2)).toEqual([]);
      const exact = lines.filter((characters) => characters === page.characters);
      expect(exact.length, lines.join(' ')).toBeGreaterThan(lines.length * 0.6);
    }
  });
});

/** A folder with the program `check-all`, written apart from this project. */
const checkers = process.env['NIANBAO_CHECKERS'] ?? '';

describe.skipIf(needs(join(checkers, 'check-all'), 'soffice', 'qpdf'))('independent checkers', () => {
  it.each(exampleNames)('pass on %s', async (name) => {
    const docx = await written(name, 'docx');
    const pdf = await written(name, 'pdf');
    const values = resolve('test/fixtures/examples', `${name}.json`);
    let report: string;
    try {
      report = run(join(checkers, 'check-all'), '--docx', docx, '--pdf', pdf, '--values', values);
    } catch (error) {
      report = String((error as { stdout?: string }).stdout ?? error);
    }
    expect(report.trim().split('\n').at(-1), report).toBe('check-all: OK');
  });
});
