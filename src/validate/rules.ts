/**
 * Runs the formula rules of a pack over a report: each rule at each place of its scope, to one of its five ends.
 */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { RuleSpec } from '../pack/types.js';
import { evaluate, type Lookup, type Operand } from '../rule/evaluate.js';
import type { Expression } from '../rule/expression.js';
import { nameExpressions, usesPrevious, withoutNegation } from '../rule/operands.js';
import { verdictOf } from '../rule/verdict.js';
import { smallestFigure } from './cells.js';
import { cannotCheck, failed, ruleError, type RuleFinding } from './findings.js';
import { previousCell } from './previous.js';
import { placesOf, type RulePlace } from './scope.js';
import type { RuleSubject } from './subject.js';

/**
 * Runs those of the rules that have a formula. Gives the rule's own id as code when it failed (with its severity) or cannot be
 * checked (info), `rule/error` when its formula does not fit the form, and `rule/no-previous` once when cross-year rules
 * are left out for want of last year's figures.
 */
export function runRules(rules: readonly RuleSpec[], subject: RuleSubject): readonly Diagnostic[] {
  const waiting = subject.previous.length > 0 ? [] : rules.filter(needsPrevious);
  const diagnostics = rules.filter((rule) => !waiting.includes(rule)).flatMap((rule) => runRule(rule, subject));
  return waiting.length === 0 ? diagnostics : [...diagnostics, noPrevious(waiting)];
}

function needsPrevious(rule: RuleSpec): boolean {
  return rule.crossYear || (rule.test !== undefined && usesPrevious(rule.test));
}

function runRule(rule: RuleSpec, subject: RuleSubject): readonly Diagnostic[] {
  if (rule.test === undefined) return [];
  const test = withoutNegation(rule.test);
  const places = placesOf(rule.scope, subject.pack);
  if ('error' in places) return [ruleError(rule, places.error)];
  return places.flatMap((place) => runAt(rule, test, place, subject));
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
    case 'failed':
      return [failed(finding, verdict.evaluation)];
    case 'cannot-check':
      return [cannotCheck(finding, verdict.evaluation, verdict.open)];
    case 'rule-error':
      return [ruleError(rule, verdict.error)];
  }
}

/** False when last year's form has no such cell: then there is nothing to compare. */
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
