/** Page setup of an office's file: measures for tables and pictures, and the section properties of the report's pages. */
import type { PageTwips } from '../measures.js';
import type { DroppedThing } from './findings.js';
import { childOf, elementsIn, isOn, type XmlElement, xmlOf } from './xml-tree.js';

/** Grid of files that say nothing: 12 pt, single-spaced. */
const defaultPitch = 312;
/** A4 with the margins of a new document. */
const a4 = { 'w:w': 11906, 'w:h': 16838 };
const plainMargins = {
  'w:top': 1440,
  'w:right': 1800,
  'w:bottom': 1440,
  'w:left': 1800,
  'w:header': 851,
  'w:footer': 992,
  'w:gutter': 0,
};

/** Narrower or lower than 50 mm no table can be set. */
const leastRoom = 2835;

/** The page of a section; undefined when its measures leave no room for text. */
export function templatePage(section: XmlElement | undefined): PageTwips | undefined {
  const size = childOf(section, 'w:pgSz');
  const margins = childOf(section, 'w:pgMar');
  const grid = childOf(section, 'w:docGrid');
  const width = twips(size, 'w:w', a4['w:w']);
  const height = twips(size, 'w:h', a4['w:h']);
  const margin = (side: keyof typeof plainMargins): number => Math.abs(twips(margins, side, plainMargins[side]));
  const left = margin('w:left') + margin('w:gutter');
  const [top, right, bottom] = [margin('w:top'), margin('w:right'), margin('w:bottom')];
  const textWidth = width - left - right;
  const textHeight = height - top - bottom;
  const most = 31_680;
  if (!(textWidth >= leastRoom && textHeight >= leastRoom && width <= most && height <= most)) return undefined;
  const linePitch = Math.max(1, twips(grid, 'w:linePitch', defaultPitch));
  return { width, height, top, right, bottom, left, textWidth, textHeight, footer: margin('w:footer'), linePitch };
}

function twips(element: XmlElement | undefined, name: string, otherwise: number): number {
  const value = element?.attributes[name];
  return value !== undefined && /^-?\d{1,6}$/u.test(value) ? Number(value) : otherwise;
}

/** What is taken over, in the order of CT_SectPr (ECMA-376 part 1, 17.6.17), after the references. */
const kept = [
  'w:type',
  'w:pgSz',
  'w:pgMar',
  'w:pgBorders',
  'w:pgNumType',
  'w:cols',
  'w:vAlign',
  'w:titlePg',
  'w:textDirection',
  'w:docGrid',
];

/** What a file that says nothing of its page means. */
const plain: Readonly<Record<string, XmlElement>> = {
  'w:pgSz': { name: 'w:pgSz', attributes: texts(a4), children: [] },
  'w:pgMar': { name: 'w:pgMar', attributes: texts(plainMargins), children: [] },
};

function texts(measures: Readonly<Record<string, number>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(measures).map(([key, value]) => [key, String(value)]));
}

export interface SectionOptions {
  /** References to headers and footers, as XML; the first section has them, later ones go on with them. */
  readonly references: string;
  readonly isWide: boolean;
  /** The first section of the report: page one may look different, and numbers may start anew. */
  readonly isFirst: boolean;
}

/** `w:sectPr` of a page of the report, after the office's `section`. */
export function sectionXml(section: XmlElement, options: SectionOptions, dropped: Set<DroppedThing>): string {
  const inner = kept.flatMap((name): readonly string[] => {
    const element = childOf(section, name) ?? plain[name];
    if (name === 'w:type')
      return options.isFirst && element !== undefined ? [xmlOf(element)] : ['<w:type w:val="nextPage"/>'];
    if (element === undefined) return [];
    if (name === 'w:pgSz' && options.isWide) return [turnedSize(element)];
    if (name === 'w:pgMar' && options.isWide) return [turnedMargins(element)];
    if (name === 'w:titlePg' && !(options.isFirst && isOn(element))) return [];
    if (name === 'w:cols') return [oneColumn(element, dropped)];
    if (name === 'w:pgNumType' && !options.isFirst) return [xmlOf(without(element, 'w:start'))];
    return [xmlOf(element)];
  });
  return `<w:sectPr>${options.references}${inner.join('')}</w:sectPr>`;
}

function without(element: XmlElement, key: string): XmlElement {
  return {
    ...element,
    attributes: Object.fromEntries(Object.entries(element.attributes).filter(([name]) => name !== key)),
  };
}

/** Tables are as wide as the page: text in columns would not hold them. */
function oneColumn(element: XmlElement, dropped: Set<DroppedThing>): string {
  const isOne = elementsIn(element).length === 0 && Number(element.attributes['w:num'] ?? '1') <= 1;
  if (isOne) return xmlOf(element);
  dropped.add('columns');
  return '<w:cols w:space="425"/>';
}

function turnedSize({ name, attributes }: XmlElement): string {
  const { 'w:w': width = '', 'w:h': height = '', 'w:orient': orient } = attributes;
  const turned = { 'w:w': height, 'w:h': width, ...(orient === 'landscape' ? {} : { 'w:orient': 'landscape' }) };
  return xmlOf({ name, attributes: turned, children: [] });
}

/** A quarter to the right: the binding edge becomes the head. */
function turnedMargins({ name, attributes }: XmlElement): string {
  const side = (key: string): string => attributes[key] ?? '1440';
  const turned = {
    'w:top': side('w:left'),
    'w:right': side('w:top'),
    'w:bottom': side('w:right'),
    'w:left': side('w:bottom'),
  };
  return xmlOf({ name, attributes: { ...attributes, ...turned }, children: [] });
}
