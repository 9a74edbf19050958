/**
 * Slips of indentation: tabs, full-width spaces, text that is not indented, lines that are indented too far.
 */
import type { Recogniser } from './line-slip.js';

/** A line indented with a tab. */
export const tabIndent: Recogniser = ({ text, above }) => {
  const lead = /^ *\t[ \t]*/u.exec(text)?.[0];
  if (lead === undefined) return undefined;
  return {
    code: 'load/tab-indent',
    start: lead.indexOf('\t'),
    end: lead.length,
    message: {
      zh: '这一行用制表符（Tab 键）缩进，只能用空格缩进。',
      en: 'This line is indented with a tab; only spaces may indent.',
    },
    corrected: indentAfter(above) + text.slice(lead.length),
  };
};

/** A line indented with full-width or no-break spaces. */
export const wideIndent: Recogniser = ({ text, above }) => {
  const lead = /^[ \u3000\u00a0]*[\u3000\u00a0][ \u3000\u00a0]*/u.exec(text)?.[0];
  if (lead === undefined || lead.length === text.length) return undefined;
  return {
    code: 'load/wide-space',
    start: 0,
    end: lead.length,
    message: {
      zh: '这一行用全角空格（或网页空格）缩进，读不出层次，只能用半角空格缩进。',
      en: 'This line is indented with full-width (or no-break) spaces; only ordinary spaces may indent.',
    },
    corrected: indentAfter(above) + text.slice(lead.length),
  };
};

/** A text of several lines that is not indented below its name. */
export const blockIndent: Recogniser = ({ text, before }) => {
  const head = /^(?<lead> *)(?:- +)*[^:#]+?: +[|>][-+]?\d?\s*$/u.exec(before);
  const lead = head?.groups?.['lead'];
  const indent = /^ */u.exec(text)?.[0].length ?? 0;
  if (lead === undefined || indent > lead.length || /^[^：]{1,40}: /u.test(text)) return undefined;
  return {
    code: 'load/block-indent',
    start: 0,
    end: text.trimEnd().length,
    message: {
      zh: '正文没有缩进，读不出它属于上面的哪一项。',
      en: 'The text is not indented, so it does not belong to the item above.',
    },
    corrected: `${lead}  ${text.trim()}`,
  };
};

/** A line of a text that is indented less than the lines of the text above it. */
export const textIndent: Recogniser = ({ text, before, above }) => {
  const sentence = /^ *[（(一二三四五六七八九十0-9\u4e00-\u9fff“]/u;
  const lead = indentOf(before);
  const inText = (line: string): boolean => sentence.test(line) && !/:(?: |$)|：\s*$|：\s*\[/u.test(line);
  if (before !== above || indentOf(text).length >= lead.length || !inText(text) || !inText(before)) return undefined;
  return {
    code: 'load/block-indent',
    start: 0,
    end: text.trimEnd().length,
    message: {
      zh: '这一行比上面的正文缩进少，读不出它属于哪一项。',
      en: 'This line is indented less than the text above it, so it belongs to no item.',
    },
    corrected: lead + text.trim(),
  };
};

/** A line deeper than `name: value` above it, which cannot hold anything more. */
export const deeperLine: Recogniser = ({ text, before }) => {
  const lead = indentOf(before);
  const indent = indentOf(text);
  const above = /^ *[^:"'#[\]{}|>]+: +[^\s|>&!].*$/u.test(before);
  if (!above || indent.length <= lead.length || !/^ *[^:"'#]+:(?: |$)/u.test(text)) return undefined;
  return {
    code: 'load/indent',
    start: 0,
    end: indent.length,
    message: {
      zh: '这一行比上一行多缩进了，可上一行已经有了值，下面不能再有一层。',
      en: 'This line is indented below the line above, which already has a value and can hold nothing more.',
    },
    corrected: lead + text.trimStart(),
  };
};

/** Indentation that the line above asks for: one level deeper when it ends in a colon, else its own. */
function indentAfter(above: string): string {
  return /:\s*$/u.test(above) ? `${indentOf(above)}  ` : indentOf(above);
}

function indentOf(text: string): string {
  return /^ */u.exec(text)?.[0] ?? '';
}
