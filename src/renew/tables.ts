/**
 * What last year's tables say beyond the cells of the form, as comments at the end of each table of the new file.
 */
import type { TableInput } from '../data/types.js';
import { rowTitle } from '../pack/cell-name.js';
import { cellSpecs, type CellSpec } from '../pack/cells.js';
import type { TableSpec, TemplatePack } from '../pack/types.js';
import { figureText } from '../validate/cells.js';
import { mappedAddresses } from '../validate/previous.js';
import type { LastYear } from './types.js';
import { onOneLine } from './yaml.js';

const INDENT = '    ';

/** Figures that the new form has no cell for, notes, row labels and rows of the office's own; none of them is taken over without being looked at. */
export function tableRemarks(table: TableSpec, last: readonly LastYear[], pack: TemplatePack): readonly string[] {
  const key = (canonical: string): string => pack.terms.keys[canonical]?.[0] ?? canonical;
  return last.flatMap(({ data }) => {
    const given = data.tables.get(table.id);
    return given === undefined ? [] : [...noteLines(given, key), ...labelLines(given), ...addedLines(given)];
  });
}

/** Rows of last year's form whose figures have no place in the new one: 上年表式的“规范性文件”：本年新制作数量 6、…. */
export function lostRows(table: TableSpec, last: readonly LastYear[], pack: TemplatePack): readonly string[] {
  return last.flatMap((report) => {
    const used = new Set(
      [...cellSpecs(pack).byAddress.keys()].flatMap((address) => mappedAddresses(address, report.pack, pack)),
    );
    const rows = [...(cellSpecs(report.pack).tables.get(table.id)?.byRow.values() ?? [])];
    return rows.flatMap((cells) => {
      const lost = cells.filter(({ address }) => !used.has(address));
      const figures = lost.map((cell) => lostFigure(cell, report)).filter((text) => text !== '');
      const [first] = cells;
      return first === undefined || figures.length === 0
        ? []
        : [
            `${INDENT}# 上年表式的“${rowTitle(first.table, first.rowPath)}”今年没有相同的格：${onOneLine(figures.join('、'))}`,
          ];
    });
  });
}

function lostFigure({ address, column }: CellSpec, { data, figures }: LastYear): string {
  const value = figures.values.get(address);
  if (value === undefined || value.kind === 'missing') return '';
  const input = data.tables.get(address.slice(0, address.indexOf('/')))?.cells.get(address);
  const unit = value.kind === 'number' ? (input?.unit ?? '') : '';
  return `${column.label} ${figureText(value)}${unit}${input?.remark ?? ''}`;
}

function noteLines({ notes }: TableInput, key: (canonical: string) => string): readonly string[] {
  if (notes.length === 0) return [];
  return [
    `${INDENT}# 上年的表注，今年还适用的去掉行首的“# ”：`,
    `${INDENT}# ${key('notes')}:`,
    ...notes.map(({ value }) => `${INDENT}#   - ${JSON.stringify(onOneLine(value))}`),
  ];
}

function labelLines({ labels }: TableInput): readonly string[] {
  return [...labels].map(([row, { value }]) => `${INDENT}# 上年本单位自己的行名（${row}）：${onOneLine(value)}`);
}

function addedLines({ added }: TableInput): readonly string[] {
  return added.map(
    ({ label, cells }) =>
      `${INDENT}# 上年本单位增加的行“${onOneLine(label.value)}”：${[...cells.values()].map(({ value }) => figureText(value)).join('、')}`,
  );
}
