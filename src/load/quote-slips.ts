/**
 * Slips of quotes: quotes within quotes, quotes that are not closed, escapes that are none.
 */
import { VALUE, type Recogniser } from './line-slip.js';

/** `"关于"放管服"的报告"`: an ASCII quote inside a text that ASCII quotes enclose. */
export const innerQuote: Recogniser = ({ text }) => {
  const { lead = '', value = '' } = VALUE.exec(text)?.groups ?? {};
  const quote = value.charAt(0);
  if (quote !== '"' && quote !== "'") return undefined;
  const close = closingQuote(value, quote);
  const rest = close < 0 ? '' : value.slice(close + 1);
  if (close < 0 || /^\s*(?:$|#|[,:\]}])/u.test(rest)) return undefined;
  const { typed, comment } = withoutComment(value, quote);
  const enclosed = typed.endsWith(quote) && count(typed, quote) % 2 === 0 && count(typed, quote) > 2;
  const inner = enclosed && !isRowOfQuotes(typed) ? typed.slice(1, -1) : typed;
  return {
    code: 'load/inner-quote',
    start: lead.length + close,
    end: lead.length + close + 1,
    message: {
      zh: '英文引号里面又有英文引号，引号在这里就结束了，后面的文字读不出来。',
      en: 'There is an ASCII quote within ASCII quotes: the text ends here and what follows cannot be read.',
    },
    corrected: lead + chineseQuotes(inner, quote) + comment,
  };
};

/** Quotes that are opened on the line and not closed on it. */
export const unclosedQuote: Recogniser = ({ text }) => {
  const { lead = '', value = '' } = VALUE.exec(text)?.groups ?? {};
  const quote = value.charAt(0);
  if ((quote !== '"' && quote !== "'") || closingQuote(value, quote) >= 0) return undefined;
  const typed = value.trimEnd();
  // A Chinese quote that closes what a Chinese quote opened is text; one that is left over was meant for this one.
  const chinese = /[”’]$/u.test(typed) && !isPaired(typed) ? typed.slice(0, -1) : typed;
  return {
    code: 'load/unclosed-quote',
    start: lead.length,
    end: lead.length + typed.length,
    message: { zh: '引号只有开头，没有结尾。', en: 'The quotes are opened but not closed.' },
    corrected: `${lead}${chinese}${quote}`,
  };
};

/** `"C:\年报"`: between double quotes a backslash begins an escape. */
export const badEscape: Recogniser = ({ text }) => {
  const { lead = '', value = '' } = VALUE.exec(text)?.groups ?? {};
  const inner = /^"(?<inner>[^"']*)"\s*(?:#.*)?$/u.exec(value)?.groups?.['inner'];
  const at = inner?.search(/\\[^0abtnvfre"/\\N_LPxuU \t]/u) ?? -1;
  if (inner === undefined || at < 0) return undefined;
  return {
    code: 'load/bad-escape',
    start: lead.length + 1 + at,
    end: lead.length + 3 + at,
    message: {
      zh: '双引号里的反斜杠“\\”有特殊含义，这样写读不出来。',
      en: 'A backslash within double quotes begins an escape, and this one is unknown.',
    },
    corrected: `${lead}'${inner}'`,
  };
};

/** Offset of the quote that ends the quoted text at the start of `value`, or -1. */
function closingQuote(value: string, quote: string): number {
  for (let at = 1; at < value.length; at += 1) {
    const character = value.charAt(at);
    if (quote === '"' && character === '\\') at += 1;
    else if (character === quote && quote === "'" && value.charAt(at + 1) === "'") at += 1;
    else if (character === quote) return at;
  }
  return -1;
}

/** `"甲"和"乙"`, `"甲"、"乙"`: quoted words one after another rather than a quoted text with quotes in it. */
function isRowOfQuotes(text: string): boolean {
  const [, ...between] = text.split(text.charAt(0)).filter((_, at) => at % 2 === 0);
  return between.slice(0, -1).every((words) => /^\s*[和与及或至到、，,；—-]{1,2}\s*$/u.test(words));
}

/** True when Chinese quotes in a text close as often as they open. */
function isPaired(text: string): boolean {
  const [open, close] = text.endsWith('”') ? ['“', '”'] : ['‘', '’'];
  return count(text, open) === count(text, close);
}

/** A value with quotes in it, and the comment after its last quote. */
function withoutComment(value: string, quote: string): { readonly typed: string; readonly comment: string } {
  const last = value.lastIndexOf(quote);
  const at = value.slice(last).search(/\s+#/u);
  const typed = at < 0 ? value.trimEnd() : value.slice(0, last + at);
  return { typed, comment: value.slice(typed.length).trimEnd() };
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** ASCII quotes of a Chinese sentence as Chinese quotes, opening and closing by turns. */
function chineseQuotes(text: string, quote: string): string {
  const marks = quote === '"' ? ['“', '”'] : ['‘', '’'];
  let seen = 0;
  return text.replaceAll(quote, () => marks[seen++ % 2] ?? quote);
}
