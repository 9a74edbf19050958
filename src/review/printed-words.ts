/** Which characters of a printed text come from a place in the data file. */
import type { Text } from '../report/tree.js';
import type { SourceRange } from '../source/source.js';

/** UTF-16 offsets in a text's value, `from` before `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * The part of a text that a range printed. Where every character is printed as it is written, exactly that part; where
 * lines were joined or marks left out, the same words found again; else the whole text. A figure counts as a whole, and a
 * place of no length as its sentence.
 */
export function wordsOf(text: Text, origin: SourceRange, range: SourceRange, source: string): Stretch {
  const { value } = text;
  const whole = { from: 0, to: value.length };
  const start = Math.max(range.start, origin.start);
  const end = Math.min(range.end, origin.end);
  if (text.address !== undefined || origin.cell !== undefined) return whole;
  const isExact = origin.end - origin.start === value.length;
  if (end <= start) return isExact ? sentenceAround(value, start - origin.start) : whole;
  if (start === origin.start && end === origin.end) return whole;
  if (isExact) return onCharacters(value, start - origin.start, end - origin.start);
  const words = source.slice(start, end);
  const found = words.trim() === '' ? -1 : value.indexOf(words);
  return found < 0 ? whole : { from: found, to: found + words.length };
}

const sentenceEnd = /[。！？；\n]/u;

/** The sentence around an offset, with its full stop. */
export function sentenceAround(value: string, offset: number): Stretch {
  let from = Math.min(Math.max(0, offset), value.length);
  while (from > 0 && !sentenceEnd.test(value.charAt(from - 1))) from--;
  let to = Math.max(from, Math.min(offset, value.length));
  while (to < value.length && !sentenceEnd.test(value.charAt(to))) to++;
  return onCharacters(value, from, Math.min(value.length, to + 1));
}

/** Never inside a character that takes two units, and never empty where there is a character. */
function onCharacters(value: string, from: number, to: number): Stretch {
  const isInside = (at: number): boolean => at > 0 && /[\uDC00-\uDFFF]/u.test(value.charAt(at)) && at < value.length;
  const start = isInside(from) ? from - 1 : from;
  return { from: start, to: isInside(to) ? to + 1 : to };
}
