/**
 * What stands in the form for a cell of the data file. Comes in: the cell as printed, its value, what the form says of it.
 * Goes out: a number where it is one, else the printed text with its remark, unit or mark; nothing for a blank.
 */
import type { CellInput } from '../data/types.js';
import type { CellSpec } from '../pack/cells.js';
import type { FormulaResult } from '../sheet/model.js';
import { isDecimalText } from '../value/number.js';
import type { CellValue } from '../value/value.js';

/** Digits that spreadsheets keep of a number. */
const KEPT_DIGITS = 15;

/** The content of a cell; `printed` is what the report prints in it. */
export function formContent(
  spec: CellSpec,
  value: CellValue,
  input: CellInput | undefined,
  printed: string,
): FormulaResult {
  return printedContent(spec.typedUnit ? withUnit(value, input, printed) : printed);
}

/** The printed text of a figure's cell as a spreadsheet holds it. */
export function printedContent(text: string): FormulaResult {
  if (text.trim() === '') return { kind: 'blank' };
  return isKept(text) ? { kind: 'number', text } : { kind: 'text', text };
}

/** A figure whose unit must be typed keeps it, though the row may print it too. */
function withUnit(value: CellValue, input: CellInput | undefined, printed: string): string {
  const unit = input?.unit;
  if (value.kind !== 'number' || unit === undefined || printed.startsWith(value.text + unit)) return printed;
  return value.text + unit + printed.slice(value.text.length);
}

function isKept(text: string): boolean {
  return isDecimalText(text) && text.replace(/[-.]/gu, '').length <= KEPT_DIGITS;
}
