/**
 * Years and sentences in Chinese text. Knows the notation only; what a year means in its sentence is judged elsewhere.
 */

/** A year named in a text: `[start, end)` are UTF-16 offsets of its four digits, 年 not included. */
export interface YearMention {
  readonly year: number;
  readonly start: number;
  readonly end: number;
}

/** A piece of a text by UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const numerals = '〇一二三四五六七八九';

/**
 * The text with full-width digits, and Chinese digits of a year (二〇一六年), as ASCII digits. Same length, so that offsets
 * hold for both.
 */
export function withPlainDigits(text: string): string {
  if (!/[０-９]|[一二][〇○零０0九一二三四五六七八]{3}/u.test(text)) return text;
  return text
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xff10 + 48))
    .replace(/[一二][〇○零０0九一二三四五六七八]{3}(?=\s*年)/gu, (year) =>
      [...year].map((digit) => (/\d/u.test(digit) ? digit : String(Math.max(0, numerals.indexOf(digit))))).join(''),
    );
}

/** Years from 1900 to 2099 that carry a 年, also the first one of a span such as 2015—2016年 or 2015、2016年. */
export function yearMentions(text: string): readonly YearMention[] {
  const pattern = /(?<!\d)(?:19|20)\d{2}(?=\s*年(?!代)|\s*(?:[-—–~～至到、和及]\s*(?:19|20)\d{2}\s*){1,9}年(?!代))/gu;
  return [...withPlainDigits(text).matchAll(pattern)].map((match) => ({
    year: Number(match[0]),
    start: match.index,
    end: match.index + 4,
  }));
}

/** Sentences of a text: ended by 。！？； or their half-width forms, or a line end, which belong to them. */
export function sentencesOf(text: string): readonly Span[] {
  return [...text.matchAll(/[^。！？；!?;\n]+[。！？；!?;\n]*/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Spans whose years never say what year the report is on: titles in 《》, document numbers, dates of laws. */
export function quotedSpans(text: string): readonly Span[] {
  const plain = withPlainDigits(text);
  return [titles, bracketedNumbers, issueNumbers, lawDates].flatMap((pattern) =>
    [...plain.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  );
}

const titles = /《[^《》]*(?:《[^《》]*》[^《》]*)*》/gu;
/** 〔2015〕26号, [2015]26号, （2015年）26号. */
const bracketedNumbers = /[〔［[（(【]\s*(?:19|20)\d{2}\s*年?\s*[〕］\]）)】]\s*第?\s*\d+\s*号/gu;
/** 2019年第711号. */
const issueNumbers = /(?:19|20)\d{2}\s*年\s*第?\s*\d+\s*号/gu;
/** 2019年4月3日修订, 2008年5月1日起施行, 2007年1月17日国务院第165次常务会议通过. */
const lawDates =
  /(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日(?=[^。；;，,]{0,20}(?:修订|修正|施行|颁布|公布|通过|实施|印发|生效))/gu;

/** True when an offset lies in one of the spans. */
export function isWithin(offset: number, spans: readonly Span[]): boolean {
  return spans.some((span) => offset >= span.start && offset < span.end);
}
