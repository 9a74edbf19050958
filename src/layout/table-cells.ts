/** Cells of a table with their places in the grid, and their text set at a size and width. */
import { gridOf } from '../report/grid.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Cell, Inline, Row, Table } from '../report/tree.js';
import type { TableLook } from '../report/style.js';
import { breakCell } from './break-cell.js';
import type { SetLine } from './paragraphs.js';
import { lineWidth, runsOf } from './runs.js';
import type { SetCharacter, TextPlace, TextSetter } from './set-text.js';

/** A cell and where it lies: rows and columns are 0-based, ends exclusive. Head and body rows count on. */
export interface PlacedCell {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
  readonly rowEnd: number;
  readonly columnEnd: number;
}

/** A table with its spans resolved. `x[c]` is the left border of column `c` from the frame's left edge. */
export interface PlacedTable {
  readonly table: Table;
  readonly look: TableLook;
  readonly cells: readonly PlacedCell[];
  /** What each row is: head rows, then body rows. */
  readonly kinds: readonly Row['kind'][];
  /** Number of rows, and how many of them are head rows. */
  readonly rows: number;
  readonly head: number;
  readonly x: readonly number[];
}

/** Resolves spans and column widths: together with its outer border the table fills `width` exactly. */
export function placeTable(
  table: Table,
  look: TableLook,
  width: number,
): { readonly value?: PlacedTable; readonly diagnostics: readonly Diagnostic[] } {
  const { value: grid, diagnostics } = gridOf(table);
  if (grid === undefined) return { diagnostics };
  const cells: PlacedCell[] = [];
  grid.rows.forEach((row, r) => {
    row.slots.forEach((slot, c) => {
      if (slot.kind !== 'origin') return;
      const { cell } = slot;
      cells.push({ cell, row: r, column: c, rowEnd: r + cell.rowSpan, columnEnd: c + cell.columnSpan });
    });
  });
  const usable = width - look.outerBorder;
  const total = table.widths.reduce((sum, share) => sum + share, 0);
  const x = [look.outerBorder / 2];
  let shares = 0;
  for (const share of table.widths) {
    shares += share;
    x.push(look.outerBorder / 2 + (usable * shares) / total);
  }
  const kinds = [...table.head, ...table.body].map((row) => row.kind);
  return { value: { table, look, cells, kinds, rows: grid.rows.length, head: grid.bodyStart, x }, diagnostics };
}

/** Text of a cell set at one size. */
export interface CellText {
  readonly lines: readonly SetLine[];
  readonly size: number;
}

/** A figure is never set smaller than this, points (小六号). */
const LEAST_FIGURE_SIZE = 6.5;

/** Sets cell texts, each once for a size and width. Gives `layout/number-too-wide` (error) at the cell. */
export class CellSetter {
  readonly diagnostics: Diagnostic[] = [];
  readonly #setter: TextSetter;
  readonly #texts = new Map<Cell, Map<string, CellText>>();

  constructor(setter: TextSetter) {
    this.#setter = setter;
  }

  /** `suffix` is printed after the cell's own text: （续） on a further page. */
  textOf(placed: PlacedTable, { cell, row, column, columnEnd }: PlacedCell, size: number, suffix = ''): CellText {
    const texts = this.#texts.get(cell) ?? new Map<string, CellText>();
    this.#texts.set(cell, texts);
    const key = `${size} ${suffix}`;
    const known = texts.get(key);
    if (known !== undefined) return known;
    const { look, table, kinds, x } = placed;
    const indent = (cell.indent ?? 0) * size;
    const width = (x[columnEnd] ?? 0) - (x[column] ?? 0) - 2 * look.paddingX - indent;
    const inlines: readonly Inline[] =
      suffix === '' ? cell.children : [...cell.children, { type: 'text', value: suffix }];
    const isBold = cell.bold === true || (look.boldCategories && kinds[row] === 'category');
    const place: TextPlace = {
      name: table.name,
      ...(cell.origin === undefined ? {} : { origin: cell.origin }),
    };
    const set = (at: number): SetCharacter[] =>
      this.#setter.set(inlines, { role: roleOf(cell, look), size: at, bold: isBold, tracking: 0 }, place);
    const text = this.#fitted(set, size, width, indent, cell, place);
    texts.set(key, text);
    return text;
  }

  #fitted(
    set: (size: number) => SetCharacter[],
    size: number,
    width: number,
    indent: number,
    cell: Cell,
    place: TextPlace,
  ): CellText {
    const isFigure = cell.kind === 'value' || cell.kind === 'attribute';
    let at = size;
    let characters = set(at);
    let broken = breakCell(characters, width, isFigure);
    // A figure that no line of its cell can hold is set smaller rather than cut.
    while (broken.overfull && at - 0.5 >= LEAST_FIGURE_SIZE) {
      at -= 0.5;
      characters = set(at);
      broken = breakCell(characters, width, isFigure);
    }
    if (broken.overfull) this.#reportTooWide(characters, cell, place);
    const lines = broken.lines.map((line): SetLine => {
      const lineWide = lineWidth(characters, broken, line);
      const room = width - lineWide;
      const shift = cell.align === 'right' ? room : cell.align === 'center' ? room / 2 : 0;
      return { runs: runsOf(characters, broken, line, indent + shift), width: lineWide };
    });
    return { lines, size: at };
  }

  #reportTooWide(characters: readonly SetCharacter[], cell: Cell, place: TextPlace): void {
    const figure = characters.map((character) => character.text).join('');
    this.diagnostics.push({
      code: 'layout/number-too-wide',
      severity: 'error',
      message: {
        zh: `${place.name}中的“${figure}”以最小字号也放不进这一栏。`,
        en: `“${figure}” in ${place.name} does not fit its column even at the smallest size.`,
      },
      hint: {
        zh: '请核对这个数；确需印出的，请在模板中加宽这一栏。',
        en: 'Check the figure; if it is right, widen the column in the pack.',
      },
      facts: { text: figure },
      ...(cell.address === undefined ? {} : { cells: [cell.address] }),
      ...(place.origin === undefined ? {} : { range: place.origin }),
    });
  }
}

function roleOf(cell: Cell, look: TableLook): TableLook['font'] {
  if (cell.note === true) return look.noteFont;
  return cell.kind === 'columnHead' || cell.kind === 'band' || cell.kind === 'corner' ? look.headFont : look.font;
}
