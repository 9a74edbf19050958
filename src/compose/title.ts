/** The title, broken by sense, and the line under it. Source: GB/T 9704-2012, 7.3.1. */
import { plainText, type Block, type Title } from '../report/tree.js';
import type { ComposeContext } from './context.js';
import { lineInlines, lineParagraph, ownLine, packLine } from './lines.js';
import type { MappedText } from './mapped-text.js';
import { printedText } from './references.js';
import { cleanLocated } from './clean-report.js';

/** Characters of the title size (22 pt) on a line of the text block (156 mm). */
const charactersOfLine = 20;

/** The title: the file's own, else the pack's, one template a printed line. */
export function titleOf(context: ComposeContext): Title {
  const own = context.data.own.title;
  if (own === undefined) {
    const lines = context.pack.titles.report.map((line) => lineInlines(packLine(line, 'titles.report', context)));
    return { type: 'title', lines: lines.filter((line) => line.length > 0) };
  }
  const line = ownLine(own, context);
  const cuts = titleCuts(line, context);
  const lines = cuts.map((start, index) => lineInlines(line, start, cuts[index + 1] ?? line.text.length));
  return { type: 'title', lines: lines.filter((inlines) => inlines.length > 0), origin: own.range };
}

/** The title in one line. */
export function titleText(title: Title): string {
  return title.lines.map((line) => plainText(line)).join('');
}

/** The line under the title: the file's own, else the pack's when there is a date to print. */
export function subtitleOf(context: ComposeContext): readonly Block[] {
  const { data, pack } = context;
  if (data.own.subtitle !== undefined) return lineParagraph('subtitle', ownLine(data.own.subtitle, context));
  const template = pack.titles.subtitle ?? '';
  if (template === '' || data.published === undefined) return [];
  return lineParagraph('subtitle', packLine(template, 'titles.subtitle', context));
}

/** Starts of the printed lines: as typed, else after the agency, before the year, or before the words of the subject. */
function titleCuts(line: MappedText, context: ComposeContext): readonly number[] {
  const { text } = line;
  if (text.includes('\n')) return [0, ...[...text.matchAll(/\n/gu)].map((match) => match.index + 1)];
  const oneLine = context.pack.titles.report.length < 2 && printedText(line).length <= charactersOfLine;
  const cut = oneLine ? undefined : senseCut(line, context);
  return cut === undefined ? [0] : [0, cut];
}

function senseCut(line: MappedText, { data, pack }: ComposeContext): number | undefined {
  const { text } = line;
  const agency = cleanLocated(data.agency.name).text;
  const afterAgency = text.indexOf(agency) + agency.length;
  const year = /\d{4}年/u.exec(text)?.index ?? 0;
  const subject = text.indexOf(pack.titles.subject);
  const candidates = [text.includes(agency) ? afterAgency : 0, year, subject];
  return candidates.find((at) => at > 0 && at < text.length);
}
