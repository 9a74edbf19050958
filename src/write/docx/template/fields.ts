/** Fields of an office's file: those that only speak of the document stay, the rest become plain text. */
import { elementsIn, ownText, type XmlElement } from './xml-tree.js';

/** Fields that read nothing but this document and its properties. */
const harmless: ReadonlySet<string> = new Set([
  'PAGE',
  'NUMPAGES',
  'SECTION',
  'SECTIONPAGES',
  'STYLEREF',
  'TITLE',
  'SUBJECT',
  'AUTHOR',
  'IF',
  '=',
  'EQ',
  'SYMBOL',
]);

/** Whether a field instruction is one of these. */
export function isHarmless(instruction: string): boolean {
  const word = /^\s*(=|[A-Za-z]+)/u.exec(instruction)?.[1] ?? '';
  return harmless.has(word.toUpperCase());
}

interface OpenField {
  readonly pieces: XmlElement[];
  instruction: string;
  inInstruction: boolean;
}

/** The marks and instructions of all other fields, to be taken out so that only what they last showed is left. */
export function harmfulFields(root: XmlElement): ReadonlySet<XmlElement> {
  const harmful = new Set<XmlElement>();
  const open: OpenField[] = [];
  const finish = (field: OpenField | undefined): void => {
    if (field !== undefined && !isHarmless(field.instruction)) field.pieces.forEach((piece) => harmful.add(piece));
  };
  const visit = (element: XmlElement): void => {
    const field = open.at(-1);
    if (element.name === 'w:fldChar') {
      const type = element.attributes['w:fldCharType'];
      if (type === 'begin') open.push({ pieces: [element], instruction: '', inInstruction: true });
      else {
        field?.pieces.push(element);
        if (type === 'separate' && field !== undefined) field.inInstruction = false;
        if (type === 'end') finish(open.pop());
      }
    } else if (element.name === 'w:instrText') {
      field?.pieces.push(element);
      if (field?.inInstruction === true) field.instruction += ownText(element);
    } else elementsIn(element).forEach(visit);
  };
  visit(root);
  // A field that is never closed would swallow the text after it.
  for (const field of open) field.pieces.forEach((piece) => harmful.add(piece));
  return harmful;
}
