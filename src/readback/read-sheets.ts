/** Reads an Excel file of statutory tables: every cell of every sheet as it is shown, row by row. */
import type { Outcome } from '../diagnostic/diagnostic.js';
import { cellAt, type MergedArea, type ReadCell, type ReadSheet, type ReadValue } from '../sheet/read-model.js';
import { readXlsx } from '../sheet/read-xlsx.js';
import { unreadable } from './findings.js';
import { withoutBlankEnd, type ReadBack, type ReadRow } from './model.js';

/** More rows or columns than this are in no report. */
const MOST_ROWS = 5000;
const MOST_COLUMNS = 200;

/**
 * Rows are those of all sheets, hidden ones too, with the lines around the tables; there are no other words. Gives the findings
 * of `readXlsx`, and `readback/unreadable` for sheets too large to be tables.
 */
export function readSheets(bytes: Uint8Array, name: string): Outcome<ReadBack> {
  const workbook = readXlsx(bytes, name);
  if (workbook.value === undefined) return { diagnostics: workbook.diagnostics };
  const rows: ReadRow[] = [];
  for (const sheet of workbook.value.sheets) {
    const ofSheet = rowsOf(sheet);
    if (ofSheet === undefined) return { diagnostics: [unreadable(name)] };
    rows.push(...ofSheet);
  }
  return { value: { rows, text: '' }, diagnostics: [] };
}

/** The cells that begin in each row of the area that is in use; undefined when it is too large. */
function rowsOf(sheet: ReadSheet): readonly ReadRow[] | undefined {
  const { merges } = sheet;
  let [height, width] = [0, 0];
  const use = (row: number, column: number): void => {
    height = Math.max(height, row + 1);
    width = Math.max(width, column + 1);
  };
  for (const { bottom, right } of merges) use(bottom, right);
  for (const [row, cells] of sheet.rows) for (const column of cells.keys()) use(row, column);
  if (height > MOST_ROWS || width > MOST_COLUMNS) return undefined;
  const isCovered = coveredPlaces(merges, height, width);
  if (isCovered === undefined) return undefined;
  const rows = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => column)
      .filter((column) => !isCovered(row, column))
      .map((column) => shown(cellAt(sheet, row, column))),
  );
  return withoutBlankEnd(rows, (cells) => cells.every((text) => text === ''));
}

/**
 * Places under a merged cell other than its first: what hides there is not shown. Undefined when merged cells overlap, which
 * no program allows, and which would take any amount of time.
 */
function coveredPlaces(
  merges: readonly MergedArea[],
  height: number,
  width: number,
): ((row: number, column: number) => boolean) | undefined {
  const areas = new Uint16Array(height * width);
  for (const [index, { top, left, bottom, right }] of merges.entries()) {
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const place = row * width + column;
        if (areas[place] !== 0) return undefined;
        areas[place] = index + 1;
      }
    }
  }
  return (row, column) => {
    const area = merges[(areas[row * width + column] ?? 0) - 1];
    return area !== undefined && (area.top !== row || area.left !== column);
  };
}

/** A formula is no value, whatever it came to last. */
function shown(cell: ReadCell): string {
  return cell.kind === 'formula' ? `=${cell.formula}` : shownValue(cell);
}

function shownValue(value: ReadValue): string {
  switch (value.kind) {
    case 'blank':
      return '';
    case 'boolean':
      return value.value ? 'TRUE' : 'FALSE';
    case 'number':
      return shownNumber(value.text, value.format);
    default:
      return value.text;
  }
}

/** `27.6` under the format `0.00` is `27.60`; under one that hides or adds something it is named with it. */
function shownNumber(text: string, format: string | undefined): string {
  if (format === undefined || format === '@') return text;
  const places = /^0(?:\.(0{1,15}))?(?:_ )?$/u.exec(format);
  if (places === null) return `${text}（${format}）`;
  const wanted = places[1]?.length ?? 0;
  const [whole = '', digits = ''] = text.split('.');
  if (digits.length > wanted) return `${text}（${format}）`;
  return wanted === 0 ? whole : `${whole}.${digits.padEnd(wanted, '0')}`;
}
