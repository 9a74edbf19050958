/**
 * Markdown to its syntax tree: CommonMark with tables and with emphasis beside Chinese marks. What could change or hide an
 * author's words (HTML, definitions, character references, indented code, underlined headings) is switched off and stays text.
 */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmTable } from 'micromark-extension-gfm-table';

export type MarkdownRoot = ReturnType<typeof fromMarkdown>;
export type MarkdownBlock = MarkdownRoot['children'][number];
export type MarkdownInline = Extract<MarkdownBlock, { type: 'paragraph' }>['children'][number];
export type MarkdownList = Extract<MarkdownBlock, { type: 'list' }>;
export type MarkdownTable = Extract<MarkdownBlock, { type: 'table' }>;
export type MarkdownImage = Extract<MarkdownInline, { type: 'image' }>;
export type MarkdownLink = Extract<MarkdownInline, { type: 'link' }>;

/** Any node of the syntax tree that has a place. */
export interface MarkdownNode {
  readonly position?:
    | {
        readonly start: { readonly offset?: number | undefined };
        readonly end: { readonly offset?: number | undefined };
      }
    | undefined;
}

const alwaysOff = ['codeIndented', 'htmlFlow', 'htmlText', 'definition', 'characterReference', 'setextUnderline'];

/** Emphasis marks are matched in quadratic time; a text with more of them than this is no prose and is taken literally. */
const mostEmphasisMarks = 1000;

/** Parses a text; offsets in the tree are UTF-16 offsets of `text`. */
export function parseMarkdown(text: string): MarkdownRoot {
  const off = hasTooManyMarks(text) ? [...alwaysOff, 'attention'] : alwaysOff;
  return fromMarkdown(text, {
    extensions: [gfmTable(), cjkFriendlyExtension(), { disable: { null: off } }],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
}

/** True when emphasis is not read in this text. */
export function hasTooManyMarks(text: string): boolean {
  let marks = 0;
  for (const character of text) if (character === '*' || character === '_') marks++;
  return marks > mostEmphasisMarks;
}

/** UTF-16 offsets of a node in the text it was parsed from. */
export function spanOf(node: MarkdownNode): { readonly start: number; readonly end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
