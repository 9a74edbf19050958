/**
 * The slips that clerks make in YAML, recognised by the look of one line: Chinese colon, no space after the colon,
 * tabs, full-width spaces, quotes, braces and stars that YAML reads as its own signs. Each gives the exact place and the
 * corrected line, so that a message can show it and `fix` can write it.
 *
 * A line is looked at only after the reader has refused it (or something near it): in flowing text the same looks are
 * quite in order.
 */
import type { Bilingual, Diagnostic } from '../diagnostic/diagnostic.js';
import { lineOf, type SourceRange, type SourceText } from '../source/source.js';
import { correctedLine } from './corrected-line.js';
import type { LineSlip } from './line-slip.js';
import { recognisers } from './line-slips.js';

/** A recognised slip in a source: the offending text and what the whole line should be. */
export interface LineHint {
  readonly code: string;
  /** 1-based. */
  readonly line: number;
  readonly range: SourceRange;
  readonly message: Bilingual;
  /** The whole line without its line end, as it stands and put right. */
  readonly typed: string;
  readonly corrected: string;
}

/** A longer line is no line of a clerk's, and looking for slips in it would take long. */
const LONGEST_LINE = 20_000;
/** Lines above that are looked at for the indentation around a line. */
const MOST_LINES_ABOVE = 100;

/** The slip on a 1-based line, or undefined when the line has none of the known looks. */
export function lineHintAt(source: SourceText, line: number): LineHint | undefined {
  const text = lineOf(source, line);
  if (text.length > LONGEST_LINE || /^\s*(?:#|$)/u.test(text)) return undefined;
  const lead = leadOf(text);
  const context = {
    text,
    before: lastLine(source, line, (other) => other.trim() !== ''),
    above: lastLine(source, line, (other) => other.trim() !== '' && leadOf(other) !== lead),
  };
  for (const recognise of recognisers) {
    const slip = recognise(context);
    if (slip !== undefined) return placed(slip, source, line);
  }
  return undefined;
}

/** All slips on the 1-based lines `from` to `to`, inclusive. */
export function lineHints(source: SourceText, from: number, to: number): readonly LineHint[] {
  const hints: LineHint[] = [];
  for (let line = from; line <= to; line += 1) {
    const hint = lineHintAt(source, line);
    if (hint !== undefined) hints.push(hint);
  }
  return hints;
}

/** The diagnostic of a slip; its hint shows the corrected line. */
export function lineHintDiagnostic(hint: LineHint): Diagnostic {
  const indent = /^ */u.exec(hint.corrected)?.[0].length ?? 0;
  const { line, isStart } = shownCorrection(hint);
  const spaces =
    indent === 0 ? { zh: '', en: '' } : { zh: `（行首空 ${indent} 格）`, en: ` (indented by ${indent} spaces)` };
  return {
    code: hint.code,
    severity: 'error',
    message: hint.message,
    hint: isStart
      ? {
          zh: `这一行的开头改写为${spaces.zh}：${line}……（后面的文字不变）`,
          en: `Write the start of this line as${spaces.en}: ${line}…… (the rest stays)`,
        }
      : { zh: `这一行改写为${spaces.zh}：${line}`, en: `Write this line as${spaces.en}: ${line}` },
    range: hint.range,
    facts: { corrected: hint.corrected },
  };
}

/** A corrected line up to this long is shown whole, so that it can be pasted. */
const LONGEST_SHOWN = 120;
/** Unchanged characters shown after the change of a longer one. */
const SHOWN_AFTER = 12;

/** The corrected line without its indentation; of a long one only the start, when all that differs is there. */
function shownCorrection({ typed, corrected }: LineHint): { readonly line: string; readonly isStart: boolean } {
  const line = corrected.trim();
  if (line.length <= LONGEST_SHOWN) return { line, isStart: false };
  let same = 0;
  while (same < line.length && line.at(-1 - same) === typed.trimEnd().at(-1 - same)) same += 1;
  const after = Array.from(line.slice(line.length - same)).slice(0, SHOWN_AFTER);
  const start = [...Array.from(line.slice(0, line.length - same)), ...after];
  if (same <= SHOWN_AFTER || start.length > LONGEST_SHOWN) return { line: correctedLine(line), isStart: false };
  return { line: start.join(''), isStart: true };
}

function placed(slip: LineSlip, source: SourceText, line: number): LineHint {
  const start = source.lineStarts[line - 1] ?? 0;
  const range = { file: source.name, start: start + slip.start, end: start + slip.end };
  return {
    code: slip.code,
    line,
    range,
    message: slip.message,
    typed: lineOf(source, line),
    corrected: slip.corrected,
  };
}

function lastLine(source: SourceText, line: number, fits: (text: string) => boolean): string {
  for (let at = line - 1; at >= Math.max(1, line - MOST_LINES_ABOVE); at -= 1) {
    const text = lineOf(source, at);
    if (fits(text)) return text;
  }
  return '';
}

function leadOf(text: string): string {
  return /^\s*/u.exec(text)?.[0] ?? '';
}
