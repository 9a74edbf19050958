import { mkdtempSync, writeFileSync, readFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/report/tree.js';
import { exampleNames, openExample, withoutSpace, writeOutput } from '../support/examples.js';
import { has, run } from './tools.js';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-system-'));

async function written(name: string, format: string): Promise<string> {
  const path = join(folder, `${name}.${format}`);
  if (!existsSync(path)) writeFileSync(path, await writeOutput(openExample(name).open, format));
  return path;
}

/** Text of the tree outside tables, without white space, in reading order. */
function narrative(name: string): string {
  const report = openExample(name).open.report;
  const texts = (report?.children ?? []).flatMap((block): string[] => {
    if (block.type === 'title') return block.lines.map(plainText);
    if (block.type === 'heading') return [block.number + plainText(block.children)];
    if (block.type === 'paragraph') {
      return [
        (block.runIn === undefined ? '' : block.runIn.number + plainText(block.runIn.children)) +
          plainText(block.children),
      ];
    }
    return [];
  });
  return withoutSpace(texts.join(''));
}

describe.skipIf(!has('qpdf'))('qpdf', () => {
  it.each(exampleNames)('finds no fault in the PDF of %s', async (name) => {
    expect(run('qpdf', '--check', await written(name, 'pdf'))).toContain('No syntax or stream encoding errors');
  });
});

describe.skipIf(!has('pdftotext'))('poppler', () => {
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
    // Tables and page breaks stand between; each paragraph of the tree must be there whole, in order.
    const report = openExample(name).open.report;
    let at = 0;
    for (const block of report?.children ?? []) {
      if (block.type !== 'paragraph' || block.role !== 'body') continue;
      const wanted = withoutSpace(
        (block.runIn === undefined ? '' : block.runIn.number + plainText(block.runIn.children)) +
          plainText(block.children),
      );
      const found = text.indexOf(wanted, at);
      expect(found, wanted.slice(0, 40)).toBeGreaterThanOrEqual(at);
      at = found + wanted.length;
    }
    expect(at).toBeGreaterThan(0);
  });

  it.each(exampleNames)('R-57: sees a tagged file with title and A4 pages in %s', async (name) => {
    const information = run('pdfinfo', await written(name, 'pdf'));
    expect(information).toMatch(/Tagged: +yes/);
    expect(information).toMatch(/Title: +\S/);
    expect(information).toMatch(/Page size: +595\.\d+ x 841\.\d+ pts \(A4\)/);
  });
});

describe.skipIf(!has('xmllint'))('xmllint', () => {
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

describe.skipIf(!has('soffice'))('LibreOffice', () => {
  it.each(exampleNames)('opens the DOCX of %s and shows all its text', async (name) => {
    run(
      'soffice',
      '--headless',
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--convert-to',
      'txt:Text (encoded):UTF8',
      '--outdir',
      folder,
      await written(name, 'docx'),
    );
    const text = withoutSpace(readFileSync(join(folder, `${name}.txt`), 'utf8').replace(/^﻿/u, ''));
    const expected = narrative(name);
    // Tables stand between the paragraphs: compare what is left when the wanted text is found piece by piece.
    let at = 0;
    for (const piece of expected.match(/.{1,60}/gsu) ?? []) {
      const found = text.indexOf(piece, Math.max(0, at - 60));
      if (found >= 0) at = found + piece.length;
    }
    expect(at).toBeGreaterThan(expected.length / 2);
    for (const block of openExample(name).open.report?.children ?? []) {
      if (block.type === 'paragraph' && block.role === 'body')
        expect(text).toContain(withoutSpace(plainText(block.children)));
    }
  });
});

const checkers = resolve('../shared/checkers');

describe.skipIf(!existsSync(join(checkers, 'check-all')) || !has('soffice') || !has('qpdf'))(
  'independent checkers, where they are at hand',
  () => {
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
  },
);
