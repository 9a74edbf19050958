/**
 * The value of a statutory cell: one closed union. Blank, 0, "/" and "—" are four different things and never turn into
 * one another on any path (design 1.4).
 */
import type { Decimal } from 'decimal.js';

/** A number, kept with its decimal text as typed (`27.60` stays `27.60`), unit apart. */
export interface NumberValue {
  readonly kind: 'number';
  /** Canonical decimal text as it is printed: ASCII digits, optional `-` and one `.`, no grouping. */
  readonly text: string;
  readonly number: Decimal;
  /** True when the program computed it because the file left it out. */
  readonly computed?: boolean;
}

export type CellValue =
  | NumberValue
  /** Nothing was typed after the colon, `~`, or `空`. */
  | { readonly kind: 'blank' }
  /** `/` was typed. */
  | { readonly kind: 'slash' }
  /** `—` or `——` was typed. */
  | { readonly kind: 'dash'; readonly text: string }
  /** The key is absent and the form does not compute it (or cannot, a part being absent). */
  | { readonly kind: 'missing' };

/** What is printed for a value: never `undefined`, never a zero that was not typed or computed. */
export function printedValue(value: CellValue): string {
  switch (value.kind) {
    case 'number':
      return value.text;
    case 'slash':
      return '/';
    case 'dash':
      return value.text;
    case 'blank':
    case 'missing':
      return '';
  }
}
