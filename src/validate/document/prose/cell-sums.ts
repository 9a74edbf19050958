/** The figure that the tables hold for a reading: one cell, or the sum of several, in the measure of the text. */
import type { Decimal } from 'decimal.js';
import { cellSpecs } from '../../../pack/cells.js';
import { exact } from '../../../rule/exact.js';
import { decimalText } from '../../../value/number.js';
import { convertMoney, isMoneyUnit } from '../../../value/unit.js';
import { cellInput } from '../../cells.js';
import type { DocumentContext } from '../context.js';

/** `blank`: nothing but blanks, slashes and dashes; `open`: not all cells hold a number, or their measure is another. */
export type CellSum =
  { readonly kind: 'number'; readonly value: Decimal } | { readonly kind: 'blank' } | { readonly kind: 'open' };

/** The sum of cells in a unit; a cell in another unit of money is converted exactly. */
export function cellSum(addresses: readonly string[], unit: string, context: DocumentContext): CellSum {
  const values = addresses.map((address) => valueOf(address, unit, context));
  const numbers = values.flatMap((value) => (value.kind === 'number' ? [value.value] : []));
  if (numbers.length === values.length) {
    return { kind: 'number', value: numbers.reduce((sum, value) => sum.plus(value), exact(0)) };
  }
  return values.every(({ kind }) => kind === 'blank') ? { kind: 'blank' } : { kind: 'open' };
}

function valueOf(address: string, unit: string, { data, figures, pack }: DocumentContext): CellSum {
  const value = figures.values.get(address);
  if (value === undefined || value.kind === 'missing') return { kind: 'open' };
  if (value.kind !== 'number') return { kind: 'blank' };
  const own = cellInput(data, address)?.unit ?? cellSpecs(pack).byAddress.get(address)?.unit ?? '';
  if (!isMoneyUnit(own) || own === unit || unit === '') return { kind: 'number', value: exact(value.number) };
  const converted = convertMoney(decimalText(value.number), own, unit, 10);
  return converted === undefined ? { kind: 'open' } : { kind: 'number', value: exact(converted) };
}
