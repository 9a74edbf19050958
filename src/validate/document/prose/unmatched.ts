/** D-T7: how many typed figures no cell was found for. */
import type { DocumentCheck } from '../context.js';
import { mentionsIn } from './analysis.js';
import type { Mention } from './mentions.js';
import * as words from './sentences.js';

/** One info for the report, none when every typed figure was compared or is declared under `narrative_figures`. */
export const proseUnmatched: DocumentCheck = (context) => {
  const declared = context.data.narrativeFigures
    .map(({ value }) => withoutSpace(value))
    .filter((value) => value !== '');
  const open = mentionsIn(context).filter(
    (mention) =>
      mention.numeral.kind === 'count' &&
      !mention.inWords &&
      mention.address === undefined &&
      mention.readings.every(({ sums }) => sums.length === 0) &&
      !declared.some((value) => isDeclared(mention, value)),
  );
  const [first] = open;
  if (first === undefined) return [];
  return [
    {
      message: {
        zh: `正文有 ${open.length} 个手写的数字没有对上表里的格，没有核对。`,
        en: `${open.length} typed ${open.length === 1 ? 'figure' : 'figures'} of the text could not be matched with a cell and ${open.length === 1 ? 'was' : 'were'} not compared.`,
      },
      facts: { count: String(open.length) },
      range: words.rangeOfMention(first, context),
      related: open.slice(0, 5).map((mention) => words.mentionPlace(mention, context)),
    },
  ];
};

function isDeclared(mention: Mention, value: string): boolean {
  const { passage, start, end, numeral } = mention;
  return withoutSpace(numeral.text) === value || withoutSpace(passage.text.slice(start, end)).includes(value);
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/gu, '');
}
