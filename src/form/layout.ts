/**
 * Where everything of a statutory table stands on its sheet. Comes in: the composed report, the same one that is printed.
 * Goes out: for each table the lines above it, its grid with places, the lines below. Writing and reading both go by it.
 */
import { gridOf } from '../report/grid.js';
import { plainText, type Block, type Cell, type Paragraph, type Report, type Row, type Table } from '../report/tree.js';
import type { TableSpec, TemplatePack } from '../pack/types.js';
import { sheetName } from '../sheet/places.js';

/** A line above or below a table, across its whole width. */
export interface FormLine {
  readonly row: number;
  readonly role: Paragraph['role'] | 'heading';
  readonly text: string;
}

/** A cell of the table at its place on the sheet; rows and columns are 0-based. */
export interface FormCell {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
  readonly kind: Row['kind'];
  readonly text: string;
}

export interface FormSheet {
  readonly spec: TableSpec;
  readonly name: string;
  readonly table: Table;
  readonly lines: readonly FormLine[];
  readonly cells: readonly FormCell[];
  /** First row of the table, first row under its repeated head, and the row after its last. */
  readonly tableRows: { readonly start: number; readonly body: number; readonly end: number };
  readonly columns: number;
}

const ABOVE: ReadonlySet<string> = new Set(['tableTitle', 'tableSubtitle', 'tableLine', 'tableUnit']);
const BELOW: ReadonlySet<string> = new Set(['tableNote', 'tableSignoff']);

/** One sheet for each statutory table, in the order in which the report prints them. */
export function formSheets(report: Report, pack: TemplatePack): readonly FormSheet[] {
  const taken = new Set<string>();
  return report.children.flatMap((block, index) => {
    const spec = block.type === 'table' ? pack.tables.find(({ id }) => id === block.id) : undefined;
    if (block.type !== 'table' || spec === undefined) return [];
    const sheet = sheetOf(block, spec, report.children, index, freeName(spec, taken));
    return sheet === undefined ? [] : [sheet];
  });
}

function freeName(spec: TableSpec, taken: Set<string>): string {
  const wanted = sheetName(spec.label);
  const name = taken.has(wanted) ? sheetName(`${spec.id} ${wanted}`) : wanted;
  taken.add(name);
  return name;
}

function sheetOf(
  table: Table,
  spec: TableSpec,
  blocks: readonly Block[],
  index: number,
  name: string,
): FormSheet | undefined {
  const grid = gridOf(table).value;
  if (grid === undefined) return undefined;
  const above = titled(linesBefore(blocks, index), blocks, index, table);
  const lines: FormLine[] = above.map((line, row) => ({ ...line, row }));
  const start = lines.length;
  const cells = grid.rows.flatMap(({ row, slots }, offset) =>
    slots.flatMap((slot, column): readonly FormCell[] =>
      slot.kind === 'origin'
        ? [{ row: start + offset, column, cell: slot.cell, kind: row.kind, text: plainText(slot.cell.children) }]
        : [],
    ),
  );
  const end = start + grid.rows.length;
  linesAfter(blocks, index).forEach((line, offset) => lines.push({ ...line, row: end + offset }));
  return {
    spec,
    name,
    table,
    lines,
    cells,
    tableRows: { start, body: start + grid.bodyStart, end },
    columns: grid.columns,
  };
}

type Line = Omit<FormLine, 'row'>;

function linesBefore(blocks: readonly Block[], index: number): readonly Line[] {
  const lines: Line[] = [];
  for (let at = index - 1; at >= 0; at--) {
    const line = lineOf(blocks[at], ABOVE);
    if (line === undefined) break;
    lines.unshift(line);
  }
  return lines;
}

function linesAfter(blocks: readonly Block[], index: number): readonly Line[] {
  const lines: Line[] = [];
  for (let at = index + 1; at < blocks.length; at++) {
    const line = lineOf(blocks[at], BELOW);
    if (line === undefined) break;
    lines.push(line);
  }
  return lines;
}

function lineOf(block: Block | undefined, roles: ReadonlySet<string>): Line | undefined {
  if (block?.type !== 'paragraph' || !roles.has(block.role)) return undefined;
  return { role: block.role, text: plainText(block.children) };
}

/** A table without a title of its own stands under the heading of its section. */
function titled(lines: readonly Line[], blocks: readonly Block[], index: number, table: Table): readonly Line[] {
  if (lines.some(({ role }) => role === 'tableTitle')) return lines;
  const before = blocks[index - 1 - lines.length];
  const text = before?.type === 'heading' ? before.number + plainText(before.children) : table.name;
  return [{ role: 'heading', text }, ...lines];
}
