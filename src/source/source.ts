/**
 * Source text and places in it. Comes in: a name and text. Goes out: ranges, lines, columns.
 * Never reads files.
 */

/**
 * A place in one input. For text inputs `[start, end)` are UTF-16 offsets (line and column are derived at display time,
 * 1-based). For a spreadsheet `cell` says `sheet!A1` and the offsets are 0.
 */
export interface SourceRange {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly cell?: string;
}

/** One input text with its line starts. `name` is what messages call it (the path as the user gave it). */
export interface SourceText {
  readonly name: string;
  readonly text: string;
  /** UTF-16 offset of the first character of each line; `lineStarts[0] === 0`. */
  readonly lineStarts: readonly number[];
  /** For a spreadsheet: by place (`sheet!A1`) the official name of the cell and what stands in it, shown instead of lines. */
  readonly cells?: ReadonlyMap<string, string>;
}

/** 1-based line and 1-based column, counted in characters (code points), as editors show them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Splits a text into lines (LF, CRLF and CR all end a line). */
export function sourceText(name: string, text: string): SourceText {
  const lineStarts = [0];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) lineStarts.push(i + 1);
  }
  return { name, text, lineStarts };
}

/** Line and column of an offset; offsets past the end are taken as the end. */
export function positionOf(source: SourceText, offset: number): Position {
  const at = Math.max(0, Math.min(offset, source.text.length));
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const start = source.lineStarts[low] ?? 0;
  return { line: low + 1, column: Array.from(source.text.slice(start, at)).length + 1 };
}

/** Text of a 1-based line without its line end. */
export function lineOf(source: SourceText, line: number): string {
  const start = source.lineStarts[line - 1];
  if (start === undefined) return '';
  const end = source.lineStarts[line] ?? source.text.length;
  return source.text.slice(start, end).replace(/[\r\n]+$/u, '');
}
