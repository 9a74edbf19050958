/**
 * Breaks characters into lines of a given width. Looks at the whole paragraph: of all ways allowed it takes the one whose
 * lines are stretched or squeezed least (the method of Knuth and Plass, with Chinese marks as the only shrinkable white).
 */
import { breakTable, isSqueezable, NEVER, type BreakTable } from './breaks.js';
import type { SetCharacter } from './set-text.js';

/** One line: characters `start` to `end` (exclusive, trailing spaces taken off) and how its white is set. */
export interface BrokenLine {
  readonly start: number;
  readonly end: number;
  /** Points put between Chinese and Latin words or numbers, beside `stretch`. */
  readonly edge: number;
  /** Points put between each pair of characters that may be stretched. */
  readonly stretch: number;
  /** White goes between the characters of web addresses too, since the line has too few other places for it. */
  readonly stretchAddresses: boolean;
  /** Points taken off each mark inside the line that is not halved already. */
  readonly squeeze: number;
  /** The mark at the line's end takes half its cell. */
  readonly halfEnd: boolean;
}

export interface LineShape {
  /** Width of the first line and of all others, points. */
  readonly first: number;
  readonly rest: number;
  /** Lines other than the last reach the right edge. */
  readonly justify: boolean;
  /** Text that can be broken nowhere (a row of hundreds of opening marks) is broken anyway: nothing leaves the page. */
  readonly neverOverfull?: boolean;
}

export interface BrokenText {
  readonly lines: readonly BrokenLine[];
  readonly table: BreakTable;
  /** A line could not be broken and is wider than its place. */
  readonly overfull: boolean;
}

/** A mark gives up at most a quarter of its cell inside a line, a line at most half a character in all. */
const MOST_SQUEEZE_OF_MARK = 0.25;
const MOST_SQUEEZE_OF_LINE = 0.5;
/** Most white beside a number or Latin word before the other gaps open, in characters, and its cost. */
const MOST_EDGE = 0.12;
const EDGE_COST = 0.1;
/** White between characters of an address shows more than between ideographs. */
const ADDRESS_FACTOR = 10;
/** Gaps wider than this share of a character are loose enough to space out web addresses as well. */
const LOOSE_GAP = 0.1;
/** Cost of halving the mark at a line's end, of squeezing by half a character, of overflowing by a point. */
const HALF_END_COST = 0.05;
const SQUEEZE_COST = 0.3;
const OVERFULL_COST = 1e6;
/** Cost of a last line of a single character (单字不成行): more than moving one down to it costs. */
const LONE_CHARACTER_COST = 1;
/** Cost of a break where none is allowed: below that of a line that leaves its place. */
const LAST_RESORT = 10_000;
/** Lines filled less than this are taken only when nothing else can be. */
const LEAST_FILL = 0.7;
/** Tolerance of a fit: far less than can be seen, more than rounding adds up to. */
const EPSILON = 0.01;

/** Lines of `characters`. Forced line ends are kept. */
export function breakLines(characters: readonly SetCharacter[], shape: LineShape): BrokenText {
  const table = breakTable(characters, Math.min(shape.first, shape.rest));
  const broken = breakBy(table, characters, shape);
  if (!broken.overfull || shape.neverOverfull !== true) return broken;
  const cost = table.cost.map((own, i) => (i > 0 && own === NEVER ? LAST_RESORT : own));
  return breakBy({ ...table, cost }, characters, shape);
}

function breakBy(table: BreakTable, characters: readonly SetCharacter[], shape: LineShape): BrokenText {
  const lines: BrokenLine[] = [];
  let overfull = false;
  let start = 0;
  for (let i = 0; i <= characters.length; i++) {
    if (i < characters.length && characters[i - 1]?.endsLine !== true) continue;
    if (i === start) continue;
    const part = breakSegment(characters, table, start, i, shape);
    lines.push(...part.lines);
    overfull ||= part.overfull;
    start = i;
  }
  return { lines, table, overfull };
}

interface Sums {
  readonly width: readonly number[];
  readonly gaps: readonly number[];
  readonly edges: readonly number[];
  readonly addressGaps: readonly number[];
  readonly marks: readonly number[];
}

/** Running totals, so that any line is measured in one step. */
function sumsOf(characters: readonly SetCharacter[], table: BreakTable): Sums {
  const width = [0];
  const gaps = [0];
  const edges = [0];
  const addressGaps = [0];
  const marks = [0];
  characters.forEach((character, i) => {
    width.push((width[i] ?? 0) + widthOf(character, table.halved[i] === true));
    gaps.push((gaps[i] ?? 0) + (table.stretch[i] === true ? 1 : 0));
    edges.push((edges[i] ?? 0) + (table.edge[i] === true ? 1 : 0));
    addressGaps.push((addressGaps[i] ?? 0) + (table.inAddress[i] === true ? 1 : 0));
    marks.push((marks[i] ?? 0) + (isSqueezable(character) && table.halved[i] !== true ? 1 : 0));
  });
  return { width, gaps, edges, addressGaps, marks };
}

/** Width of a character in its full or half cell. */
export function widthOf(character: SetCharacter, halved: boolean): number {
  return halved ? character.width - character.size / 2 : character.width;
}

interface Way {
  readonly cost: number;
  readonly from: number;
  readonly line: BrokenLine;
}

function breakSegment(
  characters: readonly SetCharacter[],
  table: BreakTable,
  first: number,
  last: number,
  shape: LineShape,
): { readonly lines: BrokenLine[]; readonly overfull: boolean } {
  const sums = sumsOf(characters, table);
  // What stands on one line need not be weighed: most cells of a table do.
  const whole = fitLine(
    characters,
    table,
    sums,
    first,
    last,
    first === 0 ? shape.first : shape.rest,
    true,
    shape.justify,
  );
  if (!whole.over && whole.cost === 0) return { lines: [whole.line], overfull: false };
  const best = new Map<number, Way>();
  const stops: number[] = [first];
  for (let end = first + 1; end <= last; end++) {
    const breakCost = end === last ? 0 : (table.cost[end] ?? NEVER);
    if (breakCost === NEVER) continue;
    let choice = undefined as Way | undefined;
    let short: number | undefined;
    const consider = (start: number): boolean => {
      const before = start === first ? 0 : (best.get(start)?.cost ?? 0);
      // Only the first line of the paragraph has the first line's width, also after a forced line end.
      const target = start === 0 ? shape.first : shape.rest;
      const fit = fitLine(characters, table, sums, start, end, target, end === last, shape.justify);
      const cost = before + breakCost + fit.cost;
      if (choice === undefined || cost < choice.cost) choice = { cost, from: start, line: fit.line };
      return fit.over;
    };
    for (let k = stops.length - 1; k >= 0; k--) {
      const start = stops[k] ?? first;
      const width = (sums.width[end] ?? 0) - (sums.width[start] ?? 0);
      // A line far from full is not worth a look unless there is no other.
      if (end < last && width < LEAST_FILL * (start === 0 ? shape.first : shape.rest)) short = start;
      // Lines from earlier starts are wider still.
      else if (consider(start)) break;
    }
    if (short !== undefined && (choice === undefined || choice.cost >= OVERFULL_COST)) consider(short);
    if (choice !== undefined) {
      best.set(end, choice);
      stops.push(end);
    }
  }
  const lines: BrokenLine[] = [];
  let at = last;
  while (at > first) {
    const way = best.get(at);
    if (way === undefined) break;
    lines.unshift(way.line);
    at = way.from;
  }
  return { lines, overfull: (best.get(last)?.cost ?? 0) >= OVERFULL_COST };
}

interface Fit {
  readonly line: BrokenLine;
  readonly cost: number;
  readonly over: boolean;
}

function fitLine(
  characters: readonly SetCharacter[],
  table: BreakTable,
  sums: Sums,
  start: number,
  stop: number,
  target: number,
  isLast: boolean,
  justify: boolean,
): Fit {
  let end = stop;
  while (end > start + 1 && characters[end - 1]?.kind === 'space') end--;
  const tail = characters[end - 1];
  const size = tail?.size ?? 1;
  let width = (sums.width[end] ?? 0) - (sums.width[start] ?? 0);
  // A mark halved for the sake of its right neighbour is whole again when the line ends between them.
  if (table.halved[end - 1] === true && tail?.kind === 'closing' && end < characters.length) width += size / 2;
  const between = (counts: readonly number[]): number => (counts[end] ?? 0) - (counts[start + 1] ?? 0);
  const room = target - width;
  const canHalve = tail !== undefined && tail.kind === 'closing' && isSqueezable(tail);
  const plain: BrokenLine = { start, end, edge: 0, stretch: 0, stretchAddresses: false, squeeze: 0, halfEnd: false };
  const stretched = (white: number): { readonly line: BrokenLine; readonly cost: number } => {
    // Ragged lines are not stretched, but they too should be as full as possible.
    if (isLast)
      return { line: plain, cost: justify && isLoneCharacter(characters, start, end) ? LONE_CHARACTER_COST : 0 };
    if (!justify) return { line: plain, cost: 0.01 * (white / size) ** 2 };
    if (white <= EPSILON) return { line: plain, cost: 0 };
    // First beside numbers and Latin words, as far as it does not look like a space, which leaves the Chinese on its grid.
    const edges = between(sums.edges);
    const edge = edges === 0 ? 0 : Math.min(white / edges, MOST_EDGE * size);
    const edgeCost = EDGE_COST * (edge / size / MOST_EDGE) ** 2;
    const left = white - edge * edges;
    const gaps = between(sums.gaps);
    const all = gaps + between(sums.addressGaps);
    const stretchAddresses = all > gaps && left > gaps * size * LOOSE_GAP;
    const places = stretchAddresses ? all : gaps;
    const stretch = places === 0 ? 0 : left / places;
    // A line with nothing to stretch falls short of the edge instead.
    const loose = places === 0 ? left / 4 : stretch;
    const looseCost = 100 * (loose / size) ** 2 * (stretchAddresses ? ADDRESS_FACTOR : 1);
    return { line: { ...plain, edge, stretch, stretchAddresses }, cost: edgeCost + looseCost };
  };
  if (room >= -EPSILON) return { ...stretched(room), over: false };
  const head = characters[start];
  const edges =
    (canHalve && table.halved[end - 1] !== true ? 1 : 0) +
    (head?.kind === 'opening' && isSqueezable(head) && table.halved[start] !== true ? 1 : 0);
  const marks = (sums.marks[end] ?? 0) - (sums.marks[start] ?? 0) - edges;
  const canSqueeze = Math.min(marks * MOST_SQUEEZE_OF_MARK, MOST_SQUEEZE_OF_LINE) * size;
  if (justify && marks > 0 && -room <= canSqueeze) {
    const cost = SQUEEZE_COST * ((-room / size) * 2) ** 2 + HALF_END_COST;
    return { line: { ...plain, squeeze: -room / marks }, cost, over: false };
  }
  if (canHalve && room + size / 2 >= -EPSILON) {
    const half = stretched(room + size / 2);
    return { line: { ...half.line, halfEnd: true }, cost: half.cost + HALF_END_COST, over: false };
  }
  return { line: plain, cost: OVERFULL_COST * (1 - room), over: true };
}

/** True for a paragraph's last line of one character, with or without the marks after it. */
function isLoneCharacter(characters: readonly SetCharacter[], start: number, end: number): boolean {
  if (start === 0) return false;
  let count = 0;
  for (let i = start; i < end; i++) if (characters[i]?.kind !== 'closing') count++;
  return count <= 1;
}
