import type { CodeEntry } from '../diagnostic/catalogue.js';

/** Codes of starting a new year's data file. */
export const renewCodes: readonly CodeEntry[] = [
  {
    code: 'new/different-years',
    severity: 'error',
    title: { zh: '几个上年文件不是同一年的', en: 'The former files are of different years' },
    why: {
      zh: '几个单位合并时，各单位上年的数要加在一起，年度不同就不能相加。',
      en: 'The figures of predecessors are added up, which means nothing across years.',
    },
    fix: { zh: '只写同一个年度的文件。', en: 'Name files of one year only.' },
  },
  {
    code: 'new/no-form',
    severity: 'error',
    title: { zh: '不知道今年用哪个模板', en: 'The form of the new year is not known' },
    why: {
      zh: '上年的模板不适用于今年，自带的模板里适用的没有，或者不止一个。',
      en: "Last year's pack does not hold for the new year, and none or several of the built-in ones do.",
    },
    fix: { zh: '用 --pack 指定模板。', en: 'Name the pack with --pack.' },
  },
];
