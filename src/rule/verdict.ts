/**
 * The five ends of a rule: passed, failed, not applicable, cannot check, rule error.
 */
import type { Bilingual } from '../diagnostic/diagnostic.js';
import { isNumber, type Evaluation, type EvaluationError, type Operand } from './evaluate.js';

export type Verdict =
  | { readonly end: 'passed' }
  | { readonly end: 'failed'; readonly evaluation: Evaluation }
  /** No cell of the rule holds a figure: nothing to say; blanks are reported once a table. */
  | { readonly end: 'not-applicable' }
  /** `open`: the cells without a figure that stand in the way. */
  | { readonly end: 'cannot-check'; readonly evaluation: Evaluation; readonly open: readonly Operand[] }
  /** The formula does not fit the form: the pack's fault. */
  | { readonly end: 'rule-error'; readonly error: Bilingual };

/**
 * Judges an evaluation. Failed when the test is false whatever the blanks hold (340 against 360 and blanks); with a blank
 * it is never passed, even where any number would do; a mark such as "/" among figures cannot be checked.
 */
export function verdictOf(evaluation: Evaluation | EvaluationError): Verdict {
  if ('error' in evaluation) return { end: 'rule-error', error: evaluation.error };
  const { truth, restsOn, operands } = evaluation;
  if (operands.length > 0 && !operands.some(isNumber)) return { end: 'not-applicable' };
  const open = restsOn.filter((operand) => !isNumber(operand));
  const marked = open.some(({ value }) => value.kind === 'slash' || value.kind === 'dash');
  if (truth === false && !marked) return { end: 'failed', evaluation };
  return open.length > 0 ? { end: 'cannot-check', evaluation, open } : { end: 'passed' };
}
