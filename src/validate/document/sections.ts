/**
 * The sections as printed, set beside the sections the pack asks for.
 */
import { plainText, type Block, type Heading, type ParagraphRole, type Report } from '../../report/tree.js';
import type { SectionSpec, TemplatePack } from '../../pack/types.js';

/**
 * A stretch of the report: its level-1 heading (the lead-in has none, or an unnumbered one) and what stands under it. What
 * follows the text (附件 line, signature, pages of an annex) is the last stretch, without a heading.
 */
export interface PrintedSection {
  /** The section of the pack that it stands for; absent when none fits. */
  readonly spec?: SectionSpec;
  /** Heading as printed with its number; empty = none. */
  readonly heading: string;
  /** Its block, absent for the lead-in. */
  readonly block?: Heading;
  readonly blocks: readonly Block[];
}

/**
 * Cuts a report at its level-1 headings; what stands before the first one is the lead-in. A heading stands for the section
 * of the pack with the same words, else the same id, else the same number, else the same words under another number;
 * no section of the pack is given out twice.
 */
export function printedSections(report: Report, pack: TemplatePack): readonly PrintedSection[] {
  const { lead, headed, tail } = cut(report.children);
  const specs = matchedSpecs(
    headed.map(({ block }) => block),
    pack.sections,
  );
  const leadSpec = pack.sections.find((spec) => spec.kind === 'lead');
  const annexSpec = pack.sections.find((spec) => spec.kind === 'annex' && !hasHeadingOfItsOwn(spec));
  return [
    { heading: leadHeading(lead), blocks: lead, ...(leadSpec === undefined ? {} : { spec: leadSpec }) },
    ...headed.map(({ block, blocks }) => {
      const spec = specs.get(block);
      return { heading: headingText(block), block, blocks, ...(spec === undefined ? {} : { spec }) };
    }),
    ...(tail.length === 0
      ? []
      : [{ heading: '', blocks: tail, ...(annexSpec === undefined ? {} : { spec: annexSpec }) }]),
  ];
}

/** Heading the form asks for, with its number; empty when the section prints none. */
export function officialHeading(spec: SectionSpec): string {
  return spec.heading === '' ? '' : spec.number + spec.heading;
}

/**
 * True when the section prints a level-1 heading. The lead-in has at most an unnumbered one, and an annex without a number is
 * announced by its 附件 line.
 */
export function hasHeadingOfItsOwn(spec: SectionSpec): boolean {
  return spec.heading !== '' && spec.kind !== 'lead' && (spec.kind !== 'annex' || spec.number !== '');
}

/** True when a printed heading is the form's own or one of the variants it accepts; variants may carry their number. */
export function isOfficialHeading(spec: SectionSpec, printed: string): boolean {
  return [spec.heading, ...spec.variants].some(
    (heading) => printed === spec.number + heading || (printed === heading && heading.startsWith(spec.number)),
  );
}

interface Stretches {
  readonly lead: readonly Block[];
  readonly headed: readonly { readonly block: Heading; readonly blocks: readonly Block[] }[];
  readonly tail: readonly Block[];
}

function cut(all: readonly Block[]): Stretches {
  const end = all.findIndex((block) => block.type === 'paragraph' && afterText.has(block.role));
  const blocks = end < 0 ? all : all.slice(0, end);
  const lead: Block[] = [];
  const headed: { block: Heading; blocks: Block[] }[] = [];
  for (const block of blocks) {
    if (block.type === 'heading' && block.level === 1) headed.push({ block, blocks: [] });
    else (headed.at(-1)?.blocks ?? lead).push(block);
  }
  return { lead, headed, tail: end < 0 ? [] : all.slice(end) };
}

const afterText: ReadonlySet<ParagraphRole> = new Set(['annexLine', 'signature', 'date', 'annexMark']);

function leadHeading(blocks: readonly Block[]): string {
  const found = blocks.find((block) => block.type === 'paragraph' && block.role === 'leadHeading');
  return found?.type === 'paragraph' ? plainText(found.children) : '';
}

function headingText(block: Heading): string {
  return block.number + plainText(block.children);
}

function matchedSpecs(headings: readonly Heading[], specs: readonly SectionSpec[]): ReadonlyMap<Heading, SectionSpec> {
  const matched = new Map<Heading, SectionSpec>();
  const free = new Set(specs.filter(hasHeadingOfItsOwn));
  const tests: readonly ((spec: SectionSpec, heading: Heading) => boolean)[] = [
    (spec, heading) => isOfficialHeading(spec, headingText(heading)),
    (spec, heading) => spec.id === heading.id,
    (spec, heading) => spec.number !== '' && headingText(heading).startsWith(spec.number),
    (spec, heading) => headingText(heading).endsWith(spec.heading),
  ];
  for (const test of tests) {
    for (const heading of headings) {
      if (matched.has(heading)) continue;
      const spec = [...free].find((candidate) => test(candidate, heading));
      if (spec === undefined) continue;
      matched.set(heading, spec);
      free.delete(spec);
    }
  }
  return matched;
}
