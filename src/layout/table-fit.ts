/** Heights of table rows, and the size and padding at which a table fits a given height. */
import type { CellSetter, CellText, PlacedCell, PlacedTable } from './table-cells.js';

/** Size and vertical padding a table is set at, points. */
export interface TableScale {
  readonly size: number;
  readonly paddingY: number;
}

/** Rows `from` to `to` (exclusive) as they stand on one page. */
export interface Fragment {
  readonly placed: PlacedTable;
  readonly scale: TableScale;
  /** Row numbers in printing order: repeated head rows first, then the rows of this page. */
  readonly rows: readonly number[];
  /** How many leading rows are repeated heads. */
  readonly repeated: number;
  /** `y[i]` is the upper border of row `rows[i]` below the fragment's top; the last entry is the lower border. */
  readonly y: readonly number[];
  readonly cells: readonly FragmentCell[];
  /** With the outer border. */
  readonly height: number;
}

/** The part of a cell that lies on one page; `top` and `bottom` index the fragment's rows, `bottom` exclusive. */
export interface FragmentCell {
  readonly placed: PlacedCell;
  readonly top: number;
  readonly bottom: number;
  readonly text: CellText;
  /** The cell began on an earlier page, or is part of a repeated head. */
  readonly isRepeat: boolean;
}

/** Steps of the search, points. */
const SIZE_STEP = 0.5;
const PADDING_STEP = 0.25;

/** Sets rows `from` to `to` with the head rows above them when `from` lies in the body and not at its start. */
export function fragmentOf(
  placed: PlacedTable,
  setter: CellSetter,
  scale: TableScale,
  from: number,
  to: number,
  continued: string,
): Fragment {
  const repeats = from > placed.head ? placed.head : 0;
  const rows: number[] = [];
  for (let row = 0; row < repeats; row++) rows.push(row);
  for (let row = from; row < to; row++) rows.push(row);
  const indexOf = new Map(rows.map((row, i) => [row, i]));
  const cells: FragmentCell[] = [];
  for (const cell of placed.cells) {
    const inHead = cell.row < repeats;
    if (!inHead && (cell.rowEnd <= from || cell.row >= to)) continue;
    const firstRow = inHead ? cell.row : Math.max(cell.row, from);
    const lastRow = (inHead ? cell.rowEnd : Math.min(cell.rowEnd, to)) - 1;
    const goesOn = !inHead && cell.row < from;
    cells.push({
      placed: cell,
      top: indexOf.get(firstRow) ?? 0,
      bottom: (indexOf.get(lastRow) ?? 0) + 1,
      text: setter.textOf(placed, cell, scale.size, goesOn ? continued : ''),
      isRepeat: inHead || goesOn,
    });
  }
  const heights = rowHeights(placed, scale, rows.length, cells);
  const y = [placed.look.outerBorder / 2];
  for (const height of heights) y.push((y.at(-1) ?? 0) + height);
  return {
    placed,
    scale,
    rows,
    repeated: repeats,
    y,
    cells,
    height: (y.at(-1) ?? 0) + placed.look.outerBorder / 2,
  };
}

function rowHeights(
  { look }: PlacedTable,
  scale: TableScale,
  count: number,
  cells: readonly FragmentCell[],
): readonly number[] {
  const heights = Array.from({ length: count }, () => look.minRowHeight);
  const bySpan = [...cells].sort((a, b) => a.bottom - a.top - (b.bottom - b.top));
  for (const cell of bySpan) {
    const wanted = cell.text.lines.length * cell.text.size * look.lineHeight + 2 * scale.paddingY;
    let has = 0;
    for (let i = cell.top; i < cell.bottom; i++) has += heights[i] ?? 0;
    if (wanted <= has) continue;
    // What a merged cell needs beyond its rows is shared by them, so that none stands out.
    const share = (wanted - has) / (cell.bottom - cell.top);
    for (let i = cell.top; i < cell.bottom; i++) heights[i] = (heights[i] ?? 0) + share;
  }
  return heights;
}

/**
 * The largest scale at which all rows fit `height`: the type size counts before the padding. Undefined when even the least
 * size and padding of the look are too high.
 */
export function fitWhole(
  placed: PlacedTable,
  setter: CellSetter,
  height: number,
  continued: string,
): Fragment | undefined {
  const { look } = placed;
  const at = (size: number, paddingY: number): Fragment =>
    fragmentOf(placed, setter, { size, paddingY }, 0, placed.rows, continued);
  for (let size = look.size; size >= look.minSize - 0.001; size -= SIZE_STEP) {
    if (at(size, look.minPaddingY).height > height) continue;
    for (let padding = look.paddingY; padding > look.minPaddingY; padding -= PADDING_STEP) {
      const fragment = at(size, padding);
      if (fragment.height <= height) return fragment;
    }
    return at(size, look.minPaddingY);
  }
  return undefined;
}
