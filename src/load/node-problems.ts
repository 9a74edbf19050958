/**
 * What is wrong with a node that is sound YAML but has no place in a data file, or is most likely a slip of the pen.
 */
import type { Bilingual, Diagnostic } from '../diagnostic/diagnostic.js';
import { lineOf, positionOf, type SourceRange, type SourceText } from '../source/source.js';
import { correctedLine } from './corrected-line.js';
import { lineHintAt, lineHintDiagnostic } from './line-hints.js';
import type { ScalarNode } from './node.js';

/** Kinds of refused nodes. */
export type NodeProblem =
  | 'too-many-nodes'
  | 'too-deep'
  | 'too-long'
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'key-not-text'
  | 'merge-key'
  | 'wide-space'
  | 'flow-colon'
  | 'escaped-control-character';

interface Explanation {
  readonly code: string;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}

const EXPLANATIONS: Readonly<Record<NodeProblem, Explanation>> = {
  'too-many-nodes': {
    code: 'load/too-large',
    message: { zh: '文件里的项目太多，远超过任何一份年报。', en: 'The file holds far more items than any report.' },
    hint: { zh: '看看是不是选错了文件。', en: 'See whether this is the right file.' },
  },
  'too-long': {
    code: 'load/too-large',
    message: { zh: '这一段文字太长，远超过任何一份年报。', en: 'This text is far longer than any report.' },
    hint: {
      zh: '看看是不是少了引号，或把别的文件粘贴进来了。',
      en: 'See whether a quote is missing, or another file was pasted in.',
    },
  },
  'too-deep': {
    code: 'load/too-deep',
    message: { zh: '这里一层套一层，层数太多。', en: 'The nesting is too deep here.' },
    hint: { zh: '看看括号或缩进是不是写多了。', en: 'See whether there are too many brackets or levels.' },
  },
  alias: {
    code: 'load/alias',
    message: {
      zh: '以星号“*”开头的值在数据文件里有特殊含义（引用别处的内容），这里不能用。',
      en: 'A value that begins with "*" means a reference to another place, which a data file does not use.',
    },
    hint: {
      zh: '如果是正文里的强调，请把整个值放进单引号。',
      en: 'If it is emphasis, put the whole value in single quotes.',
    },
  },
  anchor: {
    code: 'load/anchor',
    message: {
      zh: '以“&”开头的值在数据文件里有特殊含义（给内容起名以便引用），这里不能用。',
      en: 'A value that begins with "&" names it for later reference, which a data file does not use.',
    },
    hint: { zh: '如果“&”是文字，请把整个值放进单引号。', en: 'If "&" is text, put the whole value in single quotes.' },
  },
  tag: {
    code: 'load/tag',
    message: {
      zh: '以英文感叹号“!”开头的值在数据文件里有特殊含义（指定类型），这里不能用。',
      en: 'A value that begins with "!" states a type, which a data file does not use.',
    },
    hint: {
      zh: '去掉感叹号开头的词；如果是文字，请放进单引号。',
      en: 'Drop it; if it is text, put it in single quotes.',
    },
  },
  'key-not-text': {
    code: 'load/key-not-text',
    message: { zh: '冒号前面的名称不是文字。', en: 'The name before the colon is not text.' },
    hint: { zh: '冒号前只写一个名称，不要用括号。', en: 'Write a plain name before the colon, without brackets.' },
  },
  'merge-key': {
    code: 'load/merge-key',
    message: { zh: '“<<”（合并别处的内容）在数据文件里不能用。', en: 'A data file does not use the merge key "<<".' },
    hint: { zh: '把要用的内容直接写在这里。', en: 'Write the content itself here.' },
  },
  'wide-space': {
    code: 'load/wide-space',
    message: {
      zh: '这一行用全角空格（或网页空格）缩进，读不出层次。',
      en: 'This line is indented with full-width (or no-break) spaces, so its level cannot be told.',
    },
    hint: { zh: '缩进只用半角空格，每层两个。', en: 'Indent with ordinary spaces only, two for each level.' },
  },
  'flow-colon': {
    code: 'load/no-space-after-colon',
    message: {
      zh: '大括号里的名称与值之间要用半角冒号加一个空格。',
      en: 'Within braces a name and its value are parted by an ASCII colon and a space.',
    },
    hint: { zh: '写作 {名称: 值, 名称: 值}。', en: 'Write {name: value, name: value}.' },
  },
  'escaped-control-character': {
    code: 'load/control-character',
    message: {
      zh: '引号里用反斜杠写出了一个看不见的控制字符，报告里不能有它。',
      en: 'An escape in the quotes stands for an invisible control character, which a report may not hold.',
    },
    hint: {
      zh: '删去它；如果反斜杠是文字，请改用单引号。',
      en: 'Delete it; if the backslash is text, use single quotes.',
    },
  },
};

/** The diagnostic for a refused node; when its line is a well-known slip, that is said instead, with the corrected line. */
export function nodeProblem(problem: NodeProblem, range: SourceRange, source: SourceText): Diagnostic {
  const hint = lineHintAt(source, positionOf(source, range.start).line);
  if (hint !== undefined) return lineHintDiagnostic(hint);
  const { code, message, hint: advice } = EXPLANATIONS[problem];
  return { code, severity: 'error', message, hint: advice, range };
}

/** `load/duplicate-key`: one name stands twice in one place, also as `1100` beside `"1100"`. Both lines are named. */
export function duplicateKey(first: ScalarNode, second: ScalarNode, source: SourceText): Diagnostic {
  const firstLine = positionOf(source, first.range.start).line;
  const secondLine = positionOf(source, second.range.start).line;
  const mixed = first.style !== second.style;
  const name = second.text === '' ? '（空）' : second.text;
  return {
    code: 'load/duplicate-key',
    severity: 'error',
    message: {
      zh: `“${name}”写了两次：第 ${firstLine} 行和第 ${secondLine} 行${mixed ? '（有没有引号都是同一个名称）' : ''}。`,
      en: `"${second.text}" is given twice: on line ${firstLine} and on line ${secondLine}${mixed ? ' (with or without quotes it is the same name)' : ''}.`,
    },
    hint: {
      zh: `留下对的一行，删去另一行。第 ${firstLine} 行是：${correctedLine(lineOf(source, firstLine).trimStart())}`,
      en: `Keep the right one and delete the other. Line ${firstLine} reads: ${correctedLine(lineOf(source, firstLine).trimStart())}`,
    },
    range: second.range,
    related: [{ range: first.range, message: { zh: '第一次写在这里', en: 'first given here' } }],
  };
}
