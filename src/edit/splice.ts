/**
 * Changes to a data file as splices on its source text (design section 2): what no splice touches stays byte for byte, comments,
 * spacing and order too.
 */

/** Replaces `[start, end)` of the source text, UTF-16 offsets, by `text`; `start === end` inserts. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The text after all splices, which may come in any order. Splices that overlap are the caller's fault and throw; several
 * insertions at one place keep their order.
 */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const inOrder = splices.map((splice, place) => ({ splice, place }));
  inOrder.sort((a, b) => a.splice.start - b.splice.start || a.splice.end - b.splice.end || a.place - b.place);
  let out = '';
  let at = 0;
  for (const { splice } of inOrder) {
    if (splice.start < at || splice.end < splice.start || splice.end > text.length)
      throw new RangeError(`splice ${splice.start}-${splice.end} overlaps another or leaves the text`);
    out += text.slice(at, splice.start) + splice.text;
    at = splice.end;
  }
  return out + text.slice(at);
}
