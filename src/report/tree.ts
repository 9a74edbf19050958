/**
 * The document tree: what the report says and in which order, free of how it looks. Comes out of `compose`, goes into every
 * writer and is printable by `dump`. Plain readonly data in closed unions; a pass makes a new tree, nodes are never changed.
 * Uses no package.
 */
import type { SourceRange } from '../source/source.js';

export interface Report {
  readonly type: 'report';
  /** BCP 47, `zh-CN`. */
  readonly lang: string;
  readonly meta: ReportMeta;
  readonly children: readonly Block[];
}

export interface ReportMeta {
  /** The title in one line, as document property and bookmark. */
  readonly title: string;
  readonly agency: string;
  readonly year: number;
  /** Subject line of the document properties, such as 政府信息公开工作年度报告. */
  readonly subject: string;
  /** `YYYY-MM-DD`: 成文日期, else 31 December of the report year; every date inside an output is this day 00:00 UTC. */
  readonly date: string;
  /** Output name without extension, already safe on every file system. */
  readonly fileName: string;
  /** Every page is marked 草稿 when set. */
  readonly draftMark?: string;
  /** Printed after a row label that is shown again on a further page, such as （续）. */
  readonly continued: string;
}

export type Block = Title | Heading | Paragraph | List | Table | Figure | PageBreak;

interface NodeBase {
  /** Where the author wrote it; generated nodes carry none. */
  readonly origin?: SourceRange;
}

/** The report's title; one inline list per printed line, broken by sense. */
export interface Title extends NodeBase {
  readonly type: 'title';
  readonly lines: readonly (readonly Inline[])[];
}

/** A heading of its own paragraph. `number` is literal text (一、 （一） 1. （1）) and printed before the children. */
export interface Heading extends NodeBase {
  readonly type: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  readonly number: string;
  readonly children: readonly Inline[];
  /** Stable id for bookmarks (`s1`, `s1-2`): ASCII letters, digits, `-`. */
  readonly id: string;
}

/** What a paragraph is; a key of `PageStyle.text`. */
export type ParagraphRole =
  | 'body'
  /** Line under the title: （2017年1月20日）. */
  | 'subtitle'
  /** A heading that stands above the lead-in without a number (引言, 编制说明). */
  | 'leadHeading'
  | 'quote'
  /** 附件：… */
  | 'annexLine'
  /** 附件 mark at the top left of an annex page. */
  | 'annexMark'
  /** Title above a statutory table. */
  | 'tableTitle'
  /** Year or office line under a table title, centred. */
  | 'tableSubtitle'
  /** 填报单位 and the like: flush left above the table; 单位：件 flush right uses `tableUnit`. */
  | 'tableLine'
  | 'tableUnit'
  /** Note under a table. */
  | 'tableNote'
  /** Sign-off line under a table (单位负责人：… 审核人：…). */
  | 'tableSignoff'
  | 'figureCaption'
  /** Agency at the end. */
  | 'signature'
  /** 成文日期 at the end. */
  | 'date'
  /** 附注 in brackets. */
  | 'footnote';

export interface Paragraph extends NodeBase {
  readonly type: 'paragraph';
  readonly role: ParagraphRole;
  /**
   * Run-in heading: （一）主动公开方面。followed by the text in the same paragraph; set in the font of that heading level.
   * `number` is literal.
   */
  readonly runIn?: {
    readonly level: 2 | 3 | 4;
    readonly number: string;
    readonly children: readonly Inline[];
    readonly id: string;
  };
  readonly children: readonly Inline[];
}

/** Items carry a literal marker (`1.`, `（1）`, `·`), printed before their first paragraph. */
export interface List extends NodeBase {
  readonly type: 'list';
  readonly items: readonly ListItem[];
}

export interface ListItem extends NodeBase {
  readonly marker: string;
  readonly children: readonly (Paragraph | List)[];
}

export interface Figure extends NodeBase {
  readonly type: 'figure';
  readonly image: Uint8Array;
  readonly mediaType: 'image/png' | 'image/jpeg';
  /** Pixel size, read from the image itself. */
  readonly pixels: { readonly width: number; readonly height: number };
  /** Alternative text; required, never empty. */
  readonly alt: string;
  readonly caption: readonly Inline[];
}

/** Next block starts a new page. */
export interface PageBreak extends NodeBase {
  readonly type: 'pageBreak';
}

/** A statutory table (`id` = the pack's table) or a simple table of the narrative (`id` = `n1`, `n2` …). */
export interface Table extends NodeBase {
  readonly type: 'table';
  readonly id: string;
  /** Name for accessibility and captions: 表三 收到和处理政府信息公开申请情况. Not printed (printed titles are paragraphs). */
  readonly name: string;
  /** Summary for accessibility (tblDescription, Table Summary). */
  readonly summary: string;
  /** Key of `PageStyle.tables`. */
  readonly look: string;
  /** Relative column widths, left to right; all positive. */
  readonly widths: readonly number[];
  /** How many leading columns head their row. */
  readonly stub: number;
  /** Head rows, repeated on every page the table runs over. May be empty. */
  readonly head: readonly Row[];
  readonly body: readonly Row[];
  /** Wide tables may ask for pages of their own in landscape. */
  readonly page: 'portrait' | 'landscape';
}

export interface Row {
  /** `head` and `band` rows may also stand inside the body (table two: a band heading and its own head row). */
  readonly kind: 'head' | 'band' | 'category' | 'data';
  /** Cells that start in this row, left to right; covered slots are absent. */
  readonly cells: readonly Cell[];
  /** True when a page break before this row is to be avoided (rows that belong to a band heading or head above). */
  readonly keepWithPrevious?: boolean;
}

export interface Cell {
  /** `columnHead` and `rowHead` become TH with Scope; `band` spans the table and heads the rows below it. */
  readonly kind: 'columnHead' | 'rowHead' | 'band' | 'corner' | 'value' | 'attribute' | 'text';
  readonly children: readonly Inline[];
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly align: 'left' | 'center' | 'right';
  /** Left indent in characters (outline rows). */
  readonly indent?: number;
  readonly bold?: boolean;
  /** Small set in the note font (the bracketed 勾稽关系 line). */
  readonly note?: boolean;
  /** Cell address `t3/r1/total` when it prints a statutory cell. */
  readonly address?: string;
  readonly origin?: SourceRange;
}

export type Inline = Text | Link | LineBreak;

export interface Text {
  readonly type: 'text';
  readonly value: string;
  readonly strong?: boolean;
  readonly emphasis?: boolean;
  /** Address of the statutory cell this text was bound to. */
  readonly address?: string;
  readonly origin?: SourceRange;
}

export interface Link {
  readonly type: 'link';
  /** `https:`, `http:` or `mailto:` only. */
  readonly href: string;
  readonly children: readonly Text[];
}

export interface LineBreak {
  readonly type: 'lineBreak';
}

/** Text of inlines without any mark; a line break is a line feed. */
export function plainText(inlines: readonly Inline[]): string {
  let out = '';
  for (const node of inlines) {
    if (node.type === 'text') out += node.value;
    else if (node.type === 'link') out += node.children.map((t) => t.value).join('');
    else out += '\n';
  }
  return out;
}
