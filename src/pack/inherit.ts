/** A pack and its parents: the chain found, guarded against loops, and laid over one another from the root down. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { entryOf, type MapNode } from '../load/node.js';
import type { SourceText } from '../source/source.js';
import { readPackFiles, scalarOf, type PackTree } from './files.js';
import { mergeFields, mergeMaps, mergeTables } from './merge.js';
import * as problems from './problems.js';
import { sha256 } from './sha256.js';
import type { PackFiles } from './types.js';

/** A pack folder under the name messages call it by. */
export interface NamedPackFiles {
  readonly files: PackFiles;
  readonly name: string;
}

/** Finds a parent by what `extends` says, `from` being the name of the pack that says it. */
export type ParentOf = (reference: string, from: string) => NamedPackFiles | undefined;

/** One pack of a chain. */
export interface PackStage extends NamedPackFiles {
  readonly tree: PackTree;
}

/** Longest chain of parents; built-in packs have three. */
const longestChain = 8;

/**
 * The chain from the root parent to the pack; undefined when a member cannot be read. Gives `pack/parent-not-found`,
 * `pack/parent-outside`, `pack/inheritance-loop`, `pack/duplicate-id` and what reading the files gives.
 */
export function readChain(
  start: NamedPackFiles,
  parentOf: ParentOf,
  diagnostics: Diagnostic[],
  sources: Map<string, SourceText>,
): readonly PackStage[] | undefined {
  const chain: PackStage[] = [];
  let next: NamedPackFiles | undefined = start;
  while (next !== undefined) {
    const tree = readPackFiles(next.files, next.name, diagnostics, sources);
    if (tree === undefined) return undefined;
    const id = scalarOf(tree, 'id');
    const child = chain[0] === undefined ? undefined : scalarOf(chain[0].tree, 'id');
    if (child !== undefined && child.text === id?.text) {
      diagnostics.push(problems.sameIdAsParent(child.text, child.range));
      return undefined;
    }
    chain.unshift({ ...next, tree });
    const reference = scalarOf(tree, 'extends');
    if (reference === undefined) return chain;
    if (!standsBeside(reference.text)) {
      diagnostics.push(problems.parentOutside(reference.text, reference.range));
      return undefined;
    }
    const parent = parentOf(reference.text, next.name);
    if (parent === undefined) {
      diagnostics.push(problems.parentNotFound(reference.text, reference.range));
      return undefined;
    }
    const looping = chain.some((stage) => stage.name === parent.name || stage.files === parent.files);
    if (looping || chain.length >= longestChain) {
      diagnostics.push(problems.inheritanceLoop([parent.name, ...chain.map((stage) => stage.name)], reference.range));
      return undefined;
    }
    next = parent;
  }
  return chain;
}

/** True for an id, or a path to a folder inside or beside the pack's own: a pack from elsewhere must not look around the disk. */
function standsBeside(reference: string): boolean {
  const parts = reference.split(/[/\\]/u);
  const absolute = parts[0] === '' || /^[A-Za-z]:/u.test(reference);
  return !absolute && parts.every((part, index) => part !== '..' || index === 0);
}

/** What a parent says of itself alone. */
const ownKeys = ['nianbao_pack', 'id', 'name', 'abstract', 'extends', 'drop_rules', 'drop_tables'];

/** The chain as one tree. Gives `pack/unknown-id` and `pack/wrong-edit` for changes that find nothing. */
export function mergeChain(chain: readonly PackStage[], diagnostics: Diagnostic[]): PackTree | undefined {
  return chain
    .map((stage) => stage.tree)
    .reduce<PackTree | undefined>((parent, child) => mergeTrees(parent, child, diagnostics), undefined);
}

function mergeTrees(parent: PackTree | undefined, child: PackTree, diagnostics: Diagnostic[]): PackTree {
  const tables = dropped(parent?.tables, child.pack, 'drop_tables', diagnostics);
  const rules = dropped(parent?.rules, child.pack, 'drop_rules', diagnostics);
  return {
    pack: parent === undefined ? child.pack : mergePacks(parent.pack, child.pack, diagnostics),
    terms: mergeOptional(parent?.terms, child.terms, diagnostics),
    style: mergeOptional(parent?.style, child.style, diagnostics),
    prose: mergeOptional(parent?.prose, child.prose, diagnostics),
    filing: mergeOptional(parent?.filing, child.filing, diagnostics),
    correction: mergeOptional(parent?.correction, child.correction, diagnostics),
    tables: overlay(tables, child.tables, (old, own) => mergeTables(old, own, diagnostics)),
    rules: overlay(rules, child.rules, mergeFields),
    texts: new Map([...(parent?.texts ?? []), ...child.texts]),
    wordFiles: new Map([...(parent?.wordFiles ?? []), ...child.wordFiles]),
  };
}

function mergePacks(parent: MapNode, child: MapNode, diagnostics: Diagnostic[]): MapNode {
  // Years are replaced whole: an edition that is in force must not inherit the end of the one before.
  const left = new Set(entryOf(child, 'years') === undefined ? ownKeys : [...ownKeys, 'years']);
  const inherited = { ...parent, entries: parent.entries.filter((entry) => !left.has(entry.key.text)) };
  return mergeMaps(inherited, child, diagnostics);
}

function mergeOptional(
  parent: MapNode | undefined,
  child: MapNode | undefined,
  diagnostics: Diagnostic[],
): MapNode | undefined {
  if (parent === undefined || child === undefined) return child ?? parent;
  return mergeMaps(parent, child, diagnostics);
}

/** The parent's files without those the child drops. */
function dropped(
  files: ReadonlyMap<string, MapNode> | undefined,
  child: MapNode,
  key: 'drop_rules' | 'drop_tables',
  diagnostics: Diagnostic[],
): ReadonlyMap<string, MapNode> {
  const kept = new Map(files ?? []);
  const list = entryOf(child, key)?.value;
  const what = key === 'drop_rules' ? { zh: '规则', en: 'rule' } : { zh: '表', en: 'table' };
  for (const item of list?.type === 'list' ? list.items : []) {
    if (item.type === 'scalar' && !kept.delete(item.text)) {
      diagnostics.push(problems.noSuch(what, item.text, kept.keys(), item.range));
    }
  }
  return kept;
}

function overlay(
  parent: ReadonlyMap<string, MapNode>,
  child: ReadonlyMap<string, MapNode>,
  merge: (old: MapNode, own: MapNode) => MapNode,
): ReadonlyMap<string, MapNode> {
  const merged = new Map(parent);
  for (const [id, own] of child) {
    const old = parent.get(id);
    merged.set(id, old === undefined ? own : merge(old, own));
  }
  return merged;
}

/**
 * SHA-256 over all files of the chain, root first: for each pack the line `pack` and its number of files, then for each
 * file in order of its path (by code unit) the path, a line feed, its length in bytes, a line feed, and the bytes.
 */
export function hashOf(chain: readonly PackStage[]): string {
  const encoder = new TextEncoder();
  return sha256(
    chain.flatMap(({ files }) => {
      const paths = Object.keys(files).sort();
      return [
        encoder.encode(`pack\n${paths.length}\n`),
        ...paths.flatMap((path) => {
          const bytes = files[path] ?? new Uint8Array();
          return [encoder.encode(`${path}\n${bytes.length}\n`), bytes];
        }),
      ];
    }),
  );
}
