/**
 * What a recogniser of slips gets and gives, and how a line is cut into name and value.
 */
import type { Bilingual } from '../diagnostic/diagnostic.js';

/** A line, the last non-empty line before it, and the last one before it that is indented otherwise. */
export interface LineContext {
  readonly text: string;
  readonly before: string;
  readonly above: string;
}

/** `[start, end)` are UTF-16 offsets in the line. */
export interface LineSlip {
  readonly code: string;
  readonly start: number;
  readonly end: number;
  readonly message: Bilingual;
  readonly corrected: string;
}

/** Looks at one line for one slip. */
export type Recogniser = (line: LineContext) => LineSlip | undefined;

/** A line as what stands before its value (name, colon, dashes) and the value. */
export const VALUE = /^(?<lead>[ ]*(?:- +)*(?:[^:"'#]+?: +)?)(?<value>\S.*)$/u;

/** A text in single quotes, in which nothing but the quote itself has a meaning. */
export function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A value without quotes put into single quotes; the comment after it, and the space before that, stay outside. */
export function quotedValue(value: string): string {
  const { text, comment } = splitComment(value);
  return singleQuoted(text) + comment;
}

/** The text of a plain value, and the space and comment after it. */
export function splitComment(value: string): { readonly text: string; readonly comment: string } {
  const at = value.search(/\s+#|\s*$/u);
  return { text: value.slice(0, at), comment: value.slice(at).trimEnd() };
}
