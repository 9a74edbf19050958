/** One notice per build: which official fonts are replaced by built-in ones. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { FONT_ROLES, type FontFace, type FontRole, type FontSet } from '../fonts/fonts.js';
import type { PageStyle } from '../report/style.js';

/** `fonts/stand-in` (info) naming every role whose built-in face was used, or nothing when none was. */
export function standInNotice(style: PageStyle, fonts: FontSet, used: ReadonlySet<FontFace>): Diagnostic[] {
  const roles = (Object.keys(FONT_ROLES) as FontRole[]).filter((role) => {
    const face = fonts.face(role);
    return face.origin === 'built-in' && used.has(face);
  });
  if (roles.length === 0) return [];
  const pairs = roles.map((role) => `${FONT_ROLES[role].zh}用 ${FONT_ROLES[role].standIn}`);
  const pairsEnglish = roles.map((role) => `${FONT_ROLES[role].standIn} for ${FONT_ROLES[role].zh}`);
  const names = roles.map((role) => style.fonts[role].name).join('、');
  return [
    {
      code: 'fonts/stand-in',
      severity: 'info',
      message: {
        zh: `PDF 用内置的开源字体排版：${pairs.join('，')}。`,
        en: `The PDF is set in the built-in open fonts: ${pairsEnglish.join(', ')}.`,
      },
      hint: {
        zh: `本机装有${names}的，可加 --fonts installed 改用这些字体。`,
        en: `Where ${names} are installed, --fonts installed uses them instead.`,
      },
      facts: { roles: roles.join(' ') },
    },
  ];
}
