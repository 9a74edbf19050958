/**
 * Character styles of headings that run into their text: the face and weight of the office's heading at the size of the body.
 * Its own linked styles will not do: they bring the heading's size along.
 */
import { runInStyleId } from '../style-names.js';
import { type OfficeStyle, type OfficeStyles } from './office-styles.js';
import { type XmlElement, xmlOf } from './xml-tree.js';

export const runInStyleIds: readonly (readonly [level: 2 | 3 | 4, id: string])[] = [
  [2, runInStyleId(2)],
  [3, runInStyleId(3)],
  [4, runInStyleId(4)],
];

/** The style for a level; `heading` is the office's, absent where this program's own serves. */
export function runInStyle(
  level: 2 | 3 | 4,
  heading: OfficeStyle | undefined,
  office: OfficeStyles,
  ours: string,
): string {
  const id = runInStyleId(level);
  const own = new RegExp(`<w:style\\b[^>]*w:styleId="${id}".*?</w:style>`, 'su').exec(ours)?.[0] ?? '';
  const run =
    heading === undefined
      ? (/<w:rPr>.*<\/w:rPr>/su.exec(own)?.[0] ?? '')
      : `<w:rPr>${mergedFonts(office.property(heading, 'w:rPr', 'w:rFonts'))}${[
          'w:b',
          'w:bCs',
          'w:i',
          'w:iCs',
          'w:color',
        ]
          .map((name) => office.property(heading, 'w:rPr', name)[0])
          .map((element) => (element === undefined ? '' : xmlOf(element)))
          .join('')}</w:rPr>`;
  return (
    `<w:style w:type="character" w:customStyle="1" w:styleId="${id}"><w:name w:val="Run-in Heading ${level}"/>` +
    `<w:aliases w:val="段首标题 ${level}"/><w:qFormat/>${run}</w:style>`
  );
}

const slots = ['ascii', 'hAnsi', 'eastAsia', 'cs'] as const;

/** Fonts slot by slot; a font named nearer puts a theme font out, and the other way round. */
function mergedFonts(places: readonly XmlElement[]): string {
  const attributes: Record<string, string> = {};
  for (const slot of slots) {
    const theme = `w:${slot}${slot === 'cs' ? 'theme' : 'Theme'}`;
    const nearest = places.find((place) => `w:${slot}` in place.attributes || theme in place.attributes)?.attributes;
    for (const key of [`w:${slot}`, theme]) {
      const value = nearest?.[key];
      if (value !== undefined) attributes[key] = value;
    }
  }
  return Object.keys(attributes).length === 0 ? '' : xmlOf({ name: 'w:rFonts', attributes, children: [] });
}
