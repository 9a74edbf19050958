/** Did you mean: the known names nearest to one that is not known. */
import { distance } from 'fastest-levenshtein';

/** Scores of names that hold the text or are held in it come after those of slips. */
const PARTIAL = 10;

/** How many changes a slip of the keyboard may make: Chinese names are short. */
function slipsIn(text: string): number {
  return Array.from(text).length <= 4 ? 1 : 2;
}

/**
 * Up to `limit` of `known` that a slip of the keyboard could have turned into `text`, nearest first. Short names allow one
 * change, longer ones two; names that contain the text or are contained in it follow.
 */
export function suggestions(text: string, known: Iterable<string>, limit = 3): readonly string[] {
  const wanted = text.toLowerCase();
  const allowed = slipsIn(text);
  const scored: { name: string; score: number }[] = [];
  for (const name of new Set(known)) {
    const candidate = name.toLowerCase();
    const steps = distance(wanted, candidate);
    const partial =
      wanted.length >= 2 && (candidate.includes(wanted) || (candidate.length >= 2 && wanted.includes(candidate)));
    if (steps <= allowed) scored.push({ name, score: steps });
    else if (partial) scored.push({ name, score: PARTIAL + steps });
  }
  return scored
    .sort((a, b) => a.score - b.score)
    .slice(0, limit)
    .map(({ name }) => name);
}

/** The known name nearest to a wrong one, if a slip of the keyboard could explain it; letter case counts. */
export function nearestName(text: string, known: readonly string[]): string | undefined {
  const slips = known
    .map((name) => ({ name, steps: distance(text, name) }))
    .filter(({ steps }) => steps <= slipsIn(text));
  return slips.sort((a, b) => a.steps - b.steps)[0]?.name;
}
