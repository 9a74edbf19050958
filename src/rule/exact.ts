/**
 * Exact decimal arithmetic of rules and computed cells: sums of statutory figures never lose a digit.
 */
import { Decimal } from 'decimal.js';

/** A private constructor: settings of other users of decimal.js cannot change it, nor it theirs. */
const Exact = Decimal.clone({ precision: 100, defaults: true });

/** The number as an exact decimal. Accepts what decimal.js accepts, also `Infinity` for the ends of intervals. */
export function exact(value: Decimal.Value): Decimal {
  return new Exact(value);
}
