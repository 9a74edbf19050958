/** Tables as written to tables as the program uses them: what is left out is derived, formulas are parsed, trees get levels. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Expression } from '../rule/expression.js';
import { parseFormula } from './formulas.js';
import type { Placed } from './shape.js';
import type { BandFields, ColumnFields, RowFields, TableFields, ValueTypeFields } from './table-schema.js';
import type { BandSpec, ColumnNode, RowNode, TableSpec, ValueType } from './types.js';

/** What the rows of a table inherit from it. */
interface RowDefaults {
  readonly table: TableFields;
  readonly diagnostics: Diagnostic[];
}

/** Builds a table. Gives `pack/formula` for computed rows and columns that do not parse. */
export function buildTable(table: TableFields, diagnostics: Diagnostic[]): TableSpec {
  const { id, label, aliases, name, unit, look, page, newPage, orientation, stub, widths, addRows } = table;
  return {
    id: id.value,
    label,
    aliases,
    name,
    ...(unit === undefined ? {} : { unit }),
    before: table.before.map((line) => ({ role: line.role, template: line.text.value })),
    notes: table.notes.map((note) => note.value),
    signoff: table.signoff,
    look: look.value,
    page,
    newPage,
    orientation,
    stub,
    widths: widths.value,
    bands: table.bands.map((band) => buildBand(band, { table, diagnostics })),
    addRows,
  };
}

function buildBand(band: BandFields, defaults: RowDefaults): BandSpec {
  const { id, heading, corner, cornerNote, repeatHead } = band;
  return {
    id: id.value,
    ...(heading === undefined ? {} : { heading }),
    ...(corner === undefined ? {} : { corner }),
    cornerNote,
    repeatHead,
    columns: band.columns.value.map((column) => buildColumn(column, defaults.diagnostics)),
    rows: band.rows.map((row) => buildRow(row, 0, defaults)),
  };
}

function buildColumn(column: ColumnFields, diagnostics: Diagnostic[]): ColumnNode {
  const { label, unit, value, kind, span, typedUnit } = column;
  const computed = formulaOf(column.computed, diagnostics);
  return {
    id: column.id?.value ?? '',
    label,
    ...(unit === undefined ? {} : { unit }),
    ...(value === undefined ? {} : { type: buildType(value) }),
    kind,
    span,
    ...(computed === undefined ? {} : { computed }),
    ...(typedUnit === undefined ? {} : { typedUnit }),
    children: column.children.map((child) => buildColumn(child, diagnostics)),
  };
}

function buildRow(row: RowFields, level: number, defaults: RowDefaults): RowNode {
  const { number, prefix, name, note, code, unit, ofWhich, typedUnit, law, aggregate } = row;
  const { table, diagnostics } = defaults;
  // In nested tables and across a parent only groups its rows; in an outline it is a line of its own and may hold a figure.
  const groups = row.rows.length > 0 && (table.stub.layout === 'nested' || table.orientation === 'across');
  const kind = row.kind ?? (groups ? 'heading' : 'value');
  const computed = formulaOf(row.computed, diagnostics);
  return {
    id: row.id.value,
    number,
    prefix,
    name,
    ...(note === undefined ? {} : { note }),
    label: number + prefix + name + (note === undefined ? '' : `（${note}）`),
    ...(code === undefined ? {} : { code }),
    ...(unit === undefined ? {} : { unit }),
    ...(kind === 'heading' ? {} : { type: buildType({ ...table.value, ...row.value }) }),
    kind,
    ...(kind === 'heading' && table.headingMark !== undefined ? { mark: table.headingMark } : {}),
    level,
    indent: row.indent ?? 0,
    bold: row.bold ?? false,
    ofWhich,
    ...(computed === undefined ? {} : { computed }),
    typedUnit,
    ...(law === undefined ? {} : { law }),
    aggregate,
    children: row.rows.map((child) => buildRow(child, level + 1, defaults)),
  };
}

function buildType(value: ValueTypeFields): ValueType {
  if (value.type === 'signed') return { kind: 'signed', decimals: value.decimals ?? 0 };
  // Two decimals are what 万元 is usually given to; a form that says otherwise says so.
  const decimals = value.type === 'decimal' ? (value.decimals ?? 2) : 0;
  return { kind: value.type, min: value.min ?? '0', decimals };
}

function formulaOf(written: Placed<string> | undefined, diagnostics: Diagnostic[]): Expression | undefined {
  return written === undefined ? undefined : parseFormula(written, 'number', diagnostics);
}
