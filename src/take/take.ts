/**
 * A filled form put into a data file: both are opened as any report is, compared, and the data file's text is spliced. What
 * comes out is checked by opening it again: it says what the form says, or nothing is written.
 */
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { spliceBytes } from '../edit/encode.js';
import { applySplices } from '../edit/splice.js';
import { cellChanges, type CellChange } from '../form/changes.js';
import { takeChanges } from '../form/take.js';
import { normaliseName } from '../pack/normalise-name.js';
import {
  openReport,
  type NamedBytes,
  type OpenOptions,
  type OpenOutcome,
  type OpenReport,
  type Sources,
} from '../pipeline.js';
import type { Encoding } from '../source/encoding.js';
import type { SourceText } from '../source/source.js';

/** A file under the name messages call it by, and where its further inputs come from. */
export interface TakeInput extends NamedBytes {
  readonly sources: Sources;
}

export interface Taken {
  /** The data file with the figures in it, in its own encoding; the same bytes when nothing changes. */
  readonly bytes: Uint8Array;
  readonly before: string;
  readonly after: string;
  readonly changes: readonly CellChange[];
  /** What checking the form found: rules that fail do not stop the taking. */
  readonly form: readonly Diagnostic[];
}

export interface TakeOutcome extends Outcome<Taken> {
  readonly sources: ReadonlyMap<string, SourceText>;
}

/** What stops the taking: whatever could not be read, as against rules that the figures break. */
const OF_READING = /^(?:archive|sheet|form|load|yaml|data|pack|take|edit)\//u;

/**
 * Puts the figures of a form into a data file. Gives the form's findings of reading when there are errors among them,
 * `take/other-report` when it is for another agency, year or pack, and `take/not-possible`; then there is no value.
 */
export function takeForm(form: TakeInput, file: TakeInput, options: OpenOptions = {}): TakeOutcome {
  const filled = openReport(form.bytes, form.name, form.sources, options);
  const target = openReport(file.bytes, file.name, file.sources, options);
  const sources = new Map([...target.sources, ...filled.sources]);
  const refuse = (diagnostics: readonly Diagnostic[]): TakeOutcome => ({ diagnostics, sources });
  const from = filled.value;
  const into = target.value;
  if (from === undefined) return refuse(filled.diagnostics);
  if (from.file.encoding !== 'xlsx') return refuse([notTheOtherWay(form.name)]);
  const unread = flat(filled.diagnostics).filter(({ code, severity }) => severity === 'error' && OF_READING.test(code));
  if (unread.length > 0) return refuse(unread);
  if (into?.report === undefined)
    return refuse(into?.file.encoding === 'xlsx' ? [notTheOtherWay(file.name)] : target.diagnostics);
  const other = otherReport(from, into, form.name);
  if (other !== undefined) return refuse([other]);
  const changes = cellChanges(from, { ...into, report: into.report }, into.pack);
  const splices = takeChanges(changes, into.file, into.pack);
  if (splices.value === undefined) return refuse(splices.diagnostics);
  const bytes = spliceBytes(file.bytes, into.file.encoding as Encoding, splices.value, file.name);
  if (bytes.value === undefined) return refuse(bytes.diagnostics);
  const after = applySplices(into.file.source.text, splices.value);
  const left = changesLeft(from, openReport(bytes.value, file.name, file.sources, options));
  if (left.length > 0) return refuse(left.map((change) => notTaken(change, file.name)));
  return {
    value: { bytes: bytes.value, before: into.file.source.text, after, changes, form: filled.diagnostics },
    diagnostics: [],
    sources,
  };
}

function changesLeft(from: OpenReport, again: OpenOutcome): readonly (CellChange | undefined)[] {
  const report = again.value?.report;
  return again.value === undefined || report === undefined
    ? [undefined]
    : cellChanges(from, { ...again.value, report }, from.pack);
}

function flat(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => [diagnostic, ...flat(diagnostic.folded ?? [])]);
}

function otherReport(from: OpenReport, into: OpenReport, name: string): Diagnostic | undefined {
  const facts = [
    { zh: '单位', en: 'agency', form: from.data.agency.name.value, file: into.data.agency.name.value },
    { zh: '年度', en: 'year', form: String(from.data.year.value), file: String(into.data.year.value) },
    { zh: '模板', en: 'pack', form: from.pack.id, file: into.pack.id },
  ].filter((fact) => normaliseName(fact.form) !== normaliseName(fact.file));
  if (facts.length === 0) return undefined;
  return {
    code: 'take/other-report',
    severity: 'error',
    message: {
      zh: `填报表不是这份报告的：${facts.map((fact) => `${fact.zh}，填报表是“${fact.form}”，数据文件是“${fact.file}”`).join('；')}。`,
      en: `The form is not for this report: ${facts.map((fact) => `${fact.en}: "${fact.form}" in the form, "${fact.file}" in the data file`).join('; ')}.`,
    },
    hint: { zh: '请核对是不是拿错了文件。', en: 'See whether it is the right file.' },
    range: { file: name, start: 0, end: 0 },
  };
}

function notTheOtherWay(name: string): Diagnostic {
  return {
    code: 'take/other-report',
    severity: 'error',
    message: {
      zh: `“${name}”的位置不对：先写 Excel 填报表，再写数据文件。`,
      en: `"${name}" is out of place: the form comes first, then the data file.`,
    },
    hint: { zh: '写作：nianbao take 填报表.xlsx report.yaml', en: 'Write: nianbao take form.xlsx report.yaml' },
    range: { file: name, start: 0, end: 0 },
  };
}

/** Opening the changed text again does not give what the form says: it is not written. */
function notTaken(change: CellChange | undefined, name: string): Diagnostic {
  const what = change?.spec.name;
  return {
    code: 'take/not-possible',
    severity: 'error',
    message: {
      zh: `${what ?? '填报表的数'}放进数据文件以后读出来不一样，所以没有写。`,
      en: `${what ?? 'The figures'} would not read the same in the data file, so nothing was written.`,
    },
    hint: {
      zh: '请在数据文件里手工改这一格，再运行一次。',
      en: 'Change this cell in the data file by hand and run it again.',
    },
    range: { file: name, start: 0, end: 0 },
    ...(change === undefined ? {} : { cells: [change.spec.address] }),
  };
}
