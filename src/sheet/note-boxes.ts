/**
 * Boxes of cell notes, made large enough for what they say: programs do not measure them, and cut a long one off. Comes in: the
 * drawing part that the library wrote, with boxes all of one size. Goes out: the same part with a size for each note.
 */
import { displayWidth } from '../source/width.js';
import type { Sheet } from './model.js';

/** Points. */
const WIDTH = 250;
const LINE = 12.5;
const EDGE = 10;
/** Columns of a line in a note, at the size in which programs show notes. */
const PER_LINE = 48;
const MOST_HEIGHT = 380;
/** Points of a column's character and of a row without a height of its own. */
const CHARACTER = 5.6;
const ROW = 15;

export function withNoteBoxes(drawing: string, sheet: Sheet): string {
  const notes = new Map(
    sheet.cells.flatMap(({ row, column, comment }) => (comment === undefined ? [] : [[`${row},${column}`, comment]])),
  );
  return drawing.replace(/<v:shape id=.*?<\/v:shape>/gsu, (shape) => {
    const row = Number(/<x:Row>(\d+)<\/x:Row>/u.exec(shape)?.[1]);
    const column = Number(/<x:Column>(\d+)<\/x:Column>/u.exec(shape)?.[1]);
    const note = notes.get(`${row},${column}`);
    return note === undefined ? shape : sized(shape, sheet, row, column, heightOf(note));
  });
}

function heightOf(note: string): number {
  const lines = note.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / PER_LINE)), 0);
  return Math.min(MOST_HEIGHT, lines * LINE + EDGE);
}

/** The anchor counts columns and rows from the cell's right upper corner; the style says the same in points. */
function sized(shape: string, sheet: Sheet, row: number, column: number, height: number): string {
  const right = reached(column + 1, WIDTH, (at) => (sheet.widths[at] ?? 8.43) * CHARACTER);
  const bottom = reached(row, height, (at) => sheet.heights?.get(at) ?? ROW);
  return shape
    .replace(/width:[\d.]+pt;height:[\d.]+pt/u, `width:${WIDTH}pt;height:${height}pt`)
    .replace(/<x:Anchor>[^<]*<\/x:Anchor>/u, `<x:Anchor>${column + 1},15,${row},2,${right},15,${bottom},4</x:Anchor>`);
}

/** The first place after `from` at which so many points are behind. */
function reached(from: number, points: number, sizeOf: (at: number) => number): number {
  let at = from;
  for (let left = points; left > 0; at++) left -= sizeOf(at);
  return at;
}
