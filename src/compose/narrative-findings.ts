/** Findings on the text of a section, each as one function from facts to a diagnostic. */
import type { Bilingual, Diagnostic } from '../diagnostic/diagnostic.js';
import { rangeIn, type MappedText } from './mapped-text.js';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** What may be printed as typed instead of being formatted. */
export type KeptMarkup =
  | 'link'
  | 'image'
  | 'code'
  | 'codeBlock'
  | 'rule'
  | 'html'
  | 'entity'
  | 'footnote'
  | 'definition'
  | 'strike'
  | 'emphasis';

const keptNames: Readonly<Record<KeptMarkup, Bilingual>> = {
  link: { zh: '链接', en: 'a link' },
  image: { zh: '标题、表格或列表里的图片', en: 'an image in a heading, table or list' },
  code: { zh: '行内代码标记（`）', en: 'code marks (`)' },
  codeBlock: { zh: '代码块', en: 'a code block' },
  rule: { zh: '分隔线', en: 'a horizontal rule' },
  html: { zh: '网页标签', en: 'an HTML tag' },
  entity: { zh: '网页字符代号', en: 'a character reference' },
  footnote: { zh: '脚注标记', en: 'a footnote mark' },
  definition: { zh: '链接定义', en: 'a link definition' },
  strike: { zh: '删除线标记（~~）', en: 'strikethrough marks (~~)' },
  emphasis: { zh: '过多的星号或下划线', en: 'too many asterisks or underscores' },
};

/** `compose/link` or `compose/unsupported-markup`. */
export function keptFinding(what: KeptMarkup, mapped: MappedText, start: number, end: number): Diagnostic {
  const name = keptNames[what];
  if (what === 'link') {
    return {
      code: 'compose/link',
      severity: 'warning',
      message: {
        zh: '这个链接的地址不是 https、http 或 mailto，已照原样印成文字。',
        en: 'The address of this link is not https, http or mailto; it is printed as text.',
      },
      hint: { zh: '请写完整的网址，不要加标题。', en: 'Write the full address, without a title.' },
      ...placeIn(mapped, { start, end }),
    };
  }
  return {
    code: 'compose/unsupported-markup',
    severity: 'warning',
    message: {
      zh: `正文里有${name.zh}，不会变成格式，已照原样印成文字。`,
      en: `The text holds ${name.en}; it does not become formatting and is printed as text.`,
    },
    hint: { zh: '不要印出来的标记请删去。', en: 'Delete marks that should not be printed.' },
    facts: { markup: what },
    ...placeIn(mapped, { start, end }),
  };
}

/** `compose/heading-level`: more or fewer `#` than the text may have. */
export function headingLevelFinding(depth: number, mapped: MappedText, span: Span): Diagnostic {
  const used = depth < 2 ? '##' : '####';
  return {
    code: 'compose/heading-level',
    severity: 'warning',
    message: {
      zh: `正文里的标题不能用 ${depth} 个“#”，已按“${used}”排。`,
      en: `A heading of the text cannot have ${depth} "#"; it is set as "${used}".`,
    },
    hint: {
      zh: '二级标题（一）用 ##，三级 1. 用 ###，四级（1）用 ####。',
      en: 'Use ## for (一), ### for 1., #### for (1).',
    },
    ...placeIn(mapped, span),
  };
}

/** `compose/heading-level`: no space after the marks. */
export function tightHeadingFinding(mapped: MappedText, span: Span): Diagnostic {
  return {
    code: 'compose/heading-level',
    severity: 'warning',
    message: {
      zh: '标题的“#”后面没有空格，已按标题排。',
      en: 'There is no space after the "#" of a heading; it is set as a heading.',
    },
    hint: { zh: '请在“#”后面空一格。', en: 'Put one space after the "#".' },
    ...placeIn(mapped, span),
  };
}

/** `compose/lines-joined`. */
export function joinedFinding(mapped: MappedText, span: Span): Diagnostic {
  return {
    code: 'compose/lines-joined',
    severity: 'info',
    message: {
      zh: '这一行与上一行之间没有空行，已接成一段。',
      en: 'There is no blank line before this line, so it was joined to the one before.',
    },
    hint: {
      zh: '要另起一段，请在前面空一行，或在行首空两个全角空格。',
      en: 'To start a paragraph leave a blank line, or begin the line with two ideographic spaces.',
    },
    ...placeIn(mapped, span),
  };
}

/** `compose/heading-repeated`. */
export function repeatedHeadingFinding(heading: string, range: Diagnostic['range']): Diagnostic {
  return {
    code: 'compose/heading-repeated',
    severity: 'info',
    message: {
      zh: `正文开头的“${heading}”就是本章标题，没有再印一遍。`,
      en: `The text begins with the heading of its section (${heading}); it is not printed twice.`,
    },
    hint: { zh: '请删去正文的这一行。', en: 'Delete that line of the text.' },
    ...(range === undefined ? {} : { range }),
  };
}

function placeIn(mapped: MappedText, { start, end }: Span): Pick<Diagnostic, 'range'> {
  const range = rangeIn(mapped, start, end);
  return range === undefined ? {} : { range };
}
