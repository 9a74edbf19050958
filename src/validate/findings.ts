/**
 * Diagnostics of formula rules: failed, cannot check, and rule error.
 */
import type { Bilingual, Diagnostic, RelatedPlace } from '../diagnostic/diagnostic.js';
import { cellSpecs } from '../pack/cells.js';
import type { RuleSpec, TemplatePack } from '../pack/types.js';
import type { Evaluation, Lookup, Operand } from '../rule/evaluate.js';
import type { Expression } from '../rule/expression.js';
import { isPoint, type Interval } from '../rule/interval.js';
import { nameExpressions } from '../rule/operands.js';
import { decimalText } from '../value/number.js';
import type { CellValue } from '../value/value.js';
import { figureText, rangeOfCell } from './cells.js';
import { partsOf } from './compute.js';
import { cellsNamed } from './operands.js';
import { englishPhrases } from './phrases-en.js';
import { chinesePhrases } from './phrases-zh.js';
import { previousCell } from './previous.js';
import { clauseText } from './rule-diagnostic.js';
import type { RulePlace } from './scope.js';
import { failureSentence, gapOf } from './sentence.js';
import { sideOf } from './sides.js';
import type { RuleSubject } from './subject.js';

/** A rule at one place, with its test free of negations. */
export interface RuleFinding {
  readonly rule: RuleSpec;
  readonly test: Expression;
  readonly place: RulePlace;
  readonly subject: RuleSubject;
  readonly lookup: Lookup;
}

/**
 * A rule that failed: names and figures of both sides, the difference, the most suspect cell first. `facts` holds `left`,
 * `right`, `difference` and, by address, the figure of every cell the rule stands on (last year's as `prev ADDRESS`).
 */
export function failed(finding: RuleFinding, evaluation: Evaluation): Diagnostic {
  const { rule, test, place, subject, lookup } = finding;
  const suspects = bySuspicion(test, evaluation.operands, lookup);
  const context = { lookup, nameOf: (operand: Operand) => nameOf(operand, finding), ...placeName(place) };
  const cells = cellsStoodOn(suspects, subject.pack);
  return {
    code: rule.id,
    severity: rule.severity,
    message: {
      zh: failureSentence(test, context, chinesePhrases),
      en: failureSentence(test, context, englishPhrases),
    },
    hint: hintOf(rule, cells[0], subject.pack),
    ...rangeOf(cells[0], subject),
    ...(cells.length === 0 ? {} : { cells }),
    facts: { ...sideFacts(test, evaluation), ...figureFacts(evaluation.operands) },
    related: relatedPlaces(suspects, cells[0], finding),
    ...clauseOf(rule, subject),
    outcome: 'failed',
    waivable: true,
  };
}

/** A rule that blanks or marks leave open; always an info. */
export function cannotCheck(finding: RuleFinding, evaluation: Evaluation, without: readonly Operand[]): Diagnostic {
  const { rule, place, subject } = finding;
  const open = withoutWaitingTotals(without, subject);
  const cells = open.filter((operand) => !operand.previous).map((operand) => operand.address);
  const where = place.name ?? '';
  return {
    code: rule.id,
    severity: 'info',
    message: {
      zh: `无法核对${where}“${rule.title}”：${openText(open, finding, 'zh')}。`,
      en: `Cannot check “${rule.title}”${where === '' ? '' : ` for ${where}`}: ${openText(open, finding, 'en')}.`,
    },
    hint: {
      zh: '补上数字后会自动核对；确认为 0 的请填 0。',
      en: 'It is checked as soon as the figures are there; write 0 where the figure is 0.',
    },
    ...rangeOf(cells[0], subject),
    ...(cells.length === 0 ? {} : { cells }),
    facts: figureFacts(evaluation.operands),
    ...clauseOf(rule, subject),
    outcome: 'cannot-check',
  };
}

/** A total left out for the program to compute waits for its parts; it is named only when nothing else is open. */
function withoutWaitingTotals(open: readonly Operand[], { pack }: RuleSubject): readonly Operand[] {
  const { byAddress } = cellSpecs(pack);
  const others = open.filter(
    ({ address, value }) => value.kind !== 'missing' || byAddress.get(address)?.computedBy === undefined,
  );
  return others.length === 0 ? open : others;
}

/** A formula that does not fit the form. The fault of the pack, and said so. */
export function ruleError(rule: RuleSpec, error: Bilingual): Diagnostic {
  return {
    code: 'rule/error',
    severity: 'error',
    message: {
      zh: `模板里的规则 ${rule.id}“${rule.title}”有误，没有核对：${error.zh}。数据没有问题。`,
      en: `Rule ${rule.id} “${rule.title}” of the pack is wrong and was not checked: ${error.en}. The data is not at fault.`,
    },
    hint: { zh: '请告诉模板的维护者。', en: 'Tell the maintainer of the pack.' },
    facts: { rule: rule.id },
    outcome: 'rule-error',
  };
}

/**
 * Cells in the order in which a clerk should look at them: the cell that stands alone on a side (a total), then other
 * typed figures, then zeros and blanks; what the program computed and last year's figures come last.
 */
function bySuspicion(test: Expression, operands: readonly Operand[], lookup: Lookup): readonly Operand[] {
  const sides = test.type === 'comparison' ? [sideOf(test.left, lookup), sideOf(test.right, lookup)] : [];
  const alone = sides.find((side) => side.kind === 'cell')?.parts[0]?.operand?.address;
  const rank = ({ address, previous, value }: Operand): number => {
    if (previous) return 4;
    if (value.kind !== 'number') return 2;
    if (value.computed === true) return 3;
    if (address === alone) return 0;
    return value.number.isZero() ? 2 : 1;
  };
  return [...operands].sort((a, b) => rank(a) - rank(b));
}

/** This year's addresses; in place of a computed cell its parts come before it, since those can be wrong in the file. */
function cellsStoodOn(operands: readonly Operand[], pack: TemplatePack): readonly string[] {
  const own = operands.filter((operand) => !operand.previous);
  const isComputed = ({ value }: Operand): boolean => value.kind === 'number' && value.computed === true;
  const typed = own.filter((operand) => !isComputed(operand)).map((operand) => operand.address);
  const computed = own.filter(isComputed).map((operand) => operand.address);
  return [...new Set([...typed, ...computed.flatMap((address) => partAddresses(address, pack)), ...computed])];
}

function partAddresses(address: string, pack: TemplatePack): readonly string[] {
  const cell = cellSpecs(pack).byAddress.get(address);
  const table = cell && cellSpecs(pack).tables.get(cell.table.id);
  const formula = cell?.column.computed ?? cell?.row.computed;
  if (cell === undefined || table === undefined || formula === undefined) return [];
  const line = partsOf(cell, formula, table);
  return nameExpressions(formula).flatMap((name) => cellsNamed(name, line)?.map((part) => part.address) ?? []);
}

function nameOf(operand: Operand, { place, subject }: RuleFinding): string {
  const cell = cellSpecs(subject.pack).byAddress.get(operand.address);
  return cell === undefined ? operand.address : place.shortName(cell);
}

function fullName(operand: Operand, finding: RuleFinding): Bilingual {
  const cell = cellSpecs(finding.subject.pack).byAddress.get(operand.address);
  const name = cell?.name ?? operand.address;
  return operand.previous
    ? { zh: chinesePhrases.previous(name), en: englishPhrases.previous(name) }
    : { zh: name, en: name };
}

function placeName(place: RulePlace): { readonly place?: string } {
  return place.name === undefined ? {} : { place: place.name };
}

const states: Readonly<Record<CellValue['kind'], Bilingual>> = {
  number: { zh: '', en: '' },
  blank: { zh: '空白', en: 'blank' },
  missing: { zh: '未填', en: 'not filled in' },
  slash: { zh: '填的是“/”', en: 'filled with "/"' },
  dash: { zh: '填的是“—”', en: 'filled with "—"' },
};

function openText(open: readonly Operand[], finding: RuleFinding, language: 'zh' | 'en'): string {
  const phrases = language === 'zh' ? chinesePhrases : englishPhrases;
  const separator = language === 'zh' ? '、' : ', ';
  const kinds = [...new Set(open.map((operand) => operand.value.kind))];
  return kinds
    .map((kind) => {
      const names = open
        .filter((operand) => operand.value.kind === kind)
        .map((operand) => (operand.previous ? phrases.previous(nameOf(operand, finding)) : nameOf(operand, finding)));
      return `${names.join(separator)}${language === 'zh' ? '' : ' '}${states[kind][language]}`;
    })
    .join(language === 'zh' ? '，' : '; ');
}

function clauseOf(rule: RuleSpec, { pack }: RuleSubject): Pick<Diagnostic, 'clause'> {
  const clause = clauseText(pack, rule);
  return clause === undefined ? {} : { clause };
}

function rangeOf(address: string | undefined, { data }: RuleSubject): Pick<Diagnostic, 'range'> {
  const range = address === undefined ? undefined : rangeOfCell(data, address);
  return range === undefined ? {} : { range };
}

function hintOf(rule: RuleSpec, suspect: string | undefined, pack: TemplatePack): Bilingual {
  if (rule.hint !== undefined) return { zh: rule.hint, en: rule.hint };
  const name = suspect === undefined ? undefined : cellSpecs(pack).byAddress.get(suspect)?.name;
  if (name === undefined) return { zh: '请核对两年的数。', en: 'Look at the figures of both years.' };
  return { zh: `请先核对${name}，再核对其余各数。`, en: `Look at ${name} first, then at the other figures.` };
}

function sideFacts(test: Expression, { sides }: Evaluation): Readonly<Record<string, string>> {
  if (test.type !== 'comparison' || sides === undefined) return {};
  const gap = gapOf(test.operator, sides.left, sides.right);
  const difference = gap === undefined ? {} : { difference: `${gap.least ? '>=' : ''}${gap.text}` };
  return { left: intervalText(sides.left), right: intervalText(sides.right), ...difference };
}

function intervalText(interval: Interval): string {
  if (isPoint(interval)) return decimalText(interval.low);
  return interval.low.isFinite() ? `>=${decimalText(interval.low)}` : `<=${decimalText(interval.high)}`;
}

function figureFacts(operands: readonly Operand[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    operands.map(({ address, previous, value }) => [previous ? `prev ${address}` : address, figureText(value)]),
  );
}

/** Places of the other cells that have a figure to look at; the zeros of a long sum stay out. */
function relatedPlaces(
  suspects: readonly Operand[],
  head: string | undefined,
  finding: RuleFinding,
): readonly RelatedPlace[] {
  return suspects
    .filter(({ address, previous, value }) => {
      const isHead = address === head && !previous;
      return !isHead && !(value.kind === 'number' && value.number.isZero());
    })
    .map((operand) => relatedPlace(operand, finding));
}

function relatedPlace(operand: Operand, finding: RuleFinding): RelatedPlace {
  const { data, previous, pack } = finding.subject;
  const name = fullName(operand, finding);
  const figure = figureText(operand.value);
  const range = operand.previous
    ? previousCell(operand.address, previous, pack)?.ranges[0]
    : rangeOfCell(data, operand.address);
  return {
    ...(range === undefined ? {} : { range }),
    ...(operand.previous ? {} : { cell: operand.address }),
    message: { zh: `${name.zh}：${figure}`, en: `${name.en}: ${figure}` },
  };
}
