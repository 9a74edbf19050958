/**
 * Units of money and their exact conversion. Changing a unit is a conversion or is refused; a figure is never relabelled.
 */
import { Decimal } from 'decimal.js';
import { decimalText } from './number.js';

/** 元 in one of each unit of money. */
const YUAN: Readonly<Record<string, string>> = { 元: '1', 万元: '10000', 亿元: '100000000' };

/** True for 元, 万元, 亿元. */
export function isMoneyUnit(unit: string): boolean {
  return Object.hasOwn(YUAN, unit);
}

/**
 * Decimal text of the same amount in another unit of money: `251000` 元 is `25.1` 万元.
 * Undefined when one of the units is no unit of money or the result needs more than `decimals` digits after the point.
 */
export function convertMoney(text: string, from: string, to: string, decimals: number): string | undefined {
  const source = Object.hasOwn(YUAN, from) ? YUAN[from] : undefined;
  const target = Object.hasOwn(YUAN, to) ? YUAN[to] : undefined;
  if (source === undefined || target === undefined) return undefined;
  // The default precision of 20 digits would round long figures; a clone leaves the shared settings alone.
  const Exact = Decimal.clone({ precision: text.length + 20 });
  const amount = new Exact(text).times(source).dividedBy(target);
  return amount.decimalPlaces() <= decimals ? decimalText(amount) : undefined;
}
