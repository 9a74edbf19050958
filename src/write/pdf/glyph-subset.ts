/**
 * Glyphs of a TrueType font put into pdfkit's subset straight from the font's bytes. fontkit decodes the outline of every
 * glyph to learn whether it is composite and how wide it is; the first two bytes and the width table say the same.
 */
/* oxlint-disable eslint/no-underscore-dangle -- fontkit's names */
import type { EmbeddedFont, FontkitFont } from 'pdfmake/js/PDFDocument.js';

/** Adds one glyph to the subset of `font` and gives its number there. */
type AddGlyph = (id: number) => number;

/** Gives the font's subset the short way of adding glyphs, where there is one: not for CFF outlines. */
export function addGlyphsFromBytes({ font, subset }: EmbeddedFont): void {
  const { glyf, loca } = font.directory.tables;
  if (subset.cff !== undefined || glyf === undefined || loca === undefined) return;
  const bytes = font.stream.buffer;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offsets } = (font._tables.loca ??= glyphLocations(font, view, loca.offset));
  const addDecoded: AddGlyph = subset._addGlyph.bind(subset);
  subset._addGlyph = (id) => {
    const start = offsets[id] ?? 0;
    const length = (offsets[id + 1] ?? 0) - start;
    const isComposite = length > 0 && view.getInt16(glyf.offset + start) < 0;
    if (isComposite || id >= font.hmtx.metrics.length) return addDecoded(id);
    subset.glyf.push(bytes.subarray(glyf.offset + start, glyf.offset + start + length));
    subset.loca.offsets.push(subset.offset);
    const { advance, bearing } = font.hmtx.metrics.get(id);
    subset.hmtx.metrics.push({ advance, bearing });
    subset.offset += length;
    return subset.glyf.length - 1;
  };
}

/** Where each glyph begins in `glyf`: the table `loca`, as fontkit holds it. */
function glyphLocations(font: FontkitFont, view: DataView, start: number): Required<FontkitFont['_tables']>['loca'] {
  const version = font.head.indexToLocFormat;
  const offsets = new Uint32Array(font.numGlyphs + 1);
  for (let i = 0; i < offsets.length; i++) {
    offsets[i] = version === 0 ? 2 * view.getUint16(start + 2 * i) : view.getUint32(start + 4 * i);
  }
  return { version, offsets };
}

/** Advance width of a glyph in font units. */
export function advanceOf(font: FontkitFont, id: number): number {
  const { metrics } = font.hmtx;
  return metrics.get(Math.min(id, metrics.length - 1)).advance;
}
