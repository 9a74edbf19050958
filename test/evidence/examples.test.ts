import { describe, expect, it } from 'vitest';
import { pdfWriter } from '../../src/write/pdf/pdf-writer.js';
import { exampleNames, openExample, writeOutput } from '../support/examples.js';
import { embeddedData, everything, tinted } from '../support/pdf-everything.js';
import { builtInFonts } from '../support/pdf-fixtures.js';
import { sourcePrograms } from '../support/pdf-sources.js';
import { officialStyle } from '../support/page-style.js';
import { checkPdf } from './checks/all.js';

describe('R-57: PDF/A-3a and PDF/UA-1, by a reader of our own that shares no code with the writer', () => {
  it.each(exampleNames)('%s', async (name) => {
    expect(checkPdf(await writeOutput(openExample(name).open, 'pdf'), sourcePrograms())).toEqual([]);
  });

  it('a report with every kind of node', async () => {
    const { value, diagnostics } = await pdfWriter.write(everything(), tinted(officialStyle), {
      fonts: builtInFonts(),
      generator: 'test',
      embedded: embeddedData,
    });
    expect(value, JSON.stringify(diagnostics)).toBeDefined();
    expect(checkPdf(value ?? new Uint8Array(), sourcePrograms())).toEqual([]);
  });
});
