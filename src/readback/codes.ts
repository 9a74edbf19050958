/** Codes of reading outputs back. */
import type { CodeEntry } from '../diagnostic/catalogue.js';

export const readbackCodes: readonly CodeEntry[] = [
  {
    code: 'readback/unreadable',
    severity: 'error',
    title: { zh: '输出文件读不出来', en: 'An output that cannot be read' },
    why: {
      zh: '要与数据逐格比较，先要能把文件读出来。',
      en: 'A file must be readable before it can be compared with its data.',
    },
    fix: { zh: '重新取得这个文件。', en: 'Get the file again.' },
  },
  {
    code: 'readback/too-large',
    severity: 'error',
    title: { zh: '输出文件太大', en: 'An output too large' },
    why: {
      zh: '收到的文件可能是恶意的，处理的时间和内存要有限度。',
      en: 'A received file may be hostile, and time and memory must be bounded.',
    },
    fix: { zh: '确认文件来源。', en: 'Check where it comes from.' },
  },
];
