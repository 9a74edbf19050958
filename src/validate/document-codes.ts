/** Diagnostic codes of the profile checks. The document checks carry the ids of the pack's rules and need no entry. */
import type { CodeEntry } from '../diagnostic/catalogue.js';

export const documentCodes: readonly CodeEntry[] = [
  {
    code: 'profile/out-of-years',
    severity: 'warning',
    title: { zh: '要求配置不适用于本年度', en: 'The profile is not for this year' },
    why: {
      zh: '配置来自某一年的通知，期限和要求只对写明的年度有效；拿它核对别的年度会得出错误的结论。',
      en: 'A profile comes from the notice of one year; its dates and demands hold for the years it names only.',
    },
    fix: {
      zh: '换用当年通知的配置，或在配置里改正适用年度，或不用配置。',
      en: "Use the profile of this year's notice, correct the years of the profile, or use none.",
    },
  },
  {
    code: 'profile/unknown-name',
    severity: 'warning',
    title: { zh: '配置说到的部分、单元格或规则不存在', en: 'The profile names something the form does not have' },
    why: {
      zh: '写错名称的要求不会被核对，看起来像是通过了。',
      en: 'A demand under a wrong name is never checked and looks as if it were met.',
    },
    fix: {
      zh: '照 nianbao packs show 列出的标识改正配置。',
      en: 'Correct the profile by the ids that `nianbao packs show` lists.',
    },
  },
  {
    code: 'profile/late',
    severity: 'warning',
    title: { zh: '成文日期晚于上级要求的期限', en: 'Dated after the term set by the superior' },
    why: {
      zh: '上级通知按机关类型规定了报送和公布的日期，逾期会在考核中记录。',
      en: 'The notice sets dates for filing and publication by kind of agency; late reports are noted in the yearly assessment.',
    },
    fix: {
      zh: '核对成文日期和单位类型；确已逾期的，按通知说明原因，需要时写入豁免。',
      en: 'Check the date and the kind of the agency; if the report is late indeed, give the reason, in a waiver if need be.',
    },
    waivable: true,
  },
  {
    code: 'profile/too-long',
    severity: 'warning',
    title: { zh: '文字超过要求的篇幅', en: 'A section is longer than asked' },
    why: {
      zh: '有的通知对某一部分规定了篇幅，例如原则上不超过一千字。',
      en: 'Some notices limit the length of a section, for example to a thousand characters in principle.',
    },
    fix: {
      zh: '删减这一部分的文字；字数不计空格，不计表格，计标点。',
      en: 'Shorten the section; spaces and tables are not counted, punctuation is.',
    },
    waivable: true,
  },
  {
    code: 'profile/not-stated',
    severity: 'warning',
    title: { zh: '没有写到要求写明的事项', en: 'A required fact is not stated' },
    why: {
      zh: '上级通知要求这一部分写明某些事项或数字。',
      en: 'The notice asks the section to state certain facts or figures.',
    },
    fix: {
      zh: '在这一部分补写；数字用引用写入，不会与表格不一致。',
      en: 'Add them to the section; figures written as references always agree with the tables.',
    },
    waivable: true,
  },
];
