/**
 * A workbook to write, as plain data: the form, reports of a check, outputs and summaries are all made of it. What it looks
 * like is said by roles; `write-xlsx` gives each role its fonts, lines and fills.
 */

export interface Workbook {
  /** Document property. */
  readonly title: string;
  /** Document properties. */
  readonly author?: string;
  readonly subject?: string;
  /** `YYYY-MM-DD`: every date inside the file is this day 00:00 UTC. */
  readonly date: string;
  /** Names of the fonts, as office programs call them. */
  readonly fonts: SheetFonts;
  readonly sheets: readonly Sheet[];
}

export interface SheetFonts {
  readonly title: string;
  readonly head: string;
  readonly text: string;
  readonly note: string;
}

export interface Sheet {
  /** At most 31 characters, without `[]:*?/\`; see `sheetName`. */
  readonly name: string;
  readonly hidden?: boolean;
  /** Locked cells cannot be typed over. There is no password: it guards against slips, not against people. */
  readonly protected?: boolean;
  /** Widths of the columns in characters of the default font, left to right. */
  readonly widths: readonly number[];
  /** By row, 0-based; heights in points. */
  readonly heights?: ReadonlyMap<number, number>;
  readonly cells: readonly SheetCell[];
  readonly orientation: 'portrait' | 'landscape';
  /** Printed at the top and bottom of every page, in the middle; `{page}` is its number. */
  readonly header?: string;
  readonly footer?: string;
  /** First and last row (0-based) printed again on every page. */
  readonly repeatRows?: readonly [number, number];
  /** Rows and columns that stay in sight. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
}

/** A cell and the rectangle it spans; `row` and `column` are 0-based. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan?: number;
  readonly columnSpan?: number;
  readonly value: SheetValue;
  readonly role: CellRole;
  readonly align?: 'left' | 'center' | 'right';
  /** In characters. */
  readonly indent?: number;
  readonly bold?: boolean;
  /** Points; the role's own size when absent. */
  readonly size?: number;
  /** Digits after the point that are shown; all there are when absent. */
  readonly decimals?: number;
  /** May be typed over on a protected sheet. */
  readonly open?: boolean;
  readonly validation?: CellValidation;
  /** Shown when the pointer is over the cell. */
  readonly comment?: string;
}

/** `computed` is a total; `mark-…` show what a check found. */
export type CellRole =
  | 'title'
  | 'subtitle'
  | 'line'
  | 'head'
  | 'rowHead'
  | 'category'
  | 'input'
  | 'computed'
  | 'fixed'
  | 'note'
  | 'text'
  | 'plain'
  | 'mark-error'
  | 'mark-warning'
  | 'mark-good';

/** What stands in a cell. Numbers are decimal text, never floats; text is never taken for a formula. */
export type SheetValue =
  | { readonly kind: 'blank' }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** `formula` has no leading `=`; `result` is what programs show that do not compute. */
  | { readonly kind: 'formula'; readonly formula: string; readonly result: FormulaResult };

export type FormulaResult = Exclude<SheetValue, { readonly kind: 'formula' }>;

/** What may be typed; `message` is what the office program says when it is something else. */
export interface CellValidation {
  readonly kind: 'whole' | 'decimal' | 'list';
  /** Smallest number allowed; absent = any. */
  readonly min?: string;
  /** For `list`. */
  readonly values?: readonly string[];
  readonly message: string;
  /** `stop` refuses the entry, `warning` asks. */
  readonly style: 'stop' | 'warning';
}
