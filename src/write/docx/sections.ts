/**
 * Blocks to Word sections: upright text, and sideways tables on pages of their own together with the lines that belong to
 * them. Also here: page breaks, and the unseen paragraphs Word needs around tables.
 */
import { DocumentGridType, type FileChild, type ISectionOptions, PageOrientation, Paragraph, SectionType } from 'docx';
import type { TextStyle, TextStyleName } from '../../report/style.js';
import type { Block, Heading, Paragraph as ReportParagraph, Report, Table } from '../../report/tree.js';
import { plainText } from '../../report/tree.js';
import { type DocxContext } from './context.js';
import { landscapePage, type PageTwips, twipsOfPoints } from './measures.js';
import { pageFooters, pageHeaders } from './page-frame.js';
import {
  emptyLine,
  figureParagraphs,
  headingParagraph,
  listParagraphs,
  spacerParagraph,
  textParagraph,
  titleParagraph,
} from './paragraphs.js';
import { linesOf } from './table-fit.js';
import { wordTable } from './tables.js';

/** Blocks of one orientation, in order. */
export interface BlockGroup {
  readonly page: 'portrait' | 'landscape';
  readonly blocks: readonly Block[];
}

const aboveTable: ReadonlySet<string> = new Set(['tableTitle', 'tableSubtitle', 'tableLine', 'tableUnit', 'annexMark']);
const belowTable: ReadonlySet<string> = new Set(['tableNote', 'tableSignoff']);

function belongsAbove(block: Block | undefined): boolean {
  return block?.type === 'heading' || (block?.type === 'paragraph' && aboveTable.has(block.role));
}

function belongsBelow(block: Block | undefined): boolean {
  return block?.type === 'paragraph' && belowTable.has(block.role);
}

/**
 * Parts the blocks into runs of one orientation. Headings and table lines right above a sideways table and notes right below
 * it go with it; page breaks at the border of two groups fall away, since a section starts a page anyhow.
 */
export function blockGroups(blocks: readonly Block[]): readonly BlockGroup[] {
  const sideways = blocks.map((block) => block.type === 'table' && block.page === 'landscape');
  blocks.forEach((block, index) => {
    if (block.type !== 'table' || block.page !== 'landscape') return;
    for (let i = index - 1; i >= 0 && belongsAbove(blocks[i]); i--) sideways[i] = true;
    for (let i = index + 1; i < blocks.length && belongsBelow(blocks[i]); i++) sideways[i] = true;
  });
  const groups: { page: BlockGroup['page']; blocks: Block[] }[] = [];
  blocks.forEach((block, index) => {
    const page = sideways[index] === true ? 'landscape' : 'portrait';
    const current = groups.at(-1);
    if (current?.page === page) current.blocks.push(block);
    else groups.push({ page, blocks: [block] });
  });
  return groups.map(({ page, blocks: members }) => ({ page, blocks: withoutOuterBreaks(members) })).filter(hasBlocks);
}

function withoutOuterBreaks(blocks: readonly Block[]): readonly Block[] {
  const first = blocks.findIndex((block) => block.type !== 'pageBreak');
  const last = blocks.findLastIndex((block) => block.type !== 'pageBreak');
  return first < 0 ? [] : blocks.slice(first, last + 1);
}

function hasBlocks(group: BlockGroup): boolean {
  return group.blocks.length > 0;
}

/**
 * Sections of the document; footers and headers stand in the first and hold for all. Never empty. `notice` is a line at the
 * head of every page, for review copies.
 */
export function wordSections(report: Report, context: DocxContext, notice?: string): readonly ISectionOptions[] {
  const groups = blockGroups(report.children);
  const headers = pageHeaders(context.style, report.meta.draftMark, notice);
  const frame = { footers: pageFooters(context.style), ...(headers === undefined ? {} : { headers }) };
  const all: readonly BlockGroup[] = groups.length === 0 ? [{ page: 'portrait', blocks: [] }] : groups;
  return all.map((group, index) => {
    const isWide = group.page === 'landscape';
    const page = isWide ? landscapePage(context.page, context.style.pageNumber) : context.page;
    const children = blockChildren(group.blocks, page, context);
    const remarks = index === all.length - 1 ? context.comments.leftOver() : [];
    return {
      ...(index === 0 ? frame : {}),
      properties: sectionProperties(page, isWide),
      children: withSpacers(
        remarks.length === 0 ? children : [...children, spacerParagraph({ startsPage: false }, remarks)],
      ),
    };
  });
}

function sectionProperties(page: PageTwips, isWide: boolean): NonNullable<ISectionOptions['properties']> {
  const { top, right, bottom, left, footer } = page;
  return {
    type: SectionType.NEXT_PAGE,
    page: {
      // docx takes the upright measures and turns them itself.
      size: {
        width: isWide ? page.height : page.width,
        height: isWide ? page.width : page.height,
        orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: { top, right, bottom, left, header: Math.round(top / 2), footer, gutter: 0 },
    },
    grid: { type: DocumentGridType.LINES, linePitch: page.linePitch },
  };
}

function blockChildren(blocks: readonly Block[], page: PageTwips, context: DocxContext): readonly FileChild[] {
  let startsPage = false;
  return blocks.flatMap((block, index): readonly FileChild[] => {
    if (block.type === 'pageBreak') {
      startsPage = true;
      return [];
    }
    const start = { startsPage };
    startsPage = false;
    switch (block.type) {
      case 'title':
        return [titleParagraph(block, start, context)];
      case 'heading':
        return [headingParagraph(block, start, context)];
      case 'paragraph':
        return [textParagraph(block, start, context)];
      case 'list':
        return listParagraphs(block, start, context);
      case 'figure':
        return figureParagraphs(block, start, context);
      case 'table':
        return tableChildren(block, blocks, index, start.startsPage, page, context);
    }
  });
}

function tableChildren(
  table: Table,
  blocks: readonly Block[],
  index: number,
  startsPage: boolean,
  page: PageTwips,
  context: DocxContext,
): readonly FileChild[] {
  const neighbours = {
    height: keptHeight(blocks, index, page, context),
    noteFollows: belongsBelow(blocks[index + 1]),
  };
  const made = wordTable(table, page, neighbours, context);
  if (made === undefined) return [];
  return startsPage ? [spacerParagraph({ startsPage }), made] : [made];
}

/** Estimated height of the headings kept above a table and the notes below it, in twips. */
function keptHeight(blocks: readonly Block[], index: number, page: PageTwips, context: DocxContext): number {
  let height = 0;
  for (let i = index - 1; i >= 0 && keepsWithNext(blocks[i], context); i--)
    height += blockHeight(blocks[i], page, context);
  for (let i = index + 1; i < blocks.length && belongsBelow(blocks[i]); i++)
    height += blockHeight(blocks[i], page, context);
  return height;
}

function keepsWithNext(block: Block | undefined, context: DocxContext): boolean {
  return (block?.type === 'heading' || block?.type === 'paragraph') && textStyleOf(block, context).keepWithNext;
}

function textStyleOf(block: Heading | ReportParagraph, context: DocxContext): TextStyle {
  const name: TextStyleName = block.type === 'heading' ? `heading${block.level}` : block.role;
  return context.style.text[name];
}

function blockHeight(block: Block | undefined, page: PageTwips, context: DocxContext): number {
  if (block?.type !== 'heading' && block?.type !== 'paragraph') return 0;
  const text = textStyleOf(block, context);
  const number = block.type === 'heading' ? block.number : '';
  const lines = linesOf(
    number + plainText(block.children),
    page.textWidth / twipsOfPoints(text.wordSize) - text.firstLineIndent,
  );
  const line = text.linePitch === undefined ? page.linePitch : twipsOfPoints(text.linePitch);
  return lines * line + Math.ceil((text.spaceBefore + text.spaceAfter) * page.linePitch);
}

/** Parts tables that touch, which Word would join, and closes a section that ends with one, since Word wants a paragraph there. */
function withSpacers(children: readonly FileChild[]): readonly FileChild[] {
  return children.flatMap((child, index) => {
    const next = children[index + 1];
    if (child instanceof Paragraph || next instanceof Paragraph) return [child];
    return [child, next === undefined ? spacerParagraph({ startsPage: false }) : emptyLine()];
  });
}
