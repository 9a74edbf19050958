/**
 * Three-valued evaluation of formulas. A blank cell stands for every number it may hold, so a test comes out true, false or
 * open; which of the five ends of a rule that is, is decided in verdict.ts. Linear in the length of the formula and the
 * number of cells; never throws on what a pack says.
 */
import type { Decimal } from 'decimal.js';
import type { Bilingual } from '../diagnostic/diagnostic.js';
import type { CellValue } from '../value/value.js';
import { exact } from './exact.js';
import type { Expression } from './expression.js';
import * as intervals from './interval.js';
import type { Interval, Truth } from './interval.js';
import type { NameExpression } from './operands.js';

/** A cell that a name of a formula means. */
export interface Operand {
  /** Address of the cell (`t3/r1/total`); in examples the name itself. */
  readonly address: string;
  /** Last year's cell of that address. */
  readonly previous: boolean;
  readonly value: CellValue;
  /** Smallest number a blank may stand for; absent when it may be negative without limit. */
  readonly min?: Decimal;
}

/** The cells of a name: one, or any number for a wildcard. Undefined when the name means nothing here. */
export type Lookup = (name: NameExpression) => readonly Operand[] | undefined;

/** What a test came to. */
export interface Evaluation {
  readonly truth: Truth;
  /**
   * The cells the truth rests on. In `A == 0 or B > 0` with A = 0 these are A alone: nothing about B matters then.
   */
  readonly restsOn: readonly Operand[];
  /** All cells of the formula. */
  readonly operands: readonly Operand[];
  /** The two sides when the whole formula is one comparison. */
  readonly sides?: { readonly left: Interval; readonly right: Interval };
}

/** The formula does not fit the cells: the pack's fault. */
export interface EvaluationError {
  readonly error: Bilingual;
}

/** Evaluates a test. */
export function evaluate(expression: Expression, lookup: Lookup): Evaluation | EvaluationError {
  const run = new Run(lookup);
  const partial = run.truth(expression);
  const error = run.errors[0];
  if (error !== undefined) return { error };
  return { ...partial, operands: distinct(run.operands) };
}

/**
 * The value of a formula for a computed cell. Undefined when a part is no number: a sum with an absent part is not a sum
 * and parts that are all blank leave the cell blank, not 0.
 */
export function evaluateNumber(expression: Expression, lookup: Lookup): Decimal | undefined {
  const run = new Run(lookup);
  const { low, high } = run.interval(expression);
  const known = run.errors.length === 0 && run.operands.every((operand) => operand.value.kind === 'number');
  return known && low.eq(high) ? low : undefined;
}

/** What a part of a formula may be worth; from -∞ to +∞ where a name means nothing. */
export function intervalOf(expression: Expression, lookup: Lookup): Interval {
  return new Run(lookup).interval(expression);
}

/** What a cell may be worth: its figure, or every number it may still hold. A mark such as "/" may be anything. */
export function operandInterval(operand: Operand): Interval {
  if (operand.value.kind === 'number') return intervals.point(operand.value.number);
  const open = operand.value.kind === 'blank' || operand.value.kind === 'missing';
  return intervals.atLeast(open ? operand.min : undefined);
}

interface Partial {
  readonly truth: Truth;
  readonly restsOn: readonly Operand[];
  readonly sides?: { readonly left: Interval; readonly right: Interval };
}

class Run {
  readonly errors: Bilingual[] = [];
  readonly operands: Operand[] = [];
  private readonly lookup: Lookup;

  constructor(lookup: Lookup) {
    this.lookup = lookup;
  }

  truth(expression: Expression): Partial {
    switch (expression.type) {
      case 'comparison': {
        const before = this.operands.length;
        const sides = { left: this.interval(expression.left), right: this.interval(expression.right) };
        const restsOn = distinct(this.operands.slice(before));
        return { truth: intervals.compare(expression.operator, sides.left, sides.right), restsOn, sides };
      }
      case 'logic':
        return combined(expression.operator, this.truth(expression.left), this.truth(expression.right));
      case 'not': {
        const { truth, restsOn } = this.truth(expression.operand);
        return { truth: intervals.opposite(truth), restsOn };
      }
      default:
        return { truth: this.fault('a test must be a comparison', '核对公式应当是一个比较'), restsOn: [] };
    }
  }

  interval(expression: Expression): Interval {
    switch (expression.type) {
      case 'number':
        return intervals.point(exact(expression.text));
      case 'name':
        return this.single(expression);
      case 'arithmetic': {
        const left = this.interval(expression.left);
        const right = this.interval(expression.right);
        return expression.operator === '+' ? intervals.add(left, right) : intervals.subtract(left, right);
      }
      case 'call':
        return this.call(expression.function, expression.args);
      default:
        this.fault('a figure is wanted where a comparison stands', '应当是数的地方是一个比较');
        return intervals.atLeast(undefined);
    }
  }

  private call(name: 'sum' | 'max' | 'min' | 'abs', args: readonly Expression[]): Interval {
    const parts = args.flatMap((arg) =>
      arg.type === 'name' && arg.wildcard ? this.cells(arg).map(operandInterval) : [this.interval(arg)],
    );
    const [first, ...others] = parts;
    if (first === undefined) {
      // The sum of no cells is 0; the greatest of no cells is nothing.
      if (name === 'sum') return intervals.point(exact(0));
      this.fault(`"${name}" has no cells to choose from`, `“${name}”里没有单元格`);
      return intervals.atLeast(undefined);
    }
    if (name === 'abs') return intervals.absolute(first);
    const step = { sum: intervals.add, max: intervals.greatest, min: intervals.least }[name];
    return others.reduce(step, first);
  }

  private single(name: NameExpression): Interval {
    const cells = this.cells(name);
    const [only] = cells;
    if (only !== undefined && cells.length === 1) return operandInterval(only);
    if (cells.length > 1) this.fault(`"${name.name}" means several cells`, `“${name.name}”代表多个单元格`);
    return intervals.atLeast(undefined);
  }

  private cells(name: NameExpression): readonly Operand[] {
    const cells = this.lookup(name);
    if (cells === undefined) {
      this.fault(`"${name.name}" is no cell of the form`, `“${name.name}”不是表中的单元格`);
      return [];
    }
    this.operands.push(...cells);
    return cells;
  }

  private fault(en: string, zh: string): 'unknown' {
    this.errors.push({ zh, en });
    return 'unknown';
  }
}

/** `and` is decided by one false side, `or` by one true side; a side decided without open cells is enough by itself. */
function combined(operator: 'and' | 'or', left: Partial, right: Partial): Partial {
  const decisive = operator === 'or';
  const sides = [left, right];
  const settled = sides.find((side) => side.truth === decisive && side.restsOn.every(isNumber));
  if (settled !== undefined) return { truth: decisive, restsOn: settled.restsOn };
  const restsOn = distinct(sides.flatMap((side) => side.restsOn));
  if (sides.some((side) => side.truth === decisive)) return { truth: decisive, restsOn };
  return { truth: sides.every((side) => side.truth === !decisive) ? !decisive : 'unknown', restsOn };
}

/** True when the cell holds a figure. */
export function isNumber(operand: Operand): boolean {
  return operand.value.kind === 'number';
}

function distinct(operands: readonly Operand[]): readonly Operand[] {
  const seen = new Map(operands.map((operand) => [`${operand.previous ? 'prev ' : ''}${operand.address}`, operand]));
  return [...seen.values()];
}
