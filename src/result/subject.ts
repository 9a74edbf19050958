/** What a report of a check is made from. */
import { compose } from '../compose/compose.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { OpenOutcome } from '../pipeline.js';
import type { ReportData } from '../data/types.js';
import type { TemplatePack } from '../pack/types.js';
import type { Report } from '../report/tree.js';
import type { SourceText } from '../source/source.js';

export interface ResultSubject {
  /** The checked file as messages call it; never shown. */
  readonly path: string;
  /** Name of the checked file without its folders. */
  readonly fileName: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, SourceText>;
  /** Absent where the file could not be read as far as its figures. */
  readonly opened?: { readonly data: ReportData; readonly pack: TemplatePack; readonly report?: Report };
}

/** A filled form has no text, but its tables can be shown all the same. */
export function resultSubject(path: string, outcome: OpenOutcome): ResultSubject {
  const { value: open, diagnostics, sources } = outcome;
  const subject = { path, fileName: baseName(path), diagnostics, sources };
  if (open === undefined) return subject;
  const { data, pack, figures } = open;
  const report = open.report ?? compose(data, figures, pack, { draft: false, images: () => undefined }).value;
  return { ...subject, opened: { data, pack, ...(report === undefined ? {} : { report }) } };
}

/** Name of a file without its folders, as either kind of system writes them. */
export function baseName(path: string): string {
  return path.split(/[\\/]/u).at(-1) ?? path;
}
