/**
 * The report's public data as a custom XML part (ECMA-376 part 1, 15.2.5): Word keeps it when the file is saved again, and
 * shows nothing of it.
 */
import type { EmbeddedData } from '../writer.js';
import { escapeXml, xmlHead } from './xml.js';

/** Namespace by which readers find the part among others that an office's own programs put there. */
export const EMBEDDED_NAMESPACE = 'urn:nianbao:data:1';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PROPERTIES = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
/** Any fixed one: it names the part within this file only. */
const ITEM_ID = '{6E69616E-6261-4F00-8000-000000000001}';

/** New parts and changes to parts that docx wrote. */
export interface EmbeddedParts {
  readonly parts: Readonly<Record<string, string>>;
  readonly edits: Readonly<Record<string, (xml: string) => string>>;
}

export function embeddedParts({ name, mediaType, bytes }: EmbeddedData): EmbeddedParts {
  const text = new TextDecoder().decode(bytes);
  return {
    parts: {
      'customXml/item1.xml': `${xmlHead}<data xmlns="${EMBEDDED_NAMESPACE}" name="${escapeXml(name)}" type="${escapeXml(mediaType)}">${escapeXml(text)}</data>`,
      'customXml/itemProps1.xml': `${xmlHead}<ds:datastoreItem xmlns:ds="${PROPERTIES}" ds:itemID="${ITEM_ID}"><ds:schemaRefs><ds:schemaRef ds:uri="${EMBEDDED_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
      'customXml/_rels/item1.xml.rels': `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
    },
    edits: {
      'word/_rels/document.xml.rels': (xml) =>
        xml.replace(
          '</Relationships>',
          `<Relationship Id="rIdData" Type="${RELATIONSHIPS}/customXml" Target="../customXml/item1.xml"/></Relationships>`,
        ),
      '[Content_Types].xml': (xml) =>
        xml.replace(
          '</Types>',
          `<Override PartName="/customXml/itemProps1.xml" ContentType="${PROPERTIES_TYPE}"/></Types>`,
        ),
    },
  };
}
