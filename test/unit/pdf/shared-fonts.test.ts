import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFontSet, FONT_FILES, type FontSet } from '../../../src/fonts/fonts.js';
import type { Report } from '../../../src/report/tree.js';
import { pdfWriter } from '../../../src/write/pdf/pdf-writer.js';
import { officialStyle } from '../../support/page-style.js';
import { body, fullReport, heading, report } from '../../support/pdf-fixtures.js';

const files = Object.fromEntries(
  FONT_FILES.map((name) => [name, new Uint8Array(readFileSync(new URL(`../../../fonts/${name}`, import.meta.url)))]),
);

function freshFonts(): FontSet {
  const { value } = createFontSet(files);
  if (value === undefined) throw new Error('no fonts');
  return value;
}

async function write(input: Report, fonts: FontSet): Promise<Buffer> {
  const { value } = await pdfWriter.write(input, officialStyle, { fonts, generator: 'test' });
  if (value === undefined) throw new Error('not written');
  return Buffer.from(value);
}

/** Half marks, rare characters and composite glyphs, in other faces and another order than the full report uses them. */
const other = report([
  heading(2, '（一）', '公开“目录”（汇编）'),
  body('㐂①é，2024年。（一）“附件”……，公开。「」《》'),
  body('政府信息公开'.repeat(60)),
]);

describe('fonts that several documents share', () => {
  it('R-40: a document is the same whatever was written before it', async () => {
    const fonts = freshFonts();
    const documents = [fullReport(), other, report([body('甲')]), other, fullReport()];
    for (const document of documents) {
      expect((await write(document, fonts)).equals(await write(document, freshFonts()))).toBe(true);
    }
  });

  it('R-40: documents written at the same time do not mix', async () => {
    const fonts = freshFonts();
    const [first, second] = await Promise.all([write(fullReport(), fonts), write(other, fonts)]);
    expect(first.equals(await write(fullReport(), freshFonts()))).toBe(true);
    expect(second.equals(await write(other, freshFonts()))).toBe(true);
  });

  it('leaves the bytes of the font files as they are', async () => {
    const fonts = freshFonts();
    const copies = new Map(fonts.faces.map((face) => [face.id, Buffer.from(face.bytes)]));
    await write(fullReport(), fonts);
    await write(other, fonts);
    for (const face of fonts.faces) expect(copies.get(face.id)?.equals(face.bytes), face.id).toBe(true);
  });
});
