/**
 * Tabs and full-width spaces at the start of lines. How many spaces one of them stands for is not written anywhere, so all
 * usual widths are tried; when those that can be read all say the same, there is one meaning.
 */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { DataNode } from '../load/node.js';
import { lineHintAt } from '../load/line-hints.js';
import type { Splice } from '../edit/splice.js';
import { applySplices } from '../edit/splice.js';
import { lineOf, positionOf, sourceText, type SourceText } from '../source/source.js';
import { lineSplice, type Assessor } from './assess.js';
import { blockTextLines } from './lines.js';

/** Longer texts are left to the clerk: every width means reading the text again. */
const LONGEST_TRIED = 200_000;

/** Findings that indentation gone wrong gives: things that stand where nothing of the name belongs. */
const MISPLACED =
  /^(?:load\/.*|data\/(?:unknown-.*|ambiguous-.*|duplicate|shape|row-shape|wrong-table|heading-row|missing-key))$/u;

/**
 * The changes that put the indentation of all odd lines right, one for each; empty when there are none, or when more than one
 * meaning is possible. `diagnostics` are the findings on the text as it is.
 */
export function certainIndentation(
  source: SourceText,
  diagnostics: readonly Diagnostic[],
  judge: Assessor,
): readonly Splice[] {
  const tabs = diagnostics.some(({ code }) => code === 'load/tab-indent');
  const wide = diagnostics.some(({ code }) => code === 'load/wide-space');
  if ((!tabs && !wide) || source.text.length > LONGEST_TRIED) return [];
  const lines = oddLines(source, diagnostics, tabs);
  if (lines.length === 0) return [];
  const odd = new Set(lines);
  let fewest = Number.POSITIVE_INFINITY;
  let meanings = new Map<string, readonly Splice[]>();
  for (const indent of [...WIDTHS.map(indentBy), asTheLineAbove]) {
    if (judge.isExhausted()) return [];
    const splices = lines.map((line) => lineSplice(source, line, indent(source, line)));
    const tried = sourceText(source.name, judge.readable(applySplices(source.text, splices)));
    const { errors, root } = judge.read(tried.text);
    const misplaced = errors.filter(({ code }) => MISPLACED.test(code));
    const onOdd = misplaced.some(({ range }) => odd.has(positionOf(tried, range?.start ?? 0).line));
    if (root === undefined || onOdd || misplaced.length > fewest) continue;
    // Errors that are there with every width are no fault of it.
    if (misplaced.length < fewest) meanings = new Map();
    fewest = misplaced.length;
    const meaning = JSON.stringify(meaningOf(root));
    if (!meanings.has(meaning)) meanings.set(meaning, splices);
  }
  const [only] = meanings.values();
  return meanings.size === 1 && only !== undefined ? only : [];
}

/** Lines whose indentation is not of ordinary spaces only; the text of blocks and of paragraphs is not looked at. */
function oddLines(source: SourceText, diagnostics: readonly Diagnostic[], tabs: boolean): readonly number[] {
  const text = blockTextLines(source);
  const told = new Set(
    diagnostics
      .filter(({ code }) => code === 'load/tab-indent' || code === 'load/wide-space')
      .map(({ range }) => positionOf(source, range?.start ?? 0).line),
  );
  const lines: number[] = [];
  for (let line = 1; line <= source.lineStarts.length; line += 1) {
    if (text.has(line)) continue;
    const lead = /^[ \t\u3000\u00a0]*/u.exec(lineOf(source, line))?.[0] ?? '';
    const rest = lineOf(source, line).slice(lead.length);
    const odd = (tabs && lead.includes('\t')) || /[\u3000\u00a0]/u.test(lead);
    const entry = /^(?:- |[^\s:：]{1,60}[ \u3000]*[:：])/u.test(rest);
    if (odd && rest !== '' && !rest.startsWith('#') && (told.has(line) || lead.includes('\t') || entry))
      lines.push(line);
  }
  return lines;
}

/** Spaces for a tab and for a full-width space. */
const WIDTHS = [
  { tab: 2, wide: 2 },
  { tab: 4, wide: 2 },
  { tab: 8, wide: 2 },
  { tab: 2, wide: 1 },
  { tab: 4, wide: 1 },
] as const;

type Indent = (source: SourceText, line: number) => string;

function indentBy({ tab, wide }: (typeof WIDTHS)[number]): Indent {
  return (source, line) => {
    const text = lineOf(source, line);
    const lead = /^[ \t\u3000\u00a0]*/u.exec(text)?.[0] ?? '';
    let column = 0;
    for (const sign of lead) {
      if (sign === '\t') column += tab - (column % tab);
      else column += sign === '\u3000' ? wide : 1;
    }
    return ' '.repeat(column) + text.slice(lead.length);
  };
}

const asTheLineAbove: Indent = (source, line) => {
  const hint = lineHintAt(source, line);
  const indentation = hint?.code === 'load/tab-indent' || hint?.code === 'load/wide-space';
  return hint !== undefined && indentation ? hint.corrected : lineOf(source, line);
};

/** What a tree says, without places; space at the start of lines of text is layout and not meaning. */
function meaningOf(node: DataNode): unknown {
  if (node.type === 'scalar') return node.text.replace(/^[ \t\u3000\u00a0]+/gmu, '');
  if (node.type === 'list') return node.items.map(meaningOf);
  return { entries: node.entries.map(({ key, value }) => [key.text, meaningOf(value)]) };
}
