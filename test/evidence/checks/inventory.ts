/** Everything a PDF is made of: operators, dictionaries with their keys, values of names, structure types, artifacts, XMP. */
import type { OpenedPdf } from '../../support/pdf-open.js';
import { elementsOf } from '../../support/pdf-structure.js';
import { isArray, isDictionary, isName, isReference, type PdfValue } from '../../support/pdf-syntax.js';
import { xmpProperties } from './metadata.js';

export interface Inventory {
  readonly operators: Set<string>;
  /** By kind of dictionary, such as `Page` or `Annot.A`: its keys; `*` stands for names given by the writer. */
  readonly keys: Map<string, Set<string>>;
  /** `kind.key = value` for every name that is a value. */
  readonly values: Set<string>;
  readonly roles: Set<string>;
  readonly artifacts: Set<string>;
  readonly properties: Set<string>;
  /** Objects nothing leads to. */
  readonly unreached: readonly number[];
}

/** Dictionaries whose keys are names of resources. */
const NAMED = new Set(['Resources.Font', 'Resources.XObject', 'Resources.ExtGState', 'Resources.ColorSpace']);
/** Names that are free: they say nothing of the kind of thing. */
const FREE = new Set(['BaseFont', 'FontName']);

export function inventoryOf(pdf: OpenedPdf): Inventory {
  const { file, pages, tree } = pdf;
  const keys = new Map<string, Set<string>>();
  const values = new Set<string>();
  const seen = new Set<number>();
  const visit = (value: PdfValue, kind: string): void => {
    if (isReference(value)) {
      if (seen.has(value.number)) return;
      seen.add(value.number);
      visit(file.resolve(value) ?? null, kind);
    } else if (isArray(value)) for (const item of value) visit(item, kind);
    else if (isName(value)) values.add(`${kind} = ${value.value}`);
    else if (isDictionary(value)) {
      const own = kindOf(value.entries, kind);
      const known = keys.get(own) ?? new Set<string>();
      keys.set(own, known);
      for (const [key, item] of value.entries) {
        known.add(NAMED.has(own) ? '*' : key);
        if (key === 'Type' || FREE.has(key)) continue;
        visit(item, NAMED.has(own) ? own : `${own}.${key}`);
      }
    }
  };
  visit(file.trailer, 'trailer');
  const artifacts = pages.flatMap((page) =>
    page.events.flatMap(({ marks }) =>
      marks[0]?.tag === 'Artifact' ? [[marks[0].type, marks[0].subtype].filter(Boolean).join(' ')] : [],
    ),
  );
  return {
    operators: new Set(pages.flatMap((page) => [...page.operators])),
    keys,
    values,
    roles: new Set(elementsOf(tree.kids).map(({ role }) => role)),
    artifacts: new Set(artifacts),
    properties: new Set(xmpProperties(pdf)),
    unreached: [...file.objects.keys()].filter((number) => !seen.has(number)),
  };
}

function kindOf(entries: ReadonlyMap<string, PdfValue>, fallback: string): string {
  const type = entries.get('Type');
  const subtype = entries.get('Subtype');
  if (isName(type)) {
    const withSubtype = ['Font', 'XObject'].includes(type.value) && isName(subtype);
    return withSubtype ? `${type.value} ${subtype.value}` : type.value;
  }
  if (entries.has('S') && entries.has('P')) return 'StructElem';
  // Tables of resources and the tree of bookmarks go by the place they are found in.
  if (fallback.startsWith('Outlines')) return entries.has('Title') ? 'OutlineItem' : 'Outlines';
  return fallback
    .replace(/^Page\.Resources/u, 'Resources')
    .replace(/^Catalog\.Outlines.*/u, entries.has('Title') ? 'OutlineItem' : 'Outlines')
    .replace(/^OutlineItem\.\w+$/u, 'OutlineItem');
}
