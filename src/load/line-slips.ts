/**
 * All recognisers of slips, one for each: where the slip is and how the line should read. Those of colons and of signs that
 * YAML reads as its own are here.
 */
import { blockIndent, deeperLine, tabIndent, textIndent, wideIndent } from './indent-slips.js';
import { quotedValue, splitComment, VALUE, type LineSlip, type Recogniser } from './line-slip.js';
import { badEscape, innerQuote, unclosedQuote } from './quote-slips.js';

/** The start of an entry: indentation, list dashes, a name without colons, quotes or brackets. */
const ENTRY = String.raw`(?<lead>[ ]*(?:- +)*)(?<name>[^\s:："'\[\]{}#&*!|>%@\x60,，。；-][^:：，。；"]{0,60}?)`;

const FULL_COLON = new RegExp(`^${ENTRY}[ \u3000]*(?<colon>：)[ \u3000]*(?<value>.*)$`, 'u');
const TIGHT_COLON = new RegExp(`^${ENTRY}(?<colon>:)(?<value>[^ \\t/].*)$`, 'u');

const fullColon: Recogniser = ({ text }) => {
  const found = FULL_COLON.exec(text);
  const { lead = '', name = '', value = '' } = found?.groups ?? {};
  if (found === null) return undefined;
  const start = text.indexOf('：');
  return {
    code: 'load/full-width-colon',
    start,
    end: start + 1,
    message: {
      zh: `“${name.trim()}”后面用了中文冒号“：”，应当用英文冒号“:”加一个空格。`,
      en: `A Chinese colon follows "${name.trim()}"; an ASCII colon and a space are needed.`,
    },
    corrected: `${lead}${name.trim()}: ${value}`.trimEnd(),
  };
};

const tightColon: Recogniser = ({ text }) => {
  const found = TIGHT_COLON.exec(text);
  const { lead = '', name = '', value = '' } = found?.groups ?? {};
  if (found === null) return undefined;
  const start = lead.length + name.length;
  return {
    code: 'load/no-space-after-colon',
    start,
    end: start + 1,
    message: {
      zh: `“${name.trim()}”的冒号后面要空一格。`,
      en: `The colon after "${name.trim()}" must be followed by a space.`,
    },
    corrected: `${lead}${name.trim()}: ${value.replace(/^[\u3000\u00a0]+/u, '')}`,
  };
};

/** `标题: {{year}}年`: two braces are a map of YAML, not yet a reference. */
const reference: Recogniser = ({ text }) => {
  const { lead = '', value = '' } = VALUE.exec(text)?.groups ?? {};
  if (!value.startsWith('{{')) return undefined;
  return {
    code: 'load/reference-not-quoted',
    start: lead.length,
    end: lead.length + splitComment(value).text.length,
    message: {
      zh: '以“{{”开头的值会被当作数据结构，要放进引号才是文字。',
      en: 'A value that begins with "{{" is read as a structure; it must be in quotes to be text.',
    },
    corrected: lead + quotedValue(value),
  };
};

const star: Recogniser = ({ text }) => {
  const { lead = '', value = '' } = VALUE.exec(text)?.groups ?? {};
  if (!/^\*+[^*\s]/u.test(value)) return undefined;
  return {
    code: 'load/alias',
    start: lead.length,
    end: lead.length + splitComment(value).text.length,
    message: {
      zh: '以星号“*”开头的值有特殊含义（引用别处的内容），文字要放进引号。',
      en: 'A value that begins with "*" is a reference to another place; text must be in quotes.',
    },
    corrected: lead + quotedValue(value),
  };
};

const reservedStart: Recogniser = ({ text }) => {
  const { lead = '', value = '' } = VALUE.exec(text)?.groups ?? {};
  const sign = /^[@`%]/u.exec(value)?.[0];
  if (sign === undefined) return undefined;
  return {
    code: 'load/reserved-start',
    start: lead.length,
    end: lead.length + 1,
    message: {
      zh: `不加引号的文字不能以“${sign}”开头。`,
      en: `Text without quotes cannot begin with "${sign}".`,
    },
    corrected: lead + quotedValue(value),
  };
};

/** `正文: |文字`: the text of a block begins on the next line. */
const blockHeader: Recogniser = ({ text }) => {
  const { lead = '', value = '' } = VALUE.exec(text)?.groups ?? {};
  const sign = /^[|>][-+]?/u.exec(value)?.[0];
  if (sign === undefined || /^[|>](?:\d[-+]?|[-+]\d?)?\s*(?:#.*)?$/u.test(value)) return undefined;
  const rest = value.slice(sign.length).trim();
  return {
    code: 'load/block-header',
    start: lead.length,
    end: text.trimEnd().length,
    message: {
      zh: `“${sign}”的后面不能接文字，正文要从下一行开始，并比上一行多缩进两格。`,
      en: `No text may follow "${sign}"; it begins on the next line, indented by two more spaces.`,
    },
    corrected: lead + (sign.startsWith('|') ? rest : quotedValue(value)),
  };
};

/** `标题: 通知: 内容`: a second colon and space in a text without quotes. */
const secondColon: Recogniser = ({ text }) => {
  const found = /^(?<lead>[ ]*(?:- +)*[^:"'#[\]{}]+?: +)(?<value>[^\s"'[\]{}|>][^"'[\]{}]*?: .*)$/u.exec(text);
  const { lead = '', value = '' } = found?.groups ?? {};
  if (found === null) return undefined;
  const start = lead.length + value.indexOf(': ');
  return {
    code: 'load/second-colon',
    start,
    end: start + 1,
    message: {
      zh: '这一行有两个“冒号加空格”，分不清哪个是名称。',
      en: 'There are two colons followed by a space on this line, so the name cannot be told.',
    },
    corrected: lead + quotedValue(value),
  };
};

/** One entry between braces: a name, a colon of either width, a value. */
const FLOW_ENTRY = /^(?<name>[^:：]+?)[ \u3000]*[:：][ \u3000]*(?<value>[^:：,]+)$/u;

/** `{电话：1, 地址:2}`: Chinese colons, or colons without a space, between braces. */
const flowColon: Recogniser = ({ text }) => {
  const found = /^(?<lead>[^"'#[\]{}]*: +)\{(?<inner>[^"'#[\]{}]*)\}(?<rest>\s*(?:#.*)?)$/u.exec(text);
  const { lead = '', inner = '', rest = '' } = found?.groups ?? {};
  if (found === null || !/：|:(?! )/u.test(inner)) return undefined;
  const entries = inner.split(/[,，](?=[^,，:：]*[:：])/u).map((entry) => FLOW_ENTRY.exec(entry.trim())?.groups);
  if (entries.some((entry) => entry === undefined)) return undefined;
  const corrected = entries.map((entry) => `${entry?.['name'] ?? ''}: ${entry?.['value'] ?? ''}`).join(', ');
  const start = lead.length + 1 + inner.search(/：|:(?! )/u);
  return {
    code: 'load/no-space-after-colon',
    start,
    end: start + 1,
    message: {
      zh: '大括号里的名称与值之间要用英文冒号加一个空格，各项之间用英文逗号。',
      en: 'Within braces a name and its value are parted by an ASCII colon and a space, the entries by ASCII commas.',
    },
    corrected: `${lead}{${corrected}}${rest}`,
  };
};

/** What may be meant by a hyphen where a figure should stand. */
const HYPHEN_ADVICE = {
  zh: '没有发生写 0，不适用写“/”，按表式划线写“——”，还没有数据写“空”。',
  en: 'Write 0 for none, "/" for not applicable, "——" for the form\'s dash, 空 or ~ for not known yet.',
};

/** `行政许可: -`: YAML takes a hyphen by itself for the start of a list. */
const loneHyphen: Recogniser = ({ text }) => {
  const found = /^(?<lead> *(?:- +)*[^:"'#[\]{}]+?: +)-(?<rest>\s*(?:#.*)?)$/u.exec(text);
  const { lead = '', rest = '' } = found?.groups ?? {};
  if (found === null) return undefined;
  return hyphen(lead.length, `${lead}——${rest}`);
};

/** `[1, -, 0]`. */
const hyphenInList: Recogniser = ({ text }) => {
  const found = /[[,]\s*(?<hyphen>-)\s*(?=[,\]])/u.exec(text);
  if (found === null || !VALUE.test(text)) return undefined;
  const start = found.index + found[0].indexOf('-');
  return hyphen(start, text.replace(/(?<=[[,]\s*)-(?=\s*[,\]])/gu, '——'));
};

function hyphen(start: number, corrected: string): LineSlip {
  return {
    code: 'load/lone-hyphen',
    start,
    end: start + 1,
    message: {
      zh: `单独一个减号“-”不能当作值。${HYPHEN_ADVICE.zh}`,
      en: `A hyphen by itself is no value. ${HYPHEN_ADVICE.en}`,
    },
    corrected,
  };
}

/** `[1, , 0]`: nothing between two commas. */
const emptyItem: Recogniser = ({ text }) => {
  const list = /^[^"'#[\]{}]*\[(?<items>[^\]"'[{}]*)\]/u.exec(text)?.groups?.['items'];
  const found = list === undefined ? null : /(?:^|,)\s*,/u.exec(list);
  if (list === undefined || found === null) return undefined;
  const start = text.indexOf('[') + 1;
  const items = list.split(',').map((item) => (item.trim() === '' ? ' ~' : item));
  return {
    code: 'load/empty-item',
    start: start + found.index,
    end: start + found.index + found[0].length,
    message: {
      zh: '两个逗号之间没有内容。没有发生写 0，还没有数据写“~”。',
      en: 'There is nothing between two commas. Write 0 for none, ~ for not known yet.',
    },
    corrected: `${text.slice(0, start)}${items.join(',').trim()}${text.slice(start + list.length)}`,
  };
};

/** `[1, 0, 3` with nothing after it: the reader complains only on the line below. */
const unclosedList: Recogniser = ({ text }) => {
  const found = /^(?<body>[^"'#[\]{}]*: +\[[^"'#[\]{}]*[^"'#[\]{},\s])(?<rest>\s*(?:#.*)?)$/u.exec(text);
  const { body = '', rest = '' } = found?.groups ?? {};
  if (found === null) return undefined;
  return {
    code: 'load/unclosed-bracket',
    start: body.indexOf('['),
    end: body.length,
    message: { zh: '方括号只有开头，没有结尾。', en: 'The bracket is opened but not closed.' },
    corrected: `${body}]${rest}`,
  };
};

/** In the order they are tried: what hides the rest of the line comes first. */
export const recognisers: readonly Recogniser[] = [
  tabIndent,
  wideIndent,
  blockIndent,
  loneHyphen,
  hyphenInList,
  emptyItem,
  flowColon,
  fullColon,
  tightColon,
  reference,
  innerQuote,
  badEscape,
  unclosedQuote,
  star,
  reservedStart,
  blockHeader,
  deeperLine,
  textIndent,
  unclosedList,
  secondColon,
];
