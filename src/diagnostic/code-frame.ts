/**
 * The lines of the input around a finding, with a caret under the offending characters. Columns are counted in East Asian
 * widths, since a reader's own caret stands wrong under Chinese text.
 */
import { lineOf, positionOf, type SourceRange, type SourceText } from '../source/source.js';
import { displayWidth, shownText } from '../source/width.js';

/** Terminal columns shown of one line; longer lines are cut to a window around the caret. */
const WINDOW = 76;
/** Columns of text kept before the caret when the line is cut. */
const BEFORE_CARET = 24;
const CONTEXT_LINES = 2;
/** Characters of one line that are looked at: measuring all of a line of a million would take minutes. */
const LOOKED_AT = 400;
const CUT = '…';

/** One printed line of a frame: `number` is the line number column, `mark` true for the caret line. */
export interface FrameLine {
  readonly gutter: string;
  readonly text: string;
  readonly kind: 'context' | 'target' | 'caret';
}

/**
 * Two lines before the place, its first line, the carets, two lines after. Empty for a place without text of its own (a
 * spreadsheet cell). Tabs are shown as a sign of one column; lines above the window's width are cut at both ends.
 */
export function codeFrame(source: SourceText, range: SourceRange): readonly FrameLine[] {
  if (range.cell !== undefined || source.text === '') return [];
  const target = positionOf(source, range.start).line;
  const last = Math.min(source.lineStarts.length, target + CONTEXT_LINES);
  const width = String(last).length;
  const lines: FrameLine[] = [];
  for (let line = Math.max(1, target - CONTEXT_LINES); line <= last; line += 1) {
    const text = lineOf(source, line);
    const gutter = String(line).padStart(width);
    if (line !== target) {
      if (line < target || text !== '' || line < source.lineStarts.length) {
        lines.push({ gutter, text: windowed(pieceOf(text, 0), 0).text, kind: 'context' });
      }
      continue;
    }
    const { shown, caret } = targetLine(source, range, text, line);
    lines.push({ gutter, text: shown, kind: 'target' });
    lines.push({ gutter: ' '.repeat(width), text: caret, kind: 'caret' });
  }
  return lines;
}

function targetLine(
  source: SourceText,
  range: SourceRange,
  text: string,
  line: number,
): { readonly shown: string; readonly caret: string } {
  const lineStart = source.lineStarts[line - 1] ?? 0;
  const start = Math.min(range.start - lineStart, text.length);
  const end = Math.min(Math.max(range.end - lineStart, start), text.length);
  const piece = pieceOf(text, start);
  const before = shownText(text.slice(piece.from, start));
  const marked = shownText(text.slice(start, Math.min(end, piece.to)));
  const window = windowed(piece, displayWidth(before));
  const column = displayWidth(before) - window.hidden + displayWidth(window.lead);
  const room = Math.max(1, displayWidth(window.text) - column);
  const carets = Math.min(Math.max(1, displayWidth(marked)), room);
  return { shown: window.text, caret: ' '.repeat(Math.max(0, column)) + '^'.repeat(carets) };
}

interface Window {
  readonly text: string;
  /** Sign put before the cut text; empty when nothing was cut there. */
  readonly lead: string;
  /** Columns of text cut off at the start. */
  readonly hidden: number;
}

/** The part of a line that is measured: `[from, to)` in UTF-16 offsets of the line. */
interface Piece {
  readonly shown: string;
  readonly from: number;
  readonly to: number;
  readonly cutAfter: boolean;
}

/** The characters of a line around an offset; all of them unless the line is very long. */
function pieceOf(text: string, start: number): Piece {
  const from = wholeCharacter(text, text.length <= LOOKED_AT ? 0 : Math.max(0, start - LOOKED_AT / 4));
  const to = wholeCharacter(text, Math.min(text.length, from + LOOKED_AT));
  return { shown: shownText(text.slice(from, to)), from, to, cutAfter: to < text.length };
}

/** The offset itself, or the one before when it would split a character of two UTF-16 units. */
function wholeCharacter(text: string, offset: number): number {
  const splits = /^[\udc00-\udfff]/.test(text.charAt(offset)) && /[\ud800-\udbff]$/.test(text.charAt(offset - 1));
  return splits ? offset - 1 : offset;
}

/** The part of a piece around a column of it. */
function windowed(piece: Piece, column: number): Window {
  const { shown } = piece;
  if (piece.from === 0 && !piece.cutAfter && displayWidth(shown) <= WINDOW) return { text: shown, lead: '', hidden: 0 };
  const from = Math.max(0, column - BEFORE_CARET);
  let at = 0;
  let hidden = 0;
  let kept = '';
  let keptWidth = 0;
  let cutAfter = piece.cutAfter;
  for (const { segment } of new Intl.Segmenter('zh').segment(shown)) {
    const width = displayWidth(segment);
    if (at < from) hidden = at + width;
    else if (keptWidth + width <= WINDOW) {
      kept += segment;
      keptWidth += width;
    } else {
      cutAfter = true;
      break;
    }
    at += width;
  }
  const lead = hidden > 0 || piece.from > 0 ? CUT : '';
  return { text: lead + kept + (cutAfter ? CUT : ''), lead, hidden };
}
