/** How wide and how high the sheet of a table must be, and what stands around the table: the same for the form and for outputs. */
import type { CellRole, FormulaResult, SheetCell } from '../sheet/model.js';
import { lineHeight } from '../sheet/looks.js';
import { displayWidth } from '../source/width.js';
import type { FormCell, FormLine, FormSheet } from './layout.js';

/** Characters of the default font across an A4 page. */
const PAGE_WIDTH = { portrait: 92, landscape: 140 } as const;
const NARROWEST = 5.5;

/** Widths of the columns in characters. */
export function columnWidths(form: FormSheet): readonly number[] {
  const { widths } = form.table;
  const total = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => Math.max(NARROWEST, Math.round((width / total) * PAGE_WIDTH[form.spec.page] * 10) / 10));
}

const lineRoles: Readonly<Partial<Record<FormLine['role'], CellRole>>> = {
  tableTitle: 'title',
  heading: 'title',
  tableSubtitle: 'subtitle',
};

/** A line above or below a table. */
export function lineCell(line: FormLine, columns: number): SheetCell {
  const role = lineRoles[line.role] ?? 'line';
  return {
    row: line.row,
    column: 0,
    columnSpan: columns,
    role,
    value: textValue(line.text),
    ...(line.role === 'tableUnit' ? { align: 'right' } : {}),
    ...(line.role === 'heading' ? { size: 14 } : {}),
  };
}

export function textValue(value: string): FormulaResult {
  return value === '' ? { kind: 'blank' } : { kind: 'text', text: value };
}

/** What a cell that is no figure is. */
export function labelRole({ cell }: FormCell): CellRole {
  if (cell.note === true) return 'note';
  switch (cell.kind) {
    case 'columnHead':
    case 'corner':
    case 'band':
      return 'head';
    case 'rowHead':
      return 'rowHead';
    default:
      return 'fixed';
  }
}

/** A cell of the table as it looks, with its place; its value is not in it. */
export function labelLook(form: FormCell): Omit<SheetCell, 'value'> {
  const { row, column, cell } = form;
  return {
    row,
    column,
    rowSpan: cell.rowSpan,
    columnSpan: cell.columnSpan,
    role: labelRole(form),
    align: cell.align,
    ...(cell.indent === undefined ? {} : { indent: cell.indent }),
    ...(cell.bold === true || (form.kind === 'category' && cell.kind === 'rowHead') ? { bold: true } : {}),
  };
}

/** Zeros at the end of a figure are kept in sight. */
export function shownDecimals(value: FormulaResult): Pick<SheetCell, 'decimals'> {
  const digits = value.kind === 'number' ? /\.(\d*0)$/u.exec(value.text)?.[1] : undefined;
  return digits === undefined ? {} : { decimals: digits.length };
}

/** Programs do not measure merged cells by themselves, so every row is given the height its text needs. */
export function rowHeights(cells: readonly SheetCell[], widths: readonly number[]): ReadonlyMap<number, number> {
  const heights = new Map<number, number>();
  const inOrder = [...cells].sort((a, b) => (a.rowSpan ?? 1) - (b.rowSpan ?? 1));
  for (const cell of inOrder) {
    const rows = Array.from({ length: cell.rowSpan ?? 1 }, (_, index) => cell.row + index);
    const lacking = neededHeight(cell, widths) - rows.reduce((sum, row) => sum + (heights.get(row) ?? 0), 0);
    if (lacking > 0) for (const row of rows) heights.set(row, (heights.get(row) ?? 0) + lacking / rows.length);
  }
  return new Map([...heights].map(([row, height]) => [row, Math.round(height * 10) / 10]));
}

function neededHeight(cell: SheetCell, widths: readonly number[]): number {
  const content = cell.value.kind === 'text' ? cell.value.text : '';
  const columns = widths.slice(cell.column, cell.column + (cell.columnSpan ?? 1));
  const room = Math.max(2, columns.reduce((sum, width) => sum + width, 0) - 1 - (cell.indent ?? 0) * 2);
  // Wide characters do not break in two: an odd column is lost on every line.
  const perLine = room - (room % 2);
  const lines = content
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / perLine)), 0);
  return lines * lineHeight(cell.role) + 6;
}
