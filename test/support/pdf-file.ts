/** Opens a PDF for tests: cross-reference table, objects and streams. Written apart from the libraries that write it. */
import { inflateSync } from 'node:zlib';
import { latin1 } from './pdf-read.js';
import {
  isDictionary,
  isKeyword,
  isName,
  isReference,
  PdfLexer,
  type PdfDictionary,
  type PdfReference,
  type PdfValue,
} from './pdf-syntax.js';

/** An indirect object as it stands in the file. */
export interface PdfObject {
  readonly number: number;
  /** Bytes from `n 0 obj` to after `endobj`. */
  readonly start: number;
  readonly end: number;
  readonly value: PdfValue;
  /** Where the bytes of its stream lie, when it is one. */
  readonly stream?: { readonly start: number; readonly length: number };
}

/** A whole file with a classic cross-reference table. Throws where the file's structure cannot be followed. */
export class PdfFile {
  readonly bytes: Uint8Array;
  readonly objects: ReadonlyMap<number, PdfObject>;
  readonly trailer: PdfDictionary;
  /** Byte of the word `xref`. */
  readonly tableStart: number;
  readonly #decoded = new Map<number, Uint8Array>();

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    const tail = latin1(bytes.subarray(Math.max(0, bytes.length - 64)));
    const start = /startxref\n(\d+)\n%%EOF\n?$/u.exec(tail)?.[1];
    if (start === undefined) throw new Error('the file does not end with startxref, an offset and %%EOF');
    this.tableStart = Number(start);
    const { offsets, trailer } = readTable(bytes, this.tableStart);
    this.trailer = trailer;
    this.objects = new Map([...offsets].map(([number, offset]) => [number, readObject(bytes, number, offset)]));
  }

  /** The value itself, with a reference followed. */
  resolve(value: PdfValue | undefined): PdfValue | undefined {
    if (!isReference(value)) return value;
    const found = this.objects.get(value.number);
    return found === undefined ? null : found.value;
  }

  dictionary(value: PdfValue | undefined): PdfDictionary | undefined {
    const found = this.resolve(value);
    return isDictionary(found) ? found : undefined;
  }

  /** Entry of a dictionary, or of what a reference leads to, with references followed. */
  get(holder: PdfValue | undefined, ...path: readonly string[]): PdfValue | undefined {
    let at = this.resolve(holder);
    for (const key of path) at = this.resolve(this.dictionary(at)?.entries.get(key));
    return at;
  }

  /** Value of a name, or undefined. */
  name(holder: PdfValue | undefined, ...path: readonly string[]): string | undefined {
    const found = this.get(holder, ...path);
    return isName(found) ? found.value : undefined;
  }

  get root(): PdfDictionary {
    const root = this.dictionary(this.trailer.entries.get('Root'));
    if (root === undefined) throw new Error('the file has no catalogue');
    return root;
  }

  /** References of the pages in order. */
  get pages(): readonly PdfReference[] {
    const out: PdfReference[] = [];
    const visit = (node: PdfValue | undefined): void => {
      if (this.name(node, 'Type') === 'Page' && isReference(node)) out.push(node);
      const kids = this.get(node, 'Kids');
      if (Array.isArray(kids)) for (const kid of kids as readonly PdfValue[]) visit(kid);
    };
    visit(this.root.entries.get('Pages'));
    return out;
  }

  /** Bytes of a stream as they lie in the file. */
  rawStream(number: number): Uint8Array {
    const stream = this.objects.get(number)?.stream;
    if (stream === undefined) throw new Error(`object ${number} is no stream`);
    return this.bytes.subarray(stream.start, stream.start + stream.length);
  }

  /** Bytes of a stream unpacked; filters other than FlateDecode are left as they are. */
  stream(value: PdfValue | undefined): Uint8Array {
    if (!isReference(value)) throw new Error('a stream is not held by a reference');
    const known = this.#decoded.get(value.number);
    if (known !== undefined) return known;
    const raw = this.rawStream(value.number);
    const decoded = this.name(value, 'Filter') === 'FlateDecode' ? new Uint8Array(inflateSync(raw)) : raw;
    this.#decoded.set(value.number, decoded);
    return decoded;
  }
}

function readTable(
  bytes: Uint8Array,
  start: number,
): { readonly offsets: ReadonlyMap<number, number>; readonly trailer: PdfDictionary } {
  const text = latin1(bytes.subarray(start));
  const head = /^xref\n0 (\d+)\n/u.exec(text);
  if (head === null) throw new Error('startxref does not lead to a cross-reference table of one section');
  const count = Number(head[1]);
  const offsets = new Map<number, number>();
  for (let number = 0; number < count; number++) {
    // ISO 32000-1 7.5.4: every entry is 20 bytes long.
    const at = head[0].length + 20 * number;
    const entry = /^(\d{10}) (\d{5}) ([nf]) ?\r?\n$/u.exec(text.slice(at, at + 20));
    if (entry === null) throw new Error(`entry ${number} of the cross-reference table is not well formed`);
    if (entry[3] === 'n') offsets.set(number, Number(entry[1]));
    else if (number !== 0) throw new Error(`object ${number} is free`);
  }
  const lexer = new PdfLexer(bytes, start + head[0].length + 20 * count);
  const word = lexer.next();
  const trailer = lexer.next();
  if (!isKeyword(word) || word.value !== 'trailer' || !isDictionary(trailer)) throw new Error('there is no trailer');
  if (trailer.entries.get('Size') !== count) throw new Error('Size and the cross-reference table differ');
  return { offsets, trailer };
}

function readObject(bytes: Uint8Array, number: number, offset: number): PdfObject {
  const mark = `${number} 0 obj\n`;
  if (latin1(bytes.subarray(offset, offset + mark.length)) !== mark) {
    throw new Error(`object ${number} is not where the cross-reference table says`);
  }
  const lexer = new PdfLexer(bytes, offset + mark.length);
  const value = lexer.next();
  if (value === undefined) throw new Error(`object ${number} is empty`);
  let word = lexer.next();
  let stream: PdfObject['stream'];
  if (isKeyword(word) && word.value === 'stream') {
    const length = isDictionary(value) ? value.entries.get('Length') : undefined;
    if (typeof length !== 'number') throw new Error(`stream ${number} has no length of its own`);
    // ISO 19005-3 6.1.7.1: an end of line after `stream`, another before `endstream`, and the length between them.
    if (bytes[lexer.at] !== 10) throw new Error(`stream ${number} does not begin on a new line`);
    stream = { start: lexer.at + 1, length };
    lexer.at += 1 + length;
    if (latin1(bytes.subarray(lexer.at, lexer.at + 10)) !== '\nendstream') {
      throw new Error(`the length of stream ${number} does not lead to its end`);
    }
    lexer.at += 10;
    word = lexer.next();
  }
  if (!isKeyword(word) || word.value !== 'endobj') throw new Error(`object ${number} has no end`);
  // ISO 19005-3 6.1.9: end-of-line marks about `obj` and `endobj`.
  if (offset > 0 && bytes[offset - 1] !== 10) throw new Error(`object ${number} does not begin on a new line`);
  if (bytes[lexer.at - 7] !== 10 || bytes[lexer.at] !== 10)
    throw new Error(`endobj of ${number} has no line of its own`);
  return { number, start: offset, end: lexer.at, value, ...(stream === undefined ? {} : { stream }) };
}
