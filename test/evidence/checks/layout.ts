/** GB/T 9704-2012 and GB/T 15834-2011 measured on the pages, and tables between their lines. */
import type { ShownGlyph } from '../../support/pdf-content.js';
import type { OpenedPdf } from '../../support/pdf-open.js';
import { Findings, type Finding } from './finding.js';
import { linesOf, type PageLine } from './page-lines.js';

const MILLIMETRE = 72 / 25.4;
const LEFT = 28 * MILLIMETRE;
const RIGHT = (28 + 156) * MILLIMETRE;
const TOP = 37 * MILLIMETRE;
const PITCH = 28.95;
const LINES = 22;
const BODY_SIZE = 15.75;
const GRID_TOLERANCE = 0.02;
const EDGE_TOLERANCE = 0.5;

const NEVER_FIRST = /^[，。、；：？！）》〉」』】〕］｝〗”’％‰℃%]/u;
const NEVER_LAST = /[（《〈「『【〔［｛〖“‘￥]$/u;

/** Text on the line grid of the body. */
function isBody(line: PageLine): boolean {
  return Math.abs(line.size - BODY_SIZE) < 0.01 && line.role !== 'TH' && line.role !== 'TD';
}

export function checkLayout(pdf: OpenedPdf): readonly Finding[] {
  const found = new Findings();
  const lines = linesOf(pdf);
  const upright = lines.filter(({ page }) => (pdf.pages[page]?.width ?? 0) < (pdf.pages[page]?.height ?? 0));
  for (const line of upright.filter(isBody)) {
    const slot = (line.baseline - baselineOf(0)) / PITCH;
    const isOnGrid = Math.abs(slot - Math.round(slot)) * PITCH <= GRID_TOLERANCE;
    found.expect(
      isOnGrid && slot > -0.5 && slot < LINES - 0.5,
      'R-32',
      `${place(line)} is on line ${slot.toFixed(3)} of the grid`,
    );
    const left = line.glyphs[0]?.x ?? 0;
    found.expect(left >= LEFT - EDGE_TOLERANCE, 'R-32', `${place(line)} begins left of the type area`);
  }
  checkBreaks(lines, found);
  for (const line of upright.filter(runsOn(lines))) {
    const right = line.glyphs.at(-1)?.right ?? 0;
    found.expect(
      Math.abs(right - RIGHT) <= EDGE_TOLERANCE,
      'R-55',
      `${place(line)} ends ${(right - RIGHT).toFixed(2)} pt off the edge`,
    );
  }
  for (let i = 0; i < pdf.pages.length; i++) checkRules(pdf, i, found);
  return found.list;
}

/** Baseline of line `slot` (0-based): the ideographs' box, 0.88 above the baseline, in the middle of the line. */
function baselineOf(slot: number): number {
  return TOP + slot * PITCH + (PITCH - BODY_SIZE) / 2 + 0.88 * BODY_SIZE;
}

function place(line: PageLine): string {
  return `page ${line.page + 1}, “${line.text.slice(0, 12)}”`;
}

/** Lines of a justified paragraph that its next line follows. */
function runsOn(lines: readonly PageLine[]): (line: PageLine) => boolean {
  const next = new Map(lines.map((line, i) => [line, lines[i + 1]]));
  return (line) => isBody(line) && line.role === 'P' && next.get(line)?.element === line.element;
}

/** No line begins or ends with a mark that must not, no number is parted, in text as in cells. */
function checkBreaks(lines: readonly PageLine[], found: Findings): void {
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (before === undefined || before.element !== line.element) return;
    found.expect(!NEVER_FIRST.test(line.text), 'R-55', `${place(line)} begins with a mark that must not`);
    found.expect(!NEVER_LAST.test(before.text), 'R-55', `${place(before)} ends with a mark that must not`);
    const joined = `${before.text.slice(-1)}${line.text.slice(0, 1)}`;
    const isAddress = /[a-z]{2,}[./:@?=&][^\s，。）]*$/iu.test(before.text);
    found.expect(isAddress || !/^\d[\d.%]$/u.test(joined), 'R-55', `a number is parted after ${place(before)}`);
    if (line.role === 'TH' || line.role === 'TD') return;
    found.expect(
      !/^\d[\u4e00-\u9fff]$/u.test(joined),
      'R-55',
      `a number and its unit are parted after ${place(before)}`,
    );
    found.expect(joined !== '——' && joined !== '……', 'R-55', `a double mark is parted after ${place(before)}`);
  });
}

interface Rule {
  readonly vertical: boolean;
  /** Where it lies across its direction, and from where to where along it. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

function rulesOf(pdf: OpenedPdf, page: number): readonly Rule[] {
  return (pdf.pages[page]?.events ?? []).flatMap((event) => {
    if (event.kind !== 'path' || event.paint !== 'stroke') return [];
    const { points } = event;
    const [[x1, y1] = [0, 0], [x2, y2] = [0, 0]] = points;
    const vertical = Math.abs(x1 - x2) < 0.001;
    const along = vertical ? [y1, y2] : [x1, x2];
    return [{ vertical, at: vertical ? x1 : y1, from: Math.min(...along), to: Math.max(...along) }];
  });
}

/** Half of the heaviest border, and rounding. */
const TOUCH = 0.6;

/** Every end of a table line meets a line across it, and no character is crossed by a line. */
function checkRules(pdf: OpenedPdf, page: number, found: Findings): void {
  const rules = rulesOf(pdf, page);
  for (const rule of rules) {
    for (const end of [rule.from, rule.to]) {
      const isClosed = rules.some(
        (other) =>
          other.vertical !== rule.vertical &&
          Math.abs(other.at - end) <= TOUCH &&
          other.from <= rule.at + TOUCH &&
          other.to >= rule.at - TOUCH,
      );
      found.expect(isClosed, 'R-56', `page ${page + 1}: a table line ends in the open`);
    }
  }
  for (const event of pdf.pages[page]?.events ?? []) {
    if (event.kind !== 'show' || !event.upright) continue;
    for (const glyph of event.glyphs) {
      const isCrossed = rules.some((rule) => crosses(rule, glyph, event.size));
      found.expect(!isCrossed, 'R-56', `page ${page + 1}: a table line runs through ${glyph.text}`);
    }
  }
}

function crosses(rule: Rule, glyph: ShownGlyph, size: number): boolean {
  const [left, right] = [glyph.x + 0.1, glyph.right - 0.1];
  const [upper, lower] = [glyph.y - 0.8 * size, glyph.y + 0.05 * size];
  const [from, to, at0, at1] = rule.vertical ? [upper, lower, left, right] : [left, right, upper, lower];
  return rule.at > at0 && rule.at < at1 && rule.from < to && rule.to > from;
}
