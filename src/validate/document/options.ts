/** Options of a rule as typed values: packs are checked when they load, so anything else is simply not there. */
import type { RuleSpec } from '../../pack/types.js';

/** What is made of the options of a rule once: patterns of long word lists, above all. */
export function perRule<T>(make: (rule: RuleSpec) => T): (rule: RuleSpec) => T {
  const made = new WeakMap<RuleSpec, { readonly value: T }>();
  return (rule) => {
    const known = made.get(rule) ?? { value: make(rule) };
    made.set(rule, known);
    return known.value;
  };
}

/** A list of words; empty when the option is not given. */
export function wordList(rule: RuleSpec, name: string): readonly string[] {
  const option = rule.check?.options[name];
  return Array.isArray(option) ? option.filter((item: unknown): item is string => typeof item === 'string') : [];
}

/** A number, or the one given here. */
export function numberOption(rule: RuleSpec, name: string, fallback: number): number {
  const value = wholeOrDecimal(rule.check?.options[name]);
  return value ?? fallback;
}

/** A number as options hold it: packs keep scalars as they were written. */
export function wholeOrDecimal(option: unknown): number | undefined {
  const value = typeof option === 'number' ? option : typeof option === 'string' ? Number(option) : NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** A list of records, each by its keys. */
export function recordList(rule: RuleSpec, name: string): readonly ReadonlyMap<string, unknown>[] {
  const option = rule.check?.options[name];
  if (!Array.isArray(option)) return [];
  return option.flatMap((entry: unknown) =>
    typeof entry === 'object' && entry !== null ? [new Map<string, unknown>(Object.entries(entry))] : [],
  );
}

/** Words as alternatives of a pattern, longest first; a pattern that matches nothing when there are none. */
export function anyOf(words: readonly string[]): string {
  const filled = words.filter((word) => word !== '').toSorted((a, b) => b.length - a.length);
  return filled.length === 0 ? '(?!)' : `(?:${filled.map(escaped).join('|')})`;
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
