/** The statutory tables of a report as a workbook: one sheet a table, as they look in the form. The narrative is not in it. */
import { formSheets } from '../form/layout.js';
import { printedSheet } from '../form/printed-sheet.js';
import { formFonts } from '../form/write-form.js';
import type { TemplatePack } from '../pack/types.js';
import type { Report } from '../report/tree.js';
import type { Sheet, Workbook } from '../sheet/model.js';
import { sheetName } from '../sheet/places.js';

export function tablesWorkbook(report: Report, pack: TemplatePack): Workbook {
  const { meta } = report;
  const sheets = formSheets(report, pack).map((form) => onPaper(printedSheet(form), meta.draftMark));
  return {
    title: meta.title,
    author: meta.agency,
    subject: meta.subject,
    date: meta.date,
    fonts: formFonts(pack),
    sheets: sheets.length > 0 ? sheets : [titleSheet(meta.title)],
  };
}

/** Pages are numbered; those of a draft say so, and so does the name of the sheet. */
function onPaper(sheet: Sheet, draftMark: string | undefined): Sheet {
  const numbered = { ...sheet, footer: '— {page} —' };
  return draftMark === undefined
    ? numbered
    : { ...numbered, name: sheetName(`${sheet.name}（${draftMark}）`), header: draftMark };
}

/** A pack may have no statutory table, but a workbook has a sheet. */
function titleSheet(title: string): Sheet {
  return {
    name: sheetName('报告'),
    orientation: 'portrait',
    widths: [92],
    cells: [{ row: 0, column: 0, role: 'title', value: { kind: 'text', text: title } }],
  };
}
