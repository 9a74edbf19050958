/**
 * Diagnostics of a pack's rules: code, severity and clause come from the rule, the sentence from whoever found it. Never
 * decides whether a rule holds.
 */
import type { Bilingual, Diagnostic, RelatedPlace, Severity } from '../diagnostic/diagnostic.js';
import type { SourceRange } from '../source/source.js';
import type { RuleSpec, TemplatePack } from '../pack/types.js';

/** What a check found against a rule; everything else of the diagnostic follows from the rule and its pack. */
export interface RuleFinding {
  readonly message: Bilingual;
  /** Absent = the rule's own hint, where it has one. */
  readonly hint?: Bilingual;
  /** Absent = the rule's severity. */
  readonly severity?: Severity;
  readonly range?: SourceRange | undefined;
  readonly cells?: readonly string[];
  readonly facts?: Readonly<Record<string, string>>;
  readonly related?: readonly RelatedPlace[];
  /** Absent = `failed`. */
  readonly outcome?: NonNullable<Diagnostic['outcome']>;
  /** The sentence it stands on, for findings on a text. */
  readonly text?: string;
  /** True when its line must not be shown again. */
  readonly confidential?: boolean;
}

/** A finding as the waivable diagnostic of its rule: code = the rule's id, clause resolved in the pack's basis. */
export function ruleDiagnostic(rule: RuleSpec, pack: TemplatePack, finding: RuleFinding): Diagnostic {
  const { range, hint = ownHint(rule), severity = rule.severity, outcome = 'failed', ...rest } = finding;
  const clause = clauseText(pack, rule);
  return {
    code: rule.id,
    severity,
    ...rest,
    ...(hint === undefined ? {} : { hint }),
    ...(range === undefined ? {} : { range }),
    ...(clause === undefined ? {} : { clause }),
    outcome,
    waivable: true,
  };
}

/** Printed clause of a rule: number (else name) of the document and the place in it; absent when the basis is not known. */
export function clauseText(pack: TemplatePack, rule: RuleSpec): string | undefined {
  const basis = pack.basis.find((entry) => entry.id === rule.clause.basis);
  if (basis === undefined) return undefined;
  const document = basis.number ?? `《${basis.name}》`;
  const place = rule.clause.text ?? '';
  // GB/T 9704-2012 7.3.3, but 国务院令第711号第四十九条.
  const gap = /\w$/u.test(document) && /^\w/u.test(place) ? ' ' : '';
  return document + gap + place;
}

/** Packs write their hints in the language of the form only. */
function ownHint(rule: RuleSpec): Bilingual | undefined {
  return rule.hint === undefined ? undefined : { zh: rule.hint, en: rule.hint };
}
