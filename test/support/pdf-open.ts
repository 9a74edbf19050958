/** A PDF read whole for tests: file, pages with their content, fonts and structure. */
import { readContent, type PageContent } from './pdf-content.js';
import { PdfFile } from './pdf-file.js';
import type { ReadFont } from './pdf-font.js';
import { readStructure, type StructureTree } from './pdf-structure.js';

export interface OpenedPdf {
  readonly file: PdfFile;
  readonly pages: readonly PageContent[];
  /** Fonts in use, by object number. */
  readonly fonts: ReadonlyMap<number, ReadFont>;
  readonly tree: StructureTree;
}

/** Throws when the file cannot be followed at all. */
export function openWhole(bytes: Uint8Array): OpenedPdf {
  const file = new PdfFile(bytes);
  const fonts = new Map<number, ReadFont>();
  const pages = file.pages.map((page) => readContent(file, page, fonts));
  return { file, pages, fonts, tree: readStructure(file) };
}
