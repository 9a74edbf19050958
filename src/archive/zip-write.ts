/**
 * Archives that are the same bytes whenever and wherever they are made: fixed times, the caller's order, one deflate in
 * JavaScript, since the zlib of one machine packs otherwise than that of another (design section 7).
 */
import { strToU8, zipSync } from 'fflate';

/** An entry to pack; text is packed as UTF-8. */
export type ArchiveEntry = readonly [path: string, content: Uint8Array | string];

/** Packs entries in the order given; two of one path are the caller's fault, and the last counts. */
export function canonicalZip(entries: Iterable<ArchiveEntry>): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  for (const [path, content] of entries) files[path] = typeof content === 'string' ? strToU8(content) : content;
  // Made of local parts, since fflate writes local parts: the same in every time zone.
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) });
}
