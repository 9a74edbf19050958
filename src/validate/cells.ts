/**
 * Small facts about cells that findings are made of: place in the file, figure as text, smallest number a blank may hold.
 */
import type { Decimal } from 'decimal.js';
import type { CellInput, ReportData } from '../data/types.js';
import type { CellSpec } from '../pack/cells.js';
import { exact } from '../rule/exact.js';
import type { SourceRange } from '../source/source.js';
import type { CellValue } from '../value/value.js';

/** A cell as the file has it. */
export function cellInput(data: ReportData, address: string): CellInput | undefined {
  return data.tables.get(address.slice(0, address.indexOf('/')))?.cells.get(address);
}

/** Where a cell was written; where its table was when it was not. */
export function rangeOfCell(data: ReportData, address: string): SourceRange | undefined {
  return cellInput(data, address)?.range ?? data.tables.get(address.slice(0, address.indexOf('/')))?.range;
}

/** A value as waivers and facts write it: the figure, `/`, `—`, `空` for a blank, `未填` for an absent key. */
export function figureText(value: CellValue): string {
  switch (value.kind) {
    case 'number':
    case 'dash':
      return value.text;
    case 'slash':
      return '/';
    case 'blank':
      return '空';
    case 'missing':
      return '未填';
  }
}

/** Smallest number a blank cell may stand for; undefined where the form takes any negative number. */
export function smallestFigure(cell: CellSpec): Decimal | undefined {
  const { kind, min } = cell.type;
  if (min !== undefined) return exact(min);
  return kind === 'signed' ? undefined : exact(0);
}
