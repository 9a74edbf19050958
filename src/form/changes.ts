/**
 * What is different between a filled form and a data file. Comes in: both, read. Goes out: for each cell that differs what it
 * is and what it is to become. Figures are compared by value (27.60 is 27.6), remarks and marks as they are printed.
 */
import { readCellText, type CellReading } from '../data/cell-value.js';
import type { CellInput, Figures, ReportData } from '../data/types.js';
import { cellSpecs, type CellSpec } from '../pack/cells.js';
import type { TemplatePack } from '../pack/types.js';
import type { Report } from '../report/tree.js';
import { printedValue, type CellValue } from '../value/value.js';
import { formContent } from './cell-content.js';
import { formSheets } from './layout.js';

export interface ReportFigures {
  readonly data: ReportData;
  readonly figures: Figures;
}

/** A cell that changes; texts as they stand in a data file, empty for a blank. */
export interface CellChange {
  readonly spec: CellSpec;
  readonly before: string;
  readonly after: string;
}

/** The changes in the order of the form. `report` is the data file's own report, as it is printed. */
export function cellChanges(
  form: ReportFigures,
  file: ReportFigures & { readonly report: Report },
  pack: TemplatePack,
): readonly CellChange[] {
  const printed = printedTexts(file.report, pack);
  const blankWord = pack.terms.words['blank'] ?? '';
  return [...cellSpecs(pack).byAddress.values()].flatMap((spec): readonly CellChange[] => {
    const wanted = wantedReading(spec, form);
    const input = inputOf(file.data, spec);
    const content = formContent(
      spec,
      file.figures.values.get(spec.address) ?? missing,
      input,
      printed.get(spec.address) ?? '',
    );
    const before = content.kind === 'blank' ? '' : content.text;
    const is = readCellText(before, spec, blankWord);
    if (spec.computedBy !== undefined && !isGiven(inputOf(form.data, spec)) && !isGiven(input)) return [];
    return sameReading(is, wanted, spec) ? [] : [{ spec, before, after: textOf(wanted, spec) }];
  });
}

const missing: CellValue = { kind: 'missing' };

function inputOf(data: ReportData, spec: CellSpec): CellInput | undefined {
  return data.tables.get(spec.table.id)?.cells.get(spec.address);
}

/** False for a total that is left to the program. */
function isGiven(input: CellInput | undefined): boolean {
  return input !== undefined && input.value.kind !== 'missing';
}

/** What the form says of a cell; a total that it computes is what the form shows. */
function wantedReading(spec: CellSpec, form: ReportFigures): CellReading {
  const input = inputOf(form.data, spec);
  const value = form.figures.values.get(spec.address) ?? missing;
  return {
    value: value.kind === 'missing' ? { kind: 'blank' } : value,
    problems: [],
    ...(input?.unit === undefined ? {} : { unit: input.unit }),
    ...(input?.remark === undefined ? {} : { remark: input.remark }),
  };
}

function sameReading(a: CellReading, b: CellReading, spec: CellSpec): boolean {
  return sameValue(a.value, b.value) && (a.remark ?? '') === (b.remark ?? '') && sameUnit(a, b, spec);
}

function sameValue(a: CellValue, b: CellValue): boolean {
  if (a.kind === 'number' && b.kind === 'number') return a.number.eq(b.number);
  if (a.kind === 'dash' && b.kind === 'dash') return a.text === b.text;
  return a.kind === b.kind;
}

/** Counts only where the unit must be typed: 5元 is not 5万元. */
function sameUnit(a: CellReading, b: CellReading, spec: CellSpec): boolean {
  const open = spec.typedUnit && a.value.kind === 'number' && !a.value.number.isZero();
  return !open || a.unit === b.unit;
}

/** `106（其中修订16件）`, `0.5万元`, `/`, nothing. */
function textOf({ value, unit, remark }: CellReading, spec: CellSpec): string {
  const withUnit = value.kind === 'number' && spec.typedUnit ? (unit ?? '') : '';
  return printedValue(value) + withUnit + (remark ?? '');
}

function printedTexts(report: Report, pack: TemplatePack): ReadonlyMap<string, string> {
  return new Map(
    formSheets(report, pack).flatMap(({ cells }) =>
      cells.flatMap(({ cell, text }): [string, string][] => (cell.address === undefined ? [] : [[cell.address, text]])),
    ),
  );
}
