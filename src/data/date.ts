/**
 * Dates as offices write them. Accepted: 2024-01-20 and 2024年1月20日. Other ways are recognised and explained.
 */

/** A day of the calendar; month 1-12. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** What a typed date is. `corrected` is how it should be written. */
export type DateReading =
  | { readonly kind: 'date'; readonly date: CalendarDate }
  | { readonly kind: 'other-form'; readonly corrected: string }
  | { readonly kind: 'no-such-day' }
  | { readonly kind: 'not-a-date' };

const ACCEPTED = [/^(\d{4})-(\d{1,2})-(\d{1,2})$/u, /^(\d{4}) *年 *(\d{1,2}) *月 *(\d{1,2}) *日$/u];
const RECOGNISED = [/^(\d{4})(\d{2})(\d{2})$/u, /^(\d{4})[./](\d{1,2})[./](\d{1,2})$/u];

/** Reads a date; never guesses the order of day and month. */
export function readDate(text: string): DateReading {
  const accepted = partsOf(text, ACCEPTED);
  if (accepted !== undefined) return exists(accepted) ? { kind: 'date', date: accepted } : { kind: 'no-such-day' };
  const plain = text.normalize('NFKC').replace(/[\s\u2010-\u2015]+/gu, (found) => (found.trim() === '' ? '' : '-'));
  const other = partsOf(plain, [...ACCEPTED, ...RECOGNISED]) ?? partsOf(arabicDigits(plain), ACCEPTED);
  if (other === undefined) return { kind: 'not-a-date' };
  return exists(other) ? { kind: 'other-form', corrected: isoDate(other) } : { kind: 'no-such-day' };
}

/** `2024-01-20`. */
export function isoDate({ year, month, day }: CalendarDate): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function partsOf(text: string, patterns: readonly RegExp[]): CalendarDate | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    if (found !== null) return { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
  }
  return undefined;
}

function exists({ year, month, day }: CalendarDate): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (days[month - 1] ?? 0);
}

const DIGITS = '〇一二三四五六七八九';

/** 二〇二四年一月二十日 -> 2024年1月20日. */
function arabicDigits(text: string): string {
  return text
    .replaceAll('○', '〇')
    .replaceAll('零', '〇')
    .replace(/([二三]?)十([一二三四五六七八九]?)/gu, (_, tens: string, ones: string) => {
      return `${tens === '' ? 1 : DIGITS.indexOf(tens)}${ones === '' ? 0 : DIGITS.indexOf(ones)}`;
    })
    .replace(/[〇一二三四五六七八九]/gu, (digit) => String(DIGITS.indexOf(digit)));
}
