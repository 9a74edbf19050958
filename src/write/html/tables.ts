/**
 * Tables as HTML: real head and body, heads with their scope, spans as in the form (HTML 4.9). The parts of table two, each
 * under a band with its own head, are bodies of their own.
 */
import type { Cell, Row, Table } from '../../report/tree.js';
import { inlineHtml } from './inlines.js';
import { element, voidElement, type Attributes } from './markup.js';
import type { Dialect } from './dialect.js';

export function tableHtml(table: Table, dialect: Dialect): string {
  const inner = [
    columnsHtml(table),
    table.head.length === 0 ? '' : element('thead', {}, rowsHtml(table.head, table, dialect)),
    ...bodies(table.body).map((rows) => element('tbody', {}, rowsHtml(rows, table, dialect))),
  ].join('\n');
  if (dialect.kind === 'fragment') {
    const attributes = { border: 1, cellspacing: 0, cellpadding: 4, width: '100%', summary: table.summary };
    return element('table', attributes, `\n${inner}\n`);
  }
  // The form prints no caption: its name is for readers of the screen.
  const attributes = { id: `table-${table.id}`, class: table.look, 'data-table': table.id, 'aria-label': table.name };
  const own = element('table', attributes, `\n${inner}\n`);
  // Wide tables scroll inside a region of their own, which the keyboard must be able to reach.
  return element('div', { class: 'wide', role: 'region', tabindex: 0, 'aria-label': table.name }, `\n${own}\n`);
}

function columnsHtml({ widths }: Table): string {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => voidElement('col', { width: `${((width / whole) * 100).toFixed(2)}%` }));
  return element('colgroup', {}, columns.join(''));
}

/** A body ends where a band begins, so that the band heads the rows of its own part only. */
function bodies(rows: readonly Row[]): readonly (readonly Row[])[] {
  const out: Row[][] = [];
  for (const row of rows) {
    const current = out.at(-1);
    if (current === undefined || row.kind === 'band') out.push([row]);
    else current.push(row);
  }
  return out;
}

function rowsHtml(rows: readonly Row[], table: Table, dialect: Dialect): string {
  return `\n${rows.map((row) => element('tr', {}, row.cells.map((cell) => cellHtml(cell, table, dialect)).join(''))).join('\n')}\n`;
}

function cellHtml(cell: Cell, table: Table, dialect: Dialect): string {
  const { name, scope } = roleOf(cell);
  const attributes: Attributes = {
    scope,
    colspan: cell.columnSpan > 1 ? cell.columnSpan : undefined,
    rowspan: cell.rowSpan > 1 ? cell.rowSpan : undefined,
    align: dialect.kind === 'fragment' ? cell.align : undefined,
    class: dialect.kind === 'page' ? classesOf(cell) : undefined,
    'data-cell': dialect.kind === 'page' ? cell.address : undefined,
  };
  // Indentation of outline rows must live without a style sheet too.
  const indent = '　'.repeat(dialect.kind === 'fragment' ? (cell.indent ?? 0) : 0);
  const text = indent + inlineHtml(cell.children);
  return element(name, attributes, cell.bold === true && name === 'td' ? element('strong', {}, text) : text);
}

function roleOf(cell: Cell): { readonly name: 'th' | 'td'; readonly scope?: string } {
  switch (cell.kind) {
    case 'columnHead':
      return { name: 'th', scope: 'col' };
    case 'rowHead':
      return { name: 'th', scope: 'row' };
    case 'band':
      return { name: 'th', scope: 'rowgroup' };
    case 'corner':
      // A note in the corner heads nothing, and an empty head confuses readers.
      return cell.note === true || cell.children.length === 0 ? { name: 'td' } : { name: 'th', scope: 'col' };
    case 'value':
    case 'attribute':
    case 'text':
      return { name: 'td' };
  }
}

function classesOf(cell: Cell): string {
  const indent = cell.indent === undefined || cell.indent === 0 ? undefined : `indent${Math.min(cell.indent, 6)}`;
  return [cell.align, indent, cell.bold === true ? 'bold' : undefined, cell.note === true ? 'note' : undefined]
    .filter((part) => part !== undefined)
    .join(' ');
}
