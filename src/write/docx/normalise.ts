/**
 * The one pass after docx: take our own parts instead of docx's, drop parts nobody uses, give every id its number in
 * order of appearance, and pack in a fixed order with fixed times. Without it two builds differ: docx takes the
 * clock for dates and zip entries, random text for relationship ids, and counters of the whole process for bookmarks and
 * drawings.
 */
import { canonicalZip } from '../../archive/zip-write.js';
import type { PackageParts } from './docx-internals.js';

export interface NormaliseOptions {
  /** Whole parts by path, instead of the ones docx wrote. */
  readonly parts: Readonly<Record<string, string | Uint8Array>>;
  /** Changes to parts docx wrote, by path. */
  readonly edits: Readonly<Record<string, (xml: string) => string>>;
}

/** Numbering and notes are written by docx always and used by a report never. */
const unusedParts: ReadonlySet<string> = new Set(['word/numbering.xml', 'word/footnotes.xml', 'word/endnotes.xml']);

/** The package of the parts docx compiled: same content, same bytes, whenever and wherever it is made. */
export function normalisePackage(compiled: PackageParts, options: NormaliseOptions): Uint8Array {
  const parts = new Map<string, Uint8Array | string>();
  for (const [path, data] of compiled) {
    if (!unusedParts.has(path) && !unusedParts.has(relationshipOwner(path) ?? '')) parts.set(path, data);
  }
  for (const [path, data] of Object.entries(options.parts)) parts.set(path, data);
  for (const [path, edit] of Object.entries(options.edits)) parts.set(path, edit(textOf(parts, path)));
  parts.set('[Content_Types].xml', withoutUnused(textOf(parts, '[Content_Types].xml'), contentTypeOf));
  renumberRelationships(parts);
  renumberAll(parts);
  return zip(parts);
}

function textOf(parts: ReadonlyMap<string, Uint8Array | string>, path: string): string {
  const data = parts.get(path);
  return typeof data === 'string' ? data : '';
}

/** Path of the part a `.rels` part belongs to: `word/_rels/document.xml.rels` → `word/document.xml`. */
export function relationshipOwner(path: string): string | undefined {
  const match = /^(.*?)_rels\/(.+)\.rels$/u.exec(path);
  return match === null ? undefined : `${match[1] ?? ''}${match[2] ?? ''}`;
}

function contentTypeOf(element: string): string | undefined {
  return /PartName="\/([^"]*)"/u.exec(element)?.[1];
}

function targetOf(element: string): string | undefined {
  const target = /\bTarget="([^"]*)"/u.exec(element)?.[1];
  return target === undefined ? undefined : `word/${target}`;
}

/** Takes out the elements (`Override`, `Relationship`) that name an unused part. */
function withoutUnused(xml: string, partOf: (element: string) => string | undefined): string {
  return xml.replace(/<(?:Override|Relationship)\b[^>]*\/>/gu, (element) =>
    unusedParts.has(partOf(element) ?? '') ? '' : element,
  );
}

/** Gives the relationships of each part `rId1`, `rId2` … in the order the part uses them, then in the order listed. */
function renumberRelationships(parts: Map<string, Uint8Array | string>): void {
  for (const path of Array.from(parts.keys())) {
    const owner = relationshipOwner(path);
    if (owner === undefined) continue;
    const list = withoutUnused(textOf(parts, path), targetOf);
    const renumbered = renumberOne(list, textOf(parts, owner));
    if (renumbered.count === 0) parts.delete(path);
    else parts.set(path, renumbered.list);
    if (parts.has(owner)) parts.set(owner, renumbered.part);
  }
}

const usedId = /\br:(?:id|embed|link|pict)="([^"]+)"/gu;

/** One list of relationships and the part it belongs to, with the new ids in both. */
export function renumberOne(
  list: string,
  part: string,
): { readonly list: string; readonly part: string; readonly count: number } {
  const elements = [...list.matchAll(/<Relationship\b[^>]*\/>/gu)].map(([element]) => element);
  const idOf = (element: string): string => /\bId="([^"]*)"/u.exec(element)?.[1] ?? '';
  const known = new Set(elements.map(idOf));
  const order = new Map<string, string>();
  const take = (id: string): void => {
    if (known.has(id) && !order.has(id)) order.set(id, `rId${order.size + 1}`);
  };
  for (const [, id] of part.matchAll(usedId)) take(id ?? '');
  elements.forEach((element) => take(idOf(element)));
  const numberOf = (element: string): number => Number((order.get(idOf(element)) ?? 'rId0').slice(3));
  const sorted = [...elements].sort((a, b) => numberOf(a) - numberOf(b));
  const renamed = sorted.map((element) =>
    element.replace(/\bId="([^"]*)"/u, (_, id: string) => `Id="${order.get(id) ?? id}"`),
  );
  return {
    list: list.replace(
      /(<Relationships\b[^>]*?)(?:\/>|>.*<\/Relationships>)/su,
      (_, open: string) => `${open}>${renamed.join('')}</Relationships>`,
    ),
    part: part.replace(usedId, (whole, id: string) => whole.replace(`"${id}"`, `"${order.get(id) ?? id}"`)),
    count: elements.length,
  };
}

/** Ids of all parts: those of drawings go on from the main document through the headers, so that no two are the same. */
function renumberAll(parts: Map<string, Uint8Array | string>): void {
  const main = 'word/document.xml';
  let drawings = 0;
  for (const path of [main, ...[...parts.keys()].filter((other) => other !== main).sort()]) {
    const data = parts.get(path);
    if (typeof data !== 'string' || !path.startsWith('word/')) continue;
    parts.set(path, renumberIds(data, drawings));
    drawings += data.match(/<wp:docPr\b/gu)?.length ?? 0;
  }
}

/**
 * Bookmarks, drawings and watermark shapes of one part numbered from 1 in order of appearance, drawings from the one after
 * `drawingsBefore`; a bookmark's end follows its start.
 */
export function renumberIds(xml: string, drawingsBefore = 0): string {
  const bookmarks = new Map<string, number>();
  let drawings = drawingsBefore;
  let shapes = 0;
  return xml
    .replace(/<w:bookmark(?:Start|End)\b[^>]*\/>/gu, (element) =>
      element.replace(/\bw:id="([^"]*)"/u, (_, id: string) => {
        const number = bookmarks.get(id) ?? bookmarks.size + 1;
        bookmarks.set(id, number);
        return `w:id="${number}"`;
      }),
    )
    .replace(/(<(?:wp:docPr|pic:cNvPr)\b[^>]*?\bid=")[^"]*"/gu, (_, head: string) => {
      // A picture's own id follows its drawing's, as Word writes it.
      if (head.startsWith('<wp:docPr')) drawings++;
      return `${head}${drawings}"`;
    })
    .replace(/\bid="PowerPlusWaterMarkObject[^"]*"/gu, () => `id="PowerPlusWaterMarkObject${++shapes}"`);
}

/** By code unit, which puts `[Content_Types].xml` first, as readers of a stream expect, and the package's relationships next. */
function zip(parts: ReadonlyMap<string, Uint8Array | string>): Uint8Array {
  return canonicalZip([...parts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
