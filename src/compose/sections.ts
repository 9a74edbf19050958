/**
 * The sections of the form in their order: heading, text, tables. Comes in: the section of the pack and of the data file. Goes
 * out: blocks of the text, and pages of the annex apart, since signature and date stand between them.
 */
import type { SectionInput } from '../data/types.js';
import type { SectionSpec, TableSpec } from '../pack/types.js';
import type { Block, Heading } from '../report/tree.js';
import { cleanText } from './clean-text.js';
import { wordOf, type ComposeContext } from './context.js';
import { lineInlines, lineParagraph, ownLine, packLine } from './lines.js';
import { edited, mappedPlain, mappedScalar, rangeIn, type MappedText } from './mapped-text.js';
import { narrativeBlocks } from './narrative.js';
import { repeatedHeadingFinding } from './narrative-findings.js';
import { numberingOf, typedNumber } from './numbering.js';
import { printedText } from './references.js';
import { tableBlocks } from './table-blocks.js';
import { textOf } from '../report/walk.js';
import { defaultWording, wordingFinding } from './wording.js';

export interface ComposedSection {
  /** Stands in the text of the report. */
  readonly text: readonly Block[];
  /** 附件：… after the text; empty for sections that are no annex. */
  readonly annexLine: readonly Block[];
  /** Pages after the signature. */
  readonly pages: readonly Block[];
}

/** Composes one section. `nextTable` counts the tables of all texts. */
export function composeSection(spec: SectionSpec, nextTable: () => number, context: ComposeContext): ComposedSection {
  const input = context.data.sections.get(spec.id);
  const heading = headingLine(spec, input, context);
  const narrative = textBlocks(spec, input, printedText(heading), nextTable, context);
  const tables = tablesOf(spec, context).flatMap((table) => tableBlocks(table, context));
  const empty = { text: [], annexLine: [], pages: [] };
  if (!spec.required && input === undefined && narrative.length === 0 && tables.length === 0) return empty;
  if (spec.kind === 'annex' && spec.number === '')
    return { ...empty, ...annexPages(heading, narrative, tables, context) };
  const head = spec.kind === 'lead' ? lineParagraph('leadHeading', heading) : sectionHeading(spec, heading, input);
  return { ...empty, text: underHeading(head, narrative, tables) };
}

/** A heading must not be left on the page before the table it announces. */
function underHeading(head: readonly Block[], narrative: readonly Block[], tables: readonly Block[]): readonly Block[] {
  const [first, ...rest] = tables;
  if (narrative.length === 0 && first?.type === 'pageBreak') return [first, ...head, ...rest];
  return [...head, ...narrative, ...tables];
}

function headingLine(spec: SectionSpec, input: SectionInput | undefined, context: ComposeContext): MappedText {
  if (input?.heading !== undefined) return ownLine(input.heading, context);
  return packLine(spec.heading, `sections/${spec.id}`, context);
}

/** A number typed in an own heading takes the place of the form's. */
function sectionHeading(spec: SectionSpec, line: MappedText, input: SectionInput | undefined): readonly Heading[] {
  const own = input?.heading === undefined ? undefined : typedNumber(line.text);
  const typed = own?.level === 1 ? own : undefined;
  const children = lineInlines(line, typed?.length ?? 0);
  if (children.length === 0) return [];
  return [
    {
      type: 'heading',
      level: 1,
      number: typed?.number ?? spec.number,
      id: spec.id.replace(/[^A-Za-z0-9-]+/gu, '-'),
      children,
      ...(input?.heading === undefined ? {} : { origin: input.heading.range }),
    },
  ];
}

function textBlocks(
  spec: SectionSpec,
  input: SectionInput | undefined,
  heading: string,
  nextTable: () => number,
  context: ComposeContext,
): readonly Block[] {
  const numbering = numberingOf(spec.id);
  if (input?.text !== undefined && input.text.text.trim() !== '') {
    const text = withoutHeading(mappedScalar(input.text), spec.number + heading, heading, context);
    return narrativeBlocks(text, { numbering, nextTable, kind: 'narrative', name: '' }, context);
  }
  const wording = defaultWording(spec, context);
  if (wording === undefined) return [];
  const name = `sections/${spec.id}`;
  const blocks = narrativeBlocks(
    mappedPlain(wording.template),
    { numbering, nextTable, kind: 'wording', name },
    context,
  );
  context.diagnostics.push(wordingFinding(spec, blocks.map(textOf).join('')));
  return blocks;
}

/** A clerk who pastes a whole section pastes its heading too: the first line is left out when it says just that. */
function withoutHeading(text: MappedText, full: string, heading: string, { diagnostics }: ComposeContext): MappedText {
  const match = /^\s*([^\n]+)/u.exec(text.text);
  const line = match?.[1] ?? '';
  const plain = squeezed(line);
  if (match === null || heading === '' || (plain !== squeezed(full) && plain !== squeezed(heading))) return text;
  const end = match[0].length;
  diagnostics.push(repeatedHeadingFinding(line.trim(), rangeIn(text, end - line.length, end)));
  return edited(text, [{ start: 0, end, text: '' }]);
}

function squeezed(text: string): string {
  return cleanText(mappedPlain(text))
    .mapped.text.replace(/^\s*#+/u, '')
    .replace(/[\s*]/gu, '');
}

/** A section prints its tables; one that may be left out prints those the data file has. */
function tablesOf(spec: SectionSpec, { pack, data }: ComposeContext): readonly TableSpec[] {
  return spec.tables
    .filter((id) => spec.required || data.tables.has(id))
    .flatMap((id) => pack.tables.filter((table) => table.id === id));
}

/**
 * An annex without a number: announced by its 附件 line after the text, with 附件 at the top of its first page where a line
 * announces it. Source: GB/T 9704-2012, 7.3.4 and 7.3.6.
 */
function annexPages(
  heading: MappedText,
  narrative: readonly Block[],
  tables: readonly Block[],
  context: ComposeContext,
): Pick<ComposedSection, 'annexLine' | 'pages'> {
  const word = wordOf(context.pack, 'annex');
  const own = context.data.own.annexLine;
  const announced = own !== undefined || (word !== '' && heading.text.startsWith(word));
  const mark = announced ? lineParagraph('annexMark', mappedPlain(word)) : lineParagraph('annexMark', heading);
  const [first, ...rest] = tables;
  const body = first?.type === 'pageBreak' ? rest : tables;
  return {
    annexLine: announced && own === undefined ? lineParagraph('annexLine', heading) : [],
    pages: [{ type: 'pageBreak' }, ...mark, ...narrative, ...body],
  };
}
