/** Sheets of an Excel file as grids, for comparing with tables written by somebody else. */
import { mergeAt, cellAt, valueOf, type ReadCell, type ReadSheet } from '../../src/sheet/read-model.js';
import { readXlsx } from '../../src/sheet/read-xlsx.js';

export function sheetsOf(bytes: Uint8Array): readonly ReadSheet[] {
  const read = readXlsx(bytes, 'test.xlsx');
  if (read.value === undefined) throw new Error(JSON.stringify(read.diagnostics));
  return read.value.sheets;
}

/**
 * Rows × columns from a row on; null where another cell covers the place. Columns in which no cell begins are left out, so
 * that grids of different make compare.
 */
export function gridFrom(sheet: ReadSheet, top: number, rows: number): readonly (readonly (ReadCell | null)[])[] {
  const columns = 1 + Math.max(...sheet.merges.map(({ right }) => right));
  const grid = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => {
      const area = mergeAt(sheet, top + row, column);
      const covered = area !== undefined && (area.top !== top + row || area.left !== column);
      return covered ? null : cellAt(sheet, top + row, column);
    }),
  );
  const used = Array.from({ length: columns }, (_, column) => grid.some((row) => row[column] !== null));
  return grid.map((row) => row.filter((_, column) => used[column]));
}

/** What a cell shows: a number with the digits that its format asks for. */
export function shownText(cell: ReadCell): string {
  const value = valueOf(cell);
  if (value.kind === 'blank' || value.kind === 'boolean') return '';
  if (value.kind !== 'number') return value.text;
  const places = /^0\.(0+)$/u.exec(value.format ?? '')?.[1]?.length;
  return places === undefined ? value.text : Number(value.text).toFixed(places);
}
