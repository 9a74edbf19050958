/** Did you mean: the known names nearest to one that is not known. */
import { distance } from 'fastest-levenshtein';

/**
 * Up to `limit` of `known` that a slip of the keyboard could have turned into `text`, nearest first. Short names allow one
 * change, longer ones two (Chinese names are short); names that contain the text or are contained in it follow.
 */
export function suggestions(text: string, known: Iterable<string>, limit = 3): readonly string[] {
  const wanted = text.toLowerCase();
  const allowed = [...text].length <= 4 ? 1 : 2;
  const scored: { name: string; score: number }[] = [];
  for (const name of new Set(known)) {
    const candidate = name.toLowerCase();
    const steps = distance(wanted, candidate);
    const partial =
      wanted.length >= 2 && (candidate.includes(wanted) || (candidate.length >= 2 && wanted.includes(candidate)));
    if (steps <= allowed) scored.push({ name, score: steps });
    else if (partial) scored.push({ name, score: 10 + steps });
  }
  return scored
    .sort((a, b) => a.score - b.score)
    .slice(0, limit)
    .map(({ name }) => name);
}
