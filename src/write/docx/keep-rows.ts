/**
 * Which rows stay with the next one. Word keeps rows together by `keepNext` on their paragraphs: the whole table when
 * it fits a page, else headings with what they head, and small groups of one label.
 */
import type { Grid, GridRow } from '../../report/grid.js';
import type { TableFit } from './table-fit.js';

/** A group under one label is kept whole when it is no higher than this share of the page. */
const groupShare = 0.5;

/**
 * One flag a row, true = keep with next. `pageHeight` in twips. `noteFollows`: the last row stays with the note printed
 * under the table.
 */
export function keepFlags(grid: Grid, fit: TableFit, pageHeight: number, noteFollows: boolean): readonly boolean[] {
  const last = grid.rows.length - 1;
  return grid.rows.map((row, index) => {
    if (index === last) return noteFollows;
    if (fit.fits || index < grid.bodyStart) return true;
    const { kind } = row.row;
    if (kind === 'head' || kind === 'band' || kind === 'category') return true;
    return (
      grid.rows[index + 1]?.row.keepWithPrevious === true || inSmallGroup(grid, fit, index, pageHeight * groupShare)
    );
  });
}

/** Whether a label that covers this row and the next belongs to a group low enough to be kept whole. */
function inSmallGroup(grid: Grid, fit: TableFit, row: number, limit: number): boolean {
  const next = grid.rows[row + 1];
  if (next === undefined) return false;
  return next.slots.some((slot) => {
    if (slot.kind !== 'covered' || slot.row > row) return false;
    const span = originSpan(grid.rows[slot.row], slot.column);
    const height = fit.rowHeights.slice(slot.row, slot.row + span).reduce((a, b) => a + b, 0);
    return height <= limit;
  });
}

function originSpan(row: GridRow | undefined, column: number): number {
  const slot = row?.slots[column];
  return slot?.kind === 'origin' ? slot.cell.rowSpan : 1;
}
