/**
 * What a report declares of how its figures are counted: a note under the table such as 含上年度结转数量. The words are the
 * pack's (`declared` of a rule).
 */
import type { ReportData } from '../data/types.js';
import type { RuleSpec } from '../pack/types.js';

/** Counted, not counted, or nothing said (also when notes contradict one another). */
export type CountingBasis = 'included' | 'excluded' | 'unsaid';

/** Reads the notes of the rule's table and of its cells, clause by clause; `note` is the one that decides. */
export function declaredBasis(
  rule: RuleSpec,
  data: ReportData,
): { readonly basis: CountingBasis; readonly note?: string } {
  const { declared, scope } = rule;
  const table = scope.table === undefined ? undefined : data.tables.get(scope.table);
  if (declared === undefined || table === undefined) return { basis: 'unsaid' };
  const notes = [
    ...table.notes.map(({ value }) => value),
    ...[...table.cells.values()].flatMap(({ note, remark }) => [note ?? '', remark ?? '']),
  ];
  const said = new Map<CountingBasis, string>();
  for (const note of notes) {
    for (const clause of note.split(/[，,；;。\n]/u)) {
      const has = (words: readonly string[]): boolean => words.some((word) => clause.includes(word));
      if (!has(declared.about)) continue;
      if (has(declared.excluded)) said.set('excluded', note);
      else if (has(declared.included)) said.set('included', note);
    }
  }
  const [only] = said;
  return only === undefined || said.size > 1 ? { basis: 'unsaid' } : { basis: only[0], note: only[1] };
}
