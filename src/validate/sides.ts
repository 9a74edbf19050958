/**
 * The two sides of a comparison taken apart for a sentence: which cells stand there, how they are joined, what they come to.
 */
import { intervalOf, operandInterval, type Lookup, type Operand } from '../rule/evaluate.js';
import type { Expression } from '../rule/expression.js';
import type { Interval } from '../rule/interval.js';

export interface Side {
  /** One figure of the formula, one cell, a sum with signs, or the greatest, least or absolute value of its parts. */
  readonly kind: 'number' | 'cell' | 'sum' | 'max' | 'min' | 'abs';
  readonly interval: Interval;
  /** Empty for `number`, one for `cell`. */
  readonly parts: readonly Part[];
}

/** A term of a side: a cell, or something computed out of cells. */
export interface Part {
  readonly negative: boolean;
  readonly interval: Interval;
  readonly operand?: Operand;
  readonly side?: Side;
}

/** Takes a side apart; wildcards and nested sums are spread into their cells. */
export function sideOf(expression: Expression, lookup: Lookup): Side {
  const interval = intervalOf(expression, lookup);
  if (expression.type === 'number') return { kind: 'number', interval, parts: [] };
  if (expression.type === 'call' && expression.function !== 'sum') {
    const parts = expression.args.flatMap((arg) => termsOf(arg, lookup, false, false));
    return { kind: expression.function, interval, parts };
  }
  const parts = termsOf(expression, lookup, false, true);
  return { kind: parts.length === 1 && parts[0]?.operand !== undefined ? 'cell' : 'sum', interval, parts };
}

/** `spread`: sums are opened into their terms; the arguments of a greatest or least value stay whole. */
function termsOf(expression: Expression, lookup: Lookup, negative: boolean, spread: boolean): readonly Part[] {
  if (expression.type === 'name') {
    return (lookup(expression) ?? []).map((operand) => ({ negative, operand, interval: operandInterval(operand) }));
  }
  if (spread && expression.type === 'arithmetic') {
    const minus = expression.operator === '-';
    return [
      ...termsOf(expression.left, lookup, negative, true),
      ...termsOf(expression.right, lookup, minus ? !negative : negative, true),
    ];
  }
  if (spread && expression.type === 'call' && expression.function === 'sum') {
    return expression.args.flatMap((arg) => termsOf(arg, lookup, negative, true));
  }
  const side = sideOf(expression, lookup);
  return [{ negative, side, interval: side.interval }];
}
