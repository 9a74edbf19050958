/** Small parts that the documents of a filing are built of, as trees for the writers. */
import type { OpenReport } from '../pipeline.js';
import type { PageStyle } from '../report/style.js';
import type { Block, Cell, Inline, Paragraph, ParagraphRole, Report, Row, Table, Title } from '../report/tree.js';

/** A document with its own title beside the report; it has the report's date, so that it has no clock either. */
export function documentOf(open: OpenReport, title: string, fileName: string, children: readonly Block[]): Report {
  const { data, pack, report } = open;
  return {
    type: 'report',
    lang: pack.language,
    meta: {
      title,
      agency: report?.meta.agency ?? data.agency.name.value,
      year: data.year.value,
      subject: title,
      date: report?.meta.date ?? `${data.year.value}-12-31`,
      fileName,
      continued: report?.meta.continued ?? '',
    },
    children,
  };
}

/**
 * The pack's style for such a document: lines above a table are body lines flush with the margin (addressee, 发文字号), and a
 * list of what is sent hangs together with the signature and the contact below it, which must not stand alone on a page.
 */
export function documentStyle(style: PageStyle): PageStyle {
  const { body } = style.text;
  const flush = { ...body, firstLineIndent: 0 };
  return {
    ...style,
    text: {
      ...style.text,
      tableLine: { ...flush, align: 'left' },
      tableUnit: { ...flush, align: 'right' },
      date: { ...style.text.date, keepWithNext: true },
      quote: { ...flush, align: 'left', leftIndent: body.firstLineIndent, keepWithNext: true },
    },
  };
}

export function titleBlock(lines: readonly string[]): Title {
  return { type: 'title', lines: lines.filter((line) => line !== '').map((line) => inlines(line)) };
}

/** A paragraph under empty lines; `undefined` for no text leaves nothing. */
export function paragraph(role: ParagraphRole, text: string, room = 0): Paragraph {
  return { type: 'paragraph', role, children: [...emptyLines(room), ...inlines(text)] };
}

/** One paragraph a line. */
export function paragraphs(role: ParagraphRole, text: string): readonly Paragraph[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph(role, line));
}

/** A table with an optional head row; the first `stub` cells of each row head it. */
export function tableOf(options: {
  readonly name: string;
  readonly look: string;
  readonly widths: readonly number[];
  readonly stub: number;
  readonly head: readonly string[];
  readonly body: readonly Row[];
}): Table {
  const { name, look, widths, stub, head, body } = options;
  return {
    type: 'table',
    id: 'n1',
    name,
    summary: name,
    look,
    widths,
    stub,
    head: head.length === 0 ? [] : [{ kind: 'head', cells: head.map((text) => cell('columnHead', text, 'center')) }],
    body,
    page: 'portrait',
  };
}

/** A cell; the text may have several lines, `room` empty ones above them. */
export function cell(kind: Cell['kind'], text: string, align: Cell['align'], room = 0): Cell {
  return { kind, children: [...emptyLines(room), ...inlines(text)], columnSpan: 1, rowSpan: 1, align };
}

function inlines(text: string): readonly Inline[] {
  return text
    .split('\n')
    .flatMap((line, index): readonly Inline[] => [
      ...(index === 0 ? [] : [{ type: 'lineBreak' } as const]),
      ...(line === '' ? [] : [{ type: 'text', value: line } as const]),
    ]);
}

function emptyLines(count: number): readonly Inline[] {
  return Array.from({ length: count }, () => ({ type: 'lineBreak' }) as const);
}
