/** A table fragment as page items: fills, texts in reading order, and border lines closed on every page. */
import type { Frame } from './geometry.js';
import { structureNode, type PageItem, type RuleItem, type StructureNode } from './model.js';
import type { PlacedCell, PlacedTable } from './table-cells.js';
import type { Fragment, FragmentCell } from './table-fit.js';

/** Structure of one table, made once for all its fragments: the node of every cell. */
export type TableNodes = ReadonlyMap<PlacedCell, StructureNode>;

/** Table > THead, TBody > TR > TH and TD. Head cells say whether they head their column or their row. */
export function tableNodes(placed: PlacedTable, parent: StructureNode): TableNodes {
  const { table } = placed;
  const node = structureNode('Table', parent, { title: table.name, summary: table.summary });
  const groups = new Map<'THead' | 'TBody', StructureNode>();
  const nodes = new Map<PlacedCell, StructureNode>();
  for (let row = 0; row < placed.rows; row++) {
    const role = row < placed.head ? 'THead' : 'TBody';
    const group = groups.get(role) ?? structureNode(role, node);
    groups.set(role, group);
    const rowNode = structureNode('TR', group);
    for (const cell of placed.cells) {
      if (cell.row !== row) continue;
      const { kind, rowSpan, columnSpan } = cell.cell;
      const isHead = kind === 'columnHead' || kind === 'rowHead' || kind === 'band' || kind === 'corner';
      nodes.set(
        cell,
        structureNode(isHead ? 'TH' : 'TD', rowNode, {
          ...(isHead ? { scope: kind === 'rowHead' ? 'Row' : 'Column' } : {}),
          ...(rowSpan > 1 ? { rowSpan } : {}),
          ...(columnSpan > 1 ? { columnSpan } : {}),
        }),
      );
    }
  }
  return nodes;
}

/** Items of a fragment whose top left corner is at `top` of the frame. */
export function drawFragment(fragment: Fragment, nodes: TableNodes, frame: Frame, top: number): PageItem[] {
  const items: PageItem[] = [];
  const { x, look } = fragment.placed;
  const rows = [...fragment.placed.table.head, ...fragment.placed.table.body];
  const at = { left: frame.left, top: frame.top + top };
  for (const cell of fragment.cells) {
    const kind = rows[cell.placed.row]?.kind;
    if (look.headFill === undefined || (kind !== 'head' && kind !== 'band')) continue;
    const left = x[cell.placed.column] ?? 0;
    const upper = fragment.y[cell.top] ?? 0;
    items.push({
      type: 'fill',
      x: at.left + left,
      y: at.top + upper,
      width: (x[cell.placed.columnEnd] ?? 0) - left,
      height: (fragment.y[cell.bottom] ?? 0) - upper,
      colour: look.headFill,
    });
  }
  for (const cell of inReadingOrder(fragment.cells)) items.push(...cellItems(fragment, cell, nodes, at));
  items.push(...rulesOf(fragment, at));
  return items;
}

function inReadingOrder(cells: readonly FragmentCell[]): readonly FragmentCell[] {
  return [...cells].sort((a, b) => a.top - b.top || a.placed.column - b.placed.column);
}

function cellItems(
  fragment: Fragment,
  cell: FragmentCell,
  nodes: TableNodes,
  at: { readonly left: number; readonly top: number },
): PageItem[] {
  const { look, x } = fragment.placed;
  const { size, lines } = cell.text;
  const lineHeight = size * look.lineHeight;
  const upper = fragment.y[cell.top] ?? 0;
  const lower = fragment.y[cell.bottom] ?? 0;
  const left = at.left + (x[cell.placed.column] ?? 0) + look.paddingX;
  const first = at.top + (upper + lower - lines.length * lineHeight) / 2;
  const node = cell.isRepeat ? undefined : nodes.get(cell.placed);
  return lines.map((line, i) => ({
    type: 'text',
    // The ideographs' box (0.88 above the baseline, 0.12 below) in the middle of its line.
    baseline: first + i * lineHeight + (lineHeight - size) / 2 + 0.88 * size,
    runs: line.runs.map((run) => ({ ...run, x: left + run.x })),
    ...(node === undefined ? {} : { node }),
  }));
}

/** Border lines: between any two cells, as long as can be, and the frame around all. */
function rulesOf(fragment: Fragment, at: { readonly left: number; readonly top: number }): RuleItem[] {
  const { x, look } = fragment.placed;
  const columns = x.length - 1;
  const rows = fragment.rows.length;
  const owner: number[][] = Array.from({ length: rows }, () => Array.from({ length: columns }, () => -1));
  fragment.cells.forEach((cell, id) => {
    for (let r = cell.top; r < cell.bottom; r++) {
      for (let c = cell.placed.column; c < cell.placed.columnEnd; c++) {
        const line = owner[r];
        if (line !== undefined) line[c] = id;
      }
    }
  });
  const rules: RuleItem[] = [];
  const push = (x1: number, y1: number, x2: number, y2: number, width: number): void => {
    rules.push({ type: 'rule', x1: at.left + x1, y1: at.top + y1, x2: at.left + x2, y2: at.top + y2, width });
  };
  const y = fragment.y;
  for (let r = 1; r < rows; r++) {
    for (const [from, to] of stretches(columns, (c) => owner[r - 1]?.[c] !== owner[r]?.[c])) {
      push(x[from] ?? 0, y[r] ?? 0, x[to] ?? 0, y[r] ?? 0, look.innerBorder);
    }
  }
  for (let c = 1; c < columns; c++) {
    for (const [from, to] of stretches(rows, (r) => owner[r]?.[c - 1] !== owner[r]?.[c])) {
      push(x[c] ?? 0, y[from] ?? 0, x[c] ?? 0, y[to] ?? 0, look.innerBorder);
    }
  }
  const [left, right, upper, lower] = [x[0] ?? 0, x[columns] ?? 0, y[0] ?? 0, y[rows] ?? 0];
  const half = look.outerBorder / 2;
  push(left - half, upper, right + half, upper, look.outerBorder);
  push(left - half, lower, right + half, lower, look.outerBorder);
  push(left, upper - half, left, lower + half, look.outerBorder);
  push(right, upper - half, right, lower + half, look.outerBorder);
  return rules;
}

/** Runs of neighbouring indexes below `count` for which `wanted` holds, as [first, end). */
function stretches(count: number, wanted: (index: number) => boolean): [number, number][] {
  const out: [number, number][] = [];
  for (let i = 0; i < count; i++) {
    if (!wanted(i)) continue;
    const last = out.at(-1);
    if (last !== undefined && last[1] === i) last[1] = i + 1;
    else out.push([i, i + 1]);
  }
  return out;
}
