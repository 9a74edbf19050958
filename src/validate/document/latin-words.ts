/** Latin words in Chinese text, without what belongs there: abbreviations, names of products, addresses, identifiers. */
import type { Passage } from './passages.js';
import { addressSpans } from './web-addresses.js';
import { isWithin, type Span } from './years.js';

const word = /(?<![\w.@/#-])[A-Za-z]{2,40}(?:-[A-Za-z]{1,20})?(?![\w@/]|\.[A-Za-z0-9])/gu;

/**
 * Words of a passage that has Chinese characters. `known` are accepted words in lower case; capitals of up to five letters
 * are abbreviations; words in links, addresses and identifiers (with digits or `_`) are passed over.
 */
export function latinWords(passage: Passage, known: ReadonlySet<string>): readonly Span[] {
  const { text } = passage;
  if (!/[A-Za-z]{2}/u.test(text) || !/\p{Script=Han}/u.test(text)) return [];
  const passed = [...addressSpans(text), ...linkSpans(passage)];
  return [...text.matchAll(word)]
    .filter(({ 0: found, index }) => !isAbbreviation(found) && !isKnown(found, known) && !isWithin(index, passed))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** Parts of a passage that stand in a link. */
export function linkSpans({ pieces }: Passage): readonly Span[] {
  return pieces
    .filter(({ linked }) => linked === true)
    .map(({ start, node }) => ({ start, end: start + node.value.length }));
}

function isAbbreviation(found: string): boolean {
  return /^[A-Z]{1,5}$/u.test(found);
}

function isKnown(found: string, known: ReadonlySet<string>): boolean {
  return known.has(found.toLowerCase()) || found.split('-').every((part) => known.has(part.toLowerCase()));
}
