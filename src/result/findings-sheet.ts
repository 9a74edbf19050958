/** The first sheet of a report of a check: verdict, then one line a finding. */
import { countDiagnostics } from '../diagnostic/count.js';
import { rowHeights } from '../form/measures.js';
import type { CellRole, Sheet, SheetCell, SheetValue } from '../sheet/model.js';
import { levelNames, levelRoles, verdictText } from './levels.js';
import type { ResultLine, ResultLines } from './lines.js';
import type { ResultSubject } from './subject.js';

const HEADS = ['序号', '级别', '位置', '问题', '怎么办', '依据'];
const WIDTHS = [6.5, 8, 32, 48, 36, 18];

/** Sentences are full of quotation marks, which Chinese fonts print as wide as a character. */
const WIDE_QUOTES = 0.9;

const RESULT_SHEET = '核对结果';

/** `title` is that of the checked report. */
export function findingsSheet(subject: ResultSubject, lines: ResultLines, title: string): Sheet {
  const counts = countDiagnostics(subject.diagnostics);
  const { opened } = subject;
  const rows: readonly SheetCell[][] = [
    wide('title', `${title}核对结果`),
    [{ ...wideCell(counts.error > 0 ? 'mark-error' : 'mark-good', verdictText(counts)), bold: true, size: 14 }],
    wide('line', `核对的文件：${subject.fileName}${opened === undefined ? '' : `　　表式：${opened.pack.name}`}`),
    ...(opened?.report === undefined ? [] : [wide('line', GUIDE)]),
    ...listed(lines.main),
    ...(lines.folded.length === 0
      ? []
      : [wide('line', ''), wide('line', FOLDED), heads(), ...lines.folded.map(lineCells)]),
  ];
  const headRow = rows.findIndex((row) => row.length === HEADS.length);
  const cells = rows.flatMap((row, index) => row.map((cell) => ({ ...cell, row: index })));
  return {
    name: RESULT_SHEET,
    orientation: 'landscape',
    widths: WIDTHS,
    heights: rowHeights(
      cells,
      WIDTHS.map((width) => width * WIDE_QUOTES),
    ),
    cells,
    ...(headRow < 0 ? {} : { repeatRows: [headRow, headRow] as const, freeze: { rows: headRow + 1, columns: 0 } }),
    footer: '— {page} —',
  };
}

const GUIDE =
  '后面各表照表式列出全部数字：红色的格子有错误，黄色的格子有警告；格子带批注的，鼠标放上去显示是哪一条、怎么办。';
const FOLDED = '与上面各条同一原因的问题（序号前一段是上面的序号；上面的改好了，这些一般也就没有了）：';

function listed(lines: readonly ResultLine[]): readonly SheetCell[][] {
  return lines.length === 0 ? [] : [heads(), ...lines.map(lineCells)];
}

function heads(): SheetCell[] {
  return HEADS.map((head, column) => cellAt(column, 'head', head));
}

function lineCells({ number, level, where, what, advice, ground }: ResultLine): SheetCell[] {
  return [
    { ...cellAt(0, 'plain', number), align: 'center' },
    { ...cellAt(1, levelRoles[level] ?? 'plain', levelNames[level]), align: 'center' },
    cellAt(2, 'plain', where),
    cellAt(3, 'plain', what),
    cellAt(4, 'plain', advice),
    cellAt(5, 'plain', ground),
  ];
}

function wide(role: CellRole, text: string): SheetCell[] {
  return [wideCell(role, text)];
}

function wideCell(role: CellRole, text: string): SheetCell {
  return { ...cellAt(0, role, text), columnSpan: HEADS.length };
}

/** Rows are counted when all are there. */
function cellAt(column: number, role: CellRole, text: string): SheetCell {
  const value: SheetValue = text === '' ? { kind: 'blank' } : { kind: 'text', text };
  return { row: 0, column, role, value };
}
