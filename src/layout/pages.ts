/** Places units on pages: line grid, headings kept with what follows, tables whole where they fit, else split. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { baselineIn, type Frame, type Geometry } from './geometry.js';
import type { Bookmark, PageItem, Run, StructureNode } from './model.js';
import type { SetLine, TextUnit } from './paragraphs.js';
import type { CellSetter } from './table-cells.js';
import { drawFragment } from './table-draw.js';
import { fitWhole, fragmentOf, type Fragment } from './table-fit.js';
import { splitTable } from './table-split.js';
import { heightAfter, lineTop, type FigureUnit, type Placeable, type TableUnit } from './units.js';

export interface OpenPage {
  readonly sideways: boolean;
  readonly items: PageItem[];
  /** What follows begins on another page whatever room is left. */
  endsPart: boolean;
}

/** So many pages at most are filled less; a report has few parts. */
const MOST_SHORTENED = 8;

/** A table without the rule of one page is moved on whole only when it takes no more than this share of a page. */
const SMALL_TABLE = 0.4;

/**
 * Places all units. A page that would hold a single line gets one more from the page before it (单行不成面): that page is
 * filled one line less.
 */
export function composePages(
  units: readonly Placeable[],
  geometry: Geometry,
  cells: CellSetter,
  continued: string,
): PageComposer {
  const shorter = new Set<number>();
  for (;;) {
    const composer = new PageComposer(geometry, cells, continued, shorter);
    composer.place(units);
    const before = shorter.size;
    for (const page of composer.loneLinePages()) shorter.add(page - 1);
    if (shorter.size === before || before >= MOST_SHORTENED) return composer;
  }
}

/** Fills pages one after another. Gives `layout/row-too-tall` (error) at the table. */
export class PageComposer {
  readonly pages: OpenPage[] = [];
  readonly bookmarks: Bookmark[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #geometry: Geometry;
  readonly #cells: CellSetter;
  readonly #continued: string;
  readonly #shorter: ReadonlySet<number>;
  #y = 0;

  /** Pages in `shorter` (1-based) are filled one line less than they could be. */
  constructor(geometry: Geometry, cells: CellSetter, continued: string, shorter: ReadonlySet<number>) {
    this.#geometry = geometry;
    this.#cells = cells;
    this.#continued = continued;
    this.#shorter = shorter;
  }

  /** Numbers of pages that end a part and hold one line alone, after a page that ends with text. */
  loneLinePages(): readonly number[] {
    return this.pages.flatMap((page, i) => {
      const before = this.pages[i - 1];
      const endsPart = page.endsPart || i === this.pages.length - 1;
      if (!endsPart || before === undefined || before.endsPart || before.items.at(-1)?.type !== 'text') return [];
      const baselines = new Set(page.items.map((item) => (item.type === 'text' ? item.baseline : undefined)));
      return baselines.size === 1 && !baselines.has(undefined) ? [i + 1] : [];
    });
  }

  /** Places all units in order. */
  place(units: readonly Placeable[]): void {
    let keptUntil = 0;
    let chainStart = 0;
    units.forEach((placeable, i) => {
      const { unit, sideways } = placeable;
      if (unit.type === 'break') {
        if (this.#y > 0) this.#openPart(units[i + 1]?.sideways ?? false);
        return;
      }
      if (this.pages.length === 0 || this.#page().sideways !== sideways) this.#openPart(sideways);
      if (i >= keptUntil) {
        const end = chainEnd(units, i);
        if (!this.#chainFits(units, i, end) && this.#y > 0) this.#open(sideways);
        keptUntil = end + 1;
        chainStart = i;
      }
      const follows = i > chainStart;
      if (unit.type === 'text') this.#placeText(unit);
      else if (unit.type === 'table') this.#placeTable(unit, this.#tailHeight(units, i), follows);
      else this.#placeFigure(unit);
    });
  }

  #page(): OpenPage {
    const page = this.pages.at(-1);
    if (page === undefined) throw new Error('no page is open');
    return page;
  }

  #frame(): Frame {
    const frame = this.#page().sideways ? this.#geometry.sideways : this.#geometry.portrait;
    if (!this.#shorter.has(this.pages.length)) return frame;
    return { ...frame, height: frame.height - this.#geometry.pitch };
  }

  #openPart(sideways: boolean): void {
    const page = this.pages.at(-1);
    if (page !== undefined) page.endsPart = true;
    this.#open(sideways);
  }

  #open(sideways: boolean): void {
    const page = this.pages.at(-1);
    // An empty page that lies the wrong way is turned, not left behind.
    if (page !== undefined && page.items.length === 0) this.pages.pop();
    this.pages.push({ sideways, items: [], endsPart: false });
    this.#y = 0;
  }

  /** True when the units that must stay together with the one at `end` fit the rest of the page with its beginning. */
  #chainFits(units: readonly Placeable[], start: number, end: number): boolean {
    const { pitch } = this.#geometry;
    const limit = this.#frame().height;
    let y = this.#y;
    for (let i = start; i < end; i++) {
      const unit = units[i]?.unit;
      if (unit?.type === 'text') y = heightAfter(unit, y, pitch);
    }
    const last = units[end]?.unit;
    if (last === undefined || last.type === 'break') return y <= limit + 0.01;
    if (last.type === 'text') return this.#firstTop(last, y) + last.leastLines * last.pitch <= limit + 0.01;
    if (last.type === 'figure') return y + figureHeight(last) <= limit;
    return this.#planTable(last, y, this.#tailHeight(units, end), y - this.#y) !== undefined;
  }

  /** Top of the unit's first line; 附件说明 rather gives up its blank line than stands alone on the next page. */
  #firstTop(unit: TextUnit, y: number): number {
    const { pitch } = this.#geometry;
    const top = lineTop(unit, y, pitch);
    const fits = top + unit.pitch <= this.#frame().height + 0.01;
    return fits || unit.role !== 'annexLine' ? top : lineTop({ ...unit, spaceBefore: 0 }, y, pitch);
  }

  #placeText(unit: TextUnit): void {
    const { pitch } = this.#geometry;
    unit.lines.forEach((line, i) => {
      let top = i === 0 ? this.#firstTop(unit, this.#y) : this.#y;
      if (top + unit.pitch > this.#frame().height + 0.01) {
        this.#open(this.#page().sideways);
        top = i === 0 ? lineTop(unit, 0, pitch) : 0;
      }
      const frame = this.#frame();
      if (i === 0 && unit.bookmark !== undefined) this.#bookmark(unit.bookmark, frame.top + top);
      const baseline = baselineIn(frame.top + top, unit.pitch, unit.size);
      for (const { node, runs } of partsOf(unit, line)) {
        this.#page().items.push({
          type: 'text',
          baseline,
          runs: runs.map((run) => ({ ...run, x: frame.left + run.x })),
          node,
        });
      }
      this.#y = top + unit.pitch;
    });
    this.#y += unit.spaceAfter;
  }

  #placeFigure(unit: FigureUnit): void {
    if (this.#y > 0 && this.#y + figureHeight(unit) > this.#frame().height) this.#open(this.#page().sideways);
    const frame = this.#frame();
    this.#page().items.push({
      type: 'image',
      x: frame.left + (frame.width - unit.width) / 2,
      y: frame.top + this.#y,
      width: unit.width,
      height: unit.height,
      figure: unit.figure,
      node: unit.node,
    });
    this.#y += unit.height;
    for (const caption of unit.caption) this.#placeText(caption);
  }

  /**
   * How a table that begins at `y` is set: whole in the rest of the page, or in parts. Undefined when it should begin on a
   * new page. `tail` is the height of the notes that belong under it, `lead` that of the headings that go along to a new
   * page; without `lead` it stays on this page.
   */
  #planTable(unit: TableUnit, y: number, tail: number, lead?: number): readonly Fragment[] | undefined {
    const { placed } = unit;
    const limit = this.#frame().height;
    const here = fitWhole(placed, this.#cells, limit - y - tail, this.#continued);
    if (here !== undefined) return [here];
    const scale = { size: placed.look.size, paddingY: placed.look.paddingY };
    if (lead !== undefined && y > lead) {
      const natural = fragmentOf(placed, this.#cells, scale, 0, placed.rows, this.#continued).height;
      const wantsWhole = placed.look.onePage || natural <= limit * SMALL_TABLE;
      if (wantsWhole && fitWhole(placed, this.#cells, limit - lead - tail, this.#continued) !== undefined)
        return undefined;
    }
    const split = splitTable(placed, this.#cells, scale, limit - y, limit, this.#continued);
    if (split === undefined) return undefined;
    if (split.tooTall) this.#reportTooTall(unit);
    return split.fragments;
  }

  /** A table that `follows` its heading on the page stays there; else it may begin on the next one. */
  #placeTable(unit: TableUnit, tail: number, follows: boolean): void {
    let fragments = this.#planTable(unit, this.#y, tail, follows ? undefined : 0);
    if (fragments === undefined) {
      this.#open(this.#page().sideways);
      fragments = this.#planTable(unit, 0, tail);
    }
    fragments?.forEach((fragment, i) => {
      if (i > 0) this.#open(this.#page().sideways);
      const frame = this.#frame();
      if (i === 0) this.#bookmark(unit.bookmark, frame.top + this.#y);
      this.#page().items.push(...drawFragment(fragment, unit.nodes, frame, this.#y));
      this.#y += fragment.height;
    });
  }

  /** Height of the notes and sign-off lines that follow a table and stay with it. */
  #tailHeight(units: readonly Placeable[], table: number): number {
    let height = 0;
    for (let i = table + 1; i < units.length; i++) {
      const unit = units[i]?.unit;
      if (unit?.type !== 'text' || (unit.role !== 'tableNote' && unit.role !== 'tableSignoff')) break;
      height = heightAfter(unit, Math.max(height, 0.01), this.#geometry.pitch);
    }
    return height;
  }

  #bookmark(bookmark: { readonly title: string; readonly level: number }, top: number): void {
    this.bookmarks.push({ ...bookmark, page: this.pages.length, top });
  }

  #reportTooTall({ placed }: TableUnit): void {
    const { table } = placed;
    if (this.diagnostics.some((d) => d.facts?.['table'] === table.id)) return;
    this.diagnostics.push({
      code: 'layout/row-too-tall',
      severity: 'error',
      message: {
        zh: `${table.name}中有一行比整页还高，一行不能跨页，无法排印。`,
        en: `A row of ${table.name} is higher than a page; rows are never split, so it cannot be printed.`,
      },
      hint: {
        zh: '请把这一行的文字移到正文，或者分成几行。',
        en: 'Move the text of that row into the body, or divide it into several rows.',
      },
      facts: { table: table.id },
      ...(table.origin === undefined ? {} : { range: table.origin }),
    });
  }
}

/** Runs of a line by the nodes they belong to. */
function partsOf(
  unit: TextUnit,
  line: SetLine,
): readonly { readonly node: StructureNode; readonly runs: readonly Run[] }[] {
  const { nodes } = line;
  if (nodes === undefined) return [{ node: unit.node, runs: line.runs }];
  const parts: { node: StructureNode; runs: Run[] }[] = [];
  line.runs.forEach((run, i) => {
    const node = nodes[i] ?? unit.node;
    const last = parts.at(-1);
    if (last?.node === node) last.runs.push(run);
    else parts.push({ node, runs: [run] });
  });
  return parts;
}

/** Index of the first unit from `start` on that need not stay with the next one. */
function chainEnd(units: readonly Placeable[], start: number): number {
  let end = start;
  for (;;) {
    const unit = units[end]?.unit;
    const next = units[end + 1];
    if (unit?.type !== 'text' || !unit.keepWithNext || next === undefined || next.unit.type === 'break') return end;
    if (next.sideways !== units[end]?.sideways) return end;
    end++;
  }
}

function figureHeight(unit: FigureUnit): number {
  return unit.caption.reduce((height, caption) => height + caption.lines.length * caption.pitch, unit.height);
}
