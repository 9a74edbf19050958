/** Data files opened as the command line opens them, for tests of packs. */
import { readFileSync } from 'node:fs';
import { diskSources, openReport, type OpenReport } from '../../src/index.js';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.js';
import { writeOutput } from '../support/examples.js';

export interface Opened {
  readonly open: OpenReport;
  readonly diagnostics: readonly Diagnostic[];
}

/** Opens a data file, or text in its place, with the pack or profile a command line could name. */
export function openReportAt(
  path: string,
  options: { readonly pack?: string; readonly profile?: string } = {},
  text: string = readFileSync(path, 'utf8'),
): Opened {
  const { value, diagnostics } = openReport(new TextEncoder().encode(text), path, diskSources(path), options);
  if (value === undefined) throw new Error(diagnostics.map((d) => `${d.code} ${d.message.zh}`).join('\n'));
  return { open: value, diagnostics };
}

const kept = new WeakMap<OpenReport, Map<string, Promise<Uint8Array>>>();

/** One output of an opened report, written once. */
export function writtenBytes(open: OpenReport, format: 'docx' | 'pdf'): Promise<Uint8Array> {
  const formats = kept.get(open) ?? new Map<string, Promise<Uint8Array>>();
  kept.set(open, formats);
  const bytes = formats.get(format) ?? writeOutput(open, format);
  formats.set(format, bytes);
  return bytes;
}

/** Findings one by one, the folded ones too. */
export function allFindings(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.flatMap((d) => [d, ...allFindings(d.folded ?? [])]);
}
