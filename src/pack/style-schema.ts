/**
 * The form of style.yaml as data: every measure of `PageStyle` with the range in which it can make sense. Nothing has a
 * default, since a pack holds every measure.
 */
import type { FontRoleName, PageStyle, TextStyleName, WordStyleRole } from '../report/style.js';
import { choice, fields, flag, list, number, optional, placed, record, text, whole } from './shape.js';
import type { Placed, Shape } from './shape.js';

const fontRole = choice('biaosong', 'fangsong', 'kaiti', 'heiti', 'songti', 'latin');
const points = number(4, 120);
const indent = number(0, 40);
const lines = number(0, 20);

const textStyle = fields({
  font: fontRole,
  size: points,
  word_size: points,
  bold: flag(),
  align: choice('left', 'center', 'right', 'justify'),
  first_line_indent: indent,
  left_indent: indent,
  right_indent: indent,
  space_before: lines,
  space_after: lines,
  line_pitch: optional(number(4, 200)),
  keep_with_next: flag(),
});

const tableLook = fields({
  font: fontRole,
  head_font: fontRole,
  note_font: fontRole,
  size: points,
  min_size: points,
  line_height: number(1, 4),
  padding_x: number(0, 40),
  padding_y: number(0, 40),
  min_padding_y: number(0, 40),
  min_row_height: number(0, 200),
  outer_border: number(0, 10),
  inner_border: number(0, 10),
  head_fill: optional(text('colour')),
  bold_categories: flag(),
  one_page: flag(),
});

const fontNames = fields({ name: text(), alternatives: list(text(), 20) });

const fonts: Shape<
  Readonly<Record<FontRoleName, { readonly name: string; readonly alternatives: readonly string[] }>>
> = fields({
  biaosong: fontNames,
  fangsong: fontNames,
  kaiti: fontNames,
  heiti: fontNames,
  songti: fontNames,
  latin: fontNames,
});

const textStyles: Shape<PageStyle['text']> = fields({
  title: textStyle,
  subtitle: textStyle,
  lead_heading: textStyle,
  heading1: textStyle,
  heading2: textStyle,
  heading3: textStyle,
  heading4: textStyle,
  body: textStyle,
  quote: textStyle,
  annex_line: textStyle,
  annex_mark: textStyle,
  table_title: textStyle,
  table_subtitle: textStyle,
  table_line: textStyle,
  table_unit: textStyle,
  table_note: textStyle,
  table_signoff: textStyle,
  figure_caption: textStyle,
  signature: textStyle,
  date: textStyle,
  footnote: textStyle,
} satisfies Record<SnakeCase<TextStyleName>, typeof textStyle>);

/** `tableTitle` → `table_title`: so that a style name added to the type is missed here at compile time. */
type SnakeCase<S extends string> = S extends `${infer C}${infer R}`
  ? C extends Uppercase<C>
    ? C extends Lowercase<C>
      ? `${C}${SnakeCase<R>}`
      : `_${Lowercase<C>}${SnakeCase<R>}`
    : `${C}${SnakeCase<R>}`
  : S;

/** The style as written: the Word file by its name. */
export interface StyleFields extends Omit<PageStyle, 'wordTemplate'> {
  readonly wordTemplate?: Placed<string>;
  readonly wordStyles?: Readonly<Partial<Record<WordStyleRole, string>>>;
}

const styleName = optional(text());

/** Names of styles in the office's own Word file, by what they are for. */
const wordStyles: Shape<NonNullable<StyleFields['wordStyles']>> = fields({
  title: styleName,
  subtitle: styleName,
  lead_heading: styleName,
  heading1: styleName,
  heading2: styleName,
  heading3: styleName,
  heading4: styleName,
  body: styleName,
  quote: styleName,
  annex_line: styleName,
  annex_mark: styleName,
  table_title: styleName,
  table_subtitle: styleName,
  table_line: styleName,
  table_unit: styleName,
  table_note: styleName,
  table_signoff: styleName,
  figure_caption: styleName,
  signature: styleName,
  date: styleName,
  footnote: styleName,
  list_paragraph: styleName,
  table: styleName,
  table_text: styleName,
  table_head: styleName,
  table_cell_note: styleName,
} satisfies Record<SnakeCase<WordStyleRole>, typeof styleName>);

/** style.yaml after the parent's was merged in. */
export const styleShape: Shape<StyleFields> = fields({
  page: fields({
    width: number(50, 1200),
    height: number(50, 1200),
    top: number(0, 300),
    left: number(0, 300),
    text_width: number(20, 1200),
    text_height: number(20, 1200),
    lines: whole(1, 200),
    characters: whole(1, 200),
    pitch: number(4, 200),
  }),
  fonts,
  text: textStyles,
  tables: record(tableLook, 40),
  page_number: fields({
    font: fontRole,
    size: points,
    form: text(),
    position: choice('outside', 'center'),
    inset: indent,
    below: number(0, 100),
  }),
  draft_mark: fields({ font: fontRole, size: number(4, 400), colour: text('colour') }),
  word_template: optional(placed(text())),
  word_styles: optional(wordStyles),
});
