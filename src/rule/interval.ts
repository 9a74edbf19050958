/**
 * Closed intervals of decimals: what a formula can be worth while some of its cells are blank. The low end may be -∞,
 * the high end +∞; a point interval is a known figure.
 */
import type { Decimal } from 'decimal.js';
import { exact } from './exact.js';

export interface Interval {
  readonly low: Decimal;
  readonly high: Decimal;
}

/** True, false for every value the blanks may stand for, or open. */
export type Truth = true | false | 'unknown';

export type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** The interval of one known figure. */
export function point(number: Decimal): Interval {
  const value = exact(number);
  return { low: value, high: value };
}

/** From a number, or from -∞ when it is absent, up to +∞: what a blank cell may stand for. */
export function atLeast(low: Decimal | undefined): Interval {
  return { low: low === undefined ? exact('-Infinity') : exact(low), high: exact('Infinity') };
}

/** True for a known figure. */
export function isPoint(interval: Interval): boolean {
  return interval.low.eq(interval.high);
}

// The low end is never +∞ and the high end never -∞, so no operation below meets ∞ - ∞.

export function add(a: Interval, b: Interval): Interval {
  return { low: a.low.plus(b.low), high: a.high.plus(b.high) };
}

export function subtract(a: Interval, b: Interval): Interval {
  return { low: a.low.minus(b.high), high: a.high.minus(b.low) };
}

export function greatest(a: Interval, b: Interval): Interval {
  return { low: larger(a.low, b.low), high: larger(a.high, b.high) };
}

export function least(a: Interval, b: Interval): Interval {
  return { low: smaller(a.low, b.low), high: smaller(a.high, b.high) };
}

export function absolute(a: Interval): Interval {
  const ends = [a.low.abs(), a.high.abs()] as const;
  const high = larger(...ends);
  const crossesZero = a.low.isNegative() && a.high.isPositive();
  return { low: crossesZero ? exact(0) : smaller(...ends), high };
}

/** Certain only when it is so for every pair of values out of the two intervals. */
export function compare(operator: ComparisonOperator, left: Interval, right: Interval): Truth {
  switch (operator) {
    case '==':
      if (isPoint(left) && isPoint(right) && left.low.eq(right.low)) return true;
      return left.high.lt(right.low) || left.low.gt(right.high) ? false : 'unknown';
    case '!=':
      return opposite(compare('==', left, right));
    case '<=':
      if (left.high.lte(right.low)) return true;
      return left.low.gt(right.high) ? false : 'unknown';
    case '<':
      if (left.high.lt(right.low)) return true;
      return left.low.gte(right.high) ? false : 'unknown';
    case '>=':
      return compare('<=', right, left);
    case '>':
      return compare('<', right, left);
  }
}

/**
 * The smallest distance two intervals can have; exact when both are points.
 */
export function distance(left: Interval, right: Interval): Decimal {
  return larger(exact(0), larger(left.low.minus(right.high), right.low.minus(left.high)));
}

export function opposite(truth: Truth): Truth {
  return truth === 'unknown' ? truth : !truth;
}

function larger(a: Decimal, b: Decimal): Decimal {
  return a.gte(b) ? a : b;
}

function smaller(a: Decimal, b: Decimal): Decimal {
  return a.lte(b) ? a : b;
}
