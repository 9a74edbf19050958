/** Findings that stop a new year's file from being made. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { TemplatePack } from '../pack/types.js';
import type { LastYear } from './types.js';

/** `new/different-years` when the reports are not all of one year. */
export function differentYears(last: readonly LastYear[]): readonly Diagnostic[] {
  const years = [...new Set(last.map(({ data }) => data.year.value))];
  if (years.length < 2) return [];
  const odd = last.find(({ data }) => data.year.value !== years[0]);
  return [
    {
      code: 'new/different-years',
      severity: 'error',
      message: {
        zh: `上年文件应是同一年的，现在有${years.map((year) => ` ${year} 年`).join('、')}的。`,
        en: `The former files should be of one year; they are of ${years.join(', ')}.`,
      },
      hint: { zh: '只写同一个年度的文件。', en: 'Name files of one year only.' },
      ...(odd === undefined ? {} : { range: odd.data.year.range }),
    },
  ];
}

/** `new/no-form`: no form, or several, hold for the year. */
export function noForm(candidates: readonly TemplatePack[], year: number): Diagnostic {
  const ids = candidates.map(({ id }) => id);
  return {
    code: 'new/no-form',
    severity: 'error',
    message:
      ids.length === 0
        ? { zh: `自带的模板里没有适用于 ${year} 年的。`, en: `No built-in pack holds for ${year}.` }
        : {
            zh: `适用于 ${year} 年的模板不止一个：${ids.join('、')}。`,
            en: `Several packs hold for ${year}: ${ids.join(', ')}.`,
          },
    hint: {
      zh: '请在命令里加 --pack 和模板的名称或文件夹；自带的模板见 nianbao packs list。',
      en: 'Add --pack with the id or folder of a pack; see `nianbao packs list`.',
    },
  };
}
