/** Two lists compared: what stands in one only, in runs, each with the items on the other side that it takes the place of. */
import { diffArrays } from 'diff';

/** Items of the first list that are gone and items of the second that came in their place; one of the two may be empty. */
export interface ChangedRun<T> {
  readonly before: readonly T[];
  readonly after: readonly T[];
}

/** Changes beyond which the lists are taken as wholly different: finding the least would take too long. */
const MOST_CHANGES = 2000;

/** The changed runs in the order of the lists; `keyOf` says what makes two items the same. Empty when nothing changed. */
export function changedRuns<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
): readonly ChangedRun<T>[] {
  const pieces = diffArrays(before.map(keyOf), after.map(keyOf), { maxEditLength: MOST_CHANGES });
  if (pieces === undefined) return [{ before, after }];
  const runs: { before: T[]; after: T[] }[] = [];
  let [oldAt, newAt] = [0, 0];
  let isOpen = false;
  for (const { value, added, removed } of pieces) {
    if (!added && !removed) {
      oldAt += value.length;
      newAt += value.length;
      isOpen = false;
      continue;
    }
    const run = isOpen ? runs.at(-1) : undefined;
    const current = run ?? { before: [], after: [] };
    if (run === undefined) runs.push(current);
    isOpen = true;
    if (removed) current.before.push(...before.slice(oldAt, (oldAt += value.length)));
    else current.after.push(...after.slice(newAt, (newAt += value.length)));
  }
  return runs;
}
