/** D-T6: a figure that the text states twice is the same both times. */
import type { RuleFinding } from '../../rule-diagnostic.js';
import type { DocumentCheck, DocumentContext } from '../context.js';
import { grouped } from './grouped.js';
import { mentionsIn } from './analysis.js';
import { cellSum } from './cell-sums.js';
import { contradictions } from './compare-cells.js';
import type { Mention } from './mentions.js';
import { mayEqual } from './numerals.js';
import * as words from './sentences.js';

/** Shorter descriptions (信息, 培训) are said of many things. */
const shortestContent = 8;

/** One warning for each figure stated in two ways, at the second of them. */
export const proseRepeats: DocumentCheck = (context) => {
  const wrong = new Set(contradictions(context).map(({ mention }) => mention));
  const groups = grouped(
    mentionsIn(context).filter(({ comparable, numeral }) => comparable && numeral.kind === 'count'),
    identityOf,
  );
  return [...groups].flatMap(([identity, mentions]) => {
    if (identity === '') return [];
    for (const [index, second] of mentions.entries()) {
      const first = mentions.slice(0, Math.min(index, 200)).find((other) => differs(other, second));
      if (first !== undefined && isTold(first, second, wrong, context)) return [finding(first, second, context)];
    }
    return [];
  });
};

/** Figures that both agree with the tables are of different readings; where one is against them, that is told there. */
function isTold(first: Mention, second: Mention, wrong: ReadonlySet<Mention>, context: DocumentContext): boolean {
  if (wrong.has(first) !== wrong.has(second)) return false;
  const sums = second.readings[0]?.sums ?? [];
  return wrong.has(first) || sums.every((sum) => cellSum(sum, second.numeral.unit, context).kind !== 'number');
}

/** What a figure is of; empty when that is not certain. */
function identityOf(mention: Mention): string {
  const { readings, content, numeral, frame, whole, inWords } = mention;
  const [reading, ...others] = readings;
  if (mention.address !== undefined) return '';
  const unsure =
    others.length > 0 &&
    !(mention.near && others.every(({ quantity }) => quantity.when.length < (reading?.quantity.when.length ?? 0)));
  if (reading !== undefined) return unsure ? '' : `${reading.quantity.id} ${reading.sums.flat().join(' ')}`;
  const certain =
    whole === undefined && !inWords && content.length >= shortestContent && !frame.signs.has('respectively');
  return certain ? `${content} ${numeral.unit}` : '';
}

function differs(first: Mention, second: Mention): boolean {
  if (first.inWords && second.inWords) return false;
  const alike = first.inWords || second.inWords || first.numeral.unit === second.numeral.unit;
  return alike && !mayEqual(first.numeral, second.numeral);
}

function finding(first: Mention, second: Mention, context: DocumentContext): RuleFinding {
  const [reading] = second.readings;
  const cells = reading?.sums.flat() ?? [];
  const stated = [first, second].map(({ inWords, numeral }) => (inWords ? '0' : numeral.text));
  return {
    message: {
      zh: `同一个数在正文里前后不一：“${words.excerptOf(first)}”是 ${stated[0] ?? ''}，“${words.excerptOf(second)}”是 ${stated[1] ?? ''}。`,
      en: `The text states one figure in two ways: "${words.excerptOf(first)}" ${stated[0] ?? ''}, "${words.excerptOf(second)}" ${stated[1] ?? ''}.`,
    },
    range: words.rangeOfMention(second, context),
    ...(cells.length === 0 ? {} : { cells }),
    facts: {
      first: stated[0] ?? '',
      second: stated[1] ?? '',
      ...Object.fromEntries(cells.map((address) => [address, words.figureOf(address, context)])),
    },
    related: [words.mentionPlace(first, context)],
    text: words.sentenceOf(second),
  };
}
