/** What every output of a report must say, taken from the document tree. */
import { textOf } from '../report/walk.js';
import { plainText, type Block, type Cell, type Report } from '../report/tree.js';

/** A row of the tree as readers find it: only the cells that begin in it. */
export interface ExpectedRow {
  /** Name of its table for messages. */
  readonly table: string;
  /** Texts of the row's own heads, for messages. */
  readonly label: string;
  readonly cells: readonly { readonly text: string; readonly address?: string }[];
}

export interface ExpectedText {
  readonly rows: readonly ExpectedRow[];
  readonly text: string;
}

export function expectedText(report: Report): ExpectedText {
  return {
    rows: report.children.flatMap((block) => (block.type === 'table' ? rowsOf(block) : [])),
    text: report.children.map(wordsOf).join('\n'),
  };
}

function rowsOf(table: Extract<Block, { type: 'table' }>): readonly ExpectedRow[] {
  return [...table.head, ...table.body].map((row) => ({
    table: table.name,
    label: row.cells
      .filter(({ kind }) => kind === 'rowHead')
      .map(({ children }) => plainText(children))
      .join(''),
    cells: row.cells.map(cellOf),
  }));
}

function cellOf({ children, address }: Cell): ExpectedRow['cells'][number] {
  return { text: plainText(children), ...(address === undefined ? {} : { address }) };
}

/** A figure shows its caption; its alternative text is no printed word. */
function wordsOf(block: Block): string {
  if (block.type === 'table') return '';
  return block.type === 'figure' ? plainText(block.caption) : textOf(block);
}
