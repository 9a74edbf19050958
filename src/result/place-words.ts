/** Where a finding stands, in the words of the form: cell or section by its official name, and the place in the checked file. */
import type { ReportData } from '../data/types.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { cellSpecs } from '../pack/cells.js';
import type { SectionSpec, TemplatePack } from '../pack/types.js';
import { positionOf, type SourceRange } from '../source/source.js';
import type { ResultSubject } from './subject.js';

/** Cells named of a finding that stands on many. */
const MOST_NAMED = 3;

/** Lines: the official name, then the place in the file. Never empty. */
export function placeWords(diagnostic: Diagnostic, subject: ResultSubject): string {
  const { range } = diagnostic;
  const { opened } = subject;
  const named = opened === undefined ? undefined : officialPlace(diagnostic, opened.data, opened.pack);
  const written = range === undefined ? undefined : filePlace(range, diagnostic, subject);
  const lines = [named, written].filter((line) => line !== undefined);
  return lines.length === 0 ? '整份报告' : lines.join('\n');
}

function officialPlace(
  { cells = [], outcome, range }: Diagnostic,
  data: ReportData,
  pack: TemplatePack,
): string | undefined {
  const names = cells.flatMap((address) => cellSpecs(pack).byAddress.get(address)?.name ?? []);
  if (names.length > 0) {
    const shown = outcome === 'failed' ? names.slice(0, 1) : names.slice(0, MOST_NAMED);
    return shown.join('、') + (outcome !== 'failed' && names.length > MOST_NAMED ? `等${names.length}格` : '');
  }
  if (range === undefined) return undefined;
  const section = [...data.sections.values()].find((candidate) => contains(candidate.range, range));
  const spec = pack.sections.find(({ id }) => id === section?.id);
  if (spec !== undefined) return headingOf(spec);
  const table = [...data.tables.values()].find((candidate) => contains(candidate.range, range));
  return pack.tables.find(({ id }) => id === table?.id)?.label;
}

function headingOf({ number, heading }: SectionSpec): string {
  return heading === '' ? '引言' : `“${number}${heading}”`;
}

function contains(outer: SourceRange, inner: SourceRange): boolean {
  if (outer.file !== inner.file || inner.cell !== undefined || outer.end === 0) return false;
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** `数据文件第62行`, `填报表 表三!D6`; another file by what it is, since its name is that of a folder elsewhere. */
function filePlace(range: SourceRange, { code }: Diagnostic, subject: ResultSubject): string | undefined {
  if (range.cell !== undefined) return `填报表 ${range.cell}`;
  if (range.file !== subject.path) return otherFile(code);
  // A place of no length at the very start stands for the file as a whole.
  if (range.start === 0 && range.end === 0) return undefined;
  const source = subject.sources.get(range.file);
  return source === undefined || source.text === '' ? undefined : `数据文件第${positionOf(source, range.start).line}行`;
}

function otherFile(code: string): string {
  if (/^(?:pack|rule)\//u.test(code)) return '模板';
  return code.startsWith('profile/') ? '报送要求' : '上年数据';
}
