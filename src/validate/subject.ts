/**
 * What rules and checks are run over.
 */
import type { Figures, ReportData } from '../data/types.js';
import type { TemplatePack } from '../pack/types.js';
import type { PreviousReport } from './previous.js';

/** A report with its computed figures, its form, and last year's reports. */
export interface RuleSubject {
  readonly data: ReportData;
  readonly figures: Figures;
  readonly pack: TemplatePack;
  readonly previous: readonly PreviousReport[];
}
