/**
 * 统一社会信用代码: 18 signs with a check sign. Source: GB 32100-2015, 4 and annex A (ISO 7064, MOD 31-3).
 */
const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** What is wrong with a code: its form, or its check sign (then the sign that would be right). */
export type CreditCodeProblem = { readonly kind: 'form' } | { readonly kind: 'check'; readonly expected: string };

/** Undefined when the code is well formed and its check sign is right. */
export function creditCodeProblem(code: string): CreditCodeProblem | undefined {
  if (code.length !== 18 || [...code].some((sign) => !SIGNS.includes(sign))) return { kind: 'form' };
  let weight = 1;
  let sum = 0;
  for (const sign of code.slice(0, 17)) {
    sum += SIGNS.indexOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  const expected = SIGNS.charAt((31 - (sum % 31)) % 31);
  return code.endsWith(expected) ? undefined : { kind: 'check', expected };
}
