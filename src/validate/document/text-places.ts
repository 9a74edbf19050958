/**
 * Places in the printed text and how findings on the text show them. Knows nothing of what is wrong there.
 */
import type { RelatedPlace } from '../../diagnostic/diagnostic.js';
import type { SourceText } from '../../source/source.js';
import type { RuleFinding } from '../rule-diagnostic.js';
import { rangeOf, type Passage } from './passages.js';
import { sentencesOf, type Span } from './years.js';

/** A stretch of a passage by UTF-16 offsets of its text. */
export interface TextPlace extends Span {
  readonly passage: Passage;
}

/** A sentence with its passage; `text` is trimmed. */
export interface Sentence extends TextPlace {
  readonly text: string;
}

/** Roles whose words the office writes itself, as running text. */
const written: ReadonlySet<Passage['role']> = new Set([
  'body',
  'quote',
  'footnote',
  'heading',
  'item',
  'cell',
  'caption',
  'tableNote',
]);

/** True for running text; false for titles, lines above tables, sign-off, signature and date. */
export function isWritten(passage: Passage): boolean {
  return written.has(passage.role);
}

const known = new WeakMap<Passage, readonly Sentence[]>();

/** Sentences of passages in reading order; those of a passage are cut once, since every check asks for them. */
export function sentencesIn(passages: readonly Passage[]): readonly Sentence[] {
  return passages.flatMap((passage) => {
    const cut = known.get(passage) ?? sentencesOfPassage(passage);
    known.set(passage, cut);
    return cut;
  });
}

function sentencesOfPassage(passage: Passage): readonly Sentence[] {
  return sentencesOf(passage.text).map(({ start, end }) => ({
    passage,
    start,
    end,
    text: passage.text.slice(start, end).trim(),
  }));
}

/** The sentence that a place of a passage lies in. */
export function sentenceAt({ passage, start }: TextPlace): string {
  const sentence = sentencesIn([passage]).find((candidate) => start >= candidate.start && start < candidate.end);
  return sentence?.text ?? passage.text.trim();
}

/** At most this many findings of one kind are told one by one, so that a damaged text cannot flood the result. */
export const mostFindings = 20;

/** At most this many places are shown under a finding that stands for many. */
const mostPlaces = 5;

/** A place with the words around it. */
export function relatedPlace({ passage, start, end }: TextPlace, source: SourceText): RelatedPlace {
  const words = around(passage.text, start, end);
  const range = rangeOf(passage, source, start, end);
  return { message: { zh: `“${words}”`, en: `"${words}"` }, ...(range === undefined ? {} : { range }) };
}

/** Range of the first place, and the following ones under `related`. */
export function placesOf(
  places: readonly TextPlace[],
  source: SourceText,
): Pick<RuleFinding, 'range'> & { readonly related: NonNullable<RuleFinding['related']> } {
  const [first, ...others] = places;
  return {
    range: first === undefined ? undefined : rangeOf(first.passage, source, first.start, first.end),
    related: others.slice(0, mostPlaces - 1).map((place) => relatedPlace(place, source)),
  };
}

const context = 8;

/** The words of `[start, end)` with a few characters on both sides. */
export function around(text: string, start: number, end: number): string {
  const from = Math.max(0, start - context);
  const to = Math.min(text.length, end + context);
  const words = whole(text.slice(from, to)).replace(/\s+/gu, ' ');
  return `${from > 0 ? '……' : ''}${words.trim()}${to < text.length ? '……' : ''}`;
}

const longestExcerpt = 40;

/** The beginning of a long sentence. */
export function excerpt(sentence: string): string {
  const characters = [...sentence.trim()];
  return characters.length <= longestExcerpt
    ? characters.join('')
    : `${characters.slice(0, longestExcerpt).join('')}……`;
}

/** Without the halves of characters that a cut at UTF-16 offsets leaves at the ends. */
function whole(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/gu, '');
}
