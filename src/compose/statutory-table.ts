/**
 * A statutory table of the form with the figures of the report. Comes in: the table of the pack, the table of the data file,
 * the figures. Goes out: a Table with all spans derived from the trees. Which words and which order is the pack's matter.
 */
import { cellContent, type CellSource } from './cell-content.js';
import { acrossHeadNodes, columnHeadNodes, headDepth, headRows } from './column-head.js';
import { wordOf, type ComposeContext } from './context.js';
import { officeRows, type OfficeRows } from './office-rows.js';
import { stubLines, type Line } from './stub.js';
import type { CellInput, TableInput } from '../data/types.js';
import { printedColumns } from '../pack/cells.js';
import type { BandSpec, ColumnNode, RowNode, TableSpec } from '../pack/types.js';
import type { Cell, Row, Table } from '../report/tree.js';

/** Composes one table; a form without any figure in the data file is printed with empty cells. */
export function statutoryTable(spec: TableSpec, context: ComposeContext): Table {
  const input = context.data.tables.get(spec.id);
  const build = spec.orientation === 'across' ? acrossBand : rowsBand;
  const parts = spec.bands.map((band) => build({ spec, band, input, context }));
  const [first] = parts;
  // Only the first band can head the whole table; heads of later bands stand where their band begins.
  const repeated = first !== undefined && (spec.bands[0]?.repeatHead === true || spec.orientation === 'across');
  const body = parts.flatMap((part, index) =>
    index === 0 && repeated ? part.lines : [...part.head, ...kept(part.lines, part.head.length > 0)],
  );
  return {
    type: 'table',
    id: spec.id,
    name: [spec.label, spec.name].filter((word) => word !== '').join(' '),
    summary: summaryOf(spec),
    look: spec.look,
    widths: spec.widths,
    stub: spec.stub.columns,
    head: repeated ? first.head : [],
    body,
    page: spec.page,
    ...(input === undefined ? {} : { origin: input.range }),
  };
}

interface BandSource {
  readonly spec: TableSpec;
  readonly band: BandSpec;
  readonly input: TableInput | undefined;
  readonly context: ComposeContext;
}

interface BandRows {
  readonly head: readonly Row[];
  readonly lines: readonly Row[];
}

function rowsBand(source: BandSource): BandRows {
  const { spec, band, input } = source;
  const office = officeRows(band, input);
  const lines = stubLines(office.rows, spec.stub).map((line) => dataRow(line, office, source));
  return { head: [...bandHeading(spec, band), ...bandHead(spec, band)], lines: afterCategories(lines) };
}

function bandHeading(spec: TableSpec, band: BandSpec): readonly Row[] {
  if (band.heading === undefined || band.heading === '') return [];
  const children = [{ type: 'text', value: band.heading } as const];
  return [
    {
      kind: 'band',
      cells: [{ kind: 'band', children, columnSpan: spec.widths.length, rowSpan: 1, align: 'center' }],
    },
  ];
}

function bandHead(spec: TableSpec, band: BandSpec): readonly Row[] {
  const nodes = columnHeadNodes(band.columns);
  const underHeading = band.heading !== undefined && band.heading !== '';
  return headRows(nodes).map((cells, index) => ({
    kind: 'head',
    cells: index === 0 && spec.stub.columns > 0 ? [corner(spec, band, headDepth(nodes)), ...cells] : cells,
    ...(underHeading || index > 0 ? { keepWithPrevious: true } : {}),
  }));
}

function corner(spec: TableSpec, band: BandSpec, rowSpan: number): Cell {
  const text = band.corner ?? '';
  return {
    kind: 'corner',
    children: text === '' ? [] : [{ type: 'text', value: text }],
    columnSpan: spec.stub.columns,
    rowSpan,
    align: band.cornerNote ? 'left' : 'center',
    ...(band.cornerNote ? { note: true } : {}),
  };
}

function dataRow(line: Line, office: OfficeRows, source: BandSource): Row {
  const { row } = line;
  const cells = printedColumns(source.band).map((column) => bodyCell(row, column, office, source));
  const isCategory = row.bold || (row.kind === 'heading' && row.level === 0 && source.spec.stub.layout === 'outline');
  return { kind: isCategory ? 'category' : 'data', cells: [...withPlace(line.stub, row, source), ...cells] };
}

/** Own labels and added rows point at the author's line. */
function withPlace(stub: readonly Cell[], row: RowNode, { input }: BandSource): readonly Cell[] {
  const origin = input?.labels.get(row.id)?.range ?? input?.added.find((added) => added.id === row.id)?.label.range;
  const last = stub.at(-1);
  return origin === undefined || last === undefined ? stub : [...stub.slice(0, -1), { ...last, origin }];
}

function bodyCell(row: RowNode, column: ColumnNode, office: OfficeRows, source: BandSource): Cell {
  if (row.kind === 'heading' || column.kind !== 'value') {
    const text = row.kind === 'heading' ? (row.mark?.[column.kind] ?? '') : attributeOf(row, column.kind);
    return plainCell('attribute', text, column.span);
  }
  return valueCell(row, column, office, source);
}

function attributeOf(row: RowNode, kind: 'code' | 'unit' | 'value'): string {
  if (kind === 'value') return '';
  return row[kind] ?? '';
}

function valueCell(row: RowNode, column: ColumnNode, office: OfficeRows, source: BandSource): Cell {
  const { spec, context, input } = source;
  const address = `${spec.id}/${row.id}/${column.id}`;
  const cell = office.added.get(row.id)?.cells.get(address) ?? input?.cells.get(address);
  const content: CellSource = {
    address,
    value: context.figures.values.get(address) ?? cell?.value ?? { kind: 'missing' },
    input: cell,
    printedUnit: printedUnit(row, column, source),
    words: {
      open: wordOf(context.pack, 'open_bracket'),
      close: wordOf(context.pack, 'close_bracket'),
      ofWhich: wordOf(context.pack, 'of_which'),
      separator: wordOf(context.pack, 'list_separator'),
    },
  };
  return {
    ...plainCell('value', '', column.span),
    children: cellContent(content),
    address,
    ...originOf(cell),
  };
}

/** The unit a reader finds in the row or the head; where the form leaves it to the office, only what the row prints counts. */
function printedUnit(row: RowNode, column: ColumnNode, { spec, band }: BandSource): string | undefined {
  const unit = column.unit ?? row.unit ?? spec.unit;
  const inColumn = printedColumns(band).some((other) => other.kind === 'unit');
  const open = column.typedUnit ?? row.typedUnit;
  if (!open || (inColumn && row.unit !== undefined)) return inColumn ? (row.unit ?? unit) : unit;
  return unit !== undefined && column.label.includes(unit) ? unit : undefined;
}

/** Table four: the rows are groups of columns, and all figures stand on one line. */
function acrossBand({ spec, band, input, context }: BandSource): BandRows {
  const source: BandSource = { spec, band, input, context };
  const none: OfficeRows = { rows: band.rows, added: new Map() };
  const labelled = officeRows(band, input === undefined ? undefined : { ...input, added: [] }).rows;
  const head = headRows(acrossHeadNodes(labelled, band.columns)).map((cells, index): Row => ({
    kind: 'head',
    cells,
    ...(index > 0 ? { keepWithPrevious: true } : {}),
  }));
  const cells = leafRows(band.rows).flatMap((row) =>
    printedColumns(band).map((column) => bodyCell(row, column, none, source)),
  );
  return { head, lines: [{ kind: 'data', cells }] };
}

function leafRows(rows: readonly RowNode[]): readonly RowNode[] {
  return rows.flatMap((row) => (row.children.length === 0 ? [row] : leafRows(row.children)));
}

/** The first row under a category line, or under a band's head, stays with it. */
function afterCategories(rows: readonly Row[]): readonly Row[] {
  return rows.map((row, index) => (rows[index - 1]?.kind === 'category' ? { ...row, keepWithPrevious: true } : row));
}

function kept(rows: readonly Row[], underHead: boolean): readonly Row[] {
  return rows.map((row, index) => (index === 0 && underHead ? { ...row, keepWithPrevious: true } : row));
}

function plainCell(kind: 'attribute' | 'value', text: string, span: number): Cell {
  const children = text === '' ? [] : [{ type: 'text', value: text } as const];
  return { kind, children, columnSpan: Math.max(1, span), rowSpan: 1, align: 'center' };
}

function originOf(cell: CellInput | undefined): Pick<Cell, 'origin'> {
  return cell === undefined ? {} : { origin: cell.range };
}

/** What a listener is told before the cells: the columns and the main rows, in the form's own words. */
function summaryOf(spec: TableSpec): string {
  const columns = spec.bands.flatMap((band) => band.columns.map((column) => column.label));
  const rows = spec.bands.flatMap((band) => band.rows.map((row) => row.number + row.name));
  const list = (labels: readonly string[]): string => [...new Set(labels)].filter((label) => label !== '').join('、');
  return [spec.name, list(columns), list(rows)].filter((part) => part !== '').join('；');
}
