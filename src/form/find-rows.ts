/** Finds the rows of a form again by their labels, also after rows were put in, taken out or moved. */
import { suggestions } from '../diagnostic/suggest.js';
import { normaliseName } from '../pack/normalise-name.js';
import type { ReadSheet } from '../sheet/read-model.js';
import { align } from './align.js';
import type { FormSheet } from './layout.js';

/** A row that could not be found by its label. `at` is where it should be; `text` what stands there. */
export interface LostRow {
  readonly row: number;
  readonly label: string;
  readonly at: number;
  readonly text: string;
}

export interface FoundRows {
  /** Row of the form as it was made -> row of the sheet. */
  readonly rows: ReadonlyMap<number, number>;
  /** Taken by their place although their label was changed. */
  readonly relabelled: readonly LostRow[];
  readonly lost: readonly LostRow[];
}

interface ExpectedRow {
  readonly row: number;
  /** What tells the row: its own label, or all texts of a row of heads. */
  readonly labels: readonly string[];
  readonly shown: string;
}

interface ActualRow {
  readonly row: number;
  readonly texts: ReadonlySet<string>;
  readonly shown: readonly string[];
}

/** Rows of a sheet that are looked at. */
const MOST_ROWS = 600;

export function findRows(form: FormSheet, sheet: ReadSheet): FoundRows {
  const expected = expectedRows(form);
  const actual = actualRows(sheet);
  const labelled = expected.filter(({ labels }) => labels.length > 0);
  const matches = (a: number, b: number): boolean => {
    const texts = actual[b]?.texts;
    return texts !== undefined && (labelled[a]?.labels.every((label) => texts.has(label)) ?? false);
  };
  const rows = new Map<number, number>();
  for (const [a, b] of align(labelled.length, actual.length, matches)) {
    const [from, to] = [labelled[a], actual[b]];
    if (from !== undefined && to !== undefined) rows.set(from.row, to.row);
  }
  // A label of another cell is not a changed one; where nothing else stands, the label was deleted.
  const known = new Set(form.cells.map(({ text }) => normaliseName(text)));
  const relabelled: LostRow[] = [];
  const lost: LostRow[] = [];
  for (const { row, shown } of labelled) {
    if (rows.has(row)) continue;
    const place = placeBetween(row, rows, expected);
    const texts = actual.find((candidate) => candidate.row === place.at)?.shown ?? [];
    const own = texts.filter((text) => !known.has(normaliseName(text)));
    const alike = own.length === 0 ? '' : own.find((text) => isAlike(text, shown));
    const found = { row, label: shown, at: place.at, text: (own.length > 0 ? own : texts).at(-1) ?? '' };
    if (!place.certain || alike === undefined) lost.push(found);
    else {
      relabelled.push(found);
      rows.set(row, place.at);
    }
  }
  // A row without a label, such as the figures of table four, follows the row above it.
  for (const { row, labels } of expected) {
    const above = rows.get(row - 1);
    if (labels.length === 0 && above !== undefined) rows.set(row, above + 1);
  }
  return { rows, relabelled, lost };
}

function expectedRows(form: FormSheet): readonly ExpectedRow[] {
  const { start, end } = form.tableRows;
  return Array.from({ length: end - start }, (_, index) => {
    const row = start + index;
    const cells = form.cells.filter((cell) => cell.row === row && cell.text !== '');
    const own = cells.findLast(({ cell }) => cell.kind === 'rowHead');
    const heads = cells.filter(({ cell }) => ['columnHead', 'corner', 'band'].includes(cell.kind));
    const shown = own === undefined ? heads.map(({ text }) => text) : [own.text];
    return { row, labels: shown.map(normaliseName), shown: shown.join(' ') };
  });
}

function actualRows(sheet: ReadSheet): readonly ActualRow[] {
  return [...sheet.rows]
    .sort(([a], [b]) => a - b)
    .slice(0, MOST_ROWS)
    .map(([row, cells]) => {
      const shown = [...cells.values()].flatMap((cell) => (cell.kind === 'text' ? [cell.text] : []));
      return { row, shown, texts: new Set(shown.map(normaliseName)) };
    });
}

/** Where a row should be, going by the rows around it; certain when as many rows lie between them as in the form. */
function placeBetween(
  row: number,
  rows: ReadonlyMap<number, number>,
  expected: readonly ExpectedRow[],
): { readonly at: number; readonly certain: boolean } {
  const known = expected.filter((candidate) => rows.has(candidate.row)).map((candidate) => candidate.row);
  const before = known.findLast((candidate) => candidate < row);
  const after = known.find((candidate) => candidate > row);
  const at = before === undefined ? undefined : (rows.get(before) ?? 0) + row - before;
  const back = after === undefined ? undefined : (rows.get(after) ?? 0) - (after - row);
  if (at === undefined) return { at: Math.max(0, back ?? row), certain: back !== undefined && back >= 0 };
  return { at, certain: back === undefined || back === at };
}

/** A slip of the keyboard, or a part left out. */
function isAlike(text: string, label: string): boolean {
  return suggestions(normaliseName(text), [normaliseName(label)]).length > 0;
}
