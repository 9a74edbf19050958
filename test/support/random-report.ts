/**
 * Random data files that are right: figures that hold every rule of their form, typed in one of the ways the format allows.
 * They shrink: towards zeros, towards the plainest way of typing.
 */
import * as fc from 'fast-check';
import { readData } from '../../src/data/read.js';
import { load } from '../../src/load/load.js';
import { cellSpecs, type CellSpec } from '../../src/pack/cells.js';
import type { TemplatePack } from '../../src/pack/types.js';
import { computeFigures } from '../../src/validate/compute.js';
import { balance, type RawFigures } from './balance.js';

/** Figure text of every cell of a form by address, computed ones too. */
export type FigureTexts = ReadonlyMap<string, string>;

export interface RandomReport {
  readonly year: number;
  readonly figures: FigureTexts;
  /** The data file. Totals are typed, so that a change of one figure contradicts them. */
  readonly text: string;
  /** The same file with other figures. */
  readonly withFigures: (figures: FigureTexts) => string;
}

/** How a row is typed. */
type RowStyle = 'list' | 'labels' | 'ids' | 'record';

/** Small figures most of the time, none at all often, now and then those of a province. */
const figure = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 6, arbitrary: fc.nat({ max: 40 }) },
  { weight: 1, arbitrary: fc.nat({ max: 2_000_000 }) },
);

/** A right report for a pack, its totals typed. */
export function randomReport(pack: TemplatePack): fc.Arbitrary<RandomReport> {
  const cells = [...cellSpecs(pack).byAddress.values()];
  const inputs = cells.filter(({ computedBy }) => computedBy === undefined);
  const styles = fc.constantFrom<RowStyle>('list', 'labels', 'ids', 'record');
  return fc
    .record({
      year: fc.integer({ min: pack.years.from, max: pack.years.until ?? pack.years.from + 4 }),
      raw: fc.array(figure, { minLength: inputs.length, maxLength: inputs.length }),
      styles: fc.array(styles, { minLength: 8, maxLength: 8 }),
    })
    .map(({ year, raw, styles: chosen }) => {
      const given: RawFigures = new Map(inputs.map(({ address }, index) => [address, raw[index] ?? 0]));
      const balanced = balance(pack, given);
      const typed = new Map(inputs.map((cell) => [cell.address, figureText(cell, balanced.get(cell.address) ?? 0)]));
      const write = (figures: FigureTexts): string => dataFile(pack, year, figures, chosen);
      const figures = withTotals(pack, typed, write(typed));
      return { year, figures, text: write(figures), withFigures: write };
    });
}

/** A figure as its cell takes it: with its unit where that must be typed. */
export function figureText(cell: CellSpec, value: number): string {
  if (!cell.typedUnit || value === 0) return String(value);
  return `${value}${cell.unit ?? '元'}`;
}

function withTotals(pack: TemplatePack, typed: FigureTexts, text: string): FigureTexts {
  const loaded = load(new TextEncoder().encode(text), 'report.yaml');
  const data = loaded.value === undefined ? undefined : readData(loaded.value, pack).value;
  if (data === undefined) throw new Error(`not readable:\n${text}`);
  const { values } = computeFigures(data, pack);
  return new Map(
    [...cellSpecs(pack).byAddress.keys()].map((address) => {
      const value = values.get(address);
      return [address, typed.get(address) ?? (value?.kind === 'number' ? value.text : '')];
    }),
  );
}

/** The data file of these figures. A computed figure that is not given is left out. */
function dataFile(pack: TemplatePack, year: number, figures: FigureTexts, styles: readonly RowStyle[]): string {
  const rows = pack.tables.flatMap((table) => [
    `  ${table.id}:`,
    ...[...(cellSpecs(pack).tables.get(table.id)?.byRow ?? [])].flatMap(([row, cells], index) => {
      const line = rowText(cells, figures, styles[index % styles.length] ?? 'list');
      return line === '' ? [] : [`    ${row}: ${line}`];
    }),
  ]);
  const lines = [
    'nianbao: 1',
    `模板: ${pack.id}`,
    `年度: ${year}`,
    '单位: {名称: 青石市人民政府, 类型: 政府, 层级: 市级}',
    `成文日期: ${year + 1}-01-20`,
    '章节:',
    ...pack.sections
      .filter(({ kind }) => kind !== 'table' && kind !== 'annex')
      .flatMap(({ id, mustMention }) => [
        `  ${id}: |`,
        `    本机关依法做好政府信息公开工作。${mustMention.map((word) => `${word}的情况见附表。`).join('')}`,
      ]),
    '表格:',
    ...rows,
  ];
  return `${lines.join('\n')}\n`;
}

function rowText(cells: readonly CellSpec[], figures: FigureTexts, style: RowStyle): string {
  const given = cells.filter(({ address }) => figures.has(address));
  const text = ({ address }: CellSpec): string => figures.get(address) ?? '';
  const [only] = given;
  if (only === undefined) return '';
  if (cells.length === 1) return style === 'record' ? `{值: ${text(only)}}` : text(only);
  const typed = cells.filter(({ computedBy }) => computedBy !== 'row');
  const whole = given.length === cells.length || given.length === typed.length;
  if (style === 'list' && whole) return `[${given.map(text).join(', ')}]`;
  const named = given.map((cell) => {
    const name = style === 'labels' ? cell.column.label : cell.column.id;
    return `${name}: ${style === 'record' ? `{值: ${text(cell)}}` : text(cell)}`;
  });
  return `{${named.join(', ')}}`;
}
