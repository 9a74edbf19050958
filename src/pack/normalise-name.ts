/**
 * Names compared as people type them: brackets and punctuation of either width, spaces, case and number styles do not count.
 */

/** The form of a name under which two ways of typing it are the same; for comparing only, never for printing. */
export function normaliseName(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\u2060\ufeff]+/gu, '')
    .replace(/[“”„‟〝〞「」『』]/gu, '"')
    .replace(/[‘’‚‛]/gu, "'")
    .replace(/[〔【〖]/gu, '[')
    .replace(/[〕】〗]/gu, ']')
    .replace(/[—―–‐‑]+/gu, '-')
    .replace(/[·•・]/gu, '.')
    .toLowerCase();
}

const leadingNumber = /^(?:\(([一二三四五六七八九十]+|\d+)\)|([一二三四五六七八九十]+|\d+)[、.])/u;

/** A leading item number of a normalised name (`一、`, `(一)`, `1.`, `(1)`) as its bare digits, and what follows it. */
export function splitNumber(normalised: string): { readonly number: string; readonly rest: string } {
  const match = leadingNumber.exec(normalised);
  if (match === null) return { number: '', rest: normalised };
  return { number: match[1] ?? match[2] ?? '', rest: normalised.slice(match[0].length) };
}
