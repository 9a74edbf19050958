/**
 * One root cause, one message. Findings that stand on a cell already reported are folded under that report. A
 * folded finding stays whole inside its head.
 */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { isBlankReport } from './blanks.js';
import { isYearComparison } from './compared-cells.js';
import { isTypeReport } from './value-types.js';

/** A reference of the text to a cell without a figure: a consequence of whatever is wrong with the cell. */
const NO_FIGURE = 'template/no-figure';

const weight = { error: 2, warning: 1, info: 0 } as const;

/**
 * Folds findings in three steps; what folds nowhere stays where it was.
 * 1. Under a wrong or unreadable cell: every rule that stands on it, and every reference to it. `waiting` names the cell that
 *    a total waits for. Rules that cannot be checked for such cells alone are left out.
 * 2. Failed rules under one another: the cell that most of them share is taken first (then severity, then order); the most
 *    severe of them, and of those the one that suspects this cell most, is the head.
 * 3. Rules that cannot be checked under the report of the blanks they wait for; `blankParts` names the blank cell that a
 *    total waits for.
 */
export function foldDiagnostics(
  all: readonly Diagnostic[],
  waiting: ReadonlyMap<string, string> = new Map(),
  blankParts: (blanks: ReadonlySet<string>) => ReadonlyMap<string, string> = () => new Map(),
): readonly Diagnostic[] {
  const diagnostics = withoutEchoes(all, waiting);
  const heads = new Map<Diagnostic, Diagnostic>();
  foldUnderCells(diagnostics, heads, waiting);
  const suspects = foldUnderSharedCells(diagnostics, heads);
  foldUnderBlanks(diagnostics, heads, blankParts);
  return gathered(diagnostics, heads, suspects);
}

/** A rule that cannot be checked since a cell could not be read says nothing that the report of that cell does not. */
function withoutEchoes(
  diagnostics: readonly Diagnostic[],
  waiting: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  const wrong = new Set(diagnostics.filter(isCellError).flatMap(({ cells }) => cells ?? []));
  const isWrong = (address: string): boolean => wrong.has(address) || wrong.has(waiting.get(address) ?? '');
  return diagnostics.filter(
    ({ outcome, cells = [] }) => outcome !== 'cannot-check' || cells.length === 0 || !cells.every(isWrong),
  );
}

/** Every diagnostic with those folded under it, heads first. */
export function unfoldedDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => [diagnostic, ...unfoldedDiagnostics(diagnostic.folded ?? [])]);
}

function foldUnderCells(
  diagnostics: readonly Diagnostic[],
  heads: Map<Diagnostic, Diagnostic>,
  waiting: ReadonlyMap<string, string>,
): void {
  const byCell = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics.filter(isCellError)) {
    for (const cell of diagnostic.cells ?? []) if (!byCell.has(cell)) byCell.set(cell, diagnostic);
  }
  for (const diagnostic of diagnostics.filter((candidate) => isFormulaFinding(candidate) && !isCellError(candidate))) {
    const cells = diagnostic.cells?.flatMap((address) => [address, waiting.get(address) ?? address]);
    const cell = cells?.find((address) => byCell.has(address));
    const head = cell === undefined ? undefined : byCell.get(cell);
    if (head !== undefined) heads.set(diagnostic, head);
  }
}

/** Gives, for each head, the cell that its whole group shares. */
function foldUnderSharedCells(
  diagnostics: readonly Diagnostic[],
  heads: Map<Diagnostic, Diagnostic>,
): ReadonlyMap<Diagnostic, string> {
  const suspects = new Map<Diagnostic, string>();
  let open = diagnostics.filter(
    (candidate) => isFailure(candidate) && !isCellError(candidate) && !heads.has(candidate),
  );
  for (;;) {
    const shared = largestGroup(open);
    if (shared === undefined) return suspects;
    const { cell, group } = shared;
    const head = group.reduce((best, next) => (isBetterHead(next, best, cell) ? next : best));
    for (const member of group) if (member !== head) heads.set(member, head);
    suspects.set(head, cell);
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

function foldUnderBlanks(
  diagnostics: readonly Diagnostic[],
  heads: Map<Diagnostic, Diagnostic>,
  blankParts: (blanks: ReadonlySet<string>) => ReadonlyMap<string, string>,
): void {
  const reports = diagnostics.filter(isBlankReport);
  const parts = blankParts(new Set(reports.flatMap(({ cells }) => cells ?? [])));
  for (const diagnostic of diagnostics) {
    if (diagnostic.outcome !== 'cannot-check' || heads.has(diagnostic)) continue;
    const head = reports.find((report) =>
      diagnostic.cells?.some((cell) => report.cells?.includes(parts.get(cell) ?? cell)),
    );
    if (head !== undefined) heads.set(diagnostic, head);
  }
}

function gathered(
  diagnostics: readonly Diagnostic[],
  heads: ReadonlyMap<Diagnostic, Diagnostic>,
  suspects: ReadonlyMap<Diagnostic, string>,
): readonly Diagnostic[] {
  return diagnostics
    .filter((diagnostic) => !heads.has(diagnostic))
    .map((head) => {
      const folded = diagnostics.filter((diagnostic) => heads.get(diagnostic) === head);
      if (folded.length === 0) return head;
      return { ...pointingAt(head, suspects.get(head)), folded: [...(head.folded ?? []), ...folded] };
    });
}

/** The head with the place of the cell that all of its group share, when the head itself lists that cell's figure. */
function pointingAt(head: Diagnostic, cell: string | undefined): Diagnostic {
  const place = cell === undefined ? undefined : head.related?.find((related) => related.cell === cell);
  if (cell === undefined || place?.range === undefined) return head;
  const others = head.related?.filter((related) => related !== place) ?? [];
  return {
    ...head,
    range: place.range,
    cells: [cell, ...(head.cells ?? []).filter((other) => other !== cell)],
    hint: {
      zh: `先看${place.message.zh}——这几条都与这一格有关。${head.hint?.zh ?? ''}`,
      en: `Look first at ${place.message.en}: all of these stand on that cell. ${head.hint?.en ?? ''}`.trimEnd(),
    },
    related: others,
  };
}

/** An error about one cell itself: unreadable, or of the wrong kind. Failed formulas of several cells are not. */
function isCellError(diagnostic: Diagnostic): boolean {
  if (diagnostic.severity !== 'error' || diagnostic.cells === undefined || isBlankReport(diagnostic)) return false;
  if (diagnostic.code === NO_FIGURE) return false;
  return diagnostic.outcome === undefined || isTypeReport(diagnostic);
}

function isFormulaFinding(diagnostic: Diagnostic): boolean {
  return isFailure(diagnostic) || diagnostic.outcome === 'cannot-check' || diagnostic.code === NO_FIGURE;
}

function isFailure(diagnostic: Diagnostic): boolean {
  if (isBlankReport(diagnostic) || isYearComparison(diagnostic)) return false;
  return diagnostic.outcome === 'failed' && diagnostic.waived === undefined;
}
