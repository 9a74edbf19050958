/**
 * Built-in check `value-types`: a figure must be of the kind its cell takes. Counts are whole numbers from 0; amounts may
 * have decimals; only signed cells may be negative.
 */
import type { Bilingual, Diagnostic } from '../diagnostic/diagnostic.js';
import { cellSpecs, type CellSpec } from '../pack/cells.js';
import type { RuleSpec, ValueType } from '../pack/types.js';
import { decimalPlaces } from '../value/number.js';
import type { NumberValue } from '../value/value.js';
import { rangeOfCell } from './cells.js';
import { ruleDiagnostic } from './rule-diagnostic.js';
import type { RuleSubject } from './subject.js';

/** One finding for each typed figure of the wrong kind, at its place; `facts` holds `typed` and, by address, the figure. */
export function checkValueTypes(rule: RuleSpec, subject: RuleSubject): readonly Diagnostic[] {
  return [...cellSpecs(subject.pack).byAddress.values()].flatMap((cell) => {
    const value = subject.figures.values.get(cell.address);
    if (value?.kind !== 'number' || value.computed === true || fits(value, cell.type)) return [];
    return [wrongType(rule, cell, value, subject)];
  });
}

/** True for a diagnostic of `checkValueTypes`: its cell itself is wrong. */
export function isTypeReport(diagnostic: Diagnostic): boolean {
  return diagnostic.facts?.['typed'] !== undefined;
}

function fits(value: NumberValue, type: ValueType): boolean {
  // 3.0 in a count is a whole number, but printed as typed it would not look like one.
  if (decimalPlaces(value.text) > placesOf(type)) return false;
  const min = minOf(type);
  return min === undefined || value.number.gte(min);
}

function placesOf(type: ValueType): number {
  return type.kind === 'integer' ? 0 : type.decimals;
}

function minOf(type: ValueType): string | undefined {
  return type.min ?? (type.kind === 'signed' ? undefined : '0');
}

function wrongType(rule: RuleSpec, cell: CellSpec, value: NumberValue, subject: RuleSubject): Diagnostic {
  const wanted = wantedOf(cell.type);
  return ruleDiagnostic(rule, subject.pack, {
    message: {
      zh: `${cell.name}填的是“${value.text}”，应填${wanted.zh}。`,
      en: `${cell.name} holds "${value.text}"; it takes ${wanted.en}.`,
    },
    hint:
      rule.hint === undefined
        ? { zh: '请对照原始记录改正这个数。', en: 'Correct the figure from the records.' }
        : { zh: rule.hint, en: rule.hint },
    range: rangeOfCell(subject.data, cell.address),
    cells: [cell.address],
    facts: { typed: value.text, [cell.address]: value.text },
  });
}

function wantedOf(type: ValueType): Bilingual {
  const min = minOf(type);
  const places = placesOf(type);
  const number =
    places === 0
      ? { zh: '整数', en: 'whole number' }
      : { zh: `数（小数不超过 ${places} 位）`, en: `number with at most ${places} decimals` };
  return min === undefined
    ? { zh: number.zh, en: `a ${number.en}` }
    : { zh: `不小于 ${min} 的${number.zh}`, en: `a ${number.en} of at least ${min}` };
}
