/**
 * Rows of one table as they are nested in the data file: by id, code or label, as lists of figures or by column names.
 */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { DataNode, MapEntry, MapNode } from '../load/node.js';
import { cellSpecs, columnPaths, type CellSpec } from '../pack/cells.js';
import { normaliseName, resolveColumn, resolveRow } from '../pack/names.js';
import type { BandSpec, RowNode, TableSpec } from '../pack/types.js';
import type { SourceRange } from '../source/source.js';
import { isCellRecord, missingCell, readCell } from './cell-input.js';
import { givenTwice } from './keys.js';
import type { Reading } from './reading.js';
import {
  ambiguousRow,
  groupedList,
  headingRow,
  listLength,
  oneValueForRow,
  typedOf,
  unknownColumn,
  unknownRow,
} from './row-findings.js';
import { readRecord } from './shapes.js';
import type { CellInput } from './types.js';

/** What is filled while a table is read. */
export interface TableReading {
  readonly reading: Reading;
  readonly table: TableSpec;
  /** By address, with the entry that gave it. */
  readonly cells: Map<string, { readonly cell: CellInput; readonly entry: MapEntry }>;
  /** Place of each row that the file names. */
  readonly rowRanges: Map<string, SourceRange>;
}

/**
 * Reads entries that name rows (or bands) of `part`, below `within` when it is given. Gives `data/unknown-row`,
 * `data/ambiguous-row`, `data/heading-row`, `data/row-shape`, `data/list-length`, `data/list-comma`,
 * `data/unknown-column`, `data/duplicate` and the findings of cells.
 */
export function readRows(
  entries: readonly MapEntry[],
  state: TableReading,
  part: TableSpec,
  within: RowNode | undefined,
): void {
  for (const entry of entries) {
    const row = resolveRow(part, entry.key.text, within);
    if (row.kind === 'found') {
      readRow(row.node, entry, state);
      continue;
    }
    const band = within === undefined ? bandNamed(part, entry.key.text) : undefined;
    if (band !== undefined) {
      const record = readRecord(entry.value, entry.key.text, state.reading);
      readRows(record?.entries ?? [], state, { ...part, bands: [band] }, undefined);
    } else if (row.kind === 'ambiguous') {
      state.reading.report(ambiguousRow(entry, state.table, row.candidates));
    } else {
      state.reading.report(unknownRowFinding(entry, row.suggestions, state, part, within));
    }
  }
}

/** `data/unknown-row` with the cells of the row that is meant: the only near one, or one of that name in another table. */
function unknownRowFinding(
  entry: MapEntry,
  near: readonly string[],
  state: TableReading,
  part: TableSpec,
  within: RowNode | undefined,
): Diagnostic {
  const { pack } = state.reading;
  const [only] = near;
  if (only !== undefined) {
    const meant = near.length === 1 ? resolveRow(part, only, within) : undefined;
    const cells = meant?.kind === 'found' ? cellsOfRow(state, state.table, meant.node) : [];
    return unknownRow(entry, state.table, near, cells);
  }
  for (const other of pack.tables.filter(({ id }) => id !== state.table.id)) {
    const row = resolveRow(other, entry.key.text);
    if (row.kind === 'found') return unknownRow(entry, state.table, near, cellsOfRow(state, other, row.node), other);
  }
  return unknownRow(entry, state.table, near);
}

function cellsOfRow(state: TableReading, table: TableSpec, row: RowNode): readonly string[] {
  const specs = cellSpecs(state.reading.pack).tables.get(table.id)?.byRow.get(row.id) ?? [];
  return specs.map(({ address }) => address);
}

function bandNamed(table: TableSpec, text: string): BandSpec | undefined {
  const name = normaliseName(text);
  return table.bands.find(
    (band) => band.id === text.trim() || (band.heading !== undefined && normaliseName(band.heading) === name),
  );
}

function readRow(row: RowNode, entry: MapEntry, state: TableReading): void {
  if (!state.rowRanges.has(row.id)) state.rowRanges.set(row.id, entry.key.range);
  const { value } = entry;
  if (row.kind === 'heading') return readHeadingRow(row, entry, state);
  const specs = cellSpecs(state.reading.pack).tables.get(state.table.id)?.byRow.get(row.id) ?? [];
  const [only] = specs;
  if (value.type === 'list') return readList(specs, entry, state);
  if (value.type === 'map') return readRowMap(row, specs, entry, value, state);
  if (specs.length === 1 && only !== undefined) return put(only, entry, state);
  if (!value.empty) return state.reading.report(oneValueForRow(entry, row, specs));
  for (const spec of specs) if (spec.computedBy !== 'row') put(spec, entry, state);
}

/** A heading row takes no figure; its own mark or nothing may stand there, and so may the rows below it. */
function readHeadingRow(row: RowNode, entry: MapEntry, state: TableReading): void {
  const { value } = entry;
  if (value.type === 'map' && row.children.length > 0) return readRows(value.entries, state, state.table, row);
  const marks = [row.mark?.value ?? '', '—', '——'];
  if (value.type === 'scalar' && (value.text.trim() === '' || marks.includes(value.text.trim()))) return;
  state.reading.report(headingRow(entry, row, state.table));
}

function readRowMap(
  row: RowNode,
  specs: readonly CellSpec[],
  entry: MapEntry,
  map: MapNode,
  state: TableReading,
): void {
  const [only] = specs;
  const below = (name: string): boolean => resolveRow(state.table, name, row).kind !== 'unknown';
  if (specs.length === 1 && only !== undefined && isCellRecord(map, below, state.reading))
    return put(only, entry, state);
  for (const item of map.entries) {
    if (readColumn(specs, item, state)) continue;
    const child = resolveRow(state.table, item.key.text, row);
    if (child.kind === 'found') readRow(child.node, item, state);
    else if (child.kind === 'ambiguous') state.reading.report(ambiguousRow(item, state.table, child.candidates));
    else state.reading.report(unknownColumn(item, row, specs, row.children.length > 0 ? child.suggestions : []));
  }
}

/** Reads an entry that names a column, or a group of columns, of the row; false when it names neither. */
function readColumn(specs: readonly CellSpec[], entry: MapEntry, state: TableReading): boolean {
  const band = specs[0]?.band;
  if (band === undefined) return false;
  const column = resolveColumn(band, entry.key.text);
  const spec = column.kind === 'found' ? specs.find((candidate) => candidate.column.id === column.node.id) : undefined;
  if (spec !== undefined) {
    put(spec, entry, state);
    return true;
  }
  const group = columnGroup(band, entry.key.text, specs);
  if (group.length === 0) return false;
  if (entry.value.type === 'list') readList(group, entry, state);
  else if (entry.value.type === 'map') readGroup(group, entry.value, state);
  else state.reading.report(oneValueForRow(entry, group[0]?.row, group));
  return true;
}

function readGroup(group: readonly CellSpec[], map: MapNode, state: TableReading): void {
  for (const item of map.entries) {
    if (!readColumn(group, item, state)) state.reading.report(unknownColumn(item, group[0]?.row, group, []));
  }
}

/** Cells below a head cell that spans several columns, such as 法人或其他组织. */
function columnGroup(band: BandSpec, text: string, specs: readonly CellSpec[]): readonly CellSpec[] {
  const name = normaliseName(text);
  const heads = columnPaths(band).filter(({ node }) => node.children.length > 0 && normaliseName(node.label) === name);
  return specs.filter((spec) => heads.some(({ node }) => spec.columnPath.includes(node)));
}

/** All columns, or all that the form does not compute; nothing else is a list of the row (design 1.4). */
function readList(specs: readonly CellSpec[], entry: MapEntry, state: TableReading): void {
  if (entry.value.type !== 'list') return;
  const { items } = entry.value;
  const typed = typedOf(specs);
  const targets = items.length === specs.length ? specs : items.length === typed.length ? typed : undefined;
  const grouped =
    targets === undefined || (targets !== typed && !addsUp(items))
      ? groupedList(entry, items, specs, state.reading.source.text)
      : undefined;
  if (grouped !== undefined) return state.reading.report(grouped);
  if (targets === undefined) return state.reading.report(listLength(entry, items, specs, typed));
  const again = targets.filter((spec) => state.cells.has(spec.address));
  const first = state.cells.get(again[0]?.address ?? '');
  if (first !== undefined) {
    return state.reading.report(
      givenTwice(
        first.entry,
        entry,
        state.reading,
        again.map((spec) => spec.address),
      ),
    );
  }
  for (const [index, spec] of targets.entries()) {
    const item = items[index];
    if (item !== undefined) put(spec, { key: entry.key, value: item }, state);
  }
}

/** True when the last figure is the sum of those before it, as the total of a row is. */
function addsUp(items: readonly DataNode[]): boolean {
  const figures = items.map((item) =>
    item.type === 'scalar' && /^\d{1,15}$/u.test(item.text) ? BigInt(item.text) : 0n,
  );
  return figures.slice(0, -1).reduce((sum, figure) => sum + figure, 0n) === figures.at(-1);
}

function put(spec: CellSpec, entry: MapEntry, state: TableReading): void {
  const first = state.cells.get(spec.address);
  if (first !== undefined) return state.reading.report(givenTwice(first.entry, entry, state.reading, [spec.address]));
  const cell =
    entry.value.type === 'scalar' && entry.value.empty && entry.value.range.start === entry.value.range.end
      ? { ...missingCell(spec.address, entry.key.range), value: { kind: 'blank' as const } }
      : readCell(spec.address, entry.value, spec, state.reading);
  state.cells.set(spec.address, { cell, entry });
}
