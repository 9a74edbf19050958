/**
 * Diagnostic codes of profiles.
 */
import type { CodeEntry } from '../diagnostic/catalogue.js';

export const profileCodes: readonly CodeEntry[] = [
  {
    code: 'profile/unknown-key',
    severity: 'error',
    title: { zh: '不认识的键', en: 'Unknown key' },
    why: {
      zh: '配置决定核对什么，写错一处就会少查一项。',
      en: 'A profile decides what is checked; a slip in it would skip a check.',
    },
    fix: { zh: '照提示改正拼写，或删去这个键。', en: 'Correct the spelling as hinted, or remove the key.' },
  },
  {
    code: 'profile/missing-key',
    severity: 'error',
    title: { zh: '缺少必需的键', en: 'Missing key' },
    why: {
      zh: '配置决定核对什么，写错一处就会少查一项。',
      en: 'A profile decides what is checked; a slip in it would skip a check.',
    },
    fix: { zh: '补上这个键。', en: 'Add the key.' },
  },
  {
    code: 'profile/wrong-value',
    severity: 'error',
    title: { zh: '值的形式不对', en: 'Wrong kind of value' },
    why: {
      zh: '配置决定核对什么，写错一处就会少查一项。',
      en: 'A profile decides what is checked; a slip in it would skip a check.',
    },
    fix: { zh: '照消息所说的形式改写。', en: 'Write the value in the form the message names.' },
  },
  {
    code: 'profile/too-large',
    severity: 'error',
    title: { zh: '内容太多', en: 'Too large' },
    why: { zh: '配置可能来自别处，大小有上限。', en: 'Profiles may come from anywhere, so they are bounded.' },
    fix: { zh: '删去多余的内容。', en: 'Remove what is not needed.' },
  },
  {
    code: 'profile/years',
    severity: 'error',
    title: { zh: '适用年度不对', en: 'Wrong years' },
    why: { zh: '止年早于起年的配置没有一年可用。', en: 'A profile that ends before it begins fits no year.' },
    fix: { zh: '改正 years。', en: 'Correct `years`.' },
  },
  {
    code: 'profile/empty-entry',
    severity: 'error',
    title: { zh: '没有内容的一项', en: 'Entry without content' },
    why: {
      zh: '没有日期的期限、没有依据的要求都无从核对。',
      en: 'A deadline without a date or a demand without a fact checks nothing.',
    },
    fix: { zh: '补上日期、单元格或词语。', en: 'Add a date, cells or words.' },
  },
];
