import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { duplicateId } from './problems.js';
import type { Placed } from './shape.js';

/** `pack/duplicate-id` for every id that was there before, at its second place. */
export function duplicates(ids: readonly Placed<string>[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return ids.flatMap(({ value, range }) => {
    if (seen.has(value)) return [duplicateId(value, range)];
    seen.add(value);
    return [];
  });
}
