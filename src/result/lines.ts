/** The findings of a check as numbered lines: how it counts, where, what, what to do, on what ground. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { levelOf, levels, type Level } from './levels.js';
import { officialWords, type OfficialWords } from './official-text.js';
import { placeWords } from './place-words.js';
import type { ResultSubject } from './subject.js';

export interface ResultLine {
  /** `3`; one that stands under it `3-1`. */
  readonly number: string;
  readonly level: Level;
  readonly where: string;
  readonly what: string;
  readonly advice: string;
  readonly ground: string;
  readonly diagnostic: Diagnostic;
}

export interface ResultLines {
  readonly main: readonly ResultLine[];
  /** Those with the same cause as a main one, which mostly go when it is put right. */
  readonly folded: readonly ResultLine[];
}

export function resultLines(subject: ResultSubject): ResultLines {
  const words = officialWords(subject);
  const line = (diagnostic: Diagnostic, number: string, level: Level): ResultLine => ({
    number,
    level,
    where: words.sentence(placeWords(diagnostic, subject)),
    what: whatOf(diagnostic, words),
    advice: adviceOf(diagnostic, words),
    ground: diagnostic.clause ?? '',
    diagnostic,
  });
  const inOrder = levels.flatMap((level) => subject.diagnostics.filter((diagnostic) => levelOf(diagnostic) === level));
  const main = inOrder.map((diagnostic, index) => line(diagnostic, `${index + 1}`, levelOf(diagnostic)));
  const under = (diagnostic: Diagnostic, number: string): readonly ResultLine[] =>
    (diagnostic.folded ?? []).flatMap((child, index) => {
      const own = `${number}-${index + 1}`;
      return [line(child, own, levelOf(child)), ...under(child, own)];
    });
  return { main, folded: main.flatMap(({ diagnostic, number }) => under(diagnostic, number)) };
}

function whatOf({ message, related = [] }: Diagnostic, words: OfficialWords): string {
  const others = [...new Set(related.map((place) => words.sentence(place.message.zh)))];
  return words.sentence(message.zh) + (others.length === 0 ? '' : `\n另见：${others.join('；')}`);
}

/** A waived finding needs nothing done; its reason is what the agency wrote. */
function adviceOf({ hint, waived }: Diagnostic, words: OfficialWords): string {
  if (waived !== undefined) return `单位已说明：${waived.reason}`;
  return hint === undefined ? '' : words.advice(hint.zh);
}
