/** The files of the packs as they lie in `templates/`, for the tests of this folder. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'yaml';
import type { PackFiles } from '../../../src/pack/types.js';
import { packFiles, templatesFolder as templates } from '../../support/pack-files.js';

/** Paths of all files below a folder of `templates/`, with `/`, relative to that folder. */
export function pathsOf(folder: string): readonly string[] {
  const root = join(templates, folder);
  return readdirSync(root, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();
}

export function filesOf(folder: string): PackFiles {
  return packFiles(join(templates, folder));
}

/** A YAML file of `templates/` as plain data; equal keys throw. */
export function yamlOf(path: string): Record<string, unknown> {
  return parse(readFileSync(join(templates, path), 'utf8'), { uniqueKeys: true }) as Record<string, unknown>;
}

/** Lines of a text file in `fixtures/`: labels read off the printed tables of real reports, brackets and marks full-width. */
export function fixture(name: string): readonly string[] {
  return readFileSync(new URL(`fixtures/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}
