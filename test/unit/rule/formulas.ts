/** Helpers of the rule tests: formulas by text, cells by figure text. */
import { evaluate, type Evaluation, type Lookup } from '../../../src/rule/evaluate.js';
import { exact } from '../../../src/rule/exact.js';
import type { Expression } from '../../../src/rule/expression.js';
import { exampleKey } from '../../../src/rule/operands.js';
import { parseExpression } from '../../../src/rule/parse.js';
import { verdictOf, type Verdict } from '../../../src/rule/verdict.js';
import { numberValue } from '../../../src/value/number.js';
import type { CellValue } from '../../../src/value/value.js';

export function formula(text: string): Expression {
  const parsed = parseExpression(text);
  if ('error' in parsed) throw new Error(`${text}: ${parsed.error.message.zh}`);
  return parsed.expression;
}

export function cellValue(text: string): CellValue {
  if (text === '空') return { kind: 'blank' };
  if (text === '未填') return { kind: 'missing' };
  if (text === '/') return { kind: 'slash' };
  if (text === '—') return { kind: 'dash', text };
  return numberValue(text);
}

/** Cells by name; a wildcard means all names below it. Blanks stand for numbers from 0 unless `signed`. */
export function lookupIn(cells: Readonly<Record<string, string>>, signed = false): Lookup {
  return (name) => {
    const key = exampleKey(name);
    const found = Object.keys(cells).filter((id) => (name.wildcard ? id.startsWith(key.slice(0, -1)) : id === key));
    return found.length === 0
      ? undefined
      : found.map((id) => ({
          address: id,
          previous: name.previous,
          value: cellValue(cells[id] ?? ''),
          ...(signed ? {} : { min: exact(0) }),
        }));
  };
}

export function verdict(text: string, cells: Readonly<Record<string, string>>, signed = false): Verdict {
  return verdictOf(evaluate(formula(text), lookupIn(cells, signed)));
}

export function evaluation(text: string, cells: Readonly<Record<string, string>>): Evaluation {
  const result = evaluate(formula(text), lookupIn(cells));
  if ('error' in result) throw new Error(result.error.zh);
  return result;
}
