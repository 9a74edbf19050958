/** What a report says, as one text in reading order: what a reader of any output must get. */
import { plainText, type Block, type List, type Paragraph, type Report, type Row } from '../../../src/report/tree.js';

export function textOfReport(report: Report): string {
  return report.children.map(textOfBlock).join('');
}

function textOfBlock(block: Block): string {
  switch (block.type) {
    case 'title':
      return block.lines.map(plainText).join('');
    case 'heading':
      return block.number + plainText(block.children);
    case 'paragraph':
      return textOfParagraph(block);
    case 'list':
      return textOfList(block);
    case 'table':
      return [...block.head, ...block.body].map(textOfRow).join('');
    case 'figure':
      return plainText(block.caption);
    case 'pageBreak':
      return '';
  }
}

function textOfParagraph({ runIn, children }: Paragraph): string {
  return (runIn === undefined ? '' : runIn.number + plainText(runIn.children)) + plainText(children);
}

function textOfList(list: List): string {
  return list.items
    .map(
      (item) =>
        item.marker +
        item.children.map((child) => (child.type === 'list' ? textOfList(child) : textOfParagraph(child))).join(''),
    )
    .join('');
}

function textOfRow(row: Row): string {
  return row.cells.map((cell) => plainText(cell.children)).join('');
}
