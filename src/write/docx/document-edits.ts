/**
 * Small changes to XML that docx wrote, for what it cannot say. Each is a pure function from text to text.
 */
import type { PageStyle } from '../../report/style.js';
import type { TableDescription } from './context.js';
import { escapeXml } from './xml.js';

/** Puts `w:tblCaption` and `w:tblDescription` last into the properties of each table, in order. */
export function describeTables(xml: string, descriptions: readonly TableDescription[]): string {
  let index = 0;
  return xml.replace(/<\/w:tblPr>/gu, (end) => {
    const description = descriptions[index++];
    if (description === undefined) return end;
    const { name, summary } = description;
    return `<w:tblCaption w:val="${escapeXml(name)}"/><w:tblDescription w:val="${escapeXml(summary)}"/>${end}`;
  });
}

/** The theme with the style's own fonts and no others: no theme font can win or be reported missing. */
export function themeFonts(xml: string, { fonts, text }: PageStyle): string {
  const collection = (tag: string, eastAsian: string): string =>
    `<a:${tag}><a:latin typeface="${escapeXml(fonts.latin.name)}"/><a:ea typeface="${escapeXml(eastAsian)}"/><a:cs typeface=""/>` +
    `<a:font script="Hans" typeface="${escapeXml(eastAsian)}"/></a:${tag}>`;
  const scheme = `${collection('majorFont', fonts[text.heading1.font].name)}${collection('minorFont', fonts[text.body.font].name)}`;
  return xml.replace(
    /(<a:fontScheme\b[^>]*>).*<\/a:fontScheme>/su,
    (_, open: string) => `${open}${scheme}</a:fontScheme>`,
  );
}
