/** Reads HTML by parse5, which shares no code with the writer: texts, and tables as grids. */
import type { DefaultTreeAdapterTypes } from 'parse5';
import type { ReadTable } from './read-docx.js';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

export interface HtmlTable {
  readonly caption: string;
  /** As a form's grid: the text where a cell starts, null where a span covers. */
  readonly cells: ReadTable;
}

/** Elements of a name below a node, in order; `*` for all. */
export function elementsNamed(node: Node | undefined, name: string): readonly Element[] {
  if (node === undefined) return [];
  const own = 'tagName' in node && (name === '*' || node.tagName === name) ? [node] : [];
  return [...own, ...childrenOf(node).flatMap((child) => elementsNamed(child, name))];
}

/** Text below a node without elements of these names; a line break is a line feed. */
export function textOfHtml(node: Node | undefined, without: readonly string[]): string {
  if (node === undefined) return '';
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  if (node.nodeName === 'br') return '\n';
  if (without.includes(node.nodeName)) return '';
  return childrenOf(node)
    .map((child) => textOfHtml(child, without))
    .join('');
}

export function readHtmlTables(document: Node): readonly HtmlTable[] {
  return elementsNamed(document, 'table').map((table) => ({
    caption: textOfHtml(elementsNamed(table, 'caption')[0], []),
    cells: gridOf(elementsNamed(table, 'tr')),
  }));
}

function gridOf(rows: readonly Element[]): ReadTable {
  const grid: (string | null | undefined)[][] = rows.map(() => []);
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of childrenOf(row).filter((child) => ['th', 'td'].includes(child.nodeName)) as Element[]) {
      while (grid[y]?.[x] !== undefined) x += 1;
      const [width, height] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')];
      for (let dy = 0; dy < height; dy += 1) {
        for (let dx = 0; dx < width; dx += 1) {
          const line = grid[y + dy];
          if (line === undefined) throw new Error('a span runs out of the table');
          line[x + dx] = dy === 0 && dx === 0 ? textOfHtml(cell, []) : null;
        }
      }
      x += width;
    }
  });
  // A column of the form's fine grid that no cell begins in is none that a reader could tell.
  const isColumn = (x: number): boolean => grid.some((row) => typeof row[x] === 'string');
  return grid.map((row) => row.map((cell) => cell ?? null).filter((_, x) => isColumn(x)));
}

function spanOf(cell: Element, name: string): number {
  return Number(cell.attrs.find((attribute) => attribute.name === name)?.value ?? 1);
}

function childrenOf(node: Node): readonly Node[] {
  return 'childNodes' in node ? node.childNodes : [];
}
