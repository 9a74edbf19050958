/**
 * Two sequences brought into step: which item of one is which item of the other when some were put in, taken out or moved.
 */

/**
 * Pairs `[a, b]` of a longest common subsequence of `0…first-1` and `0…second-1`, in order. Quadratic; both are bounded by
 * what a form holds.
 */
export function alignInOrder(
  first: number,
  second: number,
  matches: (a: number, b: number) => boolean,
): readonly (readonly [number, number])[] {
  const width = second + 1;
  const lengths = new Uint16Array((first + 1) * width);
  const at = (a: number, b: number): number => lengths[a * width + b] ?? 0;
  for (let a = first - 1; a >= 0; a--) {
    for (let b = second - 1; b >= 0; b--) {
      lengths[a * width + b] = matches(a, b) ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1));
    }
  }
  const pairs: [number, number][] = [];
  let a = 0;
  let b = 0;
  while (a < first && b < second) {
    if (matches(a, b) && at(a, b) === at(a + 1, b + 1) + 1) pairs.push([a++, b++]);
    else if (at(a + 1, b) >= at(a, b + 1)) a++;
    else b++;
  }
  return pairs;
}

/** `alignInOrder`, and then items that moved: those left over on both sides that match one another and nothing else. */
export function align(
  first: number,
  second: number,
  matches: (a: number, b: number) => boolean,
): ReadonlyMap<number, number> {
  const found = new Map(alignInOrder(first, second, matches));
  const taken = new Set(found.values());
  const rest = (count: number, has: (index: number) => boolean): readonly number[] =>
    Array.from({ length: count }, (_, index) => index).filter((index) => !has(index));
  const left = rest(first, (index) => found.has(index));
  const right = rest(second, (index) => taken.has(index));
  for (const a of left) {
    const candidates = right.filter((b) => matches(a, b));
    const [only] = candidates;
    if (only !== undefined && candidates.length === 1 && left.filter((other) => matches(other, only)).length === 1)
      found.set(a, only);
  }
  return found;
}
