import { describe, expect, it } from 'vitest';
import { checkRuleExamples, type Example } from '../../../src/rule/examples.js';
import { formula } from './formulas.js';

const pass: Example = { 'r3.7': '3', 'r3.3.*': '3' };
const fail: Example = { 'r3.7': '3', 'r3.3.1': '1', 'r3.3.2': '1' };

function check(examples: { pass?: Example[]; fail?: Example[] }, test = 'r3.7 == sum(r3.3.*)'): readonly string[] {
  const rule = {
    id: 'T3-C',
    test: formula(test),
    examples: { pass: examples.pass ?? [], fail: examples.fail ?? [fail] },
  };
  return checkRuleExamples(rule).map((diagnostic) => `${diagnostic.code} ${diagnostic.message.zh}`);
}

describe('checkRuleExamples', () => {
  it('accepts examples that come out as they say', () => {
    expect(check({ pass: [pass] })).toEqual([]);
    expect(
      check({ pass: [{ r2: '3', 'prev.r4': '3' }], fail: [{ r2: '3', 'prev.r4': '2' }] }, 'r2 == prev(r4)'),
    ).toEqual([]);
    expect(check({ fail: [{ a: '3', b: '4', c: '空' }] }, 'a == b + c')).toEqual([]);
  });

  it('wants a failing example', () => {
    expect(check({ pass: [pass], fail: [] })).toEqual(['rule/no-failing-example 规则 T3-C 没有不通过的例子。']);
  });

  it.each<[string, { pass?: Example[]; fail?: Example[] }]>([
    ['算出来是不通过', { pass: [fail] }],
    ['算出来是通过', { fail: [pass] }],
    ['缺少“r3.7”', { fail: [{ 'r3.3.*': '1' }] }],
    ['公式里没有“r3.4.1”', { fail: [{ ...fail, 'r3.4.1': '1' }] }],
    ['不是数', { fail: [{ ...fail, 'r3.7': '三' }] }],
    ['有空白，算不出结果', { pass: [{ 'r3.7': '3', 'r3.3.*': '空' }] }],
    ['规则不适用', { fail: [{ 'r3.7': '空', 'r3.3.*': '/' }] }],
  ])('says what is wrong: %s', (words, examples) => {
    const told = check(examples);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('rule/example-wrong');
    expect(told[0]).toContain(words);
  });
});
