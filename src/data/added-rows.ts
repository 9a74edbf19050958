/**
 * Rows that the office added to a table: printed, addressed `table/id/column`, kept out of the sums.
 */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { DataNode, MapEntry, MapNode } from '../load/node.js';
import { cellSpecs, valueColumns } from '../pack/cells.js';
import { resolveColumn, resolveRow } from '../pack/names.js';
import type { SourceRange } from '../source/source.js';
import type { BandSpec, ColumnNode, RowNode, TableSpec } from '../pack/types.js';
import { missingCell, readCell } from './cell-input.js';
import type { CellFormat } from './cell-value.js';
import { keyName, readKeys, recordKeys } from './keys.js';
import type { Reading } from './reading.js';
import { ambiguousRow, unknownColumn, unknownRow } from './row-findings.js';
import { quoted, readItems, readRecord, readText, wrongShape } from './shapes.js';
import type { AddedRow, CellInput } from './types.js';

const WHERE = { zh: '增加的行', en: 'an added row' };
const WHOLE_NUMBER = { kind: 'integer', min: '0', decimals: 0 } as const;

/**
 * Reads 增加行: a list of records {id, 位于 after, 名称 label, 单位 unit, 数值 figures}. Without an id, rows are `added1`,
 * `added2` … in their order. Gives `data/added-row` where the form allows none, where 位于 or 名称 is absent, or where an
 * id is taken; and the findings of rows and cells.
 */
export function readAddedRows(table: TableSpec, entry: MapEntry | undefined, reading: Reading): readonly AddedRow[] {
  if (entry === undefined) return [];
  if (!table.addRows) {
    reading.report(addedRow(entry.key.range, `${table.label}不能增加行`, `${table.label} takes no added rows`));
    return [];
  }
  const taken = new Set(cellSpecs(reading.pack).tables.get(table.id)?.byRow.keys());
  const rows: AddedRow[] = [];
  for (const [index, item] of readItems(entry.value).entries()) {
    const record = readRecord(item, entry.key.text, reading);
    const row = record === undefined ? undefined : readAddedRow(table, record, `added${index + 1}`, reading);
    if (row === undefined) continue;
    if (taken.has(row.id) || !/^[a-z][a-z0-9_.]*$/iu.test(row.id)) {
      reading.report(
        addedRow(
          item.range,
          `增加的行的编号“${row.id}”已经用过，或含有字母、数字以外的符号`,
          `the id "${row.id}" of the added row is taken or holds other signs than letters and digits`,
        ),
      );
      continue;
    }
    taken.add(row.id);
    rows.push(row);
  }
  return rows;
}

function readAddedRow(table: TableSpec, record: MapNode, ownId: string, reading: Reading): AddedRow | undefined {
  const keys = readKeys(record, recordKeys.addedRow, WHERE, reading);
  const id = readText(keys.get('id'), reading)?.value ?? ownId;
  const label = readText(keys.get('label'), reading);
  const unit = readText(keys.get('unit'), reading)?.value;
  const afterEntry = keys.get('after');
  const after = readText(afterEntry, reading);
  if (label === undefined || after === undefined || afterEntry === undefined) {
    const names = ['label', 'after'].map((key) => `“${keyName(key, reading.pack.terms)}”`).join('和');
    reading.report(addedRow(record.range, `增加的行要写${names}`, 'an added row needs "label" and "after"'));
    return undefined;
  }
  const place = resolveRow(table, after.value);
  if (place.kind === 'unknown')
    reading.report(unknownRow({ key: asKey(after), value: afterEntry.value }, table, place.suggestions));
  if (place.kind === 'ambiguous')
    reading.report(ambiguousRow({ key: asKey(after), value: afterEntry.value }, table, place.candidates));
  if (place.kind !== 'found') return undefined;
  const band = bandOf(table, place.node);
  const columns = band === undefined ? [] : valueColumns(band);
  const cells = readFigures(table, id, label.value, unit, columns, keys.get('figures'), reading);
  return { id, after: place.node.id, label, cells, range: label.range, ...(unit === undefined ? {} : { unit }) };
}

function asKey(text: { readonly value: string; readonly range: MapEntry['key']['range'] }): MapEntry['key'] {
  return { type: 'scalar', text: text.value, style: 'plain', empty: false, range: text.range };
}

function bandOf(table: TableSpec, row: RowNode): BandSpec | undefined {
  const holds = (rows: readonly RowNode[]): boolean => rows.some((node) => node === row || holds(node.children));
  return table.bands.find((band) => holds(band.rows));
}

/** One value for a row of one column, a list in the order of the columns, or entries by column name. */
function readFigures(
  table: TableSpec,
  id: string,
  label: string,
  unit: string | undefined,
  columns: readonly ColumnNode[],
  entry: MapEntry | undefined,
  reading: Reading,
): ReadonlyMap<string, CellInput> {
  const nodes = new Map<string, DataNode>();
  const value = entry?.value;
  if (entry !== undefined && value?.type === 'map') {
    for (const item of value.entries) {
      const column = columns.find((candidate) => candidate.id === columnIdOf(table, item.key.text));
      if (column === undefined)
        reading.report(
          unknownColumn(
            item,
            undefined,
            [],
            columns.map((candidate) => candidate.label),
          ),
        );
      else nodes.set(column.id, item.value);
    }
  } else if (entry !== undefined && value !== undefined) {
    const items = readItems(value);
    if (items.length === columns.length)
      for (const [index, column] of columns.entries()) nodes.set(column.id, items[index] ?? value);
    else
      reading.report(
        wrongShape(value, quoted(entry.key.text), { zh: `${columns.length} 个数`, en: `${columns.length} figures` }),
      );
  }
  const range = entry?.key.range ?? { file: reading.source.name, start: 0, end: 0 };
  return new Map(
    columns.map((column) => {
      const address = `${table.id}/${id}/${column.id}`;
      const node = nodes.get(column.id);
      return [
        address,
        node === undefined
          ? missingCell(address, range)
          : readCell(address, node, formatOf(table, column, label, unit), reading),
      ];
    }),
  );
}

function columnIdOf(table: TableSpec, text: string): string | undefined {
  const column = resolveColumn(table, text);
  return column.kind === 'found' ? column.node.id : undefined;
}

function formatOf(table: TableSpec, column: ColumnNode, label: string, unit: string | undefined): CellFormat {
  const own = unit ?? column.unit ?? table.unit;
  const name = `${table.label}增加的行“${label}”`;
  return { name, type: column.type ?? WHOLE_NUMBER, typedUnit: false, ...(own === undefined ? {} : { unit: own }) };
}

function addedRow(range: SourceRange, zh: string, en: string): Diagnostic {
  return {
    code: 'data/added-row',
    severity: 'error',
    message: { zh: `${zh}。`, en: `${en.charAt(0).toUpperCase()}${en.slice(1)}.` },
    hint: {
      zh: '增加的行写作 {位于: 行名, 名称: 新行名, 数值: [数]}；表式不许增加行时，在表注里说明。',
      en: 'Write {after: row, label: name, figures: [figures]}; where the form allows no rows, say it in a note of the table.',
    },
    range,
  };
}
