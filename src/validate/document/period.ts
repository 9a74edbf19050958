/**
 * The 统计期限 (period the figures cover) as sentences state it, in the many wordings in use.
 */
import { withPlainDigits } from './years.js';

/** First and last day as far as they are stated. */
export interface StatedPeriod {
  /** The words that state it. */
  readonly text: string;
  readonly from: StatedDay;
  readonly to: StatedDay;
}

export interface StatedDay {
  readonly year?: number;
  readonly month: number;
  /** Absent when only the month is stated. */
  readonly day?: number;
}

const date = String.raw`(?:((?:19|20)\d{2})\s*年?\s*)?(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?`;
const numericDate = String.raw`((?:19|20)\d{2})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,2})`;
const between = String.raw`\s*(?:起|开始)?\s*[，,]?\s*(?:至|到|止于|截至|截止到?|[-—–~～]+)\s*`;
const forms = [new RegExp(date + between + date, 'u'), new RegExp(numericDate + between + numericDate, 'u')];
const wholeYear = /((?:19|20)\d{2})\s*年(?:度|全年)?(?!\s*\d)/u;

const keyword =
  /统计(?:数据)?(?:的)?(?:起止)?(?:期限|期间|时限|时段|时间|区间|周期)|(?:数据|报告)(?:的)?(?:统计)?(?:起止|期限|期间|时段|时限)|起止(?:时间|日期|期限)/u;

/** True when a sentence speaks of the period the figures cover. */
export function namesPeriod(sentence: string): boolean {
  return keyword.test(sentence);
}

/** The period a sentence about the 统计期限 states: the first one after these words, else the first one in the sentence. */
export function periodInSentence(sentence: string): StatedPeriod | undefined {
  const at = keyword.exec(sentence)?.index;
  return at === undefined ? undefined : (statedPeriod(sentence.slice(at)) ?? statedPeriod(sentence));
}

/** The two dates a text states as a period, such as 2016年1月1日起至2016年12月31日止; undefined when there are no two. */
export function statedPeriod(text: string): StatedPeriod | undefined {
  const plain = withPlainDigits(withPlainDates(text));
  for (const form of forms) {
    const match = form.exec(plain);
    if (match === null) continue;
    const [whole, fromYear, fromMonth, fromDay, toYear, toMonth, toDay] = match;
    return {
      text: whole.trim(),
      from: statedDay(fromYear, fromMonth, fromDay),
      to: statedDay(toYear, toMonth, toDay),
    };
  }
  return undefined;
}

/** The year of a period stated as a whole one: 2023年度, 2023年全年. */
export function statedYear(text: string): number | undefined {
  const year = wholeYear.exec(withPlainDigits(text))?.[1];
  return year === undefined ? undefined : Number(year);
}

/** True when the period is 1 January to 31 December of the year; years and days that are not stated do not count against it. */
export function coversYear({ from, to }: StatedPeriod, year: number): boolean {
  const inYear = [from.year, to.year].every((stated) => stated === undefined || stated === year);
  const fromFirst = from.month === 1 && (from.day ?? 1) === 1;
  const toLast = to.month === 12 && (to.day ?? 31) === 31;
  return inYear && fromFirst && toLast;
}

function statedDay(year: string | undefined, month: string | undefined, day: string | undefined): StatedDay {
  return {
    month: Number(month),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(day === undefined ? {} : { day: Number(day) }),
  };
}

/** 一月一日 as 1月1日; the year is left to `withPlainDigits`. */
function withPlainDates(text: string): string {
  return text.replace(/([一二三四五六七八九十]{1,3})(?=\s*[月日])/gu, (numeral) => String(numberOf(numeral)));
}

function numberOf(numeral: string): number {
  const digits = '一二三四五六七八九';
  const [tens = '', ones = ''] = numeral.includes('十') ? numeral.split('十') : ['零', numeral];
  const ten = tens === '' ? 1 : digits.indexOf(tens) + 1;
  return ten * 10 + digits.indexOf(ones === '' ? '零' : ones) + 1;
}
