/**
 * The statutory cells of a pack: every value row crossed with every value column of its band, with address, unit, type and
 * official name. Derived once per pack; nothing here reads data.
 */
import type { BandSpec, ColumnNode, RowNode, TableSpec, TemplatePack, ValueType } from './types.js';
import { cellName } from './cell-name.js';

/** One cell of a statutory table as the form defines it. */
export interface CellSpec {
  /** `table/row/column`, such as `t3/r3.3.1/natural`. */
  readonly address: string;
  readonly table: TableSpec;
  readonly band: BandSpec;
  readonly row: RowNode;
  /** From the top row down to `row` itself. */
  readonly rowPath: readonly RowNode[];
  readonly column: ColumnNode;
  /** From the top head cell down to `column` itself. */
  readonly columnPath: readonly ColumnNode[];
  /** Of the column, else the row, else the table. */
  readonly unit?: string;
  /** Of the column, else the row (which carries the table's default), else whole numbers from 0. */
  readonly type: ValueType;
  /** Set when the form computes the cell: from the other cells of its row or of its column. */
  readonly computedBy?: 'row' | 'column';
  /** The unit must be typed with every non-zero number (design 1.5). */
  readonly typedUnit: boolean;
  /** Official name for messages: 表三“一、本年新收政府信息公开申请数量”行“自然人”列, 1100“主动公开政府信息数”. */
  readonly name: string;
}

/** The cells of one table, also grouped by row id and by column id, all in printed order. */
export interface TableCells {
  readonly table: TableSpec;
  readonly cells: readonly CellSpec[];
  readonly byRow: ReadonlyMap<string, readonly CellSpec[]>;
  readonly byColumn: ReadonlyMap<string, readonly CellSpec[]>;
}

/** All cells of a pack. */
export interface PackCells {
  readonly byAddress: ReadonlyMap<string, CellSpec>;
  readonly tables: ReadonlyMap<string, TableCells>;
}

/** A node of a row or column tree with the nodes above it; the last of `path` is the node itself. */
export interface PathTo<N> {
  readonly node: N;
  readonly path: readonly N[];
}

const wholeNumber: ValueType = { kind: 'integer', min: '0', decimals: 0 };

const known = new WeakMap<TemplatePack, PackCells>();

/** All cells of a pack by address and by table; the same object for the same pack. */
export function cellSpecs(pack: TemplatePack): PackCells {
  let cells = known.get(pack);
  if (cells === undefined) {
    cells = cellsOfTables(pack.tables);
    known.set(pack, cells);
  }
  return cells;
}

function cellsOfTables(tables: readonly TableSpec[]): PackCells {
  const byTable = new Map(tables.map((table) => [table.id, cellsOfTable(table)]));
  const byAddress = new Map<string, CellSpec>();
  for (const { cells } of byTable.values()) for (const cell of cells) byAddress.set(cell.address, cell);
  return { byAddress, tables: byTable };
}

function cellsOfTable(table: TableSpec): TableCells {
  const cells = table.bands.flatMap((band) => cellsOfBand(table, band));
  return {
    table,
    cells,
    byRow: grouped(cells, (cell) => cell.row.id),
    byColumn: grouped(cells, (cell) => cell.column.id),
  };
}

function grouped(cells: readonly CellSpec[], keyOf: (cell: CellSpec) => string): Map<string, CellSpec[]> {
  const groups = new Map<string, CellSpec[]>();
  for (const cell of cells) {
    const group = groups.get(keyOf(cell));
    if (group === undefined) groups.set(keyOf(cell), [cell]);
    else group.push(cell);
  }
  return groups;
}

function cellsOfBand(table: TableSpec, band: BandSpec): CellSpec[] {
  const columns = columnPaths(band).filter(({ node }) => node.children.length === 0 && node.kind === 'value');
  return rowPaths(band)
    .filter(({ node }) => node.kind === 'value')
    .flatMap((row) => columns.map((column) => cellOf(table, band, row, column)));
}

function cellOf(table: TableSpec, band: BandSpec, row: PathTo<RowNode>, column: PathTo<ColumnNode>): CellSpec {
  const unit = column.node.unit ?? row.node.unit ?? table.unit;
  const computedBy = column.node.computed ? 'row' : row.node.computed ? 'column' : undefined;
  const place = { table, band, row: row.node, rowPath: row.path, column: column.node, columnPath: column.path };
  return {
    address: `${table.id}/${row.node.id}/${column.node.id}`,
    ...place,
    ...(unit === undefined || unit === '' ? {} : { unit }),
    type: column.node.type ?? row.node.type ?? wholeNumber,
    ...(computedBy === undefined ? {} : { computedBy }),
    typedUnit: column.node.typedUnit ?? row.node.typedUnit,
    name: cellName(place),
  };
}

/** Value rows of a table or of one band, in printed order, at any depth. */
export function valueRows(part: TableSpec | BandSpec): readonly RowNode[] {
  return rowPaths(part)
    .map(({ node }) => node)
    .filter((row) => row.kind === 'value');
}

/** Columns of a band that hold figures, left to right. */
export function valueColumns(band: BandSpec): readonly ColumnNode[] {
  return printedColumns(band).filter((column) => column.kind === 'value');
}

/** All printed columns (leaves) of a band, left to right: code and unit columns too. */
export function printedColumns(band: BandSpec): readonly ColumnNode[] {
  return columnPaths(band)
    .map(({ node }) => node)
    .filter((column) => column.children.length === 0);
}

const knownRowPaths = new WeakMap<TableSpec | BandSpec, readonly PathTo<RowNode>[]>();
const knownColumnPaths = new WeakMap<BandSpec, readonly PathTo<ColumnNode>[]>();

/** Every row of a table or band with its path, parents before children; the same list for the same part. */
export function rowPaths(part: TableSpec | BandSpec): readonly PathTo<RowNode>[] {
  return remembered(knownRowPaths, part, () =>
    'bands' in part ? part.bands.flatMap((band) => pathsIn(band.rows, [])) : pathsIn(part.rows, []),
  );
}

/** Every head cell of a band with its path, parents before children; the same list for the same band. */
export function columnPaths(band: BandSpec): readonly PathTo<ColumnNode>[] {
  return remembered(knownColumnPaths, band, () => pathsIn(band.columns, []));
}

/** Trees of a pack never change, and every cell of a report asks for them. */
function remembered<K extends object, V>(known: WeakMap<K, V>, key: K, make: () => V): V {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}

function pathsIn<N extends { readonly children: readonly N[] }>(nodes: readonly N[], above: readonly N[]): PathTo<N>[] {
  return nodes.flatMap((node) => {
    const path = [...above, node];
    return [{ node, path }, ...pathsIn(node.children, path)];
  });
}

/** True when each band of the table has one value column only, so that a row names a cell by itself. */
export function hasOneValueColumn(table: TableSpec): boolean {
  return table.bands.length > 0 && table.bands.every((band) => valueColumns(band).length === 1);
}

/** `1100` for a cell whose row id alone names it in the pack; else the full address. */
export function shortAddress(pack: TemplatePack, address: string): string {
  const cell = cellSpecs(pack).byAddress.get(address);
  if (cell === undefined || !hasOneValueColumn(cell.table)) return address;
  const sameRow = pack.tables.filter(
    (table) => hasOneValueColumn(table) && cellSpecs(pack).tables.get(table.id)?.byRow.has(cell.row.id),
  );
  return sameRow.length === 1 ? cell.row.id : address;
}
