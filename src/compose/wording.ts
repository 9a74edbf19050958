/**
 * The form's own sentence for a section without text: used only where the figures meet its condition for certain, and always
 * reported, since it is published in the office's name.
 */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { cellSpecs } from '../pack/cells.js';
import { resolveCell } from '../pack/names.js';
import type { SectionSpec, SectionWording } from '../pack/types.js';
import { evaluate, type Lookup, type Operand } from '../rule/evaluate.js';
import { exact } from '../rule/exact.js';
import { verdictOf } from '../rule/verdict.js';
import type { ComposeContext } from './context.js';

/** The first wording whose condition holds for certain; one without a condition always holds. */
export function defaultWording(spec: SectionSpec, context: ComposeContext): SectionWording | undefined {
  return spec.wording.find(
    ({ when }) => when === undefined || verdictOf(evaluate(when, lookupIn(context))).end === 'passed',
  );
}

/** `compose/default-wording`. */
export function wordingFinding(spec: SectionSpec, text: string): Diagnostic {
  return {
    code: 'compose/default-wording',
    severity: 'info',
    message: {
      zh: `“${spec.number}${spec.heading}”没有写文字，已按数据写上“${text}”`,
      en: `There is no text for "${spec.number}${spec.heading}"; the form's wording was printed: "${text}"`,
    },
    hint: { zh: '请过目；不合适时写上自己的文字。', en: 'Please read it; give your own text where it does not fit.' },
    facts: { section: spec.id },
  };
}

/** Names of a condition are cells as people write them: `1100`, `t3/r1/total`. */
function lookupIn({ pack, figures, options }: ComposeContext): Lookup {
  return (name) => {
    const resolved = name.wildcard ? undefined : resolveCell(pack, name.name);
    if (resolved?.kind !== 'cell') return undefined;
    const { address } = resolved;
    const value = name.previous ? options.previousValue?.(address) : figures.values.get(address);
    const min = cellSpecs(pack).byAddress.get(address)?.type.min;
    const operand: Operand = {
      address,
      previous: name.previous,
      value: value ?? { kind: 'missing' },
      ...(min === undefined ? {} : { min: exact(min) }),
    };
    return [operand];
  };
}
