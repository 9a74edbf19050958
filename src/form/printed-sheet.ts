/**
 * The sheet of one statutory table as it is printed: values only, no formulas, nothing to fill in. Comes in: the table with
 * its places, and marks for single cells. Goes out: the sheet model, for the published workbook and for reports of a check.
 */
import type { CellRole, Sheet, SheetCell } from '../sheet/model.js';
import { decimalPlaces } from '../value/number.js';
import { printedContent } from './cell-content.js';
import type { FormCell, FormSheet } from './layout.js';
import { columnWidths, labelLook, lineCell, rowHeights, textValue } from './measures.js';

/** What a reader is told of a cell. */
export interface CellMark {
  readonly role?: CellRole;
  readonly comment?: string;
}

/** Character widths around a number in its cell. */
const ROOM = 2;

export function printedSheet(form: FormSheet, markOf: (address: string) => CellMark = () => ({})): Sheet {
  const { tableRows, spec } = form;
  const table = form.cells.map((cell) => printedCell(cell, markOf));
  const widths = wideEnough(columnWidths(form), table);
  const cells = [...form.lines.map((line) => lineCell(line, form.columns)), ...table];
  const hasHead = tableRows.body > tableRows.start;
  return {
    name: form.name,
    orientation: spec.page,
    widths,
    heights: rowHeights(cells, widths),
    cells,
    ...(hasHead
      ? {
          repeatRows: [tableRows.start, tableRows.body - 1] as const,
          freeze: { rows: tableRows.body, columns: 0 },
        }
      : {}),
  };
}

/** A figure is a number with as many digits after the point as it is printed with; one too long for that is told. */
function printedCell(form: FormCell, markOf: (address: string) => CellMark): SheetCell {
  const { cell, text } = form;
  if (cell.address === undefined) return { ...labelLook(form), value: textValue(text) };
  const value = printedContent(text);
  const mark = markOf(cell.address);
  const remarks = [mark.comment, isLongNumber(text) && value.kind === 'text' ? TOO_LONG : undefined];
  const comment = remarks.filter((remark) => remark !== undefined).join('\n');
  return {
    ...labelLook(form),
    value,
    ...(value.kind === 'number' ? { decimals: decimalPlaces(value.text) } : {}),
    ...(mark.role === undefined ? {} : { role: mark.role }),
    ...(comment === '' ? {} : { comment }),
  };
}

const TOO_LONG = '这个数超过15位，电子表格会改掉后面的数字，所以按文本保存。';

function isLongNumber(text: string): boolean {
  return /^-?\d+(?:\.\d+)?$/u.test(text);
}

/** A number that does not fit is shown as ####: its column is widened. */
function wideEnough(widths: readonly number[], cells: readonly SheetCell[]): readonly number[] {
  const needed = new Map<number, number>();
  for (const { value, column, columnSpan = 1 } of cells) {
    if (value.kind !== 'number' || columnSpan > 1) continue;
    needed.set(column, Math.max(needed.get(column) ?? 0, value.text.length + ROOM));
  }
  return widths.map((width, column) => Math.max(width, needed.get(column) ?? 0));
}
