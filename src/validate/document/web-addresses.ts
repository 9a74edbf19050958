/** Addresses of web pages, mail boxes and files in a text: their letters and marks are not those of the sentence. */
import type { Span } from './years.js';

const address =
  /(?:https?:\/\/|www\.)[\x21-\x7e]{1,2000}|[\w.+-]{1,100}@[\w-]{1,100}(?:\.[\w-]{1,60}){1,6}|(?<![\w.])[\w-]{1,60}(?:\.[A-Za-z][\w-]{1,20}){1,6}(?:\/[\x21-\x7e]{0,2000})?|(?:\/[\w.-]{1,100}){2,30}/gu;

/** Spans of all addresses, in order. A closing bracket that was never opened in it does not belong to an address. */
export function addressSpans(text: string): readonly Span[] {
  if (!/[.@/]/u.test(text)) return [];
  return [...text.matchAll(address)].map((match) => {
    const [found] = match;
    const end = match.index + (found.includes('(') ? found : found.replace(/[),;:.]+$/u, '')).length;
    return { start: match.index, end };
  });
}
