/** What was really done in this run, so that the list for the archive states nothing else. */
import { sameBytes } from '../bytes/compare.js';
import { BUNDLE_FILE_NAME } from '../bundle/bundle.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { embeddedData, type OutputFile } from '../output/outputs.js';
import type { FilingCheck } from '../pack/filing-spec.js';
import type { OpenReport } from '../pipeline.js';
import { extractData, type CarrierKind } from '../readback/extract.js';
import { dataNotCarried } from './findings.js';

/** Whether a check was made, and the number its sentence names. */
export interface RunCheck {
  readonly done: boolean;
  readonly count: number;
}

export type RunChecks = Readonly<Record<FilingCheck, RunCheck>>;

/** Formats that are written from figures alone and not read back. */
const notReadBack: ReadonlySet<string> = new Set(['json']);

export interface RunFacts {
  readonly open: OpenReport;
  /** Published files, all verified when they were written. */
  readonly outputs: readonly OutputFile[];
  /** Files whose data came out again as they were put in. */
  readonly carriers: number;
  readonly attachments: number;
  /** All files that the manifest lists. */
  readonly files: number;
  readonly metadata: { readonly filled: number; readonly open: number };
}

export function runChecks({ open, outputs, carriers, attachments, files, metadata }: RunFacts): RunChecks {
  const read = outputs.filter(({ format }) => !notReadBack.has(format)).length;
  const isFilled = metadata.open === 0;
  return {
    hashes: { done: true, count: files },
    readback: { done: read > 0, count: read },
    embedded: { done: carriers > 0, count: carriers },
    rules: { done: true, count: open.pack.rules.length },
    attachments: { done: true, count: attachments },
    metadata: { done: isFilled, count: isFilled ? metadata.filled : metadata.open },
  };
}

/**
 * Takes the data out of every file that carries them and compares. Gives `filing/data-not-carried`; the value is the number
 * of files that carry them whole.
 */
export async function checkCarried(
  open: OpenReport,
  outputs: readonly OutputFile[],
  generator: string,
): Promise<{ readonly carriers: number; readonly diagnostics: readonly Diagnostic[] }> {
  const { bytes } = embeddedData(open, generator);
  const carriers = outputs.filter(({ format }) => carrierKinds.has(format));
  const diagnostics: Diagnostic[] = [];
  for (const { format, name, bytes: file } of carriers) {
    const taken = (await extractData(file, format as CarrierKind, BUNDLE_FILE_NAME)).value;
    if (taken === undefined || !sameBytes(taken, bytes)) diagnostics.push(dataNotCarried(name));
  }
  return { carriers: carriers.length - diagnostics.length, diagnostics };
}

const carrierKinds: ReadonlySet<string> = new Set<CarrierKind>(['docx', 'pdf', 'html']);
