/**
 * Chinese words of rule sentences.
 */
import type { Operand } from '../rule/evaluate.js';
import { isPoint, type ComparisonOperator, type Interval } from '../rule/interval.js';
import { decimalText } from '../value/number.js';
import { sortedParts } from './parts.js';
import type { Phrases } from './sentence.js';
import type { Part, Side } from './sides.js';

type NameOf = (operand: Operand) => string;

/** Chinese sentences, such as: 3100“收到申请数”为 0，但3110“当面申请数”等 4 项之和为 4（3130“网络申请数”4，其余为 0），两者应相等，相差 4。 */
export const chinesePhrases: Phrases = {
  subject,
  figure,
  details,
  both: (left, right, operator) => `${left}，${operator === '==' ? '但' : ''}${right}`,
  demand: (operator, gap) => {
    const wanted = relations[operator];
    if (gap === undefined) return wanted;
    const word = operator === '==' ? '相差' : operator === '<=' ? '多出' : '差';
    return `${wanted}，${gap.least ? '至少' : ''}${word} ${gap.text}`;
  },
  demandFixed: (operator, fixed) => `${fixedRelations[operator]} ${fixed}`,
  statement: (facts, demand) => `${facts}，${demand}`,
  condition: (unless, facts, demand) => `${unless}，不为 0；${facts}，这时${demand}`,
  anyOf: (statements) => `${statements.join('；')}。以上至少应有一项成立`,
  allOf: (statements) => statements.join('；'),
  previous: (name) => `上年${name}`,
  sentence: (place, text) => `${place === undefined ? '' : `${place}：`}${text}。`,
};

const relations: Readonly<Record<ComparisonOperator, string>> = {
  '==': '两者应相等',
  '!=': '两者不应相等',
  '<': '前者应小于后者',
  '<=': '前者不应大于后者',
  '>': '前者应大于后者',
  '>=': '前者不应小于后者',
};

const fixedRelations: Readonly<Record<ComparisonOperator, string>> = {
  '==': '应为',
  '!=': '不应为',
  '<': '应小于',
  '<=': '不应大于',
  '>': '应大于',
  '>=': '不应小于',
};

function subject(side: Side, nameOf: NameOf): string {
  const names = side.parts.map((part) => partName(part, nameOf));
  const [first = '', second = ''] = names;
  switch (side.kind) {
    case 'number':
      return decimalText(side.interval.low);
    case 'cell':
      return first;
    case 'sum':
      if (side.parts.some((part) => part.negative)) return signedNames(side.parts, names);
      return names.length === 2 ? `${first}与${second}之和` : `${first}等 ${names.length} 项之和`;
    case 'abs':
      return `${first}的绝对值`;
    case 'max':
    case 'min':
      return `${first}等 ${names.length} 项中最${side.kind === 'max' ? '大' : '小'}的一项`;
  }
}

function signedNames(parts: readonly Part[], names: readonly string[]): string {
  return names.map((name, index) => (parts[index]?.negative ? '减' : index === 0 ? '' : '加') + name).join('');
}

function figure(interval: Interval): string {
  if (isPoint(interval)) return `为 ${decimalText(interval.low)}`;
  if (interval.low.isFinite()) return `至少为 ${decimalText(interval.low)}`;
  return `至多为 ${decimalText(interval.high)}`;
}

function details(side: Side, nameOf: NameOf): string {
  if (side.kind === 'number' || side.kind === 'cell') return '';
  const { listed, more, zeros, open } = sortedParts(side);
  const items = listed.map((part) => withFigure(partName(part, nameOf), decimalText(part.interval.low)));
  if (more !== undefined) items.push(`另 ${more.count} 项合计 ${decimalText(more.sum)}`);
  if (zeros > 0) items.push(items.length + open.length > 0 ? '其余为 0' : '各项均为 0');
  if (open.length > 0) items.push(`${openNames(open, nameOf)}空白`);
  return items.length === 0 ? '' : `（${items.join('，')}）`;
}

function openNames(open: readonly Part[], nameOf: NameOf): string {
  const names = open.slice(0, 3).map((part) => partName(part, nameOf));
  return names.join('、') + (open.length > names.length ? `等 ${open.length} 项` : '');
}

function partName(part: Part, nameOf: NameOf): string {
  if (part.operand !== undefined) return nameOf(part.operand);
  return part.side === undefined ? '' : subject(part.side, nameOf);
}

/** A figure follows a closing quotation mark directly, any other character after a space. */
function withFigure(name: string, text: string): string {
  return name.endsWith('”') ? name + text : `${name} ${text}`;
}
