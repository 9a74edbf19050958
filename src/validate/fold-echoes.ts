/**
 * Findings that only repeat what another stage has told already, put under it: figures and sections that are missing
 * because their names could not be read.
 */
import type { Diagnostic } from '../diagnostic/diagnostic.js';

/** Findings about a table that could not be read at all. */
const lostTables: ReadonlySet<string> = new Set(['data/unknown-table', 'data/unknown-row']);

/**
 * References to figures that are not there have one cause: the table is unread or not filled yet. They stand under the
 * finding that lost the table, else under the first of them. Cells that are `explained` by a finding of their own are
 * left to the folding of cells.
 */
export function foldMissingFigures(
  diagnostics: readonly Diagnostic[],
  explained: (address: string) => boolean,
): readonly Diagnostic[] {
  const missing = diagnostics.filter((d) => d.code === 'template/no-figure' && d.cells?.some(explained) !== true);
  const head = diagnostics.find((d) => lostTables.has(d.code)) ?? missing[0];
  const below = missing.filter((d) => d !== head);
  if (head === undefined || below.length === 0) return diagnostics;
  return diagnostics
    .filter((d) => !below.includes(d))
    .map((d) => (d === head ? { ...d, folded: [...(d.folded ?? []), ...below] } : d));
}

/** As many unknown sections as missing ones are the same sections under a wrong name: told once. */
export function foldMissingSections(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const unknown = diagnostics.filter((d) => d.code === 'data/unknown-section');
  const missing = diagnostics.filter((d) => d.facts?.['missing_section'] !== undefined);
  if (unknown.length === 0 || unknown.length !== missing.length) return diagnostics;
  return diagnostics
    .filter((d) => !missing.includes(d))
    .map((d) => {
      const below = missing[unknown.indexOf(d)];
      return below === undefined ? d : { ...d, folded: [...(d.folded ?? []), below] };
    });
}
