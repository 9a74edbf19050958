/**
 * How a report looks, by name, for all writers. Comes from a pack's `style.yaml`; writers hold no measure of their own.
 * Sources: GB/T 9704-2012 clauses 5-7 and 8 (see `docs/layout.md`).
 */

/** Font roles; which file or name serves a role is decided by the font set (PDF) or by `fonts` here (DOCX). */
export type FontRoleName = 'biaosong' | 'fangsong' | 'kaiti' | 'heiti' | 'songti' | 'latin';

export interface PageStyle {
  readonly page: PageGeometry;
  /** Names written into DOCX for each role: first choice, then other names of the same face (`w:altName`). */
  readonly fonts: Readonly<Record<FontRoleName, { readonly name: string; readonly alternatives: readonly string[] }>>;
  readonly text: Readonly<Record<TextStyleName, TextStyle>>;
  /** Table looks by name; `statutory` and `plain` are always there. */
  readonly tables: Readonly<Record<string, TableLook>>;
  readonly pageNumber: PageNumberStyle;
  /** Large grey word across each page of a draft. */
  readonly draftMark: { readonly font: FontRoleName; readonly size: number; readonly colour: string };
  /** An office's own Word file; the DOCX takes its styles, page setup, header and footer from it. */
  readonly wordTemplate?: WordTemplate;
}

/** A `.dotx` or `.docx` that nobody vouches for, as it was given. */
export interface WordTemplate {
  /** Name that messages call it by. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Names of its styles for kinds of text that its own names do not tell. */
  readonly styles: Readonly<Partial<Record<WordStyleRole, string>>>;
}

/** What a style of a Word template can be named for: every kind of text, and the parts of tables. */
export type WordStyleRole = TextStyleName | 'listParagraph' | 'table' | 'tableText' | 'tableHead' | 'tableCellNote';

/** Millimetres. Right and bottom margins are what is left of the paper. */
export interface PageGeometry {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly left: number;
  readonly textWidth: number;
  readonly textHeight: number;
  readonly lines: number;
  readonly characters: number;
  /** Distance of body baselines in points: 28.95 gives 22 lines in 225 mm (gbt9704 section 1). */
  readonly pitch: number;
}

export type TextStyleName =
  | 'title'
  | 'subtitle'
  | 'leadHeading'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'body'
  | 'quote'
  | 'annexLine'
  | 'annexMark'
  | 'tableTitle'
  | 'tableSubtitle'
  | 'tableLine'
  | 'tableUnit'
  | 'tableNote'
  | 'tableSignoff'
  | 'figureCaption'
  | 'signature'
  | 'date'
  | 'footnote';

export interface TextStyle {
  readonly font: FontRoleName;
  /** Points as printed in PDF (三号 = 15.75). */
  readonly size: number;
  /** Points as Word names it (三号 = 16); DOCX uses this, with the grid of design section 7. */
  readonly wordSize: number;
  readonly bold: boolean;
  readonly align: 'left' | 'center' | 'right' | 'justify';
  /** In characters of the style's own size. */
  readonly firstLineIndent: number;
  readonly leftIndent: number;
  readonly rightIndent: number;
  /** In body lines (`page.pitch`). */
  readonly spaceBefore: number;
  readonly spaceAfter: number;
  /** Line distance in points; absent = `page.pitch`. */
  readonly linePitch?: number;
  readonly keepWithNext: boolean;
}

export interface TableLook {
  readonly font: FontRoleName;
  readonly headFont: FontRoleName;
  readonly noteFont: FontRoleName;
  /** Points. A table that fits one page at a size between `size` and `minSize` is set at the largest such size. */
  readonly size: number;
  readonly minSize: number;
  /** Line distance as a multiple of the size. */
  readonly lineHeight: number;
  /** Points, inside the cell, left/right and top/bottom; `minPaddingY` is the least the one-page fit may use. */
  readonly paddingX: number;
  readonly paddingY: number;
  readonly minPaddingY: number;
  readonly minRowHeight: number;
  /** Line widths in points. */
  readonly outerBorder: number;
  readonly innerBorder: number;
  /** Fill of band and head rows as `#RRGGBB`; absent = none. */
  readonly headFill?: string;
  readonly boldCategories: boolean;
  /** Try to keep the whole table on one page (table three). */
  readonly onePage: boolean;
}

export interface PageNumberStyle {
  readonly font: FontRoleName;
  readonly size: number;
  /** `#` stands for the number: `— # —`. */
  readonly form: string;
  /** Odd pages right and even left, one character in (`outside`), or centred. */
  readonly position: 'outside' | 'center';
  /** Inset from the text edge in characters. */
  readonly inset: number;
  /** Distance of the dash below the text block, millimetres. */
  readonly below: number;
}
