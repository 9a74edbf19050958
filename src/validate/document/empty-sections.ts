/** D-S2: no section stands empty; 无, a sentence, or the default wording of the pack is content. */
import type { Block, Report } from '../../report/tree.js';
import { textOf } from '../../report/walk.js';
import type { DocumentCheck, DocumentContext } from './context.js';
import type { PrintedSection } from './sections.js';

/**
 * One finding for each section that prints its heading and neither words nor a table or picture. Sections the data file has
 * nothing of are left to `section-headings` where the pack has that check.
 */
export const emptySections: DocumentCheck = (context) =>
  context.sections
    .filter((section) => section.block !== undefined && isEmptySection(section, context.report))
    .filter(
      ({ spec }) => spec === undefined || context.data.sections.has(spec.id) || !context.checks.has('section-headings'),
    )
    .map((section) => ({
      message: {
        zh: `“${section.heading}”只有标题，没有内容。`,
        en: `The section "${section.heading}" has a heading and nothing under it.`,
      },
      hint: {
        zh: '没有这类情况的，也请写一句话说明，例如“本年度无此类情况。”。',
        en: 'Where there is nothing to report, say so in one sentence.',
      },
      range: placeOf(section, context),
    }));

/** True when nothing but headings stands in a section and none of its tables is printed anywhere (an annex prints them later). */
export function isEmptySection({ spec, blocks }: PrintedSection, report: Report): boolean {
  const tables = spec?.tables ?? [];
  return (
    !blocks.some(isContent) && !report.children.some((block) => block.type === 'table' && tables.includes(block.id))
  );
}

function isContent(block: Block): boolean {
  switch (block.type) {
    case 'table':
    case 'figure':
      return true;
    case 'list':
      return textOf(block).trim() !== '';
    case 'paragraph':
      return ['body', 'quote', 'footnote', 'annexLine'].includes(block.role) && textOf(block).trim() !== '';
    default:
      return false;
  }
}

function placeOf({ spec, block }: PrintedSection, { data }: DocumentContext): NonNullable<typeof block>['origin'] {
  const input = spec === undefined ? undefined : data.sections.get(spec.id);
  return input?.heading?.range ?? input?.text?.range ?? input?.range ?? block?.origin;
}
