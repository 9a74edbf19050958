/**
 * Located values: the one tree into which YAML, JSON and the Excel form all load (design 1.11). Every node knows where
 * it was written; scalars keep their text as typed.
 */
import type { SourceRange } from '../source/source.js';

export interface ScalarNode {
  readonly type: 'scalar';
  /** The text as typed, without quotes; for block scalars the folded/literal content. */
  readonly text: string;
  /** How it was written: figures come only from `plain` scalars or quoted ones that hold a clean number. */
  readonly style: 'plain' | 'quoted' | 'block';
  /** True for nothing, `~`, `null`. */
  readonly empty: boolean;
  readonly range: SourceRange;
  /**
   * For each UTF-16 offset of `text` the offset in the source (same length as text plus one), so that a message can
   * point into a block scalar. Absent when the text is the source slice itself (`range.start + i`).
   */
  readonly offsets?: readonly number[];
}

export interface MapEntry {
  readonly key: ScalarNode;
  readonly value: DataNode;
}

export interface MapNode {
  readonly type: 'map';
  readonly entries: readonly MapEntry[];
  readonly range: SourceRange;
  /** Offset at which a new last entry may be inserted, with the column (0-based) it must be indented to. */
  readonly insertion?: { readonly offset: number; readonly indent: number };
}

export interface ListNode {
  readonly type: 'list';
  readonly items: readonly DataNode[];
  readonly range: SourceRange;
}

export type DataNode = ScalarNode | MapNode | ListNode;

/** The source offset of a UTF-16 offset inside a scalar's text. */
export function sourceOffset(node: ScalarNode, index: number): number {
  return node.offsets?.[index] ?? Math.min(node.range.start + index, node.range.end);
}

/** The first entry with that key text. */
export function entryOf(map: MapNode, key: string): MapEntry | undefined {
  return map.entries.find((e) => e.key.text === key);
}
