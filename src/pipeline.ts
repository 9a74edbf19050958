/**
 * The stages in a row: bytes of a data file in; pack, data, figures, document tree and every diagnostic out. Comes from
 * `cli` and from programs that embed the library. Pure: files are asked for through `Sources`.
 */
import { applyWaivers } from './validate/waivers.js';
import { waiverBlock } from './validate/waiver-block.js';
import { checkPackYears } from './validate/pack-years.js';
import { checkPlaceholders } from './validate/placeholders.js';
import { checkDocument } from './validate/document.js';
import { checkProfile } from './validate/profile.js';
import { compose } from './compose/compose.js';
import { computeFigures } from './validate/compute.js';
import { foldDiagnostics } from './validate/fold.js';
import { foldMissingFigures, foldMissingSections } from './validate/fold-echoes.js';
import { isSpreadsheet, loadForm } from './form/load-form.js';
import { load, type LoadOutcome } from './load/load.js';
import { draftSections, packIsAbstract, packNotFound, packNotNamed, previousUnreadable } from './pipeline-findings.js';
import { loadPack, type PackOutcome } from './pack/load-pack.js';
import { loadProfile } from './profile/load-profile.js';
import { previousValueOf, type PreviousReport } from './validate/previous.js';
import { recordInputs, type NamedBytes, type Sources, type UsedInputs } from './pipeline-sources.js';
import { readData } from './data/read.js';
import { atPlaces, readForm } from './form/read-form.js';
import { validate } from './validate/validate.js';
import { waitingTotals } from './validate/waiting.js';
import { hasErrors, type Diagnostic, type Outcome, type Severity } from './diagnostic/diagnostic.js';
import type { Figures, ReportData } from './data/types.js';
import type { LoadedFile } from './load/loaded.js';
import type { TemplatePack } from './pack/types.js';
import type { Profile } from './profile/types.js';
import type { Report } from './report/tree.js';
import type { SourceText } from './source/source.js';
import type { CellValue } from './value/value.js';

export type { NamedBytes, NamedPack, Sources } from './pipeline-sources.js';

export interface OpenOptions {
  /** Instead of the pack the file names. */
  readonly pack?: string;
  /** Instead of the profile the file names. */
  readonly profile?: string;
  /** Instead of the files under `previous`. */
  readonly previous?: readonly string[];
  /** Blanks and marks count as errors, as in a filing. */
  readonly strict?: boolean;
  /** Marks every page as a draft. */
  readonly draft?: boolean;
  /** Last year's figures that the text shows, instead of last year's files: those of a closed bundle. */
  readonly previousFigures?: ReadonlyMap<string, CellValue>;
}

/** A data file opened as far as it goes; what could not be made is absent and a diagnostic says why. */
export interface OpenReport {
  readonly file: LoadedFile;
  readonly pack: TemplatePack;
  readonly data: ReportData;
  readonly figures: Figures;
  readonly profile?: Profile;
  readonly report?: Report;
  readonly draft: boolean;
  /** What it took from outside its file. */
  readonly used: UsedInputs;
  /** Every text a diagnostic may point into, by name. */
  readonly sources: ReadonlyMap<string, SourceText>;
}

/** Opened report; `sources` also when nothing could be opened, so that messages can show the lines. */
export interface OpenOutcome extends Outcome<OpenReport> {
  readonly sources: ReadonlyMap<string, SourceText>;
}

/** Loads a pack with its parents. Gives `pack/not-found` when the reference leads nowhere. */
export function openPack(reference: string, sources: Sources): PackOutcome {
  const found = sources.pack(reference);
  if (found === undefined) return { diagnostics: [packNotFound(reference)], sources: new Map() };
  return found.loaded?.() ?? loadPack(found.files, found.name, (parent, from) => sources.pack(parent, from));
}

/** Opens a data file: load, pack, read, validate, compose, document checks, profile, folding, waivers. */
export function openReport(bytes: Uint8Array, name: string, given: Sources, options: OpenOptions = {}): OpenOutcome {
  const { used, sources, previousValue } = recordInputs(given);
  const texts = new Map<string, SourceText>();
  const fail = (diagnostics: readonly Diagnostic[]): OpenOutcome => ({ diagnostics, sources: texts });

  const form = isSpreadsheet(bytes) ? loadForm(bytes, name) : undefined;
  const loaded: LoadOutcome = form ?? load(bytes, name);
  if (loaded.source !== undefined) texts.set(name, loaded.source);
  let file = loaded.value;
  if (file === undefined) return fail(loaded.diagnostics);
  const diagnostics: Diagnostic[] = [...loaded.diagnostics];

  const reference = options.pack ?? file.pack?.value;
  if (reference === undefined) return fail([...diagnostics, packNotNamed(file)]);
  const packed = openPack(reference, sources);
  for (const [path, text] of packed.sources) texts.set(path, text);
  diagnostics.push(...located(packed.diagnostics, file, options.pack === undefined));
  const pack = packed.value;
  if (pack === undefined) return fail(diagnostics);
  if (pack.abstract === true) return fail([...diagnostics, packIsAbstract(pack, file)]);

  const filled = form?.value === undefined ? undefined : readForm(form.value, pack);
  if (filled !== undefined) {
    diagnostics.push(...filled.diagnostics);
    if (filled.value === undefined) return fail(diagnostics);
    file = filled.value;
    texts.set(name, file.source);
  }
  const read = readData(file, pack);
  diagnostics.push(...read.diagnostics);
  if (read.value === undefined) return fail(diagnostics);
  const data = filled?.value === undefined ? read.value : atPlaces(read.value, filled.value.places);

  const profile = openProfile(options.profile ?? data.profile?.value, data, sources, diagnostics);
  const previous = openPrevious(data, pack, sources, options, diagnostics, texts);
  const strict = options.strict === true || profile?.blankPolicy === 'error';
  const reported = new Set([...(filled?.diagnostics ?? []), ...read.diagnostics].flatMap((d) => d.cells ?? []));
  const previousNamed = options.previous !== undefined || file.previousFiles.length > 0;
  const validated = validate(data, pack, { previous, previousNamed, strict, reported });
  diagnostics.push(...checkPackYears(data, pack), ...validated.diagnostics);
  const figures = validated.value;
  if (figures === undefined) return fail(diagnostics);

  // A form has the figures only: nothing of what a data file alone can say is asked of it.
  const composed: Outcome<Report> =
    form !== undefined
      ? { diagnostics: [] }
      : compose(data, figures, pack, {
          draft: options.draft === true,
          images: sources.image,
          previousValue: previousValue(
            options.previousFigures === undefined
              ? previousValueOf(previous, pack)
              : (address) => options.previousFigures?.get(address),
          ),
          ...(profile?.fileName === undefined ? {} : { fileName: profile.fileName }),
        });
  diagnostics.push(...composed.diagnostics, ...checkPlaceholders(data), ...draftSections(data, pack));
  if (composed.value !== undefined) {
    diagnostics.push(...checkDocument(composed.value, data, pack, figures, previous));
    if (profile !== undefined) diagnostics.push(...checkProfile(composed.value, data, figures, pack, profile));
  }

  const waiting = waitingTotals(reported, figures, pack);
  const explained = (address: string): boolean => reported.has(address) || waiting.has(address);
  const judged = applyWaivers(
    foldDiagnostics(
      withProfileSeverity(foldMissingSections(foldMissingFigures(mostOfEach(diagnostics), explained)), profile),
      waiting,
      (blanks) => waitingTotals(blanks, figures, pack),
    ),
    data,
    figures,
    previousValueOf(previous, pack),
  )
    .map(withWaiver)
    .sort(bySeverity);
  return {
    value: {
      file,
      pack,
      data,
      figures,
      draft: options.draft === true,
      used,
      sources: texts,
      ...(profile === undefined ? {} : { profile }),
      ...(composed.value === undefined ? {} : { report: composed.value }),
    },
    diagnostics: judged,
    sources: texts,
  };
}

/** More findings of one code help nobody; a hostile file would have one in each of its lines. */
const MOST_OF_ONE_CODE = 300;

/** The first findings of each code. */
function mostOfEach(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const counts = new Map<string, number>();
  return diagnostics.filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= MOST_OF_ONE_CODE;
  });
}

/** True when the outcome may be built: a tree is there and no unwaived error stands. */
export function isBuildable(outcome: OpenOutcome): boolean {
  return outcome.value?.report !== undefined && !hasErrors(outcome.diagnostics);
}

function openProfile(
  reference: string | undefined,
  data: ReportData,
  sources: Sources,
  diagnostics: Diagnostic[],
): Profile | undefined {
  if (reference === undefined) return undefined;
  const found = sources.profile(reference);
  if (found === undefined) {
    diagnostics.push({
      code: 'profile/not-found',
      severity: 'error',
      message: { zh: `找不到要求配置“${reference}”。`, en: `The profile "${reference}" was not found.` },
      hint: {
        zh: '请核对配置的名称或路径；不需要时删去这一行。',
        en: 'Check the name or path of the profile, or remove the line.',
      },
      ...(data.profile === undefined ? {} : { range: data.profile.range }),
    });
    return undefined;
  }
  const profile = loadProfile(found.bytes, found.name);
  diagnostics.push(...profile.diagnostics);
  return profile.value;
}

function openPrevious(
  data: ReportData,
  pack: TemplatePack,
  sources: Sources,
  options: OpenOptions,
  diagnostics: Diagnostic[],
  texts: Map<string, SourceText>,
): readonly PreviousReport[] {
  const wanted =
    options.previous?.map((path) => ({
      path,
      range: undefined,
      adjust: [] as ReportData['previous'][number]['adjust'],
    })) ?? data.previous.map((input) => ({ path: input.file.value, range: input.file.range, adjust: input.adjust }));
  const opened: PreviousReport[] = [];
  for (const { path, range, adjust } of wanted) {
    const found = sources.previous(path);
    const previous = found === undefined || 'reports' in found ? undefined : readPrevious(found, texts);
    if (previous?.data === undefined) {
      diagnostics.push(previousUnreadable(path, found, range));
      continue;
    }
    opened.push({ ...previous, data: previous.data, adjust });
  }
  return opened;
}

/** Reads a previous year's file for its figures; its own findings belong to its own check and are not repeated here. */
function readPrevious(
  found: NamedBytes & { readonly sources: Sources },
  texts: Map<string, SourceText>,
): { readonly data?: ReportData; readonly figures: Figures; readonly pack: TemplatePack } | undefined {
  const form = isSpreadsheet(found.bytes) ? loadForm(found.bytes, found.name) : undefined;
  const loaded: LoadOutcome = form ?? load(found.bytes, found.name);
  if (loaded.source !== undefined) texts.set(found.name, loaded.source);
  if (loaded.value?.pack === undefined) return undefined;
  const pack = openPack(loaded.value.pack.value, found.sources).value;
  if (pack === undefined) return undefined;
  const file = form?.value === undefined ? loaded.value : readForm(form.value, pack).value;
  if (file === undefined) return undefined;
  if (form !== undefined) texts.set(found.name, file.source);
  const data = readData(file, pack).value;
  if (data === undefined) return undefined;
  return { data, figures: computeFigures(data, pack), pack };
}

/** A profile may raise or lower the severity of single codes. */
function withProfileSeverity(diagnostics: readonly Diagnostic[], profile: Profile | undefined): readonly Diagnostic[] {
  if (profile === undefined) return diagnostics;
  return diagnostics.map((d) => {
    const severity = profile.severities[d.code];
    // An open question stays one: only a rule that failed takes the profile's severity.
    return severity === undefined || d.outcome === 'rule-error' || d.outcome === 'cannot-check'
      ? d
      : { ...d, severity };
  });
}

/** Adds the waiver ready to paste to every finding that may be waived. */
function withWaiver(diagnostic: Diagnostic): Diagnostic {
  const waiver = waiverBlock(diagnostic);
  const folded = diagnostic.folded?.map(withWaiver);
  return { ...diagnostic, ...(waiver === '' ? {} : { waiver }), ...(folded === undefined ? {} : { folded }) };
}

const severityOrder: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Errors first; otherwise the order of the stages, which is that of the file within each stage. */
function bySeverity(a: Diagnostic, b: Diagnostic): number {
  return severityOrder[a.severity] - severityOrder[b.severity];
}

/** Findings of a pack that have no place of their own point at the line that names the pack. */
function located(diagnostics: readonly Diagnostic[], file: LoadedFile, named: boolean): readonly Diagnostic[] {
  const range = named ? file.pack?.range : undefined;
  return range === undefined ? diagnostics : diagnostics.map((d) => (d.range === undefined ? { ...d, range } : d));
}
