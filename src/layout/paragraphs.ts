/** Title, headings, paragraphs and list items as lines of text, not yet on pages. */
import type { ParagraphRole, Heading, Inline, Paragraph, Title } from '../report/tree.js';
import type { PageStyle, TextStyle, TextStyleName } from '../report/style.js';
import { breakLines } from './break-lines.js';
import { trackingFor, type Geometry } from './geometry.js';
import { structureNode, type HeadingRole, type Run, type StructureNode } from './model.js';
import { lineWidth, runsOf } from './runs.js';
import type { SetCharacter, TextPlace, TextSetter } from './set-text.js';

/** A line of a text block: runs with x from the frame's left edge. */
export interface SetLine {
  readonly runs: readonly Run[];
  readonly width: number;
  /** Node of each run, where the line holds a list marker or run-in heading that is a node of its own. */
  readonly nodes?: readonly StructureNode[];
}

/** A block of lines ready for the page. Spaces and pitch are points. */
export interface TextUnit {
  readonly type: 'text';
  readonly lines: readonly SetLine[];
  readonly size: number;
  readonly pitch: number;
  /** Its lines sit on the line grid of the page. */
  readonly onGrid: boolean;
  readonly spaceBefore: number;
  readonly spaceAfter: number;
  readonly keepWithNext: boolean;
  /** So many of its lines stand together at the foot of a page: a run-in heading does not end one. */
  readonly leastLines: number;
  /** Space before it stays at the top of a page. */
  readonly keepsSpaceBefore: boolean;
  readonly node: StructureNode;
  readonly role: TextStyleName;
  readonly bookmark?: { readonly title: string; readonly level: number };
}

/** What setting text needs to know. */
export interface TextContext {
  readonly style: PageStyle;
  readonly geometry: Geometry;
  readonly setter: TextSetter;
}

interface UnitOptions {
  readonly node: StructureNode;
  /** What stands before the inlines in a font of its own, each a node: list marker, run-in heading. */
  readonly leads?: readonly Lead[];
  readonly bookmark?: { readonly title: string; readonly level: number };
  readonly isRunIn?: boolean;
  readonly place: TextPlace;
  readonly width: number;
}

interface Lead {
  readonly node: StructureNode;
  readonly characters: readonly SetCharacter[];
}

/** Marker of a list item, and the node it is the label of. */
export interface Marker {
  readonly text: string;
  readonly item: StructureNode;
}

const PLACE_NAMES: Readonly<Record<TextStyleName, string>> = {
  title: '标题',
  subtitle: '副标题',
  leadHeading: '引言标题',
  heading1: '一级标题',
  heading2: '二级标题',
  heading3: '三级标题',
  heading4: '四级标题',
  body: '正文',
  quote: '引文',
  annexLine: '附件说明',
  annexMark: '附件标识',
  tableTitle: '表题',
  tableSubtitle: '表题下说明',
  tableLine: '表头说明行',
  tableUnit: '表的单位',
  tableNote: '表注',
  tableSignoff: '表下签署行',
  figureCaption: '图题',
  signature: '署名',
  date: '成文日期',
  footnote: '附注',
};

/** The report's title: every printed line centred on its own, broken by sense where it was given so. */
export function titleUnit(title: Title, context: TextContext, parent: StructureNode, width: number): TextUnit {
  const lines: Inline[] = [];
  title.lines.forEach((line, i) => {
    if (i > 0) lines.push({ type: 'lineBreak' });
    lines.push(...line);
  });
  const unit = textUnit('title', lines, context, {
    node: structureNode('H1', parent),
    place: placeOf('title', title.origin),
    width,
  });
  return { ...unit, keepsSpaceBefore: true, keepWithNext: true };
}

/** A heading of its own line. `tagLevel` is its depth in the structure, 2 below the title. */
export function headingUnit(
  heading: Heading,
  context: TextContext,
  parent: StructureNode,
  width: number,
  tagLevel: number,
): TextUnit {
  const role: TextStyleName = `heading${heading.level}`;
  const number: Inline = { type: 'text', value: heading.number };
  const inlines = [number, ...heading.children];
  return textUnit(role, inlines, context, {
    node: structureNode(headingRole(tagLevel), parent),
    place: placeOf(role, heading.origin),
    bookmark: { title: textOf(inlines), level: heading.level },
    width,
  });
}

/**
 * A paragraph, with its run-in heading set in the font of that heading's level. The run-in heading is a heading of the
 * structure too, of level `tagLevel`, as are the headings that stand as paragraphs (引言, title of an annex).
 */
export function paragraphUnit(
  paragraph: Paragraph,
  context: TextContext,
  parent: StructureNode,
  width: number,
  tagLevel: number,
  marker?: Marker,
): TextUnit {
  const place = placeOf(paragraph.role, paragraph.origin);
  const { runIn } = paragraph;
  const leads: Lead[] = [];
  if (marker !== undefined && marker.text !== '') {
    const characters = context.setter.setText(marker.text, settingOf(paragraph.role, context), place);
    leads.push({ node: labelOf(marker.item), characters });
  }
  if (runIn !== undefined) {
    const setting = settingOf(`heading${runIn.level}`, context);
    const inlines: Inline[] = [{ type: 'text', value: runIn.number }, ...runIn.children];
    leads.push({
      node: structureNode(headingRole(tagLevel), parent),
      characters: context.setter.set(inlines, setting, place),
    });
  }
  return textUnit(paragraph.role, paragraph.children, context, {
    node: paragraphNode(paragraph.role, parent, tagLevel),
    leads,
    place,
    width,
    ...(runIn === undefined
      ? {}
      : {
          isRunIn: true,
          bookmark: { title: textOf([{ type: 'text', value: runIn.number }, ...runIn.children]), level: runIn.level },
        }),
  });
}

/** Label of a list item; it stands before the item's body. */
function labelOf(item: StructureNode): StructureNode {
  const label: StructureNode = { role: 'Lbl', parent: item, children: [], attributes: {} };
  item.children.unshift(label);
  return label;
}

function paragraphNode(role: ParagraphRole, parent: StructureNode, tagLevel: number): StructureNode {
  if (isHeadingRole(role)) return structureNode(headingRole(tagLevel), parent);
  if (role === 'quote') return structureNode('P', structureNode('BlockQuote', parent));
  return structureNode(role === 'figureCaption' ? 'Caption' : 'P', parent);
}

/** Paragraphs that head what follows: they are headings of the structure. */
export function isHeadingRole(role: ParagraphRole): boolean {
  return role === 'leadHeading' || role === 'tableTitle';
}

/**
 * 署名 and 成文日期 without a seal: the date begins two characters right of the signature; when it would come nearer to the
 * edge than the style's indent, it stands at that indent and the signature moves left (GB/T 9704-2012 7.3.5.2).
 */
export function alignSignature(signature: TextUnit, date: TextUnit, context: TextContext, width: number): TextUnit[] {
  const [first] = signature.lines;
  const [second] = date.lines;
  if (signature.lines.length !== 1 || date.lines.length !== 1 || first === undefined || second === undefined) {
    return [signature, date];
  }
  const edge = width - context.style.text.signature.rightIndent * context.geometry.cell;
  const offset = 2 * context.geometry.cell;
  let signatureX = edge - first.width;
  let dateX = signatureX + offset;
  if (dateX + second.width > edge) {
    dateX = edge - second.width;
    signatureX = dateX - offset;
  }
  return [moved(signature, first, signatureX), moved(date, second, dateX)];
}

function moved(unit: TextUnit, line: SetLine, x: number): TextUnit {
  const shift = x - (line.runs[0]?.x ?? 0);
  return { ...unit, lines: [{ ...line, runs: line.runs.map((run) => ({ ...run, x: run.x + shift })) }] };
}

/** Setting of a style: font role, size and spacing on the grid. */
export function settingOf(
  role: TextStyleName,
  { style, geometry }: TextContext,
): { role: TextStyle['font']; size: number; bold: boolean; tracking: number } {
  const text = style.text[role];
  return { role: text.font, size: text.size, bold: text.bold, tracking: trackingFor(text.size, geometry) };
}

function textUnit(
  role: TextStyleName,
  inlines: readonly Inline[],
  context: TextContext,
  options: UnitOptions,
): TextUnit {
  const { style, geometry, setter } = context;
  const text = style.text[role];
  const setting = settingOf(role, context);
  const leads = options.leads ?? [];
  const characters = [...leads.flatMap((lead) => lead.characters), ...setter.set(inlines, setting, options.place)];
  const cuts = leads.map((_, i) => leads.slice(0, i + 1).reduce((sum, lead) => sum + lead.characters.length, 0));
  const cell = setting.size + setting.tracking;
  const left = text.leftIndent * cell;
  const right = text.rightIndent * cell;
  let firstIndent = left + text.firstLineIndent * cell;
  let restIndent = left;
  if (role === 'annexLine') {
    const hanging = annexIndents(characters);
    firstIndent += hanging.first;
    restIndent = firstIndent + hanging.rest;
  }
  const justify = text.align === 'justify';
  const first = options.width - firstIndent - right;
  const rest = options.width - restIndent - right;
  const broken = breakLines(characters, { first, rest, justify, neverOverfull: true });
  const lines = broken.lines.map((line, i): SetLine => {
    const width = lineWidth(characters, broken, line);
    const indent = i === 0 ? firstIndent : restIndent;
    const room = (i === 0 ? first : rest) - width;
    const shift = text.align === 'right' ? room : text.align === 'center' ? room / 2 : 0;
    const runs = runsOf(characters, broken, line, indent + shift, cuts);
    if (line.start >= (cuts.at(-1) ?? 0)) return { runs, width };
    let at = line.start;
    const nodes = runs.map((run) => {
      const node = leads[cuts.findIndex((cut) => at < cut)]?.node ?? options.node;
      at += Array.from(run.text).length;
      return node;
    });
    return { runs, width, nodes };
  });
  const pitch = text.linePitch ?? geometry.pitch;
  return {
    type: 'text',
    lines,
    size: text.size,
    pitch,
    onGrid: text.linePitch === undefined,
    spaceBefore: text.spaceBefore * geometry.pitch,
    spaceAfter: text.spaceAfter * geometry.pitch,
    keepWithNext: text.keepWithNext,
    leastLines: options.isRunIn === true ? Math.min(2, lines.length) : 1,
    keepsSpaceBefore: false,
    node: options.node,
    role,
    ...(options.bookmark === undefined ? {} : { bookmark: options.bookmark }),
  };
}

/**
 * Indents of an annex line (GB/T 9704-2012 7.3.4): turned lines stand under the name, and a line that begins with its number
 * stands under the number of the first (附件：1.xxx over 2.xxx).
 */
function annexIndents(characters: readonly SetCharacter[]): { readonly first: number; readonly rest: number } {
  const text = characters.map((character) => character.text).join('');
  const widthOf = (count: number): number =>
    characters.slice(0, count).reduce((sum, character) => sum + character.width, 0);
  const mark = /^附件：(?:\d+[.．])?/u.exec(text);
  if (mark !== null) return { first: 0, rest: widthOf(mark[0].length) };
  const number = /^\d+[.．]/u.exec(text);
  if (number === null) return { first: 0, rest: 0 };
  const body = characters.find((character) => !character.latin)?.width ?? 0;
  return { first: 3 * body, rest: widthOf(number[0].length) };
}

const HEADING_ROLES: readonly HeadingRole[] = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'];

function headingRole(level: number): HeadingRole {
  return HEADING_ROLES[level - 1] ?? 'H6';
}

function placeOf(role: TextStyleName | ParagraphRole, origin: Paragraph['origin']): TextPlace {
  return { name: PLACE_NAMES[role], ...(origin === undefined ? {} : { origin }) };
}

/** Text of inlines on one line, for bookmarks. */
function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) =>
      inline.type === 'text'
        ? inline.value
        : inline.type === 'link'
          ? inline.children.map((child) => child.value).join('')
          : '',
    )
    .join('');
}
