/** Draws laid-out pages: text by its baseline, rules, fills and images through pdfmake's renderer, everything tagged. */
import type { EmbeddableImage, StructureElement } from 'pdfmake/js/PDFDocument.js';
import type { ImageItem, LaidPage, PageItem, Run, StructureNode, TextItem } from '../../layout/model.js';
import { encodeText, PdfmakeRenderer, type OfficialDocument } from './pdfmake-internals.js';
import type { TagTree } from './tag-tree.js';

/** Properties of artifacts (ISO 32000-1 table 330); ISO 14289-1 7.8 wants page numbers to be footers. */
const LAYOUT = '/Layout';
const WATERMARK = '/Pagination /Subtype /Watermark';
const FOOTER = '/Pagination /Subtype /Footer';

/** What the marked content that is open belongs to. */
type Owner = StructureNode | 'artifact' | StructureElement | undefined;

/** Draws pages one after another into a document. */
export class PageWriter {
  readonly #document: OfficialDocument;
  readonly #renderer: InstanceType<typeof PdfmakeRenderer>;
  readonly #tags: TagTree;
  readonly #imageOf: (item: ImageItem) => EmbeddableImage;
  #owner: Owner;

  constructor(document: OfficialDocument, tags: TagTree, imageOf: (item: ImageItem) => EmbeddableImage) {
    this.#document = document;
    this.#renderer = new PdfmakeRenderer(document);
    this.#tags = tags;
    this.#imageOf = imageOf;
  }

  write(page: LaidPage): void {
    const document = this.#document;
    document.addPage({ size: [page.width, page.height], margin: 0 });
    this.#onSheet(page, page.backdrop, WATERMARK);
    for (const item of page.items) this.#draw(item);
    this.#close();
    this.#onSheet(page, page.furniture, FOOTER);
  }

  /** Draws what is placed on the upright sheet, also when the page is turned for reading. */
  #onSheet(page: LaidPage, items: readonly TextItem[], artifact: string): void {
    if (items.length === 0) return;
    if (page.sideways) {
      this.#document.save();
      this.#document.transform(0, 1, -1, 0, page.width, 0);
    }
    for (const item of items) this.#drawText(item, artifact);
    this.#close();
    if (page.sideways) this.#document.restore();
  }

  #draw(item: PageItem): void {
    switch (item.type) {
      case 'text':
        this.#drawText(item, LAYOUT);
        break;
      case 'rule':
        this.#openArtifact(LAYOUT);
        this.#renderer.renderVector({
          type: 'line',
          x1: item.x1,
          y1: item.y1,
          x2: item.x2,
          y2: item.y2,
          lineWidth: item.width,
          lineColor: 'black',
        });
        break;
      case 'fill':
        this.#openArtifact(LAYOUT);
        // The renderer leaves its fill colour behind, which would colour the text.
        this.#document.save();
        this.#renderer.renderVector({
          type: 'rect',
          x: item.x,
          y: item.y,
          w: item.width,
          h: item.height,
          color: item.colour,
        });
        this.#document.restore();
        break;
      case 'image':
        this.#open(item.node);
        this.#renderer.renderImage({
          image: this.#imageOf(item),
          x: item.x,
          y: item.y,
          _width: item.width,
          _height: item.height,
        });
        break;
    }
  }

  #drawText(item: TextItem, artifact: string): void {
    let group: Run[] = [];
    const flush = (): void => {
      const [first] = group;
      if (first === undefined) return;
      const { node } = item;
      if (node === undefined) this.#openArtifact(artifact);
      else if (first.href === undefined) this.#open(node);
      else this.#openLink(node, first.href, group, item.baseline);
      this.#showText(group, item);
      group = [];
    };
    for (const run of item.runs) {
      if (group.length > 0 && group[0]?.href !== run.href) flush();
      group.push(run);
    }
    flush();
  }

  #showText(runs: readonly Run[], item: TextItem): void {
    const angle = ((item.rotation ?? 0) * Math.PI) / 180;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const operators = [item.colour === undefined ? '0 g' : colourOperator(item.colour), 'BT'];
    const [origin] = runs;
    let face = '';
    let spacing: string | undefined;
    for (const run of runs) {
      const font = this.#document.fontOf(run.face);
      this.#document.page.fonts[font.id] ??= font.ref();
      const text = encodeText(font, run.face.program, run.text, run.half);
      const chosen = `/${font.id} ${number(run.size)} Tf`;
      if (chosen !== face) operators.push(chosen);
      face = chosen;
      const wanted = `${number(run.spacing, 4)} Tc`;
      if (wanted !== spacing) operators.push(wanted);
      spacing = wanted;
      // Along the baseline from the first run; the page's y runs down, so glyphs are turned over.
      const along = run.x + text.shift * run.size - (origin?.x ?? 0);
      const x = (origin?.x ?? 0) + along * cos;
      const y = item.baseline - along * sin;
      operators.push(`${[cos, -sin, -sin, -cos, x, y].map((value) => number(value)).join(' ')} Tm <${text.hex}> Tj`);
    }
    operators.push('ET');
    this.#document.addContent(operators.join('\n'));
  }

  #open(node: StructureNode): void {
    if (this.#owner === node) return;
    this.#close();
    this.#tags.addContent(node, this.#document.markStructureContent(node.role));
    this.#owner = node;
  }

  #openArtifact(properties: string): void {
    if (this.#owner === 'artifact') return;
    this.#close();
    this.#document.addContent(`/Artifact <</Type ${properties}>> BDC`);
    this.#owner = 'artifact';
  }

  /** A link element with its annotation over the runs of one line. */
  #openLink(node: StructureNode, href: string, runs: readonly Run[], baseline: number): void {
    this.#close();
    const first = runs[0];
    const last = runs.at(-1);
    if (first === undefined || last === undefined) return;
    const element = this.#document.struct('Link');
    element.add(this.#document.markStructureContent('Link'));
    this.#owner = element;
    const lastWidth = Array.from(last.text).reduce(
      (width, character) => width + last.face.program.advance(character.codePointAt(0) ?? 0) * last.size + last.spacing,
      0,
    );
    const width = last.x + lastWidth - first.x;
    this.#document.link(first.x, baseline - 0.88 * first.size, width, first.size, href, {
      structParent: element,
      Contents: new String(href),
    });
    this.#tags.addLink(node, element);
  }

  #close(): void {
    if (this.#owner === undefined) return;
    this.#document.endMarkedContent();
    this.#owner = undefined;
  }
}

function colourOperator(colour: string): string {
  const value = Number.parseInt(colour.slice(1), 16);
  const parts = [value >> 16, (value >> 8) & 0xff, value & 0xff];
  return `${parts.map((part) => number(part / 255)).join(' ')} rg`;
}

/** A number as short as it can be written; never in exponent form, never -0. */
function number(value: number, digits = 3): string {
  const text = value.toFixed(digits).replace(/\.?0+$/u, '');
  return text === '-0' ? '0' : text;
}
