/** Every figure cell of one table at its place on the sheet of a filled form, and what stands in the way. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { cellSpecs, type CellSpec } from '../pack/cells.js';
import type { TemplatePack } from '../pack/types.js';
import { placeName, cellName } from '../sheet/places.js';
import { mergeAt, valueOf, type MergedArea, type ReadSheet } from '../sheet/read-model.js';
import type { SourceRange } from '../source/source.js';
import { columnLost, labelChanged, mergedCells, rowLost, strayFigures } from './findings.js';
import { findColumns } from './find-columns.js';
import { findRows } from './find-rows.js';
import type { Place } from './formula.js';
import type { FormSheet } from './layout.js';

export interface FoundCells {
  readonly places: ReadonlyMap<string, Place>;
  /** Cells that are part of a merged area together with others: nothing can be read from them. */
  readonly unreadable: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds the cells by their labels. Gives `form/row-lost`, `…column-lost`, `…label-changed`, `…merged-cells`, `…stray-figures`. */
export function findCells(form: FormSheet, sheet: ReadSheet, pack: TemplatePack, file: string): FoundCells {
  const { spec: table } = form;
  const rangeAt = (row: number, column: number): SourceRange => ({
    file,
    start: 0,
    end: 0,
    cell: placeName(sheet.name, row, column),
  });
  const rows = findRows(form, sheet);
  const columns = findColumns(form, sheet, rows.rows);
  const addressesOf = (test: (cell: { row: number; column: number }) => boolean): readonly string[] =>
    form.cells.flatMap((cell) => (cell.cell.address !== undefined && test(cell) ? [cell.cell.address] : []));
  const places = new Map<string, Place>();
  const merged = new Map<MergedArea, string[]>();
  for (const { row, column, cell } of form.cells) {
    const [at, across] = [rows.rows.get(row), columns.columns.get(column)];
    if (cell.address === undefined || at === undefined || across === undefined) continue;
    const area = mergeAt(sheet, at, across);
    places.set(cell.address, { row: area?.top ?? at, column: area?.left ?? across });
    if (area !== undefined) merged.set(area, [...(merged.get(area) ?? []), cell.address]);
  }
  const shared = [...merged].filter(([, addresses]) => addresses.length > 1);
  const specOf = (address: string): CellSpec | undefined => cellSpecs(pack).byAddress.get(address);
  const stray = strayPlaces(sheet, rows.rows, places);
  return {
    places,
    unreadable: new Set(shared.flatMap(([, addresses]) => addresses)),
    diagnostics: [
      ...rows.lost.map(({ row, label, at, text }) =>
        rowLost(
          rangeAt(at, 0),
          table,
          label,
          text,
          addressesOf((cell) => cell.row === row),
        ),
      ),
      ...columns.lost.map(({ column, label }) =>
        columnLost(
          rangeAt(rows.rows.get(form.tableRows.start) ?? 0, column),
          table,
          label,
          addressesOf((cell) => cell.column === column),
        ),
      ),
      ...rows.relabelled.map(({ at, label }) => labelChanged(rangeAt(at, 0), table, label)),
      ...columns.relabelled.map(({ row, column, label }) =>
        labelChanged(rangeAt(row, columns.columns.get(column) ?? column), table, label),
      ),
      ...shared.map(([area, addresses]) =>
        mergedCells(
          rangeAt(area.top, area.left),
          addresses.flatMap((address) => specOf(address) ?? []),
        ),
      ),
      ...(stray.length === 0
        ? []
        : [
            strayFigures(
              rangeAt(stray[0]?.row ?? 0, stray[0]?.column ?? 0),
              table,
              stray.map((at) => cellName(at.row, at.column)),
            ),
          ]),
    ],
  };
}

/** Numbers between the first and the last row of the table that are in none of its cells. */
function strayPlaces(
  sheet: ReadSheet,
  rows: ReadonlyMap<number, number>,
  places: ReadonlyMap<string, Place>,
): readonly Place[] {
  const found = [...rows.values()];
  const [first, last] = [Math.min(...found), Math.max(...found)];
  const known = new Set([...places.values()].map(({ row, column }) => cellName(row, column)));
  const inTable = [...sheet.rows].filter(([row]) => row >= first && row <= last).sort(([a], [b]) => a - b);
  return inTable.flatMap(([row, cells]) =>
    [...cells].flatMap(([column, cell]) =>
      valueOf(cell).kind === 'number' && !known.has(cellName(row, column)) ? [{ row, column }] : [],
    ),
  );
}
