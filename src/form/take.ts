/**
 * The figures of a filled form put into a data file. Comes in: both, opened, and the changes between them. Goes out: splices
 * on the source text of the data file; comments, layout, order and remarks of everything else stay as they are.
 */
import type { Splice } from '../edit/splice.js';
import { typedOf } from '../data/row-findings.js';
import { canonicalKey, recordKeys } from '../data/keys.js';
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { rowKey } from '../init/row-key.js';
import type { LoadedFile } from '../load/loaded.js';
import type { MapEntry, MapNode, ScalarNode } from '../load/node.js';
import { cellSpecs, type CellSpec } from '../pack/cells.js';
import type { TableSpec, TemplatePack } from '../pack/types.js';
import type { SourceText } from '../source/source.js';
import type { CellChange } from './changes.js';
import { afterColon, intoEmpty, intoMap, type NewEntry } from './insert.js';
import { locateCells, rowKeyOf, type WrittenCell, type WrittenTables } from './locate.js';
import { styleOfText, writtenValue, type WritingStyle } from './written-text.js';

interface Taking {
  readonly pack: TemplatePack;
  readonly source: SourceText;
  readonly style: WritingStyle;
  readonly written: WrittenTables;
  readonly changes: ReadonlyMap<string, CellChange>;
}

/** The splices of all changes. Gives `take/not-possible` for each cell that cannot be changed, and then no value. */
export function takeChanges(
  changes: readonly CellChange[],
  file: LoadedFile,
  pack: TemplatePack,
): Outcome<readonly Splice[]> {
  const { source } = file;
  const taking: Taking = {
    pack,
    source,
    style: styleOfText(source.text),
    written: locateCells(file, pack),
    changes: new Map(changes.map((change) => [change.spec.address, change])),
  };
  const diagnostics: Diagnostic[] = [];
  const splices: Splice[] = [];
  const absent: CellChange[] = [];
  for (const change of changes) {
    const cell = taking.written.cells.get(change.spec.address);
    if (cell === undefined) {
      absent.push(change);
      continue;
    }
    const splice = changedCell(cell, change, taking);
    if (splice === undefined) diagnostics.push(notPossible(change, source));
    else splices.push(splice);
  }
  for (const { spec } of firstOfRows(absent)) {
    const added = addedRow(spec, taking);
    if (added !== undefined) splices.push(added);
  }
  const rowsWithoutLine = firstOfRows(absent).filter(
    ({ spec }) => !taking.written.rows.has(rowKeyOf(spec.table, spec.row)),
  );
  splices.push(
    ...newRows(
      rowsWithoutLine.map(({ spec }) => spec),
      taking,
    ),
  );
  for (const change of absent) if (isStuck(change, taking)) diagnostics.push(notPossible(change, source));
  return diagnostics.length > 0 ? { diagnostics } : { value: splices, diagnostics };
}

/** One change of each row, in order. */
function firstOfRows(changes: readonly CellChange[]): readonly CellChange[] {
  const rows = new Map<string, CellChange>();
  for (const change of changes) {
    const key = rowKeyOf(change.spec.table, change.spec.row);
    if (!rows.has(key)) rows.set(key, change);
  }
  return [...rows.values()];
}

/** What a changed cell is written as; nothing typed is written as the pack's word for blank. */
function valueText(address: string, { changes, pack, style }: Taking): string {
  const after = changes.get(address)?.after ?? '';
  return writtenValue(after === '' ? (pack.terms.words['blank'] ?? '~') : after, style);
}

function changedCell(cell: WrittenCell, change: CellChange, taking: Taking): Splice | undefined {
  const { node } = cell;
  if (node.type === 'list') return undefined;
  if (node.type === 'map') return changedRecord(node, change, taking);
  return replaced(node, cell.entry, valueText(change.spec.address, taking), taking);
}

function replaced(node: ScalarNode, entry: MapEntry, text: string, { source }: Taking): Splice | undefined {
  if (node.style === 'block') return undefined;
  const { start, end } = node.range;
  return end > start ? { start, end, text } : afterColon(entry, text, source);
}

/** In a record the value alone changes; a remark or parts that would change too are for a person to see to. */
function changedRecord(map: MapNode, change: CellChange, taking: Taking): Splice | undefined {
  const { pack, source, style } = taking;
  const byKey = new Map(map.entries.map((entry) => [canonicalKey(entry.key.text, recordKeys.cell, pack.terms), entry]));
  const value = byKey.get('value');
  if (value === undefined) {
    const key = pack.terms.keys['value']?.[0] ?? 'value';
    return intoMap(map, [{ key, value: valueText(change.spec.address, taking) }], source, style);
  }
  if (value.value.type !== 'scalar') return undefined;
  const separate = byKey.has('remark') || byKey.has('parts') || byKey.has('unit');
  if (!separate) return replaced(value.value, value, valueText(change.spec.address, taking), taking);
  const [before, after] = [splitFigure(change.before), splitFigure(change.after)];
  if (after.rest !== before.rest) return undefined;
  return replaced(value.value, value, writtenValue(after.figure === '' ? blankOf(pack) : after.figure, style), taking);
}

function blankOf(pack: TemplatePack): string {
  return pack.terms.words['blank'] ?? '~';
}

function splitFigure(text: string): { readonly figure: string; readonly rest: string } {
  const figure = /^(?:-?\d+(?:\.\d+)?|\/|—+)/u.exec(text)?.[0] ?? '';
  return { figure, rest: text.slice(figure.length) };
}

/** A row that has a line: the columns it lacks are added to its map or list, or the whole row is written after its colon. */
function addedRow(spec: CellSpec, taking: Taking): Splice | undefined {
  const { written, source, style } = taking;
  const entry = written.rows.get(rowKeyOf(spec.table, spec.row));
  if (entry === undefined) return undefined;
  const lacking = specsOf(spec, taking).filter(
    ({ address }) => !written.cells.has(address) && taking.changes.has(address),
  );
  const { value } = entry;
  if (value.type === 'map') {
    const entries = lacking.map((cell): NewEntry => ({
      key: cell.column.label,
      value: valueText(cell.address, taking),
    }));
    return intoMap(value, entries, source, style);
  }
  if (value.type === 'list') return appended(spec, entry, lacking, taking);
  if (value.style === 'block' || !value.empty) return undefined;
  const text = rowText(specsOf(spec, taking), taking);
  return value.range.end > value.range.start ? { ...value.range, text } : afterColon(entry, text, source);
}

/** A total behind a list of the other columns: `[1, 2]` becomes `[1, 2, 3]`. */
function appended(spec: CellSpec, entry: MapEntry, lacking: readonly CellSpec[], taking: Taking): Splice | undefined {
  const specs = specsOf(spec, taking);
  const last = entry.value.type === 'list' ? entry.value.items.at(-1) : undefined;
  const isFlow = taking.source.text[entry.value.range.start] === '[';
  const behind = specs.slice(specs.length - lacking.length);
  if (last === undefined || !isFlow || lacking.some((cell, index) => cell !== behind[index])) return undefined;
  const at = last.range.end;
  return { start: at, end: at, text: lacking.map(({ address }) => `, ${valueText(address, taking)}`).join('') };
}

function specsOf(spec: CellSpec, { pack }: Taking): readonly CellSpec[] {
  return cellSpecs(pack).tables.get(spec.table.id)?.byRow.get(spec.row.id) ?? [];
}

/** The figures of a whole row: one value, or all typed columns in a list. */
function rowText(specs: readonly CellSpec[], taking: Taking): string {
  const typed = typedOf(specs);
  const columns = specs.some((cell) => !typed.includes(cell) && taking.changes.has(cell.address)) ? specs : typed;
  const [only] = columns;
  if (only !== undefined && columns.length === 1) return valueText(only.address, taking);
  return `[${columns.map(({ address }) => valueText(address, taking)).join(', ')}]`;
}

/** Lines for rows that the file does not have, below their table; tables that it does not have come with them. */
function newRows(specs: readonly CellSpec[], taking: Taking): readonly Splice[] {
  const { written, source, style, pack } = taking;
  const byTable = new Map<TableSpec, NewEntry[]>();
  for (const spec of specs) {
    const entry: NewEntry = { key: rowKey(spec.row, spec.table), value: rowText(specsOf(spec, taking), taking) };
    byTable.set(spec.table, [...(byTable.get(spec.table) ?? []), entry]);
  }
  const splices: Splice[] = [];
  const tables: NewEntry[] = [];
  for (const [table, rows] of byTable) {
    const entry = written.byTable.get(table.id);
    if (entry === undefined) tables.push({ key: table.label, value: rows });
    else if (entry.value.type === 'map') splices.push(intoMap(entry.value, rows, source, style));
    else splices.push(intoEmpty(entry, rows, source, style));
  }
  if (tables.length === 0) return splices;
  const parent = written.tables;
  const key = pack.terms.keys['tables']?.[0] ?? 'tables';
  if (parent === undefined) return [...splices, intoMap(taking.written.root, [{ key, value: tables }], source, style)];
  const place =
    parent.value.type === 'map'
      ? intoMap(parent.value, tables, source, style)
      : intoEmpty(parent, tables, source, style);
  return [...splices, place];
}

/** True for an absent cell whose row has a line of a kind into which it cannot be put. */
function isStuck({ spec }: CellChange, taking: Taking): boolean {
  const { rows } = taking.written;
  return rows.has(rowKeyOf(spec.table, spec.row)) && addedRow(spec, taking) === undefined;
}

function notPossible({ spec, after }: CellChange, source: SourceText): Diagnostic {
  const shown = after === '' ? { zh: '空', en: 'blank' } : { zh: `“${after}”`, en: `"${after}"` };
  return {
    code: 'take/not-possible',
    severity: 'error',
    message: {
      zh: `${spec.name}要改成${shown.zh}，但数据文件里这一格的写法不能自动改（带备注、其中项，或者写得不全）。`,
      en: `${spec.name} should become ${shown.en}, but the way it is written in the data file cannot be changed by itself.`,
    },
    hint: {
      zh: `请在数据文件里手工改这一格，再运行一次。`,
      en: 'Change this cell in the data file by hand and run it again.',
    },
    range: { file: source.name, start: 0, end: 0 },
    cells: [spec.address],
  };
}
