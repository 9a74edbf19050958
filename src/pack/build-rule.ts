/** Rules as written to rules as the program uses them, and what they must hold beyond their form. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { checkRuleExamples, type ExampledRule } from '../rule/examples.js';
import { operandNames, usesPrevious } from '../rule/operands.js';
import { cellSpecs } from './cells.js';
import { builtInChecks } from './built-in-checks.js';
import { checkNames, parseFormula } from './formulas.js';
import * as problems from './problems.js';
import { readShape } from './read-shape.js';
import type { RuleFields } from './schema.js';
import { idOfLabel, knownInScope, namesInScope } from './scope.js';
import type { RuleScope, RuleSpec, TemplatePack } from './types.js';

/** Builds a rule. Gives `pack/formula` and `pack/rule-form`. */
export function buildRule(rule: RuleFields, diagnostics: Diagnostic[]): RuleSpec {
  const { id, title, severity, strictSeverity, reason, hint, test, check, crossYear, onlyFor, examples } = rule;
  const { orWithout, declared } = rule;
  const expression = test === undefined ? undefined : parseFormula(test, 'truth', diagnostics);
  diagnostics.push(...formProblems(rule), ...checkProblems(check));
  return {
    id: id.value,
    title,
    severity,
    ...(strictSeverity === undefined ? {} : { strictSeverity }),
    reason,
    ...(hint === undefined ? {} : { hint }),
    clause: { basis: rule.clause.basis.value, ...(rule.clause.text === undefined ? {} : { text: rule.clause.text }) },
    scope: buildScope(rule.scope),
    ...(expression === undefined || test === undefined ? {} : { test: expression, testText: test.value }),
    ...(onlyFor === undefined ? {} : { onlyFor }),
    ...(orWithout === undefined ? {} : { orWithout: orWithout.value }),
    ...(declared === undefined ? {} : { declared: declared.value }),
    crossYear,
    ...(check === undefined ? {} : { check: { name: check.value.name.value, options: check.value.rest } }),
    examples: { pass: examples.pass.map(({ value }) => value), fail: examples.fail.map(({ value }) => value) },
  };
}

/** A check that the program has, with the options it takes. */
function checkProblems(check: RuleFields['check']): readonly Diagnostic[] {
  if (check === undefined) return [];
  const { name } = check.value;
  const shape = Object.hasOwn(builtInChecks, name.value) ? builtInChecks[name.value] : undefined;
  const what = { zh: '内置检查', en: 'built-in check' };
  if (shape === undefined) return [problems.noSuch(what, name.value, Object.keys(builtInChecks), name.range)];
  const found: Diagnostic[] = [];
  const { node } = check;
  const entries = node.type === 'map' ? node.entries.filter(({ key }) => key.text !== 'name') : [];
  readShape(node.type === 'map' ? { ...node, entries } : node, shape, found);
  return found;
}

function buildScope(scope: RuleFields['scope']): RuleScope {
  const table = scope?.table?.value;
  if (scope === undefined || scope.each === 'once' || table === undefined) {
    return { each: 'once', ...(table === undefined ? {} : { table }) };
  }
  const ids = (scope.each === 'row' ? scope.rows : scope.columns)?.map((id) => id.value);
  if (scope.each === 'row') return { each: 'row', table, ...(ids === undefined ? {} : { rows: ids }) };
  return { each: 'column', table, ...(ids === undefined ? {} : { columns: ids }) };
}

function formProblems(rule: RuleFields): readonly Diagnostic[] {
  const { id, test, check, scope, examples } = rule;
  const problem = (zh: string, en: string): Diagnostic => problems.ruleForm(id.value, { zh, en }, id.range);
  const found: Diagnostic[] = [];
  if ((test === undefined) === (check === undefined))
    found.push(problem('test 和 check 要写一个，也只能写一个', 'either test or check is wanted, not both'));
  if (test !== undefined && scope === undefined) found.push(problem('有 test 就要写 scope', 'a test needs a scope'));
  if (scope !== undefined && scope.each !== 'once' && scope.table === undefined)
    found.push(problem('逐行或逐列的 scope 要写 table', 'a scope by row or column needs a table'));
  if (scope?.rows !== undefined && scope.each !== 'row')
    found.push(problem('只有逐行的 scope 才能写 rows', 'only a scope by row may have rows'));
  if (scope?.columns !== undefined && scope.each !== 'column')
    found.push(problem('只有逐列的 scope 才能写 columns', 'only a scope by column may have columns'));
  found.push(...conditionProblems(rule, problem));
  if (examples.pass.length === 0)
    found.push(problem('至少要有一个通过的例子', 'at least one passing example is wanted'));
  // The examples of a test are counted where they are run.
  if (test === undefined && examples.fail.length === 0)
    found.push(problem('至少要有一个不通过的例子', 'at least one failing example is wanted'));
  return found;
}

/** What only a formula over a table can have. */
function conditionProblems(
  { test, scope, orWithout, declared }: RuleFields,
  problem: (zh: string, en: string) => Diagnostic,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  if (orWithout !== undefined && test === undefined)
    found.push(problem('有 test 才能写 or_without', 'or_without needs a test'));
  if (declared !== undefined && (test === undefined || scope?.table === undefined))
    found.push(problem('有 test、scope 里有 table 才能写 declared', 'declared needs a test and a table in its scope'));
  return found;
}

/** Checks a rule against the pack it stands in: clause, scope, names, use of last year's figures, examples. */
export function checkRule(written: RuleFields, rule: RuleSpec, pack: TemplatePack): readonly Diagnostic[] {
  const { value: basis, range } = written.clause.basis;
  const bases = pack.basis.map((entry) => entry.id);
  const clause = bases.includes(basis) ? [] : [problems.noSuch({ zh: '依据', en: 'basis' }, basis, bases, range)];
  const scope = scopeProblems(written, pack);
  const { test } = rule;
  if (test === undefined || written.test === undefined || scope.length > 0) return [...clause, ...scope];
  const means = (name: Parameters<typeof knownInScope>[2]): boolean => knownInScope(pack, rule.scope, name);
  const year =
    usesPrevious(test) === rule.crossYear
      ? []
      : [
          problems.ruleForm(
            rule.id,
            {
              zh: '用到上年数的规则要写 cross_year: true，没有用到的不写',
              en: 'cross_year must say whether the test uses last year',
            },
            written.test.range,
          ),
        ];
  const names = checkNames(written.test, test, means, namesInScope(pack, rule.scope), (label) =>
    idOfLabel(pack, rule.scope, label),
  );
  const unused = Object.keys(rule.orWithout ?? {}).filter((name) => !operandNames(test).includes(name));
  const parts = unused.map((name) =>
    problems.ruleForm(
      rule.id,
      { zh: `or_without 的“${name}”不是公式里的名称`, en: `"${name}" of or_without is no name of the test` },
      (written.orWithout ?? written.id).range,
    ),
  );
  // An example speaks of the names of the test: with those wrong it would only repeat them.
  const examples = names.length + year.length > 0 ? [] : exampleProblems(written, { id: rule.id, test });
  return [...clause, ...names, ...year, ...parts, ...examples];
}

/** The examples run, each finding at its example. */
function exampleProblems(written: RuleFields, rule: Omit<ExampledRule, 'examples'>): readonly Diagnostic[] {
  const { pass, fail } = written.examples;
  const examples = { pass: pass.map(({ value }) => value), fail: fail.map(({ value }) => value) };
  return checkRuleExamples({ ...rule, examples }).map((diagnostic) => {
    const { example, wanted } = diagnostic.facts ?? {};
    const place = (wanted === 'failed' ? fail : pass)[Number(example) - 1];
    return { ...diagnostic, range: diagnostic.range ?? place?.range ?? written.id.range };
  });
}

function scopeProblems(written: RuleFields, pack: TemplatePack): readonly Diagnostic[] {
  const { scope } = written;
  if (scope?.table === undefined) return [];
  const tables = cellSpecs(pack).tables;
  const table = tables.get(scope.table.value);
  if (table === undefined)
    return [problems.noSuch({ zh: '表', en: 'table' }, scope.table.value, tables.keys(), scope.table.range)];
  const missing = (
    ids: RuleFields['scope'],
    key: 'rows' | 'columns',
    known: ReadonlyMap<string, unknown>,
  ): readonly Diagnostic[] =>
    (ids?.[key] ?? [])
      .filter((id) => !known.has(id.value))
      .map((id) =>
        problems.noSuch(
          key === 'rows' ? { zh: '行', en: 'row' } : { zh: '列', en: 'column' },
          id.value,
          known.keys(),
          id.range,
        ),
      );
  return [...missing(scope, 'rows', table.byRow), ...missing(scope, 'columns', table.byColumn)];
}
