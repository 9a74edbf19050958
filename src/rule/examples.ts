/**
 * Runs the examples that every rule carries. A rule that no example shows failing may be no rule at all, so it does not load.
 */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { CellValue } from '../value/value.js';
import { isDecimalText, numberValue } from '../value/number.js';
import { evaluate, type Lookup, type Operand } from './evaluate.js';
import { exact } from './exact.js';
import type { Expression } from './expression.js';
import { exampleKey, nameExpressions, operandNames } from './operands.js';
import { verdictOf } from './verdict.js';

/** A rule as far as its examples go. */
export interface ExampledRule {
  readonly id: string;
  readonly test: Expression;
  readonly examples: { readonly pass: readonly Example[]; readonly fail: readonly Example[] };
}

/**
 * Name as written in the test -> figure, or `空`, `/`, `—`. Last year's names are written `prev.NAME`. A wildcard `r3.3.*`
 * takes one figure under that very name, or one for each row such as `r3.3.1`.
 */
export type Example = Readonly<Record<string, string>>;

/**
 * Runs all examples of a rule. Gives `rule/no-failing-example`, and `rule/example-wrong` for an example that comes out
 * differently, lacks a name of the test, or names something the test does not.
 */
export function checkRuleExamples(rule: ExampledRule): readonly Diagnostic[] {
  const { pass, fail } = rule.examples;
  const diagnostics = [
    ...pass.flatMap((example, index) => checked(rule, example, 'passed', index)),
    ...fail.flatMap((example, index) => checked(rule, example, 'failed', index)),
  ];
  return fail.length > 0 ? diagnostics : [noFailingExample(rule.id), ...diagnostics];
}

function checked(
  rule: ExampledRule,
  example: Example,
  wanted: 'passed' | 'failed',
  index: number,
): readonly Diagnostic[] {
  const problem = strangeName(rule.test, example) ?? unreadableFigure(example) ?? wrongEnd(rule.test, example, wanted);
  if (problem === undefined) return [];
  const which = wanted === 'passed' ? { zh: '通过', en: 'passing' } : { zh: '不通过', en: 'failing' };
  return [
    {
      code: 'rule/example-wrong',
      severity: 'error',
      message: {
        zh: `规则 ${rule.id} 的第 ${index + 1} 个${which.zh}例子不对：${problem.zh}。`,
        en: `${which.en[0]?.toUpperCase()}${which.en.slice(1)} example ${index + 1} of rule ${rule.id} is wrong: ${problem.en}.`,
      },
      hint: { zh: '请改正例子，或改正规则的公式。', en: 'Correct the example, or the formula of the rule.' },
      facts: { rule: rule.id, example: String(index + 1), wanted },
    },
  ];
}

function strangeName(test: Expression, example: Example): { zh: string; en: string } | undefined {
  const names = operandNames(test);
  const strange = Object.keys(example).find((key) => !names.some((name) => name === key || covers(name, key)));
  return strange === undefined ? undefined : { zh: `公式里没有“${strange}”`, en: `the formula has no "${strange}"` };
}

function unreadableFigure(example: Example): { zh: string; en: string } | undefined {
  const wrong = Object.entries(example).find(([, text]) => exampleValue(text) === undefined);
  return (
    wrong && {
      zh: `“${wrong[0]}”的“${wrong[1]}”不是数，也不是空`,
      en: `"${wrong[1]}" of "${wrong[0]}" is neither a number nor blank`,
    }
  );
}

function wrongEnd(test: Expression, example: Example, wanted: string): { zh: string; en: string } | undefined {
  const verdict = verdictOf(evaluate(test, lookupIn(example)));
  if (verdict.end === wanted) return undefined;
  if (verdict.end === 'rule-error') {
    const missing = nameExpressions(test).find((name) => lookupIn(example)(name) === undefined);
    if (missing === undefined) return verdict.error;
    return { zh: `缺少“${exampleKey(missing)}”`, en: `it lacks "${exampleKey(missing)}"` };
  }
  const ends = {
    passed: { zh: '算出来是通过', en: 'it comes out as passed' },
    failed: { zh: '算出来是不通过', en: 'it comes out as failed' },
    'not-applicable': { zh: '所有数都空着，规则不适用', en: 'all figures are blank, so the rule does not apply' },
    'cannot-check': { zh: '有空白，算不出结果', en: 'a blank leaves it open' },
  };
  return ends[verdict.end];
}

function lookupIn(example: Example): Lookup {
  const operand = (key: string, previous: boolean): Operand => ({
    address: key,
    previous,
    value: exampleValue(example[key] ?? '') ?? { kind: 'blank' },
    min: exact(0),
  });
  return (name) => {
    const key = exampleKey(name);
    const keys = Object.keys(example).filter(
      (candidate) => candidate === key || (name.wildcard && covers(key, candidate)),
    );
    return keys.length === 0 ? undefined : keys.map((candidate) => operand(candidate, name.previous));
  };
}

/** True when `r3.3.1` belongs to `r3.3.*`. */
function covers(wildcard: string, key: string): boolean {
  return wildcard.endsWith('.*') && key.startsWith(wildcard.slice(0, -1));
}

function exampleValue(text: string): CellValue | undefined {
  if (isDecimalText(text)) return numberValue(text);
  switch (text) {
    case '空':
    case '':
      return { kind: 'blank' };
    case '/':
      return { kind: 'slash' };
    case '—':
    case '——':
      return { kind: 'dash', text };
    default:
      return undefined;
  }
}

function noFailingExample(id: string): Diagnostic {
  return {
    code: 'rule/no-failing-example',
    severity: 'error',
    message: { zh: `规则 ${id} 没有不通过的例子。`, en: `Rule ${id} has no failing example.` },
    hint: {
      zh: '请在 examples.fail 里写至少一组使它不通过的数。',
      en: 'Write at least one set of figures that fails it under examples.fail.',
    },
    facts: { rule: id },
  };
}
