/**
 * For each UTF-16 unit of a value its index in the source it was read from, where reading only leaves characters out (escapes,
 * indents, code marks). `start` is the first index of the source; the result has one entry more, for the end.
 */
export function alignedIndexes(value: string, source: string, start: number, end: number): readonly number[] {
  const indexes: number[] = [];
  let at = start;
  for (let i = 0; i < value.length; i++) {
    const found = source.indexOf(value.charAt(i), at);
    // A character that is not there was made by the reader; it counts as standing where its neighbour stands.
    if (found >= 0 && found < end) at = found;
    indexes.push(at);
    if (found >= 0 && found < end) at++;
  }
  indexes.push(Math.min(at, end));
  return indexes;
}
