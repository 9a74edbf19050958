/** The result of the check as the manifest and the letter give it. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { FilingSpec } from '../pack/filing-spec.js';
import type { ManifestCheck } from './manifest.js';
import { counted } from './words.js';

type Finding = ManifestCheck['findings'][number];

/**
 * Every finding, folded ones too, with the reason of its waiver and never who gave it. Places are left out: they name files
 * of the office's machine.
 */
export function checkResult(diagnostics: readonly Diagnostic[]): ManifestCheck {
  const all = flattened(diagnostics);
  const standing = all.filter(({ waived }) => waived === undefined);
  const count = (severity: Diagnostic['severity']): number => standing.filter((d) => d.severity === severity).length;
  const errors = count('error');
  return {
    result: errors === 0 ? '合格' : '不合格',
    errors,
    warnings: count('warning'),
    infos: count('info'),
    findings: all.flatMap((diagnostic) => findingOf(diagnostic) ?? []),
  };
}

/** The result in one sentence of the pack's. */
export function resultSentence(check: ManifestCheck, words: FilingSpec['result']): string {
  const waived = check.findings.filter(({ severity }) => severity === 'waived').length;
  const counts = [
    [words.warnings, check.warnings],
    [words.waived, waived],
    [words.infos, check.infos],
  ] as const;
  const parts = counts.flatMap(([sentence, count]) => (count === 0 ? [] : [counted(sentence, count)]));
  return [words.passed, ...parts].join(words.separator) + (parts.length === 0 ? '' : words.end);
}

function flattened(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => [diagnostic, ...flattened(diagnostic.folded ?? [])]);
}

function findingOf({ code, severity, message, cells, waived }: Diagnostic): Finding | undefined {
  if (waived === undefined && severity === 'error') return undefined;
  return {
    code,
    severity: waived === undefined ? (severity as 'warning' | 'info') : 'waived',
    message: message.zh,
    ...(cells === undefined || cells.length === 0 ? {} : { cells }),
    ...(waived === undefined ? {} : { waived: waived.reason }),
  };
}
