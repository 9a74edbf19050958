import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { SourceRange } from '../source/source.js';
import { duplicateId } from './problems.js';
import type { Placed } from './shape.js';

/** `pack/duplicate-id` for every id that was there before, at its second place; the first is told as related. */
export function duplicates(ids: readonly Placed<string>[]): readonly Diagnostic[] {
  const seen = new Map<string, SourceRange>();
  return ids.flatMap(({ value, range }) => {
    const first = seen.get(value);
    if (first !== undefined) return [duplicateId(value, range, first)];
    seen.set(value, range);
    return [];
  });
}
