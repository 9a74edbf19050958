/** Diagnostic codes of the PDF writer. */
import type { CodeEntry } from '../../diagnostic/catalogue.js';

export const pdfCodes: readonly CodeEntry[] = [
  {
    code: 'pdf/image',
    severity: 'error',
    title: { zh: '图片放不进 PDF', en: 'An image cannot be put into the PDF' },
    why: {
      zh: '存档用的 PDF 只收 RGB 或灰度图片，损坏的和隔行扫描的图片也无法写入。',
      en: 'A PDF for the archive takes RGB and grey images only; damaged and interlaced ones cannot be written.',
    },
    fix: {
      zh: '请用图片软件另存为普通的 PNG 或 JPEG（RGB 或灰度）再试。',
      en: 'Save the image again as a plain PNG or JPEG in RGB or grey.',
    },
  },
];
