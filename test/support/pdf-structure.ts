/** Reads the structure tree of a PDF for tests (ISO 32000-1 14.7). */
import type { PdfFile } from './pdf-file.js';
import { isArray, isDictionary, isReference, textOfString, type PdfReference, type PdfValue } from './pdf-syntax.js';

/** Marked content on a page, or an annotation, that an element holds. */
export type StructureContent =
  | { readonly kind: 'content'; readonly page: number; readonly mcid: number }
  | { readonly kind: 'annotation'; readonly page: number; readonly annotation: PdfReference };

export interface StructureElement {
  /** Object number. */
  readonly number: number;
  readonly role: string;
  /** Object number of the parent its own dictionary names. */
  readonly parent: number | undefined;
  readonly title?: string;
  readonly alt?: string;
  /** Table attributes by key. */
  readonly attributes: ReadonlyMap<string, PdfValue>;
  readonly kids: readonly (StructureElement | StructureContent)[];
}

export interface StructureTree {
  /** Object number of the root. */
  readonly number: number;
  readonly kids: readonly StructureElement[];
  /** ParentTree: by key the element of an annotation, or the elements of a page's marked content. */
  readonly parents: ReadonlyMap<number, number | readonly (number | undefined)[]>;
}

export function isElement(kid: StructureElement | StructureContent): kid is StructureElement {
  return 'role' in kid;
}

/** Reads the tree. Pages are indexes into `file.pages`. */
export function readStructure(file: PdfFile): StructureTree {
  const root = file.root.entries.get('StructTreeRoot');
  if (!isReference(root)) throw new Error('the file has no structure tree');
  const pageIndex = new Map(file.pages.map((page, i) => [page.number, i]));
  const indexOf = (value: PdfValue | undefined, fallback: number): number =>
    isReference(value) ? (pageIndex.get(value.number) ?? -1) : fallback;
  const read = (value: PdfValue): StructureElement => {
    if (!isReference(value)) throw new Error('a structure element is not held by a reference');
    const entries = file.dictionary(value)?.entries ?? new Map<string, PdfValue>();
    const ownPage = indexOf(entries.get('Pg'), -1);
    const kid = (child: PdfValue): StructureElement | StructureContent => {
      if (typeof child === 'number') return { kind: 'content', page: ownPage, mcid: child };
      if (!isDictionary(child)) return read(child);
      const page = indexOf(child.entries.get('Pg'), ownPage);
      const annotation = child.entries.get('Obj');
      if (isReference(annotation)) return { kind: 'annotation', page, annotation };
      return { kind: 'content', page, mcid: Number(child.entries.get('MCID')) };
    };
    const parent = entries.get('P');
    const kids = file.resolve(entries.get('K'));
    const title = textOfString(file.resolve(entries.get('T')));
    const alt = textOfString(file.resolve(entries.get('Alt')));
    return {
      number: value.number,
      role: file.name(value, 'S') ?? '',
      parent: isReference(parent) ? parent.number : undefined,
      attributes: file.dictionary(entries.get('A'))?.entries ?? new Map<string, PdfValue>(),
      kids: isArray(kids) ? kids.map(kid) : kids === undefined || kids === null ? [] : [kid(kids)],
      ...(title === undefined ? {} : { title }),
      ...(alt === undefined ? {} : { alt }),
    };
  };
  const top = file.get(root, 'K');
  const parents = new Map<number, number | readonly (number | undefined)[]>();
  readNumbers(file, file.get(root, 'ParentTree'), parents);
  const kids = isArray(top) ? top : [file.dictionary(root)?.entries.get('K') ?? null];
  return { number: root.number, kids: kids.map(read), parents };
}

function readNumbers(
  file: PdfFile,
  node: PdfValue | undefined,
  out: Map<number, number | readonly (number | undefined)[]>,
): void {
  const list = file.get(node, 'Nums');
  const numberOf = (value: PdfValue | undefined): number | undefined => (isReference(value) ? value.number : undefined);
  if (isArray(list)) {
    for (let i = 0; i + 1 < list.length; i += 2) {
      const value = file.resolve(list[i + 1]);
      const owner = numberOf(list[i + 1]);
      if (isArray(value)) out.set(Number(list[i]), value.map(numberOf));
      else if (owner !== undefined) out.set(Number(list[i]), owner);
    }
  }
  const kids = file.get(node, 'Kids');
  if (isArray(kids)) for (const kid of kids) readNumbers(file, kid, out);
}

/** All elements in tree order, parents first. */
export function elementsOf(kids: readonly (StructureElement | StructureContent)[]): StructureElement[] {
  return kids.flatMap((kid) => (isElement(kid) ? [kid, ...elementsOf(kid.kids)] : []));
}

/** All content in tree order. */
export function contentOf(kids: readonly (StructureElement | StructureContent)[]): StructureContent[] {
  return kids.flatMap((kid) => (isElement(kid) ? contentOf(kid.kids) : [kid]));
}
