/**
 * Remarks beside the tree: what a reader of a review copy is told, and where it belongs. Comes from `review`, goes to writers
 * that can show remarks; all others drop it. The tree itself never changes, so a clean copy cannot hold any of it.
 */
import type { Block, Cell, Text } from './tree.js';

/** A point between two UTF-16 units of a text node's value; 0 is before the first one. */
export interface TextPoint {
  readonly text: Text;
  readonly offset: number;
}

/**
 * Where a remark belongs; nodes are those of the tree it goes with, by identity. The two points of `words` lie in one
 * paragraph or cell, the first before the second.
 */
export type AnnotationPlace =
  | { readonly kind: 'words'; readonly from: TextPoint; readonly to: TextPoint }
  | { readonly kind: 'cell'; readonly cell: Cell }
  | { readonly kind: 'block'; readonly block: Block };

/** One remark. */
export interface Annotation {
  readonly place: AnnotationPlace;
  /** Who speaks: the kind of check. */
  readonly author: string;
  readonly initials: string;
  /** First line, set apart: how severe it is and its code. */
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/** What makes a copy a review copy. */
export interface ReviewMarks {
  /** Line at the head of every page: who may read this copy. */
  readonly notice: string;
  readonly annotations: readonly Annotation[];
  /** Texts that are set off, such as figures bound to cells of a table. */
  readonly marked: ReadonlySet<Text>;
}
