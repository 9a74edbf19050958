/**
 * A second reading of a rule: some figures hold a part, named in their cells, that may be counted apart (106（其中修订16件）).
 */
import type { ReportData } from '../data/types.js';
import type { Bilingual } from '../diagnostic/diagnostic.js';
import type { RuleSpec } from '../pack/types.js';
import { evaluate, type Lookup } from '../rule/evaluate.js';
import { exact } from '../rule/exact.js';
import type { Expression } from '../rule/expression.js';
import { decimalText, numberValue } from '../value/number.js';
import { cellInput } from './cells.js';
import { namedPart, type NamedPart } from './named-part.js';

/** The test read without the named parts. */
export interface SecondReading {
  readonly holds: boolean;
  /** What was left out, and that it does not help, for the end of the message. */
  readonly text: Bilingual;
}

/** Undefined when the rule has one reading only, or no cell of it names such a part. */
export function secondReading(
  rule: RuleSpec,
  test: Expression,
  lookup: Lookup,
  data: ReportData,
): SecondReading | undefined {
  const words = new Map(Object.entries(rule.orWithout ?? {}));
  if (words.size === 0) return undefined;
  const found: NamedPart[] = [];
  const without: Lookup = (name) =>
    lookup(name)?.map((operand) => {
      const wanted = name.previous ? undefined : words.get(name.name);
      const part = wanted === undefined ? undefined : namedPart(cellInput(data, operand.address), wanted);
      if (part === undefined || operand.value.kind !== 'number') return operand;
      found.push(part);
      return { ...operand, value: numberValue(decimalText(exact(operand.value.number).minus(part.number))) };
    });
  const evaluation = evaluate(test, without);
  if (found.length === 0) return undefined;
  const parts = found.map(({ word, number }) => `${word} ${decimalText(number)}`);
  return {
    holds: 'truth' in evaluation && evaluation.truth === true,
    text: {
      zh: `除去其中${parts.join('、')} 件再算，也对不上`,
      en: `leaving out the part named beside it (${parts.join(', ')}) does not help`,
    },
  };
}
