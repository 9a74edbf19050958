/**
 * What layout hands to the PDF writer: pages of positioned text, rules, fills and images, and the structure they belong to.
 * All lengths are points (1/72 inch); x runs right and y runs down from the top left corner of the page as it is read;
 * backdrop and furniture are placed on the upright sheet, which differs on sideways pages.
 */
import type { FontFace } from '../fonts/fonts.js';
import type { Figure } from '../report/tree.js';

/** Characters of one face, size and spacing, side by side. */
export interface Run {
  readonly face: FontFace;
  readonly size: number;
  /** Left edge of the first character's advance box. */
  readonly x: number;
  readonly text: string;
  /** Added after every character of the run. */
  readonly spacing: number;
  /** A single full-width mark drawn in half its cell (the blank half is cut off). */
  readonly half: boolean;
  readonly href?: string;
}

/** A line of text on one baseline. Without a node it is an artifact: repeated heads, page numbers, the draft mark. */
export interface TextItem {
  readonly type: 'text';
  readonly baseline: number;
  readonly runs: readonly Run[];
  readonly node?: StructureNode;
  /** `#RRGGBB`; absent = black. */
  readonly colour?: string;
  /** Degrees, counter-clockwise, about the start of the first run. */
  readonly rotation?: number;
}

/** A border line; always an artifact. */
export interface RuleItem {
  readonly type: 'rule';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly width: number;
}

/** A filled rectangle behind a cell; always an artifact. */
export interface FillItem {
  readonly type: 'fill';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
}

export interface ImageItem {
  readonly type: 'image';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly figure: Figure;
  readonly node: StructureNode;
}

export type PageItem = TextItem | RuleItem | FillItem | ImageItem;

export interface LaidPage {
  /** 1-based, as printed. */
  readonly number: number;
  /** Size of the page as it is read. */
  readonly width: number;
  readonly height: number;
  /**
   * Read with the sheet turned a quarter clockwise, so that the head of the table lies along the left edge of the upright
   * sheet: the binding edge of odd pages, the outer edge of even ones (GB/T 9704-2012 clause 8).
   */
  readonly sideways: boolean;
  /** The draft mark, under all else, in sheet coordinates. */
  readonly backdrop: readonly TextItem[];
  /** In reading order. */
  readonly items: readonly PageItem[];
  /** The page number, in sheet coordinates. */
  readonly furniture: readonly TextItem[];
}

export type StructureRole =
  | 'Document'
  | HeadingRole
  | 'P'
  | 'BlockQuote'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Link'
  | 'Figure'
  | 'Caption'
  | TableRole;
export type HeadingRole = 'H1' | 'H2' | 'H3' | 'H4' | 'H5' | 'H6';
export type TableRole = 'Table' | 'THead' | 'TBody' | 'TR' | 'TH' | 'TD';

/** A node of the logical structure (ISO 32000-1 14.8). `children` grows while pages are laid out and is complete afterwards. */
export interface StructureNode {
  readonly role: StructureRole;
  readonly parent?: StructureNode;
  readonly children: StructureNode[];
  readonly attributes: StructureAttributes;
}

export interface StructureAttributes {
  readonly alt?: string;
  readonly title?: string;
  readonly summary?: string;
  readonly scope?: 'Row' | 'Column' | 'Both';
  readonly rowSpan?: number;
  readonly columnSpan?: number;
  readonly href?: string;
}

/** New node, appended to its parent. */
export function structureNode(
  role: StructureRole,
  parent: StructureNode,
  attributes: StructureAttributes = {},
): StructureNode {
  const node: StructureNode = { role, parent, children: [], attributes };
  parent.children.push(node);
  return node;
}

/** An entry of the outline (bookmark): `level` 1 is the outermost. */
export interface Bookmark {
  readonly title: string;
  readonly level: number;
  /** 1-based page and the height of its top on that page, on the page as read. */
  readonly page: number;
  readonly top: number;
}

export interface Layout {
  readonly pages: readonly LaidPage[];
  readonly structure: StructureNode;
  readonly bookmarks: readonly Bookmark[];
}
