/** Splits a table that no page holds: between groups where possible, never inside a row, head rows again on every page. */
import { fragmentOf, type Fragment, type TableScale } from './table-fit.js';
import type { CellSetter, PlacedTable } from './table-cells.js';

/** Cost of a page more, of cutting one merged cell, of leaving a whole page empty, of a break inside a category or band. */
const PAGE_COST = 4;
const CUT_COST = 1;
const EMPTY_PAGE_COST = 5;
const IN_GROUP_COST = 1;
/** So many of the best page ends are followed up on each page. */
const CANDIDATES = 3;

export interface Split {
  readonly fragments: readonly Fragment[];
  /** A row is higher than a page. */
  readonly tooTall: boolean;
}

/**
 * Fragments of a table, the first one no higher than `firstHeight`, the others no higher than `restHeight`: as few as can be,
 * cutting as few groups as can be. Undefined when not even the head and one group of rows fit into the first.
 */
export function splitTable(
  placed: PlacedTable,
  setter: CellSetter,
  scale: TableScale,
  firstHeight: number,
  restHeight: number,
  continued: string,
): Split | undefined {
  const known = new Map<number, Way>();
  const set = (from: number, to: number): Fragment => fragmentOf(placed, setter, scale, from, to, continued);
  const wayFrom = (from: number): Way => {
    const found = known.get(from);
    if (found !== undefined) return found;
    const height = from === 0 ? firstHeight : restHeight;
    const start = Math.max(from, placed.head);
    const fitting = fittingFragments(start, placed.rows, height, (to) => set(from, to));
    const last = fitting.at(-1);
    let way: Way;
    if (last === undefined) {
      // The row is set all the same, so that what is refused can be named.
      const rest = start + 1 < placed.rows ? wayFrom(start + 1) : END;
      way = { cost: rest.cost, fragments: [set(from, start + 1), ...rest.fragments], tooTall: true, tight: true };
    } else if (endOf(last) === placed.rows) way = { cost: 0, fragments: [last], tooTall: false, tight: false };
    else way = bestWay(placed, fitting, height, restHeight, wayFrom);
    known.set(from, way);
    return way;
  };
  const way = wayFrom(0);
  return way.tight && firstHeight < restHeight ? undefined : way;
}

interface Way extends Split {
  readonly cost: number;
  /** No allowed page end was found on its first page. */
  readonly tight: boolean;
}

const END: Way = { cost: 0, fragments: [], tooTall: false, tight: false };

/** A short part of a merged cell may need more height than a longer one, so the search looks on over this many rows. */
const LOOK_ON = 3;

function fittingFragments(
  start: number,
  rows: number,
  height: number,
  set: (to: number) => Fragment,
): readonly Fragment[] {
  const fitting: Fragment[] = [];
  for (let to = start + 1; to <= rows; to++) {
    const fragment = set(to);
    if (fragment.height <= height) fitting.push(fragment);
    else if (fitting.length > 0 || to > start + LOOK_ON) break;
  }
  return fitting;
}

function bestWay(
  placed: PlacedTable,
  fitting: readonly Fragment[],
  height: number,
  restHeight: number,
  wayFrom: (from: number) => Way,
): Way {
  const costs = fitting.flatMap((fragment) => {
    const end = endOf(fragment);
    if (!mayBreakBefore(placed, end)) return [];
    const cut = placed.cells.filter((cell) => cell.row < end && cell.rowEnd > end).length;
    const empty = (height - fragment.height) / restHeight;
    const cost = cut * CUT_COST + EMPTY_PAGE_COST * empty + (startsGroup(placed, end) ? 0 : IN_GROUP_COST);
    return [{ fragment, cost }];
  });
  costs.sort((a, b) => a.cost - b.cost);
  const last = fitting.at(-1);
  const candidates = costs.slice(0, CANDIDATES);
  if (candidates.length === 0 && last !== undefined) candidates.push({ fragment: last, cost: 0 });
  let best = END;
  for (const { fragment, cost } of candidates) {
    const rest = wayFrom(endOf(fragment));
    const total = cost + PAGE_COST + rest.cost;
    if (best !== END && total >= best.cost) continue;
    best = {
      cost: total,
      fragments: [fragment, ...rest.fragments],
      tooTall: rest.tooTall,
      tight: costs.length === 0,
    };
  }
  return best;
}

/** Row after the fragment's last one. */
function endOf(fragment: Fragment): number {
  return (fragment.rows.at(-1) ?? 0) + 1;
}

function startsGroup({ table }: PlacedTable, row: number): boolean {
  const kind = [...table.head, ...table.body][row]?.kind;
  return kind === 'band' || kind === 'category';
}

function mayBreakBefore({ table }: PlacedTable, row: number): boolean {
  const rows = [...table.head, ...table.body];
  return rows[row]?.keepWithPrevious !== true && rows[row - 1]?.kind === 'data';
}
