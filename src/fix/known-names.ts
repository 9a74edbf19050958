/**
 * Every name that may stand before a colon in a data file of a pack: what is not among them may be prose.
 */
import { recordKeys } from '../data/keys.js';
import { columnPaths, rowPaths } from '../pack/cells.js';
import { normaliseName, splitNumber } from '../pack/normalise-name.js';
import type { TemplatePack } from '../pack/types.js';

const known = new WeakMap<TemplatePack, ReadonlySet<string>>();

/** True when an entry of a data file may have this name, as typed (item number, width and spaces do not count). */
export function isKnownName(pack: TemplatePack, name: string): boolean {
  const names = known.get(pack) ?? namesOf(pack);
  known.set(pack, names);
  const typed = normaliseName(name.replace(/^(["'])(.*)\1$/su, '$2'));
  return names.has(typed) || names.has(splitNumber(typed).rest);
}

function namesOf(pack: TemplatePack): ReadonlySet<string> {
  const names = [
    ...Object.values(recordKeys).flat(),
    ...Object.values(pack.terms.keys).flat(),
    ...pack.sections.flatMap(({ id, heading, variants, knownAs }) => [id, heading, ...variants, ...(knownAs ?? [])]),
    ...pack.tables.flatMap((table) => [
      table.id,
      table.label,
      table.name,
      ...table.aliases,
      ...rowPaths(table).flatMap(({ node }) => [
        node.id,
        node.label,
        node.name,
        node.prefix + node.name,
        node.code ?? '',
      ]),
      ...table.bands.flatMap((band) => [
        band.heading ?? '',
        ...columnPaths(band).flatMap(({ node }) => [node.id, node.label]),
      ]),
    ]),
  ];
  return new Set(names.map(normaliseName).filter((name) => name !== ''));
}
