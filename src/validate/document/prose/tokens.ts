/**
 * A text as a row of tokens: numerals, words of the lexicon, dates, breaks, and whatever else stands there. One pass from
 * left to right; no token looks back.
 */
import type { Lexicon, WordRole } from './lexicon.js';
import { datesOf, maskOf } from './not-figures.js';
import { numeralsOf, type Numeral } from './numerals.js';
import { isWithin, quotedSpans } from '../years.js';

export type Token = { readonly start: number; readonly end: number } & (
  | { readonly type: 'numeral'; readonly numeral: Numeral }
  | { readonly type: 'word'; readonly text: string; readonly role: WordRole }
  | { readonly type: 'date'; readonly year?: number; readonly part: boolean }
  /** `stop` ends a sentence, `part` a part of one (；), `comma` a clause, `colon` what it announces, `item` one of a list. */
  | { readonly type: 'break'; readonly mark: 'stop' | 'part' | 'comma' | 'colon' | 'item' | 'open' | 'close' }
  /** A run of letters and digits that no list knows. */
  | { readonly type: 'unknown' }
);

const breaks: Readonly<Record<string, Extract<Token, { type: 'break' }>['mark']>> = {
  '。': 'stop',
  '！': 'stop',
  '？': 'stop',
  '!': 'stop',
  '?': 'stop',
  '\n': 'stop',
  '；': 'part',
  ';': 'part',
  '，': 'comma',
  ',': 'comma',
  '：': 'colon',
  ':': 'colon',
  '、': 'item',
  '（': 'open',
  '(': 'open',
  '）': 'close',
  ')': 'close',
};

/** （一）, 1. or 二、 at the head of a paragraph. */
const itemNumber =
  /^\s{0,8}(?:[（(]\s?[\d一二三四五六七八九十]{1,3}\s?[）)]|[\d一二三四五六七八九十]{1,3}\s?[.．、](?!\d))/u;

/** Tokens of a text; blanks, quotation marks and dashes give none. */
export function tokensOf(text: string, { units, wordAt }: Pick<Lexicon, 'units' | 'wordAt'>): readonly Token[] {
  const quoted = quotedSpans(text);
  const dated = datesOf(text);
  const masked = maskOf(text, [...quoted, ...dated]);
  const numerals = new Map(numeralsOf(text, units, masked).map((numeral) => [numeral.start, numeral]));
  const dates = new Map(dated.filter(({ start }) => !isWithin(start, quoted)).map((date) => [date.start, date]));
  const tokens: Token[] = [];
  for (let at = itemNumber.exec(text)?.[0].length ?? 0; at < text.length;) {
    const token = tokenAt(text, at, numerals, dates, wordAt);
    if (token !== undefined) append(tokens, token);
    at = token?.end ?? at + 1;
  }
  return tokens;
}

/** Unknown characters side by side are one token. */
function append(tokens: Token[], token: Token): void {
  const last = tokens.at(-1);
  if (token.type === 'unknown' && last?.type === 'unknown' && last.end === token.start) {
    tokens[tokens.length - 1] = { ...token, start: last.start };
  } else tokens.push(token);
}

function tokenAt(
  text: string,
  at: number,
  numerals: ReadonlyMap<number, Numeral>,
  dates: ReadonlyMap<number, { readonly end: number; readonly year?: number; readonly part: boolean }>,
  wordAt: Lexicon['wordAt'],
): Token | undefined {
  const numeral = numerals.get(at);
  if (numeral !== undefined) return { type: 'numeral', start: at, end: numeral.end, numeral };
  const date = dates.get(at);
  const word = wordAt(text, at);
  if (date !== undefined && at + (word?.text.length ?? 0) <= date.end) {
    return {
      type: 'date',
      start: at,
      end: date.end,
      part: date.part,
      ...(date.year === undefined ? {} : { year: date.year }),
    };
  }
  if (word !== undefined) return { type: 'word', start: at, end: at + word.text.length, ...word };
  const mark = breaks[text.charAt(at)];
  if (mark !== undefined) return { type: 'break', start: at, end: at + 1, mark };
  return /[\p{L}\p{N}]/u.test(text.charAt(at)) ? { type: 'unknown', start: at, end: at + 1 } : undefined;
}
