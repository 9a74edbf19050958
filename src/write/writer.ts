/**
 * The contract of all writers: a tree and a style in, bytes and all diagnostics out. Same input, same bytes: no clock, no
 * random, no locale, no machine fonts. Writers know neither YAML nor packs nor each other.
 */
import type { Outcome } from '../diagnostic/diagnostic.js';
import type { FontSet } from '../fonts/fonts.js';
import type { ReviewMarks } from '../report/annotation.js';
import type { PageStyle } from '../report/style.js';
import type { Report } from '../report/tree.js';

/** A file that an output carries inside, for programs and for proof; it is never shown. */
export interface EmbeddedData {
  /** ASCII file name. */
  readonly name: string;
  readonly mediaType: string;
  /** What it is, shown by readers that list embedded files. */
  readonly description: string;
  readonly bytes: Uint8Array;
}

export interface WriteEnv {
  /** Faces for writers that embed fonts; DOCX only names fonts. */
  readonly fonts: FontSet;
  /** Name and version of the program, written as producer. */
  readonly generator: string;
  /** The report's public data, carried by the formats that can (design section 6); absent = nothing inside. */
  readonly embedded?: EmbeddedData;
  /** Makes a review copy where the format can show remarks; other writers leave it aside. */
  readonly review?: ReviewMarks;
}

export interface Writer {
  readonly format: string;
  readonly mediaType: string;
  readonly extension: string;
  write(report: Report, style: PageStyle, env: WriteEnv): Promise<Outcome<Uint8Array>>;
}
