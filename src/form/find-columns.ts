/** Finds the columns of a form again by their heads, also after columns were put in, taken out or moved. */
import { normaliseName } from '../pack/normalise-name.js';
import { cellAt, mergeAt, valueOf, type ReadSheet } from '../sheet/read-model.js';
import { align } from './align.js';
import type { FormSheet } from './layout.js';

export interface FoundColumns {
  /** Column of the form as it was made -> column of the sheet. */
  readonly columns: ReadonlyMap<number, number>;
  /** Taken by their place although a head was changed, with the row of that head on the sheet. */
  readonly relabelled: readonly { readonly column: number; readonly row: number; readonly label: string }[];
  readonly lost: readonly { readonly column: number; readonly label: string }[];
}

/** Columns of a sheet that are looked at. */
const MOST_COLUMNS = 60;

/** `rows` are the rows found; only those with heads are compared. */
export function findColumns(form: FormSheet, sheet: ReadSheet, rows: ReadonlyMap<number, number>): FoundColumns {
  const heads = headTexts(form, rows);
  const actual = Array.from({ length: MOST_COLUMNS }, (_, column) => heads.map(({ at }) => textAt(sheet, at, column)));
  const wanted = Array.from({ length: form.columns }, (_, column) => heads.map(({ texts }) => texts[column] ?? ''));
  const matches = (a: number, b: number): boolean => agreeing(wanted[a], actual[b]).all;
  const columns = new Map(align(wanted.length, actual.length, matches));
  const taken = new Set(columns.values());
  const relabelled: { column: number; row: number; label: string }[] = [];
  const lost: { column: number; label: string }[] = [];
  for (const column of figureColumns(form)) {
    if (columns.has(column)) continue;
    const at = neighbour(column, columns);
    const { share, firstOff } = agreeing(wanted[column], at === undefined ? undefined : actual[at]);
    const label = labelOf(form, column);
    if (at !== undefined && !taken.has(at) && (share >= 0.5 || isBlankColumn(actual[at]))) {
      columns.set(column, at);
      relabelled.push({ column, row: heads[firstOff]?.at ?? 0, label });
    } else lost.push({ column, label });
  }
  return { columns, relabelled, lost };
}

interface HeadRow {
  readonly at: number;
  readonly texts: readonly string[];
}

/** For each row of heads that was found: the text over every column, spans filled. */
function headTexts(form: FormSheet, rows: ReadonlyMap<number, number>): readonly HeadRow[] {
  const heads = form.cells.filter(
    ({ cell }) => cell.kind === 'columnHead' || cell.kind === 'band' || cell.kind === 'corner',
  );
  const texts = new Map<number, string[]>();
  for (const { row, column, cell, text } of heads) {
    for (let r = row; r < row + cell.rowSpan; r++) {
      const line = texts.get(r) ?? Array.from({ length: form.columns }, () => '');
      for (let c = column; c < column + cell.columnSpan; c++) line[c] = normaliseName(text);
      texts.set(r, line);
    }
  }
  return [...texts].flatMap(([row, line]) => {
    const at = rows.get(row);
    return at === undefined ? [] : [{ at, texts: line }];
  });
}

function textAt(sheet: ReadSheet, row: number, column: number): string {
  const area = mergeAt(sheet, row, column);
  const value = valueOf(cellAt(sheet, area?.top ?? row, area?.left ?? column));
  return value.kind === 'text' ? normaliseName(value.text) : '';
}

function agreeing(
  wanted: readonly string[] | undefined,
  actual: readonly string[] | undefined,
): { readonly all: boolean; readonly share: number; readonly firstOff: number } {
  const filled = (wanted ?? []).map((text, index) => ({ text, index })).filter(({ text }) => text !== '');
  const off = filled.filter(({ text, index }) => actual?.[index] !== text);
  const share = filled.length === 0 ? 0 : 1 - off.length / filled.length;
  return { all: filled.length > 0 && off.length === 0, share, firstOff: off[0]?.index ?? 0 };
}

function isBlankColumn(actual: readonly string[] | undefined): boolean {
  return actual?.every((text) => text === '') === true;
}

function figureColumns(form: FormSheet): readonly number[] {
  const columns = form.cells.filter(({ cell }) => cell.address !== undefined).map(({ column }) => column);
  return [...new Set(columns)].sort((a, b) => a - b);
}

/** Where a column should be when the ones beside it are where they should be. */
function neighbour(column: number, columns: ReadonlyMap<number, number>): number | undefined {
  const before = columns.get(column - 1);
  const after = columns.get(column + 1);
  if (before !== undefined && (after === undefined || after === before + 2)) return before + 1;
  return before === undefined && after !== undefined && after > 0 ? after - 1 : undefined;
}

function labelOf(form: FormSheet, column: number): string {
  const heads = form.cells.filter(
    ({ cell, column: first }) => cell.kind === 'columnHead' && first <= column && column < first + cell.columnSpan,
  );
  return heads.at(-1)?.text ?? '';
}
