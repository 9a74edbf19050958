/**
 * The text of a section to blocks of the tree: clean, expand references, read Markdown, number headings. Comes in: mapped
 * text. Goes out: blocks. What is not supported is kept as typed and named in a warning; no word is ever lost.
 */
import type { Block, Inline, Paragraph, ParagraphRole } from '../report/tree.js';
import { plainText } from '../report/tree.js';
import { cleaned } from './clean-report.js';
import type { ComposeContext } from './context.js';
import { cutInlines } from './cut-inlines.js';
import { figureOf } from './figure.js';
import { headingLevel, paragraphForm } from './heading-form.js';
import { inlineReader, trimmed, type InlineReader, type InlineEvents } from './inlines.js';
import { listOf } from './list.js';
import { rangeIn, type MappedText } from './mapped-text.js';
import { parseMarkdown, spanOf, type MarkdownBlock, type MarkdownInline } from './markdown.js';
import { narrativeTable } from './narrative-table.js';
import { headingLevelFinding, joinedFinding, keptFinding, tightHeadingFinding } from './narrative-findings.js';
import { typedNumber, type HeadingLevel, type Numbering } from './numbering.js';
import { prepareLines } from './prepare-lines.js';
import { expandReferences } from './references.js';
import { watchSource } from './watch-source.js';

/** Where a text stands. */
export interface NarrativePlace {
  readonly numbering: Numbering;
  /** Next free number for tables of the text; counts over the whole report. */
  readonly nextTable: () => number;
  /** `narrative` for an author's text, `wording` for a template of the pack. */
  readonly kind: 'narrative' | 'wording';
  /** What messages call a text of the pack. */
  readonly name: string;
}

/** Everything the readers of single blocks need. */
export interface BlockReader {
  readonly context: ComposeContext;
  readonly place: NarrativePlace;
  readonly inlines: InlineReader;
  readonly mapped: MappedText;
}

/** Composes the blocks of a text. Gives `compose/…` findings, and `template/…` ones for its references. */
export function narrativeBlocks(text: MappedText, place: NarrativePlace, context: ComposeContext): readonly Block[] {
  const clean = cleaned(text, context);
  watchSource(clean, context);
  const expanded = expandReferences(clean, place.kind, place.name, context);
  const { mapped, tightHeadings } = prepareLines(expanded);
  for (const tight of tightHeadings) context.diagnostics.push(tightHeadingFinding(expanded, tight));
  const inlines = inlineReader(mapped, eventsOf(mapped, context));
  const reader: BlockReader = { context, place, mapped, inlines };
  return parseMarkdown(mapped.text).children.flatMap((node) => blocksOf(node, reader));
}

/** One hint a text about joined lines: who types a paragraph a line would get one for each line. */
function eventsOf(mapped: MappedText, { diagnostics }: ComposeContext): InlineEvents {
  let joinedBefore = false;
  return {
    kept: (what, start, end) => diagnostics.push(keptFinding(what, mapped, start, end)),
    joined: (start) => {
      if (!joinedBefore) diagnostics.push(joinedFinding(mapped, { start, end: start + 1 }));
      joinedBefore = true;
    },
  };
}

function blocksOf(node: MarkdownBlock, reader: BlockReader): readonly Block[] {
  switch (node.type) {
    case 'paragraph':
      return paragraphBlocks(node.children, node, reader);
    case 'heading':
      return headingBlocks(node, reader);
    case 'list':
      return listOf(node, reader, (child) => blocksOf(child, reader));
    case 'table':
      return [narrativeTable(node, reader)];
    case 'blockquote':
      return node.children.flatMap((child) => blocksOf(child, reader)).map(asQuote);
    case 'code':
    case 'thematicBreak':
      return keptLines(node, reader);
    default:
      return literalBlocks(node, reader);
  }
}

/** A paragraph, cut at its images; each stretch of text may be a heading, have a run-in heading, or be plain. */
function paragraphBlocks(nodes: readonly MarkdownInline[], node: MarkdownBlock, reader: BlockReader): readonly Block[] {
  return reader.inlines
    .runs(nodes)
    .flatMap((run) => (run.type === 'image' ? figureOf(run.node, reader) : [textBlock(run.inlines, node, reader)]));
}

function textBlock(inlines: readonly Inline[], node: MarkdownBlock, reader: BlockReader): Block {
  const { numbering } = reader.place;
  const origin = originOf(node, reader);
  const form = paragraphForm(inlines);
  switch (form.form) {
    case 'plain':
      return { type: 'paragraph', role: 'body', children: inlines, ...origin };
    case 'numbered':
      numbering.paragraph(form.level, form.typed);
      return { type: 'paragraph', role: 'body', children: inlines, ...origin };
    case 'heading': {
      const { number, id } = numbering.heading(form.level, form.typed);
      return { type: 'heading', level: form.level, number, id, children: form.children, ...origin };
    }
    case 'runIn': {
      const { number, id } = numbering.heading(form.level, form.typed);
      const runIn = { level: form.level, number, id, children: form.label };
      return { type: 'paragraph', role: 'body', runIn, children: form.rest, ...origin };
    }
  }
}

/** `##` is level 2 of the report: level 1 are the headings of the form. A number typed after the marks says the level itself. */
function headingBlocks(node: Extract<MarkdownBlock, { type: 'heading' }>, reader: BlockReader): readonly Block[] {
  const inlines = reader.inlines.inlines(node.children);
  if (inlines.length === 0) return literalBlocks(node, reader);
  const span = spanOf(node);
  if (node.depth < 2 || node.depth > 4)
    reader.context.diagnostics.push(headingLevelFinding(node.depth, reader.mapped, span));
  const typed = typedNumber(plainText(inlines));
  const level = typed === undefined || typed.level === 1 ? clampLevel(node.depth) : headingLevel(typed);
  const { number, id } = reader.place.numbering.heading(level, typed);
  const children = typed === undefined ? inlines : trimmed(cutInlines(inlines, typed.length)[1]);
  return [{ type: 'heading', level, number, id, children, ...originOf(node, reader) }];
}

function clampLevel(depth: number): HeadingLevel {
  return depth <= 2 ? 2 : depth === 3 ? 3 : 4;
}

function asQuote(block: Block): Block {
  return block.type === 'paragraph' && block.role === 'body'
    ? { ...block, role: 'quote' satisfies ParagraphRole }
    : block;
}

/** Code blocks and rules: every line as typed, with a warning. */
function keptLines(node: MarkdownBlock, reader: BlockReader): readonly Block[] {
  const { start, end } = spanOf(node);
  const what = node.type === 'code' ? 'codeBlock' : 'rule';
  reader.context.diagnostics.push(keptFinding(what, reader.mapped, start, end));
  let at = start;
  return reader.mapped.text
    .slice(start, end)
    .split('\n')
    .flatMap((line) => {
      const from = at;
      at += line.length + 1;
      return literalParagraph(from, from + line.length, reader);
    });
}

/** A block that reading left nothing of is printed as typed. */
function literalBlocks(node: MarkdownBlock, reader: BlockReader): readonly Block[] {
  const { start, end } = spanOf(node);
  return literalParagraph(start, end, reader);
}

function literalParagraph(start: number, end: number, reader: BlockReader): readonly Paragraph[] {
  const children = reader.inlines.literal(start, end);
  const range = rangeIn(reader.mapped, start, end);
  if (children.length === 0) return [];
  return [{ type: 'paragraph', role: 'body', children, ...(range === undefined ? {} : { origin: range }) }];
}

/** The node's place as `origin`; nothing for text of a pack. */
function originOf(node: MarkdownBlock, { mapped }: BlockReader): Pick<Block, 'origin'> {
  const { start, end } = spanOf(node);
  const range = rangeIn(mapped, start, end);
  return range === undefined ? {} : { origin: range };
}
