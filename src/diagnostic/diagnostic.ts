/**
 * Diagnostics: what every stage returns beside its value. Comes in: facts. Goes out: plain data, no rendered text
 * other than the sentence itself in both languages. Never throws, never prints.
 */
import type { SourceRange } from '../source/source.js';

/** `error` forbids a build; `warning` should be looked at; `info` is a hint. */
export type Severity = 'error' | 'warning' | 'info';

/** Text in both message languages; Chinese first. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** A second place that belongs to the same finding (the other figures of a sum, the first of two equal keys). */
export interface RelatedPlace {
  readonly range?: SourceRange;
  /** Address of the cell it shows, when it shows one. */
  readonly cell?: string;
  readonly message: Bilingual;
}

/**
 * One finding. `code` is permanent: `yaml/duplicate-key`, `data/unknown-key`, or a rule's id (`T3-R`), the same in every
 * pack that inherits the rule.
 */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  /** One full sentence: the thing by its official name, the figures, the relation that fails. No place, no code. */
  readonly message: Bilingual;
  /** What to do, imperative. */
  readonly hint?: Bilingual;
  /** Of the value; of the parent's insertion point when the key is missing; never invented. */
  readonly range?: SourceRange;
  /** Addresses (`t3/r1/total`) of the cells it stands on, most suspect first. */
  readonly cells?: readonly string[];
  /** Machine-readable facts: figures, expected, actual, difference, unit. */
  readonly facts?: Readonly<Record<string, string>>;
  readonly related?: readonly RelatedPlace[];
  /** Clause of law or form: printed text such as 国办公开办函〔2021〕30号. */
  readonly clause?: string;
  /** Why a rule did not pass: set by rules only. */
  readonly outcome?: 'failed' | 'cannot-check' | 'rule-error';
  /** Diagnostics with the same root cause, folded under this one. */
  readonly folded?: readonly Diagnostic[];
  /** Set when a waiver of the data file covers it; it then no longer counts as an error. */
  readonly waived?: { readonly reason: string };
  /** The item of the data file's waivers that would cover it, ready to paste; set by the pipeline on waivable ones. */
  readonly waiver?: string;
  /** True when a waiver may cover it (rule, text and blank codes). */
  readonly waivable?: boolean;
  /** The printed sentence it stands on, for findings on a text: a waiver may name a part of it. */
  readonly text?: string;
  /** True when its place holds what must not be shown again, such as a number of an identity card: no line is printed. */
  readonly confidential?: boolean;
}

/** What every stage returns. Nothing user-made is thrown; a thrown Error is our own bug. */
export interface Outcome<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** True when an unwaived error is among them, also among folded ones. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(
    (d) => (d.severity === 'error' && d.waived === undefined) || (d.folded !== undefined && hasErrors(d.folded)),
  );
}
