/**
 * What every document check looks at, derived once per report, and the shape of a check.
 */
import type { Figures, ReportData } from '../../data/types.js';
import type { RuleSpec, TemplatePack } from '../../pack/types.js';
import type { Report } from '../../report/tree.js';
import type { PreviousReport } from '../previous.js';
import type { RuleFinding } from '../rule-diagnostic.js';
import { passagesOf, type Passage } from './passages.js';
import { printedSections, type PrintedSection } from './sections.js';

/** A report with all that its text may be compared with. */
export interface CheckedReport {
  readonly report: Report;
  readonly data: ReportData;
  readonly pack: TemplatePack;
  /** As printed: computed cells are filled. */
  readonly figures: Figures;
  /** Last year's report, or those of its predecessors; empty when none is given. */
  readonly previous: readonly PreviousReport[];
}

/** A report seen for checking. */
export interface DocumentContext extends CheckedReport {
  /** Every printed line of words in reading order, statutory tables left out. */
  readonly passages: readonly Passage[];
  readonly sections: readonly PrintedSection[];
  /** Names of the built-in checks in force, so that two checks do not report one cause twice. */
  readonly checks: ReadonlySet<string>;
}

/** A built-in check: findings of one rule on one document. Pure; the options are in `rule.check`. */
export type DocumentCheck = (context: DocumentContext, rule: RuleSpec) => readonly RuleFinding[];

/** Derives the context; `rules` are those in force for this agency. */
export function documentContext(checked: CheckedReport, rules: readonly RuleSpec[]): DocumentContext {
  const statutory = new Set(checked.pack.tables.map((table) => table.id));
  return {
    ...checked,
    passages: passagesOf(checked.report.children, statutory),
    sections: printedSections(checked.report, checked.pack),
    checks: new Set(rules.flatMap((rule) => (rule.check === undefined ? [] : [rule.check.name]))),
  };
}
