/** Fonts of a PDF as a reader meets them, for tests: codes, widths, the map to Unicode and the embedded program. */
import { latin1 } from './pdf-read.js';
import type { PdfFile } from './pdf-file.js';
import { isArray, isKeyword, isReference, isString, PdfLexer, type PdfValue } from './pdf-syntax.js';
import { TrueTypeProgram } from './pdf-truetype.js';

export interface ReadFont {
  /** Object number of the Type 0 font. */
  readonly number: number;
  readonly baseFont: string;
  /** Width of a code in thousandths of an em as the file states it. */
  width(code: number): number;
  readonly unicode: ReadonlyMap<number, string>;
  /** Lengths of the ranges (`bfrange`, `bfchar`) of the map to Unicode. */
  readonly rangeLengths: readonly number[];
  readonly program: TrueTypeProgram;
  /** The FontDescriptor and the CIDFont. */
  readonly descriptor: PdfValue | undefined;
  readonly descendant: PdfValue | undefined;
}

/** Reads a Type 0 font with a TrueType program; throws with what is missing for any other. */
export function readFont(file: PdfFile, number: number): ReadFont {
  const font: PdfValue = { type: 'reference', number };
  const descendants = file.get(font, 'DescendantFonts');
  const [descendant] = isArray(descendants) ? descendants : [];
  const descriptor = file.dictionary(descendant)?.entries.get('FontDescriptor');
  const map = file.dictionary(font)?.entries.get('ToUnicode');
  if (!isReference(map)) throw new Error(`font ${number} has no map to Unicode`);
  const program = file.dictionary(descriptor)?.entries.get('FontFile2');
  if (!isReference(program)) throw new Error(`font ${number} has no embedded TrueType program`);
  const { unicode, rangeLengths } = readUnicodeMap(file.stream(map));
  const widths = readWidths(file, descendant);
  const standard = file.get(descendant, 'DW');
  return {
    number,
    baseFont: file.name(font, 'BaseFont') ?? '',
    width: (code) => widths.get(code) ?? (typeof standard === 'number' ? standard : 1000),
    unicode,
    rangeLengths,
    program: new TrueTypeProgram(file.stream(program)),
    descriptor,
    descendant,
  };
}

/** `W` (ISO 32000-1 9.7.4.3): `c [w1 w2 …]` or `first last w`. */
function readWidths(file: PdfFile, descendant: PdfValue | undefined): ReadonlyMap<number, number> {
  const out = new Map<number, number>();
  const list = file.get(descendant, 'W');
  if (!isArray(list)) return out;
  for (let i = 0; i + 1 < list.length;) {
    const first = Number(list[i]);
    const second = list[i + 1];
    if (isArray(second)) {
      second.forEach((width, k) => out.set(first + k, Number(width)));
      i += 2;
    } else {
      for (let code = first; code <= Number(second); code++) out.set(code, Number(list[i + 2]));
      i += 3;
    }
  }
  return out;
}

/** A ToUnicode CMap of two-byte codes (ISO 32000-1 9.10.3). */
function readUnicodeMap(bytes: Uint8Array): {
  readonly unicode: ReadonlyMap<number, string>;
  readonly rangeLengths: readonly number[];
} {
  const source = latin1(bytes);
  if (!/1 begincodespacerange\s*<0000>\s*<ffff>\s*endcodespacerange/iu.test(source)) {
    throw new Error('the map to Unicode is not of two-byte codes');
  }
  const unicode = new Map<number, string>();
  const rangeLengths: number[] = [];
  const lexer = new PdfLexer(bytes, 0, false);
  let operands: PdfValue[] = [];
  for (let value = lexer.next(); value !== undefined; value = lexer.next()) {
    if (!isKeyword(value)) {
      operands.push(value);
      continue;
    }
    if (value.value === 'endbfchar') {
      for (let i = 0; i + 1 < operands.length; i += 2) unicode.set(codeOf(operands[i]), utf16(operands[i + 1]));
    } else if (value.value === 'endbfrange') {
      for (let i = 0; i + 2 < operands.length; i += 3) {
        const [first, last, target] = [codeOf(operands[i]), codeOf(operands[i + 1]), operands[i + 2]];
        rangeLengths.push(last - first + 1);
        // Only the last byte counts on, so a range never crosses a multiple of 256.
        if (first >> 8 !== last >> 8) throw new Error('a range of the map to Unicode crosses 256 codes');
        if (isArray(target)) target.forEach((text, k) => unicode.set(first + k, utf16(text)));
        else throw new Error('a range of the map to Unicode is not an array');
        if (target.length !== last - first + 1) throw new Error('a range of the map to Unicode has another length');
      }
    }
    operands = [];
  }
  return { unicode, rangeLengths };
}

function codeOf(value: PdfValue | undefined): number {
  if (!isString(value)) throw new Error('a code of the map to Unicode is no string');
  return value.bytes.reduce((code, byte) => code * 256 + byte, 0);
}

function utf16(value: PdfValue | undefined): string {
  if (!isString(value)) throw new Error('a text of the map to Unicode is no string');
  let out = '';
  for (let i = 0; i + 1 < value.bytes.length; i += 2) {
    out += String.fromCharCode(((value.bytes[i] ?? 0) << 8) | (value.bytes[i + 1] ?? 0));
  }
  return out;
}
