/**
 * Text of an office's file made fit to stand in a report: what is hidden, links elsewhere, or belongs to editing goes; what
 * is seen stays. Pictures are taken over by `takePicture`, which gives their relationship in the new file.
 */
import { harmfulFields, isHarmless } from './fields.js';
import type { DroppedThing } from './findings.js';
import type { Relation } from './open-template.js';
import { allOf, type XmlElement, type XmlNode } from './xml-tree.js';

export interface CleanContext {
  readonly relations: ReadonlyMap<string, Relation>;
  /** Id of the relationship of a copied picture; undefined when it cannot be taken. */
  readonly takePicture: (relation: Relation) => string | undefined;
  /** Ids of the styles that the new file has. */
  readonly styleIds: ReadonlySet<string>;
  readonly dropped: Set<DroppedThing>;
}

/** Left out without a word: traces of editing, marks without looks, bookkeeping. */
const silent: ReadonlySet<string> = new Set(
  [
    'bookmarkStart',
    'bookmarkEnd',
    'proofErr',
    'permStart',
    'permEnd',
    'lastRenderedPageBreak',
    'noProof',
    'del',
    'moveFrom',
    'delText',
    'delInstrText',
    'rsid',
    'sdtPr',
    'sdtEndPr',
    'smartTagPr',
    'customXmlPr',
    'moveFromRangeStart',
    'moveFromRangeEnd',
    'moveToRangeStart',
    'moveToRangeEnd',
    'customXmlInsRangeStart',
    'customXmlInsRangeEnd',
    'customXmlDelRangeStart',
    'customXmlDelRangeEnd',
    'customXmlMoveFromRangeStart',
    'customXmlMoveFromRangeEnd',
    'customXmlMoveToRangeStart',
    'customXmlMoveToRangeEnd',
    'rPrChange',
    'pPrChange',
    'sectPrChange',
    'tblPrChange',
    'tblPrExChange',
    'trPrChange',
    'tcPrChange',
    'tblGridChange',
    'numberingChange',
    'cellIns',
    'cellDel',
    'cellMerge',
    'numPr',
    'divId',
    'cnfStyle',
    'sectPr',
  ]
    .map((name) => `w:${name}`)
    .concat('a:extLst', 'pic:extLst', 'wp:extLst', 'a:hlinkClick', 'a:hlinkHover', 'o:lock', 'o:OLEObject'),
);

/** Left out and named. */
const named: Readonly<Record<string, DroppedThing>> = {
  'w:object': 'object',
  'w:control': 'control',
  'w:altChunk': 'object',
  'w:subDoc': 'object',
  'w:commentReference': 'note',
  'w:commentRangeStart': 'note',
  'w:commentRangeEnd': 'note',
  'w:footnoteReference': 'note',
  'w:endnoteReference': 'note',
};

/** Stand for what is in them. */
const wrappers: ReadonlySet<string> = new Set(
  ['ins', 'moveTo', 'smartTag', 'customXml', 'sdt', 'sdtContent', 'hyperlink', 'dir', 'bdo'].map((name) => `w:${name}`),
);

/** Nodes that stand for `nodes` in the new file. */
export function cleanNodes(nodes: readonly XmlNode[], context: CleanContext): readonly XmlNode[] {
  const harmful = harmfulFields({ name: '', attributes: {}, children: nodes });
  if (harmful.size > 0) context.dropped.add('field');
  const clean = (node: XmlNode): readonly XmlNode[] => {
    if (typeof node === 'string') return [node];
    const { name } = node;
    const thing = named[name];
    if (thing !== undefined) {
      context.dropped.add(thing);
      return [];
    }
    if (silent.has(name) || harmful.has(node) || isLostStyle(node, context)) return [];
    if (wrappers.has(name)) return node.children.flatMap(clean);
    if (name === 'w:fldSimple' && !isHarmless(node.attributes['w:instr'] ?? '')) {
      context.dropped.add('field');
      return node.children.flatMap(clean);
    }
    if ((name === 'w:drawing' || name === 'w:pict') && !isWholePicture(node, context)) return [];
    const attributes = ownAttributes(node, context);
    return [{ name, attributes, children: node.children.flatMap(clean) }];
  };
  return nodes.flatMap(clean);
}

function isLostStyle({ name, attributes }: XmlElement, { styleIds }: CleanContext): boolean {
  return /^w:(?:pStyle|rStyle|tblStyle)$/u.test(name) && !styleIds.has(attributes['w:val'] ?? '');
}

/** Whether everything a drawing shows is in the file and of a kind that all programs show. */
function isWholePicture(drawing: XmlElement, context: CleanContext): boolean {
  const pictures = drawing.name === 'w:drawing' ? allOf(drawing, 'a:blip') : allOf(drawing, 'v:imagedata');
  if (drawing.name === 'w:drawing' && allOf(drawing, 'pic:pic').length === 0) {
    context.dropped.add('drawing');
    return false;
  }
  for (const { attributes } of pictures) {
    const id = attributes['r:embed'] ?? attributes['r:id'] ?? '';
    const relation = context.relations.get(id);
    const isElsewhere =
      attributes['r:link'] !== undefined || attributes['r:href'] !== undefined || attributes['src'] !== undefined;
    if (relation?.path === undefined || isElsewhere) context.dropped.add('remote-image');
    if (relation?.path === undefined) return false;
    if (context.takePicture(relation) === undefined) {
      context.dropped.add('image-type');
      return false;
    }
  }
  return true;
}

/** Attributes that lead out of the file or of which the schema knows nothing any more. */
const outside: ReadonlySet<string> = new Set([
  'href',
  'src',
  'o:href',
  'o:althref',
  'r:href',
  'r:link',
  'o:relid',
  'o:gfxdata',
  'target',
]);

function ownAttributes({ attributes }: XmlElement, context: CleanContext): Readonly<Record<string, string>> {
  const kept = Object.entries(attributes).flatMap(([key, value]): [string, string][] => {
    if (key.startsWith('w:rsid') || outside.has(key)) return [];
    if (!key.startsWith('r:')) return [[key, value]];
    const relation = context.relations.get(value);
    const id = relation?.kind === 'image' ? context.takePicture(relation) : undefined;
    return id === undefined ? [] : [[key, id]];
  });
  return Object.fromEntries(kept);
}
