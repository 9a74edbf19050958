/**
 * Where in the printed report a diagnostic belongs: the very words its place in the data file printed, else its cell, else
 * the heading of its section or table, else the title. Every diagnostic gets a place.
 */
import type { ReportData } from '../data/types.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { AnnotationPlace } from '../report/annotation.js';
import type { Block, Cell, Paragraph, Report, Text } from '../report/tree.js';
import { blocksOfSection, visitTexts } from '../report/walk.js';
import type { SourceRange } from '../source/source.js';
import { originIndex, type OriginIndex, type Printed } from './origin-index.js';
import { sentenceAround, wordsOf } from './printed-words.js';

interface PrintedText extends Printed {
  readonly text: Text;
  /** The one paragraph or cell it stands in. */
  readonly home: Block | Paragraph | Cell;
  /** Whether it is the first or the last text of its home. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

interface PrintedCell extends Printed {
  readonly cell: Cell;
}

export type PlaceFinder = (diagnostic: Diagnostic) => AnnotationPlace;

/** A finder for one report; made once, since it goes through the whole tree. */
export function placeFinder(report: Report, data: ReportData): PlaceFinder {
  const cells = cellsByAddress(report);
  const words = originIndex(narrativeTexts(report));
  const places = originIndex(typedCells(report, data));
  const title = titlePlace(report);

  return ({ range, cells: addresses = [] }) => {
    const cell = addresses.map((address) => cells.get(address)).find((found) => found !== undefined);
    const printed = range === undefined ? undefined : wordsIn(words.overlapping(range), range, data);
    if (printed !== undefined) return printed;
    if (cell !== undefined) return { kind: 'cell', cell };
    const table = addresses[0]?.split('/')[0];
    if (range === undefined) return (table === undefined ? undefined : tablePlace(report, table)) ?? title;
    const typed = closest(places.overlapping(range));
    if (typed !== undefined) return { kind: 'cell', cell: typed.cell };
    return nearText(range, data, words) ?? sectionOrTable(report, data, range, table) ?? title;
  };
}

/** The words of the first paragraph or cell that the range printed; all of them take its number or marker with them. */
function wordsIn(texts: readonly PrintedText[], range: SourceRange, data: ReportData): AnnotationPlace | undefined {
  const first = texts[0];
  if (first === undefined) return undefined;
  const { home } = first;
  const together = texts.filter((text) => text.home === home);
  const last = together.at(-1) ?? first;
  const from = wordsOf(first.text, first.origin, range, data.source.text).from;
  const to = wordsOf(last.text, last.origin, range, data.source.text).to;
  const isWhole = first.isFirst && from === 0 && last.isLast && to === last.text.value.length;
  if (isWhole && 'type' in home) return { kind: 'block', block: home };
  return { kind: 'words', from: { text: first.text, offset: from }, to: { text: last.text, offset: to } };
}

/** Inside the text of a section, but on something that is not printed: the sentence beside it. */
function nearText(range: SourceRange, data: ReportData, words: OriginIndex<PrintedText>): AnnotationPlace | undefined {
  for (const { text } of data.sections.values()) {
    if (text === undefined || !contains(text.range, range)) continue;
    const found = words.near(range, text.range);
    if (found === undefined) continue;
    const { from, to } = sentenceAround(found.text.value, 0);
    return { kind: 'words', from: { text: found.text, offset: from }, to: { text: found.text, offset: to } };
  }
  return undefined;
}

function sectionOrTable(
  report: Report,
  data: ReportData,
  range: SourceRange,
  table: string | undefined,
): AnnotationPlace | undefined {
  for (const section of data.sections.values()) {
    const place = contains(section.range, range) ? sectionPlace(report, section.id) : undefined;
    if (place !== undefined) return place;
  }
  const owner = table ?? [...data.tables.values()].find((input) => contains(input.range, range))?.id;
  return owner === undefined ? undefined : tablePlace(report, owner);
}

function contains(outer: SourceRange, inner: SourceRange): boolean {
  if (outer.file !== inner.file || inner.cell !== undefined) return false;
  return outer.start <= inner.start && inner.end <= outer.end;
}

function sectionPlace(report: Report, id: string): AnnotationPlace | undefined {
  const bookmark = id.replace(/[^A-Za-z0-9-]+/gu, '-');
  const heading = report.children.find(
    (block) => block.type === 'heading' && block.level === 1 && block.id === bookmark,
  );
  const block = heading ?? blocksOfSection(report, bookmark)[0];
  return block === undefined ? undefined : { kind: 'block', block };
}

/** The printed title of a table, else its first cell. */
function tablePlace(report: Report, id: string): AnnotationPlace | undefined {
  const index = report.children.findIndex((block) => block.type === 'table' && block.id === id);
  const table = report.children[index];
  if (table?.type !== 'table') return undefined;
  for (let i = index - 1; i >= 0; i--) {
    const block = report.children[i];
    if (block?.type === 'heading') return { kind: 'block', block };
    if (block?.type !== 'paragraph' || !/^(?:table|annexMark)/u.test(block.role)) break;
    if (block.role === 'tableTitle') return { kind: 'block', block };
  }
  const cell = [...table.head, ...table.body][0]?.cells[0];
  return cell === undefined ? undefined : { kind: 'cell', cell };
}

/** The title; a report without one gives its first block. */
function titlePlace(report: Report): AnnotationPlace {
  const block: Block | undefined = report.children.find(({ type }) => type === 'title') ?? report.children[0];
  return { kind: 'block', block: block ?? { type: 'pageBreak' } };
}

/** Texts of known place outside the figures of statutory tables, in reading order. */
function narrativeTexts(report: Report): readonly PrintedText[] {
  const all: { readonly text: Text; readonly home: PrintedText['home'] }[] = [];
  visitTexts(report, (text, { cell, paragraph, block }) => {
    if (text.value !== '' && cell?.address === undefined) all.push({ text, home: cell ?? paragraph ?? block });
  });
  return all.flatMap(({ text, home }, index) => {
    const { origin } = text;
    if (origin === undefined) return [];
    return [{ text, origin, home, isFirst: all[index - 1]?.home !== home, isLast: all[index + 1]?.home !== home }];
  });
}

function allCells(report: Report): readonly Cell[] {
  return report.children.flatMap((block) =>
    block.type === 'table' ? [...block.head, ...block.body].flatMap((row) => row.cells) : [],
  );
}

/** Cells and row labels with a place of their own; a cell that is missing has only that of its table, which tells nothing. */
function typedCells(report: Report, data: ReportData): readonly PrintedCell[] {
  const tables = new Set([...data.tables.values()].map(({ range }) => `${range.start}-${range.end}`));
  return allCells(report).flatMap((cell) => {
    const { origin } = cell;
    if (origin === undefined) return [];
    const isTable = origin.cell === undefined && tables.has(`${origin.start}-${origin.end}`);
    return isTable ? [] : [{ cell, origin }];
  });
}

/** The one written in the fewest characters; the first of equals. */
function closest(cells: readonly PrintedCell[]): PrintedCell | undefined {
  const length = ({ origin }: PrintedCell): number => origin.end - origin.start;
  return cells.reduce<PrintedCell | undefined>(
    (best, next) => (best === undefined || length(next) < length(best) ? next : best),
    undefined,
  );
}

function cellsByAddress(report: Report): ReadonlyMap<string, Cell> {
  return new Map(allCells(report).flatMap((cell) => (cell.address === undefined ? [] : [[cell.address, cell]])));
}

/** Texts of the narrative that print a cell of a table. */
export function boundFigures(report: Report): ReadonlySet<Text> {
  const bound = new Set<Text>();
  visitTexts(report, (text, { cell }) => {
    if (text.address !== undefined && cell?.address === undefined) bound.add(text);
  });
  return bound;
}
