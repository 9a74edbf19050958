/**
 * What a diagnostic code means: the row that `explain`, the docs and the tests all read. Each module lists its own codes in
 * `codes.ts`; rules of a pack describe themselves.
 */
import type { Bilingual, Severity } from './diagnostic.js';

export interface CodeEntry {
  /** Permanent, `module/what-is-wrong`. Never renamed, never reused. */
  readonly code: string;
  readonly severity: Severity;
  readonly title: Bilingual;
  /** Why it matters. */
  readonly why: Bilingual;
  /** How it is put right. */
  readonly fix: Bilingual;
  /** True when a waiver in the data file may cover it. */
  readonly waivable?: boolean;
}
