/**
 * The program's only door to disk, besides the command line itself: built-in packs, fonts and profiles, folders of outside
 * packs, and writing outputs whole or not at all.
 */
import { existsSync, lstatSync, readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { mkdir, open, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PackFiles } from './pack/types.js';

/** Folder this program runs from: `dist` when it is built, `src` in tests. */
export const programFolder = dirname(fileURLToPath(import.meta.url));

/** Folder of the installed package: it holds `templates`, `fonts` and `package.json`. */
export const packageFolder = resolve(programFolder, '..');

const templatesFolder = join(packageFolder, 'templates');
const fontsFolder = join(packageFolder, 'fonts');

/** Limits for folders that somebody else made. */
const MAX_PACK_FILES = 500;
const MAX_PACK_BYTES = 20 * 1024 * 1024;
const MAX_INPUT_BYTES = 64 * 1024 * 1024;

/** `nianbao 0.1.0`, as written into the files as their producer. */
export function generatorName(): string {
  const manifest = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  return `nianbao ${manifest.version}`;
}

/** Ids of the built-in packs in a stable order. */
export function builtInPackIds(): readonly string[] {
  return readdirSync(templatesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(templatesFolder, entry.name, 'pack.yaml')))
    .map((entry) => entry.name)
    .sort();
}

/** Files of a built-in pack, or undefined when there is none of that id. */
export function builtInPack(id: string): PackFiles | undefined {
  if (!/^[a-z0-9-]+$/.test(id)) return undefined;
  const folder = join(templatesFolder, id);
  return existsSync(join(folder, 'pack.yaml')) ? readPackFolder(folder) : undefined;
}

/** A profile that comes with the program. */
export function builtInProfile(id: string): Uint8Array | undefined {
  if (!/^[a-z0-9-]+$/.test(id)) return undefined;
  return readBytes(join(templatesFolder, 'profiles', `${id}.yaml`));
}

/** All regular files of a pack folder; links are not followed, too large folders give undefined. */
export function readPackFolder(folder: string): PackFiles | undefined {
  const files: Record<string, Uint8Array> = {};
  let bytes = 0;
  let count = 0;
  const visit = (at: string): boolean => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      const path = join(at, entry.name);
      if (entry.isDirectory()) {
        if (!visit(path)) return false;
      } else if (entry.isFile()) {
        bytes += lstatSync(path).size;
        count += 1;
        if (count > MAX_PACK_FILES || bytes > MAX_PACK_BYTES) return false;
        files[relative(folder, path).split(sep).join('/')] = readFileSync(path);
      }
    }
    return true;
  };
  try {
    return visit(folder) ? files : undefined;
  } catch {
    return undefined;
  }
}

/** Built-in font files by name. */
export function builtInFonts(): Readonly<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  for (const name of existsSync(fontsFolder) ? readdirSync(fontsFolder).sort() : []) {
    if (extname(name) === '.ttf') files[name] = readFileSync(join(fontsFolder, name));
  }
  return files;
}

/** Bytes of a file, or undefined when it is not a readable regular file of a sensible size. */
export function readBytes(path: string): Uint8Array | undefined {
  try {
    const state = statSync(path);
    return state.isFile() && state.size <= MAX_INPUT_BYTES ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}

/** Reads a path that a data file names: relative, and after links are resolved still inside `folder`. */
export function readInside(folder: string, path: string): Uint8Array | undefined {
  try {
    const root = realpathSync(folder);
    const target = realpathSync(resolve(folder, path));
    return target.startsWith(root + sep) ? readBytes(target) : undefined;
  } catch {
    return undefined;
  }
}

/** True when a path lies in a folder, or is it, after links are resolved; false when it is not there. */
export function isWithin(folder: string, path: string): boolean {
  try {
    const root = realpathSync(folder);
    const target = realpathSync(path);
    return target === root || target.startsWith(root + sep);
  } catch {
    return false;
  }
}

/** YAML and JSON files directly in a folder, sorted by name. */
export function dataFilesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|json)$/i.test(entry.name))
    .map((entry) => join(folder, entry.name))
    .sort();
}

export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** True when a path is a symbolic link. */
export function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

/** Why a file could not be written. */
export interface WriteFailure {
  readonly path: string;
  /** `in-use`: another program (Word) holds it open; `denied`: no right to write there; `failed`: anything else. */
  readonly reason: 'in-use' | 'denied' | 'failed' | 'exists';
  readonly detail: string;
}

/** Temporary files of this run so far; the process id keeps two programs apart. */
let temporaryFiles = 0;

/**
 * Writes a file whole or not at all: into a temporary file beside it, flushed, then renamed over the old one. On failure
 * the old file stays as it was.
 */
export async function writeWhole(
  path: string,
  bytes: Uint8Array,
  keepExisting = false,
): Promise<WriteFailure | undefined> {
  const folder = dirname(path);
  const temporary = join(folder, `.nianbao-${process.pid}-${temporaryFiles++}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    if (keepExisting && existsSync(path)) return { path, reason: 'exists', detail: 'EEXIST' };
    // Whatever has that name was left by a stopped program, or is a trap: it is never written through.
    await rm(temporary, { force: true });
    const handle = await open(temporary, 'wx', 0o666);
    try {
      // A file that only its owner may read stays one.
      const old = statSync(path, { throwIfNoEntry: false });
      if (old?.isFile() === true) await handle.chmod(old.mode & 0o777);
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
    return undefined;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    return writeFailure(path, error);
  }
}

/** A file of a folder to be written; `path` is relative, with `/`, and leads nowhere else. */
export interface FolderFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** True for a place where a folder or file may be made new: nothing is there, or an empty folder. */
export function isFree(path: string): boolean {
  try {
    const state = lstatSync(path, { throwIfNoEntry: false });
    return state === undefined || (state.isDirectory() && readdirSync(path).length === 0);
  } catch {
    // Whether a place that cannot be looked at can be written shows when it is tried.
    return !existsSync(path);
  }
}

/**
 * Writes a new folder whole or not at all: into a temporary folder beside it, every file flushed, then renamed. What is there
 * already is never touched, unless it is an empty folder.
 */
export async function writeFolderWhole(
  folder: string,
  files: readonly FolderFile[],
): Promise<WriteFailure | undefined> {
  const target = resolve(folder);
  const temporary = join(dirname(target), `.nianbao-${process.pid}-${temporaryFiles++}.tmp`);
  try {
    if (!isFree(target)) return { path: folder, reason: 'exists', detail: 'EEXIST' };
    await mkdir(dirname(target), { recursive: true });
    await rm(temporary, { force: true, recursive: true });
    await mkdir(temporary);
    for (const { path, bytes } of files) {
      const at = join(temporary, ...path.split('/'));
      await mkdir(dirname(at), { recursive: true });
      const handle = await open(at, 'wx', 0o666);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
    }
    // Windows renames onto no folder, not even an empty one; a folder that was filled meanwhile refuses to go.
    if (existsSync(target)) await rmdir(target);
    await rename(temporary, target);
    return undefined;
  } catch (error) {
    await rm(temporary, { force: true, recursive: true }).catch(() => undefined);
    return isFree(target) ? writeFailure(folder, error) : { path: folder, reason: 'exists', detail: 'EEXIST' };
  }
}

function writeFailure(path: string, error: unknown): WriteFailure {
  const code = (error as NodeJS.ErrnoException).code ?? 'UNKNOWN';
  const reason =
    code === 'EBUSY' || code === 'EPERM' ? 'in-use' : code === 'EACCES' || code === 'EROFS' ? 'denied' : 'failed';
  return { path, reason, detail: code };
}
