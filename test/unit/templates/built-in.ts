/** The built-in packs as the loader reads them, for the tests of this folder. */
import { loadPack } from '../../../src/pack/load-pack.js';
import type { ColumnNode, RowNode, TableSpec, TemplatePack } from '../../../src/pack/types.js';
import { filesOf } from './pack-files.js';

const loaded = new Map<string, ReturnType<typeof loadPack>>();

export function loadBuiltIn(id: string): ReturnType<typeof loadPack> {
  let outcome = loaded.get(id);
  if (outcome === undefined) {
    outcome = loadPack(filesOf(id), id, (parent) => ({ name: parent, files: filesOf(parent) }));
    loaded.set(id, outcome);
  }
  return outcome;
}

export function packOf(id: string): TemplatePack {
  const { value, diagnostics } = loadBuiltIn(id);
  if (value === undefined) throw new Error(diagnostics.map((d) => `${d.code} ${d.message.zh}`).join('\n'));
  return value;
}

export function tableOf(pack: TemplatePack, id: string): TableSpec {
  const table = pack.tables.find((candidate) => candidate.id === id);
  if (table === undefined) throw new Error(`${pack.id} has no table ${id}`);
  return table;
}

/** All rows of a tree, parents before children. */
export function flatRows(rows: readonly RowNode[]): readonly RowNode[] {
  return rows.flatMap((row) => [row, ...flatRows(row.children)]);
}

export function rowsOf(table: TableSpec): readonly RowNode[] {
  return table.bands.flatMap((band) => flatRows(band.rows));
}

/** Printed columns, left to right. */
export function leavesOf(columns: readonly ColumnNode[]): readonly ColumnNode[] {
  return columns.flatMap((column) => (column.children.length === 0 ? [column] : leavesOf(column.children)));
}
