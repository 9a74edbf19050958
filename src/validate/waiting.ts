/**
 * Totals that could not be computed because a cell they are made of could not be read.
 */
import type { Figures } from '../data/types.js';
import { cellSpecs, type CellSpec, type TableCells } from '../pack/cells.js';
import type { TemplatePack } from '../pack/types.js';
import { nameExpressions } from '../rule/operands.js';
import { partsOf } from './compute.js';
import { cellsNamed } from './operands.js';

/**
 * For each computed cell without a figure that stands, directly or through other totals, on a cell in `reported`: that
 * cell's address. Whoever misses the total is told of that cell instead.
 */
export function waitingTotals(
  reported: ReadonlySet<string>,
  figures: Figures,
  pack: TemplatePack,
): ReadonlyMap<string, string> {
  const waiting = new Map<string, string>();
  const causeOf = (address: string): string | undefined => (reported.has(address) ? address : waiting.get(address));
  let found: boolean;
  do {
    found = false;
    for (const table of cellSpecs(pack).tables.values()) {
      for (const cell of table.cells) {
        if (waiting.has(cell.address) || figures.values.get(cell.address)?.kind !== 'missing') continue;
        const cause = partAddresses(cell, table)
          .map(causeOf)
          .find((address) => address !== undefined);
        if (cause === undefined) continue;
        waiting.set(cell.address, cause);
        found = true;
      }
    }
  } while (found);
  return waiting;
}

function partAddresses(cell: CellSpec, table: TableCells): readonly string[] {
  return [cell.column.computed, cell.row.computed].flatMap((formula) => {
    if (formula === undefined) return [];
    const line = partsOf(cell, formula, table);
    return nameExpressions(formula).flatMap((name) => (cellsNamed(name, line) ?? []).map(({ address }) => address));
  });
}
