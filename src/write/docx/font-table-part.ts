/**
 * `word/fontTable.xml`: the names of all fonts of the style with their other names, so that Word, WPS and LibreOffice find
 * the same face under whatever name it is installed (gbt9704 practice; ECMA-376 part 1, 17.8.3.1 `w:altName`).
 */
import type { FontRoleName, PageStyle } from '../../report/style.js';
import { escapeXml, xmlHead } from './xml.js';

/** What Word falls back on when it has none of the names: shape, width and character set of the face. */
const shapes: Readonly<
  Record<
    FontRoleName,
    { readonly panose: string; readonly charset: string; readonly family: string; readonly pitch: string }
  >
> = {
  biaosong: { panose: '02010601030101010101', charset: '86', family: 'auto', pitch: 'variable' },
  fangsong: { panose: '02010609030101010101', charset: '86', family: 'modern', pitch: 'fixed' },
  kaiti: { panose: '02010609030101010101', charset: '86', family: 'modern', pitch: 'fixed' },
  heiti: { panose: '02010609060101010101', charset: '86', family: 'modern', pitch: 'fixed' },
  songti: { panose: '02010600030101010101', charset: '86', family: 'auto', pitch: 'variable' },
  latin: { panose: '02020603050405020304', charset: '00', family: 'roman', pitch: 'variable' },
};

/** The whole part; a name that serves two roles is listed once, under the first. */
export function fontTablePart(fonts: PageStyle['fonts']): string {
  const seen = new Set<string>();
  const roles = Object.keys(shapes) as FontRoleName[];
  const entries = roles.filter((role) => {
    const isNew = !seen.has(fonts[role].name);
    seen.add(fonts[role].name);
    return isNew;
  });
  const rows = entries.map((role) => {
    const { name, alternatives } = fonts[role];
    const shape = shapes[role];
    const other = alternatives.length === 0 ? '' : `<w:altName w:val="${escapeXml(alternatives.join(','))}"/>`;
    return (
      `<w:font w:name="${escapeXml(name)}">${other}<w:panose1 w:val="${shape.panose}"/><w:charset w:val="${shape.charset}"/>` +
      `<w:family w:val="${shape.family}"/><w:pitch w:val="${shape.pitch}"/></w:font>`
    );
  });
  return `${xmlHead}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${rows.join('')}</w:fonts>`;
}
