/**
 * Whether a line end between two characters is nothing or a space: Chinese has no spaces between words, so a line that was
 * only turned in the editor must not print one.
 */

const wide =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef‘’“”…—·]$/u;

/** True when either character is Chinese, Japanese or Korean, or a full-width mark. */
export function joinsWithoutSpace(before: string, after: string): boolean {
  return wide.test(before) || wide.test(after);
}
