/**
 * The main document that docx wrote, brought into an office's file: its styles, its pages, and what stands before and after
 * the place of the report. Everything of the office's stands in content controls of one tag, so that readers of the report
 * can leave it aside.
 */
import { escapeXml } from '../xml.js';
import { type XmlNode, withDeclarations, xmlOfAll } from './xml-tree.js';

/** Tag of content controls that hold what an office's file says, not the report. */
const officeTag = 'nianbao-template';

/** Names of styles in text that this program wrote, put into those of the result. */
export function renamedStyles(xml: string, ids: ReadonlyMap<string, string>): string {
  return xml.replace(/<w:(pStyle|rStyle|tblStyle) w:val="([^"]*)"\/>/gu, (whole, kind: string, id: string) => {
    const found = ids.get(id);
    return found === undefined ? whole : `<w:${kind} w:val="${escapeXml(found)}"/>`;
  });
}

/** Paragraphs that name no style are of the body. */
export function withBodyStyle(xml: string, bodyId: string | undefined): string {
  if (bodyId === undefined) return xml;
  const style = `<w:pStyle w:val="${escapeXml(bodyId)}"/>`;
  return xml.replace(
    /<w:p\/>|<w:p>(?:<w:pPr>(?:(?=<w:pStyle )|(?=<w:sectPr\b))|<w:pPr\/>|(<w:pPr>))?/gu,
    (whole, properties: string | undefined) => {
      if (whole === '<w:p/>') return `<w:p><w:pPr>${style}</w:pPr></w:p>`;
      if (properties !== undefined) return `<w:p><w:pPr>${style}`;
      return whole === '<w:p><w:pPr>' ? whole : `<w:p><w:pPr>${style}</w:pPr>`;
    },
  );
}

/**
 * Marks that must be Chinese ask for the Chinese slot and no font of their own: the style's font is the office's. The lines of
 * tables are the office's too when its table style draws them.
 */
export function withoutOwnLooks(xml: string, drawsTables: boolean): string {
  const hinted = xml.replace(/<w:rFonts\b[^>]*w:hint="eastAsia"[^>]*\/>/gu, '<w:rFonts w:hint="eastAsia"/>');
  return drawsTables ? hinted.replace(/<w:tblBorders>.*?<\/w:tblBorders>/gsu, '') : hinted;
}

/** The properties of each section in turn, replaced. */
export function withSections(xml: string, make: (section: string, index: number) => string): string {
  let index = 0;
  return xml.replace(/<w:sectPr\b.*?<\/w:sectPr>/gsu, (section) => make(section, index++));
}

/** Whether a section lies sideways. */
export function isWide(section: string): boolean {
  return section.includes('w:orient="landscape"');
}

/** Properties of a section with these headers and footers instead of its own. */
export function withReferences(section: string, references: string): string {
  return section
    .replace(/<w:(?:header|footer)Reference\b[^>]*\/>/gu, '')
    .replace(/<w:sectPr\b[^>]*>/u, (open) => `${open}${references}`);
}

/** References to footers in the properties of the first section. */
export function footerReferences(xml: string): string {
  const first = /<w:sectPr\b.*?<\/w:sectPr>/su.exec(xml)?.[0] ?? '';
  return [...first.matchAll(/<w:footerReference\b[^>]*\/>/gu)].map(([one]) => one).join('');
}

/** The office's content as one block; empty for none. */
export function officeBlock(nodes: readonly XmlNode[]): string {
  if (nodes.length === 0) return '';
  return `<w:sdt><w:sdtPr><w:alias w:val="模板内容"/><w:tag w:val="${officeTag}"/></w:sdtPr><w:sdtContent>${xmlOfAll(nodes)}</w:sdtContent></w:sdt>`;
}

/** A paragraph that ends a section, one point high. */
export function sectionEnd(section: string): string {
  return `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>${section}</w:pPr></w:p>`;
}

/** The body with XML put at its beginning and before its last section's properties. */
export function surrounded(xml: string, before: string, after: string): string {
  const last = xml.lastIndexOf('<w:sectPr');
  const [head, tail] = [xml.slice(0, last), xml.slice(last)];
  return withDeclarations(`${head.replace(/<w:body>/u, (open) => `${open}${before}`)}${after}${tail}`);
}
