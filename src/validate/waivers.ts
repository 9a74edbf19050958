/**
 * Waivers of the data file: findings that the office has looked at and stands by, with a reason. A waiver holds for the
 * figures or words it was given for and lapses when one of them changes.
 */
import type { Figures, ReportData, Waiver } from '../data/types.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { isDecimalText } from '../value/number.js';
import type { CellValue } from '../value/value.js';
import { exact } from '../rule/exact.js';
import { isBlankReport } from './blanks.js';
import { figureText } from './cells.js';
import { unfoldedDiagnostics } from './fold.js';
import * as notices from './waiver-notices.js';

/**
 * Marks the diagnostics that waivers cover, folded ones too. Findings folded under a waived one are lifted out, so that a
 * waiver never hides more than it names. `previousValue` gives last year's figures by address of this year's form. Gives `waiver/lapsed`, `waiver/no-figures`, `waiver/not-waivable` and
 * `waiver/unused`, each at the waiver.
 */
export function applyWaivers(
  diagnostics: readonly Diagnostic[],
  data: ReportData,
  figures: Figures,
  previousValue: (address: string) => CellValue | undefined = () => undefined,
): readonly Diagnostic[] {
  const all = unfoldedDiagnostics(diagnostics);
  const covered = new Map<Diagnostic, Waiver>();
  const today: Today = (address) => {
    const value = isOfLastYear(address) ? previousValue(address.slice(LAST_YEAR.length)) : figures.values.get(address);
    return figureText(value ?? { kind: 'missing' });
  };
  const told = data.waivers.flatMap((waiver) => judge(waiver, all, today, covered));
  return [...diagnostics.flatMap((diagnostic) => marked(diagnostic, covered)), ...told];
}

/** The figure of an address as it is now; last year's under `prev ADDRESS`. */
type Today = (address: string) => string;

/** Begins the address of a figure of last year, in facts and in the waivers read. */
const LAST_YEAR = 'prev ';

/** True for the address of a figure of last year. */
export function isOfLastYear(address: string): boolean {
  return address.startsWith(LAST_YEAR);
}

function judge(
  waiver: Waiver,
  all: readonly Diagnostic[],
  today: Today,
  covered: Map<Diagnostic, Waiver>,
): readonly Diagnostic[] {
  const meant = all.filter(
    (diagnostic) =>
      diagnostic.code === waiver.code &&
      diagnostic.outcome !== 'cannot-check' &&
      (waiver.cell === undefined || waivableCells(diagnostic).includes(waiver.cell)),
  );
  if (meant.length === 0) return [notices.unused(waiver)];
  const { text } = waiver;
  const standing = text === undefined ? meant : meant.filter((diagnostic) => standsOn(diagnostic, text));
  if (text !== undefined && standing.length === 0) return [notices.textGone(waiver, text)];
  const waivable = standing.filter((diagnostic) => diagnostic.waivable === true);
  if (waivable.length === 0) return [notices.notWaivable(waiver)];
  return waivable.flatMap((diagnostic) => judgeOne(waiver, diagnostic, today, covered));
}

/** True when the sentence of a finding holds the words of a waiver; blank space does not count. */
function standsOn(diagnostic: Diagnostic, words: string): boolean {
  const plain = (text: string): string => text.replace(/\s+/gu, '');
  return plain(diagnostic.text ?? '').includes(plain(words));
}

function judgeOne(
  waiver: Waiver,
  diagnostic: Diagnostic,
  today: Today,
  covered: Map<Diagnostic, Waiver>,
): readonly Diagnostic[] {
  if (waiver.figures.size === 0 && waivedAddresses(diagnostic).length > 0) return [notices.noFigures(waiver)];
  const changes = changesSince(waiver, diagnostic, today);
  if (changes.length > 0) return [notices.lapsed(waiver, changes)];
  covered.set(diagnostic, waiver);
  return [];
}

/**
 * Listed figures that are no longer so; for a report of blanks also blanks that were not there then, and for a comparison
 * with last year its figures when the waiver lists none: it would not lapse when they change.
 */
function changesSince(waiver: Waiver, diagnostic: Diagnostic, today: Today): readonly notices.Change[] {
  const changed = [...waiver.figures]
    .filter(([address, figure]) => !isSameFigure(figure, today(address)))
    .map(([address, figure]) => ({ address, before: figure, now: today(address) }));
  const added = waivedAddresses(diagnostic).filter(
    (address) => (isBlankReport(diagnostic) || isOfLastYear(address)) && !waiver.figures.has(address),
  );
  return [...changed, ...added.map((address) => ({ address, before: undefined, now: today(address) }))];
}

function isSameFigure(a: string, b: string): boolean {
  const [first, second] = [a.trim(), b.trim()].map((text) => (text === '' || text === '~' ? '空' : text));
  if (first === undefined || second === undefined) return false;
  if (isDecimalText(first) && isDecimalText(second)) return exact(first).eq(second);
  return first === second;
}

/** Cells by which a waiver may name a diagnostic: those its figures stand in, not the parts of computed ones. */
export function waivableCells(diagnostic: Diagnostic): readonly string[] {
  const own = new Set(waivedAddresses(diagnostic));
  const cells = diagnostic.cells ?? [];
  return own.size === 0 ? cells : cells.filter((cell) => own.has(cell));
}

/** Addresses whose figures a waiver of this diagnostic lists: those the finding was made from, last year's as `prev ADDRESS`. */
export function waivedAddresses(diagnostic: Diagnostic): readonly string[] {
  return Object.keys(diagnostic.facts ?? {}).filter((key) => /^(?:prev )?[^ ]+\/[^ ]+\/[^ ]+$/u.test(key));
}

function marked(diagnostic: Diagnostic, covered: ReadonlyMap<Diagnostic, Waiver>): readonly Diagnostic[] {
  const waiver = covered.get(diagnostic);
  const folded = diagnostic.folded?.flatMap((inner) => marked(inner, covered));
  if (waiver === undefined) return [folded === undefined ? diagnostic : { ...diagnostic, folded }];
  const { folded: _, ...head } = diagnostic;
  const own = folded?.filter((inner) => inner.waived !== undefined) ?? [];
  const lifted = folded?.filter((inner) => inner.waived === undefined) ?? [];
  const waived = { ...head, ...(own.length === 0 ? {} : { folded: own }), waived: { reason: waiver.reason } };
  return [waived, ...lifted];
}
