/** The whole catalogue of diagnostic codes: what `explain`, the docs and the tests read. */
import type { CodeEntry } from './diagnostic/catalogue.js';
import { archiveCodes } from './archive/codes.js';
import { bundleCodes } from './bundle/codes.js';
import { composeCodes } from './compose/codes.js';
import { correctCodes } from './correct/codes.js';
import { dataCodes } from './data/codes.js';
import { editCodes } from './edit/codes.js';
import { filingCodes } from './filing/codes.js';
import { docxCodes } from './write/docx/codes.js';
import { documentCodes } from './validate/document-codes.js';
import { fontsCodes } from './fonts/codes.js';
import { formCodes } from './form/codes.js';
import { layoutCodes } from './layout/codes.js';
import { loadCodes } from './load/codes.js';
import { outputCodes } from './output/codes.js';
import { packCodes } from './pack/codes.js';
import { pdfCodes } from './write/pdf/codes.js';
import { pipelineCodes } from './pipeline-codes.js';
import { readbackCodes } from './readback/codes.js';
import { reportCodes } from './report/codes.js';
import { renewCodes } from './renew/codes.js';
import { ruleCodes } from './rule/codes.js';
import { sealCodes } from './seal/codes.js';
import { sheetCodes } from './sheet/codes.js';
import { profileCodes } from './profile/codes.js';
import { templateCodes } from './template/codes.js';
import { validateCodes } from './validate/codes.js';
import { verifyCodes } from './verify/codes.js';

/** Every code but the rules' own, which packs describe. */
export const catalogue: readonly CodeEntry[] = [
  ...pipelineCodes,
  ...loadCodes,
  ...dataCodes,
  ...editCodes,
  ...packCodes,
  ...profileCodes,
  ...templateCodes,
  ...ruleCodes,
  ...validateCodes,
  ...renewCodes,
  ...documentCodes,
  ...reportCodes,
  ...composeCodes,
  ...archiveCodes,
  ...sheetCodes,
  ...formCodes,
  ...layoutCodes,
  ...fontsCodes,
  ...docxCodes,
  ...pdfCodes,
  ...bundleCodes,
  ...readbackCodes,
  ...outputCodes,
  ...filingCodes,
  ...correctCodes,
  ...sealCodes,
  ...verifyCodes,
];

/** The entry of a code, or undefined for a rule's id and for what is no code. */
export function codeEntry(code: string): CodeEntry | undefined {
  return catalogue.find((entry) => entry.code === code);
}
