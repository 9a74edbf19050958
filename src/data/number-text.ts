/**
 * A figure as typed -> its canonical text, or what is wrong with the typing and how it should read. Nothing
 * is put right in silence.
 */
import { Decimal } from 'decimal.js';
import { decimalText, isDecimalText, isTooLarge } from '../value/number.js';

/** Ways in which a figure is typed wrongly; the diagnostic code is `data/number-` and this. */
export type NumberSlip =
  'full-width' | 'grouping' | 'leading-zero' | 'sign' | 'exponent' | 'form' | 'word' | 'chinese' | 'too-large' | 'text';

/** `corrected` is absent when no one reading is certain. */
export type NumberReading =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'slip'; readonly slip: NumberSlip; readonly corrected?: string };

/** No figure is longer; what is, is text, and need not be looked at sign by sign. */
const LONGEST_FIGURE = 60;

/** Reads a figure. `signed` allows `+19`, 增3 and 减4, whose canonical texts are `19`, `3` and `-4`. */
export function readNumber(typed: string, signed: boolean): NumberReading {
  if (typed.length > LONGEST_FIGURE) return { kind: 'slip', slip: 'text' };
  const plain = signed ? unsignedWords(typed) : typed;
  if (isDecimalText(plain)) {
    return isTooLarge(new Decimal(plain)) ? { kind: 'slip', slip: 'too-large' } : { kind: 'number', text: plain };
  }
  const step = firstSlip(plain, signed);
  if (step.rest === undefined) return { kind: 'slip', slip: step.slip };
  const next = readNumber(step.rest, signed);
  const corrected = next.kind === 'number' ? next.text : next.corrected;
  if (corrected === undefined) return { kind: 'slip', slip: next.kind === 'slip' ? next.slip : step.slip };
  return { kind: 'slip', slip: step.slip, corrected };
}

/** One thing that is wrong, and the text with that one thing put right; each step makes the text plainer, so this ends. */
interface Step {
  readonly slip: NumberSlip;
  readonly rest?: string;
}

function firstSlip(text: string, signed: boolean): Step {
  const narrow = text.normalize('NFKC').replace(/[\u2212\u2010-\u2015](?=[\d.])/gu, '-');
  if (narrow !== text) return { slip: 'full-width', rest: narrow.trim() };
  if (/^[-+]\s+\d|^[-+]?\d{1,3}(?:\s\d{3})+(?:\.\d+)?$/u.test(text))
    return { slip: 'form', rest: text.replace(/\s+/gu, '') };
  if (/^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(text)) return { slip: 'grouping', rest: text.replaceAll(',', '') };
  if (/^[-+]?\d[\d,]*,[\d,.]*$/u.test(text)) return { slip: 'grouping' };
  if (/^\+\d/u.test(text) && !signed) return { slip: 'sign', rest: text.slice(1) };
  if (/^(?:增加?|增长|减少?|下降)\d/u.test(text)) return { slip: 'sign' };
  if (/^-0+(?:\.0*)?$/u.test(text)) return { slip: 'form', rest: '0' };
  if (/^-?0+\d/u.test(text)) return { slip: 'leading-zero', rest: text.replace(/^(-?)0+(?=\d)/u, '$1') };
  if (/^-?\d+(?:\.\d+)?[eE][-+]?\d{1,3}$/u.test(text)) return exponent(text);
  if (/^-?\.\d+$/u.test(text)) return { slip: 'form', rest: text.replace('.', '0.') };
  if (/^-?\d+\.$/u.test(text)) return { slip: 'form', rest: text.slice(0, -1) };
  if (/^(?:无|没有|未发生|零)$/u.test(text)) return { slip: 'word' };
  if (/^[〇零一二两三四五六七八九十百千万亿]+$/u.test(text)) return { slip: 'chinese' };
  return { slip: 'text' };
}

/** `1e3` -> `1000`; exponents that make the figure longer than any count are not written out. */
function exponent(text: string): Step {
  const number = new Decimal(text);
  return isTooLarge(number) ? { slip: 'too-large' } : { slip: 'exponent', rest: decimalText(number) };
}

/** 增3 -> 3, 减4 -> -4, +19 -> 19: the words of rows that hold a change. */
function unsignedWords(text: string): string {
  const found = /^(?<word>\+|增加?|增长|减少?|下降)(?<digits>\d[\d.]*)$/u.exec(text.trim());
  const { word = '', digits = '' } = found?.groups ?? {};
  if (found === null) return text;
  const negative = /^(?:减|下)/u.test(word) && !/^0+(?:\.0*)?$/u.test(digits);
  return negative ? `-${digits}` : digits;
}
