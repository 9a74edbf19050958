/**
 * A workbook as the bytes of an Excel file. Comes in: the model. Goes out: the same bytes for the same workbook, wherever
 * and whenever it is written; no clock, no random ids. The one place that writes through hucre.
 */
import { writeXlsx as hucreWrite, type Cell, type DataValidation, type WriteSheet } from 'hucre/xlsx';
import { safeUnzip } from '../archive/zip-read.js';
import { canonicalZip } from '../archive/zip-write.js';
import { styleOf } from './looks.js';
import type { FormulaResult, Sheet, SheetCell, Workbook } from './model.js';
import { withNoteBoxes } from './note-boxes.js';
import { cellName } from './places.js';

/** Margins in inches, as spreadsheets keep them. */
const MARGINS = { top: 0.75, bottom: 0.75, left: 0.6, right: 0.6, header: 0.3, footer: 0.3 };

/** Who made the file, without the version of anything. */
const APPLICATION =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">' +
  '<Application>nianbao</Application></Properties>';

/** Writes an Excel file. The workbook is the program's own; one that cannot be written is a bug and throws. */
export async function writeXlsx(workbook: Workbook): Promise<Uint8Array> {
  const date = new Date(`${workbook.date}T00:00:00Z`);
  const { title, author, subject } = workbook;
  const bytes = await hucreWrite({
    sheets: workbook.sheets.map((sheet) => writeSheet(sheet, workbook)),
    defaultFont: { name: workbook.fonts.text, size: 10.5, charset: 134 },
    properties: {
      title,
      created: date,
      modified: date,
      ...(author === undefined ? {} : { creator: author, lastModifiedBy: author }),
      ...(subject === undefined ? {} : { subject }),
    },
  });
  const unpacked = safeUnzip(bytes, title).value;
  if (unpacked === undefined) throw new Error('the spreadsheet library wrote no archive');
  const parts = new Map<string, Uint8Array | string>([...unpacked, ['docProps/app.xml', APPLICATION]]);
  for (const [index, sheet] of workbook.sheets.entries()) {
    const path = `xl/drawings/vmlDrawing${index + 1}.vml`;
    const drawing = unpacked.get(path);
    if (drawing !== undefined) parts.set(path, withNoteBoxes(new TextDecoder().decode(drawing), sheet));
  }
  return canonicalZip([...parts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function writeSheet(sheet: Sheet, workbook: Workbook): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  for (const cell of sheet.cells) putCell(cells, cell, workbook);
  const rows = Math.max(0, ...sheet.cells.map((cell) => cell.row + (cell.rowSpan ?? 1)));
  return {
    name: sheet.name,
    columns: sheet.widths.map((width) => ({ width })),
    rows: Array.from({ length: rows }, () => []),
    cells,
    merges: sheet.cells.filter(isMerged).map((cell) => ({
      startRow: cell.row,
      startCol: cell.column,
      endRow: cell.row + (cell.rowSpan ?? 1) - 1,
      endCol: cell.column + (cell.columnSpan ?? 1) - 1,
    })),
    dataValidations: sheet.cells.flatMap(validationOf),
    rowDefs: new Map([...(sheet.heights ?? [])].map(([row, height]) => [row, { height }])),
    pageSetup: {
      paperSize: 'a4',
      orientation: sheet.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: MARGINS,
      horizontalCentered: true,
      ...(sheet.repeatRows === undefined
        ? {}
        : { printTitlesRow: `$${sheet.repeatRows[0] + 1}:$${sheet.repeatRows[1] + 1}` }),
    },
    view: { showGridLines: false },
    ...headerFooter(sheet),
    ...(sheet.hidden === true ? { hidden: true } : {}),
    ...(sheet.freeze === undefined ? {} : { freezePane: sheet.freeze }),
    ...(sheet.protected === true
      ? { protection: { sheet: true, formatColumns: true, formatRows: true, selectLockedCells: true } }
      : {}),
  };
}

/** `&` begins a code in headers and is doubled to be itself. */
function headerFooter({ header, footer }: Sheet): Pick<WriteSheet, 'headerFooter'> {
  if (header === undefined && footer === undefined) return {};
  const line = (text: string): string => `&C${text.replaceAll('&', '&&').replaceAll('{page}', '&P')}`;
  return {
    headerFooter: {
      ...(header === undefined ? {} : { oddHeader: line(header) }),
      ...(footer === undefined ? {} : { oddFooter: line(footer) }),
    },
  };
}

function isMerged(cell: SheetCell): boolean {
  return (cell.rowSpan ?? 1) > 1 || (cell.columnSpan ?? 1) > 1;
}

/** Covered places carry the style too: a merged area draws the lines of all its cells. */
function putCell(cells: Map<string, Partial<Cell>>, cell: SheetCell, { fonts }: Workbook): void {
  const style = styleOf(cell, fonts);
  for (let row = cell.row; row < cell.row + (cell.rowSpan ?? 1); row++) {
    for (let column = cell.column; column < cell.column + (cell.columnSpan ?? 1); column++) {
      cells.set(`${row},${column}`, { style, value: null });
    }
  }
  cells.set(`${cell.row},${cell.column}`, {
    ...contentOf(cell),
    style,
    ...(cell.comment === undefined ? {} : { comment: { author: '', text: cell.comment } }),
  });
}

function contentOf({ value }: SheetCell): Partial<Cell> {
  if (value.kind !== 'formula') return { value: plainValue(value) };
  return { value: null, type: 'formula', formula: value.formula, formulaResult: plainValue(value.result) ?? '' };
}

function plainValue(value: FormulaResult): string | number | null {
  switch (value.kind) {
    case 'blank':
      return null;
    case 'number':
      return Number(value.text);
    case 'text':
      return value.text;
  }
}

function validationOf(cell: SheetCell): readonly DataValidation[] {
  const { validation } = cell;
  if (validation === undefined) return [];
  const range = cellName(cell.row, cell.column);
  const common = {
    range,
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: '请核对',
    errorMessage: validation.message,
    errorStyle: validation.style,
  };
  if (validation.kind === 'list') return [{ ...common, type: 'list', values: [...(validation.values ?? [])] }];
  const least = validation.min ?? '-999999999999999';
  return [{ ...common, type: validation.kind, operator: 'greaterThanOrEqual', formula1: least }];
}
