/**
 * The files of one pack folder, sorted and parsed. A folder may come from anywhere, so names, number and size are bounded
 * before anything is read.
 */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { entryOf, type MapNode } from '../load/node.js';
import { parseYaml } from '../load/parse.js';
import { sourceText, type SourceText } from '../source/source.js';
import * as problems from './problems.js';
import { mapName, wrongValue } from './shape-problems.js';
import type { PackFiles } from './types.js';
import { namedWordTemplate, sameName, wordFile, type BinaryFile } from './word-template.js';

/** Wording of a section: text of one file and the name messages give it. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
}

/** A pack folder as located trees, before anything of it is understood. */
export interface PackTree {
  readonly pack: MapNode;
  readonly terms: MapNode | undefined;
  readonly style: MapNode | undefined;
  readonly prose: MapNode | undefined;
  readonly filing: MapNode | undefined;
  readonly correction: MapNode | undefined;
  /** By file name without ending. */
  readonly tables: ReadonlyMap<string, MapNode>;
  readonly rules: ReadonlyMap<string, MapNode>;
  /** By path inside the folder. */
  readonly texts: ReadonlyMap<string, TextFile>;
  /** The Word file that style.yaml names, by its name. */
  readonly wordFiles: ReadonlyMap<string, BinaryFile>;
}

const mostFiles = 400;
const mostBytes = 4 * 1024 * 1024;

const yamlFile = /^(?:(tables|rules)\/([A-Za-z0-9][A-Za-z0-9._-]*)|(pack|terms|style|prose|filing|correction))\.yaml$/u;
const textFile = /^sections\/[A-Za-z0-9][A-Za-z0-9._-]*\.md\.hbs$/u;
const companions = /^(?:README(?:\.md)?|LICENSE(?:\.md|\.txt)?|CHANGELOG\.md)$/u;
/** What Windows and Office leave behind in folders. */
const leftBehind = /(?:^|\/)(?:Thumbs\.db|desktop\.ini|~\$[^/]*)$/iu;

/**
 * Reads a folder; `name` begins the names of its files in messages. Gives `pack/missing-file`, `unknown-file`, `too-large`,
 * `encoding`, and what parsing gives. Texts read are added to `sources`.
 */
export function readPackFiles(
  files: PackFiles,
  name: string,
  diagnostics: Diagnostic[],
  sources: Map<string, SourceText>,
): PackTree | undefined {
  const paths = Object.keys(files).sort();
  if (!paths.includes('pack.yaml')) {
    // No pack at all: its files would only be named one by one as strange.
    diagnostics.push(problems.missingFile(name, 'pack.yaml'));
    return undefined;
  }
  const bytes = paths.reduce((sum, path) => sum + (files[path]?.length ?? 0), 0);
  if (paths.length > mostFiles) {
    diagnostics.push(problems.tooLarge(name, { zh: `文件超过 ${mostFiles} 个`, en: `more than ${mostFiles} files` }));
    return undefined;
  }
  if (bytes > mostBytes) {
    diagnostics.push(
      problems.tooLarge(name, { zh: `文件共超过 ${mostBytes / 1024 / 1024} MB`, en: `more than ${mostBytes} bytes` }),
    );
    return undefined;
  }
  const maps = new Map<string, MapNode>();
  const texts = new Map<string, TextFile>();
  const wordFiles = new Map<string, BinaryFile>();
  for (const path of paths) {
    const content = files[path] ?? new Uint8Array();
    const file = `${name}/${path}`;
    if (yamlFile.test(path)) {
      const root = parseMap(content, file, diagnostics, sources);
      if (root !== undefined) maps.set(path, root);
    } else if (textFile.test(path)) {
      const text = decode(content, file, diagnostics, sources);
      if (text !== undefined) texts.set(path, { file, text });
    } else if (wordFile.test(path) && !leftBehind.test(path)) {
      wordFiles.set(path, { file, bytes: content });
    } else if (!companions.test(path) && !leftBehind.test(path)) {
      diagnostics.push(problems.unknownFile(file, path));
    }
  }
  const named = namedWordTemplate(maps.get('style.yaml'));
  for (const [path, { file }] of wordFiles) {
    if (named === undefined || !sameName(path, named)) diagnostics.push(problems.unnamedWordFile(file, path));
  }
  const pack = maps.get('pack.yaml');
  return pack === undefined
    ? undefined
    : {
        pack,
        terms: maps.get('terms.yaml'),
        style: maps.get('style.yaml'),
        prose: maps.get('prose.yaml'),
        filing: maps.get('filing.yaml'),
        correction: maps.get('correction.yaml'),
        tables: inFolder(maps, 'tables'),
        rules: inFolder(maps, 'rules'),
        texts,
        wordFiles,
      };
}

/** Text of a key of pack.yaml before its form was checked; undefined when it is not there or no text. */
export function scalarOf(
  tree: PackTree,
  key: string,
): { readonly text: string; readonly range: MapNode['range'] } | undefined {
  const value = entryOf(tree.pack, key)?.value;
  return value?.type === 'scalar' && !value.empty ? { text: value.text, range: value.range } : undefined;
}

function inFolder(maps: ReadonlyMap<string, MapNode>, folder: string): ReadonlyMap<string, MapNode> {
  const found = [...maps].flatMap(([path, root]) => {
    const match = yamlFile.exec(path);
    return match?.[1] === folder ? [[match[2] ?? '', root] as const] : [];
  });
  return new Map(found);
}

function parseMap(
  bytes: Uint8Array,
  file: string,
  diagnostics: Diagnostic[],
  sources: Map<string, SourceText>,
): MapNode | undefined {
  const parsed = parseYaml(bytes, file);
  diagnostics.push(...parsed.diagnostics);
  if (parsed.value === undefined) {
    decode(bytes, file, [], sources);
    return undefined;
  }
  const { root, source } = parsed.value;
  sources.set(file, source);
  if (root.type === 'map') return root;
  diagnostics.push(wrongValue(root, mapName));
  return undefined;
}

function decode(
  bytes: Uint8Array,
  file: string,
  diagnostics: Diagnostic[],
  sources: Map<string, SourceText>,
): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
    sources.set(file, sourceText(file, text));
    return text;
  } catch {
    diagnostics.push(problems.badEncoding(file));
    return undefined;
  }
}
