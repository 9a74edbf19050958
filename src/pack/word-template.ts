/** The office's own Word file of a pack: which file of the folder it is, and that it is there. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { entryOf, type MapNode } from '../load/node.js';
import type { PageStyle, WordTemplate } from '../report/style.js';
import * as problems from './problems.js';
import type { StyleFields } from './style-schema.js';

/** A file of a pack that is no text, and the name messages give it. */
export interface BinaryFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Files of these endings may stand in a pack folder when `word_template` names them. */
export const wordFile = /^[^/]+\.(?:dotx|docx)$/iu;

/** File names are compared in composed form: some systems take accents and marks apart. */
export function sameName(a: string, b: string): boolean {
  return a.normalize('NFC') === b.normalize('NFC');
}

/** What style.yaml names as `word_template`. */
export function namedWordTemplate(style: MapNode | undefined): string | undefined {
  const value = style === undefined ? undefined : entryOf(style, 'word_template')?.value;
  return value?.type === 'scalar' && !value.empty ? value.text : undefined;
}

/** The style as writers take it. Gives `pack/missing-file` for a Word file that is not in the folder. */
export function buildStyle(
  { wordTemplate, wordStyles, ...style }: StyleFields,
  files: ReadonlyMap<string, BinaryFile>,
  diagnostics: Diagnostic[],
): PageStyle {
  if (wordTemplate === undefined) return style;
  const found = [...files].find(([path]) => sameName(path, wordTemplate.value))?.[1];
  if (found === undefined) {
    diagnostics.push(problems.noSuchWordFile(wordTemplate.value, wordTemplate.range));
    return style;
  }
  const template: WordTemplate = { ...found, styles: wordStyles ?? {} };
  return { ...style, wordTemplate: template };
}
