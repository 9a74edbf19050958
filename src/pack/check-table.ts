/** What a table must hold beyond its form: unique ids, widths that add up, formulas whose names are in the table. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { PageStyle } from '../report/style.js';
import { nameExpressions } from '../rule/operands.js';
import type { Expression } from '../rule/expression.js';
import { printedColumns, valueColumns, valueRows } from './cells.js';
import { checkNames, isNamed } from './formulas.js';
import * as problems from './problems.js';
import { duplicates } from './duplicates.js';
import type { Placed } from './shape.js';
import type { BandFields, ColumnFields, RowFields, TableFields } from './table-schema.js';
import type { BandSpec, TableSpec } from './types.js';

/** Deepest tree of rows or columns; four levels are seen in forms. */
const deepest = 8;

/** Checks one table; `written` is what `table` was built from. */
export function checkTable(written: TableFields, table: TableSpec, style: PageStyle): readonly Diagnostic[] {
  const looks = Object.keys(style.tables);
  const { value: look, range } = written.look;
  return [
    ...(looks.includes(look) ? [] : [problems.noSuchLook(look, looks, range)]),
    ...duplicates(written.bands.flatMap((band) => allRows(band.rows)).map((row) => row.id)),
    ...duplicates(written.bands.map((band) => band.id)),
    ...written.bands.flatMap((band, index) => {
      const built = table.bands[index];
      return built === undefined ? [] : checkBand(written, band, table, built);
    }),
  ];
}

function checkBand(table: TableFields, written: BandFields, built: TableSpec, band: BandSpec): readonly Diagnostic[] {
  const columns = allColumns(written.columns.value);
  const leaves = columns.filter((column) => column.children.length === 0);
  const printed = printedCount(built, band);
  const tooDeep =
    depthOf(written.rows, (row) => row.rows) > deepest || depthOf(written.columns.value, (c) => c.children) > deepest;
  return [
    ...(tooDeep
      ? [
          problems.tooLarge(table.id.value, {
            zh: `行或列超过 ${deepest} 层`,
            en: `rows or columns deeper than ${deepest}`,
          }),
        ]
      : []),
    ...leaves
      .filter((column) => column.id === undefined)
      .map((column) => problems.columnWithoutId(column.label, written.columns.range)),
    ...duplicates(columns.flatMap((column) => column.id ?? [])),
    ...(printed === table.widths.value.length
      ? []
      : [problems.wrongWidths(table.widths.value.length, printed, written.id.value, table.widths.range)]),
    ...computedNames(written, band, built),
  ];
}

function printedCount(table: TableSpec, band: BandSpec): number {
  const spans = printedColumns(band).reduce((sum, column) => sum + column.span, 0);
  return table.orientation === 'across' ? spans * valueRows(band).length : table.stub.columns + spans;
}

/** A formula with the id of what it computes. */
interface Computed {
  readonly id: string;
  readonly written: Placed<string>;
  readonly expression: Expression;
}

function computedNames(written: BandFields, band: BandSpec, table: TableSpec): readonly Diagnostic[] {
  // A row may be computed from rows of other bands with the same columns.
  const rowIds = valueRows(table).map((row) => row.id);
  const columnIds = valueColumns(band).map((column) => column.id);
  const rows = pairs(allRows(written.rows), valueRows(band), (row) => row.id.value);
  const columns = pairs(allColumns(written.columns.value), valueColumns(band), (column) => column.id?.value ?? '');
  return [...checkComputed(rows, rowIds), ...checkComputed(columns, columnIds)];
}

function pairs<W extends { readonly computed?: Placed<string> }>(
  written: readonly W[],
  built: readonly { readonly id: string; readonly computed?: Expression }[],
  idOf: (item: W) => string,
): readonly Computed[] {
  return written.flatMap((item) => {
    const expression = built.find((candidate) => candidate.id === idOf(item))?.computed;
    return item.computed === undefined || expression === undefined
      ? []
      : [{ id: idOf(item), written: item.computed, expression }];
  });
}

function checkComputed(formulas: readonly Computed[], ids: readonly string[]): readonly Diagnostic[] {
  const needs = new Map(
    formulas.map(({ id, expression }) => [
      id,
      ids.filter((other) => nameExpressions(expression).some((name) => isNamed(name, [other]))),
    ]),
  );
  return formulas.flatMap(({ id, written, expression }) => [
    ...checkNames(written, expression, (name) => !name.previous && isNamed(name, ids), ids),
    ...(leadsBack(id, needs) ? [problems.circular(id, written.range)] : []),
  ]);
}

/** True when computing `id` needs `id` itself, directly or over others. */
function leadsBack(id: string, needs: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>();
  const waiting = [...(needs.get(id) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === id) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(needs.get(next) ?? []));
  }
  return false;
}

function allRows(rows: readonly RowFields[]): readonly RowFields[] {
  return rows.flatMap((row) => [row, ...allRows(row.rows)]);
}

function allColumns(columns: readonly ColumnFields[]): readonly ColumnFields[] {
  return columns.flatMap((column) => [column, ...allColumns(column.children)]);
}

function depthOf<N>(nodes: readonly N[], childrenOf: (node: N) => readonly N[]): number {
  return nodes.reduce((deep, node) => Math.max(deep, 1 + depthOf(childrenOf(node), childrenOf)), 0);
}
