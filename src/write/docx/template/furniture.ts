/**
 * What stands in an office's file before and after the place of the report: letterhead, cover, imprint. The place is a
 * paragraph `{{正文}}` of its own, or a bookmark or content control named 正文; without one nothing of the text is taken.
 */
import { allOf, childOf, elementsIn, textOf, valueOf, type XmlElement } from './xml-tree.js';

/** Content up to the end of a section, and the properties of that section. */
export interface Section {
  readonly blocks: readonly XmlElement[];
  readonly properties: XmlElement;
}

export interface Furniture {
  /** Whole sections before that of the report: a cover. */
  readonly sections: readonly Section[];
  readonly before: readonly XmlElement[];
  readonly after: readonly XmlElement[];
  /** Properties of the section that the report is poured into, with the headers and footers that hold in it. */
  readonly properties: XmlElement;
  /** Begin of a text that is not taken over; empty when there is none. */
  readonly leftOut: string;
  /** A mark is there, but not where it can be used. */
  readonly hasLostMark: boolean;
}

const noProperties: XmlElement = { name: 'w:sectPr', attributes: {}, children: [] };

const wholeMark = /^[{｛]{2}\s*(?:正文|body)\s*[}｝]{2}$/u;
const anyMark = /[{｛]{2}\s*(?:正文|body)\s*[}｝]{2}/u;
const markNames: ReadonlySet<string> = new Set(['正文', 'body']);

export function furnitureOf(body: XmlElement): Furniture {
  const sections = inheritReferences(sectionsOf(body));
  const place = sections.findIndex(({ blocks }) => blocks.some(isMark));
  const target = sections[place];
  if (target === undefined) {
    return {
      sections: [],
      before: [],
      after: [],
      properties: sections.at(-1)?.properties ?? noProperties,
      leftOut: beginOf(sections),
      hasLostMark: anyMark.test(textOf(body)),
    };
  }
  const at = target.blocks.findIndex(isMark);
  return {
    sections: sections.slice(0, place),
    before: target.blocks.slice(0, at),
    after: target.blocks.slice(at + 1).filter((block, index, all) => !isEmptyEnd(block, index, all)),
    properties: target.properties,
    leftOut: beginOf(sections.slice(place + 1)),
    hasLostMark: false,
  };
}

/** Word ends every file with a paragraph; an empty one would only make a page longer. */
function isEmptyEnd(block: XmlElement, index: number, all: readonly XmlElement[]): boolean {
  return index === all.length - 1 && block.name === 'w:p' && !hasContent(block);
}

function hasContent(block: XmlElement): boolean {
  return textOf(block).trim() !== '' || allOf(block, 'w:drawing').length > 0 || allOf(block, 'w:pict').length > 0;
}

function isMark(block: XmlElement): boolean {
  if (block.name === 'w:sdt') {
    const properties = childOf(block, 'w:sdtPr');
    return [valueOf(properties, 'w:alias'), valueOf(properties, 'w:tag')].some((name) => markNames.has(name ?? ''));
  }
  if (block.name !== 'w:p') return false;
  const bookmarks = elementsIn(block).filter(({ name }) => name === 'w:bookmarkStart');
  return (
    wholeMark.test(textOf(block).trim()) ||
    bookmarks.some(({ attributes }) => markNames.has(attributes['w:name'] ?? ''))
  );
}

/** Sections in order; the properties of all but the last stand in their last paragraph. */
function sectionsOf(body: XmlElement): readonly Section[] {
  const sections: Section[] = [];
  let blocks: XmlElement[] = [];
  for (const block of elementsIn(body)) {
    if (block.name === 'w:sectPr') {
      sections.push({ blocks, properties: block });
      blocks = [];
    } else if (/^w:(?:p|tbl|sdt)$/u.test(block.name)) {
      const properties = block.name === 'w:p' ? childOf(block, 'w:pPr', 'w:sectPr') : undefined;
      // A paragraph that only ends its section is written anew with it.
      if (properties === undefined || hasContent(block)) blocks.push(block);
      if (properties !== undefined) {
        sections.push({ blocks, properties });
        blocks = [];
      }
    }
  }
  return blocks.length === 0 && sections.length > 0 ? sections : [...sections, { blocks, properties: noProperties }];
}

const isReference = ({ name }: XmlElement): boolean => name === 'w:headerReference' || name === 'w:footerReference';

/** A header or footer that a section does not name is that of the section before. */
function inheritReferences(sections: readonly Section[]): readonly Section[] {
  let known = new Map<string, XmlElement>();
  return sections.map(({ blocks, properties }) => {
    const own = elementsIn(properties).filter(isReference);
    known = new Map([
      ...known,
      ...own.map((one) => [`${one.name} ${one.attributes['w:type'] ?? 'default'}`, one] as const),
    ]);
    const others = elementsIn(properties).filter((child) => !isReference(child));
    return { blocks, properties: { ...properties, children: [...known.values(), ...others] } };
  });
}

const shownCharacters = 16;

function beginOf(sections: readonly Section[]): string {
  const text = sections
    .flatMap(({ blocks }) => blocks)
    .map(textOf)
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const characters = [...text];
  return characters.length > shownCharacters ? `${characters.slice(0, shownCharacters).join('')}…` : text;
}
