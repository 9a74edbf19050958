/** D-Y1: title, 统计期限, table titles, 附件 line and the data of the file carry the year of the report. */
import type { ReportData } from '../../data/types.js';
import type { Bilingual } from '../../diagnostic/diagnostic.js';
import type { Located } from '../../load/loaded.js';
import type { SourceRange } from '../../source/source.js';
import type { RuleFinding } from '../rule-diagnostic.js';
import type { DocumentCheck, DocumentContext } from './context.js';
import { rangeOf, type Passage } from './passages.js';
import { yearMentions } from './years.js';

/** A line that must carry the report year and no other. */
interface YearLine {
  readonly name: Bilingual;
  readonly text: string;
  readonly range?: SourceRange | undefined;
}

/**
 * One finding for each line and wrong year in it. A title without any year, and a 成文日期 before the year is over, are
 * warnings: likely slips, not certain ones.
 */
export const documentYear: DocumentCheck = (context) => {
  const year = context.data.year.value;
  const titles = titleLines(context);
  const lines = [...titles, ...periodLines(context), ...tableLines(context), ...annexLines(context)];
  return [
    ...lines.flatMap((line) => wrongYears(line, year)),
    ...titleWithoutYear(titles, year),
    ...issuedTooEarly(context.data),
  ];
};

function titleLines(context: DocumentContext): readonly YearLine[] {
  const name = { zh: '标题', en: 'The title' };
  const lines = printedLines(name, 'title', context);
  if (lines.length > 0) return lines;
  const { title } = context.data.own;
  return title === undefined ? [{ name, text: context.report.meta.title }] : [ownLine(name, title)];
}

/** Left to the check of the period itself where the pack has one. */
function periodLines({ data, checks }: DocumentContext): readonly YearLine[] {
  const { period } = data.own;
  if (period === undefined || checks.has('statistics-period')) return [];
  return [{ name: { zh: '统计期限', en: 'The period' }, text: period.value, range: period.range }];
}

function tableLines(context: DocumentContext): readonly YearLine[] {
  const titles = printedLines({ zh: '统计表标题', en: 'The title of the table' }, 'tableTitle', context);
  const years = printedLines({ zh: '统计表的年度行', en: 'The year line of the table' }, 'tableSubtitle', context);
  return [...titles, ...years];
}

function annexLines(context: DocumentContext): readonly YearLine[] {
  const name = { zh: '附件行', en: 'The annex line' };
  const lines = printedLines(name, 'annexLine', context);
  const { annexLine } = context.data.own;
  return lines.length > 0 || annexLine === undefined ? lines : [ownLine(name, annexLine)];
}

/** As printed, so that references such as {{年}} in the file's own wording are filled in. */
function printedLines(
  name: Bilingual,
  role: Passage['role'],
  { passages, data }: DocumentContext,
): readonly YearLine[] {
  return passages
    .filter((passage) => passage.role === role)
    .map((passage) => ({ name, text: passage.text, range: rangeOf(passage, data.source) }));
}

function ownLine(name: Bilingual, { value, range }: Located<string>): YearLine {
  return { name, text: value, range };
}

function wrongYears({ name, text, range }: YearLine, year: number): readonly RuleFinding[] {
  const wrong = new Set(yearMentions(text).map((mention) => mention.year));
  wrong.delete(year);
  return [...wrong].map((found) => ({
    message: {
      zh: `${name.zh}“${text}”写的是${found}年，报告年度是${year}年，两者应一致。`,
      en: `${name.en} "${text}" says ${found}; the report is on ${year}.`,
    },
    facts: { expected: String(year), actual: String(found) },
    range,
  }));
}

function titleWithoutYear(titles: readonly YearLine[], year: number): readonly RuleFinding[] {
  const first = titles[0];
  const text = titles.map((line) => line.text).join('');
  if (first === undefined || yearMentions(text).length > 0) return [];
  return [
    {
      severity: 'warning',
      message: {
        zh: `标题“${text}”没有写年度，应写明${year}年。`,
        en: `The title "${text}" does not name the year ${year}.`,
      },
      facts: { expected: String(year) },
      range: first.range,
    },
  ];
}

/** The period runs to 31 December, so a report written earlier most likely carries a wrong year in one of the two dates. */
function issuedTooEarly({ published, year }: ReportData): readonly RuleFinding[] {
  if (published === undefined) return [];
  const { year: issued, month, day } = published.value;
  if (issued > year.value || (issued === year.value && month === 12 && day === 31)) return [];
  return [
    {
      severity: 'warning',
      message: {
        zh: `成文日期${issued}年${month}月${day}日早于统计期限的最后一天（${year.value}年12月31日），其中一个年份可能写错。`,
        en: `The report is dated ${issued}-${month}-${day}, before the period it covers ends (${year.value}-12-31); one of the years may be wrong.`,
      },
      facts: { expected: String(year.value + 1), actual: String(issued) },
      range: published.range,
    },
  ];
}
