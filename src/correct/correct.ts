/**
 * A correction of what was filed (更正): the complete filing of the next version, with a 更正说明, its manifest linked to the one
 * it corrects. Comes in: the corrected data file opened as for a filing, and the earlier filing. Goes out: all files in memory,
 * or every finding that forbids them. The earlier filing is read and never written to.
 */
import { safeFileName } from '../compose/file-name.js';
import { isoDate, readDate } from '../data/date.js';
import { hasErrors, type Diagnostic, type Outcome } from '../diagnostic/diagnostic.js';
import { readAttachments } from '../filing/attachments.js';
import { makeFiling, type FilingFile, type FilingInputs } from '../filing/filing.js';
import { manifestFile } from '../filing/manifest.js';
import { verifyOutput } from '../output/verify-output.js';
import type { CorrectionSpec } from '../pack/correction-spec.js';
import type { OpenOutcome, OpenReport } from '../pipeline.js';
import type { Received } from '../verify/input.js';
import { writerOf } from '../write/registry.js';
import { changesBetween } from './changes.js';
import { printedDay } from './days.js';
import { openFiled, type Filed, type FiledEnv } from './filed.js';
import { noReason, noWords, nothingChanged } from './findings.js';
import { correctionNotice } from './notice.js';
import { notTheSame } from './same-report.js';
import { isNothing, type Corrections } from './types.js';

export interface CorrectInputs extends Omit<FilingInputs, 'correction'> {
  /** The filing to correct. */
  readonly filed: Received;
  readonly reason: string;
  /** Day of the notice; absent = left to be filled in by hand. */
  readonly date?: string;
}

export interface Correction {
  /** The new filing, the manifest last. */
  readonly files: readonly FilingFile[];
  readonly corrections: Corrections;
  /** Of the new filing. */
  readonly version: number;
}

/** Formats of the 更正说明: one to sign, seal or change by hand, one for the site. */
const NOTICE_FORMATS = ['docx', 'html'];

/** Longest reason in characters: it stands in the manifest and in the notice. */
const LONGEST_REASON = 2000;

/**
 * Makes the correction. The outcome must have been opened with `strict`. Gives `correct/…`, what opening the filing gives, and
 * what making a filing gives; with an unwaived error no value.
 */
export async function correctFiling(
  outcome: OpenOutcome,
  inputs: CorrectInputs,
  env: FiledEnv,
): Promise<Outcome<Correction>> {
  const reason = plainReason(inputs.reason);
  if (reason === undefined) return { diagnostics: [noReason()] };
  const filed = await openFiled(inputs.filed, env);
  const open = outcome.value;
  if (filed.value === undefined) return { diagnostics: filed.diagnostics };
  if (open?.report === undefined) return { diagnostics: outcome.diagnostics };
  const other = notTheSame(filed.value.open, open);
  if (other.length > 0) return { diagnostics: other };
  const spec = open.pack.correction;
  if (spec === undefined) return { diagnostics: [noWords(open.pack.id)] };

  const corrections = changes(filed.value, open, spec, inputs);
  if (isNothing(corrections)) return { diagnostics: [...filed.diagnostics, nothingChanged(inputs.filed.name)] };
  const notice = await noticeFiles(open, spec, {
    filed: filed.value,
    isExact: filed.diagnostics.length === 0,
    corrections,
    reason,
    inputs,
  });
  if (notice.value === undefined) return { diagnostics: notice.diagnostics };
  const { manifest, sha256, sm3 } = filed.value;
  const made = await makeFiling(outcome, {
    ...inputs,
    correction: {
      corrects: { manifest_sha256: sha256, manifest_sm3: sm3, version: manifest.version, reason },
      files: notice.value,
      item: spec.name,
    },
  });
  const diagnostics = [...made.diagnostics, ...filed.diagnostics, ...notice.diagnostics];
  return made.value === undefined
    ? { diagnostics }
    : { value: { files: made.value, corrections, version: manifest.version + 1 }, diagnostics };
}

function changes(filed: Filed, open: OpenReport, spec: CorrectionSpec, inputs: CorrectInputs): Corrections {
  const folder = safeFileName(open.pack.filing?.folders.attachment ?? '');
  const attachments = readAttachments(open.data, open.pack, folder, inputs.attachment).value ?? [];
  const filedAttachments = filed.manifest.files.filter(({ role }) => role === 'attachment');
  return changesBetween(
    { open: filed.open, attachments: filedAttachments },
    {
      open,
      attachments: attachments.map(({ file: { path, mediaType, bytes } }) =>
        manifestFile(path, 'attachment', mediaType, bytes),
      ),
    },
    spec.words,
  );
}

/** The notice in its formats, each read back and compared with its tree like the report's own files. */
async function noticeFiles(
  open: OpenReport,
  spec: CorrectionSpec,
  given: {
    readonly filed: Filed;
    /** Nothing but the changes that were found can have changed. */
    readonly isExact: boolean;
    readonly corrections: Corrections;
    readonly reason: string;
    readonly inputs: CorrectInputs;
  },
): Promise<Outcome<readonly FilingFile[]>> {
  const { filed, isExact, corrections, reason, inputs } = given;
  const tree = correctionNotice(open, spec, corrections, {
    reason,
    filedTitle: filed.manifest.report.title,
    facts: {
      version: String(filed.manifest.version + 1),
      corrected_version: String(filed.manifest.version),
      corrected_sm3: filed.sm3,
      ...(isExact ? { nothing_else: '' } : {}),
      ...(inputs.date === undefined ? {} : { date: printedDay(inputs.date) }),
    },
  });
  const files: FilingFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const format of NOTICE_FORMATS) {
    const writer = writerOf(format);
    const written = await writer?.write(tree, open.pack.style, inputs.env);
    diagnostics.push(...(written?.diagnostics ?? []));
    if (writer === undefined || written?.value === undefined) return { diagnostics };
    const path = `${tree.meta.fileName}.${writer.extension}`;
    diagnostics.push(...(await verifyOutput({ format, name: path, bytes: written.value }, tree, open.pack)));
    files.push({ path, role: 'correction', mediaType: writer.mediaType, bytes: written.value });
  }
  return hasErrors(diagnostics) ? { diagnostics } : { value: files, diagnostics };
}

/** Characters that no font has and marks that change how a line is read. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Bidi_Control}]/u;

/** The reason as it is printed, one paragraph a line; undefined when there is none or it cannot be printed as it stands. */
function plainReason(reason: string): string | undefined {
  const lines = reason.split(/\r\n|[\r\n]/u).map((line) => line.replaceAll('\t', ' ').trim());
  const text = lines.filter((line) => line !== '').join('\n');
  const isPrintable = lines.every((line) => !UNPRINTABLE.test(line));
  return text === '' || !isPrintable || [...text].length > LONGEST_REASON ? undefined : text;
}

/** 2024-01-20 or 2024年1月20日 as `YYYY-MM-DD`; undefined for anything else. */
export function noticeDay(text: string): string | undefined {
  const reading = readDate(text);
  return reading.kind === 'date' ? isoDate(reading.date) : undefined;
}
