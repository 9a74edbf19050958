/**
 * The official page: a report and its style become pages of positioned text, rules and images, with the structure they
 * belong to. Comes in: Report, PageStyle, FontSet. Goes out: Layout. Pure; knows no PDF. Sources: GB/T 9704-2012 clauses
 * 5-8, GB/T 15834-2011, GB/T 15835-2011.
 */
import { hasErrors, type Diagnostic, type Outcome } from '../diagnostic/diagnostic.js';
import type { FontSet } from '../fonts/fonts.js';
import type { PageStyle } from '../report/style.js';
import type { Block, Figure, List, Paragraph, Report, Table } from '../report/tree.js';
import { draftMarkItem, pageNumberItem } from './furniture.js';
import { geometryOf, type Geometry } from './geometry.js';
import { tooLarge } from './limits.js';
import { structureNode, type Layout, type StructureNode } from './model.js';
import { composePages } from './pages.js';
import {
  alignSignature,
  headingUnit,
  isHeadingRole,
  paragraphUnit,
  titleUnit,
  type Marker,
  type TextContext,
  type TextUnit,
} from './paragraphs.js';
import { TextSetter } from './set-text.js';
import { standInNotice } from './stand-ins.js';
import { CellSetter, placeTable } from './table-cells.js';
import { tableNodes } from './table-draw.js';
import type { FigureUnit, Placeable } from './units.js';

/** Points per pixel: images without a size of their own print at 96 pixels an inch when there is room. */
const POINTS_PER_PIXEL = 0.75;

/**
 * Lays a report out. No value when something cannot be printed: `layout/no-glyph`, `layout/number-too-wide`,
 * `layout/row-too-tall`, `layout/too-large`, `report/grid`, `layout/unknown-look` (errors). Notes `fonts/stand-in` (info) when built-in faces
 * stand in for the official ones.
 */
export function layoutReport(report: Report, style: PageStyle, fonts: FontSet): Outcome<Layout> {
  const excess = tooLarge(report);
  if (excess !== undefined) return { diagnostics: [excess] };
  const geometry = geometryOf(style);
  const setter = new TextSetter(fonts);
  const structure: StructureNode = { role: 'Document', children: [], attributes: {} };
  const builder = new UnitBuilder({ style, geometry, setter }, structure);
  const units = builder.build(report.children);
  const cells = new CellSetter(setter);
  const composer = composePages(units, geometry, cells, report.meta.continued);
  const { draftMark } = report.meta;
  const pages = composer.pages.map((page, i) => ({
    number: i + 1,
    width: page.sideways ? geometry.sheet.height : geometry.sheet.width,
    height: page.sideways ? geometry.sheet.width : geometry.sheet.height,
    sideways: page.sideways,
    backdrop: draftMark === undefined ? [] : [draftMarkItem(draftMark, style, geometry, setter)],
    items: page.items,
    furniture: [pageNumberItem(i + 1, style, geometry, setter)],
  }));
  const diagnostics = [
    ...builder.diagnostics,
    ...setter.diagnostics,
    ...cells.diagnostics,
    ...composer.diagnostics,
    ...standInNotice(style, fonts, setter.usedFaces),
  ];
  if (hasErrors(diagnostics)) return { diagnostics };
  return { value: { pages, structure, bookmarks: composer.bookmarks }, diagnostics };
}

/** Makes units of blocks, and the structure tree with them. */
class UnitBuilder {
  readonly diagnostics: Diagnostic[] = [];
  readonly #context: TextContext;
  readonly #geometry: Geometry;
  readonly #structure: StructureNode;
  #tagLevel = 0;
  #bookmarkLevel = 0;

  constructor(context: TextContext, structure: StructureNode) {
    this.#context = context;
    this.#geometry = context.geometry;
    this.#structure = structure;
  }

  build(blocks: readonly Block[]): Placeable[] {
    const sideways = sidewaysBlocks(blocks, this.#context.style);
    const out: Placeable[] = [];
    blocks.forEach((block, i) => {
      const turned = sideways.has(i);
      const width = (turned ? this.#geometry.sideways : this.#geometry.portrait).width;
      const units = this.#unitsOf(block, width);
      const previous = blocks[i - 1];
      const [date] = units;
      const signature = out.at(-1)?.unit;
      const isDated =
        block.type === 'paragraph' &&
        block.role === 'date' &&
        previous?.type === 'paragraph' &&
        previous.role === 'signature';
      if (isDated && date?.type === 'text' && signature?.type === 'text') {
        out.pop();
        units.splice(0, 1, ...alignSignature(signature, date, this.#context, width));
      }
      out.push(...units.map((unit) => ({ unit, sideways: turned })));
    });
    return out;
  }

  #unitsOf(block: Block, width: number): Placeable['unit'][] {
    const context = this.#context;
    const parent = this.#structure;
    switch (block.type) {
      case 'title':
        this.#tagLevel = 1;
        return [titleUnit(block, context, parent, width)];
      case 'heading': {
        // Levels are not skipped in the structure, whatever the text does.
        this.#tagLevel = Math.min(block.level + 1, this.#tagLevel + 1);
        const unit = headingUnit(block, context, parent, width, this.#tagLevel);
        return [this.#levelled(unit)];
      }
      case 'paragraph':
        return [this.#levelled(paragraphUnit(block, context, parent, width, this.#levelOf(block)))];
      case 'list':
        return this.#listUnits(block, parent, width);
      case 'table':
        return this.#tableUnits(block, width);
      case 'figure':
        return [this.#figureUnit(block, width)];
      case 'pageBreak':
        return [{ type: 'break' }];
    }
  }

  /** Level in the structure of a paragraph's run-in heading, or of itself where it heads what follows. */
  #levelOf({ role, runIn }: Paragraph): number {
    const level = isHeadingRole(role) ? 2 : runIn === undefined ? undefined : runIn.level + 1;
    if (level !== undefined) this.#tagLevel = Math.min(level, this.#tagLevel + 1);
    return this.#tagLevel;
  }

  /** Bookmark levels follow the structure: no level is skipped. */
  #levelled(unit: TextUnit): TextUnit {
    if (unit.bookmark === undefined) return unit;
    this.#bookmarkLevel = Math.min(unit.bookmark.level, this.#bookmarkLevel + 1);
    return { ...unit, bookmark: { ...unit.bookmark, level: this.#bookmarkLevel } };
  }

  #listUnits(list: List, parent: StructureNode, width: number): TextUnit[] {
    const listNode = structureNode('L', parent);
    return list.items.flatMap((item) => {
      const itemNode = structureNode('LI', listNode);
      const body = structureNode('LBody', itemNode);
      let marker: Marker | undefined = { text: item.marker, item: itemNode };
      return item.children.flatMap((child) => {
        if (child.type === 'list') return this.#listUnits(child, body, width);
        const unit = paragraphUnit(child, this.#context, body, width, this.#levelOf(child), marker);
        marker = undefined;
        return [unit];
      });
    });
  }

  #tableUnits(table: Table, width: number): Placeable['unit'][] {
    const look = this.#context.style.tables[table.look];
    if (look === undefined) {
      this.diagnostics.push(unknownLook(table));
      return [];
    }
    const { value: placed, diagnostics } = placeTable(table, look, width);
    this.diagnostics.push(...diagnostics);
    if (placed === undefined) return [];
    const nodes = tableNodes(placed, this.#structure);
    return [{ type: 'table', placed, nodes, bookmark: { title: table.name, level: this.#bookmarkLevel + 1 } }];
  }

  #figureUnit(figure: Figure, width: number): FigureUnit {
    const { pixels } = figure;
    const scale = Math.min(POINTS_PER_PIXEL, width / pixels.width, this.#geometry.portrait.height / 2 / pixels.height);
    const node = structureNode('Figure', this.#structure, { alt: figure.alt });
    const caption: TextUnit[] =
      figure.caption.length === 0
        ? []
        : [
            paragraphUnit(
              { type: 'paragraph', role: 'figureCaption', children: figure.caption },
              this.#context,
              this.#structure,
              width,
              this.#tagLevel,
            ),
          ];
    return { type: 'figure', figure, node, width: pixels.width * scale, height: pixels.height * scale, caption };
  }
}

/** Indexes of blocks on sideways pages: landscape tables, the headings kept with them and the notes under them. */
function sidewaysBlocks(blocks: readonly Block[], style: PageStyle): ReadonlySet<number> {
  const out = new Set<number>();
  blocks.forEach((block, i) => {
    if (block.type !== 'table' || block.page !== 'landscape') return;
    out.add(i);
    for (let k = i - 1; k >= 0 && isKeptWithNext(blocks[k], style); k--) out.add(k);
    for (let k = i + 1; k < blocks.length; k++) {
      const next = blocks[k];
      if (next?.type !== 'paragraph' || (next.role !== 'tableNote' && next.role !== 'tableSignoff')) break;
      out.add(k);
    }
  });
  return out;
}

function isKeptWithNext(block: Block | undefined, style: PageStyle): boolean {
  if (block?.type === 'heading') return style.text[`heading${block.level}`].keepWithNext;
  return block?.type === 'paragraph' && style.text[block.role].keepWithNext;
}

function unknownLook(table: Table): Diagnostic {
  return {
    code: 'layout/unknown-look',
    severity: 'error',
    message: {
      zh: `${table.name}要用的表格样式“${table.look}”在版面样式中没有定义。`,
      en: `The table look “${table.look}” of ${table.name} is not defined in the page style.`,
    },
    hint: { zh: '请在模板的 style.yaml 中补上这一样式。', en: "Define it in the pack's style.yaml." },
    facts: { table: table.id, look: table.look },
    ...(table.origin === undefined ? {} : { range: table.origin }),
  };
}
