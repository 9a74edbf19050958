/**
 * Figures of the new year that last year's report decides. What follows from what is said by the pack's cross-year rules:
 * `r2 == prev(r4)` gives r2; `in_force == prev(in_force) + issued - repealed` gives only how it will come about.
 */
import { cellSpecs } from '../pack/cells.js';
import type { RuleSpec, TemplatePack } from '../pack/types.js';
import { evaluateNumber, type Operand } from '../rule/evaluate.js';
import type { Expression } from '../rule/expression.js';
import { nameExpressions, type NameExpression } from '../rule/operands.js';
import { figureText } from '../validate/cells.js';
import { previousCell, type PreviousReport } from '../validate/previous.js';
import { placesOf, type RulePlace } from '../validate/scope.js';
import { decimalText } from '../value/number.js';

export interface ExpectedFigures {
  /** Address -> decimal text of what last year alone decides. */
  readonly known: ReadonlyMap<string, string>;
  /** Address -> 现行有效件数 = 上年 734 + 本年制发件数 - 本年废止件数, for what this year's figures decide as well. */
  readonly formulas: ReadonlyMap<string, string>;
}

/** Reads the cross-year equations of the pack; cells that last year's form lacks are left out. */
export function expectedFigures(pack: TemplatePack, last: readonly PreviousReport[]): ExpectedFigures {
  const known = new Map<string, string>();
  const formulas = new Map<string, string>();
  for (const rule of pack.rules) {
    const equation = equationOf(rule);
    const places = placesOf(rule.scope, pack);
    if (equation === undefined || 'error' in places) continue;
    for (const place of places) {
      const [cell] = place.cells(equation.left) ?? [];
      if (cell === undefined || cell.computedBy !== undefined) continue;
      const { address } = cell;
      if (equation.lastYearOnly) {
        const number = evaluateNumber(equation.right, (name) => operandsOf(name, place, last, pack));
        if (number !== undefined) known.set(address, decimalText(number));
      } else {
        const text = textOf(equation.right, (name) => termOf(name, place, address, last, pack));
        if (text !== undefined) formulas.set(address, `${cell.column.label} = ${text}`);
      }
    }
  }
  return { known, formulas };
}

interface Equation {
  readonly left: NameExpression;
  readonly right: Expression;
  readonly lastYearOnly: boolean;
}

/** A rule of the form `cell == something with last year's figures`. */
function equationOf({ test }: RuleSpec): Equation | undefined {
  if (test?.type !== 'comparison' || test.operator !== '==' || test.left.type !== 'name' || test.left.previous)
    return undefined;
  const names = nameExpressions(test.right);
  if (!names.some(({ previous }) => previous)) return undefined;
  return { left: test.left, right: test.right, lastYearOnly: names.every(({ previous }) => previous) };
}

function operandsOf(
  name: NameExpression,
  place: RulePlace,
  last: readonly PreviousReport[],
  pack: TemplatePack,
): readonly Operand[] | undefined {
  return place.cells(name)?.map(({ address }) => ({
    address,
    previous: true,
    value: previousCell(address, last, pack)?.value ?? { kind: 'missing' },
  }));
}

/** A term of a formula in words; undefined when last year's figure is not there. */
function termOf(
  name: NameExpression,
  place: RulePlace,
  target: string,
  last: readonly PreviousReport[],
  pack: TemplatePack,
): string | undefined {
  const [cell] = place.cells(name) ?? [];
  if (cell === undefined) return undefined;
  if (!name.previous) return cell.column.label;
  const value = previousCell(cell.address, last, pack)?.value;
  if (value?.kind !== 'number') return undefined;
  return cell.address === target ? `上年 ${figureText(value)}` : `上年${cell.column.label} ${figureText(value)}`;
}

function textOf(expression: Expression, term: (name: NameExpression) => string | undefined): string | undefined {
  if (expression.type === 'number') return expression.text;
  if (expression.type === 'name') return term(expression);
  if (expression.type !== 'arithmetic') return undefined;
  const [left, right] = [textOf(expression.left, term), textOf(expression.right, term)];
  return left === undefined || right === undefined ? undefined : `${left} ${expression.operator} ${right}`;
}

/** True when any cell of the form has a counterpart in last year's. */
export function isComparable(pack: TemplatePack, last: readonly PreviousReport[]): boolean {
  return [...cellSpecs(pack).byAddress.keys()].some((address) => previousCell(address, last, pack) !== undefined);
}
