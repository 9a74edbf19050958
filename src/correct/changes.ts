/** Everything that is published otherwise than it was filed. Comes in: both reports and their attachments. Goes out: changes. */
import type { ManifestFile } from '../filing/manifest.js';
import type { CorrectionSpec } from '../pack/correction-spec.js';
import type { OpenReport } from '../pipeline.js';
import { dump } from '../report/dump.js';
import type { Report } from '../report/tree.js';
import { changedCells, changedLabels } from './cells.js';
import { changedFacts } from './facts.js';
import { changedTexts } from './texts.js';
import { isNothing, type AttachmentCorrection, type Corrections } from './types.js';

/** A report with the attachments that go with it. */
export interface Compared {
  readonly open: OpenReport;
  readonly attachments: readonly Pick<ManifestFile, 'path' | 'sha256'>[];
}

/** Changes from what was filed to what the data file says now; what is internal is not looked at. */
export function changesBetween(filed: Compared, now: Compared, words: CorrectionSpec['words']): Corrections {
  const facts = changedFacts(filed.open, now.open);
  const found = {
    facts,
    cells: changedCells(filed.open, now.open),
    labels: changedLabels(filed.open, now.open),
    texts: changedTexts(filed.open, now.open, facts, words),
    attachments: changedAttachments(filed.attachments, now.attachments),
  };
  const { report: before } = filed.open;
  const { report: after } = now.open;
  const isPrintedAlike =
    before === undefined || after === undefined || contentOf(before, after) === contentOf(after, after);
  return { ...found, form: isNothing({ ...found, form: false }) && !isPrintedAlike };
}

/** The tree without its properties: a file name is no content. */
function contentOf(report: Report, like: Report): string {
  return dump({ ...report, meta: like.meta });
}

/** By content: a file that only has another number in front of its name is no change. */
function changedAttachments(
  filed: Compared['attachments'],
  now: Compared['attachments'],
): readonly AttachmentCorrection[] {
  const kept = new Set(filed.map(({ sha256 }) => sha256).filter((hash) => now.some(({ sha256 }) => sha256 === hash)));
  const old = new Set(filed.filter(({ sha256 }) => !kept.has(sha256)).map(({ path }) => path));
  const came = now.filter(({ sha256 }) => !kept.has(sha256));
  const paths = new Set(came.map(({ path }) => path));
  const named = (path: string, kind: AttachmentCorrection['kind']): AttachmentCorrection => ({
    name: path.split('/').at(-1) ?? path,
    kind,
  });
  return [
    ...came.map(({ path }) => named(path, old.has(path) ? 'replaced' : 'added')),
    ...[...old].filter((path) => !paths.has(path)).map((path) => named(path, 'removed')),
  ];
}
