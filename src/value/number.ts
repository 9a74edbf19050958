/**
 * Decimal text of a figure. Comes in: text as typed. Goes out: numbers of `decimal.js`, never floats.
 */
import { Decimal } from 'decimal.js';
import type { NumberValue } from './value.js';

/** Largest whole number that spreadsheets and JSON readers keep exactly (2^53 - 1). */
const LARGEST_SAFE = new Decimal('9007199254740991');

const CLEAN = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/u;

/** True for canonical decimal text: ASCII digits, optional `-` and one `.`, no leading zero, no grouping, no exponent. */
export function isDecimalText(text: string): boolean {
  return CLEAN.test(text) && !/^-0(?:\.0*)?$/u.test(text);
}

/** True when the number's size is beyond 2^53 - 1, where other programs begin to lose digits. */
export function isTooLarge(number: Decimal): boolean {
  return number.abs().greaterThan(LARGEST_SAFE);
}

/**
 * The value of canonical decimal text, printed as it stands (`27.60` stays `27.60`). The text must have passed
 * `isDecimalText`; anything else is a bug of the caller and throws.
 */
export function numberValue(text: string, computed?: boolean): NumberValue {
  if (!isDecimalText(text)) throw new Error(`not canonical decimal text: ${text}`);
  const number = new Decimal(text);
  return computed === undefined ? { kind: 'number', text, number } : { kind: 'number', text, number, computed };
}

/** Canonical decimal text of a number, without exponent and without trailing zeros. */
export function decimalText(number: Decimal): string {
  return number.isZero() ? '0' : number.toFixed();
}

/** Digits after the point as typed: 2 for `27.60`. */
export function decimalPlaces(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

/**
 * Canonical decimal text of a number as spreadsheets store it: `27.600000000000001` and `2.76E1` are `27.6`, since 15 digits
 * are all they keep. Undefined for what is no number of a sensible length.
 */
export function spreadsheetDecimal(stored: string): string | undefined {
  if (!/^[-+]?(?:\d{1,40}(?:\.\d{0,40})?|\.\d{1,40})(?:[eE][-+]?\d{1,2})?$/u.test(stored)) return undefined;
  return decimalText(new Decimal(stored).toSignificantDigits(15));
}
