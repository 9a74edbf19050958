/** Headers and footers of an office's file in the new one, with the draft mark and the notice of a review copy put into each. */
import { xmlHead } from '../xml.js';
import { cleanNodes, type CleanContext } from './clean.js';
import type { NewParts, PartRelations } from './new-parts.js';
import type { OfficeTemplate } from './open-template.js';
import { filled, type Facts } from './placeholders.js';
import { childOf, elementsIn, isOn, partOf, type XmlElement } from './xml-tree.js';

type Kind = 'header' | 'footer';

export interface FrameOptions {
  /** Paragraphs for every header, as XML; empty when there is nothing to mark. */
  readonly marks: string;
  /** References to this program's footers, for sections that have none. */
  readonly ownFooters: string;
  readonly tellsEvenPages: boolean;
  readonly styleIds: ReadonlySet<string>;
  readonly facts: Facts;
  /** Placeholders met that are none. */
  readonly unknown: Set<string>;
}

const contentType = (kind: Kind): string =>
  `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml`;
const rootOf = { header: 'w:hdr', footer: 'w:ftr' } as const;

export class Frame {
  readonly #template: OfficeTemplate;
  readonly #parts: NewParts;
  readonly #document: PartRelations;
  readonly #options: FrameOptions;
  readonly #known = new Map<string, string>();
  readonly #counts = { header: 0, footer: 0 };

  constructor(template: OfficeTemplate, parts: NewParts, document: PartRelations, options: FrameOptions) {
    this.#template = template;
    this.#parts = parts;
    this.#document = document;
    this.#options = options;
  }

  /** References of a section with these properties, as XML; each header and footer is written once. */
  references(properties: XmlElement, takesOwnFooters: boolean): string {
    const relations = this.#template.relationsOf(this.#template.documentPath);
    const found = elementsIn(properties).flatMap(({ name, attributes }): readonly string[] => {
      if (name !== 'w:headerReference' && name !== 'w:footerReference') return [];
      const kind = name === 'w:headerReference' ? 'header' : 'footer';
      const path = relations.get(attributes['r:id'] ?? '')?.path;
      const tree = path === undefined ? undefined : this.#template.treeOf(path);
      if (path === undefined || tree === undefined) return [];
      return [reference(kind, attributes['w:type'] ?? 'default', this.#part(kind, path, tree))];
    });
    const has = (kind: Kind, type: string): boolean =>
      found.some((one) => one.startsWith(`<w:${kind}Reference`) && one.includes(`w:type="${type}"`));
    const types = [
      'default',
      ...(this.#options.tellsEvenPages ? ['even'] : []),
      ...(isOn(childOf(properties, 'w:titlePg')) ? ['first'] : []),
    ];
    const marked =
      this.#options.marks === ''
        ? []
        : types.filter((type) => !has('header', type)).map((type) => reference('header', type, this.#markOnly()));
    const headers = [...found.filter((one) => one.startsWith('<w:header')), ...marked];
    const footers = found.filter((one) => one.startsWith('<w:footer'));
    return `${headers.join('')}${footers.join('')}${footers.length === 0 && takesOwnFooters ? this.#options.ownFooters : ''}`;
  }

  #part(kind: Kind, path: string, tree: XmlElement): string {
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    const { facts, unknown, marks, styleIds } = this.#options;
    const relations = this.#parts.relations('rId');
    const context: CleanContext = {
      relations: this.#template.relationsOf(path),
      takePicture: relations.picture,
      styleIds,
      dropped: this.#template.dropped,
    };
    const children = cleanNodes(elementsIn(tree), context).map((node) => filled(node, facts, unknown));
    const more = kind === 'header' ? marks : '';
    const content = children.length === 0 && more === '' ? [emptyParagraph] : children;
    const name = this.#nameOf(kind);
    this.#parts.add(
      `word/${name}`,
      partOf({ name: rootOf[kind], attributes: {}, children: content }, more),
      contentType(kind),
      relations,
    );
    const id = this.#document.part(kind, name);
    this.#known.set(path, id);
    return id;
  }

  #markOnly(): string {
    const known = this.#known.get('');
    if (known !== undefined) return known;
    const name = this.#nameOf('header');
    this.#parts.add(
      `word/${name}`,
      partOf({ name: 'w:hdr', attributes: {}, children: [] }, this.#options.marks),
      contentType('header'),
    );
    const id = this.#document.part('header', name);
    this.#known.set('', id);
    return id;
  }

  #nameOf(kind: Kind): string {
    this.#counts[kind] += 1;
    return `${kind}${this.#counts[kind]}.xml`;
  }
}

const emptyParagraph: XmlElement = { name: 'w:p', attributes: {}, children: [] };

function reference(kind: Kind, type: string, id: string): string {
  return `<w:${kind}Reference w:type="${type}" r:id="${id}"/>`;
}

/** What stands inside the root of a header part that docx wrote. */
export function insideOf(part: string): string {
  return /<w:hdr\b[^>]*>(.*)<\/w:hdr>/su.exec(part.replace(xmlHead, ''))?.[1] ?? '';
}
