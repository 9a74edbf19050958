/**
 * Headings typed as plain text: a paragraph that is one （（一）主动公开情况）, a paragraph that opens with one
 * （（一）主动公开方面。2023年…）, a paragraph that only carries a number. Comes in: the inlines of a paragraph. Goes out: which
 * of these it is, with the number taken off.
 */
import { plainText, type Inline } from '../report/tree.js';
import { cutInlines, strongPrefix, withoutStrong } from './cut-inlines.js';
import { trimmed } from './inlines.js';
import { typedNumber, type HeadingLevel, type TypedNumber } from './numbering.js';
import { isHeadingEnd } from './prepare-lines.js';

export type ParagraphForm =
  | { readonly form: 'plain' }
  | { readonly form: 'numbered'; readonly level: HeadingLevel; readonly typed: TypedNumber }
  | {
      readonly form: 'heading';
      readonly level: HeadingLevel;
      readonly typed: TypedNumber;
      readonly children: readonly Inline[];
    }
  | {
      readonly form: 'runIn';
      readonly level: HeadingLevel;
      readonly typed: TypedNumber;
      readonly label: readonly Inline[];
      readonly rest: readonly Inline[];
    };

/** More characters than this are a sentence, not a heading. */
const longestHeading = 40;
const longestLabel = 30;
const longestStrongLabel = 60;

/** What a paragraph is. Only a typed number makes a heading of it; bold alone stays bold. */
export function paragraphForm(inlines: readonly Inline[]): ParagraphForm {
  const text = plainText(inlines);
  const typed = typedNumber(text);
  if (typed === undefined) return { form: 'plain' };
  const level = headingLevel(typed);
  const words = text.slice(typed.length);
  if (words !== '' && words.length <= longestHeading && !words.includes('\n') && isHeadingEnd(words)) {
    return { form: 'heading', level, typed, children: trimmed(cutInlines(inlines, typed.length)[1]) };
  }
  const end = labelEnd(inlines, text, typed);
  // 一、 is the number of the form's own sections: a paragraph of the text that opens with it is left as typed.
  if (end === undefined || typed.level === 1) return { form: 'numbered', level, typed };
  const [opening, rest] = cutInlines(inlines, end);
  const label = withoutStrong(trimmed(cutInlines(opening, typed.length)[1]));
  return { form: 'runIn', level, typed, label, rest: trimmed(rest) };
}

/** Level of a typed number inside a section; 一、 typed there is the highest the text may have. */
export function headingLevel(typed: TypedNumber): HeadingLevel {
  return typed.level === 1 ? 2 : typed.level;
}

/** Index after the label of a run-in heading: the bold opening, or a short first sentence that more text follows. */
function labelEnd(inlines: readonly Inline[], text: string, typed: TypedNumber): number | undefined {
  const strong = strongPrefix(inlines);
  if (strong > typed.length && strong <= longestStrongLabel) {
    const end = /[。：]$/u.test(text.slice(0, strong))
      ? strong
      : /^[。：]/u.test(text.slice(strong))
        ? strong + 1
        : undefined;
    if (end !== undefined && text.slice(end).trim() !== '') return end;
  }
  const stop = text.indexOf('。', typed.length);
  if (stop < 0 || text.slice(stop + 1).trim() === '') return undefined;
  const label = text.slice(typed.length, stop);
  return isLabel(label) ? stop + 1 : undefined;
}

/** （一）加强组织领导，压实责任。 is a label; a sentence with figures, several clauses or a line break is not. */
function isLabel(label: string): boolean {
  return (
    label !== '' &&
    label.length <= longestLabel &&
    !/[\d；：？！\n]/u.test(label) &&
    (label.match(/，/gu)?.length ?? 0) <= 1
  );
}
