/**
 * The sentence that says why a rule failed, made from its formula: both sides by their official names with their figures,
 * the relation that should hold, and the difference. Words come from phrases-zh.ts and phrases-en.ts.
 */
import { evaluate, type Lookup, type Operand } from '../rule/evaluate.js';
import type { Expression } from '../rule/expression.js';
import { distance, isPoint, type ComparisonOperator, type Interval } from '../rule/interval.js';
import type { ComparisonExpression } from '../rule/operands.js';
import { decimalText } from '../value/number.js';
import { sideOf, type Side } from './sides.js';

/** How far two sides are apart; `least` when a blank may make it more. */
export interface Gap {
  readonly text: string;
  readonly least: boolean;
}

/** The words of one language. */
export interface Phrases {
  /** “甲”等 3 项之和. */
  readonly subject: (side: Side, nameOf: (operand: Operand) => string) => string;
  /** 为 4; 至少为 7. */
  readonly figure: (interval: Interval) => string;
  /** The parts of a sum in brackets; empty when there is nothing to add. */
  readonly details: (side: Side, nameOf: (operand: Operand) => string) => string;
  /** Two statements of figures in one. */
  readonly both: (left: string, right: string, operator: ComparisonOperator) => string;
  /** 两者应相等，相差 4. */
  readonly demand: (operator: ComparisonOperator, gap: Gap | undefined) => string;
  /** 应为 0; for a fixed figure. */
  readonly demandFixed: (operator: ComparisonOperator, figure: string) => string;
  /** Facts and what is wanted of them, without full stop. */
  readonly statement: (facts: string, demand: string) => string;
  /** 甲为 4，不为 0；乙为 0，这时应大于 0. */
  readonly condition: (unless: string, facts: string, demand: string) => string;
  /** Several statements of which one at least should hold. */
  readonly anyOf: (statements: readonly string[]) => string;
  /** Several statements that all fail. */
  readonly allOf: (statements: readonly string[]) => string;
  readonly previous: (name: string) => string;
  /** Puts the place in front and ends the sentence. */
  readonly sentence: (place: string | undefined, text: string) => string;
}

/** What a sentence is made in: which cells names mean, and what those are called. */
export interface SentenceContext {
  readonly lookup: Lookup;
  readonly nameOf: (operand: Operand) => string;
  readonly place?: string;
}

/** The sentence for a test (without negations) that came out false. */
export function failureSentence(test: Expression, context: SentenceContext, phrases: Phrases): string {
  return phrases.sentence(context.place, failureText(test, context, phrases));
}

function failureText(test: Expression, context: SentenceContext, phrases: Phrases): string {
  if (test.type === 'comparison') {
    const { facts, demand } = comparisonText(test, context, phrases);
    return phrases.statement(facts, demand);
  }
  if (test.type !== 'logic') return '';
  const members = membersOf(test, test.operator).filter((member) => isFalse(member, context.lookup));
  if (test.operator === 'and') return phrases.allOf(members.map((member) => failureText(member, context, phrases)));
  const [first, second] = members;
  if (members.length === 2 && first && isZeroTest(first) && second?.type === 'comparison') {
    const unless = comparisonText(first, context, phrases).facts;
    const { facts, demand } = comparisonText(second, context, phrases);
    return phrases.condition(unless, facts, demand);
  }
  return phrases.anyOf(members.map((member) => failureText(member, context, phrases)));
}

function comparisonText(
  comparison: ComparisonExpression,
  context: SentenceContext,
  phrases: Phrases,
): { readonly facts: string; readonly demand: string } {
  const nameOf = (operand: Operand): string => {
    const name = context.nameOf(operand);
    return operand.previous ? phrases.previous(name) : name;
  };
  const { operator, left, right } = fixedFigureRight(comparison);
  const sides = { left: sideOf(left, context.lookup), right: sideOf(right, context.lookup) };
  const stated = (side: Side): string =>
    phrases.subject(side, nameOf) + phrases.figure(side.interval) + phrases.details(side, nameOf);
  if (right.type === 'number') {
    return { facts: stated(sides.left), demand: phrases.demandFixed(operator, right.text) };
  }
  return {
    facts: phrases.both(stated(sides.left), stated(sides.right), operator),
    demand: phrases.demand(operator, gapOf(operator, sides.left.interval, sides.right.interval)),
  };
}

/** The difference of two sides that should be equal or in order; none where any difference would do. */
export function gapOf(operator: ComparisonOperator, left: Interval, right: Interval): Gap | undefined {
  if (operator === '!=' || operator === '<' || operator === '>') return undefined;
  return { text: decimalText(distance(left, right)), least: !isPoint(left) || !isPoint(right) };
}

const mirrored: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

function fixedFigureRight(comparison: ComparisonExpression): ComparisonExpression {
  const { left, right, operator } = comparison;
  if (left.type !== 'number' || right.type === 'number') return comparison;
  return { ...comparison, left: right, right: left, operator: mirrored[operator] };
}

function membersOf(expression: Expression, operator: 'and' | 'or'): readonly Expression[] {
  if (expression.type !== 'logic' || expression.operator !== operator) return [expression];
  return [...membersOf(expression.left, operator), ...membersOf(expression.right, operator)];
}

function isFalse(test: Expression, lookup: Lookup): boolean {
  const evaluation = evaluate(test, lookup);
  return 'truth' in evaluation && evaluation.truth === false;
}

function isZeroTest(test: Expression): test is ComparisonExpression {
  return (
    test.type === 'comparison' &&
    test.operator === '==' &&
    test.left.type === 'name' &&
    test.right.type === 'number' &&
    Number(test.right.text) === 0
  );
}
