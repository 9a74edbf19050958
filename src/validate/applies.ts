/**
 * Whether a rule is meant for an agency.
 */
import type { Agency } from '../data/types.js';
import type { AgencyCondition, RuleSpec } from '../pack/types.js';

/**
 * True when the rule has no condition, or the agency is known to meet one part of one condition and not known to miss the
 * other. With
 * nothing known the rule does not apply: a township must not be told off by a rule for bureaus.
 */
export function appliesTo(rule: RuleSpec, agency: Agency): boolean {
  if (rule.onlyFor === undefined) return true;
  const { or = [], ...first } = rule.onlyFor;
  return [first, ...or].some((condition) => isMet(condition, agency));
}

function isMet({ kinds, levels, notKinds, notLevels }: AgencyCondition, agency: Agency): boolean {
  const met = new Set([meets(agency.kind?.value, kinds, notKinds), meets(agency.level?.value, levels, notLevels)]);
  return met.has(true) && !met.has(false);
}

/** Undefined when nothing is asked, or when only exclusions are and the fact is not known. */
function meets(
  fact: string | undefined,
  wanted: readonly string[] | undefined,
  unwanted: readonly string[] | undefined,
): boolean | undefined {
  if (wanted === undefined && unwanted === undefined) return undefined;
  if (fact === undefined) return wanted === undefined ? undefined : false;
  return (wanted?.includes(fact) ?? true) && !(unwanted?.includes(fact) ?? false);
}
