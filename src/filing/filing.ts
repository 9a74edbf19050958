/**
 * A filing: everything an office hands in for one report, in memory. Comes in: a report opened as for a filing (`strict`).
 * Goes out: all files with the manifest last, or every finding that forbids them. No clock, no random, no path of the machine
 * the same report is the same filing to the byte.
 */
import { safeFileName } from '../compose/file-name.js';
import { hasErrors, type Diagnostic, type Outcome } from '../diagnostic/diagnostic.js';
import { writeOutputs, type OutputFile, type OutputOptions } from '../output/outputs.js';
import type { FilingSpec, Letter } from '../pack/filing-spec.js';
import type { OpenOutcome, OpenReport } from '../pipeline.js';
import type { Report } from '../report/tree.js';
import { sm3 } from '../bytes/sm3.js';
import { writeXlsx } from '../sheet/write-xlsx.js';
import { writerOf } from '../write/registry.js';
import { archiveDocument, archivePoints } from './archive-list.js';
import { readAttachments, type FiledAttachment } from './attachments.js';
import { checkResult, resultSentence } from './check-result.js';
import { chosenLetter, coverLetter } from './cover.js';
import { documentStyle } from './document.js';
import { manifestOf } from './filing-manifest.js';
import { draftSection, noWords } from './findings.js';
import { MANIFEST_NAME, manifestBytes, type FileRole, type Manifest, type ManifestCheck } from './manifest.js';
import { metadataFields, metadataJson, metadataSheet } from './metadata.js';
import { withoutClashes } from './paths.js';
import { checkCarried, runChecks } from './run-checks.js';
import { wordsContext, type WordsContext } from './words.js';

/** A file of a filing; `path` is relative, with `/`, NFC and safe on every file system. */
export interface FilingFile {
  readonly path: string;
  readonly role: FileRole | 'manifest';
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface FilingInputs extends Pick<OutputOptions, 'formats' | 'env' | 'embed'> {
  /** The data file as it is; of its name only the ending is used. */
  readonly dataFile: { readonly name: string; readonly bytes: Uint8Array };
  /** An attachment by its path as written in the data file; undefined = not there or not allowed. */
  readonly attachment: (path: string) => Uint8Array | undefined;
  /** Who receives the filing; absent = the profile's, else left to be filled in. */
  readonly addressee?: string;
  /** 索引号; absent = left to be filled in. */
  readonly indexNumber?: string;
  /** What makes it the next version of an earlier filing; absent = a first filing. */
  readonly correction?: FiledCorrection;
}

/** The earlier filing a correction follows, and the documents that say what changed. */
export interface FiledCorrection {
  readonly corrects: NonNullable<Manifest['corrects']>;
  readonly files: readonly FilingFile[];
  /** What letters call those documents. */
  readonly item: string;
}

const JSON_TYPE = 'application/json';
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * All files of a filing, by path, the manifest last. The outcome must have been opened with `strict`, so that blanks are
 * errors. Gives the findings of the outcome and of the writers, `output/…`, `filing/…`; with an unwaived error no value.
 */
export async function makeFiling(outcome: OpenOutcome, inputs: FilingInputs): Promise<Outcome<readonly FilingFile[]>> {
  const open = outcome.value;
  const spec = open?.pack.filing;
  if (open?.report === undefined) return { diagnostics: outcome.diagnostics };
  const diagnostics: Diagnostic[] = [...outcome.diagnostics, ...draftSections(open)];
  if (spec === undefined) return { diagnostics: [...diagnostics, noWords(open.pack.id)] };
  const attachments = readAttachments(open.data, open.pack, folderName(spec.folders.attachment), inputs.attachment);
  const { letter, diagnostics: letterFindings } = chosenLetter(open, spec);
  diagnostics.push(...attachments.diagnostics, ...letterFindings);
  if (hasErrors(diagnostics) || attachments.value === undefined || letter === undefined) return { diagnostics };

  const { formats, env, embed } = inputs;
  const outputs = await writeOutputs(open, { formats, env, embed, verify: true });
  diagnostics.push(...outputs.diagnostics);
  if (outputs.value === undefined || hasErrors(outputs.diagnostics)) return { diagnostics };
  const carried = embed
    ? await checkCarried(open, outputs.value, env.generator)
    : { carriers: 0, diagnostics: [] as readonly Diagnostic[] };
  diagnostics.push(...carried.diagnostics);
  if (hasErrors(carried.diagnostics)) return { diagnostics };

  const check = checkResult(diagnostics);
  const parts: Parts = {
    open,
    spec,
    letter,
    outputs: outputs.value,
    attachments: attachments.value,
    carriers: carried.carriers,
    check,
  };
  return filed(parts, inputs, diagnostics);
}

interface Parts {
  readonly open: OpenReport;
  readonly spec: FilingSpec;
  readonly letter: Letter;
  readonly outputs: readonly OutputFile[];
  readonly attachments: readonly FiledAttachment[];
  readonly carriers: number;
  readonly check: ManifestCheck;
}

/** Cover, metadata sheet in two forms, list for the archive, data file. */
const OWN_FILES = 5;

async function filed(
  parts: Parts,
  inputs: FilingInputs,
  diagnostics: Diagnostic[],
): Promise<Outcome<readonly FilingFile[]>> {
  const { open, spec, letter, outputs, attachments, carriers, check } = parts;
  const items = [...itemsOf(parts), ...(inputs.correction === undefined ? [] : [inputs.correction.item])];
  const context = contextOf(parts, inputs, items);
  const fields = metadataFields(spec, context);
  const filled = fields.filter(({ value }) => value !== '').length;
  const points = archivePoints(
    spec,
    runChecks({
      open,
      outputs,
      carriers,
      attachments: attachments.length,
      files: outputs.length + attachments.length + OWN_FILES + (inputs.correction?.files.length ?? 0),
      metadata: { filled, open: fields.length - filled },
    }),
  );
  const cover = coverLetter(open, spec, letter, items, context);
  const coverFile = await documentFile(cover.document, 'cover', open, inputs);
  const archiveFile = await documentFile(archiveDocument(open, spec, points, context), 'archive', open, inputs);
  diagnostics.push(...cover.diagnostics, ...coverFile.diagnostics, ...archiveFile.diagnostics);
  if (hasErrors(diagnostics) || coverFile.value === undefined || archiveFile.value === undefined) {
    return { diagnostics };
  }
  const metadata = safeFileName(spec.names.metadata);
  const all: readonly FilingFile[] = [
    ...outputs.map(({ name, mediaType, bytes }) => ({
      path: `${folderName(spec.folders.published)}/${name}`.normalize('NFC'),
      role: 'published' as const,
      mediaType,
      bytes,
    })),
    ...attachments.map(({ file }) => file),
    dataFile(inputs, spec),
    coverFile.value,
    archiveFile.value,
    ...(inputs.correction?.files ?? []),
    {
      path: `${metadata}.xlsx`,
      role: 'metadata' as const,
      mediaType: XLSX_TYPE,
      bytes: await writeXlsx(metadataSheet(open, spec, fields)),
    },
    { path: `${metadata}.json`, role: 'metadata' as const, mediaType: JSON_TYPE, bytes: metadataJson(fields) },
  ];
  const files = [...withoutClashes(all)].sort((a, b) => (a.path < b.path ? -1 : 1));
  const manifest: FilingFile = {
    path: MANIFEST_NAME,
    role: 'manifest',
    mediaType: JSON_TYPE,
    bytes: manifestBytes(manifestOf(open, files, { check, archive: points, inputs })),
  };
  return { value: [...files, manifest], diagnostics };
}

/** A section's mark as a draft forbids a filing whatever severity a profile gives to the finding on it. */
function draftSections({ data, pack, draft }: OpenReport): readonly Diagnostic[] {
  if (draft) throw new Error('a filing is never made of a report opened as a draft');
  return [...data.sections.values()]
    .filter((section) => section.draft)
    .map((section) => {
      const spec = pack.sections.find(({ id }) => id === section.id);
      return draftSection(section.heading?.value ?? spec?.heading ?? section.id, section.range);
    });
}

/** The parts of the filing as letters name them. */
function itemsOf({ open, spec, outputs, attachments }: Parts): readonly string[] {
  const { items } = spec;
  const formats = outputs.map(({ format }) => items.formats[format] ?? format).join(items.separator);
  const title = open.report?.meta.title ?? '';
  return [
    `${items.report.replaceAll('#', () => title)}（${formats}）`,
    ...attachments.map(({ name }) => items.attachment.replaceAll('#', () => name)),
    items.data,
    items.metadata,
    items.archive,
    items.manifest,
  ];
}

function contextOf(
  { open, spec, outputs, check }: Parts,
  inputs: FilingInputs,
  items: readonly string[],
): WordsContext {
  const { data, profile, report } = open;
  const main = outputs.find(({ format }) => format === 'pdf') ?? outputs[0];
  const addressee = inputs.addressee ?? profile?.cover?.addressee;
  const creditCode = data.agency.creditCode?.value;
  return wordsContext(open, {
    title: report?.meta.title ?? '',
    files: items.map((item, index) => `${index + 1}. ${item}`).join('\n'),
    check: resultSentence(check, spec.result),
    ...(main === undefined ? {} : { checksum: sm3(main.bytes) }),
    ...(addressee === undefined ? {} : { addressee }),
    ...(inputs.indexNumber === undefined ? {} : { index_number: inputs.indexNumber }),
    ...(creditCode === undefined ? {} : { credit_code: creditCode }),
  });
}

/** A document of the filing as Word file, which the office signs, seals or changes by hand. */
async function documentFile(
  document: Report,
  role: 'cover' | 'archive',
  { pack }: OpenReport,
  { env }: FilingInputs,
): Promise<Outcome<FilingFile>> {
  const writer = writerOf('docx');
  const written = await writer?.write(document, documentStyle(pack.style), env);
  if (writer === undefined || written?.value === undefined) return { diagnostics: written?.diagnostics ?? [] };
  const path = `${safeFileName(document.meta.fileName)}.${writer.extension}`;
  return { value: { path, role, mediaType: writer.mediaType, bytes: written.value }, diagnostics: written.diagnostics };
}

function dataFile({ dataFile: { name, bytes } }: FilingInputs, spec: FilingSpec): FilingFile {
  const isJson = /\.json$/iu.test(name);
  const path = `${folderName(spec.folders.data)}/${safeFileName(spec.names.data)}.${isJson ? 'json' : 'yaml'}`;
  return { path, role: 'data', mediaType: isJson ? JSON_TYPE : 'application/yaml', bytes };
}

function folderName(name: string): string {
  return safeFileName(name);
}
