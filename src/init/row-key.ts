/** What a row is called in a new data file, and what editors offer for it. */
import { normaliseName } from '../pack/names.js';
import type { RowNode, TableSpec } from '../pack/types.js';

/** The shortest unmistakable key of a row: its code, else its label when no other row's label reads alike, else its id. */
export function rowKey(row: RowNode, table: TableSpec): string {
  if (row.code !== undefined) return row.code;
  const labels = table.bands
    .flatMap((band) => allRows(band.rows))
    .filter((other) => normaliseName(other.label) === normaliseName(row.label));
  return labels.length === 1 && isPlainKey(row.label) ? row.label : row.id;
}

/** True for a label that YAML reads as that text when it stands before a colon as it is. */
function isPlainKey(label: string): boolean {
  return !/^[\d.]+$|: |:$| #|^[\s\-?:,[\]{}#&*!|>'"%@`~]/u.test(label) && label === label.trim();
}

function allRows(rows: readonly RowNode[]): readonly RowNode[] {
  return rows.flatMap((row) => [row, ...allRows(row.children)]);
}
