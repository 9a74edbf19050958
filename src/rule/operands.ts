/**
 * What a formula speaks of, and its form without negations.
 */
import type { Expression } from './expression.js';
import type { ComparisonOperator } from './interval.js';

export type NameExpression = Extract<Expression, { readonly type: 'name' }>;
export type ComparisonExpression = Extract<Expression, { readonly type: 'comparison' }>;

/** Every name in a formula, in the order written; a name used twice is there twice. */
export function nameExpressions(expression: Expression): readonly NameExpression[] {
  switch (expression.type) {
    case 'number':
      return [];
    case 'name':
      return [expression];
    case 'call':
      return expression.args.flatMap(nameExpressions);
    case 'not':
      return nameExpressions(expression.operand);
    case 'arithmetic':
    case 'comparison':
    case 'logic':
      return [...nameExpressions(expression.left), ...nameExpressions(expression.right)];
  }
}

/** The different names of a formula as examples write them: `r1`, `r3.3.*`, and `prev.r4` for last year's. */
export function operandNames(expression: Expression): readonly string[] {
  return [...new Set(nameExpressions(expression).map(exampleKey))];
}

/** A name as the examples of a rule write it. */
export function exampleKey(name: NameExpression): string {
  return name.previous ? `prev.${name.name}` : name.name;
}

/** True when the formula needs last year's figures. */
export function usesPrevious(expression: Expression): boolean {
  return nameExpressions(expression).some((name) => name.previous);
}

const opposites: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};

/** The same test without `not`: negations are moved into the comparisons, so that each one states what is wanted. */
export function withoutNegation(expression: Expression): Expression {
  return pushed(expression, false);
}

function pushed(expression: Expression, negated: boolean): Expression {
  switch (expression.type) {
    case 'not':
      return pushed(expression.operand, !negated);
    case 'comparison':
      return negated ? { ...expression, operator: opposites[expression.operator] } : expression;
    case 'logic': {
      const operator = negated ? (expression.operator === 'and' ? 'or' : 'and') : expression.operator;
      return {
        ...expression,
        operator,
        left: pushed(expression.left, negated),
        right: pushed(expression.right, negated),
      };
    }
    default:
      return expression;
  }
}
