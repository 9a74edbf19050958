/** Whether the form is the one in force for the year reported on: figures under another year's form mean other things. */
import type { ReportData } from '../data/types.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { TemplatePack } from '../pack/types.js';

/** One warning, `pack/out-of-years`, when the pack does not hold for the year of the data file. */
export function checkPackYears({ year }: ReportData, pack: TemplatePack): readonly Diagnostic[] {
  const { from, until } = pack.years;
  if (year.value >= from && (until === undefined || year.value <= until)) return [];
  const years =
    until === undefined
      ? { zh: `${from}年起`, en: `${from} on` }
      : { zh: `${from}年至${until}年`, en: `${from}–${until}` };
  return [
    {
      code: 'pack/out-of-years',
      severity: 'warning',
      message: {
        zh: `模板“${pack.id}”适用于${years.zh}的报告，这份是${year.value}年的。`,
        en: `The pack "${pack.id}" is for reports on ${years.en}; this one is on ${year.value}.`,
      },
      hint: {
        zh: '请换用当年的模板（nianbao packs list 列出各模板的年度），或核对“年度”。',
        en: 'Use the pack for that year (`nianbao packs list` shows the years), or check the year.',
      },
      facts: { expected: until === undefined ? `${from}-` : `${from}-${until}`, actual: String(year.value) },
      range: year.range,
    },
  ];
}
