/**
 * The one list of output formats. A writer's module, with the large package behind it, is loaded when it first writes: a
 * check of data loads none.
 */
import type { Writer } from './writer.js';

/** What a format is known by before its writer is loaded. */
interface Format {
  readonly format: string;
  readonly mediaType: string;
  readonly extension: string;
  readonly load: () => Promise<Writer>;
}

const formats: readonly Format[] = [
  {
    format: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
    load: async () => (await import('./docx/docx-writer.js')).docxWriter,
  },
  {
    format: 'pdf',
    mediaType: 'application/pdf',
    extension: 'pdf',
    load: async () => (await import('./pdf/pdf-writer.js')).pdfWriter,
  },
  {
    format: 'html',
    mediaType: 'text/html',
    extension: 'html',
    load: async () => (await import('./html/html-writer.js')).htmlWriter,
  },
  {
    format: 'html-fragment',
    mediaType: 'text/html',
    extension: 'fragment.html',
    load: async () => (await import('./html/html-writer.js')).htmlFragmentWriter,
  },
];

const writers: readonly Writer[] = formats.map(({ load, ...known }) => ({
  ...known,
  write: async (report, style, env) => (await load()).write(report, style, env),
}));

/** Names of the formats, in the order they are offered. */
export const writerFormats: readonly string[] = writers.map((writer) => writer.format);

/** The writer of a format, or undefined when there is none of that name. */
export function writerOf(format: string): Writer | undefined {
  return writers.find((writer) => writer.format === format.toLowerCase());
}
