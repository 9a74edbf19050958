/**
 * `docProps/core.xml` and `docProps/app.xml`. Every date is the report's own day (design 7): docx writes the time of the
 * build and cannot be told otherwise.
 */
import type { ReportMeta } from '../../report/tree.js';
import { cleanText } from './characters.js';
import { escapeXml, xmlHead } from './xml.js';

/** Text of a property: no line breaks, nothing XML cannot hold. */
function propertyText(text: string): string {
  return escapeXml(cleanText(text).text.replace(/\s+/gu, ' ').trim());
}

/** `docProps/core.xml`: title, subject, agency as author, language, and the report's date as time of creation. */
export function corePart(meta: ReportMeta, language: string): string {
  const instant = `${meta.date}T00:00:00Z`;
  const agency = propertyText(meta.agency);
  const draft =
    meta.draftMark === undefined ? '' : `<cp:contentStatus>${propertyText(meta.draftMark)}</cp:contentStatus>`;
  return (
    `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${propertyText(meta.title)}</dc:title><dc:subject>${propertyText(meta.subject)}</dc:subject>` +
    `<dc:creator>${agency}</dc:creator><cp:lastModifiedBy>${agency}</cp:lastModifiedBy>` +
    `<dc:language>${escapeXml(language)}</dc:language>${draft}` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${instant}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${instant}</dcterms:modified></cp:coreProperties>`
  );
}

/** `docProps/app.xml`: the program as producer, the agency as company. */
export function applicationPart(meta: ReportMeta, generator: string): string {
  return (
    `${xmlHead}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
    `<Application>${propertyText(generator)}</Application><Company>${propertyText(meta.agency)}</Company></Properties>`
  );
}
