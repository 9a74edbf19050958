/**
 * A profile: what the superior asks this year, beside the pack (design 5). Only checks, file names and the cover letter
 * differ with it; the report itself is built the same with or without one.
 */
import type { Severity } from '../diagnostic/diagnostic.js';
import type { SourceRange } from '../source/source.js';

export interface Profile {
  readonly id: string;
  readonly name: string;
  /** 文号 of the notice it comes from, such as 武政办发〔2025〕54号. */
  readonly document: string;
  /** Report years it holds for, inclusive; `until` absent = until replaced. */
  readonly years: { readonly from: number; readonly until?: number };
  /** First entry that fits the agency counts; an entry without kinds and levels fits all. */
  readonly deadlines: readonly Deadline[];
  /** 先备案后公布. */
  readonly fileBeforePublish: boolean;
  /** Severity of blank cells. */
  readonly blankPolicy?: 'warning' | 'error';
  readonly limits: readonly LengthLimit[];
  readonly mustState: readonly RequiredFact[];
  /** Diagnostic code or rule id -> severity asked here. */
  readonly severities: Readonly<Record<string, Severity>>;
  /** Template of the output names (title template); absent = the pack's. */
  readonly fileName?: string;
  /** The letter that goes with a filing: which of the pack's, its own wording, to whom. */
  readonly cover?: { readonly kind: string; readonly template?: string; readonly addressee?: string };
  /** Of the id, for messages about the profile as a whole. */
  readonly range: SourceRange;
}

/** Dates by kind of agency; both are days of the year after the report year. */
export interface Deadline {
  /** 政府, 部门, 乡镇街道 … ; empty = every kind. */
  readonly kinds: readonly string[];
  readonly levels: readonly string[];
  readonly fileBy?: MonthDay;
  readonly publishBy?: MonthDay;
}

export interface MonthDay {
  readonly month: number;
  readonly day: number;
}

/** 篇幅原则上不超过一千字. */
export interface LengthLimit {
  /** Section id of the pack. */
  readonly section: string;
  /** Characters of the section's text without spaces. */
  readonly maxCharacters: number;
  readonly severity: Severity;
}

/** A fact the section must state: figures of cells, words, or both. */
export interface RequiredFact {
  readonly section: string;
  /** Cell addresses whose figures must be stated (as typed in the profile). */
  readonly cells: readonly string[];
  /** Words of which all must occur. */
  readonly words: readonly string[];
  /** What is asked, as a sentence for messages. */
  readonly text: string;
  readonly severity: Severity;
}
