import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInFonts, builtInPack, builtInPackIds } from '../../src/index.js';
import type { Inputs } from './make-report.js';

/** What an example needs, read from disk; `copy` makes the bytes of another realm. */
export function exampleInputs(name: string, copy = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes)): Inputs {
  const copies = (files: Readonly<Record<string, Uint8Array>>): Readonly<Record<string, Uint8Array>> =>
    Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, copy(bytes)]));
  const path = join('examples', name, 'report.yaml');
  return {
    path,
    data: copy(readFileSync(path)),
    packs: Object.fromEntries(builtInPackIds().map((id) => [id, copies(builtInPack(id) ?? {})])),
    fonts: copies(builtInFonts()),
  };
}
