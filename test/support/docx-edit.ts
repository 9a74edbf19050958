/** Changes one part of a Word file by fflate alone, as somebody would who wants to deceive. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

export function editDocx(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const before = strFromU8(parts[part] ?? new Uint8Array());
  const after = change(before);
  if (after === before) throw new Error(`nothing was changed in ${part}`);
  return zipSync({ ...parts, [part]: strToU8(after) });
}
