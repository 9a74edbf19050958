/**
 * Where the cells of the tables are written in a data file: the node of each cell, and the entries of rows and tables into
 * which a cell that is not there could be put. Names are understood as the reader of data files understands them.
 */
import { canonicalKey, recordKeys } from '../data/keys.js';
import type { LoadedFile } from '../load/loaded.js';
import type { DataNode, ListNode, MapEntry, MapNode } from '../load/node.js';
import { cellSpecs, columnPaths, type CellSpec } from '../pack/cells.js';
import { normaliseName, resolveColumn, resolveRow, resolveTable } from '../pack/names.js';
import type { BandSpec, RowNode, TableSpec, TemplatePack } from '../pack/types.js';

/** A cell as written: a value, or a record of value, unit, remark. `entry` is the line it belongs to. */
export interface WrittenCell {
  readonly node: DataNode;
  readonly entry: MapEntry;
  /** The list it is an item of. */
  readonly list?: ListNode;
}

export interface WrittenTables {
  /** The file's own map, the entry 表格, by table id its entry, by table and row id its row. */
  readonly root: MapNode;
  readonly tables?: MapEntry;
  readonly byTable: ReadonlyMap<string, MapEntry>;
  readonly rows: ReadonlyMap<string, MapEntry>;
  readonly cells: ReadonlyMap<string, WrittenCell>;
}

interface Walk {
  readonly pack: TemplatePack;
  readonly table: TableSpec;
  readonly rows: Map<string, MapEntry>;
  readonly cells: Map<string, WrittenCell>;
}

/** Key of a row in `rows`. */
export function rowKeyOf(table: TableSpec, row: RowNode): string {
  return `${table.id}/${row.id}`;
}

export function locateCells(file: LoadedFile, pack: TemplatePack): WrittenTables {
  const tables = file.root.entries.find(({ key }) => canonicalKey(key.text, recordKeys.file, pack.terms) === 'tables');
  const byTable = new Map<string, MapEntry>();
  const rows = new Map<string, MapEntry>();
  const cells = new Map<string, WrittenCell>();
  for (const entry of entriesOf(tables?.value)) {
    const table = resolveTable(pack, entry.key.text);
    if (table.kind !== 'found' || byTable.has(table.node.id)) continue;
    byTable.set(table.node.id, entry);
    const walk: Walk = { pack, table: table.node, rows, cells };
    const ofRows = entriesOf(entry.value).filter(
      ({ key }) => canonicalKey(key.text, recordKeys.table, pack.terms) === undefined,
    );
    walkRows(ofRows, walk, table.node, undefined);
  }
  return { root: file.root, byTable, rows, cells, ...(tables === undefined ? {} : { tables }) };
}

function entriesOf(node: DataNode | undefined): readonly MapEntry[] {
  return node?.type === 'map' ? node.entries : [];
}

function walkRows(entries: readonly MapEntry[], walk: Walk, part: TableSpec, within: RowNode | undefined): void {
  for (const entry of entries) {
    const row = resolveRow(part, entry.key.text, within);
    const band = row.kind === 'found' || within !== undefined ? undefined : bandNamed(part, entry.key.text);
    if (row.kind === 'found') walkRow(row.node, entry, walk);
    else if (band !== undefined) walkRows(entriesOf(entry.value), walk, { ...part, bands: [band] }, undefined);
  }
}

function bandNamed(table: TableSpec, text: string): BandSpec | undefined {
  const name = normaliseName(text);
  return table.bands.find(
    ({ id, heading }) => id === text.trim() || (heading !== undefined && normaliseName(heading) === name),
  );
}

function walkRow(row: RowNode, entry: MapEntry, walk: Walk): void {
  const key = rowKeyOf(walk.table, row);
  if (!walk.rows.has(key)) walk.rows.set(key, entry);
  if (row.kind === 'heading') return walkRows(entriesOf(entry.value), walk, walk.table, row);
  const specs = cellSpecs(walk.pack).tables.get(walk.table.id)?.byRow.get(row.id) ?? [];
  const [only] = specs;
  const { value } = entry;
  if (value.type === 'list') putList(specs, value, entry, walk);
  else if (only !== undefined && specs.length === 1 && (value.type === 'scalar' || !holdsRows(value, row, walk)))
    put(only, { node: value, entry }, walk);
  else if (value.type === 'map') walkRowMap(row, specs, value, walk);
}

function holdsRows(map: MapNode, row: RowNode, { table }: Walk): boolean {
  return map.entries.some(({ key }) => resolveRow(table, key.text, row).kind !== 'unknown');
}

function walkRowMap(row: RowNode, specs: readonly CellSpec[], map: MapNode, walk: Walk): void {
  for (const item of map.entries) {
    if (putColumn(specs, item, walk)) continue;
    const child = resolveRow(walk.table, item.key.text, row);
    if (child.kind === 'found') walkRow(child.node, item, walk);
  }
}

function putColumn(specs: readonly CellSpec[], item: MapEntry, walk: Walk): boolean {
  const band = specs[0]?.band;
  if (band === undefined) return false;
  const column = resolveColumn(band, item.key.text);
  const spec = column.kind === 'found' ? specs.find((candidate) => candidate.column.id === column.node.id) : undefined;
  if (spec !== undefined) {
    put(spec, { node: item.value, entry: item }, walk);
    return true;
  }
  const name = normaliseName(item.key.text);
  const heads = columnPaths(band).filter(({ node }) => node.children.length > 0 && normaliseName(node.label) === name);
  const group = specs.filter((candidate) => heads.some(({ node }) => candidate.columnPath.includes(node)));
  if (item.value.type === 'list') putList(group, item.value, item, walk);
  else for (const below of entriesOf(item.value)) putColumn(group, below, walk);
  return group.length > 0;
}

function putList(specs: readonly CellSpec[], list: ListNode, entry: MapEntry, walk: Walk): void {
  const typed = specs.filter(({ computedBy }) => computedBy !== 'row');
  const targets = [specs, typed].find(({ length }) => length === list.items.length) ?? [];
  targets.forEach((spec, index) => {
    const node = list.items[index];
    if (node !== undefined) put(spec, { node, entry, list }, walk);
  });
}

function put(spec: CellSpec, cell: WrittenCell, { cells }: Walk): void {
  if (!cells.has(spec.address)) cells.set(spec.address, cell);
}
