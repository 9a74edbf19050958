/** Whether a style's numbering shows anything: LibreOffice gives every heading one that does not. */
import { childOf, elementsIn, valueOf, type XmlElement } from './xml-tree.js';

/** `numbering` is the file's numbering part; without it no number can be told to be unseen. */
export function showsNumber(numPr: XmlElement, numbering: XmlElement | undefined): boolean {
  const id = valueOf(numPr, 'w:numId');
  if (id === undefined || id === '0') return false;
  const parts = numbering === undefined ? [] : elementsIn(numbering);
  const number = parts.find(({ name, attributes }) => name === 'w:num' && attributes['w:numId'] === id);
  const abstractId = valueOf(number, 'w:abstractNumId');
  const abstract = parts.find(
    ({ name, attributes }) => name === 'w:abstractNum' && attributes['w:abstractNumId'] === abstractId,
  );
  const level = (abstract === undefined ? [] : elementsIn(abstract)).find(
    ({ name, attributes }) => name === 'w:lvl' && attributes['w:ilvl'] === (valueOf(numPr, 'w:ilvl') ?? '0'),
  );
  const isUnseen = valueOf(level, 'w:numFmt') === 'none' || childOf(level, 'w:lvlText')?.attributes['w:val'] === '';
  return level === undefined || !isUnseen;
}
