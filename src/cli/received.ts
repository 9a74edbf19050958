/** Reads what somebody received: a filing's folder or zip, or one file. Links are not followed, sizes are bounded. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { looksLikeZip } from '../archive/zip-directory.js';
import { safeUnzip, type ZipLimits } from '../archive/zip-read.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { isFolder, readBytes } from '../env.js';
import type { Received } from '../verify/input.js';

/** Far above any filing: reports, attachments and scans. */
const MOST_FILES = 2000;
const MOST_BYTES = 512 * 1024 * 1024;
const filingLimits: ZipLimits = {
  entries: MOST_FILES,
  entryBytes: 128 * 1024 * 1024,
  totalBytes: MOST_BYTES,
  ratio: 200,
};

export type ReceivedOutcome =
  | { readonly kind: 'received'; readonly received: Received }
  /** Nothing readable is there. */
  | { readonly kind: 'unreadable' }
  /** It is there, and not safe to open. */
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/** Reads a path. Office files are zip archives too: only one without their ending is taken for a filing. */
export function readReceived(path: string): ReceivedOutcome {
  if (isFolder(path)) {
    const files = readFolder(path);
    return files instanceof Map
      ? { kind: 'received', received: { name: path, kind: 'filing', files } }
      : { kind: 'refused', diagnostics: [unsafeFolder(path, files)] };
  }
  const bytes = readBytes(path);
  if (bytes === undefined) return { kind: 'unreadable' };
  if (!looksLikeZip(bytes) || /\.(?:docx|xlsx)$/iu.test(path)) {
    return { kind: 'received', received: { name: path, kind: 'file', files: new Map([[basename(path), bytes]]) } };
  }
  const unzipped = safeUnzip(bytes, path, filingLimits);
  if (unzipped.value === undefined) return { kind: 'refused', diagnostics: unzipped.diagnostics };
  return { kind: 'received', received: { name: path, kind: 'filing', files: withoutTopFolder(unzipped.value) } };
}

/** Zips made by hand often hold one folder with everything in it. */
function withoutTopFolder(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const tops = new Set([...files.keys()].map((path) => path.split('/')[0] ?? ''));
  const [top = ''] = tops;
  const isOne = tops.size === 1 && [...files.keys()].every((path) => path.startsWith(`${top}/`));
  return isOne ? new Map([...files].map(([path, bytes]) => [path.slice(top.length + 1), bytes])) : files;
}

type FolderFault = { readonly why: 'link' | 'too-large' | 'unreadable'; readonly path: string };

function readFolder(folder: string): Map<string, Uint8Array> | FolderFault {
  const files = new Map<string, Uint8Array>();
  let total = 0;
  const visit = (at: string, prefix: string): FolderFault | undefined => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const path = join(at, entry.name);
      const name = `${prefix}${entry.name}`.normalize('NFC');
      if (entry.isDirectory()) {
        const fault = visit(path, `${name}/`);
        if (fault !== undefined) return fault;
        continue;
      }
      if (!entry.isFile()) return { why: 'link', path: name };
      total += lstatSync(path).size;
      if (total > MOST_BYTES || files.size >= MOST_FILES) return { why: 'too-large', path: name };
      files.set(name, readFileSync(path));
    }
    return undefined;
  };
  try {
    return visit(folder, '') ?? files;
  } catch {
    return { why: 'unreadable', path: '' };
  }
}

function unsafeFolder(folder: string, { why, path }: FolderFault): Diagnostic {
  const zh = {
    link: `里有链接“${path}”，没有打开`,
    'too-large': '里的文件太多或太大，没有全部读完',
    unreadable: '里有读不出来的文件',
  }[why];
  const en = {
    link: `holds the link "${path}"`,
    'too-large': 'holds too many or too large files',
    unreadable: 'cannot be read',
  }[why];
  return {
    code: 'verify/unsafe-folder',
    severity: 'error',
    message: { zh: `文件夹“${folder}”${zh}。`, en: `The folder "${folder}" ${en}.` },
    hint: { zh: '请换成报送时的原样文件夹或压缩包。', en: 'Use the folder or zip as it was filed.' },
  };
}
