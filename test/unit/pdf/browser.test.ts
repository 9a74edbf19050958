import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { expect, it } from 'vitest';
import { FONT_FILES } from '../../../src/fonts/fonts.js';
import { pdfWriter } from '../../../src/write/pdf/pdf-writer.js';
import { browserBundle } from '../../support/pdf-browser.js';
import { builtInFonts, fullReport } from '../../support/pdf-fixtures.js';
import { officialStyle } from '../../support/pdf-style.js';

const ENTRY = `
import { createFontSet } from '../../../src/fonts/fonts.js';
import { pdfWriter } from '../../../src/write/pdf/pdf-writer.js';
globalThis.write = async (files, report, style) => {
  const fonts = createFontSet(files).value;
  const outcome = await pdfWriter.write(report, style, { fonts, generator: 'nianbao' });
  return outcome.value;
};`;

interface Page {
  readonly TextEncoder: typeof TextEncoder;
  readonly TextDecoder: typeof TextDecoder;
  write?: (files: Record<string, Uint8Array>, report: unknown, style: unknown) => Promise<Uint8Array>;
}

it('R-59: writes the same bytes in a page without Node as in Node', async () => {
  const page: Page = { TextEncoder, TextDecoder };
  createContext(page);
  runInContext('globalThis.self = globalThis', page);
  runInContext(await browserBundle(ENTRY, dirname(fileURLToPath(import.meta.url))), page);
  const PageBytes = runInContext('Uint8Array', page) as typeof Uint8Array;
  const folder = new URL('../../../fonts/', import.meta.url);
  const files = Object.fromEntries(
    FONT_FILES.map((name) => [name, new PageBytes(readFileSync(new URL(name, folder)))]),
  );
  const there = await page.write?.(files, fullReport(), officialStyle);
  const here = await pdfWriter.write(fullReport(), officialStyle, { fonts: builtInFonts(), generator: 'nianbao' });
  expect(there?.length).toBe(here.value?.length);
  expect(Buffer.compare(there ?? new Uint8Array(), here.value ?? new Uint8Array())).toBe(0);
});
