/** Formulas of a pack: parsed with their place, and their names looked up. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { sourceOffset } from '../load/node.js';
import type { Expression } from '../rule/expression.js';
import { nameExpressions, type NameExpression } from '../rule/operands.js';
import { parseExpression, type ExpressionKind } from '../rule/parse.js';
import type { SourceRange } from '../source/source.js';
import * as problems from './problems.js';
import type { Placed } from './shape.js';

/** Signs as Chinese input methods give them, and as formulas write them. */
const halfWidthSigns: Readonly<Record<string, string>> = {
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '＝': '==',
  '＜': '<',
  '＞': '>',
  '＋': '+',
  '－': '-',
  '（': '(',
  '）': ')',
  '，': ',',
};

/** Parses a formula that must give a figure (computed cells) or a truth value (tests). Gives `pack/formula`. */
export function parseFormula(
  written: Placed<string>,
  wanted: ExpressionKind,
  diagnostics: Diagnostic[],
): Expression | undefined {
  const parsed = parseExpression(written.value);
  if ('error' in parsed) {
    const { message, offset } = parsed.error;
    const sign = halfWidthSigns[written.value[offset] ?? ''];
    const hint = sign === undefined ? undefined : { zh: `这里写作 ${sign}`, en: `Write ${sign} here.` };
    diagnostics.push(problems.formula(message, placeIn(written, offset, offset + 1), hint));
    return undefined;
  }
  if (parsed.kind === wanted) return parsed.expression;
  const message =
    wanted === 'truth'
      ? { zh: '这里要写一个条件，例如 a == b + c。', en: 'A condition is wanted here, such as a == b + c.' }
      : { zh: '这里要写一个算式，例如 a + b。', en: 'A figure is wanted here, such as a + b.' };
  diagnostics.push(problems.formula(message, written.range));
  return undefined;
}

/** Source place of `[start, end)` of a text that was read from a scalar. */
export function placeIn(written: Placed<string>, start: number, end: number): SourceRange {
  const { node, range } = written;
  if (node.type !== 'scalar') return range;
  return { ...range, start: sourceOffset(node, start), end: sourceOffset(node, end) };
}

/**
 * Gives `pack/unknown-name` for every name of a formula that `means` does not know. `known` feeds the suggestions,
 * `idOfLabel` tells what the printed label of a row or column is called in formulas.
 */
export function checkNames(
  written: Placed<string>,
  expression: Expression,
  means: (name: NameExpression) => boolean,
  known: Iterable<string>,
  idOfLabel: (label: string) => string | undefined = () => undefined,
): readonly Diagnostic[] {
  return nameExpressions(expression)
    .filter((name) => !means(name))
    .map((name) =>
      problems.unknownName(name.name, known, placeIn(written, name.start, name.end), idOfLabel(name.name)),
    );
}

/** True when one of the ids is the name, or for `r3.3.*` starts with `r3.3.`. */
export function isNamed(name: NameExpression, ids: Iterable<string>): boolean {
  const prefix = name.wildcard ? name.name.slice(0, -1) : undefined;
  return [...ids].some((id) => (prefix === undefined ? id === name.name : id.startsWith(prefix)));
}
