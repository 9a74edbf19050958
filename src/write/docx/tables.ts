/**
 * Tables: a fixed grid as wide as the text, real `gridSpan` and `vMerge`, head rows that repeat, rows that never split (R-35,
 * Covered slots of a cell over several rows become `vMerge` continue cells of our own, since the ones docx adds
 * carry Normal's 16 pt paragraph.
 */
import {
  BorderStyle,
  HeightRule,
  type IBorderOptions,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import { type Grid, gridOf, type GridRow } from '../../report/grid.js';
import type { TableLook } from '../../report/style.js';
import type { Cell, Row, Table as ReportTable } from '../../report/tree.js';
import { type DocxContext, notRendered, printableText } from './context.js';
import { keepFlags } from './keep-rows.js';
import { eighthPoints, type PageTwips, twipsOfPoints } from './measures.js';
import { bookmarked, inlineRuns } from './runs.js';
import { type CellTextKind, cellStyleName, fixedStyleIds } from './style-names.js';
import { columnTwips, fitTable, type TableFit } from './table-fit.js';

/** What stands around a table, as far as it decides whether both fit one page. */
export interface TableNeighbours {
  /** Estimated height in twips of what is kept on the table's page: headings above, notes below. */
  readonly height: number;
  readonly noteFollows: boolean;
}

/** Everything the rows of one table share. */
interface TableState {
  readonly table: ReportTable;
  readonly lookName: string;
  readonly look: TableLook;
  readonly fit: TableFit;
  readonly widths: readonly number[];
  readonly bodyStart: number;
  readonly context: DocxContext;
}

/** The table, or undefined when it has no rows or its spans do not resolve (`report/grid`), which is then reported. */
export function wordTable(
  table: ReportTable,
  page: PageTwips,
  neighbours: TableNeighbours,
  context: DocxContext,
): Table | undefined {
  const what = { zh: table.name, en: `The table ${table.name}` };
  const { value: grid, diagnostics } = gridOf(table);
  diagnostics.forEach((diagnostic) => context.report(diagnostic));
  if (grid === undefined || grid.rows.length === 0 || grid.columns === 0) {
    const why =
      grid === undefined
        ? { zh: '格子对不齐', en: 'its cells do not fit together' }
        : { zh: '表中没有行', en: 'it has no rows' };
    context.report(notRendered(what, why, table.origin));
    return undefined;
  }
  const lookName = table.look in context.style.tables ? table.look : 'plain';
  const look = context.style.tables[lookName];
  if (look === undefined) {
    context.report(notRendered(what, { zh: '样式中没有表格的格式', en: 'the style has no look for it' }, table.origin));
    return undefined;
  }
  const widths = columnTwips(table.widths, page.textWidth);
  const fit = fitTable(grid, widths, look, page.textHeight - neighbours.height);
  if (look.onePage && !fit.fits) context.report(splitNotice(table, look));
  context.describeTable({
    name: printableText(table.name, context, table.origin),
    summary: printableText(table.summary, context, table.origin),
  });
  const state: TableState = { table, lookName, look, fit, widths, bodyStart: grid.bodyStart, context };
  return build(grid, state, keepFlags(grid, fit, page.textHeight, neighbours.noteFollows));
}

function splitNotice(table: ReportTable, look: TableLook) {
  return {
    code: 'docx/table-split',
    severity: 'info',
    message: {
      zh: `${table.name}缩到${look.minSize}磅仍排不进一页，在 Word 中将跨页并重复表头。`,
      en: `${table.name} does not fit one page even at ${look.minSize} pt; in Word it runs on and repeats its head rows.`,
    },
    ...(table.origin === undefined ? {} : { range: table.origin }),
  } as const;
}

function build(grid: Grid, state: TableState, keep: readonly boolean[]): Table {
  const { look, fit, widths, table } = state;
  const sides = twipsOfPoints(look.paddingX);
  const ends = twipsOfPoints(fit.paddingY);
  const outer = border(look.outerBorder);
  const inner = border(look.innerBorder);
  return new Table({
    style: fixedStyleIds.tableGrid,
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    indent: { size: 0, type: WidthType.DXA },
    borders: { top: outer, bottom: outer, left: outer, right: outer, insideHorizontal: inner, insideVertical: inner },
    margins: { marginUnitType: WidthType.DXA, top: ends, bottom: ends, left: sides, right: sides },
    tableLook: {
      firstRow: table.head.length > 0,
      firstColumn: table.stub > 0,
      lastRow: false,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
    rows: grid.rows.map((row, index) => wordRow(row, index, keep[index] === true, state)),
  });
}

function border(points: number): IBorderOptions {
  return { style: BorderStyle.SINGLE, size: eighthPoints(points), space: 0, color: 'auto' };
}

function wordRow({ row, slots }: GridRow, index: number, keepNext: boolean, state: TableState): TableRow {
  const cells: TableCell[] = [];
  slots.forEach((slot, column) => {
    if (slot.kind === 'origin') cells.push(originCell(slot.cell, row, { index, column, keepNext }, state));
    // A cell above covers this slot: its left edge becomes one continue cell, as wide as the cell above.
    else if (slot.row < index && slot.column === column) {
      const span = slots.filter((s) => s.kind === 'covered' && s.row === slot.row && s.column === column).length;
      cells.push(continueCell(column, span, keepNext, state));
    }
  });
  return new TableRow({
    children: cells,
    cantSplit: true,
    ...(index < state.bodyStart ? { tableHeader: true } : {}),
    height: { value: twipsOfPoints(state.fit.minRowHeight), rule: HeightRule.ATLEAST },
  });
}

interface CellPlace {
  readonly index: number;
  readonly column: number;
  readonly keepNext: boolean;
}

function originCell(cell: Cell, row: Row, place: CellPlace, state: TableState): TableCell {
  const { look, context, table } = state;
  const kind = cellTextKind(cell);
  const roles = { text: look.font, head: look.headFont, note: look.noteFont };
  const runLook = {
    role: roles[kind],
    bold: cell.bold === true || (row.kind === 'category' && look.boldCategories),
    ...ownSize(state),
  };
  const runs = context.comments.around(cell, inlineRuns(cell.children, runLook, context));
  const isFirst = place.index === 0 && place.column === 0;
  return new TableCell({
    children: [
      cellParagraph(isFirst ? bookmarked(table.id, runs, context) : runs, kind, place.keepNext, state, {
        alignment: cell.align,
        ...(cell.indent === undefined ? {} : { indent: { left: twipsOfPoints(cell.indent * state.fit.size) } }),
      }),
    ],
    width: cellWidth(place.column, cell.columnSpan, state),
    verticalAlign: VerticalAlignTable.CENTER,
    ...(cell.columnSpan > 1 ? { columnSpan: cell.columnSpan } : {}),
    ...(cell.rowSpan > 1 ? { verticalMerge: VerticalMergeType.RESTART } : {}),
    ...shading(cell, row, look),
  });
}

function continueCell(column: number, columnSpan: number, keepNext: boolean, state: TableState): TableCell {
  return new TableCell({
    children: [cellParagraph([], 'text', keepNext, state, {})],
    width: cellWidth(column, columnSpan, state),
    verticalMerge: VerticalMergeType.CONTINUE,
    ...(columnSpan > 1 ? { columnSpan } : {}),
  });
}

function cellWidth(column: number, columnSpan: number, state: TableState) {
  const size = state.widths.slice(column, column + columnSpan).reduce((a, b) => a + b, 0);
  return { size, type: WidthType.DXA };
}

function cellTextKind(cell: Cell): CellTextKind {
  if (cell.note === true) return 'note';
  return cell.kind === 'columnHead' || cell.kind === 'corner' || cell.kind === 'band' ? 'head' : 'text';
}

/** Size on the run only where the one-page fit chose another than the style's. */
function ownSize({ fit, look }: TableState): { readonly size?: number } {
  return fit.size === look.size ? {} : { size: fit.size };
}

function cellParagraph(
  children: readonly ParagraphChild[],
  kind: CellTextKind,
  keepNext: boolean,
  state: TableState,
  more: Pick<IParagraphOptions, 'alignment' | 'indent'>,
): Paragraph {
  const { fit, look, lookName } = state;
  const fitted = {
    spacing: { before: 0, after: 0, line: twipsOfPoints(look.lineHeight * fit.size), lineRule: 'atLeast' },
    run: { size: fit.size * 2 },
  } as const;
  return new Paragraph({
    children,
    style: cellStyleName(lookName, kind).id,
    ...(keepNext ? { keepNext: true } : {}),
    ...(fit.size === look.size ? {} : fitted),
    ...more,
  });
}

function shading(cell: Cell, row: Row, look: TableLook) {
  const isHead = cell.kind !== 'value' && (row.kind === 'head' || row.kind === 'band');
  if (look.headFill === undefined || !isHead) return {};
  return { shading: { type: ShadingType.CLEAR, color: 'auto', fill: look.headFill.replace('#', '') } };
}
