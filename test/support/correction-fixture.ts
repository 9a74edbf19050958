/** Reports filed and corrected in memory, for tests of `correct` and `seal`. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { builtInNamedPack } from '../../src/cli/sources.js';
import { correctFiling, type Correction } from '../../src/correct/correct.js';
import type { Outcome } from '../../src/diagnostic/diagnostic.js';
import { makeFiling, type FilingFile, type FilingInputs } from '../../src/filing/filing.js';
import { diskSources } from '../../src/index.js';
import { openReport, type OpenOutcome, type Sources } from '../../src/pipeline.js';
import type { Received } from '../../src/verify/input.js';
import { filingEnv } from './filing-fixture.js';

export interface Office {
  readonly outcome: OpenOutcome;
  readonly inputs: FilingInputs;
  readonly sources: Sources;
}

export interface OfficeOptions {
  readonly example?: string;
  readonly formats?: readonly string[];
  readonly embed?: boolean;
  /** Files beside the data file. */
  readonly beside?: Readonly<Record<string, string | Uint8Array>>;
}

/** A change of a data file: each text must be there once, so that no test changes nothing unseen. */
export function replacing(...changes: readonly (readonly [from: string, to: string])[]): (text: string) => string {
  return (text) =>
    changes.reduce((now, [from, to]) => {
      expect(now.split(from), from).toHaveLength(2);
      return now.replace(from, () => to);
    }, text);
}

/** An example with its text changed, opened as for a filing. */
export function office(change: (text: string) => string, options: OfficeOptions = {}): Office {
  const { example = 'huludao-2023', formats = ['html'], embed = true, beside = {} } = options;
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-correct-'));
  const path = join(folder, 'report.yaml');
  const text = change(readFileSync(join('examples', example, 'report.yaml'), 'utf8'));
  writeFileSync(path, text);
  for (const [name, content] of Object.entries(beside)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const sources = diskSources(path);
  const bytes = new TextEncoder().encode(text);
  return {
    outcome: openReport(bytes, path, sources, { strict: true }),
    inputs: { formats, env: filingEnv, embed, dataFile: { name: path, bytes }, attachment: sources.image },
    sources,
  };
}

/** The filing as its recipient has it. */
export async function filedBy({ outcome, inputs }: Office): Promise<Received> {
  const made = await makeFiling(outcome, inputs);
  if (made.value === undefined) throw new Error(JSON.stringify(made.diagnostics, null, 1));
  return received(made.value);
}

export function received(files: readonly FilingFile[], name = '第一版'): Received {
  return { name, kind: 'filing', files: new Map(files.map(({ path, bytes }) => [path, bytes])) };
}

export async function corrected(
  filed: Received,
  { outcome, inputs, sources }: Office,
  reason = '统计时有遗漏，现予更正。',
  date?: string,
): Promise<Outcome<Correction>> {
  return correctFiling(
    outcome,
    { ...inputs, filed, reason, ...(date === undefined ? {} : { date }) },
    { builtIn: builtInNamedPack, sources },
  );
}

/** The correction of an example: filed with the first change made to it, corrected with the second. */
export async function correction(
  first: (text: string) => string,
  second: (text: string) => string,
  options: OfficeOptions = {},
): Promise<Correction> {
  const made = await corrected(await filedBy(office(first, options)), office(second, options));
  if (made.value === undefined) throw new Error(JSON.stringify(made.diagnostics, null, 1));
  return made.value;
}

/** Bytes of a file of a filing. */
export function fileOf(files: readonly FilingFile[], path: string): Uint8Array {
  const found = files.find((file) => file.path === path);
  if (found === undefined) throw new Error(`no ${path} among ${files.map((file) => file.path).join(', ')}`);
  return found.bytes;
}

/** Tables of a 更正说明, cell by cell, read from its web page by its marks alone. */
export function noticeTables(files: readonly FilingFile[]): readonly (readonly (readonly string[])[])[] {
  const html = new TextDecoder().decode(fileOf(files, '更正说明.html'));
  const plain = (markup: string): string =>
    markup
      .replace(/<br>/gu, '\n')
      .replace(/<[^>]*>/gu, '')
      .trim();
  return [...html.matchAll(/<table[\s\S]*?<\/table>/gu)].map(([table]) =>
    [...table.matchAll(/<tr[\s\S]*?<\/tr>/gu)].map(([row]) =>
      [...row.matchAll(/<(t[hd])[\s\S]*?<\/\1>/gu)].map(([cell]) => plain(cell)),
    ),
  );
}
