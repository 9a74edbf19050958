/**
 * `word/styles.xml`, written out here: docx cannot say `snapToGrid`, character-counted indents, linked styles or table
 * styles. Order of the elements follows CT_Style, CT_PPrBase and CT_RPr (ECMA-376 part 1, 17.7 and 17.3).
 */
import type { FontRoleName, PageStyle, TableLook, TextStyle, TextStyleName } from '../../report/style.js';
import { characterSpacing, halfPoints, type PageTwips, twipsOfPoints } from './measures.js';
import {
  cellStyleName,
  commentRole,
  type CellTextKind,
  fixedStyleIds,
  runInStyleId,
  type StyleName,
  textStyleNames,
} from './style-names.js';
import { escapeXml, xmlHead } from './xml.js';

const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/**
 * The whole part. `language` is the East Asian language of the text. Normal holds the body's font, size, indent and
 * spacing; every other style says all of its own, so that nothing of the body leaks into heads, tables or page numbers.
 */
export function stylesPart(style: PageStyle, page: PageTwips, language: string, hasComments = false): string {
  const names = Object.keys(textStyleNames) as TextStyleName[];
  const parts = [
    documentDefaults(style, language),
    ...names.map((name) => textStyle(name, style, page)),
    listParagraph(style, page),
    ...headingCharacterStyles(style),
    figure(),
    spacer(),
    header(),
    footer(style),
    characterStyles(style),
    tableStyles(),
    ...Object.entries(style.tables).flatMap(([look, measures]) => cellStyles(look, measures, style)),
    ...(hasComments ? commentStyles(style) : []),
  ];
  return `${xmlHead}<w:styles xmlns:w="${wordNamespace}">${parts.join('')}</w:styles>`;
}

/** Fonts of a role in all four slots: Western letters and digits in the Latin font, all else in the role's. */
function fonts(style: PageStyle, role: FontRoleName): string {
  const western = escapeXml(style.fonts.latin.name);
  return `<w:rFonts w:ascii="${western}" w:hAnsi="${western}" w:eastAsia="${escapeXml(style.fonts[role].name)}" w:cs="${western}"/>`;
}

function size(points: number): string {
  return `<w:sz w:val="${halfPoints(points)}"/><w:szCs w:val="${halfPoints(points)}"/>`;
}

function bold(on: boolean): string {
  const value = on ? '' : ' w:val="0"';
  return `<w:b${value}/><w:bCs${value}/>`;
}

function documentDefaults(style: PageStyle, language: string): string {
  const { body } = style.text;
  const run = `${fonts(style, body.font)}${size(body.wordSize)}<w:lang w:val="en-US" w:eastAsia="${escapeXml(language)}" w:bidi="ar-SA"/>`;
  return `<w:docDefaults><w:rPrDefault><w:rPr>${run}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`;
}

function paragraphStyle(name: StyleName, paragraph: string, run: string): string {
  const isNormal = name.id === 'Normal';
  const custom = name.alias === undefined ? '' : ' w:customStyle="1"';
  return (
    `<w:style w:type="paragraph"${isNormal ? ' w:default="1"' : ''}${custom} w:styleId="${escapeXml(name.id)}">` +
    `<w:name w:val="${escapeXml(name.name)}"/>` +
    (name.alias === undefined ? '' : `<w:aliases w:val="${escapeXml(name.alias)}"/>`) +
    (isNormal ? '' : `<w:basedOn w:val="${name.basedOn ?? 'Normal'}"/>`) +
    (name.next === undefined ? '' : `<w:next w:val="${name.next}"/>`) +
    (name.link === undefined ? '' : `<w:link w:val="${name.link}"/>`) +
    `<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`
  );
}

const alignments = { left: 'left', center: 'center', right: 'right', justify: 'both' } as const;

interface ParagraphMeasures {
  readonly keepNext?: boolean;
  readonly keepLines?: boolean;
  readonly snapToGrid?: boolean;
  /** `w:spacing` attributes. */
  readonly spacing: string;
  readonly indent: string;
  readonly align: keyof typeof alignments;
  readonly outlineLevel?: number;
}

/** No hung marks, no extra space between Chinese and digits: both would break the 28 characters of a line. */
function paragraphProperties(measures: ParagraphMeasures): string {
  const on = (value: boolean | undefined): string => (value === true ? '' : ' w:val="0"');
  return (
    `<w:keepNext${on(measures.keepNext)}/><w:keepLines${on(measures.keepLines)}/><w:widowControl w:val="0"/>` +
    `<w:kinsoku/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>` +
    `<w:snapToGrid${on(measures.snapToGrid ?? true)}/><w:spacing ${measures.spacing}/><w:ind ${measures.indent}/>` +
    `<w:jc w:val="${alignments[measures.align]}"/>` +
    (measures.outlineLevel === undefined ? '' : `<w:outlineLvl w:val="${measures.outlineLevel}"/>`)
  );
}

/** Indents both by length and by characters: Word follows the characters, LibreOffice only the length (libraries of R-33). */
function indent(firstLine: number, left: number, right: number, points: number): string {
  const twips = (characters: number): number => twipsOfPoints(characters * points);
  const hundredths = (characters: number): number => Math.round(characters * 100);
  return (
    `w:leftChars="${hundredths(left)}" w:left="${twips(left)}" w:rightChars="${hundredths(right)}" w:right="${twips(right)}" ` +
    `w:firstLineChars="${hundredths(firstLine)}" w:firstLine="${twips(firstLine)}"`
  );
}

const noIndent = indent(0, 0, 0, 0);

/**
 * Lines of exact height, the grid's own where the style names none: 22 a page in any font, and a Latin word or a mark of
 * another face does not move the base line.
 */
function textParagraph(name: StyleName, text: TextStyle, page: PageTwips): string {
  const line = text.linePitch === undefined ? page.linePitch : twipsOfPoints(text.linePitch);
  const lines = (count: number): number => Math.round(count * 100);
  const twips = (count: number): number => Math.round(count * page.linePitch);
  return paragraphProperties({
    keepNext: text.keepWithNext,
    keepLines: name.outlineLevel !== undefined,
    snapToGrid: false,
    spacing:
      `w:beforeLines="${lines(text.spaceBefore)}" w:before="${twips(text.spaceBefore)}" ` +
      `w:afterLines="${lines(text.spaceAfter)}" w:after="${twips(text.spaceAfter)}" w:line="${line}" w:lineRule="exact"`,
    indent: indent(text.firstLineIndent, text.leftIndent, text.rightIndent, text.wordSize),
    align: text.align,
    ...(name.outlineLevel === undefined ? {} : { outlineLevel: name.outlineLevel }),
  });
}

function textRun(text: TextStyle, style: PageStyle, page: PageTwips): string {
  const spacing = characterSpacing(style.page, page.textWidth, style.text.body, text);
  return `${fonts(style, text.font)}${bold(text.bold)}<w:color w:val="000000"/><w:spacing w:val="${spacing}"/>${size(text.wordSize)}`;
}

function textStyle(name: TextStyleName, style: PageStyle, page: PageTwips): string {
  const text = style.text[name];
  const styleName = textStyleNames[name];
  return paragraphStyle(styleName, textParagraph(styleName, text, page), textRun(text, style, page));
}

function listParagraph(style: PageStyle, page: PageTwips): string {
  const name: StyleName = { id: fixedStyleIds.listParagraph, name: 'List Paragraph' };
  return paragraphStyle(name, textParagraph(name, style.text.body, page), textRun(style.text.body, style, page));
}

function figure(): string {
  const measures = paragraphProperties({
    keepNext: true,
    spacing: 'w:before="0" w:after="0" w:line="240" w:lineRule="auto"',
    indent: noIndent,
    align: 'center',
  });
  return paragraphStyle({ id: fixedStyleIds.figure, name: 'Figure', alias: '图' }, measures, '');
}

/** A line of one point: stands where Word asks for a paragraph and nothing is to be seen. */
function spacer(): string {
  const measures = paragraphProperties({
    snapToGrid: false,
    spacing: 'w:before="0" w:after="0" w:line="20" w:lineRule="exact"',
    indent: noIndent,
    align: 'left',
  });
  return paragraphStyle({ id: fixedStyleIds.spacer, name: 'Table Spacer', alias: '表间' }, measures, size(1));
}

function header(): string {
  const measures = paragraphProperties({
    snapToGrid: false,
    spacing: 'w:before="0" w:after="0" w:line="240" w:lineRule="auto"',
    indent: noIndent,
    align: 'center',
  });
  return paragraphStyle({ id: fixedStyleIds.header, name: 'header' }, measures, '<w:spacing w:val="0"/>' + size(9));
}

/** Page number: digits in the Chinese font too (宋体 half-width digits, GB/T 9704-2012 clause 7.5). */
function footer(style: PageStyle): string {
  const { font, size: points } = style.pageNumber;
  const name = escapeXml(style.fonts[font].name);
  const line = twipsOfPoints(points);
  const measures = paragraphProperties({
    snapToGrid: false,
    spacing: `w:before="0" w:after="0" w:line="${line}" w:lineRule="exact"`,
    indent: noIndent,
    align: style.pageNumber.position === 'center' ? 'center' : 'right',
  });
  const run =
    `<w:rFonts w:hint="eastAsia" w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>` +
    `<w:spacing w:val="0"/>${size(points)}`;
  return paragraphStyle({ id: fixedStyleIds.footer, name: 'footer' }, measures, run);
}

function headingCharacterStyles(style: PageStyle): readonly string[] {
  const levels = [1, 2, 3, 4] as const;
  return levels.map((level) => {
    const { font, bold: isBold } = style.text[`heading${level}`];
    const id = level === 1 ? 'Heading1Char' : runInStyleId(level);
    return (
      `<w:style w:type="character" w:customStyle="1" w:styleId="${id}"><w:name w:val="Heading ${level} Char"/>` +
      `<w:basedOn w:val="DefaultParagraphFont"/><w:link w:val="Heading${level}"/>` +
      `<w:rPr>${fonts(style, font)}${bold(isBold)}</w:rPr></w:style>`
    );
  });
}

/** Links are printed black without a line (GB/T 9704-2012: colour black throughout); emphasis is 楷体, since Chinese has no italics. */
function characterStyles(style: PageStyle): string {
  const character = (id: string, name: string, run: string): string =>
    `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${name}"/>` +
    `<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>${run}</w:rPr></w:style>`;
  return (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>' +
    '<w:uiPriority w:val="1"/><w:semiHidden/></w:style>' +
    character(fixedStyleIds.hyperlink, 'Hyperlink', '<w:color w:val="000000"/>') +
    character(fixedStyleIds.strong, 'Strong', bold(true)) +
    character(fixedStyleIds.emphasis, 'Emphasis', fonts(style, 'kaiti'))
  );
}

function tableStyles(): string {
  const side = (name: string): string => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side).join('');
  const margins = (sides: number): string =>
    `<w:tblInd w:w="0" w:type="dxa"/>%<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="${sides}" w:type="dxa"/>` +
    `<w:bottom w:w="0" w:type="dxa"/><w:right w:w="${sides}" w:type="dxa"/></w:tblCellMar>`;
  return (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>' +
    `<w:semiHidden/><w:tblPr>${margins(108).replace('%', '')}</w:tblPr></w:style>` +
    `<w:style w:type="table" w:styleId="${fixedStyleIds.tableGrid}"><w:name w:val="Table Grid"/>` +
    '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/>' +
    `<w:tblPr>${margins(108).replace('%', `<w:tblBorders>${borders}</w:tblBorders>`)}</w:tblPr></w:style>` +
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
  );
}

/**
 * Text of cells: off the line grid and never of exact height, so that a row is as high as its text (R-34); `atLeast`
 * gives the look's line distance to fonts that would stand closer.
 */
function cellStyles(look: string, measures: TableLook, style: PageStyle): readonly string[] {
  const kinds: readonly CellTextKind[] = ['text', 'head', 'note'];
  const roles = { text: measures.font, head: measures.headFont, note: measures.noteFont };
  const paragraph = paragraphProperties({
    snapToGrid: false,
    spacing: `w:before="0" w:after="0" ${cellLine(measures, measures.size)}`,
    indent: noIndent,
    align: 'left',
  });
  return kinds.map((kind) =>
    paragraphStyle(
      cellStyleName(look, kind),
      paragraph,
      `${fonts(style, roles[kind])}${bold(false)}<w:spacing w:val="0"/>${size(measures.size)}`,
    ),
  );
}

/** Text of comments at 10 pt on lines of its own height, and the mark Word shows beside them. */
function commentStyles(style: PageStyle): readonly string[] {
  const measures = paragraphProperties({
    snapToGrid: false,
    spacing: 'w:before="0" w:after="0" w:line="240" w:lineRule="auto"',
    indent: noIndent,
    align: 'left',
  });
  const run = `${fonts(style, commentRole)}<w:spacing w:val="0"/>${size(10)}`;
  return [
    paragraphStyle({ id: fixedStyleIds.commentText, name: 'annotation text' }, measures, run),
    `<w:style w:type="character" w:styleId="${fixedStyleIds.commentReference}"><w:name w:val="annotation reference"/>` +
      `<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr></w:style>`,
  ];
}

/** `w:line` of cell text at a size in points. */
function cellLine(measures: TableLook, points: number): string {
  return `w:line="${twipsOfPoints(measures.lineHeight * points)}" w:lineRule="atLeast"`;
}
