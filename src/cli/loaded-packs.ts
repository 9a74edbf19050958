/**
 * Built-in packs as they were loaded and checked when the program was built: parsing a hundred YAML files again for every
 * command is most of its time. What was kept is taken only while the pack's files and its parents' hash to the same value,
 * so an edited template is loaded anew; a program run from its sources has nothing kept.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { builtInPack, builtInPackIds, programFolder, readBytes } from '../env.js';
import { readSource } from '../load/bytes.js';
import type { PackOutcome } from '../pack/load-pack.js';
import type { PackFiles, TemplatePack } from '../pack/types.js';
import { openPack, type Sources } from '../pipeline.js';
import type { SourceText } from '../source/source.js';

/** A member of a pack's chain. */
interface Stage {
  readonly id: string;
  readonly files: PackFiles;
}

/**
 * The built-in pack of these files as `loadPack` would give it, or undefined when it was not kept or its files have changed.
 * `folder` holds what was kept.
 */
export function keptPack(id: string, own: PackFiles, folder = join(programFolder, 'packs')): PackOutcome | undefined {
  const bytes = readBytes(join(folder, `${id}.json`));
  if (bytes === undefined) return undefined;
  const pack = JSON.parse(new TextDecoder().decode(bytes)) as TemplatePack;
  const stages = stagesOf(pack.chain, id, own);
  return hashOf(stages) === pack.hash ? { value: pack, diagnostics: [], sources: textsOf(stages) } : undefined;
}

/** Outcomes of this run by pack id, each with the hash of the files it was made from. */
const ofThisRun = new Map<string, { readonly hash: string; readonly outcome: PackOutcome }>();

/**
 * The built-in pack of these files, kept, or loaded once in a run: many reports of one form share one pack, and what later
 * stages derive from it. Undefined when it cannot be loaded; the caller then loads it for its findings.
 */
export function builtInPackOutcome(id: string, own: PackFiles): PackOutcome | undefined {
  const known = ofThisRun.get(id);
  const chain = known?.outcome.value?.chain;
  if (known !== undefined && chain !== undefined && hashOf(stagesOf(chain, id, own)) === known.hash)
    return known.outcome;
  const outcome = keptPack(id, own) ?? openPack(id, builtInSources);
  const pack = outcome.value;
  if (pack === undefined) return undefined;
  ofThisRun.set(id, { hash: pack.hash, outcome });
  return outcome;
}

/** What `keptPack` reads, by file name: every built-in pack without findings and Word file. Used by the build only. */
export function packsToKeep(): ReadonlyMap<string, string> {
  const ids = builtInPackIds();
  const kept = ids.flatMap((id): readonly (readonly [string, string])[] => {
    const { value, diagnostics } = openPack(id, builtInSources);
    return value === undefined || diagnostics.length > 0 || value.style.wordTemplate !== undefined
      ? []
      : [[`${id}.json`, JSON.stringify(value)]];
  });
  return new Map(kept);
}

/** Built-in packs and nothing else; each is loaded anew. */
const builtInSources: Sources = {
  pack: (reference) => {
    const files = builtInPack(reference);
    return files === undefined ? undefined : { name: reference, files, builtIn: true };
  },
  profile: () => undefined,
  previous: () => undefined,
  image: () => undefined,
};

/** The members of a chain of built-in packs with their files; `own` are those of `id`. */
function stagesOf(chain: readonly string[], id: string, own: PackFiles): readonly Stage[] {
  return chain.flatMap((member): readonly Stage[] => {
    const files = member === id ? own : builtInPack(member);
    return files === undefined ? [] : [{ id: member, files }];
  });
}

/** The hash of `pack/inherit`, taken by the platform: the same digest, at once. */
function hashOf(stages: readonly Stage[]): string {
  const hash = createHash('sha256');
  for (const { files } of stages) {
    const paths = Object.keys(files).sort();
    hash.update(`pack\n${paths.length}\n`);
    for (const path of paths) {
      const bytes = files[path] ?? new Uint8Array();
      hash.update(`${path}\n${bytes.length}\n`).update(bytes);
    }
  }
  return hash.digest('hex');
}

/** Texts that findings of a pack point into, under the names `loadPack` gives them. */
function textsOf(stages: readonly Stage[]): ReadonlyMap<string, SourceText> {
  const texts = new Map<string, SourceText>();
  for (const { id, files } of stages.toReversed()) {
    for (const path of Object.keys(files).sort()) {
      if (!/\.(?:yaml|hbs)$/u.test(path)) continue;
      const name = `${id}/${path}`;
      const source = readSource(files[path] ?? new Uint8Array(), name).value?.source;
      if (source !== undefined) texts.set(name, source);
    }
  }
  return texts;
}
