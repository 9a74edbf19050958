/** Codes of reading a closed bundle. */
import type { CodeEntry } from '../diagnostic/catalogue.js';

export const bundleCodes: readonly CodeEntry[] = [
  {
    code: 'bundle/unreadable',
    severity: 'error',
    title: { zh: '文件里的公开数据读不出来', en: 'Public data in a file that cannot be read' },
    why: {
      zh: '发布的文件里带着公开数据，用来证明文件与数据一致；数据残缺，就什么也证明不了。',
      en: 'Published files carry their public data as a proof; damaged data prove nothing.',
    },
    fix: { zh: '向制作单位索取原始文件。', en: 'Ask the office for the original file.' },
  },
  {
    code: 'bundle/version',
    severity: 'error',
    title: { zh: '公开数据的格式版本不认识', en: 'Public data of an unknown form' },
    why: {
      zh: '文件来自更新的程序，照旧版本理解会出错。',
      en: 'The file comes from a newer program; reading it as an older form would be wrong.',
    },
    fix: { zh: '升级本程序。', en: 'Update this program.' },
  },
];
