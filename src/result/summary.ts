/** Several checked files at a glance: one line a file, in the order in which they were given. */
import { countDiagnostics } from '../diagnostic/count.js';
import { rowHeights } from '../form/measures.js';
import type { CellRole, SheetCell, Workbook } from '../sheet/model.js';
import type { ResultSubject } from './subject.js';
import { FONTS, NO_DATE } from './workbook.js';

/** A file with its report of the check; without subject it could not be read. */
export interface SummaryEntry {
  readonly fileName: string;
  readonly subject?: ResultSubject;
  /** Name of its own workbook. */
  readonly result?: string;
}

const HEADS = ['序号', '单位', '年度', '结论', '错误', '警告', '提示', '已说明', '核对的文件', '核对结果'];
const WIDTHS = [6.5, 34, 8, 10, 7, 7, 7, 8, 26, 44];

const GOOD = '合格';
const BAD = '不合格';
const UNREAD = '读不到';

function verdictOf({ subject }: SummaryEntry): string {
  if (subject === undefined) return UNREAD;
  return countDiagnostics(subject.diagnostics).error === 0 ? GOOD : BAD;
}

export function summaryWorkbook(entries: readonly SummaryEntry[]): Workbook {
  const count = (verdict: string): number => entries.filter((entry) => verdictOf(entry) === verdict).length;
  const counted = [GOOD, BAD, UNREAD].flatMap((verdict) =>
    count(verdict) === 0 ? [] : [`${verdict} ${count(verdict)} 份`],
  );
  const cells: readonly SheetCell[] = [
    { ...textCell(0, 0, 'title', '核对结果汇总'), columnSpan: HEADS.length },
    {
      ...textCell(1, 0, 'line', `共 ${entries.length} 份：${counted.join('，')}`),
      columnSpan: HEADS.length,
    },
    ...HEADS.map((head, column) => textCell(2, column, 'head', head)),
    ...entries.flatMap((entry, index) => entryCells(entry, index)),
  ];
  return {
    title: '核对结果汇总',
    date: NO_DATE,
    fonts: FONTS,
    sheets: [
      {
        name: '汇总',
        orientation: 'landscape',
        widths: WIDTHS,
        heights: rowHeights(cells, WIDTHS),
        cells,
        repeatRows: [2, 2],
        freeze: { rows: 3, columns: 0 },
        footer: '— {page} —',
      },
    ],
  };
}

function entryCells(entry: SummaryEntry, index: number): readonly SheetCell[] {
  const { fileName, subject, result } = entry;
  const row = index + 3;
  const counts = subject === undefined ? undefined : countDiagnostics(subject.diagnostics);
  const data = subject?.opened?.data;
  const verdict = verdictOf(entry);
  const number = (column: number, figure: number | undefined): SheetCell =>
    figure === undefined
      ? textCell(row, column, 'fixed', '')
      : { row, column, role: 'fixed', value: { kind: 'number', text: String(figure) }, decimals: 0 };
  return [
    number(0, index + 1),
    textCell(row, 1, 'plain', data?.agency.name.value ?? ''),
    number(2, data?.year.value),
    textCell(row, 3, verdict === GOOD ? 'mark-good' : 'mark-error', verdict),
    number(4, counts?.error),
    number(5, counts?.warning),
    number(6, counts?.info),
    number(7, counts?.waived),
    textCell(row, 8, 'plain', fileName),
    textCell(row, 9, 'plain', result ?? ''),
  ];
}

function textCell(row: number, column: number, role: CellRole, text: string): SheetCell {
  return { row, column, role, value: text === '' ? { kind: 'blank' } : { kind: 'text', text } };
}
