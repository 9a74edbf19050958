/**
 * The form of a report as a workbook: instructions, one sheet for each statutory table, and a hidden sheet that says what it
 * is. Comes in: a composed report with its figures. Goes out: the sheet model, to be written by `writeXlsx`.
 */
import type { Report } from '../report/tree.js';
import type { TemplatePack } from '../pack/types.js';
import type { SheetFonts, Workbook } from '../sheet/model.js';
import { guideName, guideSheet } from './guide.js';
import { identityCells, identitySheet, type FormIdentity } from './identity.js';
import { formSheets, type FormSheet } from './layout.js';
import { placesOf, tableSheet, type FormSource } from './table-sheet.js';

export interface FormOptions {
  /** How the form names its pack, as a data file does. */
  readonly reference: string;
  /** The agency is left open, to be filled in: the form is made of a pack alone. */
  readonly openAgency?: boolean;
}

/** The fonts of a pack's page as office programs call them. */
export function formFonts({ style: { fonts } }: TemplatePack): SheetFonts {
  return { title: fonts.biaosong.name, head: fonts.heiti.name, text: fonts.songti.name, note: fonts.kaiti.name };
}

/** The form of a report. */
export function formWorkbook(report: Report, source: FormSource, options: FormOptions): Workbook {
  const { data, pack } = source;
  const sheets = formSheets(report, pack);
  const identity = identityOf(sheets, source, options);
  const { name, kind, level } = data.agency;
  return {
    title: report.meta.subject,
    date: report.meta.date,
    fonts: formFonts(pack),
    sheets: [
      guideSheet({
        year: data.year.value,
        pack,
        ...(options.openAgency === true
          ? {}
          : {
              agency: {
                name: name.value,
                ...(kind === undefined ? {} : { kind: kind.value }),
                ...(level === undefined ? {} : { level: level.value }),
              },
            }),
      }),
      ...sheets.map((sheet) => tableSheet(sheet, source)),
      {
        name: identitySheet,
        hidden: true,
        protected: true,
        orientation: 'portrait',
        widths: [14, 30, 24],
        cells: identityCells(identity),
      },
    ],
  };
}

function identityOf(sheets: readonly FormSheet[], { data, pack }: FormSource, options: FormOptions): FormIdentity {
  const { scope, creditCode } = data.agency;
  const facts: [string, string][] = [];
  if (scope !== undefined) facts.push(['scope', scope.value]);
  if (creditCode !== undefined) facts.push(['credit_code', creditCode.value]);
  const tables = [...data.tables.values()];
  return {
    pack: { reference: options.reference, id: pack.id, hash: pack.hash },
    year: data.year.value,
    guide: guideName,
    sheets: new Map(sheets.map(({ spec, name }) => [spec.id, name])),
    facts: new Map(facts),
    labels: tables.flatMap(({ id, labels }) => [...labels].map(([row, label]) => [id, row, label.value] as const)),
    added: tables.flatMap(({ id, added }) => added.map(({ label }) => [id, label.value] as const)),
    cells: new Map(
      sheets.flatMap((sheet) => [...placesOf(sheet)].map(([address, at]) => [address, { ...at, sheet: sheet.name }])),
    ),
  };
}
