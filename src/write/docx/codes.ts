/**
 * Codes of the DOCX writer. Every one names something the file cannot show as asked; none stops the build.
 */
import type { CodeEntry } from '../../diagnostic/catalogue.js';

export const docxCodes: readonly CodeEntry[] = [
  {
    code: 'docx/character',
    severity: 'warning',
    title: { zh: '字符不能写入 Word 文件', en: 'Character cannot be written to a Word file' },
    why: {
      zh: 'Word 文件的内部格式不允许控制字符和残缺字符，写入后整个文件将打不开。',
      en: 'XML forbids control characters and broken surrogates; a file that holds one does not open.',
    },
    fix: {
      zh: '在数据文件中删去该字符，或换成正常的字。',
      en: 'Remove the character from the data file or type the right one.',
    },
  },
  {
    code: 'docx/not-rendered',
    severity: 'warning',
    title: { zh: '有内容未能写入 Word 文件', en: 'Something could not be shown in the Word file' },
    why: {
      zh: '凡未能按原样写出的内容都要点名，不得悄悄略去。',
      en: 'Whatever cannot be shown as it stands is named, never dropped in silence.',
    },
    fix: { zh: '按提示修改该处内容后重新生成。', en: 'Change the part named and build again.' },
  },
  {
    code: 'docx/table-split',
    severity: 'info',
    title: { zh: '表格在 Word 中将跨页', en: 'Table runs over more than one page in Word' },
    why: {
      zh: '该表要求排在一页之内，但字号和行距缩到下限仍放不下，只能跨页并重复表头。',
      en: 'The table is meant to fit one page, but does not at the least size and row height; its head rows repeat instead.',
    },
    fix: {
      zh: '缩短行名或表注，或在样式中放宽最小字号。',
      en: 'Shorten labels or notes, or allow a smaller size in the style.',
    },
  },
];
