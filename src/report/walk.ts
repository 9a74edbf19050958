/**
 * Walking the document tree: every text in reading order, with what owns it. Comes in: a Report or a part of one. Goes out:
 * visited texts, plain text of blocks. Used by the document checks; never changes the tree.
 */
import { plainText, type Block, type Cell, type Heading, type Inline, type List, type Paragraph } from './tree.js';
import type { Report, Row, Table, Text, Title, Figure } from './tree.js';

/** What a text belongs to. `section` is the id of the latest level-1 heading (`s1`); absent before the first one. */
export interface TextOwner {
  readonly block: Title | Heading | Paragraph | List | Table | Figure;
  /** The paragraph of a list item. */
  readonly paragraph?: Paragraph;
  readonly row?: Row;
  readonly cell?: Cell;
  readonly section?: string;
}

export type TextVisitor = (text: Text, owner: TextOwner) => void;

/**
 * Calls the visitor for each text node in reading order: titles, headings, paragraphs (run-in heading first), list items,
 * cells row by row, captions. Literal numbers and list markers are no text nodes and are not visited.
 */
export function visitTexts(report: Report, visit: TextVisitor): void {
  let section: string | undefined;
  for (const block of report.children) {
    if (block.type === 'heading' && block.level === 1) section = block.id;
    if (block.type !== 'pageBreak') visitBlock(block, section === undefined ? {} : { section }, visit);
  }
}

/** Blocks of one section: after its level-1 heading up to the next one. Empty when the report has no such heading. */
export function blocksOfSection(report: Report, id: string): readonly Block[] {
  const isHead = (block: Block): boolean => block.type === 'heading' && block.level === 1;
  const start = report.children.findIndex((block) => isHead(block) && block.type === 'heading' && block.id === id);
  if (start < 0) return [];
  const rest = report.children.slice(start + 1);
  const end = rest.findIndex(isHead);
  return end < 0 ? rest : rest.slice(0, end);
}

/** All text nodes of inlines, those of links among them, in reading order. */
export function textsOf(inlines: readonly Inline[]): readonly Text[] {
  return inlines.flatMap((node) => (node.type === 'text' ? [node] : node.type === 'link' ? node.children : []));
}

/**
 * Text of a block as it is read, numbers and list markers included: a line feed between title lines, list items and rows, a
 * tab between cells. Empty for a page break; a figure gives its caption, or its alternative text when it has none.
 */
export function textOf(block: Block): string {
  switch (block.type) {
    case 'title':
      return block.lines.map(plainText).join('\n');
    case 'heading':
      return block.number + plainText(block.children);
    case 'paragraph':
      return runInText(block) + plainText(block.children);
    case 'list':
      return block.items.map((item) => item.marker + item.children.map((child) => textOf(child)).join('\n')).join('\n');
    case 'table':
      return [...block.head, ...block.body]
        .map((row) => row.cells.map((cell) => plainText(cell.children)).join('\t'))
        .join('\n');
    case 'figure':
      return block.caption.length > 0 ? plainText(block.caption) : block.alt;
    case 'pageBreak':
      return '';
  }
}

/** Number and text of a paragraph's run-in heading; empty when it has none. */
function runInText(paragraph: Paragraph): string {
  return paragraph.runIn === undefined ? '' : paragraph.runIn.number + plainText(paragraph.runIn.children);
}

type Place = Pick<TextOwner, 'section'>;

function visitBlock(block: Exclude<Block, { type: 'pageBreak' }>, place: Place, visit: TextVisitor): void {
  switch (block.type) {
    case 'title':
      for (const line of block.lines) visitInlines(line, { ...place, block }, visit);
      break;
    case 'heading':
      visitInlines(block.children, { ...place, block }, visit);
      break;
    case 'paragraph':
      visitParagraph(block, { ...place, block }, visit);
      break;
    case 'list':
      visitList(block, { ...place, block }, visit);
      break;
    case 'table':
      for (const row of [...block.head, ...block.body]) {
        for (const cell of row.cells) visitInlines(cell.children, { ...place, block, row, cell }, visit);
      }
      break;
    case 'figure':
      visitInlines(block.caption, { ...place, block }, visit);
      break;
  }
}

function visitList(list: List, owner: TextOwner, visit: TextVisitor): void {
  for (const item of list.items) {
    for (const child of item.children) {
      if (child.type === 'list') visitList(child, owner, visit);
      else visitParagraph(child, { ...owner, paragraph: child }, visit);
    }
  }
}

function visitParagraph(paragraph: Paragraph, owner: TextOwner, visit: TextVisitor): void {
  if (paragraph.runIn !== undefined) visitInlines(paragraph.runIn.children, owner, visit);
  visitInlines(paragraph.children, owner, visit);
}

function visitInlines(inlines: readonly Inline[], owner: TextOwner, visit: TextVisitor): void {
  for (const text of textsOf(inlines)) visit(text, owner);
}
