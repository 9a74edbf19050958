/**
 * Literal level numbers at the start of a line: 一、（一） 1. （1）. Source: GB/T 9704-2012, 7.3.3.
 */

/** 1 = 一、, 2 = （一）, 3 = 1., 4 = （1）. */
export type MarkLevel = 1 | 2 | 3 | 4;

/** A number read at the start of a line, or after a full stop inside it. */
export interface NumberMark {
  readonly level: MarkLevel;
  readonly ordinal: number;
  /** As typed, without spaces: 一、, （一）, 1.. */
  readonly text: string;
  /** `1、`, which is not the form of the third level. */
  readonly enumerationComma: boolean;
}

const chinese = '[一二三四五六七八九十]{1,3}';
const forms: readonly { readonly level: MarkLevel; readonly pattern: string }[] = [
  // 一、二级单位 and 一、二季度 are words, not numbers.
  { level: 1, pattern: `(${chinese})\\s*、(?!\\s*${chinese}\\s*(?:级|类|线|季度|期|等|是|、|层))` },
  { level: 2, pattern: `[（(]\\s*(${chinese})\\s*[）)]` },
  // 1.5万件 is a figure; 1.2023年… is a first point that begins with a year.
  { level: 3, pattern: '([1-9]\\d?)\\s*(?:[.．](?!\\d)|[.．](?=(?:19|20)\\d{2}\\s*年)|、(?!\\s*\\d))' },
  { level: 4, pattern: '[（(]\\s*([1-9]\\d?)\\s*[）)]' },
];
const atStart = forms.map(({ level, pattern }) => ({ level, pattern: new RegExp(`^\\s*${pattern}`, 'u') }));

/** The level number a line begins with. */
export function numberMark(line: string): NumberMark | undefined {
  const plain = withAsciiDigits(line);
  for (const { level, pattern } of atStart) {
    const match = pattern.exec(plain);
    const [whole, digits] = match ?? [];
    const ordinal = digits === undefined ? undefined : ordinalOf(digits);
    if (whole === undefined || ordinal === undefined) continue;
    const text = line.slice(0, whole.length).replace(/\s+/gu, '');
    return { level, ordinal, text, enumerationComma: level === 3 && text.endsWith('、') };
  }
  return undefined;
}

/**
 * The last number of a run inside one line, （一）…。（二）…。, counted on from the number the line begins with; that number
 * itself when the line holds no further one.
 */
export function lastOrdinal(line: string, mark: NumberMark): number {
  let last = mark.ordinal;
  for (const match of line.matchAll(/[。；;：:]\s*/gu)) {
    const from = match.index + match[0].length;
    const next = numberMark(line.slice(from, from + longestMark));
    if (next?.level === mark.level && next.ordinal === last + 1) last = next.ordinal;
  }
  return last;
}

/** A number with its brackets, spaces and the characters that tell it from a word. */
const longestMark = 16;

/** The number of a level as the standard writes it. */
export function officialMark(level: MarkLevel, ordinal: number): string {
  switch (level) {
    case 1:
      return `${chineseNumeral(ordinal)}、`;
    case 2:
      return `（${chineseNumeral(ordinal)}）`;
    case 3:
      return `${ordinal}.`;
    case 4:
      return `（${ordinal}）`;
  }
}

const numerals = '一二三四五六七八九';

function ordinalOf(text: string): number | undefined {
  if (/^\d+$/u.test(text)) return Number(text);
  const match = /^([二三四五六七八九])?(十)?([一二三四五六七八九])?$/u.exec(text);
  // 一 to 九 match as the last digit or, from 二, as the first; without 十 only one digit may stand.
  if (match === null || (match[2] === undefined && text.length > 1)) return undefined;
  if (match[2] === undefined) return numerals.indexOf(text) + 1;
  const tens = match[1] === undefined ? 1 : numerals.indexOf(match[1]) + 1;
  return tens * 10 + (match[3] === undefined ? 0 : numerals.indexOf(match[3]) + 1);
}

function chineseNumeral(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : (numerals[tens - 1] ?? '')}十`;
  return head + (ones === 0 ? '' : (numerals[ones - 1] ?? ''));
}

function withAsciiDigits(text: string): string {
  return text.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xff10 + 48));
}
