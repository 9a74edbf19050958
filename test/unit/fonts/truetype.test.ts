import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, it, expect } from 'vitest';
import { FONT_FILES } from '../../../src/fonts/fonts.js';
import { readFont, type FontProgram } from '../../../src/fonts/truetype.js';

interface OtherReader {
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  readonly unitsPerEm: number;
  readonly postscriptName: string;
  readonly familyName: string;
  readonly characterSet: readonly number[];
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): { readonly advanceWidth: number; readonly path: { readonly bbox: { readonly minX: number; readonly maxX: number } } };
}
const fontkit = createRequire(import.meta.url)('fontkit') as { create(bytes: Uint8Array): OtherReader };

const read = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`../../../fonts/${name}`, import.meta.url))));
const latin = read('latin.ttf');

function fontOf(bytes: Uint8Array): FontProgram {
  const font = readFont(bytes);
  if (font === undefined) throw new Error('not a font');
  return font;
}

/** A collection whose two fonts are both `latin.ttf`. */
function collection(): Uint8Array {
  const head = 20;
  const bytes = new Uint8Array(head + latin.length);
  const view = new DataView(bytes.buffer);
  [0x74746366, 0x00010000, 2, head, head].forEach((value, i) => view.setUint32(4 * i, value));
  bytes.set(latin, head);
  const tables = view.getUint16(head + 4);
  for (let i = 0; i < tables; i += 1) {
    const at = head + 12 + 16 * i + 8;
    view.setUint32(at, view.getUint32(at) + head);
  }
  return bytes;
}

/** A font with a `cmap` of format 4 only: a-c by delta, x-z by glyph array; written at the end of `latin.ttf`. */
function withFormat4(): Uint8Array {
  const words = [
    0, 1, 3, 1, 0, 12, // table head, one record at offset 12
    4, 16 + 8 * 3 + 6, 0, 6, 4, 1, 2, // format 4, three segments
    0x63, 0x7a, 0xffff, 0, // last code points, padding
    0x61, 0x78, 0xffff, // first code points
    0x10000 - 0x61 + 5, 0, 1, // deltas: a is glyph 5
    0, 4, 0, // offsets: from the second segment to the array
    9, 0, 7, // x, no y, z
  ];
  const bytes = new Uint8Array(latin.length + 2 * words.length);
  bytes.set(latin);
  const view = new DataView(bytes.buffer);
  words.forEach((word, i) => view.setUint16(latin.length + 2 * i, word));
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const entry = 12 + 16 * i;
    if (view.getUint32(entry) !== 0x636d6170) continue; // cmap
    view.setUint32(entry + 8, latin.length);
    view.setUint32(entry + 12, 2 * words.length);
  }
  return bytes;
}

describe('readFont', () => {
  it.each(FONT_FILES)('agrees with fontkit on %s', (name) => {
    const bytes = read(name);
    const font = fontOf(bytes);
    const other = fontkit.create(bytes);
    expect([font.ascent, font.descent, font.lineGap, font.unitsPerEm, font.postscriptName, font.family]).toEqual([
      other.ascent,
      other.descent,
      other.lineGap,
      other.unitsPerEm,
      other.postscriptName,
      other.familyName,
    ]);
    const step = Math.ceil(other.characterSet.length / 500);
    for (const code of other.characterSet.filter((_, i) => i % step === 0)) {
      expect([code, font.has(code), font.advance(code)]).toEqual([
        code,
        true,
        other.glyphForCodePoint(code).advanceWidth / other.unitsPerEm,
      ]);
    }
    for (let code = 0; code < 0x30000; code += 97) expect(font.has(code)).toBe(other.hasGlyphForCodePoint(code));
  });

  it.each(['fangsong.ttf', 'kaiti.ttf', 'heiti.ttf', 'songti.ttf', 'biaosong.ttf'])(
    'two — of %s join, and quotation marks hug what they enclose',
    (name) => {
      const other = fontkit.create(read(name));
      const bounds = (mark: string) => other.glyphForCodePoint(mark.codePointAt(0) ?? 0).path.bbox;
      expect(bounds('—').minX).toBeLessThanOrEqual(0);
      expect(bounds('—').maxX).toBeGreaterThanOrEqual(1000);
      for (const mark of '“‘（《') expect(bounds(mark).minX, mark).toBeGreaterThan(400);
      for (const mark of '”’）》') expect(bounds(mark).maxX, mark).toBeLessThan(600);
      expect(bounds('·').minX + bounds('·').maxX).toBeCloseTo(1000, -1);
    },
  );

  it('costs next to nothing to open', () => {
    const bytes = read('fallback.ttf');
    readFont(bytes);
    const started = performance.now();
    for (let i = 0; i < 100; i += 1) readFont(bytes);
    expect((performance.now() - started) / 100).toBeLessThan(5);
  });

  it('reads a font inside a larger buffer', () => {
    const larger = new Uint8Array(latin.length + 7);
    larger.set(latin, 7);
    expect(readFont(larger.subarray(7))?.postscriptName).toBe('STIXTwoText-Regular');
  });

  it('picks a font of a collection by index or name', () => {
    const bytes = collection();
    expect(readFont(bytes)?.postscriptName).toBe('STIXTwoText-Regular');
    expect(readFont(bytes, 1)?.advance(0x41)).toBe(readFont(latin)?.advance(0x41));
    expect(readFont(bytes, 'STIXTwoText-Regular')).toBeDefined();
    expect(readFont(bytes, 2)).toBeUndefined();
    expect(readFont(bytes, 'Other')).toBeUndefined();
    expect(readFont(latin, 1)).toBeUndefined();
  });

  it('reads character maps of format 4', () => {
    const font = fontOf(withFormat4());
    const shown = Array.from({ length: 128 }, (_, code) => code).filter((code) => font.has(code));
    expect(String.fromCodePoint(...shown)).toBe('abcxz');
    expect(font.has(0x10061)).toBe(false);
    expect(font.advance(0x79)).toBe(0);
  });
});

describe('damaged fonts', () => {
  const use = (bytes: Uint8Array): void => {
    const font = readFont(bytes);
    if (font === undefined) return;
    for (let code = 0; code < 0x2ffff; code += 211) {
      expect(Number.isFinite(font.advance(code))).toBe(true);
      font.has(code);
    }
  };

  it('cut anywhere: undefined', () => {
    for (let length = 0; length < 2000; length += 1) expect(readFont(latin.subarray(0, length))).toBeUndefined();
    for (let length = 2000; length < latin.length; length += 997) use(latin.subarray(0, length));
  });

  it('not a font: undefined', () => {
    expect(readFont(new Uint8Array())).toBeUndefined();
    expect(readFont(new TextEncoder().encode('wOF2'.repeat(50)))).toBeUndefined();
    expect(readFont(new TextEncoder().encode('<html>'.repeat(50)))).toBeUndefined();
  });

  it('with changed bytes: never an exception', () => {
    const where = fc.oneof(fc.nat(300), fc.nat(latin.length - 1));
    fc.assert(
      fc.property(fc.array(fc.tuple(where, fc.nat(255)), { minLength: 1, maxLength: 20 }), (changes) => {
        const bytes = latin.slice();
        for (const [at, value] of changes) bytes[at] = value;
        use(bytes);
      }),
      { numRuns: 200 },
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), use), { numRuns: 200 });
  });
});
