/**
 * A loaded file read against its pack. Comes in: located values. Goes out: everything by canonical id and cell address,
 * with its place. 办理 (`internal`) is skipped and reaches nothing that is printed, checked or embedded.
 */
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import type { LoadedFile } from '../load/loaded.js';
import type { MapEntry, MapNode } from '../load/node.js';
import type { TemplatePack } from '../pack/types.js';
import type { SourceRange } from '../source/source.js';
import { readAgency, withoutUndefined } from './agency.js';
import { missingKey, readAttachments, readNarrativeFigures, readPrevious, readWaivers } from './declarations.js';
import { readContact, readPublished, readSignoff, readYear } from './facts.js';
import { suggestions } from '../diagnostic/suggest.js';
import { canonicalKey, readKeys, recordKeys } from './keys.js';
import { startReading, type Reading } from './reading.js';
import { readSections } from './sections.js';
import { readText } from './shapes.js';
import { readTables } from './tables.js';
import type { ReportData } from './types.js';

const FILE = { zh: '数据文件', en: 'the data file' };

/**
 * Reads a data file. All findings are given in one pass, in the order of the source; the value is absent only when 年度 or
 * 单位 cannot be read, and may stand beside errors, so that rules can be checked in the same run.
 */
export function readData(file: LoadedFile, pack: TemplatePack): Outcome<ReportData> {
  const diagnostics: Diagnostic[] = [];
  const reading = startReading(pack, file.source, diagnostics);
  const { root, source } = file;
  const keys = readKeys(root, recordKeys.file, FILE, reading);
  const end: SourceRange = { ...root.range, start: root.range.end };
  const yearEntry = keys.get('year');
  const agencyEntry = keys.get('agency');
  for (const [key, entry] of [
    ['year', yearEntry],
    ['agency', agencyEntry],
  ] as const) {
    if (entry === undefined && !misspelt(root, key, reading))
      reading.report(missingKey(key, FILE, insertionPoint(file, end), reading));
  }
  const year = yearEntry === undefined ? undefined : readYear(yearEntry, reading);
  const agency = agencyEntry === undefined ? undefined : readAgency(agencyEntry, reading);
  const published = readPublished(keys.get('published'), reading);
  const rest = {
    source,
    root: publicRoot(root, keys.get('internal')),
    contact: readContact(keys.get('contact'), reading),
    signoff: readSignoff(keys.get('signoff'), reading),
    own: withoutUndefined({
      title: readText(keys.get('title'), reading),
      subtitle: readText(keys.get('subtitle'), reading),
      period: readText(keys.get('period'), reading),
      annexLine: readText(keys.get('annex_line'), reading),
    }),
    sections: readSections(keys.get('sections'), reading),
    tables: readTables(keys.get('tables'), end, reading),
    previous: readPrevious(keys.get('previous'), reading),
    waivers: readWaivers(keys.get('waivers'), reading),
    attachments: readAttachments(keys.get('attachments'), reading),
    narrativeFigures: readNarrativeFigures(keys.get('narrative_figures'), reading),
    ...(published === undefined ? {} : { published }),
    ...(file.profile === undefined ? {} : { profile: file.profile }),
  };
  const inOrder = sortedBySource(diagnostics);
  if (year === undefined || agency === undefined) return { diagnostics: inOrder };
  return { value: { ...rest, year, agency }, diagnostics: inOrder };
}

/** True when an unknown entry is most likely this one: its name is told already. */
function misspelt(root: MapNode, key: string, { pack }: Reading): boolean {
  const names = [...(pack.terms.keys[key] ?? []), key];
  return root.entries.some(
    (entry) =>
      canonicalKey(entry.key.text, recordKeys.file, pack.terms) === undefined &&
      suggestions(entry.key.text.trim(), names).length > 0,
  );
}

/** The tree without 办理, so that no later stage can reach it by accident. */
function publicRoot(root: MapNode, internal: MapEntry | undefined): MapNode {
  return internal === undefined ? root : { ...root, entries: root.entries.filter((entry) => entry !== internal) };
}

/** A missing entry belongs where it would be put: after the last one. */
function insertionPoint(file: LoadedFile, end: SourceRange): SourceRange {
  const offset = file.root.insertion?.offset;
  return offset === undefined ? end : { ...end, start: offset, end: offset };
}

function sortedBySource(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort((a, b) => (a.range?.start ?? 0) - (b.range?.start ?? 0));
}
