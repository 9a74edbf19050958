/**
 * Text that remembers where each of its characters was written, through every edit on the way to the tree. Comes in: a
 * scalar of the data file, or text of a pack. Goes out: changed text and source ranges. Never looks at meaning.
 */
import { sourceOffset, type ScalarNode } from '../load/node.js';
import type { SourceRange } from '../source/source.js';

/** Stands for one expanded figure or fact while Markdown is parsed; a Unicode noncharacter, so no text can hold it. */
export const FIGURE_MARK = '\uFDD0';
/** Put before a line that must not be read as Markdown; never printed. */
export const GUARD_MARK = '\uFDD1';

/** What a `FIGURE_MARK` prints. */
export interface FigureText {
  readonly text: string;
  readonly address?: string;
}

export interface MappedText {
  readonly text: string;
  /** Source offset of each UTF-16 unit of `text`, and of its end (length plus one). Empty for text of a pack. */
  readonly offsets: readonly number[];
  /** Name of the source; absent for text of a pack. */
  readonly file?: string;
  /** What the figure marks print, in the order they stand in `text`. */
  readonly figures: readonly FigureText[];
}

/** Replaces `[start, end)` by `text`; the new characters count as written at `start`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text of a scalar with the place of each character. */
export function mappedScalar(node: ScalarNode): MappedText {
  const offsets = Array.from({ length: node.text.length + 1 }, (_, index) => sourceOffset(node, index));
  return { text: node.text, offsets, file: node.range.file, figures: [] };
}

/**
 * Text of one place, such as a name or a label. Where the source reads otherwise (quotes, escapes) every character counts as
 * written at its start. Without a range: text of a pack.
 */
export function mappedPlain(text: string, range?: SourceRange): MappedText {
  if (range === undefined) return { text, offsets: [], figures: [] };
  const exact = range.cell === undefined && range.end - range.start === text.length;
  const offsets = Array.from({ length: text.length }, (_, index) => range.start + (exact ? index : 0));
  return { text, offsets: [...offsets, range.end], file: range.file, figures: [] };
}

/** Makes all edits at once. They must be in order and must not overlap. */
export function edited(mapped: MappedText, edits: readonly TextEdit[]): MappedText {
  if (edits.length === 0) return mapped;
  const known = mapped.offsets.length > 0;
  const pieces: string[] = [];
  const offsets: number[] = [];
  let at = 0;
  const keep = (end: number): void => {
    pieces.push(mapped.text.slice(at, end));
    if (known) for (let i = at; i < end; i++) offsets.push(mapped.offsets[i] ?? 0);
  };
  for (const edit of edits) {
    keep(edit.start);
    pieces.push(edit.text);
    if (known) for (let i = 0; i < edit.text.length; i++) offsets.push(mapped.offsets[edit.start] ?? 0);
    at = edit.end;
  }
  keep(mapped.text.length);
  if (known) offsets.push(mapped.offsets[mapped.text.length] ?? 0);
  return { ...mapped, text: pieces.join(''), offsets };
}

/** Source range of `[start, end)` of the text; undefined for text of a pack. */
export function rangeIn(mapped: MappedText, start: number, end: number): SourceRange | undefined {
  const from = mapped.offsets[start];
  if (mapped.file === undefined || from === undefined) return undefined;
  return { file: mapped.file, start: from, end: Math.max(from, mapped.offsets[end] ?? from) };
}
