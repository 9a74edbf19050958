/** Files that the data file names as attachments, taken into the filing within bounds. */
import { safeFileName } from '../compose/file-name.js';
import type { AttachmentInput, ReportData } from '../data/types.js';
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import type { TemplatePack } from '../pack/types.js';
import type { FilingFile } from './filing.js';
import { attachmentMissing, attachmentsTooLarge } from './findings.js';

/** More is no annual report; a hostile data file could name one large file many times. */
const MOST_FILES = 200;
const MOST_BYTES = 200 * 1024 * 1024;

const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  ofd: 'application/ofd',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  txt: 'text/plain',
  csv: 'text/csv',
  zip: 'application/zip',
};

/** An attachment in the filing and what letters call it. */
export interface FiledAttachment {
  readonly name: string;
  readonly file: FilingFile;
}

/**
 * Reads the attachments in the order of the data file. Gives `filing/attachment-missing` for each that is not there or lies
 * outside the folder, and `filing/attachments-too-large`; with either there is no value.
 */
export function readAttachments(
  data: ReportData,
  pack: TemplatePack,
  folder: string,
  read: (path: string) => Uint8Array | undefined,
): Outcome<readonly FiledAttachment[]> {
  const { attachments } = data;
  const first = attachments[0]?.file.range;
  const tooLarge = (): Outcome<readonly FiledAttachment[]> => ({
    diagnostics: [attachmentsTooLarge(MOST_FILES, MOST_BYTES / 1024 / 1024, first)],
  });
  if (attachments.length > MOST_FILES) return tooLarge();
  const diagnostics: Diagnostic[] = [];
  const filed: FiledAttachment[] = [];
  let size = 0;
  for (const [index, attachment] of attachments.entries()) {
    const bytes = read(attachment.file.value);
    if (bytes === undefined) {
      diagnostics.push(attachmentMissing(attachment.file.value, attachment.file.range));
      continue;
    }
    size += bytes.length;
    if (size > MOST_BYTES) return tooLarge();
    const label = `${pack.terms.words['annex'] ?? ''}${index + 1}`;
    filed.push(filedAs(attachment, `${folder}/${fileNameOf(attachment, label)}`, bytes));
  }
  return diagnostics.length > 0 ? { diagnostics } : { value: filed, diagnostics };
}

function filedAs({ file, title }: AttachmentInput, path: string, bytes: Uint8Array): FiledAttachment {
  const mediaType = mediaTypes[endingOf(file.value).slice(1).toLowerCase()] ?? 'application/octet-stream';
  return {
    name: title ?? baseName(file.value).slice(0, baseName(file.value).length - endingOf(file.value).length),
    file: { path, role: 'attachment', mediaType, bytes },
  };
}

/** 附件1-名称.pdf: the number keeps two files of one name in two folders apart. */
function fileNameOf({ file }: AttachmentInput, label: string): string {
  const ending = endingOf(file.value);
  const base = baseName(file.value);
  return safeFileName(`${label}-${base.slice(0, base.length - ending.length)}`, ending.toLowerCase());
}

function baseName(path: string): string {
  return path.split(/[/\\]/u).at(-1) ?? '';
}

function endingOf(path: string): string {
  return /\.[A-Za-z0-9]{1,8}$/u.exec(path)?.[0] ?? '';
}
