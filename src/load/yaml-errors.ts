/**
 * What the YAML reader's refusals mean, in plain words. Its own English sentences are never shown.
 */
import type { ErrorCode, YAMLError } from 'yaml';
import type { Bilingual, Diagnostic } from '../diagnostic/diagnostic.js';
import type { SourceText } from '../source/source.js';

interface Explanation {
  readonly code: string;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}

const INDENT: Explanation = {
  code: 'load/indent',
  message: {
    zh: '这里的缩进与同一层的其他行不一致。',
    en: 'The indentation here differs from that of its neighbours.',
  },
  hint: {
    zh: '同一层的各行从同一列开始，下一层多缩进两个空格。',
    en: 'Begin all lines of a level in one column, the next level two spaces further in.',
  },
};

const NO_COLON: Explanation = {
  code: 'load/no-colon',
  message: {
    zh: '这一行没有“名称: 值”的样子，找不到名称后面的冒号。',
    en: 'This line does not read "name: value"; there is no colon after a name.',
  },
  hint: {
    zh: '名称后面写英文冒号和一个空格；如果是上一行的文字，请多缩进两格。',
    en: 'Put an ASCII colon and a space after the name; indent the line further if it continues the text above.',
  },
};

const UNCLOSED_QUOTE: Explanation = {
  code: 'load/unclosed-quote',
  message: { zh: '引号只有开头，没有结尾。', en: 'The quotes are opened but not closed.' },
  hint: { zh: '在文字末尾补上同样的引号。', en: 'Put the same quote at the end of the text.' },
};

const UNCLOSED_BRACKET: Explanation = {
  code: 'load/unclosed-bracket',
  message: {
    zh: '方括号或大括号没有配对，或各项之间少了英文逗号。',
    en: 'A bracket or brace is not closed, or a comma is missing between items.',
  },
  hint: {
    zh: '写作 [1, 0, 3] 或 {名称: 值}，括号与逗号都用英文的。',
    en: 'Write [1, 0, 3] or {name: value}, with ASCII brackets and commas.',
  },
};

const UNEXPECTED: Explanation = {
  code: 'load/unexpected-text',
  message: { zh: '这里的文字接不上前面的内容，读不出来。', en: 'The text here does not fit what stands before it.' },
  hint: {
    zh: '如果它是前面文字的一部分，请把整个值放进单引号。',
    en: 'If it belongs to the text before it, put the whole value in single quotes.',
  },
};

const PROPERTY: Explanation = {
  code: 'load/tag',
  message: {
    zh: '以“!”“&”“*”开头的写法在数据文件里不能用。',
    en: 'A data file does not use values that begin with "!", "&" or "*".',
  },
  hint: { zh: '如果它是文字，请放进单引号。', en: 'If it is text, put it in single quotes.' },
};

const SECOND_COLON: Explanation = {
  code: 'load/second-colon',
  message: {
    zh: '一行里又套了一层“名称: 值”，或上一行的缩进不对。',
    en: 'There is a second "name: value" on the line, or the indentation above is wrong.',
  },
  hint: {
    zh: '文字里有冒号时，把整个值放进单引号；下一层内容另起一行并缩进。',
    en: 'Put a value with a colon in single quotes; begin the next level on a line of its own.',
  },
};

const EXPLANATIONS: Readonly<Record<ErrorCode, Explanation>> = {
  ALIAS_PROPS: PROPERTY,
  BAD_ALIAS: PROPERTY,
  BAD_COLLECTION_TYPE: PROPERTY,
  BAD_PROP_ORDER: PROPERTY,
  MULTIPLE_ANCHORS: PROPERTY,
  MULTIPLE_TAGS: PROPERTY,
  TAG_RESOLVE_FAILED: PROPERTY,
  BAD_INDENT: INDENT,
  BLOCK_IN_FLOW: UNCLOSED_BRACKET,
  MULTILINE_IMPLICIT_KEY: NO_COLON,
  MISSING_CHAR: NO_COLON,
  BLOCK_AS_IMPLICIT_KEY: SECOND_COLON,
  UNEXPECTED_TOKEN: UNEXPECTED,
  IMPOSSIBLE: UNEXPECTED,
  NON_STRING_KEY: UNEXPECTED,
  BAD_DIRECTIVE: {
    code: 'load/directive',
    message: {
      zh: '行首的“%”有特殊含义，数据文件里不能用。',
      en: 'A "%" at the start of a line has a meaning of its own, which a data file does not use.',
    },
    hint: {
      zh: '如果它是文字，请与前面的内容写在一起。',
      en: 'If it is text, write it together with what stands before.',
    },
  },
  BAD_DQ_ESCAPE: {
    code: 'load/bad-escape',
    message: {
      zh: '双引号里的反斜杠“\\”有特殊含义，这样写读不出来。',
      en: 'A backslash within double quotes begins an escape, and this one is unknown.',
    },
    hint: { zh: '改用单引号，反斜杠就只是文字。', en: 'Use single quotes, in which a backslash is text.' },
  },
  BAD_SCALAR_START: {
    code: 'load/reserved-start',
    message: { zh: '不加引号的文字不能以这个符号开头。', en: 'Text without quotes cannot begin with this sign.' },
    hint: { zh: '把整个值放进单引号。', en: 'Put the whole value in single quotes.' },
  },
  DUPLICATE_KEY: {
    code: 'load/duplicate-key',
    message: { zh: '同一个名称写了两次。', en: 'One name is given twice.' },
    hint: { zh: '留下对的一行，删去另一行。', en: 'Keep the right one and delete the other.' },
  },
  KEY_OVER_1024_CHARS: {
    code: 'load/no-colon',
    message: {
      zh: '冒号前面的名称太长（超过 1024 个字）。',
      en: 'The name before the colon is longer than 1024 characters.',
    },
    hint: { zh: '看看上面是不是少了引号或“|”。', en: 'See whether a quote or a "|" is missing above.' },
  },
  MULTIPLE_DOCS: {
    code: 'load/multiple-documents',
    message: {
      zh: '文件里有分隔线“---”，一个数据文件只能有一份内容。',
      en: 'The file is split by "---"; a data file holds one document only.',
    },
    hint: {
      zh: '删去“---”，或把后面的内容另存为一个文件。',
      en: 'Delete "---", or save what follows as a file of its own.',
    },
  },
  RESOURCE_EXHAUSTION: {
    code: 'load/too-deep',
    message: { zh: '文件里一层套一层，层数太多，读不完。', en: 'The nesting in the file is too deep to be read.' },
    hint: { zh: '看看括号或缩进是不是写多了。', en: 'See whether there are too many brackets or levels.' },
  },
  TAB_AS_INDENT: {
    code: 'load/tab-indent',
    message: {
      zh: '这里用制表符（Tab 键）缩进，只能用空格缩进。',
      en: 'A tab is used for indentation here; only spaces may indent.',
    },
    hint: { zh: '把制表符换成空格，每层两个。', en: 'Replace the tab by spaces, two for each level.' },
  },
};

/** The refusal in plain words at `[from, to)`, cut to one line and to the text. */
export function explainYamlError(error: YAMLError, from: number, to: number, source: SourceText): Diagnostic {
  const { code, message, hint } = explanationOf(error);
  const start = Math.min(from, source.text.length);
  const end = lineEndIn(source.text, start, Math.min(Math.max(to, start), source.text.length));
  return { code, severity: 'error', message, hint, range: { file: source.name, start, end } };
}

/** MISSING_CHAR stands for several things that only its sentence tells apart. */
function explanationOf(error: YAMLError): Explanation {
  if (isUnclosedQuote(error)) return UNCLOSED_QUOTE;
  if (
    /\b(?:flow|comma)\b|,|\]|\}/iu.test(error.message) &&
    (error.code === 'MISSING_CHAR' || error.code === 'BAD_INDENT')
  ) {
    return UNCLOSED_BRACKET;
  }
  if (error.code === 'MISSING_CHAR' && error.message.includes('- indicator')) return INDENT;
  return EXPLANATIONS[error.code];
}

/** True for the error at the end of the text that an unclosed quote somewhere above brings about. */
export function isUnclosedQuote(error: YAMLError): boolean {
  return error.code === 'MISSING_CHAR' && /closing ["']quote/u.test(error.message);
}

/** A range of several lines is cut at the end of its first one: a frame shows where reading went wrong. */
function lineEndIn(text: string, start: number, end: number): number {
  const lineEnd = text.slice(start, end).search(/[\r\n]/u);
  return lineEnd <= 0 ? end : start + lineEnd;
}
