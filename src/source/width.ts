/**
 * How many terminal columns a text takes, so that a caret stands under the right character. Follows Unicode East Asian
 * Width; ambiguous characters (“ ” … ○) count as wide, as Chinese terminals draw them.
 */
import stringWidth from 'string-width';

/** A tab is drawn as this one-column sign, since its real width depends on where it stands. */
const TAB_SIGN = '⇥';

/** A line as it is shown in a message: tabs made visible, other control characters replaced by one column each. */
export function shownText(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are exactly what is looked for
  return text.replaceAll('\t', TAB_SIGN).replace(/[\u0000-\u001f\u007f-\u009f]/gu, '·');
}

/** Terminal columns of a text that `shownText` gave. */
export function displayWidth(text: string): number {
  return stringWidth(text, { ambiguousIsNarrow: false });
}
