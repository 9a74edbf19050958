/** How a finding counts, in the words of a report of a check. */
import type { DiagnosticCounts } from '../diagnostic/count.js';
import { hasErrors, type Diagnostic } from '../diagnostic/diagnostic.js';
import type { CellRole } from '../sheet/model.js';

export type Level = 'error' | 'warning' | 'info' | 'waived';

export const levelNames: Readonly<Record<Level, string>> = {
  error: '错误',
  warning: '警告',
  info: '提示',
  waived: '已说明',
};

/** As they are listed. */
export const levels: readonly Level[] = ['error', 'warning', 'info', 'waived'];

/** Colours of errors and warnings; the others have none. */
export const levelRoles: Readonly<Partial<Record<Level, CellRole>>> = {
  error: 'mark-error',
  warning: 'mark-warning',
};

/** A waived finding that has an error without waiver under it is an error, as it is counted. */
export function levelOf(diagnostic: Diagnostic): Level {
  if (hasErrors([diagnostic])) return 'error';
  return diagnostic.waived === undefined ? diagnostic.severity : 'waived';
}

/** 合格 or 不合格 with what was found. */
export function verdictText(counts: DiagnosticCounts): string {
  const found = levels.flatMap((level) => (counts[level] === 0 ? [] : [`${counts[level]} 个${levelNames[level]}`]));
  const verdict = counts.error === 0 ? '合格' : '不合格';
  return found.length === 0 ? `${verdict}：没有发现问题` : `${verdict}：${found.join('，')}`;
}
