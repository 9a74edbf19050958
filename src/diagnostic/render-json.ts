/**
 * Diagnostics as JSON for programs. The schema is stable: fields are added, never renamed or reused; `version` goes up if
 * a meaning ever changes.
 */
import { positionOf, type SourceRange, type SourceText } from '../source/source.js';
import { countDiagnostics, type DiagnosticCounts } from './count.js';
import type { Bilingual, Diagnostic, Severity } from './diagnostic.js';

/** A place: `line` and `column` are 1-based and count characters; the end is exclusive. */
export interface JsonPlace {
  readonly file: string;
  readonly cell?: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

export interface JsonDiagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Bilingual;
  readonly hint?: Bilingual;
  readonly place?: JsonPlace;
  readonly cells: readonly string[];
  readonly facts: Readonly<Record<string, string>>;
  readonly related: readonly { readonly place?: JsonPlace; readonly message: Bilingual }[];
  readonly clause?: string;
  readonly outcome?: 'failed' | 'cannot-check' | 'rule-error';
  readonly waived?: { readonly reason: string };
  readonly waivable: boolean;
  /** Item of the data file's waivers that would cover it, as YAML. */
  readonly waiver?: string;
  readonly folded: readonly JsonDiagnostic[];
}

export interface JsonResult {
  readonly version: 1;
  /** True when no unwaived error is among them. */
  readonly passed: boolean;
  readonly counts: DiagnosticCounts;
  readonly diagnostics: readonly JsonDiagnostic[];
}

/** The result as JSON text, two spaces a level, ending in a line end. Same input, same bytes. */
export function renderJson(diagnostics: readonly Diagnostic[], sources: ReadonlyMap<string, SourceText>): string {
  return `${JSON.stringify(jsonResult(diagnostics, sources), null, 2)}\n`;
}

/** The result as plain data, for a program that puts several results into one. */
export function jsonResult(diagnostics: readonly Diagnostic[], sources: ReadonlyMap<string, SourceText>): JsonResult {
  const counts = countDiagnostics(diagnostics);
  return {
    version: 1,
    passed: counts.error === 0,
    counts,
    diagnostics: diagnostics.map((diagnostic) => jsonDiagnostic(diagnostic, sources)),
  };
}

function jsonDiagnostic(diagnostic: Diagnostic, sources: ReadonlyMap<string, SourceText>): JsonDiagnostic {
  const { code, severity, message, hint, range, clause, outcome, waived } = diagnostic;
  return {
    code,
    severity,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(range === undefined ? {} : { place: jsonPlace(range, sources) }),
    cells: diagnostic.cells ?? [],
    facts: diagnostic.facts ?? {},
    related: (diagnostic.related ?? []).map((related) => ({
      ...(related.range === undefined ? {} : { place: jsonPlace(related.range, sources) }),
      message: related.message,
    })),
    ...(clause === undefined ? {} : { clause }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(waived === undefined ? {} : { waived }),
    waivable: diagnostic.waivable === true,
    ...(diagnostic.waiver === undefined ? {} : { waiver: diagnostic.waiver }),
    folded: (diagnostic.folded ?? []).map((child) => jsonDiagnostic(child, sources)),
  };
}

function jsonPlace(range: SourceRange, sources: ReadonlyMap<string, SourceText>): JsonPlace {
  if (range.cell !== undefined) return { file: range.file, cell: range.cell };
  const source = sources.get(range.file);
  if (source === undefined) return { file: range.file };
  const start = positionOf(source, range.start);
  const end = positionOf(source, range.end);
  return { file: range.file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
