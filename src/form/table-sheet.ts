/**
 * The sheet of one statutory table: the printed table with open cells for figures, totals as formulas, labels locked.
 */
import type { Figures, ReportData } from '../data/types.js';
import { cellSpecs, type CellSpec, type TableCells } from '../pack/cells.js';
import type { TemplatePack } from '../pack/types.js';
import { evaluateNumber, type Operand } from '../rule/evaluate.js';
import type { CellValidation, Sheet, SheetCell, SheetValue } from '../sheet/model.js';
import { partsOf } from '../validate/compute.js';
import { cellsNamed } from '../validate/operands.js';
import { decimalText } from '../value/number.js';
import { formContent } from './cell-content.js';
import { formulaText, type Place } from './formula.js';
import type { FormCell, FormSheet } from './layout.js';
import { columnWidths, labelLook, lineCell, rowHeights, shownDecimals, textValue } from './measures.js';

/** The report whose figures are filled in. */
export interface FormSource {
  readonly data: ReportData;
  readonly figures: Figures;
  readonly pack: TemplatePack;
}

export function tableSheet(form: FormSheet, source: FormSource): Sheet {
  const { tableRows, spec } = form;
  const places = placesOf(form);
  const widths = columnWidths(form);
  const cells = [
    ...form.lines.map((line) => lineCell(line, form.columns)),
    ...form.cells.map((cell) => tableCell(cell, form, places, source)),
  ];
  return {
    name: form.name,
    protected: true,
    orientation: spec.page,
    widths,
    heights: rowHeights(cells, widths),
    cells,
    ...(tableRows.body > tableRows.start ? { repeatRows: [tableRows.start, tableRows.body - 1] as const } : {}),
    ...(tableRows.body > tableRows.start ? { freeze: { rows: tableRows.body, columns: 0 } } : {}),
  };
}

/** Places of the form's own cells; rows that the office added are none. */
export function placesOf(form: FormSheet): ReadonlyMap<string, Place> {
  return new Map(
    form.cells.flatMap(({ row, column, cell }): [string, Place][] =>
      cell.address === undefined ? [] : [[cell.address, { row, column }]],
    ),
  );
}

function tableCell(
  form: FormCell,
  sheet: FormSheet,
  places: ReadonlyMap<string, Place>,
  source: FormSource,
): SheetCell {
  const { row, column, cell } = form;
  const place = { row, column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan };
  const spec = cell.address === undefined ? undefined : cellSpecs(source.pack).byAddress.get(cell.address);
  if (spec !== undefined) return { ...place, ...figureCell(spec, form, places, source) };
  const comment = cell.kind === 'rowHead' ? rowComment(form, sheet, source) : undefined;
  return { ...labelLook(form), value: textValue(form.text), ...(comment === undefined ? {} : { comment }) };
}

/** Unit and clause of the row that a row head stands for. */
function rowComment(form: FormCell, sheet: FormSheet, { pack }: FormSource): string | undefined {
  const beside = sheet.cells.find(({ row, cell }) => row === form.row && cell.address !== undefined);
  const spec = cellSpecs(pack).byAddress.get(beside?.cell.address ?? '');
  // A head that spans several rows stands for a heading, whose clause is that of no single row.
  if (spec === undefined || form.cell.rowSpan > 1) return undefined;
  const lines = [
    ...(spec.unit === undefined ? [] : [`单位：${spec.unit}`]),
    ...(spec.typedUnit ? [`连单位一起填，例如：0.5${spec.unit ?? '万元'}；0 可以不写单位。`] : []),
    ...(spec.row.law === undefined ? [] : [`依据：${spec.row.law}`]),
  ];
  return lines.length === 0 ? undefined : lines.join('\n');
}

function figureCell(
  spec: CellSpec,
  form: FormCell,
  places: ReadonlyMap<string, Place>,
  source: FormSource,
): Pick<SheetCell, 'role' | 'value' | 'open' | 'validation' | 'decimals' | 'comment'> {
  const value = cellValue(spec, form, places, source);
  if (value.kind === 'formula') return { role: 'computed', value, ...shownDecimals(value.result) };
  const ofTotal = spec.computedBy !== undefined;
  return {
    role: ofTotal ? 'mark-warning' : 'input',
    value,
    open: true,
    ...shownDecimals(value),
    ...(value.kind === 'text' || spec.typedUnit ? {} : { validation: validationOf(spec) }),
    ...(ofTotal ? { comment: '数据文件里写的数与各项之和不符，或者还算不出来，照原样放在这里。' } : {}),
  };
}

/**
 * What stands in the cell of an address: the figure of the data file, or the formula where the form computes it. A total that
 * the data file gives and that is not the sum of its parts stays as it was given, so that nothing is put right in silence.
 */
export function cellValue(
  spec: CellSpec,
  form: FormCell,
  places: ReadonlyMap<string, Place>,
  source: FormSource,
): SheetValue {
  const { data, figures, pack } = source;
  const input = data.tables.get(spec.table.id)?.cells.get(spec.address);
  const value = figures.values.get(spec.address) ?? { kind: 'missing' };
  const content = formContent(spec, value, input, form.text);
  const table = cellSpecs(pack).tables.get(spec.table.id);
  const expression = spec.column.computed ?? spec.row.computed;
  if (expression === undefined || table === undefined) return content;
  const formula = formulaText(spec, expression, table, places);
  if (formula === undefined) return content;
  if (input === undefined || input.value.kind === 'missing') return { kind: 'formula', formula, result: content };
  const sum = sumOf(spec, table, figures);
  return sum !== undefined && content.kind === 'number' && sum === canonical(content.text)
    ? { kind: 'formula', formula, result: content }
    : content;
}

/** What the parts come to; undefined when one is no figure. */
function sumOf(spec: CellSpec, table: TableCells, figures: Figures): string | undefined {
  const expression = spec.column.computed ?? spec.row.computed;
  if (expression === undefined) return undefined;
  const parts = partsOf(spec, expression, table);
  const number = evaluateNumber(expression, (name) =>
    cellsNamed(name, parts)?.map((part): Operand => ({
      address: part.address,
      previous: false,
      value: figures.values.get(part.address) ?? { kind: 'missing' },
    })),
  );
  return number === undefined ? undefined : decimalText(number);
}

function canonical(figure: string): string {
  return figure.includes('.') ? figure.replace(/\.?0+$/u, '') : figure;
}

function validationOf(spec: CellSpec): CellValidation {
  const { kind, min } = spec.type;
  const whole = kind !== 'decimal' || spec.type.decimals === 0;
  const range = kind === 'signed' ? '' : '0 或';
  return {
    kind: whole ? 'whole' : 'decimal',
    ...(kind === 'signed' || min === undefined ? {} : { min }),
    message: `这一格要填${range}${whole ? '整数' : '数字'}。确实要填“/”“——”或带附注的数，点“是”继续。`,
    style: 'warning',
  };
}
