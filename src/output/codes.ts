/** Codes of writing and verifying outputs. */
import type { CodeEntry } from '../diagnostic/catalogue.js';

export const outputCodes: readonly CodeEntry[] = [
  {
    code: 'output/differs',
    severity: 'error',
    title: { zh: '输出文件与数据不同', en: 'An output that differs from its data' },
    why: {
      zh: '每份文件都由独立的程序读回来，与数据逐格、逐句比较；有一处不同就不能用。',
      en: 'Every file is read back by independent readers and compared cell by cell and sentence by sentence.',
    },
    fix: { zh: '重新生成；仍有不同时报告给开发者。', en: 'Build again, and report it if it stays.' },
  },
];
