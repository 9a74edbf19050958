/** Turns the layout's structure into the PDF's structure tree, once all marked content is on its pages. */
import type { Page, StructureContent, StructureElement } from 'pdfmake/js/PDFDocument.js';
import type { StructureNode } from '../../layout/model.js';
import type { OfficialDocument } from './pdfmake-internals.js';

/** Content of a node in reading order: marked content, or a finished link element and the page it lies on. */
type Piece =
  | { readonly type: 'content'; readonly content: StructureContent }
  | { readonly type: 'link'; readonly element: StructureElement; readonly page: Page };

/** Collects what was drawn for each node. */
export class TagTree {
  readonly #document: OfficialDocument;
  readonly #pieces = new Map<StructureNode, Piece[]>();

  constructor(document: OfficialDocument) {
    this.#document = document;
  }

  addContent(node: StructureNode, content: StructureContent): void {
    this.#add(node, { type: 'content', content });
  }

  addLink(node: StructureNode, element: StructureElement): void {
    this.#add(node, { type: 'link', element, page: this.#document.page });
  }

  /** Writes the tree. */
  finish(root: StructureNode): void {
    const element = this.#document.struct(root.role);
    this.#document.addStructure(element);
    this.#fill(root, element);
    element.end();
  }

  #add(node: StructureNode, piece: Piece): void {
    const pieces = this.#pieces.get(node);
    if (pieces === undefined) this.#pieces.set(node, [piece]);
    else pieces.push(piece);
  }

  #fill(node: StructureNode, element: StructureElement): void {
    for (const piece of this.#pieces.get(node) ?? []) {
      if (piece.type === 'content') element.add(piece.content);
      else {
        element.add(piece.element);
        // pdfkit writes the current page into a link's object reference when the element ends.
        const { page } = this.#document;
        this.#document.page = piece.page;
        piece.element.end();
        this.#document.page = page;
      }
    }
    for (const child of node.children) {
      const childElement = this.#document.struct(child.role, optionsOf(child));
      const attributes = tableAttributes(child);
      if (attributes !== undefined) childElement.dictionary.data['A'] = attributes;
      element.add(childElement);
      this.#fill(child, childElement);
      childElement.end();
    }
  }
}

function optionsOf({ attributes }: StructureNode): Readonly<Record<string, unknown>> {
  return {
    ...(attributes.title === undefined ? {} : { title: attributes.title }),
    ...(attributes.alt === undefined ? {} : { alt: attributes.alt }),
  };
}

/** Table attributes (ISO 32000-1 14.8.5.7). */
function tableAttributes({ attributes }: StructureNode): Readonly<Record<string, unknown>> | undefined {
  const { scope, rowSpan, columnSpan, summary } = attributes;
  const values = {
    ...(scope === undefined ? {} : { Scope: scope }),
    ...(rowSpan === undefined ? {} : { RowSpan: rowSpan }),
    ...(columnSpan === undefined ? {} : { ColSpan: columnSpan }),
    ...(summary === undefined || summary === '' ? {} : { Summary: new String(summary) }),
  };
  return Object.keys(values).length === 0 ? undefined : { O: 'Table', ...values };
}
