/**
 * Built-in check `jumps`: figures that are many times last year's, or a small part of it. Often right, and worth a look.
 */
import type { Decimal } from 'decimal.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { TableCells } from '../pack/cells.js';
import type { RuleSpec } from '../pack/types.js';
import { exact } from '../rule/exact.js';
import { rangeOfCell, figureText } from './cells.js';
import {
  comparedCells,
  comparedFacts,
  nameInTable,
  tablesOf,
  tableTitle,
  type ComparedCell,
} from './compared-cells.js';
import { optionNumber } from './option-number.js';
import { ruleDiagnostic } from './rule-diagnostic.js';
import type { RuleSubject } from './subject.js';

/** Most cells a sentence names; `cells` lists them all. */
const NAMED_CELLS = 5;

interface Thresholds {
  /** How many times the smaller figure the larger one must be. */
  readonly factor: Decimal;
  /** Smaller figures count as this many, so that 1 against 12 is no jump. */
  readonly least: Decimal;
  /** From or to 0: the other figure must be this large. */
  readonly fromZero: Decimal;
}

/**
 * One finding for each table with jumps. Options: `factor` (10), `least` (20), `from_zero` (100). A total is left out where
 * one of its parts jumps.
 */
export function checkJumps(rule: RuleSpec, subject: RuleSubject): readonly Diagnostic[] {
  const thresholds: Thresholds = {
    factor: exact(optionNumber(rule, 'factor', 10)),
    least: exact(optionNumber(rule, 'least', 20)),
    fromZero: exact(optionNumber(rule, 'from_zero', 100)),
  };
  return tablesOf(subject).flatMap((table) => {
    const jumps = comparedCells(table, subject).filter((compared) => isJump(compared, thresholds));
    const told = jumps.filter((jump) => !jumps.some((other) => isPartOf(other, jump)));
    return told.length === 0 ? [] : [report(rule, table, told, subject)];
  });
}

function isJump({ now, before }: ComparedCell, { factor, least, fromZero }: Thresholds): boolean {
  if (now.kind !== 'number' || before.kind !== 'number') return false;
  const [small, large] = now.number.lt(before.number) ? [now.number, before.number] : [before.number, now.number];
  if (small.isZero()) return large.gte(fromZero);
  return large.gte(factor.times(small.lt(least) ? least : small));
}

/** True when `part` stands in the row or column that `total` adds up. */
function isPartOf(part: ComparedCell, total: ComparedCell): boolean {
  if (part === total) return false;
  const { computedBy, row, column } = total.cell;
  return computedBy === 'row'
    ? part.cell.row.id === row.id
    : computedBy === 'column' && part.cell.column.id === column.id;
}

function report(rule: RuleSpec, table: TableCells, jumps: readonly ComparedCell[], subject: RuleSubject): Diagnostic {
  const [first] = jumps;
  const listed = jumps.slice(0, NAMED_CELLS);
  const more = jumps.length > listed.length;
  const zh = listed.map(
    ({ cell, now, before }) => `${nameInTable(cell)}上年 ${figureText(before)}，今年 ${figureText(now)}`,
  );
  const en = listed.map(({ cell, now, before }) => `${nameInTable(cell)} ${figureText(before)} -> ${figureText(now)}`);
  return ruleDiagnostic(rule, subject.pack, {
    message: {
      zh: `${tableTitle(table)}有 ${jumps.length} 格与上年相差悬殊：${zh.join('；')}${more ? '；等' : ''}。`,
      en: `${jumps.length} cells of ${tableTitle(table)} are far from last year's: ${en.join('; ')}${more ? '; …' : ''}.`,
    },
    range: first === undefined ? undefined : rangeOfCell(subject.data, first.cell.address),
    cells: jumps.map(({ cell }) => cell.address),
    facts: { compared_with_last_year: String(jumps.length), ...comparedFacts(jumps) },
  });
}
