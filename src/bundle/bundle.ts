/**
 * The closed bundle of a report (design section 6): its public data with everything else it needs to be made again to the
 * byte - last year's figures it shows, images, a pack that is not built in, options. One canonical JSON text, the same for
 * the same report; it is what published files carry.
 */
import type { OpenReport } from '../pipeline.js';
import type { UsedPack } from '../pipeline-sources.js';
import { encodeBase64 } from '../bytes/base64.js';
import { publicData, publicValue, type Json } from './public-data.js';

/** Version of the bundle's form. */
export const BUNDLE_VERSION = '1';

/** Name under which published files carry the bundle. */
export const BUNDLE_FILE_NAME = 'nianbao-data.json';

/** A font of the user or the machine that a PDF was set in, so that nobody expects the same bytes without it. */
export interface UsedFont {
  readonly family: string;
  /** Lower-case hexadecimal; empty when it is not known. */
  readonly sha256: string;
}

/**
 * UTF-8 bytes of the bundle. `fonts` are those other than the built-in ones. `generator` is the name and version of the program; the pack is named with its hash, so that a
 * reader can tell whether it has the same one.
 */
export function bundleOf(open: OpenReport, generator: string, fonts: readonly UsedFont[] = []): Uint8Array {
  const { pack, data, used } = open;
  const images = imageNames(used.images);
  const packs = outsidePacks(used.packs);
  const first = used.packs.find(({ from }) => from === undefined);
  const packName = (first === undefined ? undefined : packs.names.get(first.pack.name)) ?? pack.id;
  const bundle: Json = {
    nianbao_bundle: BUNDLE_VERSION,
    generator,
    pack: { id: pack.id, hash: pack.hash },
    options: { draft: open.draft },
    ...(fonts.length === 0 ? {} : { fonts: fonts.map(({ family, sha256 }) => ({ family, sha256 })) }),
    data: publicData(data, pack, packName, images),
    previous: sorted([...used.previous].map(([address, value]) => [address, publicValue(value)])),
    images: sorted([...used.images].map(([path, bytes]) => [images.get(path) ?? path, encodeBase64(bytes)])),
    packs: packs.json,
  };
  return new TextEncoder().encode(`${JSON.stringify(bundle, null, 1)}\n`);
}

/** `image1.png` … by path, in the order the text uses them; two paths of one image keep their two names. */
function imageNames(images: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, string> {
  return new Map(
    [...images.keys()].map((path, index) => {
      const ending = /\.[a-z0-9]{1,5}$/iu.exec(path)?.[0].toLowerCase() ?? '';
      return [path, `image${index + 1}${ending}`];
    }),
  );
}

/** Packs that the program does not bring, as `pack1` … with their files and what their own references lead to. */
function outsidePacks(used: readonly UsedPack[]): { readonly names: ReadonlyMap<string, string>; readonly json: Json } {
  const outside = used.filter(({ pack }) => pack.builtIn !== true);
  const names = new Map<string, string>();
  for (const { pack } of outside) if (!names.has(pack.name)) names.set(pack.name, `pack${names.size + 1}`);
  const json: Record<string, Json> = {};
  for (const { pack } of outside) {
    const name = names.get(pack.name) ?? pack.name;
    const asks = used.filter(({ from }) => from === pack.name);
    json[name] = {
      files: sorted(Object.entries(pack.files).map(([path, bytes]) => [path, encodeBase64(bytes)])),
      extends: sorted(asks.map(({ reference, pack: parent }) => [reference, names.get(parent.name) ?? parent.name])),
    };
  }
  return { names, json };
}

/** By code unit of the keys, so that the order does not depend on the order of asking. */
function sorted(entries: readonly (readonly [string, Json | undefined])[]): Json {
  const given = entries.filter((entry): entry is [string, Json] => entry[1] !== undefined);
  return Object.fromEntries(given.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
