/**
 * Names as people write them, resolved to the ids and addresses of a pack: ids, codes, printed labels with or without number
 * and note, paths of labels. What is not unique is never guessed: the candidates are handed back.
 */
import type { CellDirectory } from '../template/template.js';
import { rowTitle } from './cell-name.js';
import { cellSpecs, columnPaths, hasOneValueColumn, rowPaths, type CellSpec, type PathTo } from './cells.js';
import { normaliseName, splitNumber } from './normalise-name.js';
import { suggestions } from '../diagnostic/suggest.js';
import type { BandSpec, ColumnNode, RowNode, TableSpec, TemplatePack } from './types.js';

export { normaliseName } from './normalise-name.js';

/** What a name of a cell means. */
export type CellResolution =
  | { readonly kind: 'cell'; readonly address: string; readonly cell: CellSpec }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly CellSpec[] }
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[] };

/** What a name of a table, row or column means. `found` carries the path from the top of its tree. */
export type NameResolution<N> =
  | { readonly kind: 'found'; readonly node: N; readonly path: readonly N[] }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly { readonly node: N; readonly title: string }[] }
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[] };

/**
 * Resolves what names a cell: `t3/r3.3.1/natural`, `1100`, `c1100`, 表三/不予公开/属于国家秘密/自然人, 不予公开/属于国家秘密/自然人.
 * Segments may be ids or labels; rows between may be left out as long as the rest is unique. In tables with one value
 * column the column may be left out.
 */
export function resolveCell(pack: TemplatePack, text: string): CellResolution {
  const { byAddress } = cellSpecs(pack);
  const exact = byAddress.get(text.trim());
  if (exact !== undefined) return { kind: 'cell', address: exact.address, cell: exact };
  const segments = text.split(/[/／]/u).map((segment) => segment.trim());
  if (segments.some((segment) => segment === '')) return unknownCell(pack, text);
  const found = cellsNamed(pack, segments);
  // Some labels hold a slash themselves (本年增/减).
  const candidates = found.length > 0 || segments.length < 3 ? found : cellsNamed(pack, withLastJoined(segments));
  const [only] = candidates;
  if (only === undefined) return unknownCell(pack, text);
  if (candidates.length > 1) return { kind: 'ambiguous', candidates };
  return { kind: 'cell', address: only.address, cell: only };
}

/** Cells that a path may mean, the table's name being its first segment or left out. */
function cellsNamed(pack: TemplatePack, segments: readonly string[]): readonly CellSpec[] {
  const table = resolveTable(pack, segments[0] ?? '');
  const inTable = table.kind === 'found' ? cellsAlong(pack, table.node, segments.slice(1)) : [];
  return inTable.length > 0 ? inTable : pack.tables.flatMap((candidate) => cellsAlong(pack, candidate, segments));
}

function withLastJoined(segments: readonly string[]): readonly string[] {
  return [...segments.slice(0, -2), segments.slice(-2).join('/')];
}

/** Cells of one table that a path of row and column names may mean. */
function cellsAlong(pack: TemplatePack, table: TableSpec, segments: readonly string[]): readonly CellSpec[] {
  const cells = cellSpecs(pack).tables.get(table.id)?.byRow;
  if (segments.length === 0 || cells === undefined) return [];
  const withoutColumn = hasOneValueColumn(table) ? rowsAlong(table, segments) : [];
  const found = withoutColumn.flatMap(({ node }) => cells.get(node.id) ?? []);
  if (found.length > 0) return found;
  const column = segments.at(-1) ?? '';
  const rowNames = segments.slice(0, -1);
  if (rowNames.length === 0) return [];
  return rowsAlong(table, rowNames).flatMap(({ node }) => {
    const ofRow = cells.get(node.id) ?? [];
    return bestMatches(ofRow, (cell) => columnForms(cell.column, cell.columnPath), column);
  });
}

/** Rows that a path of names may mean: each name is looked up below the rows the one before it means. */
function rowsAlong(table: TableSpec, names: readonly string[]): readonly PathTo<RowNode>[] {
  let reached: readonly PathTo<RowNode>[] | undefined;
  for (const name of names) {
    const pool =
      reached === undefined ? rowPaths(table) : reached.flatMap(({ node, path }) => rowsBelow(table, node, path));
    reached = bestMatches(pool, ({ node }) => rowForms(node), name);
  }
  return reached ?? [];
}

function rowsBelow(table: TableSpec, above: RowNode, path: readonly RowNode[]): readonly PathTo<RowNode>[] {
  return rowPaths(table).filter((row) => row.path.length > path.length && row.path[path.length - 1] === above);
}

function unknownCell(pack: TemplatePack, text: string): CellResolution {
  const { byAddress } = cellSpecs(pack);
  const names = [...byAddress.values()].flatMap((cell) => [
    cell.address,
    ...(hasOneValueColumn(cell.table) ? [cell.row.id] : []),
    [cell.table.label, ...cell.rowPath.map((row) => row.name), cell.column.label].join('/'),
    [cell.table.label, cell.row.name, cell.column.label].join('/'),
  ]);
  return { kind: 'unknown', suggestions: suggestions(text.trim(), names) };
}

/** Resolves a table by id, label (表三), alias (三) or name. */
export function resolveTable(pack: TemplatePack, text: string): NameResolution<TableSpec> {
  const forms = (table: TableSpec): Forms => [
    [table.id],
    [table.label, ...table.aliases].map(normaliseName),
    [normaliseName(table.name)],
  ];
  const found = bestMatches(pack.tables, forms, text);
  return resolution(
    found.map((node) => ({ node, path: [node] })),
    (table) => `${table.label} ${table.name}`,
    () =>
      suggestions(
        text,
        pack.tables.flatMap((table) => [table.id, table.label, table.name]),
      ),
  );
}

/** Resolves a row, heading rows too; `within` limits it to the rows below one row (nested label paths of a data file). */
export function resolveRow(table: TableSpec, text: string, within?: RowNode): NameResolution<RowNode> {
  const all = rowPaths(table);
  const pool = within === undefined ? all : rowsWithin(table, within);
  const found = bestMatches(pool, ({ node }) => rowForms(node), text);
  const titleOf = (row: RowNode): string => {
    const path = all.find(({ node }) => node === row)?.path ?? [row];
    return path.map((node) => rowTitle(table, [node])).join('—');
  };
  return resolution(found, titleOf, () =>
    suggestions(
      text,
      pool.flatMap(({ node }) => [node.label, node.number + node.name, node.name, node.id]),
    ),
  );
}

const knownRowsWithin = new WeakMap<TableSpec, Map<RowNode, readonly PathTo<RowNode>[]>>();

/** The rows below one row of a table; the same list for the same row. */
function rowsWithin(table: TableSpec, within: RowNode): readonly PathTo<RowNode>[] {
  const ofTable = knownRowsWithin.get(table) ?? new Map<RowNode, readonly PathTo<RowNode>[]>();
  knownRowsWithin.set(table, ofTable);
  const found =
    ofTable.get(within) ?? rowPaths(table).filter(({ node, path }) => node !== within && path.includes(within));
  ofTable.set(within, found);
  return found;
}

/** Resolves a printed column of a band, or of all bands of a table, by id or label. */
export function resolveColumn(part: TableSpec | BandSpec, text: string): NameResolution<ColumnNode> {
  const leaves = leafColumns(part);
  const found = bestMatches(leaves, ({ node, path }) => columnForms(node, path), text);
  const sameId = new Set(found.map(({ node }) => node.id)).size === 1 ? found.slice(0, 1) : found;
  return resolution(
    sameId,
    (column) => column.label,
    () =>
      suggestions(
        text,
        leaves.flatMap(({ node }) => [node.label, node.id]),
      ),
  );
}

const knownLeafColumns = new WeakMap<TableSpec | BandSpec, readonly PathTo<ColumnNode>[]>();

/** The printed columns of a part; the same list for the same part. */
function leafColumns(part: TableSpec | BandSpec): readonly PathTo<ColumnNode>[] {
  const bands = 'bands' in part ? part.bands : [part];
  const found =
    knownLeafColumns.get(part) ??
    bands.flatMap((band) => columnPaths(band)).filter(({ node }) => node.children.length === 0);
  knownLeafColumns.set(part, found);
  return found;
}

/** The cells of a pack as templates see them. */
export function cellDirectory(pack: TemplatePack): CellDirectory {
  return {
    resolve: (text) => resolveCell(pack, text),
    nameOf: (address) => cellSpecs(pack).byAddress.get(address)?.name ?? address,
  };
}

/**
 * Ways to write a name, best first. The first tier is compared as typed, the others in normalised form; the last tier of
 * rows leaves out number and note.
 */
type Forms = readonly (readonly string[])[];

const knownRowForms = new WeakMap<RowNode, Forms>();

function rowForms(row: RowNode): Forms {
  return remembered(knownRowForms, row, () => formsOfRow(row));
}

function formsOfRow(row: RowNode): Forms {
  const { number, prefix, name, note } = row;
  const noted = note === undefined ? [] : [`${name}（${note}）`];
  const full = [number + prefix + name, row.label, ...noted.map((text) => number + text)];
  const bare = [name, prefix + name, ...noted, ...noted.map((text) => prefix + text)];
  const digits = splitNumber(normaliseName(number + 'x')).number;
  return [
    [row.id, `c${row.id}`, ...(row.code === undefined ? [] : [row.code])],
    full.map(normaliseName),
    bare.map(normaliseName),
    // `1、` for `1.` and `（1）` for `1.`: the style of the number does not count, its digits do.
    digits === '' ? [] : bare.map((text) => `#${digits}#${normaliseName(text)}`),
  ];
}

const knownColumnForms = new WeakMap<ColumnNode, Forms>();

function columnForms(column: ColumnNode, path: readonly ColumnNode[]): Forms {
  return remembered(knownColumnForms, column, () => {
    const labels = path.map((node) => node.label).join('');
    return [[column.id], [normaliseName(column.label)], [normaliseName(labels)]];
  });
}

/** Names are normalised once: a pack's formulas look up hundreds of them. */
function remembered<K extends object>(known: WeakMap<K, Forms>, key: K, make: () => Forms): Forms {
  const forms = known.get(key) ?? make();
  known.set(key, forms);
  return forms;
}

/** For each tier, what each form names, by its place in the pool. */
type FormIndex = readonly ReadonlyMap<string, readonly number[]>[];

const knownIndexes = new WeakMap<readonly object[], FormIndex>();

/** Those of `pool` that `text` names in the best tier in which it names any, in the order of the pool. */
function bestMatches<T extends object>(pool: readonly T[], formsOf: (item: T) => Forms, text: string): readonly T[] {
  const index = knownIndexes.get(pool) ?? indexOf(pool.map(formsOf));
  knownIndexes.set(pool, index);
  const typed = text.trim();
  const name = normaliseName(text);
  const { number, rest } = splitNumber(name);
  const numbered = number === '' ? undefined : `#${number}#${rest}`;
  for (const [tier, named] of index.entries()) {
    const places =
      tier === 0
        ? named.get(typed)
        : name === ''
          ? undefined
          : merged(named.get(name), numbered === undefined ? undefined : named.get(numbered));
    if (places !== undefined) return places.flatMap((place) => pool[place] ?? []);
  }
  return [];
}

function indexOf(forms: readonly Forms[]): FormIndex {
  const tiers = Math.max(0, ...forms.map((tiersOfOne) => tiersOfOne.length));
  return Array.from({ length: tiers }, (_, tier) => {
    const named = new Map<string, number[]>();
    for (const [place, tiersOfOne] of forms.entries()) {
      for (const form of new Set(tiersOfOne[tier])) {
        const places = named.get(form);
        if (places === undefined) named.set(form, [place]);
        else places.push(place);
      }
    }
    return named;
  });
}

function merged(a: readonly number[] | undefined, b: readonly number[] | undefined): readonly number[] | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return [...new Set([...a, ...b])].sort((x, y) => x - y);
}

function resolution<N>(
  found: readonly PathTo<N>[],
  titleOf: (node: N) => string,
  suggest: () => readonly string[],
): NameResolution<N> {
  const [only] = found;
  if (only === undefined) return { kind: 'unknown', suggestions: suggest() };
  if (found.length === 1) return { kind: 'found', ...only };
  return { kind: 'ambiguous', candidates: found.map(({ node }) => ({ node, title: titleOf(node) })) };
}
