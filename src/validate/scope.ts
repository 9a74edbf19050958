/**
 * Where a rule is looked at: once, in each row or in each column, and which cells its names mean there.
 */
import type { Bilingual } from '../diagnostic/diagnostic.js';
import { rowTitle } from '../pack/cell-name.js';
import { cellSpecs, type CellSpec, type TableCells } from '../pack/cells.js';
import { resolveCell } from '../pack/names.js';
import type { RuleScope, TemplatePack } from '../pack/types.js';
import type { NameExpression } from '../rule/operands.js';
import { cellsNamed } from './operands.js';

/** One place at which a rule is looked at. */
export interface RulePlace {
  /** What messages begin with: 表三“一、本年新收政府信息公开申请数量”行. Absent when the rule is looked at once. */
  readonly name?: string;
  /** The cells of the form that a name of the formula means here. */
  readonly cells: (name: NameExpression) => readonly CellSpec[] | undefined;
  /** Name of a cell inside a sentence that begins with `name`. */
  readonly shortName: (cell: CellSpec) => string;
}

/** The places of a scope, in printed order; an error when the scope names a table, row or column the form does not have. */
export function placesOf(scope: RuleScope, pack: TemplatePack): readonly RulePlace[] | { readonly error: Bilingual } {
  if (scope.each === 'once') return [wholeForm(scope.table, pack)];
  const table = cellSpecs(pack).tables.get(scope.table);
  if (table === undefined) return unknownPart(scope.table);
  const lines = scope.each === 'row' ? table.byRow : table.byColumn;
  const wanted = (scope.each === 'row' ? scope.rows : scope.columns) ?? [...lines.keys()];
  const unknown = wanted.find((id) => !lines.has(id));
  if (unknown !== undefined) return unknownPart(`${scope.table}/${unknown}`);
  return wanted.map((id) => line(scope.each, lines.get(id) ?? [], table, pack));
}

function wholeForm(table: string | undefined, pack: TemplatePack): RulePlace {
  return { cells: (name) => anywhere(name, table, pack), shortName: (cell) => cell.name };
}

function line(each: 'row' | 'column', cells: readonly CellSpec[], table: TableCells, pack: TemplatePack): RulePlace {
  const byId = new Map(cells.map((cell) => [each === 'row' ? cell.column.id : cell.row.id, cell]));
  const name = cells[0] === undefined ? table.table.label : lineName(each, cells[0]);
  const titleHere = (cell: CellSpec): string =>
    quoted(each === 'row' ? cell.column.label : rowTitle(cell.table, cell.rowPath));
  return {
    name,
    cells: (wanted) => cellsNamed(wanted, byId) ?? anywhere(wanted, table.table.id, pack),
    shortName: (cell) => (cells.includes(cell) ? titleHere(cell) : cell.name),
  };
}

function lineName(each: 'row' | 'column', cell: CellSpec): string {
  const { table } = cell;
  if (each === 'column') return `${table.label}${quoted(cell.column.label)}列`;
  if (table.orientation === 'rows') return `${table.label}${quoted(rowTitle(table, cell.rowPath))}行`;
  return table.label + cell.rowPath.map((row) => quoted(row.number + row.prefix + row.name)).join('');
}

/** In quotation marks; those inside become single ones (GB/T 15834: 3.危及‘三安全一稳定’). */
function quoted(text: string): string {
  return `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

/** Cells by full address, `row/column` of the scope's table, or a short address such as `1100`. */
function anywhere(
  name: NameExpression,
  table: string | undefined,
  pack: TemplatePack,
): readonly CellSpec[] | undefined {
  if (name.wildcard) return rowsNamed(name, table, pack);
  const inTable = table === undefined ? undefined : cellSpecs(pack).byAddress.get(`${table}/${name.name}`);
  if (inTable !== undefined) return [inTable];
  const rows = singleColumnTables(table, pack).flatMap((candidate) => candidate.byRow.get(name.name) ?? []);
  if (rows.length === 1) return rows;
  const resolved = resolveCell(pack, name.name);
  return resolved.kind === 'cell' ? [resolved.cell] : undefined;
}

/** `sd3150.*` or `t1/12.*`: the cells of all rows whose id starts so, in tables where a row is one cell. */
function rowsNamed(
  name: NameExpression,
  table: string | undefined,
  pack: TemplatePack,
): readonly CellSpec[] | undefined {
  const cells = singleColumnTables(table, pack).flatMap(
    (candidate) => cellsNamed(name, new Map(candidate.cells.map((cell) => [cell.row.id, cell]))) ?? [],
  );
  return cells.length === 0 ? undefined : cells;
}

function singleColumnTables(table: string | undefined, pack: TemplatePack): readonly TableCells[] {
  return [...cellSpecs(pack).tables.values()].filter(
    (candidate) => (table ?? candidate.table.id) === candidate.table.id && candidate.byColumn.size === 1,
  );
}

function unknownPart(what: string): { readonly error: Bilingual } {
  return { error: { zh: `“${what}”不在表式里`, en: `the form has no "${what}"` } };
}
