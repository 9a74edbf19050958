/**
 * The words of a report line by line, each with the way back to the author's text. Comes in: blocks of the tree. Goes out:
 * passages in reading order. Cells of statutory tables are left out: their words are the form's own.
 */
import { textsOf } from '../../report/walk.js';
import type { Block, Inline, List, Paragraph, ParagraphRole, Text } from '../../report/tree.js';
import type { SourceRange, SourceText } from '../../source/source.js';

/** One printed line of words: a paragraph, heading, list item, title line, caption, or cell of a table in the text. */
export interface Passage {
  readonly role: ParagraphRole | 'title' | 'heading' | 'item' | 'cell' | 'caption';
  /** As printed, literal number or list marker first. */
  readonly text: string;
  /** The text nodes and where each begins in `text` (UTF-16 offsets). */
  readonly pieces: readonly Piece[];
  /** Of the block, for passages whose texts have no place of their own. */
  readonly origin?: SourceRange;
}

interface Piece {
  readonly start: number;
  readonly node: Text;
  /** Stands inside a link. */
  readonly linked?: boolean;
}

/** Passages of blocks in reading order; tables whose id is in `without` give none. */
export function passagesOf(blocks: readonly Block[], without: ReadonlySet<string>): readonly Passage[] {
  return blocks.flatMap((block) => passagesOfBlock(block, without));
}

/**
 * Where `[start, end)` of a passage was written in `source`; the whole passage by default. Exact where the printed text can
 * be followed in its source (line breaks and indents of a folded paragraph are passed over), else the whole text node.
 * Generated words have no place.
 */
export function rangeOf(
  passage: Passage,
  source: SourceText,
  start = 0,
  end = passage.text.length,
): SourceRange | undefined {
  const touched = passage.pieces.filter(
    ({ start: at, node }) => node.origin !== undefined && at < end && at + node.value.length > start,
  );
  const first = touched[0];
  const last = touched.at(-1);
  if (first === undefined || last === undefined) return passage.origin;
  const from = sourceSpan(first, source, start, end);
  const to = sourceSpan(last, source, start, end);
  if (from === undefined || to === undefined || from.file !== to.file) return passage.origin;
  return { ...from, end: Math.max(from.end, to.end) };
}

function sourceSpan(
  { start: at, node }: Piece,
  source: SourceText,
  start: number,
  end: number,
): SourceRange | undefined {
  const { origin, value } = node;
  if (origin === undefined || origin.file !== source.name || origin.cell !== undefined) return origin;
  const offsets = followed(value, source.text.slice(origin.start, origin.end));
  const from = offsets?.[Math.max(start - at, 0)];
  const last = offsets?.[Math.min(end - at, value.length) - 1];
  if (from === undefined || last === undefined) return origin;
  return { ...origin, start: origin.start + from, end: origin.start + last + 1 };
}

/** Offset in `written` of each character of `value`; undefined when anything but blank space lies between them. */
function followed(value: string, written: string): readonly number[] | undefined {
  const offsets: number[] = [];
  let at = 0;
  for (const character of value.split('')) {
    while (written[at] !== character && /\s/u.test(written[at] ?? '')) at++;
    if (written[at] !== character) return undefined;
    offsets.push(at++);
  }
  return offsets;
}

function passagesOfBlock(block: Block, without: ReadonlySet<string>): readonly Passage[] {
  switch (block.type) {
    case 'title':
      return block.lines.map((line) => passage('title', '', [line], block.origin));
    case 'heading':
      return [passage('heading', block.number, [block.children], block.origin)];
    case 'paragraph':
      return [ofParagraph(block, block.role, '')];
    case 'list':
      return ofList(block);
    case 'table':
      if (without.has(block.id)) return [];
      return [...block.head, ...block.body].flatMap((row) =>
        row.cells.map((cell) => passage('cell', '', [cell.children], cell.origin)),
      );
    case 'figure':
      return [passage('caption', '', [block.caption], block.origin)];
    case 'pageBreak':
      return [];
  }
}

function ofParagraph(paragraph: Paragraph, role: Passage['role'], marker: string): Passage {
  const { runIn, children, origin } = paragraph;
  if (runIn === undefined) return passage(role, marker, [children], origin);
  return passage(role, marker + runIn.number, [runIn.children, children], origin);
}

function ofList(list: List): readonly Passage[] {
  return list.items.flatMap((item) =>
    item.children.flatMap((child, index) =>
      child.type === 'list' ? ofList(child) : [ofParagraph(child, 'item', index === 0 ? item.marker : '')],
    ),
  );
}

function passage(
  role: Passage['role'],
  number: string,
  lines: readonly (readonly Inline[])[],
  origin: SourceRange | undefined,
): Passage {
  const pieces: Piece[] = [];
  let text = number;
  for (const inline of lines.flat()) {
    if (inline.type === 'lineBreak') text += '\n';
    for (const node of textsOf([inline])) {
      pieces.push({ start: text.length, node, ...(inline.type === 'link' ? { linked: true } : {}) });
      text += node.value;
    }
  }
  return { role, text, pieces, ...(origin === undefined ? {} : { origin }) };
}
