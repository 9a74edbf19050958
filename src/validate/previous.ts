/**
 * Last year's figures as this year's form asks for them: adjusted, mapped from another form, summed over predecessors.
 */
import type { Decimal } from 'decimal.js';
import type { Figures, PreviousInput, ReportData } from '../data/types.js';
import { cellSpecs } from '../pack/cells.js';
import type { TemplatePack } from '../pack/types.js';
import { evaluateNumber, type Operand } from '../rule/evaluate.js';
import { exact } from '../rule/exact.js';
import type { SourceRange } from '../source/source.js';
import { decimalText, isDecimalText, numberValue } from '../value/number.js';
import type { CellValue } from '../value/value.js';
import { rangeOfCell } from './cells.js';
import { partsOf } from './compute.js';
import { cellsNamed } from './operands.js';

/** Last year's report of this office or of one of its predecessors, read and computed. */
export interface PreviousReport {
  readonly data: ReportData;
  readonly figures: Figures;
  readonly pack: TemplatePack;
  /** Corrections, each with its reason in this year's file; cells by their addresses in this year's form. */
  readonly adjust: PreviousInput['adjust'];
}

/** A cell of last year in terms of this year's form. */
export interface PreviousCell {
  readonly value: CellValue;
  /** Where last year's figures and their adjustments stand, for messages. */
  readonly ranges: readonly SourceRange[];
}

/**
 * Last year's value of a cell of this year's form. Undefined when no report is given or last year's form has no such
 * cell. A sum with an absent part is absent, never less.
 */
export function previousCell(
  address: string,
  reports: readonly PreviousReport[],
  pack: TemplatePack,
): PreviousCell | undefined {
  const cells = reports.map((report) => cellOfReport(address, report, pack));
  const known = cells.filter((cell) => cell !== undefined);
  return known.length === 0 || known.length < cells.length ? undefined : together(known);
}

/** Last year's values by address of this year's form, for texts that compare the two years. */
export function previousValueOf(
  reports: readonly PreviousReport[],
  pack: TemplatePack,
): (address: string) => CellValue | undefined {
  return (address) => previousCell(address, reports, pack)?.value;
}

function cellOfReport(address: string, report: PreviousReport, pack: TemplatePack): PreviousCell | undefined {
  const cells = mappedAddresses(address, report.pack, pack).map((source) => givenCell(source, report));
  const known = cells.filter((cell) => cell !== undefined);
  if (known.length === 0 || known.length < cells.length) return undefined;
  const { value, ranges } = together(known);
  const { by, ranges: places } = adjustmentOf(address, report, pack);
  return { value: adjusted(value, by), ranges: [...ranges, ...places] };
}

interface Adjustment {
  readonly by: Decimal;
  readonly ranges: readonly SourceRange[];
}

/** What a cell is adjusted by: as the file says, or for a total that it does not name, as the adjustments of its parts add up. */
function adjustmentOf(address: string, report: PreviousReport, pack: TemplatePack): Adjustment {
  const own = report.adjust.filter(({ cell, by }) => cell === address && isDecimalText(by));
  if (own.length > 0) {
    return {
      by: own.reduce((sum, { by }) => sum.plus(by), exact(0)),
      ranges: own.map(({ range }) => range),
    };
  }
  const none: Adjustment = { by: exact(0), ranges: [] };
  const cell = report.adjust.length === 0 ? undefined : cellSpecs(pack).byAddress.get(address);
  const table = cell === undefined ? undefined : cellSpecs(pack).tables.get(cell.table.id);
  const formula = cell?.column.computed ?? cell?.row.computed;
  if (cell === undefined || table === undefined || formula === undefined) return none;
  const line = partsOf(cell, formula, table);
  const ranges: SourceRange[] = [];
  const by = evaluateNumber(formula, (name) =>
    cellsNamed(name, line)?.map((part): Operand => {
      const adjustment = adjustmentOf(part.address, report, pack);
      ranges.push(...adjustment.ranges);
      return { address: part.address, previous: true, value: numberValue(decimalText(adjustment.by)) };
    }),
  );
  return by === undefined ? none : { by, ranges };
}

/**
 * Addresses in last year's form of a cell of this one; the same address where the pack maps nothing. They need not be cells
 * there.
 */
export function mappedAddresses(address: string, from: TemplatePack, pack: TemplatePack): readonly string[] {
  const [table = '', row = '', column = ''] = address.split('/');
  const wholeRow = `${table}/${row}/*`;
  for (const id of [...from.chain].reverse()) {
    const map = pack.mapsFrom[id];
    const mapped = map?.[address] ?? map?.[wholeRow]?.map((source) => source.replace(/\*$/u, column));
    if (mapped !== undefined) return mapped;
  }
  return [address];
}

function givenCell(address: string, report: PreviousReport): PreviousCell | undefined {
  if (!cellSpecs(report.pack).byAddress.has(address)) return undefined;
  const range = rangeOfCell(report.data, address);
  return {
    value: report.figures.values.get(address) ?? { kind: 'missing' },
    ranges: range === undefined ? [] : [range],
  };
}

function together(cells: readonly PreviousCell[]): PreviousCell {
  return { value: sumOf(cells.map(({ value }) => value)), ranges: cells.flatMap(({ ranges }) => ranges) };
}

function adjusted(value: CellValue, by: Decimal): CellValue {
  if (value.kind !== 'number' || by.isZero()) return value;
  return numberValue(decimalText(exact(value.number).plus(by)));
}

function sumOf(values: readonly CellValue[]): CellValue {
  const [first] = values;
  if (first !== undefined && values.length === 1) return first;
  const absent = values.find((value) => value.kind !== 'number');
  if (absent !== undefined) return absent;
  const numbers = values.filter((value) => value.kind === 'number');
  return numberValue(decimalText(numbers.reduce((sum, { number }) => sum.plus(number), exact(0))));
}
