/** What stands on each cell of the tables: the colour of its worst finding, and all of them in its note. */
import type { CellMark } from '../form/printed-sheet.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { levelNames, levelRoles, type Level } from './levels.js';
import type { ResultLine, ResultLines } from './lines.js';

const worst: readonly Level[] = ['error', 'warning', 'waived', 'info'];

/** By address. Findings under others are told too: their cells do not agree either. */
export function cellMarks({ main, folded }: ResultLines): ReadonlyMap<string, CellMark> {
  const byCell = new Map<string, ResultLine[]>();
  for (const line of [...main, ...folded])
    for (const address of markedCells(line.diagnostic)) {
      const lines = byCell.get(address);
      if (lines === undefined) byCell.set(address, [line]);
      else lines.push(line);
    }
  return new Map([...byCell].map(([address, lines]) => [address, markOf(lines)]));
}

/** A relation between cells is marked where it shows; what is wrong with cells by themselves, on all of them. */
function markedCells(diagnostic: Diagnostic): readonly string[] {
  const { cells = [], outcome } = diagnostic;
  const ofEach = outcome === undefined || diagnostic.facts?.['without_figure'] !== undefined;
  return ofEach ? cells : cells.slice(0, 1);
}

function markOf(lines: readonly ResultLine[]): CellMark {
  const level = worst.find((candidate) => lines.some((line) => line.level === candidate)) ?? 'info';
  const role = levelRoles[level];
  return {
    comment: lines.map(noteOf).join('\n'),
    ...(role === undefined ? {} : { role }),
  };
}

function noteOf({ number, level, what, advice }: ResultLine): string {
  const lines = [`第${number}条　${levelNames[level]}`, what, ...(advice === '' ? [] : [`怎么办：${advice}`])];
  return lines.join('\n');
}
