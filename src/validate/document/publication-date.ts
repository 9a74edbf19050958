/** D-D1: the date of issue lies within the term for publication that the pack states for this kind of agency. */
import type { DocumentCheck } from './context.js';
import { fitsAgency, isAfter, readDeadlines } from './deadlines.js';

/**
 * One finding when 成文日期 is later than the term. The first deadline of the rule's options that fits the agency counts;
 * one that names kinds fits no agency of unknown kind, so that a township is never told a term that does not bind it.
 */
export const publicationDate: DocumentCheck = ({ data }, rule) => {
  const { published, agency, year } = data;
  if (published === undefined) return [];
  const deadline = readDeadlines(rule.check?.options['deadlines']).find((entry) => fitsAgency(entry, agency));
  const term = deadline?.publishBy;
  if (term === undefined || !isAfter(published.value, { year: year.value + 1, ...term })) return [];
  const { year: issued, month, day } = published.value;
  return [
    {
      message: {
        zh: `成文日期${issued}年${month}月${day}日晚于公布期限${year.value + 1}年${term.month}月${term.day}日。`,
        en: `The report is dated ${issued}-${month}-${day}, after the term for publication, ${year.value + 1}-${term.month}-${term.day}.`,
      },
      facts: {
        expected: `${year.value + 1}-${term.month}-${term.day}`,
        actual: `${issued}-${month}-${day}`,
      },
      range: published.range,
    },
  ];
};
