/** The styles this program writes with, and by which names an office's file may have them. */
import type { PageStyle, TextStyleName, WordStyleRole } from '../../../report/style.js';
import { type CellTextKind, cellStyleName, fixedStyleIds, textStyleNames, type StyleName } from '../style-names.js';
import type { StyleType } from './office-styles.js';

export interface StyleRole {
  /** Id in the text that this program writes. */
  readonly id: string;
  readonly type: StyleType;
  /** Name, alias and the names that Chinese Word and WPS show for it. */
  readonly names: readonly string[];
  /** How it is called in messages. */
  readonly shown: string;
  /** Key under `word_styles`. */
  readonly role?: WordStyleRole;
  readonly text?: TextStyleName;
}

/** Names that Chinese programs show, and some write, for built-in styles. */
const chineseNames: Readonly<Record<string, readonly string[]>> = {
  Normal: ['正文'],
  Title: ['标题'],
  Subtitle: ['副标题'],
  Heading1: ['标题 1'],
  Heading2: ['标题 2'],
  Heading3: ['标题 3'],
  Heading4: ['标题 4'],
  Caption: ['题注'],
  Quote: ['引用'],
  Signature: ['签名', '落款'],
  Date: ['日期', '成文日期'],
  Header: ['页眉'],
  Footer: ['页脚'],
  TableGrid: ['网格型', '表格网格'],
  Hyperlink: ['超链接', 'Internet Link'],
  Strong: ['要点'],
  Emphasis: ['强调'],
};

const fixed: readonly (readonly [id: string, type: StyleType, name: string])[] = [
  [fixedStyleIds.figure, 'paragraph', 'Figure'],
  [fixedStyleIds.spacer, 'paragraph', 'Table Spacer'],
  [fixedStyleIds.header, 'paragraph', 'header'],
  [fixedStyleIds.footer, 'paragraph', 'footer'],
  [fixedStyleIds.commentText, 'paragraph', 'annotation text'],
  [fixedStyleIds.tableGrid, 'table', 'Table Grid'],
  [fixedStyleIds.hyperlink, 'character', 'Hyperlink'],
  [fixedStyleIds.strong, 'character', 'Strong'],
  [fixedStyleIds.emphasis, 'character', 'Emphasis'],
  [fixedStyleIds.commentReference, 'character', 'annotation reference'],
];

const cellRoles: Readonly<Record<CellTextKind, WordStyleRole>> = {
  text: 'tableText',
  head: 'tableHead',
  note: 'tableCellNote',
};

/** Every style but the body's and the list's, which follow it; those of cells for each look of tables. */
export function styleRoles(style: PageStyle): readonly StyleRole[] {
  const texts = (Object.keys(textStyleNames) as TextStyleName[]).map((text) => ({
    ...ofName(textStyleNames[text]),
    role: text,
    text,
  }));
  const cells = Object.keys(style.tables).flatMap((look) =>
    (Object.keys(cellRoles) as CellTextKind[]).map((kind) => ({
      ...ofName(cellStyleName(look, kind)),
      role: cellRoles[kind],
    })),
  );
  const others = fixed.map(([id, type, name]): StyleRole => ({
    ...ofName({ id, name }),
    type,
    ...(id === fixedStyleIds.tableGrid ? { role: 'table' } : {}),
  }));
  return [...texts, ...cells, ...others];
}

function ofName({ id, name, alias }: StyleName): StyleRole {
  const chinese = chineseNames[id] ?? [];
  const names = [name, ...(alias === undefined ? [] : [alias]), ...chinese];
  return { id, type: 'paragraph', names, shown: alias ?? chinese[0] ?? name };
}
