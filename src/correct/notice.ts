/**
 * The 更正说明 as a tree: which report, what stood there and what stands there now, why, and room for the seal. Every word is
 * the pack's or the report's.
 */
import { safeFileName } from '../compose/file-name.js';
import { cell, documentOf, paragraph, paragraphs, tableOf, titleBlock } from '../filing/document.js';
import { templateText, wordsContext, type WordsContext } from '../filing/words.js';
import type { CorrectionFact, CorrectionLine, CorrectionSpec } from '../pack/correction-spec.js';
import type { OpenReport } from '../pipeline.js';
import type { Block, Cell, Report, Row } from '../report/tree.js';
import { chineseNumeral } from '../template/chinese.js';
import { cellRows, factRows, textRows, attachmentRows, type NoticeRow } from './notice-rows.js';
import type { Corrections, TextCorrection } from './types.js';

/** What the notice says besides the changes. */
export interface NoticeFacts {
  readonly reason: string;
  /** Title of the report as it was filed. */
  readonly filedTitle: string;
  /** By what `show` names; one that is not given has no entry. */
  readonly facts: Readonly<Partial<Record<CorrectionFact, string>>>;
}

/** Shares of the width: place, was, is; where it is short figures, and where it is sentences. */
const figureWidths = [46, 27, 27];
const textWidths = [20, 40, 40];

export function correctionNotice(
  open: OpenReport,
  spec: CorrectionSpec,
  corrections: Corrections,
  given: NoticeFacts,
): Report {
  const context = wordsContext(open, {});
  const written = (template: string, fact: string): string => templateText(template, 'title', fact, context).text ?? '';
  const subject = open.report?.meta.subject ?? '';
  const title = spec.title.map((line) => written(line, subject)).filter((line) => line !== '');
  const closing = spec.closing
    .map((line) => [closingRole(line), lineOf(line, given.facts, context)] as const)
    .filter(([, text]) => text !== '')
    .map(([role, text]) => paragraph(role, text));
  const parts: readonly Part[] = [
    ...changedParts(spec, corrections, open.pack.terms.keys),
    { heading: spec.parts.reason, rows: [], blocks: paragraphs('body', given.reason) },
    { heading: spec.parts.closing, rows: [], blocks: closing },
  ].filter(({ rows, blocks }) => rows.length > 0 || blocks.length > 0);
  const children: readonly Block[] = [
    titleBlock(title),
    paragraph('body', written(spec.lead, given.filedTitle)),
    ...parts.flatMap((part, index) => partBlocks(part, index + 1, spec)),
    ...spec.signature.lines.map((line, index) =>
      paragraph(
        index === 0 ? 'signature' : 'date',
        lineOf(line, given.facts, context),
        index === 0 ? spec.signature.room : 0,
      ),
    ),
  ];
  return documentOf(open, title.join(''), safeFileName(spec.name), children);
}

/** A part under its heading: a table of changes, paragraphs, or both. */
interface Part {
  readonly heading: string;
  readonly rows: readonly NoticeRow[];
  readonly blocks: readonly Block[];
}

function changedParts(
  spec: CorrectionSpec,
  corrections: Corrections,
  keys: Readonly<Record<string, readonly string[]>>,
): readonly Part[] {
  const { parts } = spec;
  const { facts, cells, labels, texts, attachments, form } = corrections;
  const ofTable = (label: TextCorrection): TextCorrection => ({
    ...label,
    place: spec.words.labels.replaceAll('#', () => label.place),
  });
  const short = (row: NoticeRow): NoticeRow => ({ ...row, figures: true });
  return [
    { heading: parts.facts, rows: factRows(facts, spec, keys), blocks: [] },
    {
      heading: parts.cells,
      rows: [...cellRows(cells, spec), ...textRows(labels.map(ofTable), spec).map(short)],
      blocks: [],
    },
    { heading: parts.texts, rows: textRows(texts, spec), blocks: form ? paragraphs('body', spec.form) : [] },
    { heading: parts.attachments, rows: attachmentRows(attachments, spec), blocks: [] },
  ];
}

function partBlocks({ heading, rows, blocks }: Part, number: number, spec: CorrectionSpec): readonly Block[] {
  const numeral = spec.numbered.replaceAll('#', () => chineseNumeral(String(number)) ?? String(number));
  return [
    {
      type: 'heading',
      level: 1,
      number: numeral,
      children: [{ type: 'text', value: heading }],
      id: `s${number}`,
    },
    ...(rows.length === 0 ? [] : [{ ...changeTable(heading, rows, spec), id: `n${number}` }]),
    ...blocks,
  ];
}

function changeTable(name: string, rows: readonly NoticeRow[], spec: CorrectionSpec): ReturnType<typeof tableOf> {
  const [place, before, after] = spec.columns;
  return tableOf({
    name,
    look: spec.look,
    widths: rows.every(({ figures }) => figures) ? figureWidths : textWidths,
    stub: 1,
    head: [place, before, after],
    body: rows.map(rowOf),
  });
}

function rowOf({ place, before, after, figures }: NoticeRow): Row {
  const align: Cell['align'] = figures ? 'center' : 'left';
  return {
    kind: 'data',
    cells: [cell('rowHead', place, 'left'), cell('text', before, align), cell('text', after, align)],
  };
}

/** A hash is for registers and programs: it is set small. */
function closingRole({ show }: CorrectionLine): 'body' | 'tableNote' {
  return show === 'corrected_sm3' ? 'tableNote' : 'body';
}

function lineOf(line: CorrectionLine, facts: NoticeFacts['facts'], context: WordsContext): string {
  const fact = line.show === undefined ? '' : facts[line.show];
  return fact === undefined ? line.otherwise : (templateText(line.text, 'title', fact, context).text ?? line.otherwise);
}
