/** A report made of a pack alone, with nothing filled in: what a form without data, and the reading of any form, goes by. */
import { compose } from '../compose/compose.js';
import { readData } from '../data/read.js';
import type { ReportData, TableInput } from '../data/types.js';
import type { Located } from '../load/loaded.js';
import { load } from '../load/load.js';
import { newDataFile } from '../init/data-file.js';
import type { TemplatePack } from '../pack/types.js';
import type { Report } from '../report/tree.js';
import { computeFigures } from '../validate/compute.js';
import type { FormSource } from './table-sheet.js';

/** The office's own labels of rows: table id, row id, label. */
export type OwnLabels = readonly (readonly [table: string, row: string, label: string])[];

export interface BlankReport extends FormSource {
  readonly report: Report;
}

/** The report of a year with every cell empty. Throws on a pack from which no data file can be made: a bug of ours. */
export function blankReport(pack: TemplatePack, year: number, labels: OwnLabels = []): BlankReport {
  const bytes = new TextEncoder().encode(newDataFile(pack, year, { filler: '~' }));
  const file = load(bytes, pack.id).value;
  const read = file === undefined ? undefined : readData(file, pack).value;
  if (read === undefined) throw new Error(`no data file can be made for the pack ${pack.id}`);
  const data: ReportData = {
    ...read,
    tables: new Map([...read.tables].map(([id, table]) => [id, emptied(withLabels(table, labels))])),
  };
  const figures = computeFigures(data, pack);
  const report = compose(data, figures, pack, { draft: false, images: () => undefined }).value;
  if (report === undefined) throw new Error(`no report can be made with the pack ${pack.id}`);
  return { report, data, figures, pack };
}

/** Nothing is given at all, so that totals too are left to the form. */
function emptied(table: TableInput): TableInput {
  const cells = [...table.cells].map(
    ([address, cell]) => [address, { ...cell, value: { kind: 'missing' } as const }] as const,
  );
  return { ...table, cells: new Map(cells) };
}

function withLabels(table: TableInput, labels: OwnLabels): TableInput {
  const own = labels
    .filter(([id]) => id === table.id)
    .map(([, row, label]): [string, Located<string>] => [row, { value: label, range: table.range }]);
  return own.length === 0 ? table : { ...table, labels: new Map([...table.labels, ...own]) };
}
