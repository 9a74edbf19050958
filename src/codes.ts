/** The whole catalogue of diagnostic codes: what `explain`, the docs and the tests read. */
import type { CodeEntry } from './diagnostic/catalogue.js';
import { bundleCodes } from './bundle/codes.js';
import { composeCodes } from './compose/codes.js';
import { dataCodes } from './data/codes.js';
import { docxCodes } from './write/docx/codes.js';
import { documentCodes } from './validate/document-codes.js';
import { fontsCodes } from './fonts/codes.js';
import { layoutCodes } from './layout/codes.js';
import { loadCodes } from './load/codes.js';
import { packCodes } from './pack/codes.js';
import { pdfCodes } from './write/pdf/codes.js';
import { pipelineCodes } from './pipeline-codes.js';
import { reportCodes } from './report/codes.js';
import { ruleCodes } from './rule/codes.js';
import { profileCodes } from './profile/codes.js';
import { templateCodes } from './template/codes.js';
import { validateCodes } from './validate/codes.js';

/** Every code but the rules' own, which packs describe. */
export const catalogue: readonly CodeEntry[] = [
  ...pipelineCodes,
  ...loadCodes,
  ...dataCodes,
  ...packCodes,
  ...profileCodes,
  ...templateCodes,
  ...ruleCodes,
  ...validateCodes,
  ...documentCodes,
  ...reportCodes,
  ...composeCodes,
  ...layoutCodes,
  ...fontsCodes,
  ...docxCodes,
  ...pdfCodes,
  ...bundleCodes,
];

/** The entry of a code, or undefined for a rule's id and for what is no code. */
export function codeEntry(code: string): CodeEntry | undefined {
  return catalogue.find((entry) => entry.code === code);
}
