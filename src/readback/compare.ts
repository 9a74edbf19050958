/** Compares what an output says with what the tree says. Comes in: both. Goes out: every difference with its place. */
import { diffArrays } from 'diff';
import type { ExpectedText } from './expected.js';
import { comparable, type ReadBack } from './model.js';

export type Difference =
  | {
      readonly kind: 'cell';
      readonly table: string;
      readonly row: string;
      /** Of a statutory cell. */
      readonly address?: string;
      readonly expected: string;
      readonly found: string;
    }
  /** The tables have more or fewer rows, or a row more or fewer cells. */
  | {
      readonly kind: 'shape';
      readonly table: string;
      readonly row: string;
      readonly expected: number;
      readonly found: number;
    }
  | { readonly kind: 'text'; readonly expected: string; readonly found: string };

/** Differences told of one output; a file that is another report altogether differs everywhere. */
const MOST = 50;

/** Empty when the output says what the tree says, to the last character that shows. */
export function differencesOf(expected: ExpectedText, read: ReadBack): readonly Difference[] {
  return [...tableDifferences(expected, read), ...textDifferences(expected.text, read.text)].slice(0, MOST);
}

function tableDifferences({ rows }: ExpectedText, read: ReadBack): readonly Difference[] {
  const out: Difference[] = [];
  for (const [index, row] of rows.entries()) {
    const found = read.rows[index];
    if (found === undefined) break;
    if (found.length !== row.cells.length) {
      out.push({ kind: 'shape', table: row.table, row: row.label, expected: row.cells.length, found: found.length });
      continue;
    }
    for (const [place, { text, address }] of row.cells.entries()) {
      const shown = found[place] ?? '';
      if (comparable(text) === comparable(shown)) continue;
      out.push({
        kind: 'cell',
        table: row.table,
        row: row.label,
        expected: text,
        found: shown,
        ...(address === undefined ? {} : { address }),
      });
    }
  }
  if (rows.length !== read.rows.length) {
    const table = rows[Math.min(rows.length, read.rows.length) - 1]?.table ?? '';
    out.push({ kind: 'shape', table, row: '', expected: rows.length, found: read.rows.length });
  }
  return out;
}

/** Sentence by sentence, so that one changed digit gives one sentence with what stood there. */
function textDifferences(expected: string, found: string): readonly Difference[] {
  const [wanted, shown] = [comparable(expected), comparable(found)];
  if (wanted === shown) return [];
  const parts = diffArrays(sentencesOf(wanted), sentencesOf(shown));
  const out: Difference[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    if (part === undefined || (!part.added && !part.removed)) continue;
    const next = parts[i + 1];
    const changed = part.removed && next?.added === true;
    if (changed) i += 1;
    out.push({
      kind: 'text',
      expected: part.removed ? part.value.join('') : '',
      found: changed ? next.value.join('') : part.added ? part.value.join('') : '',
    });
  }
  return out;
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[。；！？：，])/u);
}
