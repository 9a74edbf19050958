/** What the names of a rule's formula can mean, by the scope of the rule; used to check rules without data. */
import type { NameExpression } from '../rule/operands.js';
import { cellSpecs, type TableCells } from './cells.js';
import { normaliseName } from './normalise-name.js';
import { isNamed } from './formulas.js';
import { resolveCell } from './names.js';
import type { RuleScope, TemplatePack } from './types.js';

/** Tells whether a name means a cell at every place the rule is looked at. */
export function knownInScope(pack: TemplatePack, scope: RuleScope, name: NameExpression): boolean {
  const table = scope.table === undefined ? undefined : cellSpecs(pack).tables.get(scope.table);
  if (scope.each === 'once') return knownAnywhere(pack, table, name);
  if (table === undefined) return false;
  const lines = linesOf(scope, table);
  return lines.every((ids) => isNamed(name, ids)) || knownAnywhere(pack, table, name);
}

/** Ids and addresses that could have been meant, for suggestions. */
export function namesInScope(pack: TemplatePack, scope: RuleScope): readonly string[] {
  const { byAddress, tables } = cellSpecs(pack);
  const table = scope.table === undefined ? undefined : tables.get(scope.table);
  if (scope.each === 'once' || table === undefined) {
    return [...byAddress.values()].flatMap((cell) => [cell.row.id, cell.address]);
  }
  return [...(scope.each === 'row' ? table.byColumn : table.byRow).keys()];
}

/** What a formula calls a row or column whose printed label was written instead; undefined when no or several are so called. */
export function idOfLabel(pack: TemplatePack, scope: RuleScope, label: string): string | undefined {
  const { byAddress, tables } = cellSpecs(pack);
  const wanted = normaliseName(label);
  const named = (candidate: string): boolean => normaliseName(candidate) === wanted;
  const cells = scope.table === undefined ? [...byAddress.values()] : (tables.get(scope.table)?.cells ?? []);
  const found = new Set(
    scope.each === 'row'
      ? cells.filter((cell) => named(cell.column.label)).map((cell) => cell.column.id)
      : cells
          .filter((cell) => named(cell.row.name) || named(cell.row.label))
          .map((cell) => (scope.each === 'column' ? cell.row.id : `[${cell.address}]`)),
  );
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

/** For each row (or column) of the scope the ids of its cells' columns (or rows). */
function linesOf(scope: Exclude<RuleScope, { each: 'once' }>, table: TableCells): readonly (readonly string[])[] {
  const wanted = scope.each === 'row' ? scope.rows : scope.columns;
  const lines = scope.each === 'row' ? table.byRow : table.byColumn;
  return [...lines]
    .filter(([id]) => wanted === undefined || wanted.includes(id))
    .map(([, cells]) => cells.map((cell) => (scope.each === 'row' ? cell.column.id : cell.row.id)));
}

function knownAnywhere(pack: TemplatePack, table: TableCells | undefined, name: NameExpression): boolean {
  if (!name.wildcard) {
    const inTable = table !== undefined && cellSpecs(pack).byAddress.has(`${table.table.id}/${name.name}`);
    return inTable || resolveCell(pack, name.name).kind === 'cell';
  }
  // A wildcard over the whole form needs tables in which a row is one cell.
  const tables = table === undefined ? [...cellSpecs(pack).tables.values()] : [table];
  return tables.some((candidate) => candidate.byColumn.size === 1 && isNamed(name, candidate.byRow.keys()));
}
