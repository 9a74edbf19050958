/**
 * One root cause, one message. Findings that stand on a cell already reported are folded under that report. Nothing
 * is lost: a folded finding stays whole inside its head.
 */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { isBlankReport } from './blanks.js';
import { isTypeReport } from './value-types.js';

const weight = { error: 2, warning: 1, info: 0 } as const;

/**
 * Folds findings in three steps; what folds nowhere stays where it was.
 * 1. Under a wrong or unreadable cell: every rule that stands on it.
 * 2. Failed rules under one another: the cell that most of them share is taken first (then severity, then order); the most
 *    severe of them, and of those the one that suspects this cell most, is the head.
 * 3. Rules that cannot be checked under the report of the blanks they wait for.
 */
export function foldDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const heads = new Map<Diagnostic, Diagnostic>();
  foldUnderCells(diagnostics, heads);
  foldUnderSharedCells(diagnostics, heads);
  foldUnderBlanks(diagnostics, heads);
  return gathered(diagnostics, heads);
}

/** Every diagnostic with those folded under it, heads first. */
export function unfoldedDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => [diagnostic, ...unfoldedDiagnostics(diagnostic.folded ?? [])]);
}

function foldUnderCells(diagnostics: readonly Diagnostic[], heads: Map<Diagnostic, Diagnostic>): void {
  const byCell = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics.filter(isCellError)) {
    for (const cell of diagnostic.cells ?? []) if (!byCell.has(cell)) byCell.set(cell, diagnostic);
  }
  for (const diagnostic of diagnostics.filter((candidate) => isFormulaFinding(candidate) && !isCellError(candidate))) {
    const cell = diagnostic.cells?.find((address) => byCell.has(address));
    const head = cell === undefined ? undefined : byCell.get(cell);
    if (head !== undefined) heads.set(diagnostic, head);
  }
}

function foldUnderSharedCells(diagnostics: readonly Diagnostic[], heads: Map<Diagnostic, Diagnostic>): void {
  let open = diagnostics.filter(
    (candidate) => isFailure(candidate) && !isCellError(candidate) && !heads.has(candidate),
  );
  for (;;) {
    const shared = largestGroup(open);
    if (shared === undefined) return;
    const { cell, group } = shared;
    const head = group.reduce((best, next) => (isBetterHead(next, best, cell) ? next : best));
    for (const member of group) if (member !== head) heads.set(member, head);
    open = open.filter((candidate) => !group.includes(candidate));
  }
}

/** More severe, or as severe and more suspicious of the shared cell. */
function isBetterHead(next: Diagnostic, best: Diagnostic, cell: string): boolean {
  if (next.severity !== best.severity) return weight[next.severity] > weight[best.severity];
  return (next.cells?.indexOf(cell) ?? 0) < (best.cells?.indexOf(cell) ?? 0);
}

interface Shared {
  readonly cell: string;
  readonly group: readonly Diagnostic[];
}

/** The findings on the cell that most of them stand on; undefined when no cell has two. */
function largestGroup(open: readonly Diagnostic[]): Shared | undefined {
  const byCell = new Map<string, Diagnostic[]>();
  for (const diagnostic of open) {
    for (const cell of diagnostic.cells ?? []) {
      const group = byCell.get(cell);
      if (group === undefined) byCell.set(cell, [diagnostic]);
      else group.push(diagnostic);
    }
  }
  let best: Shared | undefined;
  for (const [cell, group] of byCell) {
    if (group.length > 1 && (best === undefined || isLarger(group, best.group))) best = { cell, group };
  }
  return best;
}

function isLarger(group: readonly Diagnostic[], than: readonly Diagnostic[]): boolean {
  return group.length === than.length ? severityOf(group) > severityOf(than) : group.length > than.length;
}

function severityOf(group: readonly Diagnostic[]): number {
  return Math.max(...group.map((diagnostic) => weight[diagnostic.severity]));
}

function foldUnderBlanks(diagnostics: readonly Diagnostic[], heads: Map<Diagnostic, Diagnostic>): void {
  const reports = diagnostics.filter(isBlankReport);
  for (const diagnostic of diagnostics) {
    if (diagnostic.outcome !== 'cannot-check' || heads.has(diagnostic)) continue;
    const head = reports.find((report) => diagnostic.cells?.some((cell) => report.cells?.includes(cell)));
    if (head !== undefined) heads.set(diagnostic, head);
  }
}

function gathered(
  diagnostics: readonly Diagnostic[],
  heads: ReadonlyMap<Diagnostic, Diagnostic>,
): readonly Diagnostic[] {
  return diagnostics
    .filter((diagnostic) => !heads.has(diagnostic))
    .map((head) => {
      const folded = diagnostics.filter((diagnostic) => heads.get(diagnostic) === head);
      return folded.length === 0 ? head : { ...head, folded: [...(head.folded ?? []), ...folded] };
    });
}

/** An error about one cell itself: unreadable, or of the wrong kind. Failed formulas of several cells are not. */
function isCellError(diagnostic: Diagnostic): boolean {
  if (diagnostic.severity !== 'error' || diagnostic.cells === undefined || isBlankReport(diagnostic)) return false;
  return diagnostic.outcome === undefined || isTypeReport(diagnostic);
}

function isFormulaFinding(diagnostic: Diagnostic): boolean {
  return isFailure(diagnostic) || diagnostic.outcome === 'cannot-check';
}

function isFailure(diagnostic: Diagnostic): boolean {
  return diagnostic.outcome === 'failed' && diagnostic.waived === undefined && !isBlankReport(diagnostic);
}
