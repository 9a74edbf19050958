import { describe, expect, it } from 'vitest';
import type { MapNode, ScalarNode } from '../../../src/load/node.js';
import type { Block } from '../../../src/report/tree.js';
import { checkDocument, documentCheckNames } from '../../../src/validate/document.js';
import { clauseText } from '../../../src/validate/rule-diagnostic.js';
import {
  Author,
  checkRule,
  covered,
  fileName,
  dataOf,
  packOf,
  reportOf,
  sectionInput,
  sectionSpec,
  sixSections,
} from './fixture.js';

const headingRule = checkRule('D-S1', 'section-headings', 'error');
const emptyRule = checkRule('D-S2', 'empty-sections', 'warning');
const mentionRule = checkRule('T6-1', 'must-mention', 'warning');

/** A whole report of the form of 2021; `change` may replace, add or drop the blocks of a section. */
function wholeReport(author: Author, change: Readonly<Record<string, (blocks: Block[]) => Block[]>> = {}): Block[] {
  return sixSections.flatMap((spec) => {
    const blocks: Block[] =
      spec.heading === ''
        ? [author.paragraph('根据条例编制本报告。')]
        : [
            author.heading(1, spec.number, spec.heading, spec.id),
            spec.kind === 'table'
              ? author.table(spec.tables[0] ?? '', '0')
              : author.paragraph('本年度未收取政府信息公开信息处理费。'),
          ];
    return change[spec.id]?.(blocks) ?? blocks;
  });
}

describe('headings of the sections', () => {
  const check = (author: Author, blocks: readonly Block[], severity: 'error' | 'warning' = 'error') =>
    checkDocument(reportOf(2023, ...blocks), dataOf(2023, author), packOf([{ ...headingRule, severity }]));

  it('accepts the whole form and the variants of the pack', () => {
    const author = new Author();
    expect(check(author, wholeReport(author))).toEqual([]);
    const variant = wholeReport(author, {
      s5: ([, text]) => [
        author.heading(1, '五、', '政府信息公开工作存在的主要问题及改进情况', 's5'),
        ...(text === undefined ? [] : [text]),
      ],
    });
    expect(check(author, variant)).toEqual([]);
  });

  it('accepts a lead-in with a heading of its own', () => {
    const author = new Author();
    expect(check(author, [author.paragraph('引 言', 'leadHeading'), ...wholeReport(author)])).toEqual([]);
  });

  it('finds 六、其他需要报告事项 (seed 001) and gives the wording of the form', () => {
    const author = new Author();
    const blocks = wholeReport(author, {
      s6: ([, text]) => [author.heading(1, '六、', '其他需要报告事项', 's6'), ...(text === undefined ? [] : [text])],
    });
    const found = check(author, blocks);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      code: 'D-S1',
      severity: 'error',
      message: { zh: '标题“六、其他需要报告事项”与格式不一致，格式规定为“六、其他需要报告的事项”。' },
      facts: { expected: '六、其他需要报告的事项', actual: '六、其他需要报告事项' },
    });
    expect(covered(author.source, found[0]?.range)).toBe('其他需要报告事项');
    expect(check(author, blocks, 'warning').map((d) => d.severity)).toEqual(['warning']);
  });

  it('finds right words under a wrong number', () => {
    const author = new Author();
    const blocks = wholeReport(author, {
      s6: ([, text]) => [author.heading(1, '七、', '其他需要报告的事项', 'x'), ...(text === undefined ? [] : [text])],
    });
    expect(check(author, blocks).map((d) => d.facts)).toEqual([
      { expected: '六、其他需要报告的事项', actual: '七、其他需要报告的事项' },
    ]);
  });

  it('finds a section that is missing, one that is foreign and one out of place', () => {
    const author = new Author();
    const missing = wholeReport(author, { s5: () => [] });
    expect(check(author, missing).map((d) => d.message.zh)).toEqual([
      '报告缺少“五、存在的主要问题及改进情况”这一部分。',
    ]);
    const foreign = [...wholeReport(author), author.heading(1, '七、', '附录', 's7'), author.paragraph('无。')];
    expect(check(author, foreign).map((d) => d.message.zh)).toEqual(['“七、附录”不是格式规定的部分。']);
    const moved: Block[] = [];
    const swapped = wholeReport(author, {
      s2: (blocks) => {
        moved.push(...blocks);
        return [];
      },
      s3: (blocks) => [...blocks, ...moved],
    });
    expect(check(author, swapped).map((d) => d.message.zh)).toEqual([
      '“二、主动公开政府信息情况”排在“三、收到和处理政府信息公开申请情况”之后，格式规定它在前面。',
    ]);
  });

  it('R-09: a section of which the data file has nothing is missing, and reported once', () => {
    const author = new Author();
    const report = reportOf(2023, ...wholeReport(author, { s6: (all) => all.slice(0, 1) }));
    const all = packOf([headingRule, emptyRule, mentionRule]);
    const codes = (data: ReturnType<typeof dataOf>) => checkDocument(report, data, all).map((d) => d.code);
    expect(codes(dataOf(2023, author))).toEqual(['D-S1']);
    expect(codes(dataOf(2023, author, { sections: [sectionInput('s6')] }))).toEqual(['D-S2']);
  });

  it('points at the place where a missing section would be written', () => {
    const author = new Author();
    const range = { file: fileName, start: 10, end: 20 };
    const key: ScalarNode = { type: 'scalar', text: '章节', style: 'plain', empty: false, range };
    const value: MapNode = { type: 'map', entries: [], range, insertion: { offset: 20, indent: 2 } };
    const data = { ...dataOf(2023, author), root: { ...value, entries: [{ key, value }] } };
    const pack = { ...packOf([headingRule]), terms: { keys: { sections: ['章节'] }, words: {} } };
    const report = reportOf(2023, ...wholeReport(author, { s5: () => [] }));
    expect(checkDocument(report, data, pack).map((d) => d.range)).toEqual([{ file: fileName, start: 20, end: 20 }]);
    expect(checkDocument(report, data, packOf([headingRule])).map((d) => d.range)).toEqual([undefined]);
  });

  it('asks no heading of an optional section, nor of an annex announced by its 附件 line', () => {
    const author = new Author();
    const sections = [
      ...sixSections,
      sectionSpec('extra', '七、', '说明', { required: false }),
      sectionSpec('annex', '', '附件：{{年}}年度统计表', { kind: 'annex', tables: ['t2'] }),
    ];
    const report = reportOf(2023, ...wholeReport(author));
    expect(checkDocument(report, dataOf(2023, author), packOf([headingRule], sections))).toEqual([]);
  });
});

describe('empty sections', () => {
  const check = (author: Author, blocks: readonly Block[], data = dataOf(2023, author)) =>
    checkDocument(reportOf(2023, ...blocks), data, packOf([emptyRule]));

  it('counts a sentence, a list, a table in place or in the annex as content', () => {
    const author = new Author();
    expect(check(author, wholeReport(author))).toEqual([]);
    const annexed = [
      ...wholeReport(author, {
        s2: (blocks) => blocks.slice(0, 1),
        s5: (blocks) => [...blocks.slice(0, 1), author.list(['1.', '公开质量有待提高。'])],
      }),
      author.table('t2', '0'),
    ];
    expect(check(author, annexed)).toEqual([]);
  });

  it('finds a heading with nothing under it (seed 004, section six) and points at the section', () => {
    const author = new Author();
    const blocks = wholeReport(author, { s6: (all) => [...all.slice(0, 1), author.paragraph('  ')] });
    const text = author.located('章节六');
    const data = dataOf(2023, author, { sections: [sectionInput('s6', { range: text.range })] });
    expect(check(author, blocks, data)).toMatchObject([
      {
        code: 'D-S2',
        severity: 'warning',
        message: { zh: '“六、其他需要报告的事项”只有标题，没有内容。' },
        range: text.range,
      },
    ]);
  });
});

describe('words that must be mentioned', () => {
  it('finds a last section without 信息处理费, and one that has it with a space', () => {
    const author = new Author();
    const say = (text: string) =>
      checkDocument(
        reportOf(2023, ...wholeReport(author, { s6: (all) => [...all.slice(0, 1), author.paragraph(text)] })),
        dataOf(2023, author),
        packOf([mentionRule, emptyRule]),
      );
    expect(say('本年度没有其他需要报告的事项。')).toMatchObject([
      { code: 'T6-1', severity: 'warning', message: { zh: '“六、其他需要报告的事项”没有提到“信息处理费”。' } },
    ]);
    expect(say('本年度未收取政府信息公开信息 处理费。')).toEqual([]);
  });

  it('R-09: an empty section is reported once', () => {
    const author = new Author();
    const report = reportOf(2023, ...wholeReport(author, { s6: (all) => all.slice(0, 1) }));
    const codes = (rules: Parameters<typeof packOf>[0]) =>
      checkDocument(report, dataOf(2023, author), packOf(rules)).map((d) => d.code);
    expect(codes([mentionRule, emptyRule])).toEqual(['D-S2']);
    expect(codes([mentionRule])).toEqual(['T6-1']);
  });
});

describe('clauses', () => {
  it('sets a space between a number and a place that begins with a figure only', () => {
    const pack = packOf([]);
    const clause = (number: string, text: string) =>
      clauseText(
        { ...pack, basis: [{ id: 'b', name: '某', number, confirmed: true }] },
        { ...emptyRule, clause: { basis: 'b', text } },
      );
    expect(clause('GB/T 9704-2012', '7.3.3')).toBe('GB/T 9704-2012 7.3.3');
    expect(clause('国务院令第711号', '第四十九条')).toBe('国务院令第711号第四十九条');
    expect(clauseText(pack, { ...emptyRule, clause: { basis: 'unknown' } })).toBeUndefined();
    const unnumbered = { ...pack, basis: [{ id: 'b', name: '某办法', confirmed: true }] };
    expect(clauseText(unnumbered, { ...emptyRule, clause: { basis: 'b' } })).toBe('《某办法》');
  });
});

describe('rules that are looked at', () => {
  it('passes over rules for other agencies, formulas and checks of other modules', () => {
    const author = new Author();
    const report = reportOf(2023, ...wholeReport(author, { s6: (all) => all.slice(0, 1) }));
    const { check: _, ...formula } = emptyRule;
    const pack = packOf([
      { ...emptyRule, onlyFor: { kinds: ['政府'] } },
      formula,
      checkRule('T-B1', 'blanks', 'warning'),
    ]);
    expect(checkDocument(report, dataOf(2023, author, { kind: '部门' }), pack)).toEqual([]);
    expect(checkDocument(report, dataOf(2023, author, { kind: '政府' }), pack)).toHaveLength(1);
    expect(documentCheckNames).toContain('numbering');
  });
});
