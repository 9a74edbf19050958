/** What the sheets of a report must say: its statutory tables with the lines above and below them, row by row. */
import { formSheets, type FormCell, type FormSheet } from '../form/layout.js';
import type { TemplatePack } from '../pack/types.js';
import type { ExpectedRow, ExpectedText } from '../readback/expected.js';
import { withoutBlankEnd } from '../readback/model.js';
import { plainText, type Report } from '../report/tree.js';

/** The narrative is not in a workbook, so that its words are none. */
export function expectedSheets(report: Report, pack: TemplatePack): ExpectedText {
  const rows = formSheets(report, pack).flatMap(rowsOf);
  return { rows: rows.length > 0 ? rows : [lineRow(report.meta.title, '', report.meta.title)], text: '' };
}

function rowsOf(form: FormSheet): readonly ExpectedRow[] {
  const { tableRows, table } = form;
  const line = (text: string, label: string): ExpectedRow => lineRow(table.name, label, text);
  const above = form.lines.filter(({ row }) => row < tableRows.start);
  const below = form.lines.filter(({ row }) => row >= tableRows.end);
  const rows = [
    ...above.map(({ text }) => line(text, '表上方的文字')),
    ...Array.from({ length: tableRows.end - tableRows.start }, (_, index) =>
      tableRow(
        form,
        form.cells.filter(({ row }) => row === tableRows.start + index),
      ),
    ),
    ...below.map(({ text }) => line(text, '表下方的文字')),
  ];
  return withoutBlankEnd(rows, ({ cells }) => cells.every(({ text }) => text === ''));
}

function lineRow(table: string, label: string, text: string): ExpectedRow {
  return { table, label, cells: [{ text }] };
}

function tableRow({ table }: FormSheet, cells: readonly FormCell[]): ExpectedRow {
  return {
    table: table.name,
    label: cells
      .filter(({ cell }) => cell.kind === 'rowHead')
      .map(({ cell }) => plainText(cell.children))
      .join(''),
    cells: cells.map(({ text, cell }) => ({
      text,
      ...(cell.address === undefined ? {} : { address: cell.address }),
    })),
  };
}
