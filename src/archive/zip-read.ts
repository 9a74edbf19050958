/**
 * Opens zip archives nobody vouches for. Comes in: bytes and limits. Goes out: the files in them by path, or why they are
 * refused. What an entry says of itself is never believed: it is counted while it is unpacked. Never throws.
 */
import { Inflate } from 'fflate';
import type { Bilingual, Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { crc32 } from './crc32.js';
import { readDirectory, type DirectoryEntry } from './zip-directory.js';

/** How much an archive may hold. */
export interface ZipLimits {
  readonly entries: number;
  /** Unpacked bytes of one entry. */
  readonly entryBytes: number;
  /** Unpacked bytes of all entries. */
  readonly totalBytes: number;
  /** Times an entry above 1 MB may be larger than its packed bytes. */
  readonly ratio: number;
}

/** Limits for one office document. */
export const documentLimits: ZipLimits = {
  entries: 2000,
  entryBytes: 32 * 1024 * 1024,
  totalBytes: 64 * 1024 * 1024,
  ratio: 200,
};

/** Entries up to this size may be packed as tightly as they like: a page of zeros is no attack. */
const SMALL_ENTRY = 1024 * 1024;
/** Packed bytes handed to the unpacker at a time: it cannot give more than about a thousand times as much at once. */
const STEP = 8 * 1024;

/**
 * The files of an archive by path, folders left out. Gives `archive/damaged`, `archive/too-large`, `archive/unsafe-name` or
 * `archive/encrypted` and no value; `name` is what messages call the archive.
 */
export function safeUnzip(
  bytes: Uint8Array,
  name: string,
  limits: ZipLimits = documentLimits,
): Outcome<ReadonlyMap<string, Uint8Array>> {
  const directory = readDirectory(bytes, limits.entries);
  if (directory.kind === 'damaged') return problem('damaged', name);
  if (directory.kind === 'too-many') return problem('too-large', name, `${directory.count}`);
  const { entries } = directory;
  const unsafe = entries.find((entry, index) => isUnsafe(entry, entries, index));
  if (unsafe !== undefined) return problem('unsafe-name', name, unsafe.path);
  if (entries.some((entry) => entry.encrypted)) return problem('encrypted', name);
  const files = new Map<string, Uint8Array>();
  let total = 0;
  for (const entry of entries) {
    if (entry.path.endsWith('/')) continue;
    const room = Math.min(limits.entryBytes, limits.totalBytes - total, mostOf(entry, limits));
    const unpacked = unpack(bytes.subarray(entry.start, entry.end), entry, room);
    if (unpacked === 'too-large') return problem('too-large', name, entry.path);
    if (unpacked === 'damaged') return problem('damaged', name, entry.path);
    total += unpacked.byteLength;
    files.set(entry.path, unpacked);
  }
  return { value: files, diagnostics: [] };
}

function mostOf(entry: DirectoryEntry, limits: ZipLimits): number {
  return Math.max(SMALL_ENTRY, (entry.end - entry.start) * limits.ratio);
}

/** Paths that leave the archive's own folder, name a drive, hide a separator, or come twice, and links. */
function isUnsafe(entry: DirectoryEntry, entries: readonly DirectoryEntry[], index: number): boolean {
  const { path } = entry;
  const plain = path.endsWith('/') ? path.slice(0, -1) : path;
  const parts = plain.split('/');
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (entry.special || plain === '' || plain.length > 512 || /[\\:\u0000-\u001f]/u.test(path)) return true;
  if (parts.some((part) => part === '' || part === '.' || part === '..')) return true;
  return firstOf(entries).get(folded(plain)) !== index;
}

const firsts = new WeakMap<readonly DirectoryEntry[], ReadonlyMap<string, number>>();

/** Index of the first entry of each name; names that differ in case or form only are one file on many systems. */
function firstOf(entries: readonly DirectoryEntry[]): ReadonlyMap<string, number> {
  let first = firsts.get(entries);
  if (first === undefined) {
    const made = new Map<string, number>();
    entries.forEach(({ path }, index) => {
      const key = folded(path.endsWith('/') ? path.slice(0, -1) : path);
      if (!made.has(key)) made.set(key, index);
    });
    first = made;
    firsts.set(entries, made);
  }
  return first;
}

function folded(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

function unpack(packed: Uint8Array, entry: DirectoryEntry, room: number): Uint8Array | 'damaged' | 'too-large' {
  if (entry.size > room) return 'too-large';
  const content = entry.method === 0 ? packed : entry.method === 8 ? inflated(packed, entry.size) : undefined;
  if (content === undefined || content.byteLength !== entry.size || crc32(content) !== entry.crc) return 'damaged';
  return content;
}

/** Undefined when it is not of the size that was declared; what goes on beyond it is not unpacked. */
function inflated(packed: Uint8Array, size: number): Uint8Array | undefined {
  const out = new Uint8Array(size);
  const state = { length: 0 };
  const stream = new Inflate((chunk) => {
    if (state.length + chunk.byteLength <= size) out.set(chunk, state.length);
    state.length += chunk.byteLength;
  });
  try {
    for (let at = 0; at < packed.byteLength && state.length <= size; at += STEP) {
      stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.byteLength);
    }
  } catch {
    return undefined;
  }
  return state.length === size ? out : undefined;
}

type Refusal = 'damaged' | 'too-large' | 'unsafe-name' | 'encrypted';

function problem(code: Refusal, name: string, detail = ''): Outcome<never> {
  const { message, hint } = sentences(code, name, detail);
  const diagnostic: Diagnostic = {
    code: `archive/${code}`,
    severity: 'error',
    message,
    hint,
    range: { file: name, start: 0, end: 0 },
    ...(detail === '' ? {} : { facts: { entry: detail.slice(0, 200) } }),
  };
  return { diagnostics: [diagnostic] };
}

function sentences(code: Refusal, name: string, detail: string): { message: Bilingual; hint: Bilingual } {
  switch (code) {
    case 'damaged':
      return {
        message: { zh: `“${name}”损坏了，或者不完整，打不开。`, en: `"${name}" is damaged or incomplete.` },
        hint: { zh: '请重新保存或重新传送一份。', en: 'Save or send it again.' },
      };
    case 'too-large':
      return {
        message: {
          zh: `“${name}”解开后太大，或者里面的文件太多，没有打开。`,
          en: `"${name}" unpacks to too much or holds too many files, and was not opened.`,
        },
        hint: {
          zh: '请确认文件的来源；是自己的文件，就删去多余的工作表和图片再保存。',
          en: 'Check where it comes from; drop sheets and pictures that are not needed.',
        },
      };
    case 'unsafe-name':
      return {
        message: {
          zh: `“${name}”里有不安全的文件名，没有打开。`,
          en: `"${name}" holds an unsafe name${detail === '' ? '' : ` ("${detail.slice(0, 80)}")`} and was not opened.`,
        },
        hint: { zh: '请确认文件的来源，用办公软件重新保存一份。', en: 'Check where it comes from and save it anew.' },
      };
    case 'encrypted':
      return {
        message: { zh: `“${name}”设了密码，读不出来。`, en: `"${name}" has a password and cannot be read.` },
        hint: { zh: '请去掉密码，另存一份再试。', en: 'Save it without a password.' },
      };
  }
}
