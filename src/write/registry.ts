/** The one list of output formats. */
import { docxWriter } from './docx/docx-writer.js';
import { pdfWriter } from './pdf/pdf-writer.js';
import type { Writer } from './writer.js';

const writers: readonly Writer[] = [docxWriter, pdfWriter];

/** Names of the formats, in the order they are offered. */
export const writerFormats: readonly string[] = writers.map((writer) => writer.format);

/** The writer of a format, or undefined when there is none of that name. */
export function writerOf(format: string): Writer | undefined {
  return writers.find((writer) => writer.format === format.toLowerCase());
}
