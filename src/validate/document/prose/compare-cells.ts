/** D-T4 and D-T5: a figure of the text against the cells it speaks of. */
import type { Decimal } from 'decimal.js';
import type { DocumentContext } from '../context.js';
import { mentionsIn } from './analysis.js';
import { cellSum, type CellSum } from './cell-sums.js';
import type { Reading } from './matching.js';
import type { Mention } from './mentions.js';

/** A sum of cells and what it comes to. */
export interface ComparedSum {
  readonly addresses: readonly string[];
  readonly value: CellSum;
}

/** A figure of the text that fits none of the sums it may speak of; the first is the most likely one. */
export interface Contradiction {
  readonly mention: Mention;
  readonly sums: readonly ComparedSum[];
  /** One side is 0 or blank: D-T5, otherwise D-T4. */
  readonly zero: boolean;
  /** Only a part of the sum is spoken of, and it is more than all. */
  readonly part: boolean;
}

const found = new WeakMap<DocumentContext, readonly Contradiction[]>();

/** Contradictions of a report in reading order. A figure that is a reference, or that fits one reading, is none. */
export function contradictions(context: DocumentContext): readonly Contradiction[] {
  let known = found.get(context);
  if (known === undefined) {
    known = mentionsIn(context).flatMap((mention) => contradictionOf(mention, context));
    found.set(context, known);
  }
  return known;
}

function contradictionOf(mention: Mention, context: DocumentContext): readonly Contradiction[] {
  if (!mention.comparable || mention.address !== undefined) return [];
  const part = mention.readings.length === 0;
  const readings = part ? mention.narrower.filter(({ quantity }) => quantity.noMore) : mention.readings;
  const sums = readings.flatMap((reading) => sumsOf(reading, mention, context));
  const [first] = sums;
  if (first === undefined || sums.some((sum) => agrees(mention, sum.value, part))) return [];
  if (isLeftAlone(readings, first, context)) return [];
  if (mention.regional && isStatedElsewhere(mention, readings, context)) return [];
  return [{ mention, sums, part, zero: mention.numeral.high.isZero() || isZeroOrBlank(first.value) }];
}

function sumsOf({ sums }: Reading, { numeral }: Mention, context: DocumentContext): readonly ComparedSum[] {
  return sums.map((addresses) => ({ addresses, value: cellSum(addresses, numeral.unit, context) }));
}

/** A blank agrees with nothing: not with a figure, and none is written as 0. */
function agrees({ numeral }: Mention, value: CellSum, part: boolean): boolean {
  switch (value.kind) {
    case 'open':
      return true;
    case 'blank':
      return false;
    case 'number':
      return part ? numeral.low.lte(value.value) : within(value.value, numeral);
  }
}

function within(value: Decimal, { low, high }: Mention['numeral']): boolean {
  return value.gte(low) && value.lte(high);
}

/** What an office counts in several ways is compared only where the table has a figure that the text nowhere states. */
function isLeftAlone(readings: readonly Reading[], first: ComparedSum, context: DocumentContext): boolean {
  if (!readings.some(({ quantity }) => quantity.cautious)) return false;
  const { value, addresses } = first;
  if (value.kind !== 'number' || value.value.isZero()) return true;
  return mentionsIn(context).some(
    (other) =>
      other.address === addresses[0] ||
      (other.readings.some((reading) => reading.quantity.id === readings[0]?.quantity.id) &&
        within(value.value, other.numeral)),
  );
}

/** Another figure of the same quantity, or a reference to its cell, says what the tables are of. */
function isStatedElsewhere(mention: Mention, readings: readonly Reading[], context: DocumentContext): boolean {
  const ids = new Set(readings.map(({ quantity }) => quantity.id));
  const cells = new Set(readings.flatMap(({ sums }) => sums.flat()));
  return mentionsIn(context).some(
    (other) =>
      other !== mention &&
      ((other.address !== undefined && cells.has(other.address)) ||
        other.readings.some(({ quantity }) => ids.has(quantity.id))),
  );
}

function isZeroOrBlank(value: CellSum): boolean {
  return value.kind === 'blank' || (value.kind === 'number' && value.value.isZero());
}
