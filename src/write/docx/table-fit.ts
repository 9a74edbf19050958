/**
 * How high a table will be, well enough to choose the size that lets it stand on one page. Word breaks lines itself, so this
 * is an estimate, on the safe side: real fonts of tables are lower than the tallest one reckoned with here.
 */
import type { Grid } from '../../report/grid.js';
import type { TableLook } from '../../report/style.js';
import { type Cell, plainText } from '../../report/tree.js';
import { twipsOfPoints } from './measures.js';

/** Natural line height of the tallest 宋体 in use (Noto Serif CJK), as a multiple of the size; SimSun has 1.14. */
const tallestFace = 1.45;

/** Size step of the search and padding step, in points; Word sets sizes in half-points. */
const sizeStep = 0.5;
const paddingStep = 0.25;

/** Room that Word's borders take from each row, in twips. */
const borderTwips = 10;

export interface TableFit {
  /** Points. */
  readonly size: number;
  /** Points above and below the text of a cell. */
  readonly paddingY: number;
  /** Points: no row is lower. */
  readonly minRowHeight: number;
  /** Estimated height of each row in twips. */
  readonly rowHeights: readonly number[];
  readonly height: number;
  /** Whether the table is held to stay on one page. */
  readonly fits: boolean;
}

/** Column widths in twips that add up to `available` exactly; the remainder goes to the columns that lost most by rounding. */
export function columnTwips(relative: readonly number[], available: number): readonly number[] {
  const sum = relative.reduce((a, b) => a + b, 0);
  const exact = relative.map((width) => (width / sum) * available);
  const floors = exact.map(Math.floor);
  const missing = available - floors.reduce((a, b) => a + b, 0);
  const byLoss = exact.map((value, index) => ({ index, loss: value - Math.floor(value) }));
  byLoss.sort((a, b) => b.loss - a.loss || a.index - b.index);
  const raised = new Set(byLoss.slice(0, missing).map(({ index }) => index));
  return floors.map((width, index) => width + (raised.has(index) ? 1 : 0));
}

/**
 * The largest size between the look's `size` and `minSize` at which the table is no higher than `available` twips, and the
 * most padding it leaves room for. A look that does not ask for one page keeps its size and gives up padding, see `pagedPadding`.
 */
export function fitTable(grid: Grid, widths: readonly number[], look: TableLook, available: number): TableFit {
  const minRowHeight = look.onePage ? look.minRowHeight : singleRowHeight(look);
  const measure = (size: number, paddingY: number): TableFit => {
    const rowHeights = rowHeightsOf(grid, widths, { ...look, minRowHeight }, size, paddingY);
    const height = rowHeights.reduce((a, b) => a + b, 0);
    return { size, paddingY, minRowHeight, rowHeights, height, fits: height <= available };
  };
  if (!look.onePage) return { ...measure(look.size, pagedPadding(look)), fits: false };
  const wanted = measure(look.size, look.paddingY);
  if (wanted.fits) return wanted;
  for (let size = look.size; size >= look.minSize; size -= sizeStep) {
    for (let padding = look.paddingY; padding >= look.minPaddingY; padding -= paddingStep) {
      const tried = measure(size, padding);
      if (tried.fits) return tried;
    }
  }
  return wanted;
}

/**
 * Padding of a table over pages, so that a row of one line is as high as in the PDF in every face. Faces differ in their own
 * height, and rows that grew with the face would stand on other pages than in the PDF. Text stands in the middle of
 * its row, so nothing is seen of it but in rows of two lines, which stand closer to their borders.
 */
function pagedPadding(look: TableLook): number {
  const room = (singleRowHeight(look) - tallestFace * look.size) / 2;
  const wholeTwips = Math.floor(room * twipsOfPoints(1)) / twipsOfPoints(1);
  return Math.max(0, Math.min(look.paddingY, wholeTwips));
}

/** Height of a row of one line, as the PDF has it. */
function singleRowHeight(look: TableLook): number {
  return Math.max(look.minRowHeight, look.lineHeight * look.size + 2 * look.paddingY);
}

function rowHeightsOf(
  grid: Grid,
  widths: readonly number[],
  look: TableLook,
  size: number,
  paddingY: number,
): readonly number[] {
  const line = twipsOfPoints(Math.max(look.lineHeight, tallestFace) * size);
  const heights = grid.rows.map(() => twipsOfPoints(look.minRowHeight) + borderTwips);
  const needs: { readonly last: number; readonly first: number; readonly need: number }[] = [];
  grid.rows.forEach(({ slots }, row) => {
    slots.forEach((slot, column) => {
      if (slot.kind !== 'origin') return;
      const { cell } = slot;
      const width = widths.slice(column, column + cell.columnSpan).reduce((a, b) => a + b, 0);
      const room = width - 2 * twipsOfPoints(look.paddingX) - twipsOfPoints((cell.indent ?? 0) * size);
      const need = lineCount(cell, room / twipsOfPoints(size)) * line + 2 * twipsOfPoints(paddingY) + borderTwips;
      needs.push({ first: row, last: row + cell.rowSpan - 1, need });
    });
  });
  // Cells of one row first: a cell over several rows only makes the last of them higher when they leave too little.
  for (const { first, last, need } of needs.sort((a, b) => a.last - a.first - (b.last - b.first))) {
    const have = heights.slice(first, last + 1).reduce((a, b) => a + b, 0);
    if (need > have) heights[last] = (heights[last] ?? 0) + need - have;
  }
  return heights;
}

function lineCount(cell: Cell, characters: number): number {
  return plainText(cell.children)
    .split('\n')
    .reduce((sum, line) => sum + linesOf(line, Math.max(1, characters)), 0);
}

/** Lines a text takes when a line holds `characters` Chinese characters; words and numbers are half as wide and stay whole. */
export function linesOf(text: string, characters: number): number {
  let lines = 1;
  let used = 0;
  for (const piece of text.match(/[\u0020-\u024F]+|./gsu) ?? []) {
    const width = /^[\u0020-\u024F]/u.test(piece) ? piece.length / 2 : 1;
    if (used + width > characters && used > 0) {
      lines++;
      used = 0;
    }
    used += width;
    // A word longer than the line is broken inside.
    while (used > characters) {
      lines++;
      used -= characters;
    }
  }
  return lines;
}
