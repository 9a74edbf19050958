/**
 * Words and signs of a formula. Comes in: the text as written in a pack. Goes out: tokens with their offsets, or the first
 * character that belongs to no formula.
 */
import type { Bilingual } from '../diagnostic/diagnostic.js';

/** Why a formula cannot be read. */
export interface FormulaError {
  readonly message: Bilingual;
  /** UTF-16 offset in the formula, 0-based. */
  readonly offset: number;
}

export interface Token {
  readonly kind: 'number' | 'name' | 'sign' | 'end';
  /** For names the name without brackets; for signs the canonical sign (`且` gives `and`). */
  readonly text: string;
  /** A name that was written in brackets is never a function or a word of logic. */
  readonly bracketed: boolean;
  readonly start: number;
  readonly end: number;
}

// Every alternative starts with a different character, and none has nested repetition: linear time.
const token =
  /(?<space>\s+)|(?<number>\d+(?:\.\d+)?)|(?<name>\p{L}(?:[\p{L}\p{N}_]|\.(?=[\p{L}\p{N}_]))*(?:\.\*)?)|\[(?<bracketed>[^\]]+)\]|(?<sign>&&|\|\||[=!<>]=|[=<>!+\-(),])/uy;

const words: ReadonlyMap<string, string> = new Map([
  ['或', 'or'],
  ['or', 'or'],
  ['||', 'or'],
  ['且', 'and'],
  ['and', 'and'],
  ['&&', 'and'],
  ['非', 'not'],
  ['not', 'not'],
  ['!', 'not'],
  ['=', '=='],
]);

/** Splits a formula; the last token is `end`. */
export function tokensOf(text: string): { readonly tokens: readonly Token[] } | { readonly error: FormulaError } {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (match === null) return { error: strayCharacter(text, at) };
    const end = at + match[0].length;
    const read = tokenOf(match.groups ?? {}, at, end);
    if (read !== undefined) tokens.push(read);
    at = end;
  }
  tokens.push({ kind: 'end', text: '', bracketed: false, start: text.length, end: text.length });
  return { tokens };
}

function tokenOf(groups: Record<string, string | undefined>, start: number, end: number): Token | undefined {
  const { number, name, bracketed, sign } = groups;
  if (number !== undefined) return { kind: 'number', text: number, bracketed: false, start, end };
  if (bracketed !== undefined) return { kind: 'name', text: bracketed.trim(), bracketed: true, start, end };
  const written = name ?? sign;
  if (written === undefined) return undefined;
  const word = words.get(written);
  if (word !== undefined || sign !== undefined) {
    return { kind: 'sign', text: word ?? written, bracketed: false, start, end };
  }
  return { kind: 'name', text: written, bracketed: false, start, end };
}

function strayCharacter(text: string, offset: number): FormulaError {
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  return {
    offset,
    message: {
      zh: `公式里不能用“${character}”。运算符用半角符号，特殊的名称放在方括号里，如 [1100]。`,
      en: `"${character}" cannot stand in a formula. Operators are ASCII; unusual names go in brackets, such as [1100].`,
    },
  };
}
