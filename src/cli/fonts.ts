import { FONT_ROLES, type FontRole } from '../fonts/fonts.js';
import { renderText } from '../diagnostic/render-text.js';
import { chosenFonts, noFontFolderMessage } from './font-choice.js';
import { EXIT, type MessageLanguage, type Terminal } from './terminal.js';

/** `fonts`: which face serves each role in PDF files, and which fonts Word is told to use. */
export function fontsCommand(
  options: { readonly lang: MessageLanguage; readonly fonts: string },
  terminal: Terminal,
): number {
  const say = (zh: string, en: string): string => (options.lang === 'zh' ? zh : en);
  const set = chosenFonts(options.fonts);
  if (set === undefined) {
    terminal.error(noFontFolderMessage(options.fonts, options.lang));
    return EXIT.usage;
  }
  if (set.diagnostics.length > 0)
    terminal.error(renderText(set.diagnostics, new Map(), { lang: options.lang, verdict: false }));
  if (set.value === undefined) return EXIT.usage;
  terminal.out(
    say(
      'PDF 使用内置的开源字体，在任何电脑上结果都一样；Word 文件只写字体名称，由打开它的电脑提供字体。\n\n',
      'PDF files use built-in open fonts, the same everywhere; Word files only name fonts.\n\n',
    ),
  );
  for (const [role, info] of Object.entries(FONT_ROLES)) {
    const face = set.value.face(role as FontRole);
    terminal.out(`${info.zh}\n`);
    const origin = {
      'built-in': say('内置', 'built in'),
      installed: say('本机安装', 'installed'),
      user: say('用户提供', "user's"),
    }[face.origin];
    terminal.out(`  PDF：${face.family}（${origin}）\n`);
    terminal.out(say(`  Word：${info.officialNames.join('、')}\n`, `  Word: ${info.officialNames.join(', ')}\n`));
  }
  return EXIT.clean;
}
