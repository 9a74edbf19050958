/**
 * A document tree as text for goldens and for eyes: one line a node, two spaces a level, every mark that writers see. Comes
 * in: a Report. Goes out: lines that end in a line feed. Leaves out places in the source.
 */
import type { Block, Cell, Figure, Inline, List, Paragraph, Report, Row, Table, Text } from './tree.js';

/** The whole tree, its properties first. */
export function dump(report: Report): string {
  const { meta } = report;
  const lines = [
    `report ${report.lang}`,
    `  title: ${meta.title}`,
    `  agency: ${meta.agency}`,
    `  year: ${meta.year}`,
    `  subject: ${meta.subject}`,
    `  date: ${meta.date}`,
    `  fileName: ${meta.fileName}`,
    `  continued: ${meta.continued}`,
    ...(meta.draftMark === undefined ? [] : [`  draftMark: ${meta.draftMark}`]),
    ...report.children.flatMap((block) => indented(blockLines(block))),
  ];
  return lines.join('\n') + '\n';
}

function blockLines(block: Block): readonly string[] {
  switch (block.type) {
    case 'title':
      return ['title', ...block.lines.map((line) => `  ${inlineText(line)}`)];
    case 'heading':
      return [`heading${block.level} #${block.id} ${quoted(block.number)} ${inlineText(block.children)}`];
    case 'paragraph':
      return [paragraphLine(block)];
    case 'list':
      return listLines(block);
    case 'table':
      return tableLines(block);
    case 'figure':
      return [figureLine(block)];
    case 'pageBreak':
      return ['pageBreak'];
  }
}

function paragraphLine(block: Paragraph): string {
  const { runIn } = block;
  const label =
    runIn === undefined
      ? ''
      : ` runIn${runIn.level} #${runIn.id} ${quoted(runIn.number)} ${inlineText(runIn.children)} ¦`;
  return `paragraph ${block.role}${label} ${inlineText(block.children)}`.trimEnd();
}

function listLines(list: List): readonly string[] {
  const items = list.items.flatMap((item) => [
    `item ${quoted(item.marker)}`,
    ...item.children.flatMap((child) => indented(blockLines(child))),
  ]);
  return ['list', ...indented(items)];
}

function tableLines(table: Table): readonly string[] {
  const head = `table ${table.id} look=${table.look} page=${table.page} stub=${table.stub} widths=${table.widths.join(',')}`;
  return [
    head,
    `  name: ${table.name}`,
    `  summary: ${table.summary}`,
    ...table.head.flatMap((row) => indented(rowLines(row, 'repeated '))),
    ...table.body.flatMap((row) => indented(rowLines(row, ''))),
  ];
}

function rowLines(row: Row, prefix: string): readonly string[] {
  const keep = row.keepWithPrevious === true ? ' keep' : '';
  return [`${prefix}row ${row.kind}${keep}`, ...indented(row.cells.map(cellLine))];
}

function cellLine(cell: Cell): string {
  const marks = [
    cell.columnSpan > 1 ? `${cell.columnSpan} columns` : '',
    cell.rowSpan > 1 ? `${cell.rowSpan} rows` : '',
    cell.align,
    cell.indent === undefined ? '' : `indent ${cell.indent}`,
    cell.bold === true ? 'bold' : '',
    cell.note === true ? 'note' : '',
    cell.address ?? '',
  ].filter((mark) => mark !== '');
  return `${cell.kind} [${marks.join(', ')}] ${inlineText(cell.children)}`.trimEnd();
}

function figureLine(figure: Figure): string {
  const { width, height } = figure.pixels;
  const caption = figure.caption.length === 0 ? '' : ` caption ${inlineText(figure.caption)}`;
  return `figure ${figure.mediaType} ${width}x${height} ${figure.image.length} bytes alt ${quoted(figure.alt)}${caption}`;
}

function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map((node) => {
      if (node.type === 'lineBreak') return '⏎';
      if (node.type === 'text') return textMark(node);
      return `[${node.children.map(textMark).join('')}](${node.href})`;
    })
    .join('');
}

/** Adjacent texts stay apart in the dump, so that a golden shows which stretch carries which mark. */
function textMark(text: Text): string {
  const mark = (text.strong === true ? '*' : '') + (text.emphasis === true ? '/' : '');
  const address = text.address === undefined ? '' : `@${text.address}`;
  return `${mark}${quoted(text.value)}${address}`;
}

function quoted(text: string): string {
  return `“${text.replaceAll('\n', '⏎')}”`;
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}
