/**
 * Takes the public data out of a published file again, wherever it travels: Source attachment of a PDF, custom XML part of a
 * Word file, data block of a web page. Files may be hostile; nothing in them runs and nothing is written.
 */
import { getDocumentProxy } from 'unpdf';
import { safeUnzip } from '../archive/zip-read.js';
import type { Outcome } from '../diagnostic/diagnostic.js';
import { attribute, readXml } from '../sheet/xml-events.js';
import { unreadable } from './findings.js';
import { dataBlockOf } from './read-html.js';

/** Kinds of published files that can carry data. */
export type CarrierKind = 'pdf' | 'docx' | 'html';

const FILE_NAME = 'nianbao-data.json';
const NAMESPACE = 'urn:nianbao:data:1';
const BLOCK_ID = 'nianbao-data';

/** Bytes of the bundle as it was put in; no value and no finding when the file carries none (stripped, or built without). */
export async function extractData(bytes: Uint8Array, kind: CarrierKind, name: string): Promise<Outcome<Uint8Array>> {
  switch (kind) {
    case 'pdf':
      return fromPdf(bytes, name);
    case 'docx':
      return fromDocx(bytes, name);
    case 'html':
      return fromHtml(bytes);
  }
}

async function fromPdf(bytes: Uint8Array, name: string): Promise<Outcome<Uint8Array>> {
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, verbosity: 0 });
    try {
      const attached = (await document.getAttachments()) as Readonly<
        Record<string, { readonly content?: Uint8Array } | undefined>
      > | null;
      const content = Object.hasOwn(attached ?? {}, FILE_NAME) ? attached?.[FILE_NAME]?.content : undefined;
      return content === undefined ? { diagnostics: [] } : { value: content, diagnostics: [] };
    } finally {
      await document.destroy();
    }
  } catch {
    return { diagnostics: [unreadable(name)] };
  }
}

function fromDocx(bytes: Uint8Array, name: string): Outcome<Uint8Array> {
  const parts = safeUnzip(bytes, name);
  if (parts.value === undefined) return { diagnostics: parts.diagnostics };
  for (const [path, part] of parts.value) {
    // Word renames the part when it saves the file: it is known by its namespace.
    if (!/^customXml\/item\d*\.xml$/u.test(path)) continue;
    const text = textOfPart(part);
    if (text !== undefined) return { value: new TextEncoder().encode(text), diagnostics: [] };
  }
  return { diagnostics: [] };
}

function textOfPart(part: Uint8Array): string | undefined {
  const pieces: string[] = [];
  let isOurs = false;
  let depth = 0;
  const isWellFormed = readXml(part, {
    open: (_, attributes) => {
      depth += 1;
      if (depth === 1)
        isOurs = attribute(attributes, 'xmlns') === NAMESPACE || Object.values(attributes).includes(NAMESPACE);
    },
    text: (text) => {
      if (isOurs) pieces.push(text);
    },
  });
  return isWellFormed && isOurs ? pieces.join('') : undefined;
}

/** The block writes `<` as JSON may write it; read and written again it is what was put in. */
function fromHtml(bytes: Uint8Array): Outcome<Uint8Array> {
  const block = dataBlockOf(bytes, BLOCK_ID);
  if (block === undefined) return { diagnostics: [] };
  try {
    const value: unknown = JSON.parse(block);
    return { value: new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`), diagnostics: [] };
  } catch {
    // Damaged data are handed on as they are: whoever reads them says so.
    return { value: new TextEncoder().encode(block), diagnostics: [] };
  }
}
