/**
 * Numbers in running Chinese text, read exactly: 1,234 / １２ / 6.58万 / 3000余 / 近3万 / 一百二十三 / 两 / 12.5% / 百分之三. Knows the
 * notation only; which figure a number is of is judged elsewhere.
 */
import type { Decimal } from 'decimal.js';
import { exact } from '../../../rule/exact.js';
import { withPlainDigits } from '../years.js';
import { chineseNumber } from './chinese-numerals.js';

/** A number with its measure word; `[start, end)` are UTF-16 offsets of both with what makes it approximate. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  /** As written, with its measure word. */
  readonly text: string;
  /** Of what it may stand for: equal ends for an exact number. */
  readonly low: Decimal;
  readonly high: Decimal;
  /** `count` with a measure word; `bare` without one; `points` are percentage points. */
  readonly kind: 'count' | 'percent' | 'points' | 'bare';
  /** Measure word; empty for percent and bare numbers. */
  readonly unit: string;
  /** Digits after the point, for what is rounded to them. */
  readonly decimals: number;
}

/** Measure words by their first character, longest first. */
export type Units = ReadonlyMap<string, readonly string[]>;

/** Measure words made ready for reading. */
export function unitsOf(words: readonly string[]): Units {
  const units = new Map<string, string[]>();
  for (const word of [...new Set(words)].sort((a, b) => b.length - a.length)) {
    const first = word.charAt(0);
    units.set(first, [...(units.get(first) ?? []), word]);
  }
  return units;
}

/** True when two numerals can mean the same figure. */
export function mayEqual(a: Pick<Numeral, 'low' | 'high'>, b: Pick<Numeral, 'low' | 'high'>): boolean {
  return a.low.lte(b.high) && b.low.lte(a.high);
}

/** Every other character is passed over at once. */
const mayBegin = new Set('0123456789一二三四五六七八九十百千万亿零〇两');

const arabic = /\d{1,3}(?:[,，]\d{3})+(?!\d)(?:\.\d+)?|\d{1,15}(?:\.\d{1,10})?/uy;
const chinese = /[一二三四五六七八九十百千万亿零〇两]{1,16}/uy;
const percentWords = /百分之([一二三四五六七八九十百零〇两]{1,8}|\d{1,6}(?:\.\d{1,6})?)/uy;
const scaleMarks = /\s{0,2}(万亿|百万|千万|万|亿|千|百)(?!元|分|科|姓)/uy;
const scaleOfMoney = /\s{0,2}(万|亿)(?=元)/uy;
const after = /余|多(?!次|种|项|个|人|方|元|样|部门|渠道)|左右|以上|以下|上下/uy;
const before = /(?:将近|大约|超过|达到|不到|不足|至少|接近|突破|近|约|超|逾)\s?$/u;
const trailing = /左右|以上|以下|上下/uy;
const scaleValues: Readonly<Record<string, string>> = {
  百: '100',
  千: '1000',
  万: '10000',
  百万: '1000000',
  千万: '10000000',
  亿: '100000000',
  万亿: '1000000000000',
};

/** Numerals of a text in order. Those that begin in a span of `masked` are no figures and are passed over. */
export function numeralsOf(
  text: string,
  units: Units,
  masked: (offset: number) => number | undefined,
): readonly Numeral[] {
  const plain = withPlainDigits(text);
  const found: Numeral[] = [];
  for (let at = 0; at < plain.length;) {
    if (!mayBegin.has(plain.charAt(at))) {
      at++;
      continue;
    }
    const skipTo = masked(at);
    if (skipTo !== undefined) {
      at = Math.max(skipTo, at + 1);
      continue;
    }
    const numeral = numeralAt(plain, at, units);
    if (numeral === undefined) {
      at += runAt(plain, at);
      continue;
    }
    const early = numeral.kind === 'points' ? undefined : before.exec(plain.slice(Math.max(0, at - 3), at))?.[0];
    const start = numeral.start - (early?.length ?? 0);
    found.push({ ...numeral, start, text: text.slice(start, numeral.end) });
    at = Math.max(numeral.end, at + 1);
  }
  return found;
}

/** Digits, or a run of Chinese digits, that are no figure are left behind as a whole. */
function runAt(text: string, at: number): number {
  arabic.lastIndex = at;
  const digits = arabic.exec(text)?.[0].length;
  if (digits !== undefined) return digits;
  chinese.lastIndex = at;
  return chinese.exec(text)?.[0].length ?? 1;
}

function numeralAt(text: string, at: number, units: Units): Omit<Numeral, 'text'> | undefined {
  const first = text.charAt(at);
  if (first === '百' && text.startsWith('百分之', at)) return percentInWords(text, at);
  if (first >= '0' && first <= '9') return arabicAt(text, at, units);
  return '一二三四五六七八九十两零〇'.includes(first) ? chineseAt(text, at, units) : undefined;
}

function percentInWords(text: string, at: number): Omit<Numeral, 'text'> | undefined {
  percentWords.lastIndex = at;
  const match = percentWords.exec(text);
  if (match === null) return undefined;
  const digits = match[1] ?? '';
  const value = /^\d/u.test(digits) ? exact(digits) : chineseNumber(digits);
  if (value === undefined) return undefined;
  return {
    start: at,
    end: percentWords.lastIndex,
    low: value,
    high: value,
    kind: 'percent',
    unit: '',
    decimals: places(digits),
  };
}

function arabicAt(text: string, at: number, units: Units): Omit<Numeral, 'text'> | undefined {
  if (/[A-Za-z0-9.第前\-—－/\\]$/u.test(text.slice(Math.max(0, at - 1), at))) return undefined;
  arabic.lastIndex = at;
  const digits = arabic.exec(text)?.[0] ?? '';
  const value = exact(digits.replace(/[,，]/gu, ''));
  const end = at + digits.length;
  const percent = /^\s?(?:%|％)/u.exec(text.slice(end, end + 2));
  if (percent !== null) return ofPercent(text, at, end + percent[0].length, value, places(digits));
  const points = /^\s?个百分点/u.exec(text.slice(end, end + 6));
  if (points !== null) {
    return { start: at, end: end + points[0].length, low: value, high: value, kind: 'points', unit: '', decimals: 0 };
  }
  return withMeasure(text, at, end, value, places(digits), units);
}

function ofPercent(text: string, at: number, end: number, value: Decimal, decimals: number): Omit<Numeral, 'text'> {
  const approximate =
    before.test(text.slice(Math.max(0, at - 3), at)) || /^(?:左右|以上|以下)/u.test(text.slice(end, end + 2));
  const step = exact(10).pow(-decimals);
  const low = approximate ? value.minus(step) : value;
  const high = approximate ? value.plus(step) : value;
  return { start: at, end, low, high, kind: 'percent', unit: '', decimals };
}

function chineseAt(text: string, at: number, units: Units): Omit<Numeral, 'text'> | undefined {
  if (/[第几数一二三四五六七八九十百千万]$/u.test(text.slice(Math.max(0, at - 1), at))) return undefined;
  chinese.lastIndex = at;
  const written = chinese.exec(text)?.[0] ?? '';
  const value = chineseNumber(written);
  if (value === undefined) return undefined;
  const numeral = withMeasure(text, at, at + written.length, value, 0, units);
  // Words of which the number is a part: 一个, 一批, 一次性, 三审三校, 一季度.
  if (numeral === undefined || numeral.kind !== 'count') return undefined;
  if (/^[性龙事线章把手]/u.test(text.charAt(numeral.end))) return undefined;
  const vague = value.eq(1) && !['件', '次', '期', '场', '宗', '起', '条', '名', '篇'].includes(numeral.unit);
  return vague || /^(?:年|月|日|号|级|届|类|季)/u.test(numeral.unit) ? undefined : numeral;
}

function withMeasure(
  text: string,
  start: number,
  digitsEnd: number,
  value: Decimal,
  decimals: number,
  units: Units,
): Omit<Numeral, 'text'> | undefined {
  let end = digitsEnd;
  let low = value;
  let high = value;
  let step = lastStep(value, decimals);
  scaleOfMoney.lastIndex = end;
  scaleMarks.lastIndex = end;
  const money = unitAt(text, end, units);
  const scale = money?.unit.endsWith('元') === true ? null : (scaleMarks.exec(text) ?? scaleOfMoney.exec(text));
  if (scale !== null) {
    const factor = exact(scaleValues[scale[1] ?? ''] ?? '1');
    step = exact(10).pow(-decimals).times(factor);
    // 6.58万 is 65 800 to the nearest hundred.
    low = value.times(factor).minus(step.dividedBy(2));
    high = value.times(factor).plus(step.dividedBy(2));
    end += scale[0].length;
  }
  if (money?.unit.endsWith('万元') === true || money?.unit.endsWith('亿元') === true) {
    low = decimals === 0 ? low : low.minus(step.dividedBy(2));
    high = decimals === 0 ? high : high.plus(step.dividedBy(2));
  }
  const middle = low.plus(high).dividedBy(2);
  after.lastIndex = end;
  const beyond = after.exec(text)?.[0];
  if (beyond !== undefined) end += beyond.length;
  const measure = unitAt(text, end, units);
  if (measure !== undefined) end = measure.end;
  trailing.lastIndex = end;
  const late = measure === undefined ? undefined : trailing.exec(text)?.[0];
  if (late !== undefined) end += late.length;
  const early = before.exec(text.slice(Math.max(0, start - 3), start))?.[0].trim();
  [low, high] = widened({ low, high, middle, step }, early, beyond ?? late);
  if (measure === undefined && /^[A-Za-z]/u.test(text.charAt(end))) return undefined;
  return {
    start,
    end,
    low,
    high,
    kind: measure === undefined ? 'bare' : 'count',
    unit: measure?.unit ?? '',
    decimals,
  };
}

interface Bounds {
  readonly low: Decimal;
  readonly high: Decimal;
  readonly middle: Decimal;
  /** Value of the last digit that is not 0: how far 余 and 近 reach. */
  readonly step: Decimal;
}

/** An approximation is a bound, never an equality. */
function widened(
  { low, high, middle, step }: Bounds,
  early: string | undefined,
  late: string | undefined,
): [Decimal, Decimal] {
  const under = /^(?:将近|接近|近|不到|不足)$/u.test(early ?? '') || late === '以下';
  const over = /^(?:超过|超|逾|突破|至少)$/u.test(early ?? '');
  const around = /^(?:大约|约)$/u.test(early ?? '') || late === '左右' || late === '上下';
  let bounds: [Decimal, Decimal] = [low, high];
  if (late === '余' || late === '多') bounds = [middle, middle.plus(step)];
  if (late === '以上' || over) bounds = [middle, exact('Infinity')];
  if (around) bounds = [middle.minus(step), middle.plus(step)];
  if (under) bounds = [late === '以下' ? exact(0) : middle.minus(step), late === '余' ? middle.plus(step) : middle];
  return bounds;
}

function lastStep(value: Decimal, decimals: number): Decimal {
  if (decimals > 0 || value.isZero()) return exact(10).pow(-decimals);
  const digits = value.toFixed(0);
  return exact(10).pow(digits.length - digits.replace(/0+$/u, '').length);
}

function unitAt(text: string, at: number, units: Units): { readonly unit: string; readonly end: number } | undefined {
  let from = at;
  while (from < at + 2 && /[ \u00a0\u3000]/u.test(text.charAt(from))) from++;
  const unit = units.get(text.charAt(from))?.find((word) => text.startsWith(word, from));
  return unit === undefined ? undefined : { unit, end: from + unit.length };
}

function places(digits: string): number {
  const point = digits.indexOf('.');
  return point < 0 ? 0 : digits.length - point - 1;
}
