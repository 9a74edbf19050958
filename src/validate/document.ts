/**
 * Checks on the report as a document: years, period, sections, numbers, dates. Comes in: the composed tree with its data and
 * pack. Goes out: diagnostics of those rules of the pack that name one of the checks here. Never changes the tree.
 */
import type { Figures, ReportData } from '../data/types.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { TemplatePack } from '../pack/types.js';
import type { Report } from '../report/tree.js';
import { appliesTo } from './applies.js';
import type { PreviousReport } from './previous.js';
import { announcedParts } from './document/announced-parts.js';
import { documentContext, type DocumentCheck } from './document/context.js';
import { copiedText } from './document/copied-text.js';
import { documentYear } from './document/document-year.js';
import { emptySections } from './document/empty-sections.js';
import { leftoverText } from './document/leftovers.js';
import { legalBasis } from './document/legal-basis.js';
import { mustMention } from './document/must-mention.js';
import { numbering } from './document/numbering.js';
import { otherAgency } from './document/other-agency.js';
import { otherYears } from './document/other-years.js';
import { personalData } from './document/personal-data.js';
import { proseCells, proseZeros } from './document/prose/cells-check.js';
import { prosePercentages } from './document/prose/percentages.js';
import { proseRepeats } from './document/prose/repeats.js';
import { proseSums } from './document/prose/sums.js';
import { proseUnmatched } from './document/prose/unmatched.js';
import { publicationDate } from './document/publication-date.js';
import { sectionHeadings } from './document/section-headings.js';
import { statisticsPeriod } from './document/statistics-period.js';
import { typography } from './document/typography.js';
import { ruleDiagnostic } from './rule-diagnostic.js';

/** The checks by the name a rule calls them by (`check.name`). */
const checks: ReadonlyMap<string, DocumentCheck> = new Map([
  ['document-year', documentYear],
  ['statistics-period', statisticsPeriod],
  ['other-years', otherYears],
  ['section-headings', sectionHeadings],
  ['empty-sections', emptySections],
  ['numbering', numbering],
  ['must-mention', mustMention],
  ['prose-sums', proseSums],
  ['prose-percentages', prosePercentages],
  ['prose-cells', proseCells],
  ['prose-zeros', proseZeros],
  ['prose-repeats', proseRepeats],
  ['prose-unmatched', proseUnmatched],
  ['publication-date', publicationDate],
  ['announced-parts', announcedParts],
  ['legal-basis', legalBasis],
  ['typography', typography],
  ['leftover-text', leftoverText],
  ['copied-text', copiedText],
  ['other-agency', otherAgency],
  ['personal-data', personalData],
]);

/** Names that a rule may give under `check` to be looked at here. */
export const documentCheckNames: readonly string[] = [...checks.keys()];

/** More findings of one rule help nobody; a hostile text would have one in each of its lines. */
const MOST_FINDINGS = 200;

/**
 * Diagnostics of the document, rule by rule in the order of the pack. Every code is the id of the rule; all are waivable.
 * Rules that name no check of this file, or are not meant for this agency, are passed over. `figures` are those printed
 * and `previous` is last year: without them nothing in the text is compared with either.
 */
export function checkDocument(
  report: Report,
  data: ReportData,
  pack: TemplatePack,
  figures: Figures = { values: new Map() },
  previous: readonly PreviousReport[] = [],
): readonly Diagnostic[] {
  const rules = pack.rules.filter((rule) => appliesTo(rule, data.agency));
  const context = documentContext({ report, data, pack, figures, previous }, rules);
  return rules.flatMap((rule) => {
    const check = checks.get(rule.check?.name ?? '');
    const findings = check?.(context, rule).slice(0, MOST_FINDINGS) ?? [];
    return findings.map((finding) => ruleDiagnostic(rule, pack, finding));
  });
}
