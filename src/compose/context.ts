/**
 * What every part of composing works from: the inputs of the stage, the scope of references, and a list that findings are
 * added to in reading order.
 */
import type { Figures, ReportData } from '../data/types.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { TemplatePack } from '../pack/types.js';
import type { TemplateScope } from '../template/template.js';
import type { CellValue } from '../value/value.js';

export interface ComposeOptions {
  /** Marks every page as a draft. */
  readonly draft: boolean;
  /** Bytes of an image by its path as written in the data file; undefined = not there or not allowed. */
  readonly images: (path: string) => Uint8Array | undefined;
  /** Last year's figure of a cell of this form; absent = no last year's file. */
  readonly previousValue?: ((address: string) => CellValue | undefined) | undefined;
  /** Title template of the output names, from a profile; absent = the pack's. */
  readonly fileName?: string;
}

export interface ComposeContext {
  readonly data: ReportData;
  readonly figures: Figures;
  readonly pack: TemplatePack;
  readonly options: ComposeOptions;
  readonly scope: TemplateScope;
  /** Findings so far. */
  readonly diagnostics: Diagnostic[];
}

/** A fixed word of the pack; a pack without it prints nothing in its place. */
export function wordOf(pack: TemplatePack, name: string): string {
  return Object.hasOwn(pack.terms.words, name) ? (pack.terms.words[name] ?? '') : '';
}
