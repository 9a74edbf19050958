/**
 * Validation of the figures: computes what the file left out, then runs the pack's cell checks and formula rules. Folding and
 * waivers come later, when the findings on the document are there too. Validating twice gives the same.
 */
import type { Figures, ReportData } from '../data/types.js';
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import type { RuleSpec, TemplatePack } from '../pack/types.js';
import { appliesTo } from './applies.js';
import { checkBlanks } from './blanks.js';
import { computeFigures } from './compute.js';
import { checkJumps } from './jumps.js';
import type { PreviousReport } from './previous.js';
import { runRules } from './rules.js';
import { checkSameAsLastYear } from './same-as-last-year.js';
import type { RuleSubject } from './subject.js';
import { checkValueTypes } from './value-types.js';

export interface ValidateOptions {
  /** Last year's reports of the office or its predecessors; several are added up. */
  readonly previous?: readonly PreviousReport[];
  /** Last year's file is named, though it may not have been usable; then its absence is not told again. */
  readonly previousNamed?: boolean;
  /** As in a filing: rules take their strict severity. */
  readonly strict?: boolean;
  /** Addresses of cells already reported as unreadable: they are not told again as blanks. */
  readonly reported?: ReadonlySet<string>;
}

/**
 * Figures of a report and what the pack's rules say of them. Gives the rules' own ids, `rule/error`, `rule/no-previous`,
 * `rule/not-comparable` and `previous/wrong-year`. Checks that need the document itself are not run here.
 */
export function validate(data: ReportData, pack: TemplatePack, options: ValidateOptions = {}): Outcome<Figures> {
  const { strict = false, reported = new Set<string>() } = options;
  const given = options.previous ?? [];
  const wrong = given.filter((report) => report.data.year.value !== data.year.value - 1);
  const figures = computeFigures(data, pack);
  const subject: RuleSubject = {
    data,
    figures,
    // A sum over some of the predecessors would be wrong in every cell.
    previous: wrong.length > 0 ? [] : given,
    pack,
  };
  const rules = pack.rules
    .filter((rule) => appliesTo(rule, data.agency))
    .map((rule) => (strict ? { ...rule, severity: rule.strictSeverity ?? rule.severity } : rule));
  return {
    value: figures,
    diagnostics: [
      ...wrong.map((report) => wrongYear(report, data)),
      ...rules.flatMap((rule) => runCheck(rule, subject, reported)),
      ...runRules(rules, subject, options.previousNamed === true || given.length > 0),
    ],
  };
}

function runCheck(rule: RuleSpec, subject: RuleSubject, reported: ReadonlySet<string>): readonly Diagnostic[] {
  switch (rule.check?.name) {
    case 'blanks':
      return checkBlanks(rule, subject, reported);
    case 'value-types':
      return checkValueTypes(rule, subject);
    case 'jumps':
      return checkJumps(rule, subject);
    case 'same-as-last-year':
      return checkSameAsLastYear(rule, subject);
    default:
      return [];
  }
}

function wrongYear(report: PreviousReport, data: ReportData): Diagnostic {
  const wanted = data.year.value - 1;
  const { range, value } = report.data.year;
  return {
    code: 'previous/wrong-year',
    severity: 'error',
    message: {
      zh: `上年数据应是 ${wanted} 年的，“${range.file}”却是 ${value} 年的，跨年核对没有进行。`,
      en: `Last year's figures should be of ${wanted}, but "${range.file}" is of ${value}; cross-year rules were not checked.`,
    },
    hint: {
      zh: `请在“上年数据”里写 ${wanted} 年的数据文件。`,
      en: `Name the data file of ${wanted} under \`previous\`.`,
    },
    range,
    facts: { expected: String(wanted), actual: String(value) },
  };
}
