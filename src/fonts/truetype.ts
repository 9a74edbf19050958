/**
 * A small reader of TrueType and OpenType fonts: names, vertical metrics, which characters a font has and how wide they
 * are. Comes in: the bytes of a font file. Goes out: a FontProgram, or undefined when the file cannot be used. Never
 * throws, never copies the bytes, reads no outlines.
 */

/** What layout needs of a font. Lengths are in font units unless said otherwise. */
export interface FontProgram {
  /** Family name, the Chinese or English one as the font has it (`name` 16, else 1). */
  readonly family: string;
  /** PostScript name (`name` 6); unique within a font collection. */
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  /** `hhea` ascender, above the baseline. */
  readonly ascent: number;
  /** `hhea` descender, negative below the baseline (a positive value in the file has its sign turned). */
  readonly descent: number;
  readonly lineGap: number;
  /** True when the font has a glyph for the code point (not glyph 0). */
  has(codePoint: number): boolean;
  /** Advance width in em; 0 when the font lacks the code point (ask `has`). */
  advance(codePoint: number): number;
  /** Number of the glyph that shows the code point; 0, the glyph of what is missing, when the font lacks it. */
  glyph(codePoint: number): number;
}

interface TableRange {
  readonly start: number;
  readonly end: number;
}

type GlyphOf = (codePoint: number) => number;

/**
 * Reads the font in `bytes` (TrueType, OpenType or a collection). `member` picks the font of a collection by index or
 * by PostScript name; the first one without it. Undefined when the file is damaged, or is no such font (WOFF and WOFF2
 * are not read), or has no such member.
 */
export function readFont(bytes: Uint8Array, member?: number | string): FontProgram | undefined {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (const offset of memberOffsets(view, typeof member === 'number' ? member : undefined)) {
      const font = readMember(view, offset);
      if (font !== undefined && (typeof member !== 'string' || font.postscriptName === member)) return font;
    }
    return undefined;
  } catch (error) {
    // Every read goes through DataView, which checks bounds: outside them the font is damaged.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const TAG_TTCF = 0x74746366;
const TAG_OTTO = 0x4f54544f;
const TAG_TRUE = 0x74727565;
const VERSION_TRUETYPE = 0x00010000;
const HEAD_MAGIC = 0x5f0f3cf5;
const MAX_MEMBERS = 256;

function memberOffsets(view: DataView, index: number | undefined): readonly number[] {
  if (view.getUint32(0) !== TAG_TTCF) return index === undefined || index === 0 ? [0] : [];
  const count = Math.min(view.getUint32(8), MAX_MEMBERS);
  const offsets: number[] = [];
  for (let i = 0; i < count; i += 1) {
    if (index === undefined || index === i) offsets.push(view.getUint32(12 + 4 * i));
  }
  return offsets;
}

function readMember(view: DataView, offset: number): FontProgram | undefined {
  const version = view.getUint32(offset);
  if (version !== VERSION_TRUETYPE && version !== TAG_OTTO && version !== TAG_TRUE) return undefined;
  const tables = tablesOf(view, offset);
  const head = tables.get('head');
  const hhea = tables.get('hhea');
  const hmtx = tables.get('hmtx');
  const maxp = tables.get('maxp');
  const cmap = tables.get('cmap');
  if (head === undefined || hhea === undefined || hmtx === undefined || maxp === undefined || cmap === undefined) {
    return undefined;
  }
  if (!tables.has('glyf') && !tables.has('CFF ') && !tables.has('CFF2')) return undefined;
  if (view.getUint32(head.start + 12) !== HEAD_MAGIC) return undefined;
  const unitsPerEm = view.getUint16(head.start + 18);
  if (unitsPerEm < 16 || unitsPerEm > 16384) return undefined;
  const glyphs = view.getUint16(maxp.start + 4);
  const metrics = view.getUint16(hhea.start + 34);
  if (metrics === 0 || metrics > glyphs || hmtx.start + 4 * metrics > hmtx.end) return undefined;
  const glyphOf = characterMap(view, cmap, glyphs);
  if (glyphOf === undefined) return undefined;

  const names = namesOf(view, tables.get('name'));
  const descent = view.getInt16(hhea.start + 6);
  return new Program(
    view,
    hmtx.start,
    metrics,
    glyphOf,
    names,
    unitsPerEm,
    view.getInt16(hhea.start + 4),
    // FandolSong-Regular writes its descent with the wrong sign.
    descent > 0 ? -descent : descent,
    view.getInt16(hhea.start + 8),
  );
}

class Program implements FontProgram {
  readonly family: string;
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  readonly #view: DataView;
  readonly #hmtx: number;
  readonly #metrics: number;
  readonly #glyphOf: GlyphOf;
  /** Advance in em by code point; -1 for a code point the font lacks. Only characters that were asked for. */
  readonly #seen = new Map<number, number>();

  constructor(
    view: DataView,
    hmtx: number,
    metrics: number,
    glyphOf: GlyphOf,
    names: { readonly family: string; readonly postscriptName: string },
    unitsPerEm: number,
    ascent: number,
    descent: number,
    lineGap: number,
  ) {
    this.#view = view;
    this.#hmtx = hmtx;
    this.#metrics = metrics;
    this.#glyphOf = glyphOf;
    this.family = names.family;
    this.postscriptName = names.postscriptName;
    this.unitsPerEm = unitsPerEm;
    this.ascent = ascent;
    this.descent = descent;
    this.lineGap = lineGap;
  }

  has(codePoint: number): boolean {
    return this.#look(codePoint) >= 0;
  }

  advance(codePoint: number): number {
    return Math.max(0, this.#look(codePoint));
  }

  glyph(codePoint: number): number {
    return this.#glyphOf(codePoint);
  }

  #look(codePoint: number): number {
    const seen = this.#seen.get(codePoint);
    if (seen !== undefined) return seen;
    const glyph = this.#glyphOf(codePoint);
    // Glyphs past the last entry share its advance (hmtx).
    const entry = this.#hmtx + 4 * Math.min(glyph, this.#metrics - 1);
    const advance = glyph === 0 ? -1 : this.#view.getUint16(entry) / this.unitsPerEm;
    this.#seen.set(codePoint, advance);
    return advance;
  }
}

function tablesOf(view: DataView, offset: number): Map<string, TableRange> {
  const tables = new Map<string, TableRange>();
  const count = view.getUint16(offset + 4);
  for (let i = 0; i < count; i += 1) {
    const entry = offset + 12 + 16 * i;
    const tag = String.fromCharCode(
      view.getUint8(entry),
      view.getUint8(entry + 1),
      view.getUint8(entry + 2),
      view.getUint8(entry + 3),
    );
    const start = view.getUint32(entry + 8);
    const end = start + view.getUint32(entry + 12);
    // A table that runs past the end of the file is as good as absent.
    if (end <= view.byteLength) tables.set(tag, { start, end });
  }
  return tables;
}

/** Looks code points up in the best Unicode subtable: format 12 (all planes) before format 4 (first plane). */
function characterMap(view: DataView, cmap: TableRange, glyphs: number): GlyphOf | undefined {
  const count = view.getUint16(cmap.start + 2);
  let best: { readonly format: number; readonly start: number } | undefined;
  for (let i = 0; i < count; i += 1) {
    const entry = cmap.start + 4 + 8 * i;
    const platform = view.getUint16(entry);
    const encoding = view.getUint16(entry + 2);
    const start = cmap.start + view.getUint32(entry + 4);
    const unicode = (platform === 0 && encoding !== 5) || (platform === 3 && (encoding === 1 || encoding === 10));
    if (!unicode || start + 16 > cmap.end) continue;
    const format = view.getUint16(start);
    if ((format === 4 || format === 12) && (best === undefined || format > best.format)) best = { format, start };
  }
  if (best === undefined) return undefined;
  const lookup = best.format === 12 ? segmentedCoverage(view, best.start) : segmentMapping(view, best.start);
  if (lookup === undefined) return undefined;
  return (codePoint) => {
    const glyph = lookup(codePoint);
    return glyph < glyphs ? glyph : 0;
  };
}

/** `cmap` format 12: groups of 12 bytes, sorted by first code point. */
function segmentedCoverage(view: DataView, start: number): GlyphOf | undefined {
  const groups = view.getUint32(start + 12);
  const first = start + 16;
  if (first + 12 * groups > view.byteLength) return undefined;
  return (codePoint) => {
    let low = 0;
    let high = groups - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const group = first + 12 * middle;
      if (codePoint < view.getUint32(group)) high = middle - 1;
      else if (codePoint > view.getUint32(group + 4)) low = middle + 1;
      else return view.getUint32(group + 8) + codePoint - view.getUint32(group);
    }
    return 0;
  };
}

/** `cmap` format 4: segments sorted by last code point, in four parallel arrays. */
function segmentMapping(view: DataView, start: number): GlyphOf | undefined {
  const doubled = view.getUint16(start + 6);
  const segments = doubled >>> 1;
  const ends = start + 14;
  const starts = ends + doubled + 2;
  const deltas = starts + doubled;
  const offsets = deltas + doubled;
  if (segments === 0 || offsets + doubled > view.byteLength) return undefined;
  return (codePoint) => {
    if (codePoint > 0xffff) return 0;
    let low = 0;
    let high = segments - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (view.getUint16(ends + 2 * middle) < codePoint) low = middle + 1;
      else high = middle;
    }
    const begin = view.getUint16(starts + 2 * low);
    if (codePoint < begin || codePoint > view.getUint16(ends + 2 * low)) return 0;
    const delta = view.getUint16(deltas + 2 * low);
    const offset = view.getUint16(offsets + 2 * low);
    if (offset === 0) return (codePoint + delta) & 0xffff;
    const at = offsets + 2 * low + offset + 2 * (codePoint - begin);
    if (at + 2 > view.byteLength) return 0;
    const glyph = view.getUint16(at);
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  };
}

const NAME_FAMILY = 1;
const NAME_POSTSCRIPT = 6;
const NAME_TYPOGRAPHIC_FAMILY = 16;

/** Names, English before others; empty when the font has none (a PDF subset may lack them). */
function namesOf(
  view: DataView,
  table: TableRange | undefined,
): { readonly family: string; readonly postscriptName: string } {
  const found = new Map<number, { readonly rank: number; readonly text: string }>();
  if (table !== undefined && table.start + 6 <= table.end) {
    const count = view.getUint16(table.start + 2);
    const strings = table.start + view.getUint16(table.start + 4);
    for (let i = 0; i < count && table.start + 18 + 12 * i <= table.end; i += 1) {
      const entry = table.start + 6 + 12 * i;
      const id = view.getUint16(entry + 6);
      if (id !== NAME_FAMILY && id !== NAME_POSTSCRIPT && id !== NAME_TYPOGRAPHIC_FAMILY) continue;
      const platform = view.getUint16(entry);
      const encoding = view.getUint16(entry + 2);
      const language = view.getUint16(entry + 4);
      const length = view.getUint16(entry + 8);
      const at = strings + view.getUint16(entry + 10);
      if (at + length > table.end) continue;
      const roman = platform === 1 && encoding === 0;
      if (!roman && platform !== 0 && platform !== 3) continue;
      const rank = platform === 3 && language === 0x0409 ? 3 : platform === 3 ? 1 : 2;
      if (rank > (found.get(id)?.rank ?? 0)) found.set(id, { rank, text: nameText(view, at, length, roman) });
    }
  }
  const text = (id: number): string | undefined => found.get(id)?.text;
  const postscriptName = text(NAME_POSTSCRIPT) ?? '';
  return { family: text(NAME_TYPOGRAPHIC_FAMILY) ?? text(NAME_FAMILY) ?? postscriptName, postscriptName };
}

function nameText(view: DataView, at: number, length: number, roman: boolean): string {
  let text = '';
  const step = roman ? 1 : 2;
  for (let i = 0; i + step <= length; i += step) {
    text += String.fromCharCode(roman ? view.getUint8(at + i) : view.getUint16(at + i));
  }
  return text;
}
