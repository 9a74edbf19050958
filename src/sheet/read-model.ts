/** A workbook as it was read: cells as they are, nothing interpreted. */

export interface ReadWorkbook {
  readonly sheets: readonly ReadSheet[];
}

export interface ReadSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Cells that hold something, by row and column. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, ReadCell>>;
  readonly merges: readonly MergedArea[];
}

/** Rows and columns are 0-based, the last ones included. */
export interface MergedArea {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export type ReadCell = ReadValue | FormulaCell;

/** A formula without `=`, and what the program that saved the file computed; blank when it computed nothing. */
export interface FormulaCell {
  readonly kind: 'formula';
  readonly formula: string;
  readonly result: ReadValue;
}

export type ReadValue =
  | { readonly kind: 'blank' }
  /** Decimal text at the 15 digits that spreadsheets keep and show. */
  | {
      readonly kind: 'number';
      readonly text: string;
      /** Code of its number format (`0.00`); absent for the general one. */
      readonly format?: string;
    }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** A number with the format of a date or time: `2024-03-12`, or the bare number when it is no day. */
  | { readonly kind: 'date'; readonly text: string }
  /** `#REF!` and the like. */
  | { readonly kind: 'error'; readonly text: string };

/** The cell at a place; blank when nothing is there. */
export function cellAt(sheet: ReadSheet, row: number, column: number): ReadCell {
  return sheet.rows.get(row)?.get(column) ?? { kind: 'blank' };
}

/** The value of a cell, for a formula what it came to. */
export function valueOf(cell: ReadCell): ReadValue {
  return cell.kind === 'formula' ? cell.result : cell;
}

/** The merged area a place belongs to. */
export function mergeAt(sheet: ReadSheet, row: number, column: number): MergedArea | undefined {
  return sheet.merges.find(
    ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
  );
}
