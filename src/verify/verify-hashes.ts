/** The files of a filing against the hashes of its manifest: nothing missing, nothing added, nothing changed. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { MANIFEST_NAME, manifestFile, type Manifest } from '../filing/manifest.js';
import { addedFile, changedFile, missingFile } from './findings.js';

export function hashFindings(manifest: Manifest, files: ReadonlyMap<string, Uint8Array>): readonly Diagnostic[] {
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  const found: Diagnostic[] = [];
  for (const [path, file] of listed) {
    const bytes = files.get(path);
    if (bytes === undefined) {
      found.push(missingFile(path));
      continue;
    }
    const now = manifestFile(path, file.role, file.media_type, bytes);
    const isSame = now.size === file.size && now.sha256 === file.sha256 && now.sm3 === file.sm3;
    if (!isSame) found.push(changedFile(path, now.size, file.size));
  }
  for (const path of files.keys()) if (path !== MANIFEST_NAME && !listed.has(path)) found.push(addedFile(path));
  return found;
}
