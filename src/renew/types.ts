/**
 * What starting a new year's file takes and gives.
 */
import type { Bilingual } from '../diagnostic/diagnostic.js';
import type { PreviousReport } from '../validate/previous.js';

/** Last year's report, opened, of this office or of one of its predecessors. */
export interface LastYear extends PreviousReport {
  /** What messages and comments call the file. */
  readonly name: string;
  /** How the new file names it under 上年数据; absent where no path of a data file leads there. */
  readonly reference?: string;
  /** How its own file names its pack. */
  readonly packReference?: string;
  /** The profile it was checked against, when that one holds for the new year too and can be named from the new file. */
  readonly profile?: string;
  /** The profile as last year's file names it, when it cannot be carried over. */
  readonly oldProfile?: string;
}

export interface RenewOptions {
  /** Report year of the new file. */
  readonly year: number;
  /** Name of the office; last year's where there is one predecessor. */
  readonly agency?: string;
  /** How the new file names its pack; the pack's id by default. */
  readonly reference?: string;
  /** A first line of its own for editors. */
  readonly firstLine?: string;
}

/** What the clerk should know about the new file: one full sentence each. */
export type RenewNote = Bilingual;

/** The new file. */
export interface Renewed {
  readonly text: string;
  readonly notes: readonly RenewNote[];
}
