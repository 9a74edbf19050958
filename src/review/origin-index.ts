/** Printed things by where they were written, so that a place in the data file finds them without a search of all. */
import type { SourceRange } from '../source/source.js';

/** Something printed, with its place in the data file. */
export interface Printed {
  readonly origin: SourceRange;
}

export interface OriginIndex<T extends Printed> {
  /** What a place printed, in the order given; a place of no length counts as the character behind it. */
  overlapping(range: SourceRange): readonly T[];
  /** The first thing written after a place, else the last one before it, inside `within`. */
  near(range: SourceRange, within: SourceRange): T | undefined;
}

/** An index of things in reading order. */
export function originIndex<T extends Printed>(items: readonly T[]): OriginIndex<T> {
  const turns = new Map(items.map((item, turn) => [item, turn]));
  const turnOf = (item: T): number => turns.get(item) ?? 0;
  const sheet = new Map<string, T[]>();
  for (const item of items) {
    if (item.origin.cell === undefined) continue;
    const key = sheetKey(item.origin);
    const there = sheet.get(key);
    if (there === undefined) sheet.set(key, [item]);
    else there.push(item);
  }
  const lines = items
    .filter(({ origin }) => origin.cell === undefined)
    .sort((a, b) => a.origin.start - b.origin.start || turnOf(a) - turnOf(b));
  const starts = lines.map(({ origin }) => origin.start);
  // The furthest end up to each one: those before the first that reaches the place need not be looked at.
  let furthest = 0;
  const reach = lines.map(({ origin }) => (furthest = Math.max(furthest, origin.end)));

  return {
    overlapping(range) {
      if (range.cell !== undefined) return sheet.get(sheetKey(range)) ?? [];
      const end = Math.max(range.end, range.start + 1);
      return lines
        .slice(firstAbove(reach, range.start), firstAbove(starts, end - 1))
        .filter(({ origin }) => origin.file === range.file && origin.end > range.start)
        .sort((a, b) => turnOf(a) - turnOf(b));
    },
    near(range, within) {
      const isInside = ({ origin }: T): boolean =>
        origin.file === within.file && origin.start >= within.start && origin.end <= within.end;
      const after = firstAbove(starts, range.start);
      const next = lines[after];
      if (next !== undefined && isInside(next)) return next;
      const before = lines[after - 1];
      return before !== undefined && isInside(before) ? before : undefined;
    },
  };
}

function sheetKey(range: SourceRange): string {
  return `${range.file}\n${range.cell ?? ''}`;
}

/** Index of the first number above a limit in an ascending list; its length when there is none. */
function firstAbove(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
