/**
 * English words of rule sentences. Cells keep their official Chinese names: the form has no others.
 */
import type { Operand } from '../rule/evaluate.js';
import { isPoint, type ComparisonOperator, type Interval } from '../rule/interval.js';
import { decimalText } from '../value/number.js';
import { sortedParts } from './parts.js';
import type { Phrases } from './sentence.js';
import type { Part, Side } from './sides.js';

type NameOf = (operand: Operand) => string;

/** English sentences, such as: 3100“收到申请数” is 0, but the sum of 4 cells from 3110“当面申请数” on is 4 (…); both must be equal, the difference is 4. */
export const englishPhrases: Phrases = {
  subject,
  figure,
  details,
  both: (left, right, operator) => `${left}, ${operator === '==' ? 'but' : 'and'} ${right}`,
  demand: (operator, gap) => {
    const wanted = relations[operator];
    return gap === undefined ? wanted : `${wanted}, the difference is ${gap.least ? 'at least ' : ''}${gap.text}`;
  },
  demandFixed: (operator, fixed) => `it ${fixedRelations[operator]} ${fixed}`,
  statement: (facts, demand) => `${facts}; ${demand}`,
  condition: (unless, facts, demand) => `${unless}, not 0; ${facts}; in this case ${demand}`,
  anyOf: (statements) => `${statements.join('; ')}; at least one of these must hold`,
  allOf: (statements) => statements.join('; '),
  previous: (name) => `last year's ${name}`,
  sentence: (place, text) => `${place === undefined ? '' : `${place}: `}${text}.`,
};

const relations: Readonly<Record<ComparisonOperator, string>> = {
  '==': 'both must be equal',
  '!=': 'they must differ',
  '<': 'the former must be less than the latter',
  '<=': 'the former must not exceed the latter',
  '>': 'the former must exceed the latter',
  '>=': 'the former must not be less than the latter',
};

const fixedRelations: Readonly<Record<ComparisonOperator, string>> = {
  '==': 'must be',
  '!=': 'must not be',
  '<': 'must be less than',
  '<=': 'must not exceed',
  '>': 'must exceed',
  '>=': 'must not be less than',
};

function subject(side: Side, nameOf: NameOf): string {
  const names = side.parts.map((part) => partName(part, nameOf));
  const [first = ''] = names;
  switch (side.kind) {
    case 'number':
      return decimalText(side.interval.low);
    case 'cell':
      return first;
    case 'sum':
      if (names.length < 5) return joined(side.parts, names);
      return `the sum of ${names.length} cells from ${first} on`;
    case 'abs':
      return `the absolute value of ${first}`;
    case 'max':
    case 'min':
      return `the ${side.kind === 'max' ? 'greatest' : 'least'} of ${names.length} cells from ${first} on`;
  }
}

function joined(parts: readonly Part[], names: readonly string[]): string {
  return names
    .map((name, index) => (parts[index]?.negative ? ' minus ' : index === 0 ? '' : ' plus ') + name)
    .join('')
    .trimStart();
}

function figure(interval: Interval): string {
  if (isPoint(interval)) return ` is ${decimalText(interval.low)}`;
  if (interval.low.isFinite()) return ` is at least ${decimalText(interval.low)}`;
  return ` is at most ${decimalText(interval.high)}`;
}

function details(side: Side, nameOf: NameOf): string {
  if (side.kind === 'number' || side.kind === 'cell') return '';
  const { listed, more, zeros, open } = sortedParts(side);
  const items = listed.map((part) => `${partName(part, nameOf)} ${decimalText(part.interval.low)}`);
  if (more !== undefined) items.push(`${more.count} more together ${decimalText(more.sum)}`);
  if (zeros > 0) items.push(items.length + open.length > 0 ? 'the rest 0' : 'all of them 0');
  if (open.length > 0) items.push(`${open.map((part) => partName(part, nameOf)).join(', ')} blank`);
  return items.length === 0 ? '' : ` (${items.join(', ')})`;
}

function partName(part: Part, nameOf: NameOf): string {
  if (part.operand !== undefined) return nameOf(part.operand);
  return part.side === undefined ? '' : subject(part.side, nameOf);
}
