/**
 * The parts of a sum sorted for a sentence: figures other than 0, parts that are 0, parts without a figure.
 */
import type { Decimal } from 'decimal.js';
import { exact } from '../rule/exact.js';
import { isPoint } from '../rule/interval.js';
import type { Part, Side } from './sides.js';

/** Most figures a sentence lists before it sums up the others. */
const listedFigures = 6;

export interface SortedParts {
  /** Known and not 0, as many as a sentence takes. */
  readonly listed: readonly Part[];
  /** Further known parts that are not 0, with their sum. */
  readonly more: { readonly count: number; readonly sum: Decimal } | undefined;
  readonly zeros: number;
  readonly open: readonly Part[];
}

/** Parts worth naming. Of a greatest or least value only the part that decides it. */
export function sortedParts(side: Side): SortedParts {
  const open = side.parts.filter((part) => !isPoint(part.interval));
  const known = side.parts.filter((part) => isPoint(part.interval));
  if (side.kind === 'max' || side.kind === 'min') {
    const bound = side.kind === 'max' ? side.interval.low : side.interval.high;
    const deciding = known.find((part) => part.interval.low.eq(bound));
    return { listed: deciding === undefined ? [] : [deciding], more: undefined, zeros: 0, open };
  }
  const figures = known.filter((part) => !part.interval.low.isZero());
  // One more is named rather than summed up.
  const listed = figures.length <= listedFigures + 1 ? figures : figures.slice(0, listedFigures);
  const rest = figures.slice(listed.length);
  const sum = rest.reduce(
    (total, { negative, interval }) => (negative ? total.minus(interval.low) : total.plus(interval.low)),
    exact(0),
  );
  return {
    listed,
    more: rest.length === 0 ? undefined : { count: rest.length, sum },
    zeros: known.length - figures.length,
    open,
  };
}
