/**
 * Styles by the names Word knows: built-in ones where Word has them (`w:name` is language-free; a Chinese Word shows 标题 1),
 * own ones with a Chinese alias where it has none.
 */
import type { ParagraphRole } from '../../report/tree.js';
import type { TextStyleName } from '../../report/style.js';

export interface StyleName {
  readonly id: string;
  readonly name: string;
  /** Chinese name shown beside it; absent for built-in styles, which Word translates itself. */
  readonly alias?: string;
  readonly basedOn?: string;
  /** Style of the paragraph typed after it. */
  readonly next?: string;
  /** 0-based level in the navigation pane. */
  readonly outlineLevel?: number;
  /** Character style of the same look, for headings that run into their text. */
  readonly link?: string;
}

/** The style of each text role. The body is Normal itself, so fonts, size and grid stand there. */
export const textStyleNames: Readonly<Record<TextStyleName, StyleName>> = {
  body: { id: 'Normal', name: 'Normal' },
  title: { id: 'Title', name: 'Title', next: 'Normal' },
  subtitle: { id: 'Subtitle', name: 'Subtitle', next: 'Normal' },
  leadHeading: { id: 'LeadHeading', name: 'Lead Heading', alias: '引言标题', next: 'Normal', outlineLevel: 0 },
  heading1: { id: 'Heading1', name: 'heading 1', next: 'Normal', outlineLevel: 0, link: 'Heading1Char' },
  heading2: { id: 'Heading2', name: 'heading 2', next: 'Normal', outlineLevel: 1, link: 'Heading2Char' },
  heading3: { id: 'Heading3', name: 'heading 3', next: 'Normal', outlineLevel: 2, link: 'Heading3Char' },
  heading4: { id: 'Heading4', name: 'heading 4', next: 'Normal', outlineLevel: 3, link: 'Heading4Char' },
  quote: { id: 'Quote', name: 'Quote', next: 'Normal' },
  annexLine: { id: 'AnnexLine', name: 'Annex Line', alias: '附件说明', next: 'Normal' },
  annexMark: { id: 'AnnexMark', name: 'Annex Mark', alias: '附件标记', next: 'Normal' },
  tableTitle: { id: 'TableTitle', name: 'Table Title', alias: '表题', basedOn: 'Caption' },
  tableSubtitle: { id: 'TableSubtitle', name: 'Table Subtitle', alias: '表题下行' },
  tableLine: { id: 'TableLine', name: 'Table Line', alias: '表上行' },
  tableUnit: { id: 'TableUnit', name: 'Table Unit', alias: '计量单位' },
  tableNote: { id: 'TableNote', name: 'Table Note', alias: '表注' },
  tableSignoff: { id: 'TableSignoff', name: 'Table Signoff', alias: '表下签署' },
  figureCaption: { id: 'Caption', name: 'caption', next: 'Normal' },
  signature: { id: 'Signature', name: 'Signature', next: 'Date' },
  date: { id: 'Date', name: 'Date', next: 'Normal' },
  footnote: { id: 'ClosingNote', name: 'Closing Note', alias: '附注', next: 'Normal' },
};

/** Style id of a paragraph role; undefined for the body, which is the default style. */
export function paragraphStyleId(role: ParagraphRole | TextStyleName): string | undefined {
  const { id } = textStyleNames[role];
  return id === 'Normal' ? undefined : id;
}

/** Character style of a run-in heading. */
export function runInStyleId(level: 2 | 3 | 4): string {
  return `Heading${level}Char`;
}

/** Styles that no text role names. */
export const fixedStyleIds = {
  listParagraph: 'ListParagraph',
  figure: 'Figure',
  spacer: 'TableSpacer',
  header: 'Header',
  footer: 'Footer',
  tableGrid: 'TableGrid',
  hyperlink: 'Hyperlink',
  strong: 'Strong',
  emphasis: 'Emphasis',
  commentText: 'CommentText',
  commentReference: 'CommentReference',
} as const;

/** Font role of the text of comments. */
export const commentRole = 'songti';

/** The three kinds of cell text a look has. */
export type CellTextKind = 'text' | 'head' | 'note';

const cellKinds: Readonly<
  Record<CellTextKind, { readonly id: string; readonly name: string; readonly alias: string }>
> = {
  text: { id: 'TableText', name: 'Table Text', alias: '表格文字' },
  head: { id: 'TableHead', name: 'Table Head', alias: '表头文字' },
  note: { id: 'TableCellNote', name: 'Table Cell Note', alias: '表内说明' },
};

/** Style of cell text. The looks of a pack after the first, `statutory`, carry their name in id and name. */
export function cellStyleName(look: string, kind: CellTextKind): StyleName {
  const { id, name, alias } = cellKinds[kind];
  if (look === 'statutory') return { id, name, alias };
  // Style ids are any string to Word, but other readers expect letters and digits.
  const tail = [...look].map((c) => (/[A-Za-z0-9]/u.test(c) ? c : `x${(c.codePointAt(0) ?? 0).toString(16)}`)).join('');
  return { id: `${id}-${tail}`, name: `${name} ${look}`, alias: `${alias} ${look}` };
}
