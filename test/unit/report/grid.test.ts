import { describe, expect, it } from 'vitest';
import { gridOf } from '../../../src/report/grid.js';
import type { Cell, Row, Table } from '../../../src/report/tree.js';

function cell(text: string, columnSpan = 1, rowSpan = 1): Cell {
  return { kind: 'text', children: [{ type: 'text', value: text }], columnSpan, rowSpan, align: 'left' };
}

function row(...cells: readonly Cell[]): Row {
  return { kind: 'data', cells };
}

function table(head: readonly Row[], body: readonly Row[], columns: number): Table {
  const widths = Array.from({ length: columns }, () => 1);
  return {
    type: 'table',
    id: 't',
    name: '表',
    summary: '',
    look: 'plain',
    widths,
    stub: 0,
    head,
    body,
    page: 'portrait',
  };
}

/** Letters of the origins, `.` for what the letter left or above covers. */
function shape(of: Table): readonly string[] {
  return (gridOf(of).value?.rows ?? []).map(({ slots }) =>
    slots
      .map((slot) =>
        slot.kind === 'covered' ? '.' : slot.cell.children.map((n) => (n.type === 'text' ? n.value : '')).join(''),
      )
      .join(''),
  );
}

describe('gridOf', () => {
  it('R-35: resolves row and column spans to one slot for each place', () => {
    const of = table(
      [row(cell('A', 2, 2), cell('B', 2)), row(cell('C'), cell('D'))],
      [row(cell('E', 3), cell('F'))],
      4,
    );
    expect(shape(of)).toEqual(['A.B.', '..CD', 'E..F']);
    expect(gridOf(of).value?.bodyStart).toBe(2);
    expect(gridOf(of).value?.rows[1]?.slots[1]).toEqual({ kind: 'covered', row: 0, column: 0 });
  });

  it('numbers rows of the body after those of the head', () => {
    const of = table([row(cell('A'), cell('B'))], [row(cell('C', 1, 2), cell('D')), row(cell('E'))], 2);
    expect(gridOf(of).value?.rows[2]?.slots[0]).toEqual({ kind: 'covered', row: 1, column: 0 });
  });

  it.each([
    ['a cell past the last column', [row(cell('A', 3))], 2],
    ['a cell past the last row', [row(cell('A', 1, 2), cell('B'))], 2],
    ['a row span into a column span', [row(cell('A'), cell('B', 1, 2)), row(cell('C', 2))], 2],
    ['a row that lacks a cell', [row(cell('A'))], 2],
    ['a cell too many', [row(cell('A'), cell('B'), cell('C'))], 2],
    ['a span of none', [row(cell('A', 0), cell('B'))], 1],
  ])('report/grid: %s', (_, body, columns) => {
    const outcome = gridOf(table([], body, columns));
    expect(outcome.value).toBeUndefined();
    expect(outcome.diagnostics.map((d) => d.code)).toContain('report/grid');
  });

  it('lets no head cell reach into the body', () => {
    expect(gridOf(table([row(cell('A', 1, 2))], [row()], 1)).value).toBeUndefined();
  });
});
