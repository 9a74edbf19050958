/**
 * From the way clerks type to Markdown: paragraphs that begin with two ideographic spaces, headings typed as a line of their
 * own, tables without blank lines around them. Comes in: cleaned text. Goes out: the same words with line ends and guards
 * put in, so that Markdown sees the paragraphs a reader sees.
 */
import { edited, GUARD_MARK, type MappedText, type TextEdit } from './mapped-text.js';
import { typedNumber } from './numbering.js';

export interface PreparedText {
  readonly mapped: MappedText;
  /** Places of `##标题` without the space after the marks, in the text that came in. */
  readonly tightHeadings: readonly { readonly start: number; readonly end: number }[];
}

/** Reads the lines once, in order. Words are never changed, only white space, line ends and guards. */
export function prepareLines(mapped: MappedText): PreparedText {
  const edits: TextEdit[] = [];
  const tightHeadings: { start: number; end: number }[] = [];
  const state: State = { previous: undefined, inList: false, fence: undefined };
  let start = 0;
  for (const raw of mapped.text.split('\n')) {
    const line = lineOf(raw, start);
    const insert = stepLine(line, state);
    if (insert !== undefined) {
      edits.push({ start: line.start, end: line.start + insert.strip, text: insert.text });
      const tight = insert.strip === line.leading.length ? tightHeading(line) : undefined;
      if (tight !== undefined) {
        edits.push({ start: tight.end, end: tight.end, text: ' ' });
        tightHeadings.push(tight);
      }
    }
    start += raw.length + 1;
  }
  return { mapped: edited(mapped, edits), tightHeadings };
}

interface Line {
  readonly start: number;
  readonly leading: string;
  readonly content: string;
  /** Width of the leading spaces; a tab counts four. */
  readonly indent: number;
  readonly ideographic: boolean;
  readonly item: boolean;
  readonly table: boolean;
}

interface State {
  /** The line before; undefined after a blank line and at the start. */
  previous: Line | undefined;
  inList: boolean;
  fence: string | undefined;
}

function lineOf(raw: string, start: number): Line {
  const leading = /^[ \t\u3000]*/u.exec(raw)?.[0] ?? '';
  const content = raw.slice(leading.length);
  return {
    start,
    leading,
    content,
    indent: leading.replaceAll('\t', '    ').length,
    ideographic: leading.includes('\u3000'),
    item: /^(?:[-*+]|\d{1,2}[.)])[ \t]+\S/u.test(content),
    table: content.startsWith('|'),
  };
}

/** What to put in place of the first `strip` characters of the line; undefined = leave the line alone. */
function stepLine(line: Line, state: State): { readonly strip: number; readonly text: string } | undefined {
  if (insideFence(line, state)) return undefined;
  if (line.content === '') {
    state.previous = undefined;
    return line.leading === '' ? undefined : { strip: line.leading.length, text: '' };
  }
  const flush = line.ideographic || (line.indent >= 4 && !state.inList);
  const breaks = state.previous !== undefined && startsParagraph(line, state.previous, state.inList, flush);
  if (line.item) state.inList = true;
  else if (line.ideographic || breaks || (state.previous === undefined && line.indent === 0)) state.inList = false;
  state.previous = line;
  const text = (breaks ? '\n' : '') + (needsGuard(line.content) ? GUARD_MARK : '');
  return { strip: flush || line.indent < 2 ? line.leading.length : 0, text };
}

/** Lines of a fenced code block are left as they are. */
function insideFence(line: Line, state: State): boolean {
  const mark = /^(`{3,}|~{3,})/u.exec(line.content)?.[1];
  if (state.fence === undefined) {
    state.fence = mark;
    return mark !== undefined;
  }
  if (mark !== undefined && mark.startsWith(state.fence)) {
    state.fence = undefined;
    state.previous = undefined;
  }
  return true;
}

function startsParagraph(line: Line, previous: Line, inList: boolean, flush: boolean): boolean {
  if (flush) return true;
  if (line.table !== previous.table) return true;
  if (line.item) return !inList;
  if (inList && line.indent > 0) return false;
  if (isHeadingLine(previous.content)) return true;
  return startsWithNumber(line.content) && /[。！？；：…”）.!?;:]$/u.test(previous.content.trimEnd());
}

/** 一、 （一） 1. （1） 一是 第一， at the start of a line. */
function startsWithNumber(content: string): boolean {
  return (
    typedNumber(content) !== undefined ||
    /^(?:\*\*)?(?:[（(]?[一二三四五六七八九十]{1,3}(?:是|[）)、])|第[一二三四五六七八九十]，)/u.test(content)
  );
}

/** A line that is a heading by itself: a typed number, few words, no mark at the end, brackets closed. */
function isHeadingLine(content: string): boolean {
  const text = content.replaceAll('*', '').trim();
  const number = typedNumber(text);
  if (number === undefined || number.level === 3) return false;
  const words = text.slice(number.length);
  const limit = words.includes('，') ? 20 : 24;
  return words.length > 0 && words.length <= limit && isHeadingEnd(words) && !isCutShort(words);
}

/** A line that was turned in the middle: an open bracket, or a word that wants another after it. */
function isCutShort(words: string): boolean {
  return /[（《“][^）》”]*$/u.test(words) || /[第的和与及或在对由将为于按向从被把等至]$/u.test(words);
}

/** True when a text ends as a heading does: without a mark. */
export function isHeadingEnd(words: string): boolean {
  return !/[。！？；，、：….,;:!?]$/u.test(words);
}

/** `##标题`: Markdown wants a space after the marks; #话题# and #1 are no headings. */
function tightHeading(line: Line): { start: number; end: number } | undefined {
  const match = /^(#{1,6})(?=[\p{Script=Han}（(])[^#]*$/u.exec(line.content);
  if (match?.[1] === undefined) return undefined;
  const start = line.start + line.leading.length;
  return { start, end: start + match[1].length };
}

/** Lines that Markdown would take for something nobody means: 2023. …, >3件, markers nested deeply. */
function needsGuard(content: string): boolean {
  return (
    /^\d{3,}[.)][ \t]/u.test(content) ||
    /^>[^\s>]/u.test(content) ||
    /^(?:(?:[-*+]|\d{1,9}[.)])[ \t]+|>[ \t]?){6}/u.test(content)
  );
}
