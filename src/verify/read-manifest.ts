/** A manifest nobody vouches for: read, and its shape checked, before anything of it is used. */
import { isRecord, parseJson } from '../bytes/json.js';
import type { Manifest, ManifestFile } from '../filing/manifest.js';
import { MANIFEST_VERSION } from '../filing/manifest.js';

/** The manifest, or undefined when it is none of ours. */
export function readManifest(bytes: Uint8Array): Manifest | undefined {
  const value = parseJson(bytes);
  if (!isRecord(value) || value['nianbao_manifest'] !== MANIFEST_VERSION) return undefined;
  const { report, pack, files, check } = value;
  if (!isRecord(report) || !isRecord(pack) || !isRecord(check) || !Array.isArray(files)) return undefined;
  const texts = [report['title'], report['agency'], pack['id'], pack['hash'], value['generator'], value['fonts']];
  const numbers = [report['year'], value['version']];
  const isWhole =
    texts.every((text) => typeof text === 'string') &&
    numbers.every((number) => typeof number === 'number') &&
    isCorrection(value['corrects']) &&
    files.every(isFile);
  return isWhole ? (value as unknown as Manifest) : undefined;
}

/** What a correction follows; a first filing follows nothing. */
function isCorrection(value: unknown): boolean {
  if (value === undefined) return true;
  if (!isRecord(value)) return false;
  const { manifest_sha256: sha256, manifest_sm3: sm3, version, reason } = value;
  return [sha256, sm3, reason].every((text) => typeof text === 'string') && typeof version === 'number';
}

function isFile(value: unknown): value is ManifestFile {
  if (!isRecord(value)) return false;
  const { path, role, media_type: mediaType, size, sha256, sm3 } = value;
  const hashes = [sha256, sm3].every((hash) => typeof hash === 'string' && /^[0-9a-f]{64}$/u.test(hash));
  return (
    hashes &&
    typeof size === 'number' &&
    [path, role, mediaType].every((text) => typeof text === 'string' && text !== '')
  );
}
