/** Diagnostic codes of the document tree. */
import type { CodeEntry } from '../diagnostic/catalogue.js';

export const reportCodes: readonly CodeEntry[] = [
  {
    code: 'report/grid',
    severity: 'error',
    title: { zh: '表格的合并单元格对不齐', en: 'Merged cells of a table do not fit together' },
    why: {
      zh: '合并的格子互相压住，或者伸出了表格，各软件会排成不同的样子，数字可能落到别的栏目下。',
      en: 'Cells that overlap or reach past the table are drawn differently by each program, and a figure may end up under another heading.',
    },
    fix: {
      zh: '多半是模板里这张表的栏目、跨列或列宽数目写错了，请改模板；正文里的表请检查每行的格数。',
      en: "Usually the pack's columns, spans or widths of this table are wrong: correct the pack; in a table of the text check the number of cells in each row.",
    },
  },
];
