/**
 * Built-in check `same-as-last-year`: a table, or a row of several figures, that repeats last year's to the digit and was
 * perhaps never brought up to date.
 */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { rowTitle } from '../pack/cell-name.js';
import type { TableCells } from '../pack/cells.js';
import type { RuleSpec } from '../pack/types.js';
import type { CellValue } from '../value/value.js';
import { rangeOfCell } from './cells.js';
import { comparedCells, comparedFacts, tablesOf, tableTitle, type ComparedCell } from './compared-cells.js';
import { optionNumber } from './option-number.js';
import { ruleDiagnostic } from './rule-diagnostic.js';
import type { RuleSubject } from './subject.js';

/**
 * One finding for each table. Options: `distinct` (3), how many different figures other than 0 a table must repeat;
 * `distinct_in_row` (4), how many a single row must when the table as a whole differs. Totals do not count.
 */
export function checkSameAsLastYear(rule: RuleSpec, subject: RuleSubject): readonly Diagnostic[] {
  const distinct = optionNumber(rule, 'distinct', 3);
  const inRow = optionNumber(rule, 'distinct_in_row', 4);
  return tablesOf(subject).flatMap((table) => {
    const compared = comparedCells(table, subject).filter(({ cell }) => cell.computedBy === undefined);
    if (isRepeated(compared, distinct)) return [wholeTable(rule, table, compared, subject)];
    const rows = [...byRow(compared).values()].filter((row) => isRepeated(row, inRow));
    return rows.length === 0 ? [] : [someRows(rule, table, rows, subject)];
  });
}

function byRow(compared: readonly ComparedCell[]): ReadonlyMap<string, readonly ComparedCell[]> {
  const rows = new Map<string, ComparedCell[]>();
  for (const one of compared) {
    const row = rows.get(one.cell.row.id);
    if (row === undefined) rows.set(one.cell.row.id, [one]);
    else row.push(one);
  }
  return rows;
}

function isRepeated(compared: readonly ComparedCell[], distinct: number): boolean {
  if (!compared.every(({ now, before }) => isSame(now, before))) return false;
  const figures = compared.flatMap(({ now }) =>
    now.kind === 'number' && !now.number.isZero() ? [now.number.toFixed()] : [],
  );
  return new Set(figures).size >= distinct;
}

function isSame(now: CellValue, before: CellValue): boolean {
  if (now.kind === 'number') return before.kind === 'number' && now.number.eq(before.number);
  return now.kind === before.kind;
}

function wholeTable(
  rule: RuleSpec,
  table: TableCells,
  compared: readonly ComparedCell[],
  subject: RuleSubject,
): Diagnostic {
  const title = tableTitle(table);
  const whole = compared.length === table.cells.filter(({ computedBy }) => computedBy === undefined).length;
  return finding(rule, compared, subject, {
    zh: `${title}${whole ? '' : '能与上年比较的'} ${compared.length} 格与上年完全相同，可能还没有更新。`,
    en: `All ${compared.length} cells of ${title}${whole ? '' : ' that can be compared'} repeat last year's; the table may not be up to date.`,
  });
}

function someRows(
  rule: RuleSpec,
  table: TableCells,
  rows: readonly (readonly ComparedCell[])[],
  subject: RuleSubject,
): Diagnostic {
  const names = rows.flatMap(([first]) =>
    first === undefined ? [] : [`“${rowTitle(table.table, first.cell.rowPath).replaceAll(/[“”]/gu, '')}”`],
  );
  return finding(rule, rows.flat(), subject, {
    zh: `${tableTitle(table)}有 ${rows.length} 行各数与上年完全相同，可能还没有更新：${names.join('、')}。`,
    en: `${rows.length} rows of ${tableTitle(table)} repeat last year's figures and may not be up to date: ${names.join(', ')}.`,
  });
}

function finding(
  rule: RuleSpec,
  compared: readonly ComparedCell[],
  subject: RuleSubject,
  message: Diagnostic['message'],
): Diagnostic {
  const [first] = compared;
  return ruleDiagnostic(rule, subject.pack, {
    message,
    range: first === undefined ? undefined : rangeOfCell(subject.data, first.cell.address),
    cells: compared.map(({ cell }) => cell.address),
    facts: { compared_with_last_year: String(compared.length), ...comparedFacts(compared) },
  });
}
