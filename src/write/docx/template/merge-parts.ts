/** Settings and font table of two files: the office's where they shape the page, this program's for the rest. */
import { parseTree, childOf, elementsIn, isOn, partOf, type XmlElement } from './xml-tree.js';

/** Settings that shape pages, in the order of CT_Settings (ECMA-376 part 1, 17.15.1.78). */
const shaping = [
  'mirrorMargins',
  'alignBordersAndEdges',
  'bordersDoNotSurroundHeader',
  'bordersDoNotSurroundFooter',
  'gutterAtTop',
  'defaultTabStop',
  'autoHyphenation',
  'evenAndOddHeaders',
  'drawingGridHorizontalSpacing',
  'drawingGridVerticalSpacing',
  'displayHorizontalDrawingGridEvery',
  'displayVerticalDrawingGridEvery',
  'characterSpacingControl',
  'noLineBreaksAfter',
  'noLineBreaksBefore',
  'compat',
  'themeFontLang',
  'clrSchemeMapping',
  'decimalSymbol',
  'listSeparator',
].map((name) => `w:${name}`);

/** The program's own that always stand first. */
const zoom = 'w:zoom';

/**
 * `word/settings.xml`. `hasOwnFooters`: this program's footers are in use, so odd and even pages are told apart as it would.
 */
export function mergedSettings(ours: string, office: XmlElement | undefined, hasOwnFooters: boolean): string {
  const own = parseTree(new TextEncoder().encode(ours));
  if (own === undefined) return ours;
  const children = [zoom, ...shaping].flatMap((name): readonly XmlElement[] => {
    const mine = childOf(own, name);
    const theirs = name === zoom ? undefined : childOf(office, name);
    if (name === 'w:evenAndOddHeaders') {
      const isOffice = isOn(theirs);
      return isOffice || (hasOwnFooters && mine !== undefined) ? [{ name, attributes: {}, children: [] }] : [];
    }
    const found = theirs ?? mine;
    return found === undefined ? [] : [found];
  });
  return partOf({ ...own, attributes: {}, children });
}

/** Font files inside are left out: readers of a report need not carry an office's fonts. */
const embeds: ReadonlySet<string> = new Set(['w:embedRegular', 'w:embedBold', 'w:embedItalic', 'w:embedBoldItalic']);

/** `word/fontTable.xml`: the office's fonts, then those of this program that it does not list. */
export function mergedFonts(ours: string, office: XmlElement | undefined): string {
  const own = parseTree(new TextEncoder().encode(ours));
  if (own === undefined || office === undefined) return ours;
  const theirs = elementsIn(office)
    .filter(({ name, attributes }) => name === 'w:font' && (attributes['w:name'] ?? '') !== '')
    .map((font) => ({ ...font, children: elementsIn(font).filter(({ name }) => !embeds.has(name)) }));
  const names = new Set(theirs.map(({ attributes }) => attributes['w:name']));
  const more = elementsIn(own).filter(({ attributes }) => !names.has(attributes['w:name']));
  return partOf({ ...own, attributes: {}, children: [...theirs, ...more] });
}

/** Whether the office tells odd pages from even ones. */
export function tellsEvenPages(settings: XmlElement | undefined): boolean {
  return isOn(childOf(settings, 'w:evenAndOddHeaders'));
}
