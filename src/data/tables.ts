/**
 * The statistical tables of a data file: every cell of the form by address, the office's own labels, notes and rows.
 */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Located } from '../load/loaded.js';
import type { MapEntry } from '../load/node.js';
import { cellSpecs } from '../pack/cells.js';
import { resolveRow, resolveTable } from '../pack/names.js';
import type { TableSpec } from '../pack/types.js';
import type { SourceRange } from '../source/source.js';
import { readAddedRows } from './added-rows.js';
import { missingCell } from './cell-input.js';
import { canonicalKey, didYouMean, givenTwice, recordKeys } from './keys.js';
import { ambiguousRow, unknownRow } from './row-findings.js';
import { readRows, type TableReading } from './rows.js';
import type { Reading } from './reading.js';
import { readItems, readRecord, readText, readTextNode } from './shapes.js';
import type { CellInput, TableInput } from './types.js';

/**
 * Reads 表格. Every table of the pack and every cell of it is in the result; what the file does not give is `missing`.
 * `end` is the place of tables that the file does not give at all. Gives `data/unknown-table`, `data/duplicate` and the
 * findings of rows and cells.
 */
export function readTables(
  entry: MapEntry | undefined,
  end: SourceRange,
  reading: Reading,
): ReadonlyMap<string, TableInput> {
  const record = entry === undefined ? undefined : readRecord(entry.value, entry.key.text, reading);
  const given = new Map<string, MapEntry>();
  for (const item of record?.entries ?? []) {
    const table = resolveTable(reading.pack, item.key.text);
    if (table.kind !== 'found') {
      reading.report(unknownTable(item, reading.pack.tables));
      continue;
    }
    const first = given.get(table.node.id);
    if (first === undefined) given.set(table.node.id, item);
    else reading.report(givenTwice(first, item, reading));
  }
  const insertion = record?.insertion?.offset;
  const range = insertion === undefined ? end : { ...end, start: insertion, end: insertion };
  return new Map(reading.pack.tables.map((table) => [table.id, readTable(table, given.get(table.id), range, reading)]));
}

function readTable(table: TableSpec, entry: MapEntry | undefined, absent: SourceRange, reading: Reading): TableInput {
  const range = entry?.key.range ?? absent;
  const record = entry === undefined ? undefined : readRecord(entry.value, entry.key.text, reading);
  const own = new Map<string, MapEntry>();
  const rows: MapEntry[] = [];
  for (const item of record?.entries ?? []) {
    const key = canonicalKey(item.key.text, recordKeys.table, reading.pack.terms);
    const first = key === undefined ? undefined : own.get(key);
    if (key === undefined) rows.push(item);
    else if (first === undefined) own.set(key, item);
    else reading.report(givenTwice(first, item, reading));
  }
  const state: TableReading = { reading, table, cells: new Map(), rowRanges: new Map() };
  readRows(rows, state, table, undefined);
  const title = readText(own.get('title'), reading);
  const subtitle = readText(own.get('subtitle'), reading);
  return {
    id: table.id,
    range,
    notes: readNotes(own.get('notes'), reading),
    cells: allCells(table, state, range, reading),
    labels: readLabels(table, own.get('labels'), reading),
    added: readAddedRows(table, own.get('added'), reading),
    ...(title === undefined ? {} : { title }),
    ...(subtitle === undefined ? {} : { subtitle }),
  };
}

/** Every cell of the form in printed order. */
function allCells(
  table: TableSpec,
  state: TableReading,
  range: SourceRange,
  reading: Reading,
): ReadonlyMap<string, CellInput> {
  const specs = cellSpecs(reading.pack).tables.get(table.id)?.cells ?? [];
  return new Map(
    specs.map(({ address, row }) => [
      address,
      state.cells.get(address)?.cell ?? missingCell(address, state.rowRanges.get(row.id) ?? range),
    ]),
  );
}

function readNotes(entry: MapEntry | undefined, reading: Reading): readonly Located<string>[] {
  if (entry === undefined) return [];
  return readItems(entry.value).flatMap((item) => readTextNode(item, entry.key.text, reading) ?? []);
}

function readLabels(
  table: TableSpec,
  entry: MapEntry | undefined,
  reading: Reading,
): ReadonlyMap<string, Located<string>> {
  const labels = new Map<string, Located<string>>();
  const record = entry === undefined ? undefined : readRecord(entry.value, entry.key.text, reading);
  for (const item of record?.entries ?? []) {
    const row = resolveRow(table, item.key.text);
    const label = readText(item, reading);
    if (row.kind === 'unknown') reading.report(unknownRow(item, table, row.suggestions));
    else if (row.kind === 'ambiguous') reading.report(ambiguousRow(item, table, row.candidates));
    else if (label !== undefined) labels.set(row.node.id, label);
  }
  return labels;
}

function unknownTable(entry: MapEntry, tables: readonly TableSpec[]): Diagnostic {
  const found = tables.map((table) => `${table.label}（${table.name}）`);
  return {
    code: 'data/unknown-table',
    severity: 'error',
    message: {
      zh: `这一版表式没有叫“${entry.key.text}”的表。`,
      en: `The form has no table called "${entry.key.text}".`,
    },
    hint: didYouMean([], { zh: `表有：${found.join('、')}。`, en: `Its tables are: ${found.join(', ')}.` }),
    range: entry.key.range,
  };
}
