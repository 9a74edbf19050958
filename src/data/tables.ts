/**
 * The statistical tables of a data file: every cell of the form by address, the office's own labels, notes and rows.
 */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Located } from '../load/loaded.js';
import type { MapEntry } from '../load/node.js';
import { cellSpecs } from '../pack/cells.js';
import { resolveRow, resolveTable } from '../pack/names.js';
import type { TableSpec, TemplatePack } from '../pack/types.js';
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
 * `end` is the place of tables that the file does not give at all. Gives `data/unknown-table`, `data/wrong-table`, `data/duplicate` and the
 * findings of rows and cells; `data/missing-table` for each table of the form that is left out.
 */
export function readTables(
  entry: MapEntry | undefined,
  end: SourceRange,
  reading: Reading,
): ReadonlyMap<string, TableInput> {
  const record = entry === undefined ? undefined : readRecord(entry.value, entry.key.text, reading);
  const given = new Map<string, MapEntry>();
  const unknown: MapEntry[] = [];
  for (const item of record?.entries ?? []) {
    const table = resolveTable(reading.pack, item.key.text);
    if (table.kind !== 'found') {
      unknown.push(item);
      continue;
    }
    const first = given.get(table.node.id);
    if (first === undefined) given.set(table.node.id, item);
    else reading.report(givenTwice(first, item, reading));
  }
  const absent = reading.pack.tables.filter(({ id }) => !given.has(id));
  for (const item of unknown)
    reading.report(unknownTable(item, reading.pack, absent, unknown.length === absent.length));
  const insertion = record?.insertion?.offset;
  const range = insertion === undefined ? end : { ...end, start: insertion, end: insertion };
  let misplaced = unknown.length > 0;
  const watching: Reading = {
    ...reading,
    report: (diagnostic) => {
      misplaced ||= diagnostic.code === 'data/wrong-table';
      reading.report(diagnostic);
    },
  };
  const tables = reading.pack.tables.map(
    (table) => [table.id, readTable(table, given.get(table.id), range, watching)] as const,
  );
  // What stands under a wrong name is told by that name; without any 表格 that key is what is missing.
  if (record !== undefined && !misplaced) {
    for (const table of absent) reading.report(missingTable(table, range, reading.pack));
  }
  return new Map(tables);
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
  const owner = tableOfRows(rows, table, reading);
  if (owner === undefined) readRows(rows, state, table, undefined);
  else if (entry !== undefined) reading.report(wrongTable(entry, table, owner, reading));
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

/** The other table that all of several rows belong to when none of them is a row of this one. */
function tableOfRows(rows: readonly MapEntry[], table: TableSpec, reading: Reading): TableSpec | undefined {
  if (rows.length < 2) return undefined;
  const knows = (candidate: TableSpec, row: MapEntry): boolean =>
    resolveRow(candidate, row.key.text).kind !== 'unknown';
  if (rows.some((row) => knows(table, row))) return undefined;
  return reading.pack.tables.find((other) => other !== table && rows.every((row) => knows(other, row)));
}

function wrongTable(entry: MapEntry, table: TableSpec, owner: TableSpec, reading: Reading): Diagnostic {
  const { tables } = cellSpecs(reading.pack);
  return {
    code: 'data/wrong-table',
    severity: 'error',
    message: {
      zh: `“${entry.key.text}”下面写的都是${owner.label}（${owner.name}）的行。`,
      en: `What stands below "${entry.key.text}" are rows of ${owner.label}.`,
    },
    hint: {
      zh: `把这一行的“${entry.key.text}”改成“${owner.label}”；${table.label}（${table.name}）的行另写。`,
      en: `Change "${entry.key.text}" on this line to "${owner.label}".`,
    },
    range: entry.key.range,
    cells: [table, owner].flatMap(({ id }) => tables.get(id)?.cells.map(({ address }) => address) ?? []),
  };
}

/** `certain`: there are as many unknown tables as the file leaves out, so that these need not be told as not filled in. */
function addressesOf({ id }: TableSpec, pack: TemplatePack): readonly string[] {
  return (
    cellSpecs(pack)
      .tables.get(id)
      ?.cells.map(({ address }) => address) ?? []
  );
}

/** A whole table of the form left out is no blank cell: the report would be printed with an empty statutory table. */
function missingTable(table: TableSpec, range: SourceRange, pack: TemplatePack): Diagnostic {
  return {
    code: 'data/missing-table',
    severity: 'error',
    message: {
      zh: `数据文件里没有${table.label}（${table.name}）。`,
      en: `The data file has no ${table.label} (${table.name}).`,
    },
    hint: {
      zh: `请在“表格”下面补上“${table.label}:”和它的各行；没有发生的填 0。`,
      en: `Add "${table.label}:" with its rows under the tables; write 0 where nothing happened.`,
    },
    range,
    cells: addressesOf(table, pack),
  };
}

function unknownTable(entry: MapEntry, pack: TemplatePack, absent: readonly TableSpec[], certain: boolean): Diagnostic {
  const named = (table: TableSpec): string => `${table.label}（${table.name}）`;
  const [only] = absent;
  const meant = certain && absent.length === 1 && only !== undefined ? [named(only)] : [];
  const found = pack.tables.map(named);
  const cells = certain ? absent.flatMap((table) => addressesOf(table, pack)) : [];
  return {
    code: 'data/unknown-table',
    severity: 'error',
    message: {
      zh: `这一版表式没有叫“${entry.key.text}”的表。`,
      en: `The form has no table called "${entry.key.text}".`,
    },
    hint: didYouMean(meant, { zh: `表有：${found.join('、')}。`, en: `Its tables are: ${found.join(', ')}.` }),
    range: entry.key.range,
    ...(cells.length === 0 ? {} : { cells }),
  };
}
