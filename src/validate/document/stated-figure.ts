/** Is the figure of a cell stated in a text: as a reference, as a number, or in words where it is 0. */
import type { CellValue } from '../../value/value.js';
import type { Passage } from './passages.js';

/**
 * True when a passage prints a text bound to the cell, or the same number standing by itself; for 0 also 未, 无, 没有, 零. A
 * cell without a number has nothing to state and counts as stated: blanks are reported where they are.
 */
export function statesFigure(passages: readonly Passage[], address: string, value: CellValue | undefined): boolean {
  if (value?.kind !== 'number') return true;
  if (passages.some(({ pieces }) => pieces.some(({ node }) => node.address === address))) return true;
  const numbers = passages.flatMap(({ text }) => numbersIn(text));
  if (numbers.some((number) => value.number.eq(number))) return true;
  return value.number.isZero() && passages.some(({ text }) => /未|无|没有|零/u.test(text));
}

/** Numbers of a text as decimal text; grouping commas (1,234) are left out, years and dates too. */
function numbersIn(text: string): readonly string[] {
  const digits = text.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xff10 + 48));
  return [...digits.matchAll(/(?<![\d.,])\d+(?:,\d{3})*(?:\.\d+)?(?![\d.]*\d)(?!\s*[年月日])/gu)].map(([number]) =>
    number.replaceAll(',', ''),
  );
}
