/**
 * Numbers of headings: 一、（一） 1. （1）, read when typed by hand and counted when not. Numbers are literal text in every
 * output. Source: GB/T 9704-2012, 7.3.3.
 */

import { chineseNumeral } from '../template/chinese.js';

export type HeadingLevel = 2 | 3 | 4;

/** A number typed at the start of a text. */
export interface TypedNumber {
  /** Level whose form it has; 一、 is 1. */
  readonly level: 1 | HeadingLevel;
  /** As typed, without spaces. */
  readonly number: string;
  readonly ordinal: number;
  /** UTF-16 length with the spaces after it. */
  readonly length: number;
}

// 一、二季度 are words, 1.5 is a figure; 1.2023年… is a first point that begins with a year.
const forms: readonly { readonly level: 1 | HeadingLevel; readonly pattern: RegExp }[] = [
  {
    level: 1,
    pattern:
      /^([一二三四五六七八九十]{1,3})[ \u3000]?、(?![一二三四五六七八九十]{1,3}(?:级|类|线|季度|期|等|是|、|层))[ \u3000]*/u,
  },
  { level: 2, pattern: /^[（(]([一二三四五六七八九十]{1,3})[）)][ \u3000]*/u },
  { level: 3, pattern: /^([1-9]\d?)(?:[.．](?!\d)|[.．](?=(?:19|20)\d{2}年)|、(?!\d))[ \u3000]*/u },
  { level: 4, pattern: /^[（(]([1-9]\d?)[）)][ \u3000]*/u },
];

/** The heading number a text starts with. A decimal such as 1.5 is none. */
export function typedNumber(text: string): TypedNumber | undefined {
  for (const { level, pattern } of forms) {
    const match = pattern.exec(text);
    const [whole, digits] = match ?? [];
    const ordinal = digits === undefined ? undefined : ordinalOf(digits);
    if (whole === undefined || ordinal === undefined) continue;
    return { level, number: whole.replace(/[ \u3000]/gu, ''), ordinal, length: whole.length };
  }
  return undefined;
}

const numerals = '一二三四五六七八九';

function ordinalOf(text: string): number | undefined {
  if (/^\d+$/u.test(text)) return Number(text);
  const [, tens, ten, ones] = /^([二三四五六七八九])?(十)?([一二三四五六七八九])?$/u.exec(text) ?? [];
  // 二三 is no number; without 十 there is one digit only.
  if (ten === undefined) return text.length === 1 ? digit(text) : undefined;
  return (tens === undefined ? 1 : digit(tens)) * 10 + (ones === undefined ? 0 : digit(ones));
}

function digit(numeral: string): number {
  return numerals.indexOf(numeral) + 1;
}

function inChinese(ordinal: number): string {
  return chineseNumeral(String(ordinal)) ?? String(ordinal);
}

/** The number a heading of that level gets when none was typed. */
function generatedNumber(level: HeadingLevel, ordinal: number): string {
  if (level === 2) return `（${inChinese(ordinal)}）`;
  return level === 3 ? `${ordinal}.` : `（${ordinal}）`;
}

/** A heading counted in its section. */
interface CountedHeading {
  /** As typed, else the next one of its level. */
  readonly number: string;
  /** `s1-2`, unique in the report. */
  readonly id: string;
}

/**
 * Counts the headings of one section. Holds state: one object a section, asked in reading order. Whether typed numbers are in
 * sequence is a check on the document (D-S3); here they are taken as typed and counted on from.
 */
export interface Numbering {
  heading(level: HeadingLevel, typed: TypedNumber | undefined): CountedHeading;
  /** Minds the number of a plain paragraph, so that later headings count on from it. */
  paragraph(level: HeadingLevel, typed: TypedNumber): void;
}

/** A fresh count for a section; `sectionId` is made ASCII for the ids. */
export function numberingOf(sectionId: string): Numbering {
  const base = sectionId.replace(/[^A-Za-z0-9-]+/gu, '-');
  const last = freshCounts();
  const made = freshCounts();
  return {
    heading(level, typed) {
      step(last, level, typed?.ordinal ?? last[level] + 1);
      step(made, level, made[level] + 1);
      const path = level === 2 ? [made[2]] : level === 3 ? [made[2], made[3]] : [made[2], made[3], made[4]];
      return { number: typed?.number ?? generatedNumber(level, last[level]), id: [base, ...path].join('-') };
    },
    paragraph(level, typed) {
      step(last, level, typed.ordinal);
    },
  };
}

type Counts = Record<HeadingLevel, number>;

function freshCounts(): Counts {
  return { 2: 0, 3: 0, 4: 0 };
}

/** A heading starts the count of the levels below anew. */
function step(counts: Counts, level: HeadingLevel, to: number): void {
  counts[level] = to;
  if (level < 3) counts[3] = 0;
  if (level < 4) counts[4] = 0;
}
