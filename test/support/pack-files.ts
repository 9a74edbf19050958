/** Pack folders read from disk for tests. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NamedPackFiles } from '../../src/pack/load-pack.js';
import type { PackFiles } from '../../src/pack/types.js';

/** Folder of the built-in packs. */
export const templatesFolder = fileURLToPath(new URL('../../templates/', import.meta.url));

/** Forms a data file may name. */
export const forms = [
  'cn-2014',
  'cn-2014-hunan',
  'cn-2014-shandong',
  'cn-2014-shanghai',
  'cn-2014-zhejiang',
  'cn-2019',
  'cn-2021',
] as const;

/** Ids of the built-in packs: folders that hold a pack.yaml. */
export function builtInPacks(): readonly string[] {
  return readdirSync(templatesFolder)
    .filter((name) => readdirSyncSafe(join(templatesFolder, name)).includes('pack.yaml'))
    .sort();
}

/** Files of a folder, by path with `/`. */
export function packFiles(folder: string): PackFiles {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  return Object.fromEntries(
    paths.map((path) => [relative('', path).split(sep).join('/'), new Uint8Array(readFileSync(join(folder, path)))]),
  );
}

/** A built-in pack by id, for `parentOf`. */
export function builtInPack(id: string): NamedPackFiles | undefined {
  return builtInPacks().includes(id)
    ? { files: packFiles(join(templatesFolder, id)), name: `templates/${id}` }
    : undefined;
}

function readdirSyncSafe(folder: string): readonly string[] {
  return statSync(folder).isDirectory() ? readdirSync(folder) : [];
}
