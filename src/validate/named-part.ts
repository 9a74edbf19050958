/**
 * Parts of a figure that a cell names beside it: （其中修订16件）, or 其中: {修订: 16}. Reads what is written; whether a part
 * counts is for the rule to say.
 */
import type { CellInput } from '../data/types.js';
import { exact } from '../rule/exact.js';
import type { Decimal } from 'decimal.js';
import { isDecimalText } from '../value/number.js';

/** A part with the word it was found by. */
export interface NamedPart {
  readonly word: string;
  readonly number: Decimal;
}

/** Words that put a figure beside the cell's own instead of into it: 另修订16件. */
const BESIDE = /另|此外|不含|不包括|未计入/u;

/**
 * The part of a cell that one of the words names, from its parts or else from its remark. Undefined when none does, when a
 * clause holds several figures (修订2件、废止3件 are two clauses), or when the figure stands beside the cell's own.
 */
export function namedPart(cell: CellInput | undefined, words: readonly string[]): NamedPart | undefined {
  for (const [name, text] of cell?.parts ?? []) {
    const word = words.find((candidate) => name.includes(candidate));
    if (word !== undefined && isDecimalText(text)) return { word, number: exact(text) };
  }
  const clauses = (cell?.remark ?? '').normalize('NFKC').split(/[,、;。()（）]/u);
  for (const clause of clauses) {
    const word = words.find((candidate) => clause.includes(candidate));
    const [figure = '', ...others] = clause.match(/\d+/gu) ?? [];
    if (word === undefined || others.length > 0 || BESIDE.test(clause)) continue;
    const digits = figure.replace(/^0+(?=\d)/u, '');
    if (isDecimalText(digits)) return { word, number: exact(digits) };
  }
  return undefined;
}
