/**
 * Text -> bytes in the encoding that a file came in. A change to a file is made on its bytes, so that whatever no splice
 * touches stays byte for byte, also where an encoding has several codes for one character.
 */
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { codePointName } from '../source/code-point.js';
import type { Encoding } from '../source/encoding.js';
import { gbkBytes } from './gbk.js';
import type { Splice } from './splice.js';

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const;

/**
 * The bytes of a whole text, with its byte order mark where the encoding has one. Gives `edit/not-in-gbk` (and no value)
 * for a character that GBK does not hold. `name` is what messages call the file.
 */
export function encodeText(text: string, encoding: Encoding, name: string): Outcome<Uint8Array> {
  const body = encodePiece(text, encoding, name);
  if (body.value === undefined || encoding !== 'utf-8-bom') return body;
  return { value: joined([Uint8Array.from(BYTE_ORDER_MARK), body.value]), diagnostics: [] };
}

/**
 * The bytes of a file after splices on its text; only the texts of the splices are encoded. `bytes` must be those that gave
 * the text. Gives `edit/not-in-gbk`. Splices that overlap or leave the text are the caller's fault and throw.
 */
export function spliceBytes(
  bytes: Uint8Array,
  encoding: Encoding,
  splices: readonly Splice[],
  name: string,
): Outcome<Uint8Array> {
  const inOrder = splices
    .map((splice, place) => ({ ...splice, place }))
    .sort((a, b) => a.start - b.start || a.end - b.end || a.place - b.place);
  const pieces: Uint8Array[] = [];
  const walk = { at: encoding === 'utf-8-bom' ? BYTE_ORDER_MARK.length : 0, units: 0 };
  let kept = 0;
  for (const { start, end, text } of inOrder) {
    if (start < walk.units || end < start) throw new RangeError(`splice ${start}-${end} overlaps another`);
    advance(bytes, encoding, walk, start);
    pieces.push(bytes.subarray(kept, walk.at));
    const piece = encodePiece(text, encoding, name);
    if (piece.value === undefined) return piece;
    pieces.push(piece.value);
    advance(bytes, encoding, walk, end);
    kept = walk.at;
  }
  pieces.push(bytes.subarray(kept));
  return { value: joined(pieces), diagnostics: [] };
}

/** Moves on to the byte at which the UTF-16 offset `units` of the text begins. */
function advance(bytes: Uint8Array, encoding: Encoding, walk: { at: number; units: number }, units: number): void {
  while (walk.units < units) {
    if (walk.at >= bytes.length) throw new RangeError('splice beyond the end of the text');
    const { length, width } = encoding === 'gbk' ? gbkStep(bytes, walk.at) : utf8Step(bytes, walk.at);
    walk.at += length;
    walk.units += width;
  }
}

/** Bytes of the character at `at`, and its UTF-16 units. */
interface Step {
  readonly length: number;
  readonly width: number;
}

function utf8Step(bytes: Uint8Array, at: number): Step {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return { length: 1, width: 1 };
  if (lead < 0xe0) return { length: 2, width: 1 };
  return lead < 0xf0 ? { length: 3, width: 1 } : { length: 4, width: 2 };
}

/** GB 18030: a second byte that is a digit begins a code of four bytes, and leads from 90 on are beyond the BMP. */
function gbkStep(bytes: Uint8Array, at: number): Step {
  const lead = bytes[at] ?? 0;
  const second = bytes[at + 1] ?? 0;
  if (lead <= 0x80) return { length: 1, width: 1 };
  if (second < 0x30 || second > 0x39) return { length: 2, width: 1 };
  return { length: 4, width: lead >= 0x90 ? 2 : 1 };
}

function encodePiece(text: string, encoding: Encoding, name: string): Outcome<Uint8Array> {
  if (encoding !== 'gbk') return { value: new TextEncoder().encode(text), diagnostics: [] };
  const bytes: number[] = [];
  for (const character of text) {
    const code = gbkBytes(character);
    if (code === undefined) return { diagnostics: [notInGbk(character, name)] };
    for (const byte of code) bytes.push(byte);
  }
  return { value: Uint8Array.from(bytes), diagnostics: [] };
}

function notInGbk(character: string, name: string): Diagnostic {
  const code = codePointName(character);
  return {
    code: 'edit/not-in-gbk',
    severity: 'error',
    message: {
      zh: `文件是按 GBK 保存的，要写入的“${character}”（${code}）不在 GBK 里，没有改动文件。`,
      en: `The file is saved as GBK, which does not hold "${character}" (${code}); the file was left alone.`,
    },
    hint: {
      zh: '请先在编辑器里把文件另存为 UTF-8，再运行一次。',
      en: 'Save the file as UTF-8 in your editor first, then run this again.',
    },
    range: { file: name, start: 0, end: 0 },
    facts: { character: code },
  };
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
