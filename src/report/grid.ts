/**
 * The grid of a table: all spans resolved once, for every writer. Comes in: a Table. Goes out: rows × columns of slots, each
 * the cell that starts there or the place of the cell that covers it. Never changes the table.
 */
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import type { Cell, Row, Table } from './tree.js';

/** One place of the grid; `row` and `column` of a covering cell are 0-based places in the same grid. */
export type Slot =
  | { readonly kind: 'origin'; readonly cell: Cell }
  | { readonly kind: 'covered'; readonly row: number; readonly column: number };

export interface Grid {
  /** Head and body rows together, every one `columns` slots wide. */
  readonly rows: readonly GridRow[];
  readonly columns: number;
  /** Index of the first body row; 0 when the table has no head. */
  readonly bodyStart: number;
}

export interface GridRow {
  readonly row: Row;
  readonly slots: readonly Slot[];
}

/**
 * Resolves the spans of a table. Gives `report/grid` and no value when cells overlap, reach past the last column, past the
 * last row, or from the head into the body, or when a slot stays empty.
 */
export function gridOf(table: Table): Outcome<Grid> {
  const columns = table.widths.length;
  const diagnostics: Diagnostic[] = [];
  const head = partOf(table, table.head, columns, 0, diagnostics);
  const body = partOf(table, table.body, columns, table.head.length, diagnostics);
  if (diagnostics.length > 0) return { diagnostics };
  return { value: { rows: [...head, ...body], columns, bodyStart: table.head.length }, diagnostics };
}

/** Head and body are resolved apart: a head row is repeated on other pages, so no span may cross from one to the other. */
function partOf(
  table: Table,
  rows: readonly Row[],
  columns: number,
  firstRow: number,
  diagnostics: Diagnostic[],
): readonly GridRow[] {
  const slots: (Slot | undefined)[][] = rows.map(() => Array.from({ length: columns }, () => undefined));
  rows.forEach((row, r) => {
    let column = 0;
    for (const cell of row.cells) {
      while (slots[r]?.[column] !== undefined) column++;
      if (!fits(cell, r, column, rows.length, columns)) diagnostics.push(overhang(table, firstRow + r, cell));
      else if (!place(slots, cell, r, column, firstRow)) diagnostics.push(overlap(table, firstRow + r, cell));
      column += Math.max(1, cell.columnSpan);
    }
  });
  return rows.map((row, r) => ({ row, slots: filled(slots[r] ?? [], table, firstRow + r, diagnostics) }));
}

function fits(cell: Cell, row: number, column: number, rows: number, columns: number): boolean {
  return cell.columnSpan >= 1 && cell.rowSpan >= 1 && column + cell.columnSpan <= columns && row + cell.rowSpan <= rows;
}

function place(slots: (Slot | undefined)[][], cell: Cell, row: number, column: number, firstRow: number): boolean {
  let free = true;
  for (let r = row; r < row + cell.rowSpan; r++) {
    for (let c = column; c < column + cell.columnSpan; c++) {
      const line = slots[r];
      if (line === undefined || line[c] !== undefined) free = false;
      else if (r === row && c === column) line[c] = { kind: 'origin', cell };
      else line[c] = { kind: 'covered', row: firstRow + row, column };
    }
  }
  return free;
}

function filled(line: readonly (Slot | undefined)[], table: Table, row: number, diagnostics: Diagnostic[]): Slot[] {
  const out = line.filter((slot) => slot !== undefined);
  if (out.length !== line.length && !diagnostics.some((d) => d.facts?.['row'] === String(row + 1))) {
    const lacking = line.length - out.length;
    diagnostics.push(
      finding(table, row, table.origin, {
        zh: `第${row + 1}行少${lacking}格。`,
        en: `row ${row + 1} lacks ${lacking} cell(s).`,
      }),
    );
  }
  return out;
}

function overhang(table: Table, row: number, cell: Cell): Diagnostic {
  return finding(table, row, cell.origin ?? table.origin, {
    zh: `第${row + 1}行有格子伸到表外。`,
    en: `a cell of row ${row + 1} reaches past the edge.`,
  });
}

function overlap(table: Table, row: number, cell: Cell): Diagnostic {
  return finding(table, row, cell.origin ?? table.origin, {
    zh: `第${row + 1}行有格子互相重叠。`,
    en: `cells of row ${row + 1} overlap.`,
  });
}

function finding(
  table: Table,
  row: number,
  range: Table['origin'],
  what: { readonly zh: string; readonly en: string },
): Diagnostic {
  return {
    code: 'report/grid',
    severity: 'error',
    message: {
      zh: `${table.name}的格子对不齐：${what.zh}`,
      en: `The cells of ${table.name} do not fit together: ${what.en}`,
    },
    hint: {
      zh: '请检查这张表的栏目、跨行跨列和列宽的数目。',
      en: "Check the table's columns, spans and number of widths.",
    },
    facts: { table: table.id, row: String(row + 1) },
    ...(range === undefined ? {} : { range }),
  };
}
