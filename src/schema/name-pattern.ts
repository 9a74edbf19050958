/**
 * Names as patterns: a regular expression that matches every way of typing a name that `normaliseName` holds for the same
 * (brackets of either width, spaces, radicals pasted from a PDF), so that an editor marks no name that the reader takes.
 */
import { normaliseName } from '../pack/normalise-name.js';

/** Signs of no width and spaces, which do not count anywhere in a name. */
const SPACE = String.raw`[\s\p{Cf}]*`;

/** Where code points lie that some other one normalises to: punctuation, letters, radicals, enclosed and wide forms. */
const RANGES = [
  [0x20, 0x33ff],
  [0xf900, 0xfaff],
  [0xfe10, 0xffef],
  [0x2f800, 0x2fa1d],
] as const;

let known: ReadonlyMap<string, string> | undefined;

/** Normalised sign -> all other signs that are typed for it. Made once, at the first schema. */
function equivalents(): ReadonlyMap<string, string> {
  if (known !== undefined) return known;
  const found = new Map<string, string>();
  for (const [first, last] of RANGES) {
    for (let code = first; code <= last; code++) {
      const sign = String.fromCodePoint(code);
      const normal = normaliseName(sign);
      if (normal !== sign && [...normal].length === 1) found.set(normal, (found.get(normal) ?? '') + sign);
    }
  }
  known = found;
  return found;
}

/** A pattern for one text, not anchored: every sign in any of its forms, with any space between. */
export function textPattern(text: string): string {
  return [...normaliseName(text)].map(signPattern).join(SPACE);
}

function signPattern(sign: string): string {
  const others = equivalents().get(sign) ?? '';
  const repeat = sign === '-' ? '+' : '';
  if (others === '') return sign.replace(/[\\^$.*+?()[\]{}|/]/u, String.raw`\$&`);
  return `[${(sign + others).replace(/[\\\]^-]/gu, String.raw`\$&`)}]${repeat}`;
}

/** A pattern that matches one of several whole names, each a pattern itself. */
export function wholeName(patterns: readonly string[]): string {
  const unique = [...new Set(patterns)];
  return `^${SPACE}(?:${unique.join('|')})${SPACE}$`;
}

/** An id or code, which counts only as it stands, with space around it at most. */
export function exactPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
}

/** A leading number in any style, or none: 一、 （一） 1. （1） */
export const ANY_NUMBER = `(?:${SPACE}[（(]?${SPACE}(?:[一二三四五六七八九十]+|\\p{Nd}+)${SPACE}[）)]?${SPACE}[、.．]?${SPACE})?`;

/** The digits of a number in the styles that are read alike: （一） 一、 一. */
export function numberPattern(digits: string): string {
  const body = textPattern(digits);
  return `(?:${textPattern('(')}${SPACE}${body}${SPACE}${textPattern(')')}|${body}${SPACE}[、.．])${SPACE}`;
}

/** Two patterns, one after the other, with any space between. */
export function joined(first: string, second: string): string {
  return first + SPACE + second;
}
