/**
 * Keyword replacement gone wrong: a list of offices that stands where an ordinary word belongs, 所列某市委、某市人大、某市政府的
 * 统计期限. Such a list comes again and again, word for word, in sentences of different build.
 */
import { anyOf, perRule, wordList } from '../options.js';
import type { Passage } from '../passages.js';
import { excerpt, isWritten, sentenceAt, type TextPlace } from '../text-places.js';
import type { Leftover, LeftoverSearch } from './leftover.js';

const shortest = 8;

/**
 * A list of three or more names, each ending as offices do (option `office_endings`), that stands at least twice and at
 * least once where figures or texts are spoken of: after a word of `data_before` or before one of `data_after`. A list
 * that stands once must have both.
 */
export const replacedWords: LeftoverSearch = ({ passages }, rule) => {
  const { office, lastOffice, before, after, framed } = patterns(rule);
  const found = new Map<string, Leftover>();
  for (const names of innerNames(passages.filter(isWritten), office).values()) {
    if (names.length < 2) {
      const single = singleList(names[0], framed, office);
      if (single !== undefined && !found.has(single.phrase))
        found.set(single.phrase, leftover(single.phrase, single.place, [single.place]));
      continue;
    }
    const [left, right] = commonContext(names);
    const phrase = lastOffice.exec(left + (names[0]?.text ?? '') + right)?.[0] ?? '';
    const parts = phrase.split('、');
    if (phrase.length < shortest || parts.length < 3 || !parts.every((name) => office.test(name))) continue;
    const places = names.map(({ passage, start }) => ({
      passage,
      start: start - left.length,
      end: start - left.length + phrase.length,
    }));
    const odd = places.find(
      ({ passage, start, end }) =>
        before.test(passage.text.slice(Math.max(0, start - 12), start)) ||
        after.test(passage.text.slice(end, end + 12)),
    );
    if (odd !== undefined && !found.has(phrase)) found.set(phrase, leftover(phrase, odd, places));
  }
  return [...found.values()];
};

const patterns = perRule((rule) => {
  const endings = anyOf(wordList(rule, 'office_endings'));
  const [before, after] = [anyOf(wordList(rule, 'data_before')), anyOf(wordList(rule, 'data_after'))];
  return {
    office: new RegExp(`${endings}$`, 'u'),
    lastOffice: new RegExp(`^.*${endings}`, 'u'),
    before: new RegExp(`${before}$`, 'u'),
    after: new RegExp(`^${after}`, 'u'),
    framed: new RegExp(`${before}(\\p{Script=Han}{2,30}(?:、\\p{Script=Han}{2,30}?){2,20}?)${after}`, 'gu'),
  };
});

/** The list around a name, where it stands between a word of either kind. */
function singleList(
  name: InnerName | undefined,
  framed: RegExp,
  office: RegExp,
): { readonly phrase: string; readonly place: TextPlace } | undefined {
  if (name === undefined) return undefined;
  const { passage, start } = name;
  const from = Math.max(0, start - farthest);
  for (const match of passage.text.slice(from, start + farthest).matchAll(framed)) {
    const phrase = match[1] ?? '';
    const at = from + match.index + match[0].indexOf(phrase);
    if (at <= start && at + phrase.length > start && phrase.split('、').every((part) => office.test(part)))
      return { phrase, place: { passage, start: at, end: at + phrase.length } };
  }
  return undefined;
}

/** A name between two 、. */
interface InnerName {
  readonly passage: Passage;
  readonly start: number;
  readonly text: string;
}

/** Names of offices inside enumerations, those with the same neighbours together. */
function innerNames(passages: readonly Passage[], office: RegExp): ReadonlyMap<string, readonly InnerName[]> {
  const found = new Map<string, InnerName[]>();
  for (const passage of passages) {
    for (const { 1: text = '', index } of passage.text.matchAll(/、(\p{Script=Han}{2,30})(?=、)/gu)) {
      if (!office.test(text)) continue;
      const start = index + 1;
      // Two characters of each neighbour keep lists apart that share a single name.
      const key = passage.text.slice(Math.max(0, start - 3), start + text.length + 3);
      const known = found.get(key);
      if (known === undefined) found.set(key, [{ passage, start, text }]);
      else if (known.length < mostPlaces) known.push({ passage, start, text });
    }
  }
  return found;
}

/** More places than this make the case no clearer. */
const mostPlaces = 50;
const farthest = 120;

/** What stands before and after the name in all places, names and 、 only. */
function commonContext(names: readonly InnerName[]): readonly [string, string] {
  const left = names.map(({ passage, start }) => reversed(passage.text.slice(Math.max(0, start - farthest), start)));
  const right = names.map(({ passage, start, text }) => {
    const end = start + text.length;
    return passage.text.slice(end, end + farthest);
  });
  return [reversed(shared(left)), shared(right)];
}

function reversed(text: string): string {
  return text.split('').toReversed().join('');
}

/** What all texts begin with, as far as it is part of an enumeration. */
function shared([first = '', ...others]: readonly string[]): string {
  let end = 0;
  while (end < first.length && /[\p{Script=Han}、]/u.test(first.charAt(end))) {
    if (others.some((text) => text[end] !== first[end])) break;
    end++;
  }
  return first.slice(0, end);
}

function leftover(phrase: string, place: TextPlace, places: readonly TextPlace[]): Leftover {
  return {
    place,
    sentence: sentenceAt(place),
    message: {
      zh: `“${excerpt(phrase)}”在正文里出现${places.length}次，句子读不通，像是别的词（例如“数据”）被整批替换了。`,
      en: `"${excerpt(phrase)}" stands where it makes no sense (places: ${places.length}): another word (数据, say) seems to have been replaced throughout.`,
    },
    hint: { zh: '对照原稿，逐处换回原来的词。', en: 'Put back the word of the original in each place.' },
    others: places.filter((other) => other !== place).slice(0, 4),
  };
}
