/** Finds numbers that belong to a person. Never decides what is to be done about them. */
import { isBankCard, isIdentityNumber, isOldIdentityNumber } from './check-digits.js';
import { anyOf } from './options.js';
import { addressSpans } from './web-addresses.js';
import { isWithin, type Span } from './years.js';

export interface PersonalNumber extends Span {
  readonly kind: 'identity' | 'mobile' | 'bankCard';
}

/** Words near a number that say whose it is. */
export interface NumberContext {
  /** Before a telephone number of the office. */
  readonly contact: readonly string[];
  /** Of a person: the number is theirs even after a word of contact. */
  readonly person: readonly string[];
  /** Of an identity card. */
  readonly identity: readonly string[];
  /** Of a bank account. */
  readonly account: readonly string[];
  /** Of an account of the office. */
  readonly office: readonly string[];
}

/** Runs of 11 to 24 digits, spaces and hyphens between them; nothing that is part of a longer word or an e-mail name. */
const run = /(?<![\dA-Za-z@._/〔[-])\d(?:[ -]?\d){9,22}(?:[ -]?[\dXx])(?![\dA-Za-z@_/]|-\d|\.\d)/gu;

/** How far words may stand from the number. */
const near = 16;

/** Numbers of persons in a text, in order; those in web addresses are none. */
export function personalNumbers(text: string, context: NumberContext): readonly PersonalNumber[] {
  const plain = text.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xff10 + 48));
  if (!/\d(?:[ -]?\d){9}/u.test(plain)) return [];
  const addresses = addressSpans(plain);
  return [...plain.matchAll(run)].flatMap((match): readonly PersonalNumber[] => {
    const [written] = match;
    const end = match.index + written.length;
    if (isWithin(match.index, addresses)) return [];
    const digits = written.replace(/[ -]/gu, '').toUpperCase();
    const kind = kindOf(
      digits,
      plain.slice(Math.max(0, match.index - near), match.index),
      plain.slice(end, end + 4),
      context,
    );
    return kind === undefined ? [] : [{ kind, start: match.index, end }];
  });
}

function kindOf(
  digits: string,
  before: string,
  after: string,
  context: NumberContext,
): PersonalNumber['kind'] | undefined {
  const says = (words: readonly string[]): boolean => new RegExp(anyOf(words), 'u').test(before);
  if (/信用代码[^\d]{0,6}$/u.test(before)) return undefined;
  if (isIdentityNumber(digits)) return 'identity';
  if (isOldIdentityNumber(digits) && says(context.identity)) return 'identity';
  // 15912345678元 is a figure.
  if (/^1[3-9]\d{9}$/u.test(digits) && !/^\s*[余多]?\s*[万亿元件条次人份篇个]/u.test(after)) {
    return says(context.contact) && !says(context.person) ? undefined : 'mobile';
  }
  if (!isBankCard(digits) || says(context.office)) return undefined;
  return digits.startsWith('62') || says(context.account) ? 'bankCard' : undefined;
}

/** A text with all but the first three and the last two digits of every long number hidden. */
export function masked(text: string): string {
  return text.replace(/[\d０-９](?:[ -]?[\d０-９Xx]){5,}/gu, (number) => {
    const digits = number.replace(/[ -]/gu, '');
    return digits.length < 11 ? number.replace(/[\d０-９]/gu, '*') : `${digits.slice(0, 3)}******${digits.slice(-2)}`;
  });
}
