/** D-T4 and D-T5 as findings: what the text states, what the cell holds, and what to write instead. */
import type { RuleFinding } from '../../rule-diagnostic.js';
import type { DocumentCheck, DocumentContext } from '../context.js';
import { contradictions, type ComparedSum, type Contradiction } from './compare-cells.js';
import * as words from './sentences.js';

/** Figures of the text that differ from a cell with another figure. */
export const proseCells: DocumentCheck = (context) => findings(context, false);

/** None in words or 0 against a figure, and a figure against 0 or a blank. */
export const proseZeros: DocumentCheck = (context) => findings(context, true);

function findings(context: DocumentContext, zero: boolean): readonly RuleFinding[] {
  return contradictions(context)
    .filter((contradiction) => contradiction.zero === zero)
    .flatMap((contradiction) => finding(contradiction, context));
}

function finding(contradiction: Contradiction, context: DocumentContext): readonly RuleFinding[] {
  const { mention, sums, part } = contradiction;
  const [first, ...others] = sums;
  if (first === undefined) return [];
  const excerpt = words.excerptOf(mention);
  const name = words.cellNames(first.addresses, context);
  const held = words.sumText(first.value);
  const stated = mention.inWords ? '0' : mention.numeral.text;
  const also = otherReadings(others, context);
  const unfilled = first.value.kind === 'blank' && mention.numeral.high.isZero();
  const relation = unfilled
    ? { zh: '没有的应填 0', en: 'none is written as 0' }
    : part
      ? { zh: '部分多于全部', en: 'a part is more than the whole' }
      : { zh: '两者不一致', en: 'the two differ' };
  const cells = [...new Set(sums.flatMap(({ addresses }) => addresses))];
  return [
    {
      ...(unfilled ? { severity: 'info' as const } : {}),
      message: {
        zh: `正文“${excerpt}”写的是${mention.inWords ? '没有' : ` ${stated}`}，${name.zh}${held.zh}${also.zh}，${relation.zh}。`,
        en: `The text "${excerpt}" states ${stated}, ${name.en} ${held.en}${also.en}; ${relation.en}.`,
      },
      hint: {
        zh: `先核对哪一处是对的：正文错了就改正文，把数写成引用 ${words.referenceTo(first.addresses)} 便不会再错；表错了就改表。说的不是同一件事的，在句中写明口径。`,
        en: `See which of the two is right: correct the text, best as a reference ${words.referenceTo(first.addresses)}, or the table. If they are different things, say so in the sentence.`,
      },
      range: words.rangeOfMention(mention, context),
      cells,
      facts: {
        stated,
        ...Object.fromEntries(cells.map((address) => [address, words.figureOf(address, context)])),
      },
      related: first.addresses.slice(0, 8).map((address) => words.cellPlace(address, context)),
      text: words.sentenceOf(mention),
    },
  ];
}

/** ，含上年结转为 12: the other ways of counting do not agree either. */
function otherReadings(others: readonly ComparedSum[], context: DocumentContext): { zh: string; en: string } {
  const shown = others.slice(0, 2).map(({ addresses, value }) => {
    const name = words.cellNames(addresses, context);
    const held = words.sumText(value);
    return { zh: `，${name.zh}${held.zh}`, en: `, ${name.en} ${held.en}` };
  });
  return { zh: shown.map(({ zh }) => zh).join(''), en: shown.map(({ en }) => en).join('') };
}
