/**
 * A data file's bytes -> its located tree and what must be known before the pack: format version, pack, profile, last
 * year's files. What else it holds is read against the pack (`data/read.ts`).
 */
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { lineHintDiagnostic, lineHints } from './line-hints.js';
import type { LoadedFile, Located } from './loaded.js';
import { entryOf, type DataNode, type MapNode, type ScalarNode } from './node.js';
import { parseYaml } from './parse.js';
import { positionOf, type SourceRange, type SourceText } from '../source/source.js';

/** The one version of the data file's format. */
const FORMAT_VERSION = '1';

/**
 * Keys that must be understood before the pack, whose terms name all others, is known. They are the names of these keys in
 * the base pack's terms; a test holds the two together.
 */
export const earlyKeys = {
  pack: ['模板', '模版', '格式'],
  profile: ['配置', '口径'],
  previous: ['上年数据', '上年', '上一年度'],
  file: ['文件'],
} as const;

type EarlyKey = keyof typeof earlyKeys;

/** `source` is there whenever the bytes are text, also when the file gives no value. */
export interface LoadOutcome extends Outcome<LoadedFile> {
  readonly source?: SourceText;
}

/**
 * Loads a data file, YAML or JSON. Gives the diagnostics of `parseYaml`, and `load/empty`, `load/not-a-map`,
 * `load/version-missing`, `load/version-unknown` (then no value), `load/pack-name` when 模板 is no text.
 */
export function load(bytes: Uint8Array, name: string): LoadOutcome {
  const parsed = parseYaml(bytes, name);
  if (parsed.value === undefined)
    return parsed.source === undefined
      ? { diagnostics: parsed.diagnostics }
      : { source: parsed.source, diagnostics: parsed.diagnostics };
  const { source, root, encoding } = parsed.value;
  if (root.type !== 'map') return { source, diagnostics: [...parsed.diagnostics, ...notAMap(root, source)] };
  const version = checkVersion(root, source);
  if (version !== undefined) return { source, diagnostics: [...parsed.diagnostics, version] };
  const names = (['pack', 'profile'] as const).map((key) => textOf(root, key));
  const [pack, profile] = names.map((found) => found.value);
  const file: LoadedFile = {
    source,
    root,
    encoding,
    previousFiles: previousFilesOf(root),
    ...(pack === undefined ? {} : { pack }),
    ...(profile === undefined ? {} : { profile }),
  };
  return { source, value: file, diagnostics: [...parsed.diagnostics, ...names.flatMap((found) => found.diagnostics)] };
}

/** True when a file in a folder is a report's data file: it parses and has the `nianbao` key (design 1.12). */
export function isDataFile(bytes: Uint8Array, name: string): boolean {
  const root = parseYaml(bytes, name).value?.root;
  return root?.type === 'map' && entryOf(root, 'nianbao') !== undefined;
}

function checkVersion(root: MapNode, source: SourceText): Diagnostic | undefined {
  const entry = entryOf(root, 'nianbao');
  if (entry === undefined) return versionMissing({ file: source.name, start: 0, end: firstLineEnd(source) });
  const { value } = entry;
  if (value.type === 'scalar' && value.text === FORMAT_VERSION) return undefined;
  const given = value.type === 'scalar' ? value.text : '';
  return {
    code: 'load/version-unknown',
    severity: 'error',
    message: {
      zh:
        given === ''
          ? '“nianbao”后面没有写格式版本。'
          : `“nianbao”写的是“${given}”，本程序只认识版本 ${FORMAT_VERSION}。`,
      en:
        given === ''
          ? 'No format version follows "nianbao".'
          : `"nianbao" says "${given}", and only version ${FORMAT_VERSION} is known.`,
    },
    hint: {
      zh: `第一行写作：nianbao: ${FORMAT_VERSION}。如果文件来自更新的程序，请先升级本程序。`,
      en: `Write nianbao: ${FORMAT_VERSION}. If the file comes from a newer program, update this one first.`,
    },
    range: value.range.end > value.range.start ? value.range : entry.key.range,
  };
}

function versionMissing(range: SourceRange): Diagnostic {
  return {
    code: 'load/version-missing',
    severity: 'error',
    message: {
      zh: '文件里没有“nianbao”一项，不知道它是不是年报的数据文件。',
      en: 'The file has no "nianbao" entry, so it is not known to be the data file of a report.',
    },
    hint: {
      zh: `在第一行加上：nianbao: ${FORMAT_VERSION}`,
      en: `Put this on the first line: nianbao: ${FORMAT_VERSION}`,
    },
    range,
  };
}

function notAMap(root: DataNode, source: SourceText): readonly Diagnostic[] {
  const range = {
    file: source.name,
    start: root.range.start,
    end: Math.min(root.range.end, firstLineEnd(source, root.range.start)),
  };
  if (root.type === 'scalar' && root.empty) {
    return [
      {
        code: 'load/empty',
        severity: 'error',
        message: { zh: '文件是空的。', en: 'The file is empty.' },
        hint: { zh: '用 nianbao init 可以得到一份开头的样子。', en: 'nianbao init writes a file to begin with.' },
        range,
      },
    ];
  }
  const last = positionOf(source, root.range.end).line;
  const hints = lineHints(source, positionOf(source, root.range.start).line, last);
  if (hints.length > 0) return hints.map(lineHintDiagnostic);
  return [
    {
      code: 'load/not-a-map',
      severity: 'error',
      message: {
        zh: '文件的最外层不是“名称: 值”的样子。',
        en: 'The top level of the file is not made of "name: value" entries.',
      },
      hint: {
        zh: `从第一列起逐行写“名称: 值”，第一行是 nianbao: ${FORMAT_VERSION}。`,
        en: `Write "name: value" lines from the first column on, beginning with nianbao: ${FORMAT_VERSION}.`,
      },
      range,
    },
  ];
}

function firstLineEnd(source: SourceText, from = 0): number {
  const length = source.text.slice(from).search(/[\r\n]/u);
  return length < 0 ? source.text.length : from + length;
}

function nodeOf(map: MapNode, key: EarlyKey): DataNode | undefined {
  return [key, ...earlyKeys[key]].map((name) => entryOf(map, name)?.value).find((value) => value !== undefined);
}

function textOf(
  map: MapNode,
  key: EarlyKey,
): { readonly value?: Located<string>; readonly diagnostics: readonly Diagnostic[] } {
  const node = nodeOf(map, key);
  if (node === undefined || (node.type === 'scalar' && node.empty)) return { diagnostics: [] };
  if (node.type === 'scalar') return { value: locatedText(node), diagnostics: [] };
  const [chinese] = earlyKeys[key];
  const diagnostic: Diagnostic = {
    code: 'load/pack-name',
    severity: 'error',
    message: { zh: `“${chinese}”后面应当只写一个名称或路径。`, en: `"${key}" must be one name or path.` },
    hint: { zh: `写作 ${chinese}: 名称`, en: `Write ${key}: name` },
    range: node.range,
  };
  return { diagnostics: [diagnostic] };
}

/** Paths of last year's files; malformed items are left to `data/read.ts`, which reports them. */
function previousFilesOf(root: MapNode): readonly Located<string>[] {
  const node = nodeOf(root, 'previous');
  if (node === undefined) return [];
  const items = node.type === 'list' ? node.items : [node];
  return items.flatMap((item) => {
    const file = item.type === 'map' ? nodeOf(item, 'file') : item;
    return file?.type === 'scalar' && !file.empty ? [locatedText(file)] : [];
  });
}

function locatedText(node: ScalarNode): Located<string> {
  return { value: node.text.trim(), range: node.range };
}
