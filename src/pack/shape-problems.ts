/** What can be wrong with the form of a pack or profile file, each as one function from facts to a diagnostic. */
import type { Bilingual, Diagnostic } from '../diagnostic/diagnostic.js';
import type { DataNode, MapNode, ScalarNode } from '../load/node.js';
import type { SourceRange } from '../source/source.js';
import type { TextFormat } from './shape.js';
import { suggestions } from '../diagnostic/suggest.js';

/** How formats are called in messages. */
export const formatNames: Readonly<Record<TextFormat, Bilingual>> = {
  any: { zh: '一段文字', en: 'a text' },
  filled: { zh: '一段不空的文字', en: 'a text that is not empty' },
  id: {
    zh: '由英文字母、数字、点、下划线、短横组成的标识',
    en: 'an id of letters, digits, dots, underscores and hyphens',
  },
  path: {
    zh: '模板文件夹内的文件路径（形如 sections/s1.md.hbs）',
    en: 'a path inside the pack folder such as sections/s1.md.hbs',
  },
  colour: { zh: '形如 #D9D9D9 的颜色', en: 'a colour such as #D9D9D9' },
  date: { zh: '形如 2021-09-26 的日期', en: 'a date such as 2021-09-26' },
  'month-day': { zh: '形如 01-31 的月日', en: 'a month and day such as 01-31' },
  figure: { zh: '一个数', en: 'a number' },
};

export const listName: Bilingual = { zh: '一个列表（每项以“- ”开头）', en: 'a list' };
export const mapName: Bilingual = { zh: '“名称: 值”的一组', en: 'a map of keys and values' };

export function wrongValue(node: DataNode, wanted: Bilingual): Diagnostic {
  const shown = shownValue(node);
  return {
    code: 'pack/wrong-value',
    severity: 'error',
    message: {
      zh: `这里应当是${wanted.zh}，写的是${shown.zh}。`,
      en: `This should be ${wanted.en}; it is ${shown.en}.`,
    },
    range: node.range,
  };
}

/** What the words of choices mean, so that nobody has to guess them. */
const choiceNames: Readonly<Record<string, string>> = {
  error: '错误',
  warning: '警告',
  info: '提示',
  portrait: '竖页',
  landscape: '横页',
  outside: '外侧',
  center: '居中',
  left: '左',
  right: '右',
  justify: '两端对齐',
  integer: '整数',
  decimal: '小数',
  signed: '可正可负的整数',
  rows: '逐行',
  across: '一行横排',
  nested: '分栏',
  outline: '缩进',
  value: '数据',
  heading: '分类标题',
  once: '整张表一次',
  row: '逐行',
  column: '逐列',
  true: '是',
  false: '否',
  sum: '相加',
  none: '不汇总',
  distinct: '去重',
};

function glossed(choice: string): string {
  const name = choiceNames[choice];
  return name === undefined ? choice : `${choice}（${name}）`;
}

export function notAChoice(node: DataNode, of: readonly string[]): Diagnostic {
  const word = node.type === 'scalar' ? node.text : '';
  const [near = of.find((choice) => choiceNames[choice] === word)] = suggestions(word, of, 1);
  const base = wrongValue(node, { zh: ` ${of.map(glossed).join('、')}之一`, en: `one of ${of.join(', ')}` });
  return near === undefined ? base : { ...base, hint: didYouMean(near) };
}

export function wrongNumber(
  node: DataNode,
  limits: { readonly min: number; readonly max: number; readonly whole: boolean },
): Diagnostic {
  const { min, max } = limits;
  return wrongValue(node, {
    zh: `${min} 到 ${max} 之间的${limits.whole ? '整数' : '数'}`,
    en: `a ${limits.whole ? 'whole ' : ''}number from ${min} to ${max}`,
  });
}

export function unknownKey(key: ScalarNode, known: readonly string[]): Diagnostic {
  const [near] = suggestions(key.text, known, 1);
  return {
    code: 'pack/unknown-key',
    severity: 'error',
    message: { zh: `“${key.text}”不是这里的键。`, en: `"${key.text}" is not a key here.` },
    hint:
      known.length === 0
        ? { zh: '这里不能再写别的内容，请删去。', en: 'Nothing more may stand here; remove it.' }
        : near === undefined
          ? { zh: `这里可以写的键有：${known.join('、')}。`, en: `Keys that may stand here: ${known.join(', ')}.` }
          : didYouMean(near),
    range: key.range,
  };
}

export function missingKey(map: MapNode, name: string, key?: ScalarNode): Diagnostic {
  return {
    code: 'pack/missing-key',
    severity: 'error',
    message: { zh: `缺少“${name}”。`, en: `"${name}" is missing.` },
    hint: { zh: `请补上“${name}: …”。`, en: `Add "${name}: …".` },
    range: key?.range ?? { ...map.range, end: Math.min(map.range.end, map.range.start + 1) },
  };
}

export function tooMuch(range: SourceRange, limit: number): Diagnostic {
  return {
    code: 'pack/too-large',
    severity: 'error',
    message: { zh: `这里的内容太多，上限是 ${limit}。`, en: `There is too much here; the limit is ${limit}.` },
    range,
  };
}

export function didYouMean(near: string): Bilingual {
  return { zh: `您是不是要写“${near}”？`, en: `Did you mean "${near}"?` };
}

function shownValue(node: DataNode): Bilingual {
  if (node.type === 'list') return { zh: '一个列表', en: 'a list' };
  if (node.type === 'map') return { zh: '一组“名称: 值”', en: 'a map' };
  if (node.text === '') return { zh: '空白', en: 'empty' };
  const text = node.text.length > 40 ? `${node.text.slice(0, 40)}…` : node.text;
  return { zh: `“${text}”`, en: `"${text}"` };
}
