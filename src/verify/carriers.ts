/** Published files by their kind, and the data they carry. */
import type { CarrierKind } from '../readback/extract.js';

/** The format of an output by the end of its name; undefined for what is no output. */
export function formatOf(path: string): string | undefined {
  const name = path.toLowerCase();
  if (name.endsWith('.fragment.html')) return 'html-fragment';
  if (/\.html?$/u.test(name)) return 'html';
  return /\.(docx|pdf|xlsx|json)$/u.exec(name)?.[1];
}

/** Formats that can carry data. */
export function carrierKind(format: string): CarrierKind | undefined {
  return format === 'docx' || format === 'pdf' || format === 'html' ? format : undefined;
}
