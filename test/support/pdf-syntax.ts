/**
 * Reads PDF syntax (ISO 32000-1 clause 7.2 and 7.3), for tests: values, and the operators of content streams. Written apart
 * from the libraries that write the files.
 */

export interface PdfName {
  readonly type: 'name';
  readonly value: string;
}
export interface PdfString {
  readonly type: 'string';
  readonly bytes: Uint8Array;
}
export interface PdfReference {
  readonly type: 'reference';
  readonly number: number;
}
export interface PdfDictionary {
  readonly type: 'dictionary';
  readonly entries: ReadonlyMap<string, PdfValue>;
}
/** An operator, or a word such as `obj` and `stream`. */
export interface PdfKeyword {
  readonly type: 'keyword';
  readonly value: string;
}
export type PdfValue =
  number | boolean | null | PdfName | PdfString | PdfReference | PdfDictionary | PdfKeyword | readonly PdfValue[];

const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set(Array.from('()<>[]{}/%', (character) => character.charCodeAt(0)));

/** Steps through bytes, one value at a time. Throws with the offset when the bytes are no PDF syntax. */
export class PdfLexer {
  readonly bytes: Uint8Array;
  at: number;
  readonly #references: boolean;

  /** `references`: `12 0 R` is one value; content streams know none. */
  constructor(bytes: Uint8Array, at = 0, references = true) {
    this.bytes = bytes;
    this.at = at;
    this.#references = references;
  }

  /** The next value, or undefined at the end. */
  next(): PdfValue | undefined {
    this.#skipWhite();
    const byte = this.bytes[this.at];
    if (byte === undefined) return undefined;
    switch (String.fromCharCode(byte)) {
      case '/':
        return this.#name();
      case '(':
        return this.#literalString();
      case '<':
        return this.bytes[this.at + 1] === 0x3c ? this.#dictionary() : this.#hexString();
      case '[':
        return this.#array();
      case ')':
      case '>':
      case ']':
      case '{':
      case '}':
        return this.#fail('a delimiter that nothing opened');
      default:
        return this.#word();
    }
  }

  #skipWhite(): void {
    for (;;) {
      const byte = this.bytes[this.at];
      if (byte === 0x25) {
        while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13) this.at++;
      } else if (byte !== undefined && WHITE.has(byte)) this.at++;
      else return;
    }
  }

  #name(): PdfName {
    let value = '';
    this.at++;
    while (this.#isRegular()) {
      let byte = this.bytes[this.at] ?? 0;
      if (byte === 0x23) {
        byte = Number.parseInt(String.fromCharCode(...this.bytes.subarray(this.at + 1, this.at + 3)), 16);
        this.at += 2;
      }
      value += String.fromCharCode(byte);
      this.at++;
    }
    return { type: 'name', value };
  }

  #literalString(): PdfString {
    const out: number[] = [];
    let depth = 1;
    this.at++;
    for (;;) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) return this.#fail('a string without end');
      if (byte === 0x5c) this.#escape(out);
      else {
        if (byte === 0x28) depth++;
        if (byte === 0x29 && --depth === 0) return { type: 'string', bytes: Uint8Array.from(out) };
        out.push(byte);
      }
    }
  }

  #escape(out: number[]): void {
    const byte = this.bytes[this.at++] ?? 0;
    const known = 'nrtbf'.indexOf(String.fromCharCode(byte));
    if (known >= 0) out.push([10, 13, 9, 8, 12][known] ?? 0);
    else if (byte >= 0x30 && byte <= 0x37) {
      let value = byte - 0x30;
      for (let i = 0; i < 2; i++) {
        const digit = this.bytes[this.at] ?? 0;
        if (digit < 0x30 || digit > 0x37) break;
        value = value * 8 + digit - 0x30;
        this.at++;
      }
      out.push(value & 255);
    } else if (byte === 13) {
      if (this.bytes[this.at] === 10) this.at++;
    } else if (byte !== 10) out.push(byte);
  }

  #hexString(): PdfString {
    let digits = '';
    this.at++;
    for (;;) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) return this.#fail('a hexadecimal string without end');
      if (byte === 0x3e) break;
      if (WHITE.has(byte)) continue;
      const digit = String.fromCharCode(byte);
      if (!/[0-9A-Fa-f]/u.test(digit)) return this.#fail('a hexadecimal string with another character');
      digits += digit;
    }
    // ISO 19005-3 6.1.6: an even number of digits.
    if (digits.length % 2 === 1) return this.#fail('a hexadecimal string with half a byte');
    return {
      type: 'string',
      bytes: Uint8Array.from(digits.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16)),
    };
  }

  #dictionary(): PdfDictionary {
    const entries = new Map<string, PdfValue>();
    this.at += 2;
    for (;;) {
      this.#skipWhite();
      if (this.bytes[this.at] === 0x3e && this.bytes[this.at + 1] === 0x3e) {
        this.at += 2;
        return { type: 'dictionary', entries };
      }
      const key = this.next();
      const value = this.next();
      if (!isName(key) || value === undefined) return this.#fail('a dictionary without a key or value');
      if (entries.has(key.value)) return this.#fail(`a dictionary with the key ${key.value} twice`);
      entries.set(key.value, value);
    }
  }

  #array(): readonly PdfValue[] {
    const out: PdfValue[] = [];
    this.at++;
    for (;;) {
      this.#skipWhite();
      if (this.bytes[this.at] === 0x5d) {
        this.at++;
        return out;
      }
      const value = this.next();
      if (value === undefined) return this.#fail('an array without end');
      out.push(value);
    }
  }

  #word(): PdfValue {
    const start = this.at;
    while (this.#isRegular()) this.at++;
    const text = String.fromCharCode(...this.bytes.subarray(start, this.at));
    if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/u.test(text)) return this.#reference(text) ?? Number(text);
    if (text === 'true' || text === 'false') return text === 'true';
    return text === 'null' ? null : { type: 'keyword', value: text };
  }

  /** `12 0 R` when the number just read begins one. */
  #reference(text: string): PdfReference | undefined {
    if (!this.#references || !/^\d+$/u.test(text)) return undefined;
    const ahead = String.fromCharCode(...this.bytes.subarray(this.at, this.at + 12));
    const match = /^ (\d+) R(?![0-9A-Za-z])/u.exec(ahead);
    if (match === null) return undefined;
    this.at += match[0].length;
    return { type: 'reference', number: Number(text) };
  }

  #isRegular(): boolean {
    const byte = this.bytes[this.at];
    return byte !== undefined && !WHITE.has(byte) && !DELIMITERS.has(byte);
  }

  #fail(what: string): never {
    throw new Error(`${what} at byte ${this.at}`);
  }
}

export function isName(value: PdfValue | undefined): value is PdfName {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'name';
}

export function isString(value: PdfValue | undefined): value is PdfString {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'string';
}

export function isReference(value: PdfValue | undefined): value is PdfReference {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'reference';
}

export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'dictionary';
}

export function isKeyword(value: PdfValue | undefined): value is PdfKeyword {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'keyword';
}

export function isArray(value: PdfValue | undefined): value is readonly PdfValue[] {
  return Array.isArray(value);
}

/** Text of a text string: UTF-16 with a byte order mark, else one character a byte. */
export function textOfString(value: PdfValue | undefined): string | undefined {
  if (!isString(value)) return undefined;
  const { bytes } = value;
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  let out = '';
  for (let i = 2; i + 1 < bytes.length; i += 2) {
    out += String.fromCharCode(((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0));
  }
  return out;
}
