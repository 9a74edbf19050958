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
        lines.push({ gutter, text: windowed(shownText(text), 0).text, kind: 'context' });
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
  const before = shownText(text.slice(0, start));
  const marked = shownText(text.slice(start, end));
  const window = windowed(shownText(text), displayWidth(before));
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

/** The part of a shown line around a column. */
function windowed(text: string, column: number): Window {
  if (displayWidth(text) <= WINDOW) return { text, lead: '', hidden: 0 };
  const from = Math.max(0, column - BEFORE_CARET);
  let at = 0;
  let hidden = 0;
  let kept = '';
  let keptWidth = 0;
  let cutAfter = false;
  for (const { segment } of new Intl.Segmenter('zh').segment(text)) {
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
  const lead = hidden > 0 ? CUT : '';
  return { text: lead + kept + (cutAfter ? CUT : ''), lead, hidden };
}
