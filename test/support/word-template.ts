/** Word templates as offices make them, from hand-made parts: a careful one with letterhead, logo and even footer, and its changes. */
import { strToU8, zipSync } from 'fflate';
import type { PageStyle, WordTemplate } from '../../src/report/style.js';
import { docxStyle } from './docx-fixtures.js';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';
const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  `xmlns:r="${office}" xmlns:wp="${drawing}/wordprocessingDrawing" xmlns:a="${drawing}/main" xmlns:pic="${drawing}/picture" ` +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"';

/** One red pixel. */
const logo = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC'),
  (character) => character.charCodeAt(0),
);

function fonts(eastAsian: string): string {
  return `<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="${eastAsian}" w:cs="Arial"/>`;
}

function style(id: string, name: string, paragraph: string, run: string, more = '<w:basedOn w:val="a"/>'): string {
  return (
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}<w:qFormat/><w:rsid w:val="00AB12CD"/>` +
    `<w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`
  );
}

const flush = '<w:ind w:firstLineChars="0" w:firstLine="0"/>';
const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="8" w:space="0" w:color="1F3864"/>`)
  .join('');

const normal = style(
  'a',
  'Normal',
  '<w:spacing w:line="440" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="560"/><w:jc w:val="both"/>',
  `${fonts('宋体')}<w:sz w:val="28"/>`,
  '',
).replace('w:type="paragraph"', 'w:type="paragraph" w:default="1"');

/** Styles by the ids that a Chinese Word gives them. */
export const officeStyleParts: Readonly<Record<string, string>> = {
  defaults:
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>',
  normal,
  title: style(
    'a3',
    'Title',
    `${flush}<w:jc w:val="center"/>`,
    `${fonts('黑体')}<w:color w:val="C00000"/><w:sz w:val="40"/>`,
  ),
  heading1: style(
    '1',
    'heading 1',
    '<w:keepNext/><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>',
    `${fonts('黑体')}<w:sz w:val="30"/>`,
    '<w:basedOn w:val="a"/><w:next w:val="a"/><w:link w:val="10"/>',
  ),
  heading2: style(
    '2',
    'heading 2',
    '<w:keepNext/><w:outlineLvl w:val="1"/>',
    `${fonts('楷体')}<w:b/><w:sz w:val="32"/>`,
  ),
  header: style('a5', 'header', `${flush}<w:jc w:val="left"/>`, '<w:sz w:val="18"/>'),
  footer: style('a7', 'footer', `${flush}<w:jc w:val="center"/>`, '<w:sz w:val="21"/>'),
  letterhead: style(
    'ac',
    '红头',
    `${flush}<w:jc w:val="center"/>`,
    `${fonts('黑体')}<w:color w:val="FF0000"/><w:sz w:val="72"/>`,
  ),
  others:
    '<w:style w:type="character" w:default="1" w:styleId="a0"><w:name w:val="Default Paragraph Font"/></w:style>' +
    `<w:style w:type="character" w:customStyle="1" w:styleId="10"><w:name w:val="标题 1 字符"/><w:basedOn w:val="a0"/><w:link w:val="1"/><w:rPr><w:sz w:val="30"/></w:rPr></w:style>` +
    '<w:style w:type="table" w:default="1" w:styleId="a1"><w:name w:val="Normal Table"/></w:style>' +
    `<w:style w:type="table" w:styleId="ab"><w:name w:val="Table Grid"/><w:basedOn w:val="a1"/><w:tblPr><w:tblBorders>${borders}</w:tblBorders></w:tblPr></w:style>`,
};

export function stylesPart(parts: Readonly<Record<string, string>>): string {
  return `${head}<w:styles ${namespaces}>${Object.values(parts).join('')}</w:styles>`;
}

export function picture(id: string, attribute = 'r:embed'): string {
  return (
    '<w:r><w:drawing><wp:inline><wp:extent cx="360000" cy="360000"/><wp:docPr id="9" name="logo" descr="单位标识"/>' +
    `<a:graphic><a:graphicData uri="${drawing}/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="9" name="logo"/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip ${attribute}="${id}"><a:extLst><a:ext uri="{28A0092B}"/></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>' +
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
  );
}

export function field(instruction: string, shown = '1'): string {
  const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  return (
    `${mark('begin')}<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>${mark('separate')}` +
    `<w:r><w:t>${shown}</w:t></w:r>${mark('end')}`
  );
}

export function paragraph(text: string, styleId?: string): string {
  const properties = styleId === undefined ? '' : `<w:pPr><w:pStyle w:val="${styleId}"/></w:pPr>`;
  return `<w:p w:rsidR="00AA11BB">${properties}<w:r><w:t>${text}</w:t></w:r></w:p>`;
}

export function footerPart(text: string): string {
  return (
    `${head}<w:ftr ${namespaces}><w:sdt><w:sdtPr><w:id w:val="1"/></w:sdtPr><w:sdtContent>` +
    `<w:p><w:pPr><w:pStyle w:val="a7"/></w:pPr><w:r><w:t xml:space="preserve">${text} </w:t></w:r>${field('PAGE')}</w:p></w:sdtContent></w:sdt></w:ftr>`
  );
}

/** A header that names the office in two runs, as Word parts them. */
export function headerPart(content = picture('rId1')): string {
  return (
    `${head}<w:hdr ${namespaces}><w:p w14:paraId="1A"><w:pPr><w:pStyle w:val="a5"/></w:pPr>${content}` +
    '<w:r><w:t xml:space="preserve"> {{</w:t></w:r><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>单位</w:t></w:r><w:r><w:t>}}</w:t></w:r></w:p></w:hdr>'
  );
}

export const sectionProperties =
  '<w:sectPr><w:headerReference w:type="default" r:id="rId10"/><w:footerReference w:type="even" r:id="rId12"/><w:footerReference w:type="default" r:id="rId11"/>' +
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1417" w:bottom="1417" w:left="1701" w:header="851" w:footer="850" w:gutter="0"/>' +
  '<w:cols w:space="425"/><w:titlePg w:val="0"/><w:docGrid w:type="lines" w:linePitch="312"/></w:sectPr>';

export const letterhead =
  '<w:p><w:pPr><w:pStyle w:val="ac"/></w:pPr><w:bookmarkStart w:id="0" w:name="s1"/><w:r><w:t>青山县人民政府</w:t></w:r><w:bookmarkEnd w:id="0"/></w:p>';
export const mark = paragraph('{{正文}}');
export const imprint = paragraph('抄送：县政府办公室。');

export function documentPart(blocks: string, section = sectionProperties): string {
  return `${head}<w:document ${namespaces}><w:body>${blocks}${section}</w:body></w:document>`;
}

export function relationsPart(...relations: readonly (readonly [id: string, kind: string, target: string])[]): string {
  const elements = relations.map(([id, kind, target]) => {
    const mode = /^(?:[a-z]+:|\\\\)/iu.test(target) ? ' TargetMode="External"' : '';
    return `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"${mode}/>`;
  });
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${elements.join('')}</Relationships>`;
}

export function numberingPart(level: string): string {
  return `${head}<w:numbering ${namespaces}><w:abstractNum w:abstractNumId="0">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
}

export const documentRelations = [
  ['rId1', 'styles', 'styles.xml'],
  ['rId2', 'settings', 'settings.xml'],
  ['rId3', 'fontTable', 'fontTable.xml'],
  ['rId10', 'header', 'header1.xml'],
  ['rId11', 'footer', 'footer1.xml'],
  ['rId12', 'footer', 'footer2.xml'],
] as const;

type PartChanges = Readonly<Record<string, string | Uint8Array | undefined>>;

/** Bytes of the careful template; a part of the changes takes the place of its own, undefined takes it out. */
export function officeTemplate(changes: PartChanges = {}): Uint8Array {
  const parts: PartChanges = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relationsPart(['rId1', 'officeDocument', 'word/document.xml']),
    'word/document.xml': documentPart(`${letterhead}${mark}${imprint}<w:p/>`),
    'word/styles.xml': stylesPart(officeStyleParts),
    'word/settings.xml': `${head}<w:settings ${namespaces}><w:attachedTemplate r:id="rId1"/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/></w:settings>`,
    'word/fontTable.xml': `${head}<w:fonts ${namespaces}><w:font w:name="楷体"><w:charset w:val="86"/><w:embedRegular r:id="rId7"/></w:font></w:fonts>`,
    'word/header1.xml': headerPart(),
    'word/footer1.xml': footerPart('单'),
    'word/footer2.xml': footerPart('双'),
    'word/media/logo.png': logo,
    'word/_rels/header1.xml.rels': relationsPart(['rId1', 'image', 'media/logo.png']),
    'word/_rels/settings.xml.rels': relationsPart(['rId1', 'attachedTemplate', 'file:///C:/Users/x/Normal.dotm']),
    'word/_rels/document.xml.rels': relationsPart(...documentRelations),
    ...changes,
  };
  const files = Object.entries(parts).flatMap(([path, data]) =>
    data === undefined ? [] : [[path, typeof data === 'string' ? strToU8(data) : data] as const],
  );
  return zipSync(Object.fromEntries(files), { mtime: '2024-01-01' });
}

/** The fixture style in the look of a template. */
export function templateStyle(bytes: Uint8Array, styles: WordTemplate['styles'] = {}): PageStyle {
  return { ...docxStyle, wordTemplate: { file: '公文模板.dotx', bytes, styles } };
}
