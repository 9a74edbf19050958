/**
 * Runs the formula rules of a pack over a report: each rule at each place of its scope, to one of its five ends.
 */
import type { Bilingual, Diagnostic } from '../diagnostic/diagnostic.js';
import type { RuleSpec } from '../pack/types.js';
import { evaluate, type Lookup, type Operand } from '../rule/evaluate.js';
import type { Expression } from '../rule/expression.js';
import { nameExpressions, usesPrevious, withoutNegation } from '../rule/operands.js';
import { verdictOf } from '../rule/verdict.js';
import { smallestFigure } from './cells.js';
import { declaredBasis } from './declared-basis.js';
import { cannotCheck, failed, ruleError, type RuleFinding } from './findings.js';
import { previousCell } from './previous.js';
import { secondReading } from './readings.js';
import { placesOf, type RulePlace } from './scope.js';
import type { RuleSubject } from './subject.js';

/**
 * Runs those of the rules that have a formula. Gives the rule's own id as code when it failed (with its severity) or cannot be
 * checked (info), `rule/error` when its formula does not fit the form, `rule/no-previous` once when cross-year rules are
 * left out for want of last year's figures (not when `previousNamed`: whoever could not use them has said so), and
 * `rule/not-comparable` once when last year's form lacks their cells.
 */
export function runRules(
  rules: readonly RuleSpec[],
  subject: RuleSubject,
  previousNamed: boolean,
): readonly Diagnostic[] {
  const crossYear = rules.filter(needsPrevious);
  const waiting = subject.previous.length > 0 ? [] : crossYear;
  const lacking = subject.previous.length === 0 ? [] : crossYear.filter((rule) => isNotComparable(rule, subject));
  return [
    ...rules.filter((rule) => !waiting.includes(rule)).flatMap((rule) => runRule(rule, subject)),
    ...(waiting.length === 0 || previousNamed ? [] : [noPrevious(waiting)]),
    ...(lacking.length === 0 ? [] : [notComparable(lacking, subject)]),
  ];
}

function needsPrevious(rule: RuleSpec): boolean {
  return rule.crossYear || (rule.test !== undefined && usesPrevious(rule.test));
}

/** True when no place of the rule has all its cells in last year's form. */
function isNotComparable({ test, scope }: RuleSpec, subject: RuleSubject): boolean {
  const places = placesOf(scope, subject.pack);
  if (test === undefined || 'error' in places) return false;
  return places.length > 0 && places.every((place) => !hasPreviousCells(test, place, subject));
}

function runRule(rule: RuleSpec, subject: RuleSubject): readonly Diagnostic[] {
  if (rule.test === undefined) return [];
  const { basis, note } = declaredBasis(rule, subject.data);
  if (basis === 'excluded') return [];
  const declared = basis === 'included' && rule.declared !== undefined ? rule.declared : undefined;
  const test = withoutNegation(rule.test);
  const places = placesOf(rule.scope, subject.pack);
  if ('error' in places) return [ruleError(rule, places.error)];
  const found = places.flatMap((place) =>
    runAt(declared === undefined ? rule : { ...rule, severity: declared.severity }, test, place, subject),
  );
  return note === undefined ? found : found.map((diagnostic) => asDeclared(diagnostic, note));
}

/** The finding with the note that makes it certain. */
function asDeclared(diagnostic: Diagnostic, note: string): Diagnostic {
  return diagnostic.outcome === 'failed'
    ? withEnding(diagnostic, { zh: `表注写明“${note}”`, en: `the note under the table says "${note}"` })
    : diagnostic;
}

/** The finding with a further statement before the full stop. */
function withEnding(diagnostic: Diagnostic, { zh, en }: Bilingual): Diagnostic {
  const { message } = diagnostic;
  return {
    ...diagnostic,
    message: {
      zh: `${message.zh.replace(/。$/u, '')}；${zh.replace(/。(?=”?$)/u, '')}。`,
      en: `${message.en.replace(/\.$/u, '')}; ${en}.`,
    },
  };
}

function runAt(rule: RuleSpec, test: Expression, place: RulePlace, subject: RuleSubject): readonly Diagnostic[] {
  if (!hasPreviousCells(test, place, subject)) return [];
  const lookup = lookupAt(place, subject);
  const verdict = verdictOf(evaluate(test, lookup));
  const finding: RuleFinding = { rule, test, place, subject, lookup };
  switch (verdict.end) {
    case 'passed':
    case 'not-applicable':
      return [];
    case 'failed': {
      const second = secondReading(rule, test, lookup, subject.data);
      if (second?.holds === true) return [];
      const told = failed(finding, verdict.evaluation);
      return [second === undefined ? told : withEnding(told, second.text)];
    }
    case 'cannot-check':
      return [cannotCheck(finding, verdict.evaluation, verdict.open)];
    case 'rule-error':
      return [ruleError(rule, verdict.error)];
  }
}

/** False when last year's form has no such cell: then there is nothing to compare, and nothing is guessed. */
function hasPreviousCells(test: Expression, place: RulePlace, { previous, pack }: RuleSubject): boolean {
  return nameExpressions(test)
    .filter((name) => name.previous)
    .flatMap((name) => place.cells(name) ?? [])
    .every((cell) => previousCell(cell.address, previous, pack) !== undefined);
}

function lookupAt(place: RulePlace, { figures, previous, pack }: RuleSubject): Lookup {
  return (name) =>
    place.cells(name)?.map((cell): Operand => {
      const min = smallestFigure(cell);
      const value = name.previous
        ? previousCell(cell.address, previous, pack)?.value
        : figures.values.get(cell.address);
      return {
        address: cell.address,
        previous: name.previous,
        value: value ?? { kind: 'missing' },
        ...(min === undefined ? {} : { min }),
      };
    });
}

function noPrevious(rules: readonly RuleSpec[]): Diagnostic {
  const ids = rules.map((rule) => rule.id);
  return {
    code: 'rule/no-previous',
    severity: 'info',
    message: {
      zh: `没有上年数据，${ids.length} 条跨年核对规则没有检查：${ids.join('、')}。`,
      en: `Without last year's figures ${ids.length} cross-year rules were not checked: ${ids.join(', ')}.`,
    },
    hint: {
      zh: '请在“上年数据”里写上年数据文件的路径。',
      en: "Name last year's data file under `previous`.",
    },
    facts: { rules: ids.join(' ') },
  };
}

function notComparable(rules: readonly RuleSpec[], { previous }: RuleSubject): Diagnostic {
  const forms = [...new Set(previous.map(({ pack }) => pack.name))];
  const titles = rules.map((rule) => `“${rule.title}”`);
  const range = previous[0]?.data.year.range;
  return {
    code: 'rule/not-comparable',
    severity: 'info',
    message: {
      zh: `上年用的表式（${forms.join('、')}）没有相应的格，不能与今年比较：${titles.join('、')}没有核对。`,
      en: `Last year's form (${forms.join(', ')}) has no such cells, so these rules were not checked: ${rules.map(({ id }) => id).join(', ')}.`,
    },
    hint: {
      zh: '请人工核对这几项与上年报告是否相接；格式换了的头一年都会有这条提示。',
      en: 'Compare them with last year by hand; this is told in the first year of a new form.',
    },
    ...(range === undefined ? {} : { range }),
    facts: { rules: rules.map(({ id }) => id).join(' ') },
  };
}
