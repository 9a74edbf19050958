/**
 * The directory at the end of a zip archive. Comes in: bytes nobody vouches for. Goes out: what the archive says of its
 * entries, every number checked against the bytes there are; nothing is unpacked here.
 */

/** An entry as the directory describes it; `start` and `end` are where its packed bytes lie. */
export interface DirectoryEntry {
  readonly path: string;
  readonly method: number;
  readonly encrypted: boolean;
  /** A symbolic link or another thing that is neither a file nor a folder. */
  readonly special: boolean;
  readonly crc: number;
  readonly size: number;
  readonly start: number;
  readonly end: number;
}

/** `damaged` and `too-many` tell why there is no list. */
export type Directory =
  | { readonly kind: 'entries'; readonly entries: readonly DirectoryEntry[] }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'too-many'; readonly count: number };

const END_SIGNATURE = 0x06054b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
/** The end record with the longest comment. */
const LONGEST_END = 22 + 0xffff;

/** True for bytes that begin as a zip archive does; Excel files are such archives. */
export function looksLikeZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && bytes[3] === bytes[2] + 1;
}

/** Reads the directory. Archives split over several files and the zip64 form are damaged to us: no input is that large. */
export function readDirectory(bytes: Uint8Array, mostEntries: number): Directory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return { kind: 'damaged' };
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const offset = view.getUint32(end + 16, true);
  const split = view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count;
  if (split || offset + size > end) return { kind: 'damaged' };
  if (count > mostEntries) return { kind: 'too-many', count };
  const entries: DirectoryEntry[] = [];
  let at = offset;
  for (let index = 0; index < count; index++) {
    const entry = entryAt(view, bytes, at, end);
    if (entry === undefined) return { kind: 'damaged' };
    entries.push(entry.entry);
    at = entry.next;
  }
  if (at !== offset + size || overlaps(entries, offset)) return { kind: 'damaged' };
  return { kind: 'entries', entries };
}

function endOf(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - LONGEST_END);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    const isEnd = view.getUint32(at, true) === END_SIGNATURE;
    if (isEnd && at + 22 + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  return undefined;
}

function entryAt(
  view: DataView,
  bytes: Uint8Array,
  at: number,
  limit: number,
): { readonly entry: DirectoryEntry; readonly next: number } | undefined {
  if (at + 46 > limit || view.getUint32(at, true) !== CENTRAL_SIGNATURE) return undefined;
  const flags = view.getUint16(at + 8, true);
  const packed = view.getUint32(at + 20, true);
  const nameLength = view.getUint16(at + 28, true);
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const local = view.getUint32(at + 42, true);
  if (next > limit || local + 30 > limit || view.getUint32(local, true) !== LOCAL_SIGNATURE) return undefined;
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packed > limit) return undefined;
  const path = decodedName(bytes.subarray(at + 46, at + 46 + nameLength));
  const localPath = decodedName(bytes.subarray(local + 30, local + 30 + view.getUint16(local + 26, true)));
  // Two names for one entry: a checker would see one and an unpacker the other.
  if (path === undefined || path !== localPath) return undefined;
  return {
    entry: {
      path,
      method: view.getUint16(at + 10, true),
      encrypted: (flags & 0x2041) !== 0,
      special: isSpecial(view.getUint16(at + 4, true) >> 8, view.getUint32(at + 38, true) >>> 16),
      crc: view.getUint32(at + 16, true),
      size: view.getUint32(at + 24, true),
      start,
      end: start + packed,
    },
    next,
  };
}

/** Names are UTF-8, or GBK as older Chinese programs pack them. */
function decodedName(bytes: Uint8Array): string | undefined {
  for (const label of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      continue;
    }
  }
  return undefined;
}

/** Archives made on Unix carry the kind of file; 0 says none. */
function isSpecial(system: number, mode: number): boolean {
  const kind = mode & 0o170000;
  return system === 3 && kind !== 0 && kind !== 0o100000 && kind !== 0o040000;
}

/** Entries that share packed bytes unpack to far more than the file is long. */
function overlaps(entries: readonly DirectoryEntry[], directory: number): boolean {
  const inOrder = [...entries].sort((a, b) => a.start - b.start);
  return inOrder.some((entry, index) => entry.end > (inOrder[index + 1]?.start ?? directory + 1));
}
