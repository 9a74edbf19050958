/**
 * Remarks of a review copy as native Word comments. Numbers are given as the comments are met, which is reading order; a
 * remark whose place was not written goes to the end of the text, so that none is lost.
 */
import { CommentRangeEnd, CommentRangeStart, CommentReference, type ParagraphChild, TextRun } from 'docx';
import type { Annotation, ReviewMarks } from '../../report/annotation.js';
import type { Block, Cell, Text } from '../../report/tree.js';
import { fixedStyleIds } from './style-names.js';

/** Fill of texts that are set off in a review copy: a light blue that prints as a light grey. */
export const markedFill = 'DCE6F2';

/** What stands at one offset of a text: ends of comments before starts. */
export interface CommentCut {
  readonly offset: number;
  children(): readonly ParagraphChild[];
}

export interface CommentPlacer {
  /** Where comments begin and end inside a text, by offset; each cut is to be drawn once. */
  cutsIn(text: Text): readonly CommentCut[];
  /** The children of a cell or block inside its comments; as they are where it has none. */
  around(node: Cell | Block, children: readonly ParagraphChild[]): readonly ParagraphChild[];
  /** Comments whose place was never written, on nothing. */
  leftOver(): readonly ParagraphChild[];
  /** All comments in the order of their numbers. Asked for when everything is written. */
  all(): readonly NumberedAnnotation[];
}

export interface NumberedAnnotation {
  readonly number: number;
  readonly annotation: Annotation;
}

/** A placer for one document; without a review it places nothing. */
export function commentPlacer(review: ReviewMarks | undefined): CommentPlacer {
  const annotations = review?.annotations ?? [];
  const starts = new Map<Text, Annotation[]>();
  const ends = new Map<Text, Annotation[]>();
  const nodes = new Map<Cell | Block, Annotation[]>();
  for (const annotation of annotations) {
    const { place } = annotation;
    if (place.kind === 'words') {
      add(starts, place.from.text, annotation);
      add(ends, place.to.text, annotation);
    } else {
      add(nodes, place.kind === 'cell' ? place.cell : place.block, annotation);
    }
  }
  const numbers = new Map<Annotation, number>();
  const begin = (annotation: Annotation): CommentRangeStart => {
    numbers.set(annotation, numbers.size);
    return new CommentRangeStart(numbers.size - 1);
  };
  const end = (annotation: Annotation): readonly ParagraphChild[] => {
    const number = numbers.get(annotation) ?? 0;
    return [
      new CommentRangeEnd(number),
      new TextRun({ style: fixedStyleIds.commentReference, children: [new CommentReference(number)] }),
    ];
  };
  return {
    cutsIn(text) {
      const ending = (ends.get(text) ?? []).map((annotation) => ({
        offset: offsetIn(text, annotation, 'to'),
        children: () => end(annotation),
      }));
      const starting = (starts.get(text) ?? []).map((annotation) => ({
        offset: offsetIn(text, annotation, 'from'),
        children: () => [begin(annotation)],
      }));
      // A node that stands in the tree twice is remarked on once.
      starts.delete(text);
      ends.delete(text);
      return [...ending, ...starting].sort((a, b) => a.offset - b.offset);
    },
    around(node, children) {
      const own = nodes.get(node);
      if (own === undefined) return children;
      nodes.delete(node);
      const opened = own.map(begin);
      return [...opened, ...children, ...own.flatMap(end)];
    },
    leftOver() {
      return annotations.flatMap((annotation) =>
        numbers.has(annotation) ? [] : [begin(annotation), ...end(annotation)],
      );
    },
    all: () => [...numbers].map(([annotation, number]) => ({ annotation, number })),
  };
}

function add<K>(map: Map<K, Annotation[]>, key: K, annotation: Annotation): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [annotation]);
  else there.push(annotation);
}

/** Offset of one end of an annotation; its words hold one character at least, so that the end never comes before the start. */
function offsetIn(text: Text, { place }: Annotation, side: 'from' | 'to'): number {
  if (place.kind !== 'words') return 0;
  const { from, to } = place;
  const last = text.value.length;
  const start = from.text === text ? Math.max(0, Math.min(from.offset, last - 1)) : 0;
  return side === 'from' ? start : Math.max(start + 1, Math.min(to.offset, last));
}
