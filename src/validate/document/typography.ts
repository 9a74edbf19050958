/** D-A1: half-width marks beside Chinese characters, mixed brackets, Latin words, stray spaces. */
import type { Bilingual } from '../../diagnostic/diagnostic.js';
import type { RuleFinding } from '../rule-diagnostic.js';
import type { DocumentCheck } from './context.js';
import { latinWords } from './latin-words.js';
import { perRule, wordList } from './options.js';
import type { Passage } from './passages.js';
import { isWritten, placesOf, type TextPlace } from './text-places.js';
import { addressSpans } from './web-addresses.js';
import { isWithin, type Span } from './years.js';

/** One finding for each kind, with the number of places and the first few of them: a flattened text has hundreds. */
export const typography: DocumentCheck = ({ passages, data }, rule) =>
  kindsOf(rule).flatMap((kind): readonly RuleFinding[] => {
    const places = passages.filter(isLooked).flatMap((passage) => kind.find(passage).map(placeIn(passage)));
    if (places.length === 0) return [];
    const words = kind.words(places);
    return [
      {
        message: {
          zh: `正文有${places.length}处${kind.name.zh}${words === '' ? '' : `：${words}`}。`,
          en: `The text has ${kind.name.en} in ${places.length} ${places.length === 1 ? 'place' : 'places'}${words === '' ? '' : `: ${words}`}.`,
        },
        hint: kind.hint,
        facts: { count: String(places.length) },
        ...placesOf(places, data.source),
      },
    ];
  });

/** Titles have spaces too; names and dates under the report are set apart with them. */
function isLooked(passage: Passage): boolean {
  return isWritten(passage) || ['title', 'subtitle', 'annexLine'].includes(passage.role);
}

interface Kind {
  readonly name: Bilingual;
  readonly hint: Bilingual;
  readonly find: (passage: Passage) => readonly Span[];
  /** What the message lists. */
  readonly words: (places: readonly TextPlace[]) => string;
}

const unlisted = (): string => '';

const kindsOf = perRule((rule): readonly Kind[] => {
  const known = new Set(wordList(rule, 'latin_words').map((word) => word.toLowerCase()));
  return [
    {
      name: { zh: '半角标点与汉字相连', en: 'half-width marks beside Chinese characters' },
      hint: {
        zh: '改为全角标点：，。；：？！（）“”。网页上复制来的文字，可以用编辑器的“替换”一次改完。',
        en: 'Use full-width marks: ，。；：？！（）“”.',
      },
      find: ({ text }) => outsideAddresses(text, halfWidth),
      words: unlisted,
    },
    {
      name: { zh: '括号一半全角、一半半角', en: 'brackets of which one half is full-width' },
      hint: { zh: '左右括号都用全角“（）”。', en: 'Use （ and ） together.' },
      find: ({ text }) => mixedBrackets(text),
      words: unlisted,
    },
    {
      name: { zh: '外文单词', en: 'Latin words' },
      hint: {
        zh: '能用中文的改为中文；通用的名称（如软件名）不必改，也可以写进规则的词表。',
        en: 'Use Chinese where there is a word for it; common names may stay, or go into the list of the rule.',
      },
      find: (passage) => latinWords(passage, known),
      words: (places) => {
        const words = [...new Set(places.map(({ passage, start, end }) => passage.text.slice(start, end)))];
        return words.slice(0, 8).join('、') + (words.length > 8 ? '……' : '');
      },
    },
    {
      name: { zh: '数字与汉字之间有空格', en: 'spaces between figures and Chinese characters' },
      hint: { zh: '删去空格：公文的数字与汉字之间不空格。', en: 'Delete the spaces.' },
      find: ({ text }) => matches(text, /(?<=\d)[ \u3000]+(?=\p{Script=Han})|(?<=\p{Script=Han})[ \u3000]+(?=\d)/gu),
      words: unlisted,
    },
    {
      name: { zh: '汉字之间有空格', en: 'spaces between Chinese characters' },
      hint: { zh: '删去空格；要分段的，空一行。', en: 'Delete the spaces; a blank line starts a paragraph.' },
      find: ({ role, text }) =>
        // Cells and captions set words apart on purpose.
        role === 'cell' || role === 'caption'
          ? []
          : matches(text, /(?<=[\p{Script=Han}，。；：、）》”;:,])[ \u3000]+(?=[\p{Script=Han}，。；：、（《“;:,])/gu),
      words: unlisted,
    },
  ];
});

const placeIn =
  (passage: Passage) =>
  ({ start, end }: Span): TextPlace => ({ passage, start, end });

/** A full stop counts at the end or before Chinese only: 2.5, 1. and file names have theirs. */
const halfWidth =
  /(?<=[\p{Script=Han}》”）〕])[,;:?!()"]|[,;:?!()"](?=[\p{Script=Han}《“（〔])|(?<=[\p{Script=Han}》”）]{2})\.(?=$|[\p{Script=Han}\s])/gu;

function matches(text: string, pattern: RegExp): readonly Span[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

function outsideAddresses(text: string, pattern: RegExp): readonly Span[] {
  const addresses = addressSpans(text);
  return matches(text, pattern).filter(({ start }) => !isWithin(start, addresses));
}

/** Pairs such as （…) and (…）. A bracket without its other half is no pair. */
function mixedBrackets(text: string): readonly Span[] {
  const open: { readonly mark: string; readonly start: number }[] = [];
  const mixed: Span[] = [];
  for (const { 0: mark, index } of text.matchAll(/[（(）)]/gu)) {
    if (mark === '（' || mark === '(') open.push({ mark, start: index });
    else {
      const first = open.pop();
      if (first !== undefined && (first.mark === '（') !== (mark === '）'))
        mixed.push({ start: first.start, end: index + 1 });
    }
  }
  return mixed;
}
