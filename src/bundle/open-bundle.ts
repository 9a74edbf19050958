/**
 * A closed bundle opened again: the report it was made of, from the bundle and the program's own packs alone. Bundles come out
 * of files that anybody may have changed, so nothing in them is trusted.
 */
import { parseJson } from '../bytes/json.js';
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { openReport, type OpenOutcome } from '../pipeline.js';
import type { NamedPack, Sources } from '../pipeline-sources.js';
import { isDecimalText, numberValue } from '../value/number.js';
import type { CellValue } from '../value/value.js';
import { decodeBase64 } from '../bytes/base64.js';
import { BUNDLE_VERSION, type UsedFont } from './bundle.js';

/** A bundle read, its parts checked for their shape. */
export interface Bundle {
  readonly generator: string;
  readonly pack: { readonly id: string; readonly hash: string };
  /** The pack as the data file in it names it: a built-in id, or one of `packs`. */
  readonly packName: string;
  readonly draft: boolean;
  /** Fonts other than the built-in ones that PDF files were set in. */
  readonly fonts: readonly UsedFont[];
  /** The public data as a data file of its own. */
  readonly dataFile: Uint8Array;
  readonly previous: ReadonlyMap<string, CellValue>;
  readonly images: ReadonlyMap<string, Uint8Array>;
  readonly packs: ReadonlyMap<string, BundledPack>;
}

interface BundledPack {
  readonly pack: NamedPack;
  /** What a reference in it leads to: another pack of the bundle, or a built-in one by id. */
  readonly parents: ReadonlyMap<string, string>;
}

/** Reads a bundle. Gives `bundle/unreadable` for what is none, `bundle/version` for one of a newer program. */
export function readBundle(bytes: Uint8Array, name: string): Outcome<Bundle> {
  const root = parseJson(bytes);
  const version = textOf(root, 'nianbao_bundle');
  if (version !== undefined && version !== BUNDLE_VERSION) return { diagnostics: [otherVersion(name, version)] };
  const data = member(root, 'data');
  const pack = member(root, 'pack');
  const [id, hash, generator] = [textOf(pack, 'id'), textOf(pack, 'hash'), textOf(root, 'generator')];
  const packName = textOf(data, 'pack');
  if (
    packName === undefined ||
    version === undefined ||
    data === undefined ||
    id === undefined ||
    hash === undefined ||
    generator === undefined
  )
    return { diagnostics: [unreadableBundle(name)] };
  return {
    value: {
      generator,
      pack: { id, hash },
      packName,
      draft: member(member(root, 'options'), 'draft') === true,
      dataFile: new TextEncoder().encode(`${JSON.stringify(data, null, 1)}\n`),
      fonts: usedFonts(member(root, 'fonts')),
      previous: new Map(
        entriesOf(root, 'previous').flatMap(([address, value]): [string, CellValue][] => {
          const read = cellValue(value);
          return read === undefined ? [] : [[address, read]];
        }),
      ),
      images: new Map(entriesOf(root, 'images').flatMap(decoded)),
      packs: new Map(entriesOf(root, 'packs').map(([packName, value]) => [packName, bundledPack(packName, value)])),
    },
    diagnostics: [],
  };
}

/**
 * Opens the report of a bundle. `builtIn` gives the program's own packs. Findings are those of the data itself: waivers are
 * not part of a bundle.
 */
export function openBundle(bundle: Bundle, name: string, builtIn: (id: string) => NamedPack | undefined): OpenOutcome {
  return openBeside(bundle.dataFile, bundle, name, builtIn);
}

/** Opens another data file with everything else taken from a bundle: its pack, images, last year's figures and options. */
export function openBeside(
  dataFile: Uint8Array,
  bundle: Bundle,
  name: string,
  builtIn: (id: string) => NamedPack | undefined,
): OpenOutcome {
  const sources: Sources = {
    pack: (reference, from) => {
      const asked = from === undefined ? reference : (bundle.packs.get(from)?.parents.get(reference) ?? reference);
      return bundle.packs.get(asked)?.pack ?? builtIn(asked);
    },
    profile: () => undefined,
    previous: () => undefined,
    image: (path) => bundle.images.get(path),
  };
  return openReport(dataFile, name, sources, {
    pack: bundle.packName,
    draft: bundle.draft,
    previousFigures: bundle.previous,
  });
}

function bundledPack(name: string, value: unknown): BundledPack {
  const files = Object.fromEntries(entriesOf(value, 'files').flatMap(decoded));
  const parents = entriesOf(value, 'extends').flatMap(([reference, parent]): [string, string][] =>
    typeof parent === 'string' ? [[reference, parent]] : [],
  );
  return { pack: { name, files }, parents: new Map(parents) };
}

function usedFonts(value: unknown): readonly UsedFont[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((font: unknown) => {
    const [family, sha256] = [textOf(font, 'family'), textOf(font, 'sha256')];
    return family === undefined || sha256 === undefined ? [] : [{ family, sha256 }];
  });
}

function cellValue(value: unknown): CellValue | undefined {
  if (value === null) return { kind: 'blank' };
  if (typeof value !== 'string') return undefined;
  if (value === '/') return { kind: 'slash' };
  if (/^—+$/u.test(value)) return { kind: 'dash', text: value };
  return isDecimalText(value) ? numberValue(value) : undefined;
}

function decoded([path, value]: readonly [string, unknown]): readonly (readonly [string, Uint8Array])[] {
  const bytes = typeof value === 'string' ? decodeBase64(value) : undefined;
  return bytes === undefined ? [] : [[path, bytes]];
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

function textOf(value: unknown, key: string): string | undefined {
  const text = member(value, key);
  return typeof text === 'string' ? text : undefined;
}

function entriesOf(value: unknown, key: string): readonly (readonly [string, unknown])[] {
  const record = member(value, key);
  return typeof record === 'object' && record !== null ? Object.entries(record) : [];
}

function unreadableBundle(name: string): Diagnostic {
  return {
    code: 'bundle/unreadable',
    severity: 'error',
    message: {
      zh: `“${name}”里的公开数据读不出来：内容不完整，或者被改动过。`,
      en: `The public data in "${name}" cannot be read: it is incomplete or was changed.`,
    },
    hint: {
      zh: '请向制作单位索取原始文件；不能据此认定文件与数据一致。',
      en: 'Ask the office for the original file; nothing can be concluded from this one.',
    },
  };
}

function otherVersion(name: string, version: string): Diagnostic {
  return {
    code: 'bundle/version',
    severity: 'error',
    message: {
      zh: `“${name}”里的公开数据是第 ${version} 版格式，本程序只认识第 ${BUNDLE_VERSION} 版。`,
      en: `The public data in "${name}" are of form ${version}; this program knows ${BUNDLE_VERSION} only.`,
    },
    hint: { zh: '请升级本程序后再试。', en: 'Update this program and try again.' },
  };
}
