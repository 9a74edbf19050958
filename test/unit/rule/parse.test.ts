import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operandNames, withoutNegation } from '../../../src/rule/operands.js';
import { deepestFormula, longestFormula, parseExpression } from '../../../src/rule/parse.js';
import type { Expression } from '../../../src/rule/expression.js';
import { formula } from './formulas.js';

/** A formula with every bracket written out, to see what belongs to what. */
function shown(expression: Expression): string {
  switch (expression.type) {
    case 'number':
      return expression.text;
    case 'name':
      return (expression.previous ? 'prev:' : '') + expression.name;
    case 'call':
      return `${expression.function}(${expression.args.map(shown).join(', ')})`;
    case 'not':
      return `(not ${shown(expression.operand)})`;
    default:
      return `(${shown(expression.left)} ${expression.operator} ${shown(expression.right)})`;
  }
}

function errorOf(text: string): { offset: number; zh: string } {
  const parsed = parseExpression(text);
  if (!('error' in parsed)) throw new Error(`no error in ${text}`);
  return { offset: parsed.error.offset, zh: parsed.error.message.zh };
}

describe('parseExpression', () => {
  it.each([
    ['a + b - c', '((a + b) - c)'],
    ['a - (b - c)', '(a - (b - c))'],
    ['a == b + c or d > 0 and e > 1', '((a == (b + c)) or ((d > 0) and (e > 1)))'],
    ['not a == b and c = d', '((not (a == b)) and (c == d))'],
    ['[1100] >= max([1210], [1220])', '(1100 >= max(1210, 1220))'],
    ['r3.7 == r3.1 + sum(r3.3.*)', '(r3.7 == (r3.1 + sum(r3.3.*)))'],
    ['合计(r3.3.*) <= 最大(a, 最小(b, 2.50))', '(sum(r3.3.*) <= max(a, min(b, 2.50)))'],
    ['自然人 > 0 且 非 总计 == 0 或 abs(a - b) != 1', '(((自然人 > 0) and (not (总计 == 0))) or (abs((a - b)) != 1))'],
    ['a == 0 || b > 0 && !(c < 1)', '((a == 0) or ((b > 0) and (not (c < 1))))'],
    ['r2 == prev(r4 - sum(x.*)) + 上年(y) + z', '(r2 == (((prev:r4 - sum(prev:x.*)) + prev:y) + z))'],
    ['[t2/rules/issued] == [ 总计 ]', '(t2/rules/issued == 总计)'],
    ['sum == 1 + [max]', '(sum == (1 + max))'],
  ])('reads %s', (text, expected) => {
    expect(shown(formula(text))).toBe(expected);
  });

  it('tells figures from truth values', () => {
    expect(parseExpression('a + b')).toMatchObject({ kind: 'number' });
    expect(parseExpression('a > b')).toMatchObject({ kind: 'truth' });
  });

  it('keeps the place of each name', () => {
    const text = '总计 == [1100]';
    const parsed = formula(text);
    if (parsed.type !== 'comparison' || parsed.left.type !== 'name' || parsed.right.type !== 'name') throw new Error();
    expect(text.slice(parsed.left.start, parsed.left.end)).toBe('总计');
    expect(text.slice(parsed.right.start, parsed.right.end)).toBe('[1100]');
  });

  it.each([
    ['', 0, '到头'],
    ['a +', 3, '到头'],
    ['a == b == c', 7, '结束'],
    ['a b', 2, '结束'],
    ['(a + b', 6, '“)”'],
    ['a + r3.3.*', 4, '合计'],
    ['r3.3.* == 1', 0, '合计'],
    ['r3.*', 0, '合计'],
    ['abs(r3.*) > 1', 4, '合计'],
    ['(a == b) + 1', 0, '应当是数'],
    ['a and b > 0', 0, '比较'],
    ['sum(a > 1) == 2', 4, '应当是数'],
    ['abs(a, b) > 1', 0, '一项'],
    ['prev(prev(a)) > 1', 5, '上年'],
    ['a ＋ b', 2, '＋'],
    ['a == "x"', 5, '"'],
    ['a * b', 2, '*'],
    ['a == -1', 5, '“-”'],
    ['sum() == 1', 4, '“)”'],
    ['[] > 1', 0, '['],
    ['[sum](a) > 1', 5, '结束'],
    ['r1. > 1', 2, '.'],
  ])('names the mistake in %j and where it is', (text, offset, words) => {
    const error = errorOf(text);
    expect(error.offset).toBe(offset);
    expect(error.zh).toContain(words);
  });

  it('limits length and depth, so that a strange pack cannot exhaust the program', () => {
    expect(errorOf('a'.repeat(longestFormula + 1)).zh).toContain('超过');
    const deep = (levels: number): string => `${'('.repeat(levels)}a${')'.repeat(levels)} > 0`;
    expect(parseExpression(deep(deepestFormula))).toHaveProperty('expression');
    expect(errorOf(deep(deepestFormula + 1)).zh).toContain('层');
    expect(errorOf(`${'!'.repeat(deepestFormula + 1)} a > 0`).zh).toContain('层');
    expect(
      parseExpression(
        `${Array(deepestFormula + 1)
          .fill('(a)')
          .join('+')} > 0`,
      ),
    ).toHaveProperty('expression');
    expect(parseExpression(Array(400).fill('a').join('+'))).toHaveProperty('expression');
  });

  it('never throws and points inside the text', () => {
    const piece = fc.constantFrom(
      'a',
      'r3.*',
      '[1100]',
      '(',
      ')',
      '+',
      '-',
      '==',
      '<',
      '且',
      '非',
      'sum',
      'prev',
      ',',
      '1.5',
      ' ',
      '。',
      '[',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join(' ');
        const parsed = parseExpression(text);
        const told = 'error' in parsed ? parsed.error.offset <= text.length : /^(?:number|truth)$/u.test(parsed.kind);
        expect(told).toBe(true);
      }),
    );
  });
});

describe('operands', () => {
  it('lists each name once, last year’s apart', () => {
    expect(operandNames(formula('r2 == prev(r4) + r4 + sum(r3.*) - r2'))).toEqual(['r2', 'prev.r4', 'r4', 'r3.*']);
  });

  it('moves negations into the comparisons', () => {
    expect(shown(withoutNegation(formula('not (a == b or not c < 1) and not not d >= 2')))).toBe(
      '(((a != b) and (c < 1)) and (d >= 2))',
    );
  });
});
