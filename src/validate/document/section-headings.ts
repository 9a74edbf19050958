/** D-S1: every section of the pack is there, in its order, with the heading of the form. */
import type { SectionSpec, TemplatePack } from '../../pack/types.js';
import type { ReportData } from '../../data/types.js';
import type { SourceRange } from '../../source/source.js';
import type { RuleFinding } from '../rule-diagnostic.js';
import type { DocumentCheck } from './context.js';
import { isEmptySection } from './empty-sections.js';
import { hasHeadingOfItsOwn, isOfficialHeading, officialHeading, type PrintedSection } from './sections.js';

/**
 * Findings for sections that are missing, renamed, foreign to the form, or out of order; one for each. A section whose heading
 * the program printed for the form alone, the data file having nothing of it, is missing.
 */
export const sectionHeadings: DocumentCheck = ({ sections, pack, data, report }) => {
  const printed = new Map(sections.map((section) => [section.spec?.id, section]));
  const missing = pack.sections.filter((spec) => {
    const section = printed.get(spec.id);
    if (!spec.required || !hasHeadingOfItsOwn(spec)) return false;
    return section === undefined || (!data.sections.has(spec.id) && isEmptySection(section, report));
  });
  return [
    ...missing.map((spec) => missingSection(spec, insertionPoint(data, pack))),
    ...sections.flatMap((section) => headingFindings(section, pack.sections, data)),
    ...outOfOrder(sections, pack.sections, data),
  ];
};

function missingSection(spec: SectionSpec, range: SourceRange | undefined): RuleFinding {
  const heading = officialHeading(spec);
  return {
    message: { zh: `报告缺少“${heading}”这一部分。`, en: `The section "${heading}" is missing from the report.` },
    hint: {
      zh: '请在数据文件的“章节”里补上这一部分；没有这类情况的，也写一句话说明。',
      en: 'Add the section to the data file; where there is nothing to report, say so in one sentence.',
    },
    facts: { expected: heading, missing_section: spec.id },
    range,
  };
}

/** Where a further section would be written in the data file. */
function insertionPoint({ root, source }: ReportData, { terms }: TemplatePack): SourceRange | undefined {
  const names = new Set(['sections', ...(terms.keys['sections'] ?? [])]);
  const value = root.entries.find((entry) => names.has(entry.key.text))?.value;
  if (value?.type !== 'map' || value.insertion === undefined) return undefined;
  const { offset } = value.insertion;
  return { file: source.name, start: offset, end: offset };
}

function headingFindings(
  section: PrintedSection,
  specs: readonly SectionSpec[],
  data: ReportData,
): readonly RuleFinding[] {
  const { spec, heading } = section;
  if (heading === '') return [];
  const range = placeOf(section, data);
  if (spec === undefined) return foreign(section, specs, range);
  const expected = officialHeading(spec);
  // A lead-in without a prescribed heading may carry one of its own (引言, 编制说明).
  if (expected === '' || isOfficialHeading(spec, heading)) return [];
  return [
    {
      message: {
        zh: `标题“${heading}”与格式不一致，格式规定为“${expected}”。`,
        en: `The heading "${heading}" differs from the form, which has "${expected}".`,
      },
      hint: { zh: `请把标题改为“${expected}”。`, en: `Change the heading to "${expected}".` },
      facts: { expected, actual: heading },
      range,
    },
  ];
}

/** A heading under a number that the form gives to another section is a matter of numbering, not a section of its own. */
function foreign(
  { heading, block }: PrintedSection,
  specs: readonly SectionSpec[],
  range: SourceRange | undefined,
): readonly RuleFinding[] {
  if (block === undefined || specs.some((spec) => spec.number !== '' && heading.startsWith(spec.number))) return [];
  return [
    {
      message: {
        zh: `“${heading}”不是格式规定的部分。`,
        en: `"${heading}" is not one of the sections of the form.`,
      },
      hint: {
        zh: '请把内容并入相近的部分，或放进“其他需要报告的事项”。',
        en: 'Move its content into the section it belongs to, or into the last one.',
      },
      facts: { actual: heading },
      range,
    },
  ];
}

function outOfOrder(
  sections: readonly PrintedSection[],
  specs: readonly SectionSpec[],
  data: ReportData,
): readonly RuleFinding[] {
  const findings: RuleFinding[] = [];
  let furthest: { readonly index: number; readonly heading: string } | undefined;
  for (const section of sections) {
    const index = specs.findIndex((spec) => spec.id === section.spec?.id);
    if (index < 0 || section.block === undefined) continue;
    if (furthest !== undefined && index < furthest.index) {
      const { heading } = section;
      findings.push({
        message: {
          zh: `“${heading}”排在“${furthest.heading}”之后，格式规定它在前面。`,
          en: `"${heading}" comes after "${furthest.heading}"; the form has it before.`,
        },
        hint: { zh: '请按格式的顺序排列各部分。', en: 'Put the sections in the order of the form.' },
        range: placeOf(section, data),
      });
    } else furthest = { index, heading: section.heading };
  }
  return findings;
}

/** Where the heading was written: the file's own heading, else its text in the tree, else the section. */
function placeOf({ spec, block }: PrintedSection, data: ReportData): SourceRange | undefined {
  const input = spec === undefined ? undefined : data.sections.get(spec.id);
  const written = block?.children.find((node) => node.type === 'text' && node.origin !== undefined);
  return (
    input?.heading?.range ?? (written?.type === 'text' ? written.origin : undefined) ?? block?.origin ?? input?.range
  );
}
