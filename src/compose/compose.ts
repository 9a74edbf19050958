/**
 * A report composed: what is said and in which order. Comes in: the data of a report, its figures, its pack. Goes out: the
 * document tree, free of how it looks, and every finding on the way. Never throws on what a user wrote.
 */
import type { Figures, ReportData } from '../data/types.js';
import type { Outcome } from '../diagnostic/diagnostic.js';
import type { TemplatePack } from '../pack/types.js';
import type { Block, Report, ReportMeta, Title } from '../report/tree.js';
import { cleaned } from './clean-report.js';
import { wordOf, type ComposeContext, type ComposeOptions } from './context.js';
import { safeFileName } from './file-name.js';
import { lineParagraph, ownLine, packLine } from './lines.js';
import { mappedPlain, type MappedText } from './mapped-text.js';
import { printedText, scopeOf } from './references.js';
import { isoDate } from '../data/date.js';
import { composeSection, type ComposedSection } from './sections.js';
import { subtitleOf, titleOf, titleText } from './title.js';

export type { ComposeOptions } from './context.js';

/**
 * Composes the document tree: title, sections in the order of the pack, 附件 line, signature and date, annex pages. There is
 * always a tree; with errors among the findings it is good for a draft only. Gives `compose/…`, and `template/…` for
 * references.
 */
export function compose(
  data: ReportData,
  figures: Figures,
  pack: TemplatePack,
  options: ComposeOptions,
): Outcome<Report> {
  const context: ComposeContext = {
    data,
    figures,
    pack,
    options,
    scope: scopeOf(data, figures, pack, options),
    diagnostics: [],
  };
  const agency = printedText(cleaned(mappedPlain(data.agency.name.value, data.agency.name.range), context)).trim();
  const title = titleOf(context);
  const subtitle = subtitleOf(context);
  let tables = 0;
  const sections = pack.sections.map((spec) => composeSection(spec, () => ++tables, context));
  const report: Report = {
    type: 'report',
    lang: pack.language,
    meta: metaOf(title, agency, context),
    children: [
      title,
      ...subtitle,
      ...sections.flatMap((section) => section.text),
      ...annexLines(sections, context),
      ...signature(context),
      ...sections.flatMap((section) => section.pages),
    ],
  };
  return { value: report, diagnostics: context.diagnostics };
}

function metaOf(title: Title, agency: string, context: ComposeContext): ReportMeta {
  const { data, pack, options } = context;
  const fileName = packLine(options.fileName ?? pack.titles.fileName, 'titles.file_name', context);
  return {
    title: titleText(title),
    agency,
    year: data.year.value,
    subject: printedText(packLine(pack.titles.subject, 'titles.subject', context)),
    date: isoDate(data.published?.value ?? { year: data.year.value, month: 12, day: 31 }),
    fileName: safeFileName(printedText(fileName)),
    continued: wordOf(pack, 'continued'),
    ...(options.draft ? { draftMark: wordOf(pack, 'draft') } : {}),
  };
}

/** The file's own 附件 line, with the word and colon of the pack where it lacks them; else those of the annex sections. */
function annexLines(sections: readonly ComposedSection[], context: ComposeContext): readonly Block[] {
  const own = context.data.own.annexLine;
  if (own === undefined) return sections.flatMap((section) => section.annexLine);
  const line = ownLine(own, context);
  const word = wordOf(context.pack, 'annex');
  return lineParagraph(
    'annexLine',
    line.text.startsWith(word) ? line : prefixed(line, wordOf(context.pack, 'annex_line')),
  );
}

function prefixed(line: MappedText, prefix: string): MappedText {
  const start = line.offsets[0];
  const offsets = start === undefined ? [] : [...Array.from(prefix, () => start), ...line.offsets];
  return { ...line, text: prefix + line.text, offsets };
}

/** Agency and date at the end, where the file asks for a signature. Source: GB/T 9704-2012, 7.3.5. */
function signature(context: ComposeContext): readonly Block[] {
  const end = context.data.signoff.get('end');
  if (end === undefined) return [];
  const date = context.data.published === undefined ? [] : lineParagraph('date', packLine('{{成文日期}}', '', context));
  return [...lineParagraph('signature', ownLine(end, context)), ...date];
}
