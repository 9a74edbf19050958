import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, evaluateNumber } from '../../../src/rule/evaluate.js';
import { decimalText } from '../../../src/value/number.js';
import { evaluation, formula, lookupIn, verdict } from './formulas.js';

const channels = '[1100] >= max([1220], [1230], [1240], [1250])';
const total = 'total == natural + enterprise';

describe('the five ends of a rule', () => {
  it.each<[string, string, Record<string, string>, string]>([
    ['holds', total, { total: '3', natural: '1', enterprise: '2' }, 'passed'],
    ['does not hold', total, { total: '4', natural: '1', enterprise: '2' }, 'failed'],
    ['R-06: a part is blank', total, { total: '3', natural: '1', enterprise: '空' }, 'cannot-check'],
    ['R-06: a part is not there', total, { total: '3', natural: '1', enterprise: '未填' }, 'cannot-check'],
    ['R-06: the parts alone exceed the total', total, { total: '3', natural: '4', enterprise: '空' }, 'failed'],
    ['R-06: the total is blank', total, { total: '空', natural: '1', enterprise: '2' }, 'cannot-check'],
    ['a part is "/"', total, { total: '3', natural: '4', enterprise: '/' }, 'cannot-check'],
    ['a mark among figures, though the rest is certain', 'a >= max(b, c)', { a: '3', b: '4', c: '/' }, 'cannot-check'],
    ['all are blank or not there', total, { total: '未填', natural: '空', enterprise: '空' }, 'not-applicable'],
    ['all are marks', total, { total: '/', natural: '—', enterprise: '/' }, 'not-applicable'],
    ['0 is a figure, not a blank', total, { total: '0', natural: '0', enterprise: '0' }, 'passed'],
    ['a name means nothing', total, { total: '0', natural: '0' }, 'rule-error'],
    ['decimals are exact', total, { total: '0.3', natural: '0.1', enterprise: '0.2' }, 'passed'],
    ['holds whatever the blank is, but is not known', 'a <= b + c', { a: '1', b: '2', c: '空' }, 'cannot-check'],
    [
      'R-13: seed 002, I14-C2',
      channels,
      { '1100': '340', '1220': '210', '1230': '空', '1240': '360', '1250': '空' },
      'failed',
    ],
    [
      'a later blank could repair it',
      channels,
      { '1100': '空', '1220': '210', '1230': '空', '1240': '360', '1250': '空' },
      'cannot-check',
    ],
  ])('%s', (_, text, cells, end) => {
    expect(verdict(text, cells).end).toBe(end);
  });

  it.each<[string, Record<string, string>, string]>([
    ['A is 0, so B does not matter', { a: '0', b: '空' }, 'passed'],
    ['A is 0 and B is "/"', { a: '0', b: '/' }, 'passed'],
    ['A is not 0 and B is', { a: '4', b: '0' }, 'failed'],
    ['A is not 0 and B is blank', { a: '4', b: '空' }, 'cannot-check'],
    ['A is blank and B is 0', { a: '空', b: '0' }, 'cannot-check'],
    ['A is blank and B is not 0', { a: '空', b: '2' }, 'passed'],
    ['both are blank', { a: '空', b: '空' }, 'not-applicable'],
  ])('a needs b: %s', (_, cells, end) => {
    expect(verdict('a == 0 or b > 0', cells).end).toBe(end);
  });

  it('of two true sides of "or" the one without blanks counts', () => {
    expect(verdict('a + b > 0 or c > 0', { a: '1', b: '空', c: '1' }).end).toBe('passed');
    expect(verdict('a + b > 0 or c > 0', { a: '1', b: '空', c: '空' }).end).toBe('cannot-check');
  });

  it.each<[Record<string, string>, string]>([
    [{ a: '1', b: '空' }, 'failed'],
    [{ a: '1', b: '/' }, 'failed'],
    [{ a: '0', b: '空' }, 'cannot-check'],
  ])('one false side of "and" is enough: %j', (cells, end) => {
    expect(verdict('a == 0 and b == 0', cells).end).toBe(end);
  });

  it('a blank of a signed cell may be negative', () => {
    expect(verdict('a >= b', { a: '-3', b: '空' }).end).toBe('failed');
    expect(verdict('a >= b', { a: '-3', b: '空' }, true).end).toBe('cannot-check');
  });

  it('counts wildcards, and takes a wildcard without cells for a fault of the pack', () => {
    const cells = { t: '6', 'r3.1': '1', 'r3.2': '2', 'r3.3': '3' };
    expect(verdict('t == sum(r3.*)', cells).end).toBe('passed');
    expect(verdict('t == max(r3.*) + min(r3.*)', cells).end).toBe('failed');
    expect(verdict('t == sum(r4.*)', cells).end).toBe('rule-error');
  });
});

describe('R-06, R-13, R-14: figures of the seeds', () => {
  const seed002: Record<string, string> = {
    '1100': '340',
    '1220': '210',
    '1230': '空',
    '1240': '360',
    '1250': '空',
    '2100': '空',
    '2210': '空',
    '2220': '空',
    '2230': '26',
    '2240': '150',
    '2250': '空',
    '3100': '空',
    '3110': '空',
    '9200': '25',
    '9300': '1050',
  };
  const seed004: Record<string, string> = {
    '1110': '10',
    '1120': '0',
    '1100': '444',
    '1210': '0',
    '1220': '444',
    '3100': '0',
    '3110': '0',
    '3120': '0',
    '3130': '4',
    '3140': '0',
    '3200': '0',
    '3300': '4',
    '4000': '空',
    '4100': '空',
    '9200': '0',
    '9300': '1',
  };
  it.each<[string, Record<string, string>, string, string]>([
    ['002 I14-C1', seed002, '[1100] <= [1220] + [1230] + [1240] + [1250]', 'cannot-check'],
    ['002 I14-C2', seed002, channels, 'failed'],
    ['002 I14-R2', seed002, '[2240] <= [2100]', 'cannot-check'],
    ['002 I14-R4', seed002, '[2100] == 0 or [2210] + [2220] + [2230] + [2240] + [2250] > 0', 'cannot-check'],
    ['002 I14-R9', seed002, '[9300] == 0 or [9200] > 0', 'passed'],
    ['002 requests, all blank', seed002, '[3100] == [3110]', 'not-applicable'],
    ['004 I14-S1', seed004, '[3100] == [3110] + [3120] + [3130] + [3140]', 'failed'],
    ['004 I14-R5', seed004, '[3200] == [3300]', 'failed'],
    ['004 I14-R6', seed004, '[3200] <= [3100]', 'passed'],
    ['004 I14-R7', seed004, '[3300] <= [3100]', 'failed'],
    ['004 I14-R1', seed004, '[1110] <= [1120]', 'failed'],
    ['004 I14-R9', seed004, '[9300] == 0 or [9200] > 0', 'failed'],
    ['004 I14-C1', seed004, '[1100] <= [1210] + [1220]', 'passed'],
    ['004 cases, all blank', seed004, '[4000] >= [4100]', 'not-applicable'],
  ])('%s', (_, cells, text, end) => {
    expect(verdict(text, cells).end).toBe(end);
  });

  it('gives both sides of a comparison', () => {
    const { sides } = evaluation(channels, seed002);
    expect(sides?.left.low.toString()).toBe('340');
    expect(sides?.right.low.toString()).toBe('360');
    expect(sides?.right.high.isFinite()).toBe(false);
  });
});

describe('evaluateNumber', () => {
  it('adds exactly, without exponent', () => {
    const cells = { a: '9007199254740991', b: '9007199254740993.25', c: '0.000001' };
    const sum = evaluateNumber(formula('a + b - c'), lookupIn(cells));
    expect(sum && decimalText(sum)).toBe('18014398509481984.249999');
  });

  it.each([[{ a: '1', b: '空' }], [{ a: '空', b: '空' }], [{ a: '1', b: '/' }], [{ a: '1', b: '未填' }], [{ a: '1' }]])(
    'R-06: %j has no sum',
    (cells) => {
      expect(evaluateNumber(formula('a + b'), lookupIn(cells as unknown as Record<string, string>))).toBeUndefined();
    },
  );

  it('R-06: a blank that could not change the result still leaves it open', () => {
    expect(evaluateNumber(formula('min(a, b)'), lookupIn({ a: '0', b: '空' }))).toBeUndefined();
  });
});

describe('verdicts against brute force', () => {
  const names = ['a', 'b', 'c', 'd'] as const;
  const term: fc.Arbitrary<string> = fc.letrec<{ term: string }>((tie) => ({
    term: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(...names, '0', '3'),
      fc.tuple(tie('term'), fc.constantFrom('+', '-'), tie('term')).map(([l, o, r]) => `(${l} ${o} ${r})`),
      fc.tuple(fc.constantFrom('max', 'min', 'sum'), tie('term'), tie('term')).map(([f, l, r]) => `${f}(${l}, ${r})`),
      tie('term').map((inner) => `abs(${inner})`),
    ),
  })).term;
  const comparison = fc
    .tuple(term, fc.constantFrom('==', '!=', '<', '<=', '>', '>='), term)
    .map(([l, o, r]) => `${l} ${o} ${r}`);
  const test = fc.oneof(
    comparison,
    fc.tuple(comparison, fc.constantFrom('or', 'and'), comparison).map(([l, o, r]) => `(${l}) ${o} not (${r})`),
  );
  const cell = fc.oneof(fc.integer({ min: 0, max: 6 }).map(String), fc.constant('空'));
  const cells = fc.record({ a: cell, b: cell, c: cell, d: cell });
  const fillings = fc.array(fc.tuple(...names.map(() => fc.integer({ min: 0, max: 9 }))), {
    minLength: 30,
    maxLength: 30,
  });

  it('R-06: a certain truth is the truth of every filling', () => {
    fc.assert(
      fc.property(test, cells, fillings, (text, given, guesses) => {
        const { truth } = evaluation(text, given);
        if (truth === 'unknown') return;
        for (const guess of guesses) {
          const filled = Object.fromEntries(
            names.map((name, i) => [name, given[name] === '空' ? String(guess[i]) : given[name]]),
          );
          expect(evaluation(text, filled).truth).toBe(truth);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('figures alone are never left open', () => {
    fc.assert(
      fc.property(test, cells, (text, given) => {
        if (Object.values(given).includes('空')) return;
        expect(evaluation(text, given).truth).not.toBe('unknown');
      }),
    );
  });

  it('where each cell stands once, an open comparison has fillings of both kinds', () => {
    const sum = fc.tuple(cells, fc.constantFrom('<=', '>=', '<', '>'));
    fc.assert(
      fc.property(sum, ([given, operator]) => {
        const text = `a + b ${operator} max(c, d)`;
        if (evaluation(text, given).truth !== 'unknown') return;
        const fill = (left: string, right: string): Record<string, string> =>
          Object.fromEntries(
            names.map((name) => [
              name,
              given[name] !== '空' ? given[name] : name === 'a' || name === 'b' ? left : right,
            ]),
          );
        const truths = new Set(
          [fill('0', '99'), fill('99', '0'), fill('0', '0')].map((f) => evaluation(text, f).truth),
        );
        expect(truths).toEqual(new Set([true, false]));
      }),
    );
  });

  it('does not care about names that an object has by itself', () => {
    expect(evaluate(formula('constructor == 1'), lookupIn({ a: '1' }))).toHaveProperty('error');
  });
});
