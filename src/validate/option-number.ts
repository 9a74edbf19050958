import type { RuleSpec } from '../pack/types.js';

/** A numeric option of a built-in check, checked for its form when the pack was loaded; the fallback when it is left out. */
export function optionNumber(rule: RuleSpec, name: string, fallback: number): number {
  const written = rule.check?.options[name];
  return written === undefined || written === null ? fallback : Number(written);
}
