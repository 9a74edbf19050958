import { describe, expect, it } from 'vitest';
import { decimalPlaces, decimalText, isDecimalText, isTooLarge, numberValue } from '../../../src/value/number.js';
import { convertMoney, isMoneyUnit } from '../../../src/value/unit.js';
import { printedValue } from '../../../src/value/value.js';

describe('decimal text', () => {
  it.each(['0', '12', '-3', '27.60', '0.5', '-0.5'])('%s is canonical', (text) =>
    expect(isDecimalText(text)).toBe(true),
  );
  it.each(['', '012', '-0', '-0.0', '1.', '.5', '+1', '1e3', '1,000', '１', ' 1', '0x1', '1_0'])(
    '%j is not',
    (text) => {
      expect(isDecimalText(text)).toBe(false);
    },
  );

  it('keeps the text as typed and refuses what is not canonical', () => {
    expect(printedValue(numberValue('27.60'))).toBe('27.60');
    expect(numberValue('1', true)).toMatchObject({ computed: true });
    expect(() => numberValue('1,000')).toThrow('1,000');
  });

  it('R-03: knows where other programs lose digits', () => {
    expect(isTooLarge(numberValue('9007199254740991').number)).toBe(false);
    expect(isTooLarge(numberValue('9007199254740992').number)).toBe(true);
  });

  it('writes no exponent and no negative zero', () => {
    expect(decimalText(numberValue('0.0000001').number)).toBe('0.0000001');
    expect(decimalText(numberValue('1').number.times(-1).plus(1).times(-1))).toBe('0');
    expect(decimalPlaces('27.60')).toBe(2);
    expect(decimalPlaces('27')).toBe(0);
  });
});

describe('R-18: units of money', () => {
  it.each([
    ['251000', '元', '万元', 4, '25.1'],
    ['0.5', '万元', '元', 0, '5000'],
    ['1', '亿元', '万元', 0, '10000'],
    ['-20000', '元', '万元', 0, '-2'],
    ['123456789012345678901234567890', '元', '万元', 4, '12345678901234567890123456.789'],
  ])('%s %s in %s', (text, from, to, decimals, converted) =>
    expect(convertMoney(text, from, to, decimals)).toBe(converted),
  );

  it('refuses an inexact conversion and what is no unit of money', () => {
    expect(convertMoney('0.5', '元', '万元', 4)).toBeUndefined();
    expect(convertMoney('5', '件', '元', 4)).toBeUndefined();
    expect(convertMoney('5', '元', 'constructor', 4)).toBeUndefined();
    expect(isMoneyUnit('万元')).toBe(true);
    expect(isMoneyUnit('toString')).toBe(false);
  });
});
