/**
 * What every document check looks at, derived once per report, and the shape of a check.
 */
import type { ReportData } from '../../data/types.js';
import type { RuleSpec, TemplatePack } from '../../pack/types.js';
import type { Report } from '../../report/tree.js';
import type { RuleFinding } from '../rule-diagnostic.js';
import { passagesOf, type Passage } from './passages.js';
import { printedSections, type PrintedSection } from './sections.js';

/** A report seen for checking. */
export interface DocumentContext {
  readonly report: Report;
  readonly data: ReportData;
  readonly pack: TemplatePack;
  /** Every printed line of words in reading order, statutory tables left out. */
  readonly passages: readonly Passage[];
  readonly sections: readonly PrintedSection[];
  /** Names of the built-in checks in force, so that two checks do not report one cause twice. */
  readonly checks: ReadonlySet<string>;
}

/** A built-in check: findings of one rule on one document. Pure; the options are in `rule.check`. */
export type DocumentCheck = (context: DocumentContext, rule: RuleSpec) => readonly RuleFinding[];

/** Derives the context; `rules` are those in force for this agency. */
export function documentContext(
  report: Report,
  data: ReportData,
  pack: TemplatePack,
  rules: readonly RuleSpec[],
): DocumentContext {
  const statutory = new Set(pack.tables.map((table) => table.id));
  return {
    report,
    data,
    pack,
    passages: passagesOf(report.children, statutory),
    sections: printedSections(report, pack),
    checks: new Set(rules.flatMap((rule) => (rule.check === undefined ? [] : [rule.check.name]))),
  };
}
