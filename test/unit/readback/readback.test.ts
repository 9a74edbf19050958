import { describe, expect, it } from 'vitest';
import { differencesOf } from '../../../src/readback/compare.js';
import { expectedText } from '../../../src/readback/expected.js';
import { comparable, type ReadBack } from '../../../src/readback/model.js';
import { readDocx } from '../../../src/readback/read-docx.js';
import { dataBlockOf, readHtml } from '../../../src/readback/read-html.js';
import { readPdf } from '../../../src/readback/read-pdf.js';
import { exampleNames, openExample, writeOutput } from '../../support/examples.js';

const readers: Readonly<Record<string, (bytes: Uint8Array) => Promise<ReadBack | undefined>>> = {
  docx: (bytes) => Promise.resolve(readDocx(bytes, 'x.docx').value),
  pdf: async (bytes) => (await readPdf(bytes, 'x.pdf')).value,
  html: (bytes) => Promise.resolve(readHtml(bytes)),
  'html-fragment': (bytes) => Promise.resolve(readHtml(bytes)),
};

describe('outputs read back by readers that share no code with the writers', () => {
  describe.each(Object.keys(readers))('%s', (format) => {
    it.each(exampleNames)('%s says what the tree says', async (name) => {
      const { open } = openExample(name);
      if (open.report === undefined) throw new Error(name);
      const read = await readers[format]?.(await writeOutput(open, format));
      if (read === undefined) throw new Error('not read');
      expect(differencesOf(expectedText(open.report), read)).toEqual([]);
    });
  });

  it('R-74: one changed digit is one difference with its place, in a cell and in the text', async () => {
    const { open } = openExample('city-2024');
    if (open.report === undefined) throw new Error('no report');
    const expected = expectedText(open.report);
    for (const [format, read] of Object.entries(readers)) {
      const shown = await read(await writeOutput(open, format));
      if (shown === undefined) throw new Error(format);
      const rows = shown.rows.map((row) => row.map((cell) => (cell.trim() === '7433' ? '7438' : cell)));
      const [difference, ...others] = differencesOf(expected, { ...shown, rows });
      expect(others).toEqual([]);
      expect(difference).toMatchObject({ kind: 'cell', address: 't3/r1/total', expected: '7433', found: '7438' });
      const text = comparable(shown.text).replace('14件，实际收取', '15件，实际收取');
      expect(differencesOf(expected, { ...shown, text })).toEqual([
        { kind: 'text', expected: '2024年发出收费通知14件，', found: '2024年发出收费通知15件，' },
      ]);
    }
  });

  it('a row left out, a blank made 0, and a cell moved are all seen', async () => {
    const { open } = openExample('taierzhuang-2016');
    if (open.report === undefined) throw new Error('no report');
    const expected = expectedText(open.report);
    const shown = readDocx(await writeOutput(open, 'docx'), 'x').value;
    if (shown === undefined) throw new Error('not read');
    const without = { ...shown, rows: shown.rows.slice(0, -1) };
    expect(differencesOf(expected, without)).toContainEqual(expect.objectContaining({ kind: 'shape' }));
    const blank = shown.rows.findIndex((row) => row.at(-1)?.trim() === '');
    const zero = shown.rows.map((row, index) => (index === blank ? [...row.slice(0, -1), '0'] : row));
    expect(differencesOf(expected, { ...shown, rows: zero })).toEqual([
      expect.objectContaining({ kind: 'cell', expected: '', found: '0' }),
    ]);
    const swapped = shown.rows.map((row, index) => (index === 3 ? [...row].reverse() : row));
    expect(differencesOf(expected, { ...shown, rows: swapped }).length).toBeGreaterThan(1);
  });

  it('what is no such file is refused, never thrown', async () => {
    const junk = new TextEncoder().encode('not a file');
    expect(readDocx(junk, 'x.docx').diagnostics.map(({ severity }) => severity)).toEqual(['error']);
    expect((await readPdf(junk, 'x.pdf')).diagnostics.map(({ code }) => code)).toEqual(['readback/unreadable']);
    const deep = new TextEncoder().encode('<div>'.repeat(20_000));
    expect(readHtml(deep).rows).toEqual([]);
    expect(dataBlockOf(deep, 'x')).toBeUndefined();
  });
});
