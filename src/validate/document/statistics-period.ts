/** D-Y2: the 统计期限 is 1 January to 31 December of the report year. */
import type { SourceRange } from '../../source/source.js';
import type { RuleFinding } from '../rule-diagnostic.js';
import type { DocumentCheck } from './context.js';
import { rangeOf } from './passages.js';
import { coversYear, periodInSentence, statedPeriod, statedYear } from './period.js';
import { sentencesOf } from './years.js';

/**
 * One finding for each different statement of the period, in the data file's own 统计期限 or in a sentence of the text.
 * Gives an info (cannot check) when the own 统计期限 holds no period; sentences without two dates are passed over.
 */
export const statisticsPeriod: DocumentCheck = ({ data, passages }) => {
  const year = data.year.value;
  const findings = new Map<string, RuleFinding>();
  const add = (stated: string, range: SourceRange | undefined): void => {
    if (!findings.has(stated)) findings.set(stated, wrongPeriod(stated, year, range));
  };
  const own = data.own.period;
  if (own !== undefined) {
    const period = statedPeriod(own.value);
    const wholeYear = period === undefined ? statedYear(own.value) : undefined;
    if (period !== undefined && !coversYear(period, year)) add(period.text, own.range);
    if (wholeYear !== undefined && wholeYear !== year) add(`${wholeYear}年`, own.range);
    if (period === undefined && wholeYear === undefined) findings.set(own.value, unreadable(own.value, own.range));
  }
  for (const passage of passages) {
    for (const { start, end } of sentencesOf(passage.text)) {
      const period = periodInSentence(passage.text.slice(start, end));
      if (period !== undefined && !coversYear(period, year))
        add(period.text, rangeOf(passage, data.source, start, end));
    }
  }
  return [...findings.values()];
};

function wrongPeriod(stated: string, year: number, range: SourceRange | undefined): RuleFinding {
  const expected = `${year}年1月1日至${year}年12月31日`;
  return {
    message: {
      zh: `统计期限写的是“${stated}”，报告年度是${year}年，应为“${expected}”。`,
      en: `The period is given as "${stated}"; the report is on ${year}, so it should be "${expected}".`,
    },
    facts: { expected, actual: stated },
    range,
  };
}

function unreadable(stated: string, range: SourceRange): RuleFinding {
  return {
    severity: 'info',
    outcome: 'cannot-check',
    message: {
      zh: `统计期限“${stated}”里没有起止日期，无法核对。`,
      en: `The period "${stated}" holds no two dates and cannot be checked.`,
    },
    hint: {
      zh: '请写明起止日期，例如“2023年1月1日至2023年12月31日”。',
      en: 'Give the first and the last day, such as 2023年1月1日至2023年12月31日.',
    },
    facts: { actual: stated },
    range,
  };
}
