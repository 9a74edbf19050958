/** All checks of one PDF. A file that cannot be followed is one finding. */
import type { OpenedPdf } from '../../support/pdf-open.js';
import { openWhole } from '../../support/pdf-open.js';
import type { TrueTypeProgram } from '../../support/pdf-truetype.js';
import { checkContent } from './content.js';
import { checkEmbedded } from './embedded.js';
import { checkFile } from './file.js';
import type { Finding } from './finding.js';
import { checkFonts } from './fonts.js';
import { checkMetadata } from './metadata.js';
import { checkStructure } from './structure.js';
import { checkTables } from './tables.js';

export function checkOpened(pdf: OpenedPdf, sources: readonly TrueTypeProgram[]): readonly Finding[] {
  return [
    ...checkFile(pdf),
    ...checkEmbedded(pdf),
    ...checkContent(pdf),
    ...checkFonts(pdf, sources),
    ...checkMetadata(pdf),
    ...checkStructure(pdf),
    ...checkTables(pdf),
  ];
}

export function checkPdf(bytes: Uint8Array, sources: readonly TrueTypeProgram[]): readonly Finding[] {
  try {
    return checkOpened(openWhole(bytes), sources);
  } catch (error) {
    return [{ clause: 'A 6.1', text: (error as Error).message }];
  }
}
