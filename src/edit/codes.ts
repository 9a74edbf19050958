/**
 * Diagnostic codes of changing a data file.
 */
import type { CodeEntry } from '../diagnostic/catalogue.js';

/** Diagnostic codes of changing a data file. */
export const editCodes: readonly CodeEntry[] = [
  {
    code: 'edit/not-in-gbk',
    severity: 'error',
    title: { zh: 'GBK 里没有的字', en: 'A character that GBK does not hold' },
    why: {
      zh: '文件按原来的编码写回；编码里没有的字写进去会变成问号。',
      en: 'A file is written back in its own encoding, in which the character would become a question mark.',
    },
    fix: { zh: '先把文件另存为 UTF-8。', en: 'Save the file as UTF-8 first.' },
  },
];
