/** A simple table of the text: first row head, columns aligned as marked, widths by the longest cell of each column. */
import { plainText, type Cell, type Row, type Table } from '../report/tree.js';
import { rangeIn } from './mapped-text.js';
import { spanOf, type MarkdownTable } from './markdown.js';
import type { BlockReader } from './narrative.js';

/** Narrowest and widest column, in characters: longer cells turn. */
const narrowest = 3;
const widest = 16;

/** The table, numbered `n1`, `n2` … through the report; named by its head cells. */
export function narrativeTable(node: MarkdownTable, reader: BlockReader): Table {
  const columns = Math.max(1, ...node.children.map((row) => row.children.length));
  const rows = node.children.map((row, index) => rowOf(row, index === 0 ? 'head' : 'data', columns, node, reader));
  const [head, ...body] = rows;
  const name = (head?.cells ?? [])
    .map((cell) => plainText(cell.children))
    .filter((word) => word !== '')
    .join('、');
  const { start, end } = spanOf(node);
  const range = rangeIn(reader.mapped, start, end);
  return {
    type: 'table',
    id: `n${reader.place.nextTable()}`,
    name,
    summary: name,
    look: 'plain',
    widths: widthsOf(rows, columns),
    stub: 0,
    head: head === undefined ? [] : [head],
    body,
    page: 'portrait',
    ...(range === undefined ? {} : { origin: range }),
  };
}

function rowOf(
  row: MarkdownTable['children'][number],
  kind: 'head' | 'data',
  columns: number,
  table: MarkdownTable,
  reader: BlockReader,
): Row {
  const cells = Array.from({ length: columns }, (_, index): Cell => {
    const node = row.children[index];
    const range = node === undefined ? undefined : rangeIn(reader.mapped, spanOf(node).start, spanOf(node).end);
    return {
      kind: kind === 'head' ? 'columnHead' : 'text',
      children: node === undefined ? [] : reader.inlines.inlines(node.children),
      columnSpan: 1,
      rowSpan: 1,
      align: kind === 'head' ? 'center' : (table.align?.[index] ?? 'left'),
      ...(range === undefined ? {} : { origin: range }),
    };
  });
  return { kind, cells };
}

function widthsOf(rows: readonly Row[], columns: number): readonly number[] {
  return Array.from({ length: columns }, (_, index) => {
    const lengths = rows.map((row) => printedWidth(plainText(row.cells[index]?.children ?? [])));
    return Math.min(widest, Math.max(narrowest, ...lengths));
  });
}

/** In characters: Latin letters and digits are half as wide. */
function printedWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (character < '\u0300' ? 0.5 : 1), 0);
}
