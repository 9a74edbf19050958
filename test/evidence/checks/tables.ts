/** ISO 14289-1 7.5: tables make a regular grid, and every value is headed by its column or its row. */
import type { OpenedPdf } from '../../support/pdf-open.js';
import { elementsOf, isElement, type StructureElement } from '../../support/pdf-structure.js';
import { isName } from '../../support/pdf-syntax.js';
import { Findings, type Finding } from './finding.js';

export interface TaggedCell {
  readonly element: StructureElement;
  readonly row: number;
  readonly column: number;
  readonly rowEnd: number;
  readonly columnEnd: number;
  readonly inHead: boolean;
  readonly scope: string | undefined;
}

/** Cells of a Table element with their places, and what is wrong with its grid. */
export function tableGrid(table: StructureElement): {
  readonly cells: readonly TaggedCell[];
  readonly rows: number;
  readonly columns: number;
  readonly faults: readonly string[];
} {
  const faults: string[] = [];
  const cells: TaggedCell[] = [];
  const taken: boolean[][] = [];
  const rows = table.kids
    .filter(isElement)
    .flatMap((section) => section.kids.filter(isElement).map((row) => ({ row, inHead: section.role === 'THead' })));
  rows.forEach(({ row, inHead }, r) => {
    let column = 0;
    for (const element of row.kids.filter(isElement)) {
      while (taken[r]?.[column] === true) column++;
      const span = (key: string): number => Number(element.attributes.get(key) ?? 1);
      const [rowEnd, columnEnd] = [r + span('RowSpan'), column + span('ColSpan')];
      for (let y = r; y < rowEnd; y++) {
        const line = (taken[y] ??= []);
        for (let x = column; x < columnEnd; x++) {
          if (line[x] === true) faults.push(`row ${y + 1}, column ${x + 1} is covered twice`);
          line[x] = true;
        }
      }
      const scope = element.attributes.get('Scope');
      cells.push({
        element,
        row: r,
        column,
        rowEnd,
        columnEnd,
        inHead,
        scope: isName(scope) ? scope.value : undefined,
      });
      column = columnEnd;
    }
  });
  const columns = Math.max(0, ...taken.map((line) => line.length));
  if (taken.length !== rows.length) faults.push('a cell reaches below the last row');
  taken.forEach((line, r) => {
    for (let x = 0; x < columns; x++) if (line[x] !== true) faults.push(`row ${r + 1}, column ${x + 1} has no cell`);
  });
  return { cells, rows: rows.length, columns, faults };
}

export function checkTables({ tree }: OpenedPdf): readonly Finding[] {
  const found = new Findings();
  for (const table of elementsOf(tree.kids).filter(({ role }) => role === 'Table')) {
    const what = `table ${table.title ?? ''}`;
    found.expect((table.title ?? '') !== '', 'UA 7.5', 'a table has no name');
    const { cells, faults } = tableGrid(table);
    for (const fault of faults) found.expect(false, 'UA 7.5', `${what}: ${fault}`);
    for (const cell of cells) {
      const place = `${what}, row ${cell.row + 1}, column ${cell.column + 1}`;
      const isHead = cell.element.role === 'TH';
      found.expect(
        !isHead || ['Row', 'Column', 'Both'].includes(cell.scope ?? ''),
        'UA 7.5',
        `${place}: a head without scope`,
      );
      found.expect(isHead || !cell.inHead, 'UA 7.5', `${place}: a value among the heads`);
      if (!isHead) found.expect(isHeaded(cell, cells), 'UA 7.5', `${place}: no head leads to this cell`);
    }
  }
  return found.list;
}

/** A row head to the left in one of its rows, or a column head above one of its columns. */
function isHeaded(cell: TaggedCell, cells: readonly TaggedCell[]): boolean {
  return cells.some(
    (head) =>
      head.element.role === 'TH' &&
      ((head.scope !== 'Column' && head.columnEnd <= cell.column && head.row < cell.rowEnd && head.rowEnd > cell.row) ||
        (head.scope !== 'Row' &&
          head.rowEnd <= cell.row &&
          head.column < cell.columnEnd &&
          head.columnEnd > cell.column)),
  );
}
