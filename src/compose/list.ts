/**
 * Lists with literal markers: 1. as typed, · for unnumbered items (公文 know no bullets of their own). What cannot stand in an
 * item (tables, images, headings) follows the list.
 */
import type { Block, List, ListItem, Paragraph } from '../report/tree.js';
import { rangeIn } from './mapped-text.js';
import { spanOf, type MarkdownBlock, type MarkdownList } from './markdown.js';
import type { BlockReader } from './narrative.js';

const unorderedMarker = '·';

/** Reads a list. `read` gives the blocks of one child of an item; the first block of the result is the list. */
export function listOf(
  node: MarkdownList,
  reader: BlockReader,
  read: (child: MarkdownBlock) => readonly Block[],
): readonly Block[] {
  const markers = markersOf(node, reader);
  const after: Block[] = [];
  const items = node.children.map((item, index): ListItem => {
    const children = item.children.flatMap((child) => itemBlocks(child, reader, read));
    after.push(...children.filter((child) => child.type !== 'paragraph' && child.type !== 'list'));
    const kept = children.filter((child) => child.type === 'paragraph' || child.type === 'list');
    return { marker: markers[index] ?? unorderedMarker, children: kept, ...placeOf(item, reader) };
  });
  // Markers without any word are no list: printed as typed.
  if (after.length === 0 && items.every((item) => item.children.length === 0)) {
    const { start, end } = spanOf(node);
    return [
      { type: 'paragraph', role: 'body', children: reader.inlines.literal(start, end), ...placeOf(node, reader) },
    ];
  }
  const list: List = { type: 'list', items: items.map(withParagraph), ...placeOf(node, reader) };
  return [list, ...after];
}

/** An item without words still prints its marker, so that no number is lost. */
function withParagraph(item: ListItem): ListItem {
  return item.children.length > 0 ? item : { ...item, children: [{ type: 'paragraph', role: 'body', children: [] }] };
}

/** Inside an item the marker is the number: a paragraph there is never taken for a heading. */
function itemBlocks(
  child: MarkdownBlock,
  reader: BlockReader,
  read: (child: MarkdownBlock) => readonly Block[],
): readonly Block[] {
  if (child.type !== 'paragraph') return read(child);
  const runs = reader.inlines.runs(child.children);
  const onlyText = runs.every((run) => run.type === 'inlines');
  if (!onlyText) return read(child);
  return runs.flatMap((run): readonly Paragraph[] =>
    run.type === 'inlines'
      ? [{ type: 'paragraph', role: 'body', children: run.inlines, ...placeOf(child, reader) }]
      : [],
  );
}

/** Numbers as typed; `1.` before every item is the Markdown habit of not counting, and is counted. */
function markersOf(node: MarkdownList, reader: BlockReader): readonly string[] {
  if (node.ordered !== true) return node.children.map(() => unorderedMarker);
  const typed = node.children.map((item) => {
    const { start } = spanOf(item);
    const [, digits = '1', mark = '.'] = /^(\d+)([.)])/u.exec(reader.mapped.text.slice(start, start + 12)) ?? [];
    return { digits, mark };
  });
  const lazy = typed.length > 1 && typed.every(({ digits }) => digits === typed[0]?.digits);
  return typed.map(({ digits, mark }, index) => (lazy ? `${Number(digits) + index}${mark}` : digits + mark));
}

function placeOf(
  node: MarkdownBlock | MarkdownList['children'][number],
  { mapped }: BlockReader,
): { readonly origin?: NonNullable<Block['origin']> } {
  const { start, end } = spanOf(node);
  const range = rangeIn(mapped, start, end);
  return range === undefined ? {} : { origin: range };
}
