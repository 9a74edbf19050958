/**
 * How many findings there are, for the verdict.
 */
import type { Diagnostic, Severity } from './diagnostic.js';

/** Unwaived findings by severity, and waived ones. */
export type DiagnosticCounts = Readonly<Record<Severity | 'waived', number>>;

/**
 * Counts findings. One with folded ones counts once, at its own severity, but as an error when an unwaived error
 * is folded under it, so that the count agrees with `hasErrors`.
 */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): DiagnosticCounts {
  const counts = { error: 0, warning: 0, info: 0, waived: 0 };
  for (const diagnostic of diagnostics) {
    const foldedError = diagnostic.folded !== undefined && countDiagnostics(diagnostic.folded).error > 0;
    if (foldedError) counts.error += 1;
    else counts[diagnostic.waived === undefined ? diagnostic.severity : 'waived'] += 1;
  }
  return counts;
}
