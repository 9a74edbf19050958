/** The facts of the agency on the first sheet of a form, found by the labels before them. */
import { normaliseName } from '../pack/normalise-name.js';
import type { ScalarNode } from '../load/node.js';
import { placeName } from '../sheet/places.js';
import { cellAt, valueOf, type ReadWorkbook } from '../sheet/read-model.js';
import type { SourceRange } from '../source/source.js';
import { guideLabels } from './guide.js';

export interface ReadGuide {
  readonly name?: ScalarNode;
  readonly kind?: ScalarNode;
  readonly level?: ScalarNode;
  /** Where the name is, or should be. */
  readonly range: SourceRange;
}

/** Rows of the sheet that are looked at. */
const MOST_ROWS = 60;

export function readGuide(workbook: ReadWorkbook, sheetName: string, file: string): ReadGuide {
  const name = factOf(workbook, sheetName, guideLabels.name, file);
  const kind = factOf(workbook, sheetName, guideLabels.kind, file).node;
  const level = factOf(workbook, sheetName, guideLabels.level, file).node;
  return {
    range: name.range,
    ...(name.node === undefined ? {} : { name: name.node }),
    ...(kind === undefined ? {} : { kind }),
    ...(level === undefined ? {} : { level }),
  };
}

function factOf(
  workbook: ReadWorkbook,
  sheetName: string,
  label: string,
  file: string,
): { readonly node?: ScalarNode; readonly range: SourceRange } {
  const whole: SourceRange = { file, start: 0, end: 0 };
  const sheets = [...workbook.sheets].sort((a, b) => Number(b.name === sheetName) - Number(a.name === sheetName));
  for (const sheet of sheets.filter(({ hidden }) => !hidden)) {
    for (const [row, cells] of [...sheet.rows].sort(([a], [b]) => a - b).slice(0, MOST_ROWS)) {
      for (const [column, cell] of cells) {
        if (cell.kind !== 'text' || normaliseName(cell.text) !== normaliseName(label)) continue;
        const range: SourceRange = { ...whole, cell: placeName(sheet.name, row, column + 1) };
        const value = valueOf(cellAt(sheet, row, column + 1));
        const text = value.kind === 'text' || value.kind === 'number' ? value.text.trim() : '';
        return text === '' ? { range } : { range, node: { type: 'scalar', text, style: 'plain', empty: false, range } };
      }
    }
  }
  return { range: whole };
}
