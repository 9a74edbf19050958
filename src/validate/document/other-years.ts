/** D-Y3: years in the text other than the report year, and statements of work done in such a year. */
import type { RelatedPlace } from '../../diagnostic/diagnostic.js';
import type { RuleSpec } from '../../pack/types.js';
import type { RuleFinding } from '../rule-diagnostic.js';
import type { DocumentCheck, DocumentContext } from './context.js';
import { passagesOf, rangeOf, type Passage } from './passages.js';
import { isPastStatement } from './past-statement.js';
import { namesPeriod } from './period.js';
import { isWritten } from './text-places.js';
import { isWithin, quotedSpans, sentencesOf, yearMentions, type Span, type YearMention } from './years.js';

/** A sentence that names another year. */
interface OtherYear extends Span {
  readonly passage: Passage;
  readonly sentence: string;
  readonly year: number;
  /** It reports work of this year under that one. */
  readonly statement: boolean;
}

/**
 * A warning for each sentence that reports work as done in another year, and one info that lists all further years with the
 * number of their sentences. Titles in 《》, document numbers, dates of laws and the line of the publication date never count.
 */
export const otherYears: DocumentCheck = (context, rule) => {
  let outlook: ReadonlySet<string> | undefined;
  const isOutlook = ({ text }: Passage): boolean => (outlook ??= outlookPassages(context)).has(text);
  const found = context.passages.filter(isWritten).flatMap((passage) => yearsOfPassage(passage, context, isOutlook));
  const statements = found.filter((entry) => entry.statement);
  const others = found.filter((entry) => !entry.statement);
  return [...statements.map((entry) => statementFinding(entry, context, rule)), ...listing(others, context)];
};

function yearsOfPassage(
  passage: Passage,
  { data, checks }: DocumentContext,
  isOutlook: (passage: Passage) => boolean,
): readonly OtherYear[] {
  const reportYear = data.year.value;
  const others = yearMentions(passage.text).filter(({ year }) => year !== reportYear);
  if (others.length === 0) return [];
  const quoted = quotedSpans(passage.text);
  const mentions = others.filter(({ start }) => !isWithin(start, quoted));
  return sentencesOf(passage.text).flatMap(({ start, end }) => {
    const sentence = passage.text.slice(start, end);
    if (checks.has('statistics-period') && namesPeriod(sentence)) return [];
    const here = mentions
      .filter((mention) => mention.start >= start && mention.start < end)
      .map((mention) => ({ ...mention, start: mention.start - start, end: mention.end - start }));
    return oncePerYear(here).map((mention) => ({
      passage,
      sentence: sentence.trim(),
      year: mention.year,
      statement: passage.role !== 'cell' && isPastStatement(sentence, mention, reportYear, isOutlook(passage)),
      start,
      end,
    }));
  });
}

function oncePerYear(mentions: readonly YearMention[]): readonly YearMention[] {
  return [...new Map([...mentions].reverse().map((mention) => [mention.year, mention])).values()].reverse();
}

/** Texts of the last two narrative sections (problems and improvement, other matters), where plans for next year belong. */
function outlookPassages({ sections, pack }: DocumentContext): ReadonlySet<string> {
  const narrative = new Set<unknown>(pack.sections.filter((spec) => spec.kind === 'narrative').slice(-2));
  const blocks = sections.filter(({ spec }) => narrative.has(spec)).flatMap((s) => s.blocks);
  return new Set(passagesOf(blocks, new Set()).map((passage) => passage.text));
}

function statementFinding(entry: OtherYear, { data }: DocumentContext, rule: RuleSpec): RuleFinding {
  const { passage, sentence, year, start, end } = entry;
  const reportYear = data.year.value;
  return {
    severity: rule.severity === 'info' ? 'warning' : rule.severity,
    message: {
      zh: `正文“${excerpt(sentence)}”把工作写成${year}年的，报告年度是${reportYear}年。`,
      en: `"${excerpt(sentence)}" reports work as done in ${year}; the report is on ${reportYear}.`,
    },
    hint: {
      zh: `写的是当年工作的，请改为${reportYear}年；确实是${year}年的事，请写明是对比或说明，或者豁免并写明理由。`,
      en: `If it is this year's work, change the year to ${reportYear}; if ${year} is meant, say so in the sentence or waive the warning with a reason.`,
    },
    facts: { expected: String(reportYear), actual: String(year) },
    text: sentence,
    range: rangeOf(passage, data.source, start, end),
  };
}

function listing(found: readonly OtherYear[], { data }: DocumentContext): readonly RuleFinding[] {
  const first = found[0];
  if (first === undefined) return [];
  const years = [...new Set(found.map((entry) => entry.year))].toSorted((a, b) => a - b);
  const counted = years.map((year) => ({ year, count: found.filter((entry) => entry.year === year).length }));
  const reportYear = data.year.value;
  return [
    {
      severity: 'info',
      message: {
        zh: `除${reportYear}年外，正文还写到${counted.map(({ year, count }) => `${year}年（${count}句）`).join('、')}。`,
        en: `Besides ${reportYear} the text names ${counted.map(({ year, count }) => `${year} (${count} ${count === 1 ? 'sentence' : 'sentences'})`).join(', ')}.`,
      },
      hint: {
        zh: '作对比、依据、说明或计划的不必改；写当年工作的，请改为报告年度。',
        en: "Comparisons, references and plans may stay; where it is this year's work, change the year.",
      },
      facts: Object.fromEntries(counted.map(({ year, count }) => [String(year), String(count)])),
      range: rangeOf(first.passage, data.source, first.start, first.end),
      related: years
        .flatMap((year) => found.filter((entry) => entry.year === year).slice(0, 1))
        .map((entry) => place(entry, data.source)),
    },
  ];
}

function place(
  { passage, sentence, year, start, end }: OtherYear,
  source: Parameters<typeof rangeOf>[1],
): RelatedPlace {
  const range = rangeOf(passage, source, start, end);
  return {
    message: { zh: `${year}年：“${excerpt(sentence)}”`, en: `${year}: "${excerpt(sentence)}"` },
    ...(range === undefined ? {} : { range }),
  };
}

const longestExcerpt = 40;

function excerpt(sentence: string): string {
  const characters = [...sentence];
  return characters.length <= longestExcerpt ? sentence : `${characters.slice(0, longestExcerpt).join('')}……`;
}
