import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { builtInFonts, createFontSet, diskSources, openReport, writerOf, type OpenReport } from '../../src/index.js';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.js';
import type { ReadTable } from './read-docx.js';

/** Names of all examples: every folder of `examples` with a report in it. */
export const exampleNames: readonly string[] = readdirSync('examples', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

export interface OpenedExample {
  readonly open: OpenReport;
  readonly diagnostics: readonly Diagnostic[];
}

/** Opens an example as the command line would. */
export function openExample(name: string): OpenedExample {
  const path = join('examples', name, 'report.yaml');
  const outcome = openReport(readFileSync(path), path, diskSources(path));
  if (outcome.value === undefined) throw new Error(`${name}: ${JSON.stringify(outcome.diagnostics, null, 1)}`);
  return { open: outcome.value, diagnostics: outcome.diagnostics };
}

const fonts = createFontSet(builtInFonts()).value;

/** One output of an opened report. */
export async function writeOutput(open: OpenReport, format: string): Promise<Uint8Array> {
  if (fonts === undefined || open.report === undefined) throw new Error('nothing to write');
  const written = await writerOf(format)?.write(open.report, open.pack.style, { fonts, generator: 'nianbao test' });
  if (written?.value === undefined) throw new Error(JSON.stringify(written?.diagnostics));
  return written.value;
}

/**
 * Tables an example must print, cell by cell: made from the forms' official labels and the seeds' published figures by
 * somebody else's program, never from this project's output.
 */
export function expectedTables(
  name: string,
): readonly { readonly name: string; readonly headerRows: number; readonly cells: ReadTable }[] {
  const file = JSON.parse(readFileSync(join('test/fixtures/examples', `${name}.json`), 'utf8')) as {
    tables: { name: string; headerRows: number; cells: ReadTable }[];
  };
  return file.tables;
}

/** Text without white space: line breaks inside cells and paragraphs are layout. */
export function withoutSpace(text: string): string {
  return text.replace(/\s/gu, '');
}
