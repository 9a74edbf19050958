/**
 * Head rows from trees of labels: every label spans its leaves, and a leaf reaches down to the last head row. Comes in: trees.
 * Goes out: rows of cells for the tree's grid. Serves the heads of all tables, those of table four made of its row tree too.
 */
import type { ColumnNode, RowNode } from '../pack/types.js';
import type { Cell } from '../report/tree.js';

/** A node of a head; `span` counts printed columns of a leaf. */
export interface HeadNode {
  readonly label: string;
  readonly span: number;
  readonly children: readonly HeadNode[];
}

/** Head of a band's columns. */
export function columnHeadNodes(columns: readonly ColumnNode[]): readonly HeadNode[] {
  return columns.map(({ label, span, children }) => ({ label, span, children: columnHeadNodes(children) }));
}

/** Head of a table whose rows are groups of columns on one line: each row leaf heads its own set of columns. */
export function acrossHeadNodes(rows: readonly RowNode[], columns: readonly ColumnNode[]): readonly HeadNode[] {
  return rows.map(({ label, children }) => ({
    label,
    span: 1,
    children: children.length > 0 ? acrossHeadNodes(children, columns) : columnHeadNodes(columns),
  }));
}

/** Number of head rows. */
export function headDepth(nodes: readonly HeadNode[]): number {
  return nodes.length === 0 ? 0 : 1 + Math.max(...nodes.map((node) => headDepth(node.children)));
}

/** Printed columns under a node. */
function headWidth(node: HeadNode): number {
  if (node.children.length === 0) return Math.max(1, node.span);
  return node.children.reduce((sum, child) => sum + headWidth(child), 0);
}

/** Cells of each head row, left to right; covered places are left out. */
export function headRows(nodes: readonly HeadNode[]): readonly (readonly Cell[])[] {
  const depth = headDepth(nodes);
  const rows: Cell[][] = Array.from({ length: depth }, () => []);
  const place = (node: HeadNode, row: number): void => {
    rows[row]?.push({
      kind: 'columnHead',
      children: node.label === '' ? [] : [{ type: 'text', value: node.label }],
      columnSpan: headWidth(node),
      rowSpan: node.children.length === 0 ? depth - row : 1,
      align: 'center',
    });
    for (const child of node.children) place(child, row + 1);
  };
  for (const node of nodes) place(node, 0);
  return rows;
}
