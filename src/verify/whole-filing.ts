/** A filing to build on: its manifest, and that every file is as it was filed. Seals laid beside it later do not count. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { MANIFEST_NAME, type Manifest } from '../filing/manifest.js';
import { SIGNATURES_FOLDER } from '../filing/signatures.js';
import { badManifest, noManifest } from './findings.js';
import type { Received } from './input.js';
import { readManifest } from './read-manifest.js';
import { hashFindings } from './verify-hashes.js';

export interface WholeFiling {
  readonly manifest: Manifest;
  /** The manifest as it lies there. */
  readonly bytes: Uint8Array;
  /** Files that are not as the manifest says; empty for a whole filing. */
  readonly damages: readonly Diagnostic[];
}

/** The filing, or the finding (`verify/no-manifest`, `verify/manifest-unreadable`) for what is none. */
export function wholeFiling({ name, kind, files }: Received): WholeFiling | Diagnostic {
  const bytes = kind === 'filing' ? files.get(MANIFEST_NAME) : undefined;
  if (bytes === undefined) return noManifest(name);
  const manifest = readManifest(bytes);
  if (manifest === undefined || !isVersion(manifest.version)) return badManifest(name);
  const filed = new Map([...files].filter(([path]) => !path.startsWith(SIGNATURES_FOLDER)));
  return { manifest, bytes, damages: hashFindings(manifest, filed) };
}

function isVersion(version: number): boolean {
  return Number.isSafeInteger(version) && version >= 1;
}
