/** Which of many texts a text is most like, by the shingles they share. Linear in the length of the texts. */

interface Nearest {
  readonly index: number;
  /** Dice: twice the shared shingles over those of both; 1 = the same. */
  readonly similarity: number;
}

/** A shingle of more texts than this says little and is not followed further. */
const mostTexts = 8;

/** Comes in: the shingles of the texts to compare with. Goes out: a search for the nearest one; undefined = nothing shared. */
export function similarityIndex(
  texts: readonly ReadonlySet<string>[],
): (shingles: ReadonlySet<string>) => Nearest | undefined {
  const holders = new Map<string, number[]>();
  texts.forEach((shingles, index) => {
    for (const shingle of shingles) {
      const known = holders.get(shingle);
      if (known === undefined) holders.set(shingle, [index]);
      else if (known.length < mostTexts) known.push(index);
    }
  });
  return (shingles) => {
    const shared = new Map<number, number>();
    for (const shingle of shingles) {
      for (const index of holders.get(shingle) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
    }
    let best: Nearest | undefined;
    for (const [index, count] of shared) {
      const similarity = (2 * count) / (shingles.size + (texts[index]?.size ?? 0));
      if (best === undefined || similarity > best.similarity) best = { index, similarity };
    }
    return best;
  };
}
