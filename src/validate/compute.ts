/**
 * Fills the cells that the form computes and the file left out (totals). What the file gives is kept and checked by rules.
 */
import type { Figures, ReportData } from '../data/types.js';
import { cellSpecs, type CellSpec, type TableCells } from '../pack/cells.js';
import type { TemplatePack } from '../pack/types.js';
import { evaluateNumber, type Operand } from '../rule/evaluate.js';
import type { Expression } from '../rule/expression.js';
import { decimalText, numberValue } from '../value/number.js';
import type { CellValue } from '../value/value.js';
import { cellsNamed } from './operands.js';

const missing: CellValue = { kind: 'missing' };

/**
 * Figures of a report: every cell of the form and of added rows by address. A missing computed cell is filled when all
 * its parts are figures; columns (totals across) before rows (totals down), again until nothing more can be filled. A
 * total with an absent part stays `missing`: it is never counted as if the part were 0.
 */
export function computeFigures(data: ReportData, pack: TemplatePack): Figures {
  const values = givenValues(data, pack);
  const tables = [...cellSpecs(pack).tables.values()];
  let filled: boolean;
  do {
    filled = false;
    for (const table of tables) {
      for (const cell of table.cells) filled = fill(values, cell, cell.column.computed, table) || filled;
      for (const cell of table.cells) filled = fill(values, cell, cell.row.computed, table) || filled;
    }
  } while (filled);
  return { values };
}

function givenValues(data: ReportData, pack: TemplatePack): Map<string, CellValue> {
  const values = new Map<string, CellValue>();
  for (const cell of cellSpecs(pack).byAddress.values()) {
    values.set(cell.address, data.tables.get(cell.table.id)?.cells.get(cell.address)?.value ?? missing);
  }
  for (const table of data.tables.values()) {
    for (const row of table.added) for (const [address, cell] of row.cells) values.set(address, cell.value);
  }
  return values;
}

function fill(
  values: Map<string, CellValue>,
  cell: CellSpec,
  formula: Expression | undefined,
  table: TableCells,
): boolean {
  if (formula === undefined || values.get(cell.address)?.kind !== 'missing') return false;
  const line = partsOf(cell, formula, table);
  const number = evaluateNumber(formula, (name) =>
    cellsNamed(name, line)?.map((part): Operand => ({
      address: part.address,
      previous: false,
      value: values.get(part.address) ?? missing,
    })),
  );
  if (number === undefined) return false;
  values.set(cell.address, numberValue(decimalText(number), true));
  return true;
}

/** The cells a computed cell is made of, by the names its formula uses: those of its row, or of its column. */
export function partsOf(cell: CellSpec, formula: Expression, table: TableCells): ReadonlyMap<string, CellSpec> {
  return formula === cell.column.computed
    ? new Map(table.byRow.get(cell.row.id)?.map((part) => [part.column.id, part]))
    : new Map(table.byColumn.get(cell.column.id)?.map((part) => [part.row.id, part]));
}
