/**
 * The report of a check as a workbook: a sheet with the verdict and every finding, then the tables of the form with the
 * cells marked that do not agree. Made to be sent back to the agency: in Chinese, by official names, free of codes and paths.
 */
import { formSheets } from '../form/layout.js';
import { printedSheet } from '../form/printed-sheet.js';
import { formFonts } from '../form/write-form.js';
import type { SheetFonts, Workbook } from '../sheet/model.js';
import { findingsSheet } from './findings-sheet.js';
import { cellMarks } from './marks.js';
import { resultLines } from './lines.js';
import type { ResultSubject } from './subject.js';

/** Where no pack says which fonts its pages have. */
export const FONTS: SheetFonts = { title: '宋体', head: '黑体', text: '宋体', note: '宋体' };
/** Where the file does not say of which year it is; no clock is asked. */
export const NO_DATE = '1980-01-01';

export function resultWorkbook(subject: ResultSubject): Workbook {
  const { opened } = subject;
  const report = opened?.report;
  const title = report?.meta.title ?? subject.fileName;
  const lines = resultLines(subject);
  const marks = cellMarks(lines);
  const tables =
    opened === undefined || report === undefined
      ? []
      : formSheets(report, opened.pack).map((form) => printedSheet(form, (address) => marks.get(address) ?? {}));
  return {
    title: `${title}核对结果`,
    date: report?.meta.date ?? NO_DATE,
    fonts: opened === undefined ? FONTS : formFonts(opened.pack),
    sheets: [findingsSheet(subject, lines, title), ...tables],
  };
}

/** Name of the file, without its ending, before it is made safe: that of the report, else that of the checked file. */
export function resultName({ opened, fileName }: ResultSubject): string {
  return opened?.report?.meta.fileName ?? fileName.replace(/\.[^.]*$/u, '');
}
