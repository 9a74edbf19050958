/**
 * The library without a disk: bytes and values in, bytes and values out; runs in Node and in a browser. Every stage gives
 * `{ value?, diagnostics }` and never throws on bad input.
 */
export { catalogue, codeEntry } from './codes.js';
export { bundleOf } from './bundle/bundle.js';
export { openBundle, readBundle, type Bundle } from './bundle/open-bundle.js';
export { cellSpecs, type CellSpec } from './pack/cells.js';
export { compose } from './compose/compose.js';
export { createFontSet, FONT_FILES, FONT_ROLES, type FontSet } from './fonts/fonts.js';
export { dump } from './report/dump.js';
export {
  embeddedData,
  outputFormats,
  outputName,
  writeOutputs,
  type OutputFile,
  type OutputOptions,
} from './output/outputs.js';
export { extractData, type CarrierKind } from './readback/extract.js';
export { fixReport, type Fix, type FixOutcome, type FixResult } from './fix/fix.js';
export { gridOf } from './report/grid.js';
export { hasErrors, type Diagnostic, type Outcome, type Severity } from './diagnostic/diagnostic.js';
export { isBuildable, openPack, openReport, type OpenOptions, type OpenReport, type Sources } from './pipeline.js';
export { dataFileSchema, schemaText, type JsonSchema } from './schema/schema.js';
export { load } from './load/load.js';
export { loadPack } from './pack/load-pack.js';
export { loadProfile } from './profile/load-profile.js';
export { newDataFile } from './init/data-file.js';
export { readData } from './data/read.js';
export { renew } from './renew/renew.js';
export { renderJson } from './diagnostic/render-json.js';
export { renderText } from './diagnostic/render-text.js';
export { resolveCell } from './pack/names.js';
export { reviewCopy, type ReviewCopy } from './review/review.js';
export { canonicalZip } from './archive/zip-write.js';
export { formWorkbook } from './form/write-form.js';
export { safeUnzip } from './archive/zip-read.js';
export { takeForm } from './take/take.js';
export { validate } from './validate/validate.js';
export { verify, type VerifyOptions, type VerifyOutcome } from './verify/verify.js';
export { resultSubject, type ResultSubject } from './result/subject.js';
export { resultWorkbook } from './result/workbook.js';
export { writeXlsx } from './sheet/write-xlsx.js';
export { writerFormats, writerOf } from './write/registry.js';
export type { Annotation, AnnotationPlace, ReviewMarks } from './report/annotation.js';
export type { Figures, ReportData } from './data/types.js';
export type { PageStyle } from './report/style.js';
export type { Report, Block, Inline, Table, Cell, Row } from './report/tree.js';
export type { SourceRange, SourceText } from './source/source.js';
export type { TemplatePack, TableSpec, RuleSpec } from './pack/types.js';
export type { CellValue } from './value/value.js';
export type { Received, VerifyEnv, VerifyPoint } from './verify/input.js';
export type { WriteEnv, Writer } from './write/writer.js';
