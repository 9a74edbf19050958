/** Review copies of the examples, as they are and with faults put in: every diagnostic on the cell or words it speaks of. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskSources, openReport, type OpenReport } from '../../src/index.js';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.js';
import { plainText } from '../../src/report/tree.js';
import { reviewCopy } from '../../src/review/review.js';
import { docxWriter } from '../../src/write/docx/docx-writer.js';
import { visitTexts } from '../../src/report/walk.js';
import { type Element, all, at, parseXml, partsOf, textIn } from '../support/docx-xml.js';
import { readComments, type ReadComment } from '../support/read-comments.js';
import { exampleNames, withoutSpace } from '../support/examples.js';
import { env } from '../unit/docx/build.js';

interface Reviewed {
  readonly open: OpenReport;
  readonly diagnostics: readonly Diagnostic[];
  readonly guide: ReadComment;
  /** In the order of the document. */
  readonly comments: readonly ReadComment[];
  readonly bytes: Uint8Array;
}

async function review(name: string, edit: (text: string) => string = (text) => text): Promise<Reviewed> {
  const path = join('examples', name, 'report.yaml');
  const source = readFileSync(path, 'utf8');
  const text = edit(source);
  const { value, diagnostics } = openReport(new TextEncoder().encode(text), path, diskSources(path));
  if (value?.report === undefined) throw new Error(`${name} has no report`);
  const copy = reviewCopy({ ...value, report: value.report, diagnostics }, 'zh');
  const written = await docxWriter.write(copy.report, value.pack.style, { ...env, review: copy.review });
  const bytes = written.value ?? new Uint8Array();
  const [guide, ...comments] = readComments(bytes);
  if (guide === undefined) throw new Error('no comments');
  return { open: value, diagnostics, guide, comments, bytes };
}

/** The one comment that holds a diagnostic's message. */
function commentOf(diagnostic: Diagnostic, comments: readonly ReadComment[]): ReadComment {
  const found = comments.filter(
    ({ lines }) => lines[0]?.endsWith(`　${diagnostic.code}`) === true && lines[1] === diagnostic.message.zh,
  );
  if (found.length !== 1) throw new Error(`${found.length} comments for ${diagnostic.code} ${diagnostic.message.zh}`);
  return found[0] as ReadComment;
}

/** Text of the row that prints a cell, from the tree. */
function rowOf(address: string, { report }: OpenReport): readonly string[] | undefined {
  for (const block of report?.children ?? []) {
    if (block.type !== 'table') continue;
    for (const { cells } of [...block.head, ...block.body]) {
      if (cells.some((cell) => cell.address === address)) return cells.map(({ children }) => plainText(children));
    }
  }
  return undefined;
}

describe.each(exampleNames)('the review copy of %s', (name) => {
  it('R-65: holds every diagnostic once, on its cell or words', async () => {
    const { open, diagnostics, comments } = await review(name);
    expect(comments).toHaveLength(diagnostics.length);
    const wrong = diagnostics.map((diagnostic) => misplaced(diagnostic, commentOf(diagnostic, comments), open));
    expect(wrong.filter((sentence) => sentence !== undefined)).toEqual([]);
  });

  it('says at the title what it is and shades as many figures as it says', async () => {
    const { open, guide, bytes } = await review(name);
    const bound = boundTexts(open);
    const shaded = all(documentOf(bytes), 'w:r').filter((run) => at(run, 'w:rPr', 'w:shd') !== undefined);
    expect(guide.author).toBe('审阅说明');
    expect(withoutSpace(guide.on)).toBe(withoutSpace(open.report?.meta.title ?? ''));
    expect(guide.lines.join('')).toContain('不对外公开');
    expect(shaded.map(textIn).join('')).toBe(bound.join(''));
    expect(guide.lines.some((line) => line.includes(`共${bound.length}处`))).toBe(bound.length > 0);
  });
});

describe('a report with errors', () => {
  /** Faults of every kind: each is put into an example, and its comment must say it at this place. */
  const faults: readonly (readonly [code: string, name: string, from: string, to: string, on: string])[] = [
    ['T3-R', 'huludao-2023', '（一）予以公开: [0, 0, 0, 0, 0, 0, 0]', '（一）予以公开: [0, 0, 0, 0, 0, 0, 5]', '5'],
    ['data/number-text', 'huludao-2023', '行政许可: 0', '行政许可: 几件', ''],
    ['template/unknown-cell', 'huludao-2023', '{{值 "t3/r1/total"}}', '{{值 "t3/r9/total"}}', '{{值 "t3/r9/total"}}'],
    ['compose/unsupported-markup', 'huludao-2023', '“三审三校”等制度', '`三审三校`等制度', '`三审三校`'],
    ['D-S3', 'city-2024', '（二）除上述事项外，没有其他', '（三）除上述事项外，没有其他', '（三）除上述事项外，没有其他需要报告的事项。'],
    ['data/unknown-row', 'huludao-2023', '行政处罚: 0', '行政处分: 0', ''],
  ];

  it.each(faults)('R-65: %s in %s is said where it stands', async (code, name, from, to, on) => {
    const { diagnostics, comments, open } = await review(name, (text) => {
      if (!text.includes(from)) throw new Error(`${name} has no ${from}`);
      return text.replace(from, to);
    });
    expect(comments).toHaveLength(diagnostics.length);
    for (const diagnostic of diagnostics) commentOf(diagnostic, comments);
    const found = diagnostics.filter((diagnostic) => diagnostic.code === code);
    expect(found, JSON.stringify(diagnostics.map((diagnostic) => diagnostic.code))).toHaveLength(1);
    expect(found.map((diagnostic) => commentOf(diagnostic, comments).on)).toEqual([on]);
    expect(open.report).toBeDefined();
  });
});

function documentOf(bytes: Uint8Array): Element {
  return parseXml(partsOf(bytes)['word/document.xml'] ?? '');
}

/** What the text prints from cells, in reading order. */
function boundTexts({ report }: OpenReport): readonly string[] {
  const bound: string[] = [];
  if (report === undefined) return bound;
  visitTexts(report, (text, { cell }) => {
    if (text.address !== undefined && cell === undefined) bound.push(text.value);
  });
  return bound;
}

/** What is wrong with the place of a comment, as a sentence; undefined when it stands where the diagnostic points. */
function misplaced(diagnostic: Diagnostic, comment: ReadComment, open: OpenReport): string | undefined {
  const { code, range, cells } = diagnostic;
  const written = (texts: readonly string[] = []): string => withoutSpace(texts.join(''));
  // A finding on the text stands on its words, whatever cell they contradict.
  const row = code.startsWith('D-') ? undefined : rowOf(cells?.[0] ?? '', open);
  const on = withoutSpace(comment.on);
  const wrong = (wanted: string): string => `${code} stands on ${on}, ${written(comment.row)} instead of ${wanted}`;
  if (row !== undefined) return written(comment.row) === written(row) ? undefined : wrong(written(row));
  const title = withoutSpace(open.report?.meta.title ?? '');
  if (range === undefined) return on === title ? undefined : wrong(title);
  const source = withoutSpace(open.data.source.text.slice(range.start, range.end));
  return on !== '' && (source.includes(on) || on.includes(source)) ? undefined : wrong(source);
}
