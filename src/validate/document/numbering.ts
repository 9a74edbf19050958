/** D-S3: level numbers 一、 > （一） > 1. > （1）: none repeated inside itself, none left out. */
import type { SourceRange, SourceText } from '../../source/source.js';
import type { RuleFinding } from '../rule-diagnostic.js';
import type { DocumentCheck } from './context.js';
import { lastOrdinal, numberMark, officialMark, type NumberMark } from './number-marks.js';
import { passagesOf, rangeOf, type Passage } from './passages.js';
import type { PrintedSection } from './sections.js';

/** A numbered line of a section. */
interface NumberedLine extends NumberMark {
  readonly passage: Passage;
  /** The last ordinal inside the line: more than `ordinal` when it holds （一）…。（二）…。 */
  readonly last: number;
}

/**
 * Findings section by section: one for the numbers of the section's own level used again inside it, one for each number out
 * of sequence, and one info for the report when points are numbered `1、`. Looks at the beginnings of headings, paragraphs
 * and list items only. The numbers of the sections themselves belong to `section-headings`.
 */
export const numbering: DocumentCheck = ({ sections, data, pack }) => {
  const statutory = new Set(pack.tables.map((table) => table.id));
  const bySection = sections.map((section) => ({ section, lines: numberedLines(section, statutory) }));
  return [
    ...bySection.flatMap(({ section, lines }) => sectionFindings(section, lines, data.source)),
    ...commaFindings(
      bySection.flatMap(({ lines }) => lines),
      data.source,
    ),
  ];
};

function numberedLines({ blocks }: PrintedSection, statutory: ReadonlySet<string>): readonly NumberedLine[] {
  return passagesOf(blocks, statutory)
    .filter(({ role }) => role === 'heading' || role === 'body' || role === 'item')
    .flatMap((passage) => {
      const mark = numberMark(passage.text);
      return mark === undefined ? [] : [{ ...mark, passage, last: lastOrdinal(passage.text, mark) }];
    });
}

function sectionFindings(
  { heading }: PrintedSection,
  lines: readonly NumberedLine[],
  source: SourceText,
): readonly RuleFinding[] {
  const own = numberMark(heading)?.level;
  const repeated = own === 1 ? lines.filter((line) => line.level === 1) : [];
  const first = repeated[0];
  return [
    ...(first === undefined ? [] : [repeatedInside(heading, repeated, rangeOf(first.passage, source))]),
    ...outOfSequence(
      lines.filter((line) => !repeated.includes(line)),
      own === 1,
      source,
    ),
  ];
}

function repeatedInside(heading: string, lines: readonly NumberedLine[], range: SourceRange | undefined): RuleFinding {
  const marks = lines.map((line) => `“${line.text}”`);
  const used = marks.length === 1 ? marks.join('') : `${marks[0] ?? ''}至${marks.at(-1) ?? ''}`;
  return {
    message: {
      zh: `“${heading}”之内又用了${used}，同一层次的序数不能套用自身。`,
      en: `Numbers of the section's own level (${marks.join(', ')}) are used again inside "${heading}".`,
    },
    hint: {
      zh: '请把这些小标题的序数改为“（一）”“（二）”，其下用“1.”“2.”。',
      en: 'Number these sub-headings （一）, （二）, and what stands under them 1., 2.',
    },
    range,
  };
}

/**
 * Follows the numbers with one open level under another. Points may start again at 1 under the same heading (a second list),
 * the second level of a numbered section may not.
 */
function outOfSequence(
  lines: readonly NumberedLine[],
  inNumberedSection: boolean,
  source: SourceText,
): readonly RuleFinding[] {
  const findings: RuleFinding[] = [];
  let open: readonly NumberedLine[] = [];
  for (const line of lines) {
    const above = open.filter((entry) => entry.level < line.level);
    const before = open.find((entry) => entry.level === line.level);
    const restarts = line.ordinal === 1 && !(before !== undefined && line.level === 2 && inNumberedSection);
    if (!restarts && line.ordinal !== (before?.last ?? 0) + 1) findings.push(wrongNumber(line, before, source));
    open = [...above, line];
  }
  return findings;
}

function wrongNumber(line: NumberedLine, before: NumberedLine | undefined, source: SourceText): RuleFinding {
  const expected = officialMark(line.level, (before?.last ?? 0) + 1);
  const previous = before === undefined ? undefined : officialMark(before.level, before.last);
  return {
    message:
      previous === undefined
        ? {
            zh: `序数从“${line.text}”开始，前面没有“${expected}”。`,
            en: `The numbers begin with "${line.text}"; there is no "${expected}" before it.`,
          }
        : {
            zh: `序数“${previous}”之后是“${line.text}”，应为“${expected}”。`,
            en: `"${line.text}" follows "${previous}"; it should be "${expected}".`,
          },
    facts: { expected, actual: line.text },
    range: rangeOf(line.passage, source),
  };
}

function commaFindings(lines: readonly NumberedLine[], source: SourceText): readonly RuleFinding[] {
  const commas = lines.filter((line) => line.enumerationComma);
  const first = commas[0];
  if (first === undefined) return [];
  return [
    {
      severity: 'info',
      message: {
        zh: `第三层次的序数写成了“${first.text}”，共${commas.length}处，公文用“${officialMark(3, first.ordinal)}”。`,
        en: `Points are numbered "${first.text}" (${commas.length} in all); official documents use "${officialMark(3, first.ordinal)}".`,
      },
      hint: { zh: '请把数字后面的顿号改为下脚点。', en: 'Change the comma after the digit to a full stop.' },
      facts: { count: String(commas.length) },
      range: rangeOf(first.passage, source),
    },
  ];
}
