/**
 * How large a report may be. An annual report has some ten thousand characters and a table of 65 rows at most; the limits
 * stand far above, so that only a damaged or hostile data file meets them, and time and pages stay bounded.
 */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { plainText, type Block, type List, type Report, type Table } from '../report/tree.js';

/** Characters of the whole report, rows of one table and of all, and lists inside lists. */
const MOST_CHARACTERS = 200_000;
const MOST_ROWS = 500;
const MOST_ROWS_IN_ALL = 2000;
const DEEPEST_LIST = 12;

interface Excess {
  readonly what: { readonly zh: string; readonly en: string };
  readonly most: number;
  readonly block?: Block;
}

/** `layout/too-large` (error) when the report is larger than can be laid out in reasonable time; undefined when it is not. */
export function tooLarge(report: Report): Diagnostic | undefined {
  const excess = excessOf(report);
  if (excess === undefined) return undefined;
  const { what, most, block } = excess;
  return {
    code: 'layout/too-large',
    severity: 'error',
    message: {
      zh: `${what.zh}超过了 ${most}，不会是一份年度报告，没有排版。`,
      en: `${what.en} is above ${most}; this can be no annual report and was not laid out.`,
    },
    hint: {
      zh: '请检查数据文件是否粘贴错了内容。',
      en: 'Check whether something was pasted into the data file by mistake.',
    },
    facts: { most: String(most) },
    ...(block?.origin === undefined ? {} : { range: block.origin }),
  };
}

function excessOf(report: Report): Excess | undefined {
  let characters = 0;
  let rows = 0;
  for (const block of report.children) {
    if (block.type === 'table') {
      const own = rowsOf(block);
      if (own > MOST_ROWS) {
        const what = { zh: `${block.name}的行数`, en: `The number of rows of ${block.name}` };
        return { what, most: MOST_ROWS, block };
      }
      rows += own;
    }
    if (block.type === 'list' && depthOf(block, 1) > DEEPEST_LIST) {
      return { what: { zh: '列表的层数', en: 'The depth of a list' }, most: DEEPEST_LIST, block };
    }
    characters += lengthOf(block);
  }
  if (rows > MOST_ROWS_IN_ALL) {
    return { what: { zh: '各表的总行数', en: 'The number of rows of all tables' }, most: MOST_ROWS_IN_ALL };
  }
  if (characters > MOST_CHARACTERS) {
    return { what: { zh: '全文的字数', en: 'The length of the text' }, most: MOST_CHARACTERS };
  }
  return undefined;
}

function rowsOf(table: Table): number {
  return table.head.length + table.body.length;
}

/** Depth of nested lists; stops one above the limit. */
function depthOf(list: List, depth: number): number {
  if (depth > DEEPEST_LIST) return depth;
  let deepest = depth;
  for (const item of list.items) {
    for (const child of item.children) {
      if (child.type === 'list') deepest = Math.max(deepest, depthOf(child, depth + 1));
    }
  }
  return deepest;
}

function lengthOf(block: Block): number {
  switch (block.type) {
    case 'title':
      return block.lines.reduce((sum, line) => sum + plainText(line).length, 0);
    case 'heading':
      return plainText(block.children).length;
    case 'paragraph':
      return plainText(block.runIn?.children ?? []).length + plainText(block.children).length;
    case 'list':
      return block.items.reduce((sum, item) => sum + item.children.reduce((all, child) => all + lengthOf(child), 0), 0);
    case 'table':
      return [...block.head, ...block.body].reduce(
        (sum, row) => sum + row.cells.reduce((all, cell) => all + plainText(cell.children).length, 0),
        0,
      );
    case 'figure':
      return plainText(block.caption).length;
    case 'pageBreak':
      return 0;
  }
}
