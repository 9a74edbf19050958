import { describe, expect, test } from 'vitest';
import type { Annotation, AnnotationPlace, ReviewMarks } from '../../../src/report/annotation.js';
import type { Block, Report, Text } from '../../../src/report/tree.js';
import { docxWriter } from '../../../src/write/docx/docx-writer.js';
import { body, cell, docxStyle, fullReport, reportOf, tableFour } from '../../support/docx-fixtures.js';
import { all, at, parseXml, partsOf, textIn, val } from '../../support/docx-xml.js';
import { readComments, type ReadComment } from '../../support/read-comments.js';
import { env } from './build.js';

function remark(place: AnnotationPlace, heading = '错误'): Annotation {
  return { place, author: '核对规则', initials: '核', heading, paragraphs: ['说明“甲”。'] };
}

async function write(report: Report, annotations: readonly Annotation[], marked: readonly Text[] = []) {
  const review: ReviewMarks = { notice: '审阅稿', annotations, marked: new Set(marked) };
  const { value, diagnostics } = await docxWriter.write(report, docxStyle, { ...env, review });
  if (value === undefined) throw new Error('no bytes');
  return { bytes: value, parts: partsOf(value), diagnostics };
}

async function comments(report: Report, annotations: readonly Annotation[]): Promise<readonly ReadComment[]> {
  return readComments((await write(report, annotations)).bytes);
}

function textNode(value: string, more: Partial<Text> = {}): Text {
  return { type: 'text', value, ...more };
}

function paragraph(...children: readonly Text[]): Block {
  return { type: 'paragraph', role: 'body', children };
}

function words(from: Text, start: number, to: Text, end: number): AnnotationPlace {
  return { kind: 'words', from: { text: from, offset: start }, to: { text: to, offset: end } };
}

describe('comments of a review copy', () => {
  test('stand on exactly the words they speak of, over runs and nodes, side by side and one in the other', async () => {
    const first = textNode('公开“甲”3件，');
    const second = textNode('乙件。', { strong: true });
    const report = reportOf([paragraph(first, second)]);
    const placed = [
      remark(words(first, 2, first, 5), 'a'),
      remark(words(first, 5, second, 1), 'b'),
      remark(words(first, 0, second, 3), 'c'),
      remark(words(first, 3, first, 4), 'd'),
    ];
    const found = await comments(report, placed);
    expect(Object.fromEntries(found.map(({ lines, on }) => [lines[0], on]))).toEqual({
      a: '“甲”',
      b: '3件，乙',
      c: '公开“甲”3件，乙件。',
      d: '甲',
    });
  });

  test('cut no run that needs no cut and leave the text as it was', async () => {
    const node = textNode('公开“甲”3件。');
    const report = reportOf([paragraph(node)]);
    const { parts } = await write(report, [remark(words(node, 3, node, 4))]);
    const runs = all(parseXml(parts['word/document.xml'] ?? ''), 'w:r').map(textIn);
    expect(runs.filter((run) => run !== '')).toEqual(['公开', '“', '甲', '”', '3件。']);
  });

  test('stand on empty cells, on headings with their number, and on what is not written at all', async () => {
    const blank = cell('');
    const table = {
      ...tableFour(),
      head: [],
      body: [{ kind: 'data' as const, cells: [cell('甲'), blank] }],
      widths: [1, 1],
    };
    const heading: Block = { type: 'heading', level: 1, number: '一、', id: 's1', children: [textNode('总体情况')] };
    const report = reportOf([heading, table, body('完')]);
    const found = await comments(report, [
      remark({ kind: 'cell', cell: blank }, 'cell'),
      remark({ kind: 'block', block: heading }, 'heading'),
      remark({ kind: 'block', block: { type: 'pageBreak' } }, 'nowhere'),
    ]);
    expect(found.map(({ lines, on, row }) => [lines[0], on, row])).toEqual([
      ['heading', '一、总体情况', undefined],
      ['cell', '', ['甲', '']],
      ['nowhere', '', undefined],
    ]);
  });

  test('say who, what and when, in the style Word knows; the day is the report’s own', async () => {
    const report = fullReport();
    const { bytes, parts } = await write(report, [remark({ kind: 'block', block: report.children[0] as Block })]);
    const [comment] = readComments(bytes);
    expect(comment).toMatchObject({ author: '核对规则', initials: '核', lines: ['错误', '说明“甲”。'] });
    expect(comment?.date).toBe('2024-01-20T00:00:00.000Z');
    const styles = all(parseXml(parts['word/styles.xml'] ?? ''), 'w:style').map((style) => val(style, 'w:name'));
    expect(styles).toEqual(expect.arrayContaining(['annotation text', 'annotation reference']));
    const used = all(parseXml(parts['word/comments.xml'] ?? ''), 'w:pStyle').map((e) => e.attributes['w:val']);
    expect(new Set(used)).toEqual(new Set(['CommentText']));
  });

  test('R-39: the part has its content type and its relationship', async () => {
    const { parts } = await write(fullReport(), [remark({ kind: 'block', block: { type: 'pageBreak' } })]);
    expect(parts['[Content_Types].xml']).toContain('PartName="/word/comments.xml"');
    expect(parts['word/_rels/document.xml.rels']).toMatch(/relationships\/comments" Target="comments\.xml"/u);
    expect(parts['word/_rels/comments.xml.rels']).toBeUndefined();
  });

  test('R-40: two copies are byte-equal, whatever was written between', async () => {
    const node = textNode('甲乙');
    const report = reportOf([paragraph(node)]);
    const one = await write(report, [remark(words(node, 0, node, 1))]);
    await write(fullReport(), [remark({ kind: 'block', block: { type: 'pageBreak' } })]);
    const two = await write(report, [remark(words(node, 0, node, 1))]);
    expect(two.bytes).toEqual(one.bytes);
  });

  test('hold no character that XML cannot hold', async () => {
    const report = reportOf([body('甲')]);
    const dirty = { ...remark({ kind: 'block', block: report.children[0] as Block }), paragraphs: ['a\u0007b<&'] };
    expect((await comments(report, [dirty])).map(({ lines }) => lines[1])).toEqual(['ab<&']);
  });

  test('places out of bounds still give one whole comment', async () => {
    const node = textNode('甲乙');
    const report = reportOf([paragraph(node)]);
    const found = await comments(report, [
      remark(words(node, 9, node, 9), 'past'),
      remark(words(node, 1, node, 1), 'empty'),
      remark(words(node, -3, node, 1), 'before'),
    ]);
    expect(Object.fromEntries(found.map(({ lines, on }) => [lines[0], on]))).toEqual({
      past: '乙',
      empty: '乙',
      before: '甲',
    });
  });
});

describe('figures bound to cells', () => {
  test('are shaded in a review copy, with the marks and weight they had', async () => {
    const bound = textNode('7', { address: 't2/licence/decisions', strong: true });
    const { parts } = await write(reportOf([paragraph(textNode('公开'), bound, textNode('件'))]), [], [bound]);
    const runs = all(parseXml(parts['word/document.xml'] ?? ''), 'w:r');
    expect(runs.filter((run) => at(run, 'w:rPr', 'w:shd') !== undefined).map(textIn)).toEqual(['7']);
    expect(val(runs[1], 'w:rPr', 'w:rStyle')).toBe('Strong');
  });
});

describe('the head of the page', () => {
  test('says on odd and even pages that the copy is for review, beside the mark of a draft', async () => {
    const { parts } = await write({ ...reportOf([body('甲')]), meta: { ...reportOf([]).meta, draftMark: '草稿' } }, []);
    for (const path of ['word/header1.xml', 'word/header2.xml']) {
      expect(textIn(parseXml(parts[path] ?? '')), path).toBe('审阅稿');
      expect(parts[path], path).toContain('string="草稿"');
    }
  });
});

describe('a clean copy', () => {
  test('has nothing of a review in it', async () => {
    const bound = textNode('7', { address: 't2/licence/decisions' });
    const { value } = await docxWriter.write(reportOf([paragraph(bound)]), docxStyle, env);
    const parts = partsOf(value ?? new Uint8Array());
    expect(Object.keys(parts).filter((path) => /comment|header/u.test(path))).toEqual([]);
    expect(Object.values(parts).join('')).not.toMatch(/comment|annotation|w:shd|审阅/iu);
  });
});
