/**
 * The cells of a table beside last year's, for checks that look at two years at once.
 */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { cellSpecs, type CellSpec, type TableCells } from '../pack/cells.js';
import type { CellValue } from '../value/value.js';
import { figureText } from './cells.js';
import { previousCell } from './previous.js';
import type { RuleSubject } from './subject.js';

/** A cell of this year with last year's value of it. */
export interface ComparedCell {
  readonly cell: CellSpec;
  readonly now: CellValue;
  readonly before: CellValue;
}

/**
 * Cells that last year's form has too, in printed order. Left out: changes (a figure with a sign is no quantity) and amounts
 * typed with their unit, which may differ between the years.
 */
export function comparedCells(table: TableCells, subject: RuleSubject): readonly ComparedCell[] {
  const { figures, previous, pack } = subject;
  return table.cells.flatMap((cell) => {
    if (cell.type.kind === 'signed' || cell.typedUnit) return [];
    const before = previousCell(cell.address, previous, pack)?.value;
    const now = figures.values.get(cell.address);
    return before === undefined || now === undefined ? [] : [{ cell, now, before }];
  });
}

/** The tables of the form. */
export function tablesOf({ pack }: RuleSubject): readonly TableCells[] {
  return [...cellSpecs(pack).tables.values()];
}

/** Both years' figures by address, as waivers list them. */
export function comparedFacts(compared: readonly ComparedCell[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    compared.flatMap(({ cell, now, before }) => [
      [cell.address, figureText(now)],
      [`prev ${cell.address}`, figureText(before)],
    ]),
  );
}

/** What a sentence calls a table. */
export function tableTitle({ table }: TableCells): string {
  return table.label === '' ? `“${table.name}”` : table.label;
}

/** Name of a cell inside a sentence that names its table already. */
export function nameInTable({ name, table }: CellSpec): string {
  return name.startsWith(table.label) ? name.slice(table.label.length) : name;
}

/** True for a finding on whole tables of two years: it shares cells with others, but no cause. */
export function isYearComparison(diagnostic: Diagnostic): boolean {
  return diagnostic.facts?.['compared_with_last_year'] !== undefined;
}
