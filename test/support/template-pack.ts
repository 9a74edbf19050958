/** Built-in packs for tests that read data files. */
import { loadPack } from '../../src/pack/load-pack.js';
import type { TemplatePack } from '../../src/pack/types.js';
import { builtInPack } from './pack-files.js';

const loaded = new Map<string, TemplatePack>();

/** A built-in pack, loaded once. */
export function templatePack(id: string): TemplatePack {
  const known = loaded.get(id);
  if (known !== undefined) return known;
  const own = builtInPack(id);
  const outcome = own === undefined ? undefined : loadPack(own.files, own.name, (parent) => builtInPack(parent));
  if (outcome?.value === undefined) throw new Error(`pack ${id}: ${JSON.stringify(outcome?.diagnostics, null, 1)}`);
  loaded.set(id, outcome.value);
  return outcome.value;
}
