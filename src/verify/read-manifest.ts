/** A manifest nobody vouches for: read, and its shape checked, before anything of it is used. */
import type { Manifest, ManifestFile } from '../filing/manifest.js';
import { MANIFEST_VERSION } from '../filing/manifest.js';

/** The manifest, or undefined when it is none of ours. */
export function readManifest(bytes: Uint8Array): Manifest | undefined {
  const value = parsed(bytes);
  if (!isRecord(value) || value['nianbao_manifest'] !== MANIFEST_VERSION) return undefined;
  const { report, pack, files, check } = value;
  if (!isRecord(report) || !isRecord(pack) || !isRecord(check) || !Array.isArray(files)) return undefined;
  const texts = [report['title'], report['agency'], pack['id'], pack['hash'], value['generator'], value['fonts']];
  const numbers = [report['year'], value['version']];
  const isWhole =
    texts.every((text) => typeof text === 'string') &&
    numbers.every((number) => typeof number === 'number') &&
    files.every(isFile);
  return isWhole ? (value as unknown as Manifest) : undefined;
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

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
