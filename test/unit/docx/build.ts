/** Builds a report with the fixture style and gives what the tests read. */
import { docxWriter } from '../../../src/write/docx/docx-writer.js';
import type { Diagnostic } from '../../../src/diagnostic/diagnostic.js';
import type { PageStyle } from '../../../src/report/style.js';
import type { Report } from '../../../src/report/tree.js';
import type { WriteEnv } from '../../../src/write/writer.js';
import { docxStyle } from '../../support/docx-fixtures.js';
import { type Element, parseXml, partsOf } from '../../support/docx-xml.js';

const noFonts = (): never => {
  throw new Error('the DOCX writer must not look into fonts');
};

export const env: WriteEnv = { fonts: { face: noFonts, faceFor: noFonts, faces: [] }, generator: 'nianbao 0.0.0' };

export interface Built {
  readonly bytes: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
  readonly parts: Readonly<Record<string, string>>;
  readonly document: Element;
  readonly styles: Element;
  readonly part: (path: string) => Element;
}

export async function build(report: Report, style: PageStyle = docxStyle): Promise<Built> {
  const { value, diagnostics } = await docxWriter.write(report, style, env);
  if (value === undefined) throw new Error('no bytes');
  const parts = partsOf(value);
  const part = (path: string): Element => parseXml(parts[path] ?? '');
  return {
    bytes: value,
    diagnostics,
    parts,
    document: part('word/document.xml'),
    styles: part('word/styles.xml'),
    part,
  };
}
