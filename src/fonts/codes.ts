import type { CodeEntry } from '../diagnostic/catalogue.js';

/** Codes of the font set. */
export const fontsCodes: readonly CodeEntry[] = [
  {
    code: 'fonts/missing',
    severity: 'error',
    title: { zh: '缺少内置字体文件', en: 'A built-in font file is missing' },
    why: { zh: '没有字体就不能生成 PDF，也量不出版面。', en: 'Without it no PDF can be set.' },
    fix: { zh: '请重新安装本程序；从源代码运行时先执行 npm run build。', en: 'Install the program again; from source, run npm run build.' },
  },
  {
    code: 'fonts/damaged',
    severity: 'error',
    title: { zh: '字体文件损坏', en: 'A font file is damaged' },
    why: { zh: '损坏的字体会让报告缺字。', en: 'A damaged font would lose characters.' },
    fix: { zh: '请重新安装本程序。', en: 'Install the program again.' },
  },
  {
    code: 'fonts/unusable',
    severity: 'warning',
    title: { zh: '指定的字体用不了', en: 'A chosen font cannot be used' },
    why: { zh: '程序改用了内置字体。', en: 'The built-in font is used instead.' },
    fix: { zh: '请核对字体文件是否为 TTF、OTF 或 TTC。', en: 'Check that the file is TTF, OTF or TTC.' },
  },
];
