import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { pathsOf, yamlOf } from './pack-files.js';
import { forms } from '../../support/pack-files.js';

/**
 * The formulas of the rules, worked out a second time and apart from the program: names become figures, the rest is
 * arithmetic that JavaScript shares with the formula language.
 */
function holds(formula: string, figures: Readonly<Record<string, unknown>>): boolean {
  const figure = (name: string): string => {
    const value = figures[name];
    if (value === undefined) throw new Error(`no figure for ${name}`);
    return `(${Number(value)})`;
  };
  const script = formula
    .replace(/prev\(([\w.]+)\)/g, (_, name: string) => figure(`prev.${name}`))
    .replace(/sum\(([\w.]+\.\*)\)/g, (_, name: string) => figure(name))
    .replace(/\[([^\]]+)\]/g, (_, name: string) => figure(name))
    .replace(/\bmax\(/g, 'Math.max(')
    .replace(/\bor\b/g, '||')
    .replace(/(?<![\w.])[a-z][\w.]*(?!\w|\()/g, (name) => figure(name));
  return runInNewContext(script) as boolean;
}

const formulas = ['cn-base', ...forms].flatMap((pack) =>
  pathsOf(pack)
    .filter((path) => path.startsWith('rules/'))
    .map((path) => ({ path: `${pack}/${path}`, rule: yamlOf(`${pack}/${path}`) }))
    .filter(({ rule }) => 'test' in rule),
);

describe.each(formulas)('$path', ({ rule }) => {
  const { pass, fail } = rule['examples'] as Record<'pass' | 'fail', readonly Record<string, unknown>[]>;
  const formula = rule['test'] as string;

  test('every passing example holds', () => {
    for (const example of pass) expect(holds(formula, example), JSON.stringify(example)).toBe(true);
  });

  test('every failing example really fails', () => {
    for (const example of fail) expect(holds(formula, example), JSON.stringify(example)).toBe(false);
  });
});

test('the worked-out formulas can fail', () => {
  expect(formulas.length).toBeGreaterThan(40);
  expect(holds('[3100] == [3110] + [3120]', { 3100: 3, 3110: 1, 3120: 1 })).toBe(false);
  expect(holds('change == 0 or decisions != items_last_year + change', { change: 1, decisions: 3, items_last_year: 2 })).toBe(false);
});
