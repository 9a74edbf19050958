/**
 * The published files of a report. Comes in: an opened report and the formats wanted. Goes out: all files in memory, or every
 * finding that forbids them. With `verify` each file is read back by an independent reader and compared with the tree first:
 * a difference is an error, and no file (moonshot 10).
 */
import { bundleOf, BUNDLE_FILE_NAME, type UsedFont } from '../bundle/bundle.js';
import { hasErrors, type Diagnostic, type Outcome } from '../diagnostic/diagnostic.js';
import type { OpenReport } from '../pipeline.js';
import type { Report } from '../report/tree.js';
import { writerFormats, writerOf } from '../write/registry.js';
import type { EmbeddedData, WriteEnv } from '../write/writer.js';
import { figuresJson } from './figures-json.js';

/** One file, ready to be written. */
export interface OutputFile {
  readonly format: string;
  /** File name with its ending, safe on every file system. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface OutputOptions {
  readonly formats: readonly string[];
  readonly env: Pick<WriteEnv, 'fonts' | 'generator'>;
  /** Published files carry their public data (design section 6). */
  readonly embed: boolean;
  /** Read every file back and compare. */
  readonly verify: boolean;
  /** Fonts to record in the data, when they are not those of `env`: of the file that is made again. */
  readonly recordedFonts?: readonly UsedFont[];
  /** A draft is written in spite of errors of the writers, as far as it goes. */
  readonly draft?: boolean;
}

const JSON_TYPE = 'application/json';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Names of all formats, in the order they are offered. */
export const outputFormats: readonly string[] = [...writerFormats, 'xlsx', 'json'];

/** File name of a format, or undefined for a report without tree or an unknown format. */
export function outputName(open: OpenReport, format: string): string | undefined {
  const extension = ['xlsx', 'json'].includes(format) ? format : writerOf(format)?.extension;
  return open.report === undefined || extension === undefined ? undefined : `${open.report.meta.fileName}.${extension}`;
}

/** The public data of a report as published files carry it. */
export function embeddedData(open: OpenReport, generator: string, fonts: readonly UsedFont[] = []): EmbeddedData {
  return {
    name: BUNDLE_FILE_NAME,
    mediaType: JSON_TYPE,
    description: '本报告的公开数据，供核验和再利用',
    bytes: bundleOf(open, generator, fonts),
  };
}

/**
 * All files of a report. Gives the findings of the writers, `output/differs` and `output/unreadable` when verifying, and no
 * value where an error stands among them. Unknown formats are the caller's fault and throw.
 */
export async function writeOutputs(open: OpenReport, options: OutputOptions): Promise<Outcome<readonly OutputFile[]>> {
  const { report } = open;
  if (report === undefined) return { diagnostics: [] };
  const recorded = options.recordedFonts ?? usedFonts(options.env.fonts);
  const env: WriteEnv = {
    ...options.env,
    ...(options.embed ? { embedded: embeddedData(open, options.env.generator, recorded) } : {}),
  };
  const diagnostics: Diagnostic[] = [];
  const files: OutputFile[] = [];
  for (const format of options.formats) {
    const name = outputName(open, format);
    if (name === undefined) throw new Error(`no output format ${format}`);
    const written = await writeFormat(format, report, open, env);
    diagnostics.push(...written.diagnostics);
    if (written.value === undefined) return { diagnostics };
    const file: OutputFile = { format, name, ...written.value };
    if (options.verify && format !== 'json') {
      const { verifyOutput } = await import('./verify-output.js');
      diagnostics.push(...(await verifyOutput(file, report, open.pack)));
    }
    files.push(file);
  }
  const isRefused = hasErrors(diagnostics) && options.draft !== true;
  return isRefused ? { diagnostics } : { value: files, diagnostics };
}

/** One format in memory. What spreadsheets need is loaded for them alone, as each writer is. */
async function writeFormat(
  format: string,
  report: Report,
  open: OpenReport,
  env: WriteEnv,
): Promise<Outcome<Pick<OutputFile, 'mediaType' | 'bytes'>>> {
  if (format === 'json') {
    return { value: { mediaType: JSON_TYPE, bytes: figuresJson(open, env.generator) }, diagnostics: [] };
  }
  if (format === 'xlsx') {
    const [{ writeXlsx }, { tablesWorkbook }] = await Promise.all([
      import('../sheet/write-xlsx.js'),
      import('./tables-workbook.js'),
    ]);
    return { value: { mediaType: XLSX, bytes: await writeXlsx(tablesWorkbook(report, open.pack)) }, diagnostics: [] };
  }
  const writer = writerOf(format);
  if (writer === undefined) return { diagnostics: [] };
  const { value, diagnostics } = await writer.write(report, open.pack.style, env);
  return value === undefined ? { diagnostics } : { value: { mediaType: writer.mediaType, bytes: value }, diagnostics };
}

/** The fonts of a set that do not come with the program, each once (design section 7). */
export function usedFonts({ faces }: WriteEnv['fonts']): readonly UsedFont[] {
  return faces
    .filter(({ origin }) => origin !== 'built-in')
    .map(({ family, sha256 = '' }) => ({ family, sha256 }))
    .filter((font, index, all) => all.findIndex((other) => other.family === font.family) === index);
}
