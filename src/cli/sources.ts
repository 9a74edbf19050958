/**
 * Files for the pipeline, read from disk: packs by id or folder, profiles, last year's data, images. Paths in a data file
 * are relative to it and stay in its folder; last year's file may be in a sibling folder (design 1.12).
 */
import { basename, dirname, isAbsolute, relative, resolve } from 'node:path';
import { builtInPack, builtInProfile, isWithin, readBytes, readInside, readPackFolder, isFolder } from '../env.js';
import type { NamedPack, Sources } from '../pipeline.js';
import { inputFiles } from './inputs.js';
import { builtInPackOutcome } from './loaded-packs.js';

/** Options given on the command line may point anywhere; what a data file says may not. */
export interface CommandLinePaths {
  readonly pack?: string;
  readonly profile?: string;
  readonly previous?: readonly string[];
}

/** Sources for one data file. `path` is the file as given by the user. */
export function diskSources(path: string, commandLine: CommandLinePaths = {}): Sources {
  const folder = dirname(resolve(path));
  return {
    pack: (reference, from) => {
      if (from !== undefined) return namedPack(reference, from);
      if (reference === commandLine.pack) return namedPack(reference, process.cwd());
      const allowed = builtInPack(reference) !== undefined || isWithin(folder, resolve(folder, reference));
      return allowed ? namedPack(reference, folder) : undefined;
    },
    profile: (reference) => {
      const builtIn = builtInProfile(reference);
      if (builtIn !== undefined) return { name: `${reference}.yaml`, bytes: builtIn };
      const bytes = reference === commandLine.profile ? readBytes(resolve(reference)) : readInside(folder, reference);
      return bytes === undefined ? undefined : { name: reference, bytes };
    },
    previous: (reference) => {
      const fromCommandLine = commandLine.previous?.includes(reference) === true;
      if (!fromCommandLine && isAbsolute(reference)) return undefined;
      const at = fromCommandLine ? resolve(reference) : resolve(folder, reference);
      const root = fromCommandLine ? undefined : dirname(folder);
      if (root !== undefined && !isWithin(root, at)) return undefined;
      return isFolder(at) ? reportIn(at, reference, root) : reportAt(at, reference, root);
    },
    image: (reference) => (isAbsolute(reference) ? undefined : readInside(folder, reference)),
  };
}

/** Last year's file; `root` is the folder it must lie in after links are resolved. */
function reportAt(at: string, name: string, root: string | undefined): ReturnType<Sources['previous']> {
  const bytes = root === undefined ? readBytes(at) : readInside(root, at);
  return bytes === undefined ? undefined : { name, bytes, sources: diskSources(at) };
}

/** The one report of a folder; its reports where there is not exactly one. */
function reportIn(at: string, name: string, root: string | undefined): ReturnType<Sources['previous']> {
  const reports = inputFiles([at]).map(({ path }) => path);
  const named = (path: string): string => `${name.replace(/[/\\]+$/u, '')}/${basename(path)}`;
  const [only] = reports;
  return only !== undefined && reports.length === 1
    ? reportAt(only, named(only), root)
    : { reports: reports.map(named) };
}

/** A pack that comes with the program, by its id. */
export function builtInNamedPack(id: string): NamedPack | undefined {
  const files = builtInPack(id);
  return files === undefined
    ? undefined
    : { name: id, files, builtIn: true, loaded: () => builtInPackOutcome(id, files) };
}

/** A built-in pack by id, else a pack folder by path. `base` is the folder or pack that a relative path starts from. */
export function namedPack(reference: string, base: string): NamedPack | undefined {
  const builtIn = builtInNamedPack(reference);
  if (builtIn !== undefined) return builtIn;
  const folder = resolve(base, reference);
  const files = isFolder(folder) ? readPackFolder(folder) : undefined;
  // Messages call it as seen from where the command was run; that is also where its parents' paths start.
  return files === undefined ? undefined : { name: relative(process.cwd(), folder) || '.', files };
}
