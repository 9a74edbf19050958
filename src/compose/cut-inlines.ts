/** Cutting a list of inlines at a place of its plain text. Marks, addresses and places stay with their words. */
import type { Inline, Text } from '../report/tree.js';

/** Inlines before and after a UTF-16 index of `plainText(inlines)`; a link is never cut but kept whole after the cut. */
export function cutInlines(inlines: readonly Inline[], index: number): readonly [readonly Inline[], readonly Inline[]] {
  let left = index;
  for (const [at, node] of inlines.entries()) {
    const length = lengthOf(node);
    if (left >= length) {
      left -= length;
      continue;
    }
    const before = inlines.slice(0, at);
    const after = inlines.slice(at + 1);
    if (left === 0 || node.type !== 'text') return [before, [node, ...after]];
    const [first, second] = cutText(node, left);
    return [
      [...before, first],
      [second, ...after],
    ];
  }
  return [inlines, []];
}

/** The same words without strong: in a run-in heading the font of the heading does that work. */
export function withoutStrong(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.map((node) => {
    if (node.type !== 'text' || node.strong === undefined) return node;
    const { strong: _, ...plain } = node;
    return plain;
  });
}

/** UTF-16 length of the words set strong at the start. */
export function strongPrefix(inlines: readonly Inline[]): number {
  let length = 0;
  for (const node of inlines) {
    if (node.type !== 'text' || node.strong !== true) break;
    length += node.value.length;
  }
  return length;
}

function lengthOf(node: Inline): number {
  if (node.type === 'text') return node.value.length;
  return node.type === 'lineBreak' ? 1 : node.children.reduce((sum, child) => sum + child.value.length, 0);
}

function cutText(text: Text, index: number): readonly [Text, Text] {
  const { origin } = text;
  // Exact where the text stands in its source as printed; else the whole range serves both halves.
  const exact = origin !== undefined && origin.cell === undefined && origin.end - origin.start === text.value.length;
  const cut = (value: string, from: number, to: number): Text => ({
    ...text,
    value,
    ...(exact ? { origin: { ...origin, start: origin.start + from, end: origin.start + to } } : {}),
  });
  return [cut(text.value.slice(0, index), 0, index), cut(text.value.slice(index), index, text.value.length)];
}
