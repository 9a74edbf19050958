/**
 * The reader's YAML nodes -> located values. Refuses what a data file has no use for: anchors, aliases, tags, merge keys,
 * keys that are not text, nesting and numbers of nodes beyond any form.
 */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { SourceRange, SourceText } from '../source/source.js';
import type { DataNode, MapEntry, MapNode, ScalarNode } from './node.js';
import { duplicateKey, nodeProblem, type NodeProblem } from './node-problems.js';
import { scalarOffsets, type RawStyle } from './scalar-offsets.js';

const DEEPEST_NESTING = 64;
const MOST_NODES = 50_000;
/** No text of a report is nearly as long; readers of Markdown take quadratic time for the worst of texts. */
const LONGEST_TEXT = 50_000;

/** More findings than this are one mistake made all over the file. */
const MOST_PROBLEMS = 100;

/** A converted tree; `usable` is false when a part of it had to be left out. */
export interface ConvertedTree {
  readonly root: DataNode;
  readonly diagnostics: readonly Diagnostic[];
  readonly usable: boolean;
}

interface Conversion {
  readonly source: SourceText;
  readonly diagnostics: Diagnostic[];
  nodes: number;
  /** Findings looked at, told or not. */
  told: number;
  usable: boolean;
}

/** Converts the reader's tree. Gives the diagnostics of `node-problems.ts`; every place is that of the offending node. */
export function convertTree(contents: ParsedNode | null, source: SourceText): ConvertedTree {
  const conversion: Conversion = { source, diagnostics: [], nodes: 0, told: 0, usable: true };
  const root = contents === null ? emptyScalar(source, 0) : convert(contents, conversion, 0);
  return { root, diagnostics: conversion.diagnostics, usable: conversion.usable };
}

function convert(node: ParsedNode, conversion: Conversion, depth: number): DataNode {
  const range = rangeOf(node, conversion.source);
  conversion.nodes += 1;
  if (conversion.nodes > MOST_NODES) {
    if (conversion.nodes === MOST_NODES + 1) refuse(conversion, 'too-many-nodes', range);
    return emptyScalar(conversion.source, range.start);
  }
  if (depth > DEEPEST_NESTING) {
    refuse(conversion, 'too-deep', range);
    return emptyScalar(conversion.source, range.start);
  }
  if (isAlias(node)) {
    refuse(conversion, 'alias', range);
    return emptyScalar(conversion.source, range.start);
  }
  if (node.anchor !== undefined) refuse(conversion, 'anchor', propertyRange(conversion.source, range, '&'));
  if (node.tag !== undefined) refuse(conversion, 'tag', propertyRange(conversion.source, range, '!'));
  if (isScalar(node)) return convertScalar(node, conversion);
  if (isMap(node)) return convertMap(node, conversion, depth);
  return convertList(node, conversion, depth);
}

/** From the sign of an anchor or tag to the end of the node it belongs to. */
function propertyRange(source: SourceText, range: SourceRange, sign: string): SourceRange {
  const at = source.text.lastIndexOf(sign, range.start);
  return at < 0 ? range : { ...range, start: at };
}

function rangeOf(node: { readonly range?: readonly [number, number, number] | null }, source: SourceText): SourceRange {
  const [start, end] = node.range ?? [0, 0];
  return { file: source.name, start, end };
}

function emptyScalar(source: SourceText, offset: number): ScalarNode {
  const range = { file: source.name, start: offset, end: offset };
  return { type: 'scalar', text: '', style: 'plain', empty: true, range };
}

const RAW_STYLES: Readonly<Record<string, RawStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'block',
  BLOCK_FOLDED: 'block',
};

function convertScalar(node: Scalar.Parsed, conversion: Conversion): ScalarNode {
  const range = rangeOf(node, conversion.source);
  const raw = RAW_STYLES[node.type ?? 'PLAIN'] ?? 'plain';
  const text = typeof node.value === 'string' ? node.value : (node.source ?? '');
  if (text.length > LONGEST_TEXT) {
    refuse(conversion, 'too-long', { ...range, end: range.start });
    return emptyScalar(conversion.source, range.start);
  }
  const offsets = scalarOffsets(conversion.source.text, range.start, range.end, text, raw);
  const style = raw === 'single' || raw === 'double' ? 'quoted' : raw;
  const empty = style === 'plain' && /^(?:~|null|Null|NULL)?$/u.test(text);
  const scalar: ScalarNode = { type: 'scalar', text: empty ? '' : text, style, empty, range };
  const unprintable = text.search(UNPRINTABLE);
  if (unprintable >= 0) refuse(conversion, 'escaped-control-character', range);
  return offsets === undefined ? scalar : { ...scalar, offsets };
}

/** What no output can hold (XML 1.0, 2.2); it can only come in by an escape such as `\x00` in a quoted text. */
// eslint-disable-next-line no-control-regex -- control characters are exactly what is looked for
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

function convertList(node: YAMLSeq.Parsed, conversion: Conversion, depth: number): DataNode {
  const items = (node.items as readonly ParsedNode[]).map((item) => convert(item, conversion, depth + 1));
  return { type: 'list', items, range: rangeOf(node, conversion.source) };
}

function convertMap(node: YAMLMap.Parsed, conversion: Conversion, depth: number): MapNode {
  const range = rangeOf(node, conversion.source);
  const entries: MapEntry[] = [];
  const seen = new Map<string, MapEntry>();
  for (const pair of node.items) {
    if (conversion.nodes > MOST_NODES) break;
    const entry = convertPair(pair, conversion, depth + 1, range.end);
    if (entry === undefined) continue;
    const first = seen.get(entry.key.text);
    if (first === undefined) {
      seen.set(entry.key.text, entry);
      entries.push(entry);
    } else {
      tell(conversion, () => duplicateKey(first.key, entry.key, conversion.source));
    }
  }
  const map: MapNode = { type: 'map', entries, range };
  const insertion = node.flow === true ? undefined : insertionOf(entries, conversion.source);
  return insertion === undefined ? map : { ...map, insertion };
}

function convertPair(
  pair: Pair<ParsedNode, ParsedNode | null>,
  conversion: Conversion,
  depth: number,
  fallback: number,
): MapEntry | undefined {
  const key = pair.key as ParsedNode | null;
  if (key === null || isMap(key) || isSeq(key)) {
    refuse(
      conversion,
      'key-not-text',
      key === null ? emptyScalar(conversion.source, fallback).range : rangeOf(key, conversion.source),
    );
    return undefined;
  }
  const converted = convert(key, conversion, depth);
  if (converted.type !== 'scalar') return undefined;
  if (converted.text === '<<' && converted.style === 'plain') refuse(conversion, 'merge-key', converted.range);
  if (/^[\s\u3000\u00a0]/u.test(converted.text) && converted.style === 'plain')
    refuse(conversion, 'wide-space', converted.range);
  const value = pair.value;
  if (value === null && /[：:]/u.test(converted.text)) refuse(conversion, 'flow-colon', converted.range);
  return {
    key: converted,
    value: value === null ? emptyScalar(conversion.source, converted.range.end) : convert(value, conversion, depth),
  };
}

/** After the last entry's last line, at the indentation of its first key. */
function insertionOf(entries: readonly MapEntry[], source: SourceText): MapNode['insertion'] {
  const first = entries[0];
  const last = entries.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const end = last.value.range.end;
  const lineEnd = end > 0 && source.text[end - 1] === '\n' ? end : source.text.indexOf('\n', end) + 1;
  return {
    offset: lineEnd === 0 ? source.text.length : lineEnd,
    indent: first.key.range.start - (source.text.lastIndexOf('\n', first.key.range.start - 1) + 1),
  };
}

function refuse(conversion: Conversion, problem: NodeProblem, range: SourceRange): void {
  conversion.usable = false;
  tell(conversion, () => nodeProblem(problem, range, conversion.source));
}

function tell(conversion: Conversion, diagnostic: () => Diagnostic): void {
  if (conversion.told >= MOST_PROBLEMS) return;
  conversion.told += 1;
  const found = diagnostic();
  // Several nodes of one line may be refused for the one slip on it.
  const told = conversion.diagnostics.some(({ code, range }) => code === found.code && samePlace(range, found.range));
  if (!told) conversion.diagnostics.push(found);
}

function samePlace(a: SourceRange | undefined, b: SourceRange | undefined): boolean {
  return a?.start === b?.start && a?.end === b?.end;
}
