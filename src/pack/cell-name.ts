/**
 * Official Chinese names of rows and cells for messages: as the form prints them, long enough to be unique in their table.
 */
import type { BandSpec, ColumnNode, RowNode, TableSpec } from './types.js';

/** Where a cell stands in its table. */
export interface CellPlace {
  readonly table: TableSpec;
  readonly band: BandSpec;
  readonly row: RowNode;
  readonly rowPath: readonly RowNode[];
  readonly column: ColumnNode;
}

/**
 * Name of a cell: 表三“一、本年新收政府信息公开申请数量”行“自然人”列; 表四“行政复议”“结果维持”; in tables with one figure a row
 * 1100“主动公开政府信息数”, or “（一）主动公开政府信息数” where no code is printed.
 */
export function cellName(place: CellPlace): string {
  const { table, band, row, rowPath, column } = place;
  if (table.orientation === 'across') {
    return table.label + rowPath.map((node) => `“${titleOf(node)}”`).join('') + `“${column.label}”`;
  }
  const leaves = leavesOf(band.columns);
  if (leaves.filter((leaf) => leaf.kind === 'value').length > 1 || table.bands.length > 1) {
    return `${table.label}“${rowTitle(table, rowPath)}”行“${column.label}”列`;
  }
  const codePrinted = row.code !== undefined && leaves.some((leaf) => leaf.kind === 'code');
  return codePrinted ? `${row.code}“${row.name}”` : `“${rowTitle(table, rowPath)}”`;
}

/** Number and name of a row without its note; with its parents' where the table has a second row that reads the same. */
export function rowTitle(table: TableSpec, rowPath: readonly RowNode[]): string {
  const row = rowPath.at(-1);
  if (row === undefined) return '';
  const title = titleOf(row);
  return (titleCounts(table).get(title) ?? 0) > 1 ? rowPath.map(titleOf).join('—') : title;
}

const countsByTable = new WeakMap<TableSpec, ReadonlyMap<string, number>>();

/** How many rows of a table read so; counted once a table, since every cell asks. */
function titleCounts(table: TableSpec): ReadonlyMap<string, number> {
  const known = countsByTable.get(table);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  for (const row of table.bands.flatMap((band) => allRows(band.rows))) {
    counts.set(titleOf(row), (counts.get(titleOf(row)) ?? 0) + 1);
  }
  countsByTable.set(table, counts);
  return counts;
}

function titleOf(row: RowNode): string {
  return row.number + row.prefix + row.name;
}

function allRows(rows: readonly RowNode[]): RowNode[] {
  return rows.flatMap((row) => [row, ...allRows(row.children)]);
}

function leavesOf(columns: readonly ColumnNode[]): ColumnNode[] {
  return columns.flatMap((column) => (column.children.length === 0 ? [column] : leavesOf(column.children)));
}
