/** D-T7: how many typed figures no cell was found for. */
import type { DocumentCheck } from '../context.js';
import { mentionsIn } from './analysis.js';
import type { Mention } from './mentions.js';
import * as words from './sentences.js';

/** Figures shown of those that were not compared: one line is to stay one. */
const MOST_EXAMPLES = 3;

/** One info for the report, none when every typed figure was compared or is declared under `narrative_figures`. */
export const proseUnmatched: DocumentCheck = (context) => {
  const declared = context.data.narrativeFigures.map(({ value }) => withoutSpace(value));
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
  const examples = open.slice(0, MOST_EXAMPLES).map(({ numeral }) => numeral.text);
  return [
    {
      message: {
        zh: `正文有 ${open.length} 个手写的数字没有对上表里的格，没有核对（如${examples.map((text) => `“${text}”`).join('、')}）。`,
        en: `${open.length} typed ${open.length === 1 ? 'figure' : 'figures'} of the text could not be matched with a cell and ${open.length === 1 ? 'was' : 'were'} not compared (such as ${examples.map((text) => `"${text}"`).join(', ')}).`,
      },
      facts: { count: String(open.length) },
      range: words.rangeOfMention(first, context),
    },
  ];
};

/** Declared by the figure alone, or with words around it; 300次 is not in 1300次. */
function isDeclared({ passage, start, end }: Mention, value: string): boolean {
  const clause = withoutSpace(passage.text.slice(start, end));
  for (let at = clause.indexOf(value); at >= 0; at = clause.indexOf(value, at + 1)) {
    if (!/^\d/u.test(value) || !/[\d.,，]$/u.test(clause.slice(0, at))) return true;
  }
  return false;
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/gu, '');
}
