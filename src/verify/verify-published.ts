/**
 * Published files against the data that travels in them: the report is made again from the data, and every file is compared to
 * the byte where that can be, and cell by cell always.
 */
import { sameBytes } from '../bytes/compare.js';
import { openBundle, readBundle, type Bundle } from '../bundle/open-bundle.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { outputFormats, writeOutputs } from '../output/outputs.js';
import { verifyOutput } from '../output/verify-output.js';
import type { OpenReport } from '../pipeline.js';
import { extractData } from '../readback/extract.js';
import { carrierKind, formatOf } from './carriers.js';
import * as findings from './findings.js';
import type { VerifyEnv, VerifyPoint } from './input.js';
import { signedPoint } from './signed-pdf.js';

/** A published file with its format. */
export interface PublishedFile {
  readonly path: string;
  readonly format: string;
  readonly bytes: Uint8Array;
}

export interface PublishedOutcome {
  readonly diagnostics: readonly Diagnostic[];
  readonly points: readonly VerifyPoint[];
  /** The report made again from the data; absent when there are none, or they are not whole. */
  readonly open?: OpenReport;
  readonly bundle?: Bundle;
}

/** Files of one report by their names; what is no output is left out. */
export function publishedFiles(files: ReadonlyMap<string, Uint8Array>): readonly PublishedFile[] {
  return [...files].flatMap(([path, bytes]) => {
    const format = formatOf(path);
    return format === undefined || !outputFormats.includes(format) ? [] : [{ path, format, bytes }];
  });
}

/**
 * Verifies files that claim to show one report. `given` is a bundle from elsewhere (a data file named by the user), used where
 * no file carries data. `comparable` is false where fonts of the user were used: bytes then differ from machine to machine.
 */
export async function verifyPublished(
  files: readonly PublishedFile[],
  env: VerifyEnv,
  given?: Uint8Array,
  comparable = true,
): Promise<PublishedOutcome> {
  const carried = await carriedData(files);
  const diagnostics: Diagnostic[] = [...carried.diagnostics];
  const [first] = carried.data;
  const bytes = first?.bytes ?? given;
  if (bytes === undefined)
    return { diagnostics: [...diagnostics, ...files.map(({ path }) => findings.noData(path))], points: [] };
  for (const other of carried.data.slice(1)) {
    if (first !== undefined && !sameBytes(first.bytes, other.bytes))
      diagnostics.push(findings.dataDiffer(first.path, other.path));
  }
  const name = first?.path ?? '';
  const read = readBundle(bytes, name);
  const bundle = read.value;
  if (bundle === undefined) return { diagnostics: [...diagnostics, ...read.diagnostics], points: [] };
  const open = openBundle(bundle, name, env.builtIn).value;
  if (open?.report === undefined)
    return { diagnostics: [...diagnostics, findings.notRebuilt(name)], points: [], bundle };
  const samePack = open.pack.hash === bundle.pack.hash;
  if (!samePack) diagnostics.push(findings.otherPack(bundle.pack.id));
  const embedded = new Set(carried.data.map(({ path }) => path));
  const compared = await compareFiles(files, open, bundle, env, embedded, { samePack, builtInFonts: comparable });
  return {
    open,
    bundle,
    diagnostics: [...diagnostics, ...compared.diagnostics],
    points: compared.points,
  };
}

async function carriedData(files: readonly PublishedFile[]): Promise<{
  readonly data: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  readonly diagnostics: readonly Diagnostic[];
}> {
  const data: { path: string; bytes: Uint8Array }[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { path, format, bytes } of files) {
    const kind = carrierKind(format);
    if (kind === undefined) continue;
    const found = await extractData(bytes, kind, path);
    diagnostics.push(...found.diagnostics);
    if (found.value !== undefined) data.push({ path, bytes: found.value });
  }
  return { data, diagnostics };
}

async function compareFiles(
  files: readonly PublishedFile[],
  open: OpenReport,
  bundle: Bundle,
  env: VerifyEnv,
  embedded: ReadonlySet<string>,
  same: { readonly samePack: boolean; readonly builtInFonts: boolean },
): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly points: readonly VerifyPoint[] }> {
  const diagnostics: Diagnostic[] = [];
  const points: VerifyPoint[] = [];
  const sameProgram = bundle.generator === env.generator;
  for (const file of files) {
    // Fonts of the user are in PDF files alone.
    const sameFonts = file.format !== 'pdf' || (same.builtInFonts && bundle.fonts.length === 0);
    const isComparable = sameProgram && same.samePack && sameFonts;
    const made = isComparable ? await rebuilt(file, open, bundle, env, embedded.has(file.path)) : undefined;
    if (made !== undefined && sameBytes(made, file.bytes)) {
      points.push({
        state: 'holds',
        zh: `“${file.path}”与用所带数据重新生成的文件逐字节相同`,
        en: `"${file.path}" is to the byte what its data give`,
      });
      continue;
    }
    const signed = made === undefined ? undefined : signedPoint(file, made);
    if (signed !== undefined) {
      points.push(...signed);
      // What is appended may show other pages than those beneath: they are read as a reader shows them.
      diagnostics.push(...(await differencesIn(file, open)).map(findings.differs));
      continue;
    }
    const cells = open.report === undefined ? [] : await differencesIn(file, open);
    diagnostics.push(...cells.map(findings.differs));
    if (made !== undefined) diagnostics.push(findings.bytesDiffer(file.path));
    else points.push(notCompared(file.path, sameProgram, bundle.generator));
    if (cells.length === 0) {
      points.push({
        state: 'holds',
        zh: `“${file.path}”的文字和表格各格与所带数据一致`,
        en: `the words and cells of "${file.path}" are those of the data`,
      });
    }
  }
  return { diagnostics, points };
}

/** JSON says figures by itself and is compared to the byte only; the others are read back. */
async function differencesIn(file: PublishedFile, open: OpenReport): Promise<readonly Diagnostic[]> {
  if (open.report === undefined || file.format === 'json') return [];
  return verifyOutput({ format: file.format, name: file.path, bytes: file.bytes }, open.report, open.pack);
}

async function rebuilt(
  file: PublishedFile,
  open: OpenReport,
  bundle: Bundle,
  env: VerifyEnv,
  embed: boolean,
): Promise<Uint8Array | undefined> {
  const { fonts, generator } = env;
  const made = await writeOutputs(open, {
    formats: [file.format],
    env: { fonts, generator },
    embed,
    verify: false,
    draft: true,
    recordedFonts: bundle.fonts,
  });
  return made.value?.[0]?.bytes;
}

function notCompared(path: string, sameProgram: boolean, generator: string): VerifyPoint {
  return sameProgram
    ? {
        state: 'not-checked',
        zh: `“${path}”没有逐字节比较：生成时用了别的字体或模板，只比较了文字和数字`,
        en: `"${path}" was not compared to the byte: other fonts or another pack were used`,
      }
    : {
        state: 'not-checked',
        zh: `“${path}”没有逐字节比较：它由 ${generator} 生成，与本程序版本不同，只比较了文字和数字`,
        en: `"${path}" was not compared to the byte: it was made by ${generator}`,
      };
}
