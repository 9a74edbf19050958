/** The styles of an office's file: found by any of their names, and what they come to with the styles they stand on. */
import { childOf, elementsIn, valueOf, type XmlElement } from './xml-tree.js';

export type StyleType = 'paragraph' | 'character' | 'table';

export interface OfficeStyle {
  readonly id: string;
  readonly type: string;
  /** Name as the file gives it. */
  readonly name: string;
  readonly element: XmlElement;
}

/** Longest row of styles standing on one another. */
const deepest = 20;

export class OfficeStyles {
  readonly all: readonly OfficeStyle[];
  readonly #byId: ReadonlyMap<string, OfficeStyle>;
  readonly #byName = new Map<string, OfficeStyle>();
  readonly #defaults: XmlElement | undefined;

  constructor(root: XmlElement) {
    this.all = elementsIn(root)
      .filter(({ name }) => name === 'w:style')
      .map((element) => ({
        id: element.attributes['w:styleId'] ?? '',
        type: element.attributes['w:type'] ?? 'paragraph',
        name: valueOf(element, 'w:name') ?? element.attributes['w:styleId'] ?? '',
        element,
      }));
    this.#byId = new Map(this.all.map((style) => [style.id, style]));
    this.#defaults = childOf(root, 'w:docDefaults');
    for (const style of this.all) {
      const aliases = (valueOf(style.element, 'w:aliases') ?? '').split(/[,，;；]/u);
      for (const name of [style.name, ...aliases]) {
        const key = keyOf(style.type, name);
        if (name.trim() !== '' && !this.#byName.has(key)) this.#byName.set(key, style);
      }
    }
  }

  byId(id: string): OfficeStyle | undefined {
    return this.#byId.get(id);
  }

  /** The first of the names that a style of the type bears as name or alias. */
  named(type: StyleType, names: readonly string[]): OfficeStyle | undefined {
    return names.map((name) => this.#byName.get(keyOf(type, name))).find((style) => style !== undefined);
  }

  /** The style of what names none. */
  default(type: StyleType): OfficeStyle | undefined {
    return this.all.find(
      (style) => style.type === type && /^(?:1|true|on)$/u.test(style.element.attributes['w:default'] ?? ''),
    );
  }

  /** The style and those it stands on, nearest first. */
  chain(style: OfficeStyle | undefined): readonly OfficeStyle[] {
    const chain: OfficeStyle[] = [];
    let next = style;
    while (next !== undefined && chain.length < deepest && !chain.includes(next)) {
      chain.push(next);
      next = this.#byId.get(valueOf(next.element, 'w:basedOn') ?? '');
    }
    return chain;
  }

  /** A property with every place that sets it, nearest first; the defaults of the file come last. */
  property(style: OfficeStyle | undefined, group: 'w:pPr' | 'w:rPr' | 'w:tblPr', name: string): readonly XmlElement[] {
    const ofDefaults = group === 'w:tblPr' ? undefined : childOf(this.#defaults, `${group}Default`, group, name);
    const found = this.chain(style).map(({ element }) => childOf(element, group, name));
    return [...found, ofDefaults].filter((element) => element !== undefined);
  }

  /** Size of its type in points; 10 where nothing says so, as Word has it. */
  points(style: OfficeStyle | undefined): number {
    const size = Number(this.property(style, 'w:rPr', 'w:sz')[0]?.attributes['w:val']);
    return Number.isFinite(size) && size > 0 ? size / 2 : 10;
  }
}

/** Blanks, case and width of letters do not part names: `Heading 1`, `heading1`. */
function keyOf(type: string, name: string): string {
  return `${type} ${name.normalize('NFKC').replace(/\s/gu, '').toLowerCase()}`;
}
