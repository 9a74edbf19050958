/** Forms made, filled in and read in tests, without a disk. */
import { safeUnzip } from '../../src/archive/zip-read.js';
import { canonicalZip } from '../../src/archive/zip-write.js';
import { formSheets } from '../../src/form/layout.js';
import { placesOf } from '../../src/form/table-sheet.js';
import { formWorkbook } from '../../src/form/write-form.js';
import { cellSpecs } from '../../src/pack/cells.js';
import { openReport, type OpenOutcome, type OpenReport } from '../../src/pipeline.js';
import type { Sources } from '../../src/pipeline-sources.js';
import type { SheetCell, SheetValue, Workbook } from '../../src/sheet/model.js';
import { cellName, placeName, placeOfName } from '../../src/sheet/places.js';
import { writeXlsx } from '../../src/sheet/write-xlsx.js';
import { builtInPack } from './pack-files.js';
import { templatePack } from './template-pack.js';

/** Built-in packs and nothing else. */
export const packSources: Sources = {
  pack: (reference) => {
    const found = builtInPack(reference);
    return (
      found && { ...found, loaded: () => ({ value: templatePack(reference), diagnostics: [], sources: new Map() }) }
    );
  },
  profile: () => undefined,
  previous: () => undefined,
  image: () => undefined,
};

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Opens the text of a data file. */
export function openText(text: string, name = 'report.yaml'): OpenReport {
  const outcome = openReport(encode(text), name, packSources);
  if (outcome.value === undefined) throw new Error(JSON.stringify(outcome.diagnostics, null, 1));
  return outcome.value;
}

/** Opens the bytes of a form. */
export function openForm(bytes: Uint8Array, name = 'form.xlsx'): OpenOutcome {
  return openReport(bytes, name, packSources);
}

/** The form of an opened report, as it is written. */
export function formOf(open: OpenReport): Workbook {
  if (open.report === undefined) throw new Error('nothing was composed');
  return formWorkbook(open.report, open, { reference: open.pack.id });
}

/** Where the form of a report has its cells: `表三!D6` by address. */
export function formPlaces(open: OpenReport): ReadonlyMap<string, string> {
  if (open.report === undefined) throw new Error('nothing was composed');
  return new Map(
    formSheets(open.report, open.pack).flatMap((sheet) =>
      [...placesOf(sheet)].map(([address, at]) => [address, placeName(sheet.name, at.row, at.column)] as const),
    ),
  );
}

/** What a clerk types: a number where it is one, else text; nothing empties the cell. */
export function typed(text: string): SheetValue {
  if (text === '') return { kind: 'blank' };
  return /^-?\d{1,15}(?:\.\d+)?$/u.test(text) ? { kind: 'number', text } : { kind: 'text', text };
}

/** A form with other values in cells, by place. */
export function filled(workbook: Workbook, values: ReadonlyMap<string, SheetValue>): Workbook {
  return changed(workbook, (cell, sheet) => {
    const value = values.get(placeName(sheet, cell.row, cell.column));
    return value === undefined ? cell : { ...cell, value };
  });
}

/** A form with every cell passed through `change`; undefined takes a cell out. */
export function changed(
  workbook: Workbook,
  change: (cell: SheetCell, sheet: string) => SheetCell | undefined,
): Workbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.flatMap((cell) => change(cell, sheet.name) ?? []),
    })),
  };
}

/** The bytes of a form of an opened report with cells filled in by address. */
export async function filledForm(open: OpenReport, values: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const places = formPlaces(open);
  const byPlace = new Map(
    Object.entries(values).map(([address, text]) => {
      const place = places.get(address);
      if (place === undefined) throw new Error(`no cell ${address}`);
      return [place, typed(text)] as const;
    }),
  );
  return writeXlsx(filled(formOf(open), byPlace));
}

/** Figures as text by address: a number by its value, marks as they are; what is blank or absent is empty. */
export function figureTexts(open: OpenReport): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...cellSpecs(open.pack).byAddress.keys()].map((address) => {
      const value = open.figures.values.get(address);
      const input = open.data.tables.get(address.split('/')[0] ?? '')?.cells.get(address);
      const figure =
        value?.kind === 'number'
          ? value.number.toFixed()
          : value?.kind === 'slash'
            ? '/'
            : value?.kind === 'dash'
              ? value.text
              : '';
      return [address, figure + (input?.remark ?? '')];
    }),
  );
}

/** A form with a sheet's cells moved, as inserting, deleting or moving whole rows and columns does; formulas follow. */
export function moved(
  workbook: Workbook,
  sheetName: string,
  place: (row: number, column: number) => readonly [row: number, column: number] | undefined,
): Workbook {
  return changed(workbook, (cell, sheet) => {
    if (sheet !== sheetName) return cell;
    const at = place(cell.row, cell.column);
    if (at === undefined) return undefined;
    const to = { ...cell, row: at[0], column: at[1] };
    if (cell.value.kind !== 'formula') return to;
    const formula = cell.value.formula.replace(/[A-Z]+\d+/gu, (name) => {
      const from = placeOfName(name);
      const target = from === undefined ? undefined : place(from.row, from.column);
      return target === undefined ? name : cellName(target[0], target[1]);
    });
    return { ...to, value: { ...cell.value, formula } };
  });
}

/** The bytes of a workbook with one cell's XML replaced, for what the program itself never writes. */
export function withCellXml(bytes: Uint8Array, sheet: number, cell: string, xml: string): Uint8Array {
  return editPart(bytes, `xl/worksheets/sheet${sheet}.xml`, (text) =>
    text.replace(new RegExp(`<c r="${cell}"(?: [^>]*?)?(?:/>|>.*?</c>)`, 'u'), xml),
  );
}

/** The bytes of a workbook with one of its parts changed. */
export function editPart(bytes: Uint8Array, path: string, edit: (text: string) => string): Uint8Array {
  const parts = safeUnzip(bytes, 'form.xlsx').value;
  const part = parts?.get(path);
  if (parts === undefined || part === undefined) throw new Error(`no part ${path}`);
  const text = new TextDecoder().decode(part);
  const after = edit(text);
  if (after === text) throw new Error(`nothing changed in ${path}`);
  return canonicalZip(new Map<string, Uint8Array | string>([...parts, [path, after]]));
}
