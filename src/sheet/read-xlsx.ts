/**
 * An Excel file as a workbook of cells as they are. Comes in: bytes nobody vouches for, saved by Excel, WPS or LibreOffice.
 * Goes out: sheets, cells, merged areas, bounded in size. Own reading rather than hucre's, which is asynchronous and gives
 * floats: figures must stay the digits that the file holds.
 */
import { safeUnzip } from '../archive/zip-read.js';
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import type { ReadSheet, ReadWorkbook } from './read-model.js';
import { readNumberFormats, readSharedStrings, readWorkbookPart } from './read-parts.js';
import { readSheetPart } from './read-sheet.js';

const MOST_SHEETS = 100;

/**
 * Reads an Excel file. Gives the findings of `safeUnzip`, `sheet/not-a-workbook` for another kind of archive (a Word file),
 * and `sheet/unreadable` or `sheet/too-large` for a workbook that cannot be used; then there is no value.
 */
export function readXlsx(bytes: Uint8Array, name: string): Outcome<ReadWorkbook> {
  const parts = safeUnzip(bytes, name);
  if (parts.value === undefined) return { diagnostics: parts.diagnostics };
  const workbook = readWorkbookPart(parts.value);
  if (workbook === undefined) return { diagnostics: [notAWorkbook(name)] };
  if (workbook.sheets.length > MOST_SHEETS) return { diagnostics: [tooLarge(name)] };
  const strings = readSharedStrings(parts.value);
  if (strings === undefined) return { diagnostics: [unreadable(name)] };
  const context = { strings, formats: readNumberFormats(parts.value), from1904: workbook.from1904 };
  const sheets: ReadSheet[] = [];
  for (const { name: sheetName, hidden, path } of workbook.sheets) {
    const part = parts.value.get(path);
    const content = part === undefined ? undefined : readSheetPart(part, context);
    if (content === undefined) return { diagnostics: [unreadable(name)] };
    if (content === 'too-large') return { diagnostics: [tooLarge(name)] };
    sheets.push({ name: sheetName, hidden, ...content });
  }
  return { value: { sheets }, diagnostics: [] };
}

function notAWorkbook(name: string): Diagnostic {
  return {
    code: 'sheet/not-a-workbook',
    severity: 'error',
    message: { zh: `“${name}”不是 Excel 工作簿。`, en: `"${name}" is no Excel workbook.` },
    hint: {
      zh: '请给出数据文件，或由 nianbao form 生成、填好的 Excel 填报表。',
      en: 'Give a data file, or a form made by `nianbao form` and filled in.',
    },
    range: { file: name, start: 0, end: 0 },
  };
}

function unreadable(name: string): Diagnostic {
  return {
    code: 'sheet/unreadable',
    severity: 'error',
    message: { zh: `“${name}”里的内容读不出来。`, en: `The content of "${name}" cannot be read.` },
    hint: {
      zh: '请用 WPS 表格或 Excel 打开，另存为“Excel 工作簿（xlsx）”后再试。',
      en: 'Open it in a spreadsheet program and save it as an xlsx workbook.',
    },
    range: { file: name, start: 0, end: 0 },
  };
}

function tooLarge(name: string): Diagnostic {
  return {
    code: 'sheet/too-large',
    severity: 'error',
    message: {
      zh: `“${name}”里的单元格或工作表太多，不像填报表。`,
      en: `"${name}" holds too many cells or sheets for a form.`,
    },
    hint: {
      zh: '请只留填报表本身的几张工作表，另存一份再试。',
      en: 'Keep the sheets of the form only and save it again.',
    },
    range: { file: name, start: 0, end: 0 },
  };
}
