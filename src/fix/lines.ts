/**
 * What surrounds a line of a data file, told by indentation alone, since a broken file has no tree.
 */
import { lineOf, type SourceText } from '../source/source.js';

/** Lines are looked for this far below one. */
const MOST_LINES_BELOW = 200;

/** 1-based lines that are the text of a block (`正文: |`): nothing on them is YAML, so nothing on them is a slip of it. */
export function blockTextLines(source: SourceText): ReadonlySet<number> {
  const lines = new Set<number>();
  let outer = -1;
  for (let line = 1; line <= source.lineStarts.length; line += 1) {
    const text = lineOf(source, line);
    if (outer >= 0 && (text.trim() === '' || indentOf(text) > outer)) {
      lines.add(line);
      continue;
    }
    outer = BLOCK_HEAD.test(text) ? indentOf(text) : -1;
  }
  return lines;
}

/** `名称: |`, also with a Chinese colon, `- >-`: what is indented below it is its text. */
const BLOCK_HEAD = /(?:^[ ]*-[ ]+|:[ ]+|：[ ]*)[|>](?:\d[-+]?|[-+]\d?)?\s*(?:#.*)?$/u;

/** True when nothing below a line can belong to its value: the next line that says something is indented no further. */
export function endsOnItsLine(source: SourceText, line: number): boolean {
  const indent = indentOf(lineOf(source, line));
  const last = Math.min(source.lineStarts.length, line + MOST_LINES_BELOW);
  for (let below = line + 1; below <= last; below += 1) {
    const text = lineOf(source, below);
    if (text.trim() !== '' && !text.trimStart().startsWith('#'))
      return /^ *[^\s\u3000]/u.test(text) && indentOf(text) <= indent;
  }
  return true;
}

/** Spaces at the start of a line. */
function indentOf(text: string): number {
  return /^ */u.exec(text)?.[0].length ?? 0;
}

/** The smallest change that makes one line of another, as offsets in the old one. */
export function smallestChange(
  before: string,
  after: string,
): { readonly start: number; readonly end: number; readonly text: string } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}
