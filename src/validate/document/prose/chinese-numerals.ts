/** Numbers written in Chinese characters: 一百二十三, 两千零五, 三万, 二〇. */
import type { Decimal } from 'decimal.js';
import { exact } from '../../../rule/exact.js';

const digits = '零一二三四五六七八九';
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** The number, or undefined for characters that are none: 一一, 十百, 万. */
export function chineseNumber(text: string): Decimal | undefined {
  const written = text.replaceAll('两', '二').replaceAll('〇', '零');
  if (!/[一二三四五六七八九十零]/u.test(written)) return undefined;
  const [high, ...rest] = written.split('亿');
  if (rest.length > 1) return undefined;
  const low = rest[0];
  if (low === undefined) return ofMyriads(high ?? '');
  const [upper, lower] = [ofMyriads(high ?? ''), low === '' ? exact(0) : ofMyriads(low)];
  return upper === undefined || lower === undefined ? undefined : upper.times('100000000').plus(lower);
}

function ofMyriads(text: string): Decimal | undefined {
  const [high, ...rest] = text.split('万');
  if (rest.length > 1) return undefined;
  const low = rest[0];
  if (low === undefined) return below10000(high ?? '');
  const [upper, lower] = [below10000(high ?? ''), low === '' ? exact(0) : below10000(low)];
  return upper === undefined || lower === undefined ? undefined : upper.times(10000).plus(lower);
}

function below10000(text: string): Decimal | undefined {
  let sum = 0;
  let digit: number | undefined;
  let lastPower = 10000;
  for (const character of text.split('')) {
    const power = powers[character];
    if (power !== undefined) {
      if (power >= lastPower || (digit === undefined && power !== 10)) return undefined;
      sum += (digit ?? 1) * power;
      [digit, lastPower] = [undefined, power];
    } else if (character === '零') {
      if (digit !== undefined) return undefined;
      if (text === '零') digit = 0;
    } else {
      if (digit !== undefined) return undefined;
      digit = digits.indexOf(character);
    }
  }
  return text === '' ? undefined : exact(sum + (digit ?? 0));
}
