/** ISO 19005-3 6.2.11 and ISO 14289-1 7.21: fonts, and R-50: every shown code has its width, its glyph and its character. */
import type { ReadFont } from '../../support/pdf-font.js';
import type { OpenedPdf } from '../../support/pdf-open.js';
import { isReference, textOfString, type PdfValue } from '../../support/pdf-syntax.js';
import type { Outline, TrueTypeProgram } from '../../support/pdf-truetype.js';
import { Findings, type Finding } from './finding.js';

/** Thousandths of an em that a stated width may differ from the program's (ISO 19005-3 6.2.11.5). */
const WIDTH_TOLERANCE = 1;

/** `sources` are the whole fonts the report was set in; every shown glyph must be the glyph of its character in one of them. */
export function checkFonts({ file, pages, fonts }: OpenedPdf, sources: readonly TrueTypeProgram[]): readonly Finding[] {
  const found = new Findings();
  const shown = new Map<ReadFont, Set<number>>();
  for (const page of pages) {
    for (const event of page.events) {
      if (event.kind !== 'show') continue;
      const codes = shown.get(event.font) ?? new Set<number>();
      for (const glyph of event.glyphs) codes.add(glyph.code);
      shown.set(event.font, codes);
    }
  }
  for (const font of fonts.values()) {
    checkDictionaries(file, font, found);
    for (const code of shown.get(font) ?? []) checkCode(font, code, sources, found);
  }
  return found.list;
}

function checkDictionaries(file: OpenedPdf['file'], font: ReadFont, found: Findings): void {
  const holder: PdfValue = { type: 'reference', number: font.number };
  const named = (value: PdfValue | undefined, ...path: string[]): string | undefined => file.name(value, ...path);
  const what = `font ${font.baseFont}`;
  found.expect(/^[A-Z]{6}\+\S+$/u.test(font.baseFont), 'A 6.2.11.4', `${what} has no subset tag`);
  found.expect(named(holder, 'Subtype') === 'Type0', 'A 6.2.11.2', `${what} is no Type 0 font`);
  found.expect(named(holder, 'Encoding') === 'Identity-H', 'A 6.2.11.3', `${what} is not encoded by Identity-H`);
  found.expect(named(font.descendant, 'Subtype') === 'CIDFontType2', 'A 6.2.11.2', `${what} is no TrueType font`);
  found.expect(
    named(font.descendant, 'CIDToGIDMap') === 'Identity',
    'A 6.2.11.3',
    `${what} maps codes to glyphs by a map`,
  );
  const registry = textOfString(file.get(font.descendant, 'CIDSystemInfo', 'Registry'));
  const ordering = textOfString(file.get(font.descendant, 'CIDSystemInfo', 'Ordering'));
  found.expect(registry === 'Adobe' && ordering === 'Identity', 'A 6.2.11.3', `${what} is of ${registry} ${ordering}`);
  const names = [named(font.descendant, 'BaseFont'), named(font.descriptor, 'FontName')];
  found.expect(
    names.every((name) => name === font.baseFont),
    'A 6.2.11.2',
    `${what} has other names inside`,
  );
  const descriptor = file.dictionary(font.descriptor)?.entries;
  found.expect(isReference(descriptor?.get('FontFile2')), 'A 6.2.11.4', `${what} is not embedded`);
  // A CIDSet must be complete where there is one; there is none.
  found.expect(descriptor?.has('CIDSet') === false, 'A 6.2.11.4', `${what} has a CIDSet`);
  const flags = file.get(font.descriptor, 'Flags');
  found.expect(typeof flags === 'number' && (flags & 4) !== 0, 'A 6.2.11.6', `${what} is not marked symbolic`);
  found.expect(
    font.rangeLengths.every((length) => length <= 256),
    'R-50',
    `${what} has a range of more than 256 characters in its map to Unicode`,
  );
}

function checkCode(font: ReadFont, code: number, sources: readonly TrueTypeProgram[], found: Findings): void {
  const what = `code ${code} of ${font.baseFont}`;
  found.expect(code !== 0, 'A 6.2.11.8', `${what} shows .notdef`);
  found.expect(code < font.program.glyphs, 'A 6.2.11.4', `${what} has no glyph`);
  if (code === 0 || code >= font.program.glyphs) return;
  const difference = Math.abs(font.width(code) - font.program.advance(code));
  found.expect(
    difference <= WIDTH_TOLERANCE,
    'A 6.2.11.5',
    `${what} is stated ${difference} wider or narrower than it is`,
  );
  const text = font.unicode.get(code);
  found.expect(text !== undefined && text !== '', 'A 6.2.11.7', `${what} has no character`);
  if (text === undefined || text === '') return;
  const point = text.codePointAt(0) ?? 0;
  const isPlain = Array.from(text).length === 1 && point !== 0 && point !== 0xfeff && point !== 0xfffe;
  found.expect(isPlain, 'A 6.2.11.7', `${what} has the character ${JSON.stringify(text)}`);
  const isPrivate = (point >= 0xe000 && point <= 0xf8ff) || point >= 0xf0000;
  found.expect(!isPrivate, 'A 6.2.11.7', `${what} has a character for private use`);
  found.expect(point < 0x2e80 || point > 0x2fdf, 'R-51', `${what} has the radical ${text}`);
  const outline = font.program.outline(code);
  const isGlyph = sources.some((source) => {
    const glyph = source.glyphOf(point);
    return (
      glyph !== 0 && source.unitsPerEm === font.program.unitsPerEm && isSame(outline, source.outline(glyph), source)
    );
  });
  found.expect(isGlyph, 'R-50', `${what} shows another glyph than that of ${text}`);
  const right = Math.max(0, ...outline.flat().map((point) => point.x));
  const isHalf =
    font.width(code) === 500 && /[（《〈「『【〔［｛〖“‘，。、；：？！．）》〉」』】〕］｝〗”’]/u.test(text);
  if (isHalf) found.expect(right <= font.program.unitsPerEm / 2, 'R-55', `${what} is wider than its half cell`);
}

/** The same outline, or the same moved by half an em to the left (a mark in half its cell). */
function isSame(shown: Outline, wanted: Outline, { unitsPerEm }: TrueTypeProgram): boolean {
  if (shown.length !== wanted.length) return false;
  const [first] = shown.flat();
  const [other] = wanted.flat();
  const shift = (first?.x ?? 0) - (other?.x ?? 0);
  if (shift !== 0 && Math.abs(shift + unitsPerEm / 2) > 1) return false;
  return shown.every((contour, i) => {
    const model = wanted[i] ?? [];
    return (
      contour.length === model.length &&
      contour.every(({ x, y, on }, k) => x - (model[k]?.x ?? 0) === shift && y === model[k]?.y && on === model[k]?.on)
    );
  });
}
