/**
 * Lines of a band and their row heads: nested trees span their children, outlines indent them. Comes in: a row tree. Goes out:
 * one line a printed row, with the head cells that start on it.
 */
import type { RowNode, TableSpec } from '../pack/types.js';
import type { Cell } from '../report/tree.js';

export interface Line {
  readonly row: RowNode;
  /** Head cells that start on this line, left to right. */
  readonly stub: readonly Cell[];
}

/** Lines in printed order. A heading with rows under it prints a line of its own in outlines only. */
export function stubLines(rows: readonly RowNode[], stub: TableSpec['stub']): readonly Line[] {
  return stub.layout === 'nested' ? nestedLines(rows, stub.columns, 0) : outlineLines(rows, stub.columns);
}

function nestedLines(rows: readonly RowNode[], columns: number, depth: number): readonly Line[] {
  return rows.flatMap((row): readonly Line[] => {
    const isGroup = row.kind === 'heading' && row.children.length > 0 && depth < columns - 1;
    if (isGroup) {
      const [first, ...rest] = nestedLines(row.children, columns, depth + 1);
      if (first === undefined) return [];
      return [{ ...first, stub: [rowHead(row, 1, 1 + rest.length), ...first.stub] }, ...rest];
    }
    // A row with a figure of its own and rows under it: its parts follow on the same level, each on its line.
    return [{ row, stub: [rowHead(row, columns - depth, 1)] }, ...nestedLines(row.children, columns, depth)];
  });
}

function outlineLines(rows: readonly RowNode[], columns: number): readonly Line[] {
  return rows.flatMap((row): readonly Line[] => {
    const head = rowHead(row, columns, 1);
    const indented = row.indent > 0 ? { ...head, indent: row.indent } : head;
    return [{ row, stub: [indented] }, ...outlineLines(row.children, columns)];
  });
}

function rowHead(row: RowNode, columnSpan: number, rowSpan: number): Cell {
  return {
    kind: 'rowHead',
    children: row.label === '' ? [] : [{ type: 'text', value: row.label }],
    columnSpan,
    rowSpan,
    align: 'left',
    ...(row.bold ? { bold: true } : {}),
  };
}
