/**
 * Breaks the text of a table cell. Wide cells are filled line by line; narrow ones are broken by sense as far as marks and
 * even groups of characters show it (most Chinese words have two): 社会／公益／组织, （三）／不予公开.
 */
import { breakLines, type BrokenLine, type BrokenText } from './break-lines.js';
import type { SetCharacter } from './set-text.js';

/** Cells that hold more characters a line than this are filled. */
const NARROW_CELL = 7;
const LONGEST_LABEL = 24;
/** Cost of a line more, of a break inside a pair of characters, and between two pairs. */
const LINE_COST = 2.6;
const ODD_COST = 4;
const EVEN_COST = 1;

/** Lines of a cell of `width` points. A figure (`isFigure`) is left whole; it is overfull when it is too wide. */
export function breakCell(characters: readonly SetCharacter[], width: number, isFigure: boolean): BrokenText {
  const filled = breakLines(characters, { first: width, rest: width, justify: false });
  const [first] = characters;
  if (first === undefined || filled.lines.length < 2) return filled;
  if (isFigure && !filled.lines.some((line) => isTornWord(characters, line))) return filled;
  if (isFigure) return { ...filled, overfull: true };
  const capacity = width / first.size;
  const isLabel = capacity < NARROW_CELL && characters.length <= LONGEST_LABEL;
  if (!isLabel || characters.some((character) => character.latin || character.endsLine === true)) return filled;
  const lines = labelLines(characters, filled, width);
  return lines === undefined ? filled : { ...filled, lines };
}

/** True when the line after this one goes on inside a number or Latin word. */
function isTornWord(characters: readonly SetCharacter[], line: BrokenLine): boolean {
  const before = characters[line.end - 1];
  const after = characters[line.end];
  return before?.latin === true && after?.latin === true && before.kind !== 'space' && after.kind !== 'space';
}

/** The cheapest lines of a label, or undefined when a part of it is wider than the cell. */
function labelLines(
  characters: readonly SetCharacter[],
  { table }: BrokenText,
  width: number,
): readonly BrokenLine[] | undefined {
  const count = characters.length;
  const best: ({ readonly cost: number; readonly from: number } | undefined)[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= count; end++) {
    best.push(undefined);
    if (end < count && table.cost[end] === Infinity) continue;
    let line = 0;
    for (let start = end - 1; start >= 0; start--) {
      line += characters[start]?.width ?? 0;
      if (line > width + 0.01) break;
      const before = best[start];
      if (before === undefined) continue;
      const fill = (1 - line / width) ** 2 * 0.5;
      const cost = before.cost + LINE_COST + (end < count ? breakCost(characters, end) : 0) + fill;
      if (best[end] === undefined || cost < (best[end]?.cost ?? 0)) best[end] = { cost, from: start };
    }
  }
  const lines: BrokenLine[] = [];
  for (let end = count; end > 0;) {
    const way = best[end];
    if (way === undefined) return undefined;
    lines.unshift({ start: way.from, end, edge: 0, stretch: 0, stretchAddresses: false, squeeze: 0, halfEnd: false });
    end = way.from;
  }
  return lines;
}

/**
 * Free after a mark, cheap where pairs of characters meet, dear inside a pair. In a group of an odd number the word of three
 * is taken to stand first: 本年度／办理／结果.
 */
function breakCost(characters: readonly SetCharacter[], at: number): number {
  let before = 0;
  for (let i = at - 1; i >= 0 && characters[i]?.kind === 'ideograph'; i--) before++;
  let after = 0;
  for (let i = at; i < characters.length && characters[i]?.kind === 'ideograph'; i++) after++;
  if (before === 0) return 0;
  if (before === 1 || (before % 2 === 1 && after % 2 === 1)) return ODD_COST;
  return after % 2 === 0 ? EVEN_COST : 2 * EVEN_COST;
}
