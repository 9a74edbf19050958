/**
 * The contract of all writers: a tree and a style in, bytes and all diagnostics out. Same input, same bytes: no clock, no
 * random, no locale, no machine fonts. Writers know neither YAML nor packs nor each other.
 */
import type { Outcome } from '../diagnostic/diagnostic.js';
import type { FontSet } from '../fonts/fonts.js';
import type { PageStyle } from '../report/style.js';
import type { Report } from '../report/tree.js';

export interface WriteEnv {
  /** Faces for writers that embed fonts; DOCX only names fonts. */
  readonly fonts: FontSet;
  /** Name and version of the program, written as producer. */
  readonly generator: string;
}

export interface Writer {
  readonly format: string;
  readonly mediaType: string;
  readonly extension: string;
  write(report: Report, style: PageStyle, env: WriteEnv): Promise<Outcome<Uint8Array>>;
}
