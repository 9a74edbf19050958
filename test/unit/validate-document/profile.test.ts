import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import type { Figures } from '../../../src/data/types.js';
import type { Profile } from '../../../src/profile/types.js';
import { checkProfile } from '../../../src/validate/profile.js';
import { documentCodes } from '../../../src/validate/document-codes.js';
import { Author, at, dataOf, packOf, reportOf, sectionInput, type DataFields } from './fixture.js';

const base: Profile = {
  id: 'wuwei-2025',
  name: '某市2025年要求',
  document: '某政办发〔2025〕54号',
  years: { from: 2024, until: 2025 },
  deadlines: [],
  fileBeforePublish: false,
  limits: [],
  mustState: [],
  severities: {},
  range: { file: 'profile.yaml', start: 0, end: 0 },
};
const number = (text: string) => ({ kind: 'number', text, number: new Decimal(text) }) as const;

function check(
  profile: Partial<Profile>,
  text = '正文。',
  fields: DataFields = {},
  values: Figures['values'] = new Map(),
) {
  const author = new Author();
  const report = reportOf(
    2024,
    author.heading(1, '一、', '总体情况', 's1'),
    author.paragraph(text),
    author.table('t3', '9'),
  );
  const data = dataOf(2024, author, { sections: [sectionInput('s1', { range: at(0).range })], ...fields });
  return checkProfile(report, data, { values }, packOf([]), { ...base, ...profile });
}

describe('profile checks', () => {
  it('warns of a profile for other years, at the line that names it, and checks nothing else', () => {
    const profile = { value: 'wuwei-2023', range: { file: 'report.yaml', start: 5, end: 9 } };
    const limits = [{ section: 's1', maxCharacters: 1, severity: 'error' }] as const;
    const found = check({ years: { from: 2022, until: 2023 }, limits }, '很长的正文。', { profile });
    expect(found).toMatchObject([
      { code: 'profile/out-of-years', severity: 'warning', clause: base.document, range: profile.range },
    ]);
    expect(found[0]?.message.zh).toContain('适用于2022年至2023年的报告，本报告是2024年的');
    expect(check({ years: { from: 2025 } })).toHaveLength(1);
    expect(check({ years: { from: 2024 } })).toEqual([]);
  });

  it('gives both figures of a text that is too long, spaces, heading and statutory tables not counted', () => {
    const limit = (maxCharacters: number) =>
      ({ limits: [{ section: 's1', maxCharacters, severity: 'warning' }] }) as const;
    expect(check(limit(6), '一 二三四五。')).toEqual([]);
    expect(check(limit(5), '一 二三四五。')).toMatchObject([
      {
        code: 'profile/too-long',
        severity: 'warning',
        message: { zh: '“一、总体情况”有6字，某政办发〔2025〕54号要求不超过5字，多1字。' },
        facts: { expected: '5', actual: '6', difference: '1' },
      },
    ]);
  });

  it('finds words and figures that are not stated and names the cells', () => {
    const mustState = [
      {
        section: 's1',
        cells: ['t3/r1/total'],
        words: ['规范性文件'],
        text: '写明规范性文件的制发数。',
        severity: 'warning',
      },
    ] as const;
    const values = new Map([['t3/r1/total', number('12')]]);
    expect(check({ mustState }, '制发规范性文件12件。', {}, values)).toEqual([]);
    expect(check({ mustState }, '制发规范性文件112件，12月公布。', {}, values)).toMatchObject([
      { code: 'profile/not-stated', severity: 'warning', cells: ['t3/r1/total'] },
    ]);
    const both = check({ mustState }, '公开信息3条。', {}, values);
    expect(both.map((d) => d.message.zh)).toEqual([
      '“一、总体情况”没有写到“规范性文件”、“一、本年新收”；某政办发〔2025〕54号要求：写明规范性文件的制发数。',
    ]);
  });

  it('takes a reference, 1,200 for 1200, and 未 for 0; says nothing of blanks', () => {
    const mustState = [{ section: 's1', cells: ['t3/r1/total'], words: [], text: '。', severity: 'error' }] as const;
    const stated = (text: string, value: Parameters<typeof number>[0] | undefined) =>
      check(
        { mustState },
        text,
        {},
        new Map([['t3/r1/total', value === undefined ? { kind: 'blank' } : number(value)]]),
      );
    expect(stated('公开1,200条。', '1200')).toEqual([]);
    expect(stated('未收到申请。', '0')).toEqual([]);
    expect(stated('收到若干申请。', '0')).toMatchObject([{ severity: 'error' }]);
    expect(stated('正文。', undefined)).toEqual([]);
    const author = new Author();
    const bound = { ...author.text('十二'), address: 't3/r1/total' };
    const report = reportOf(2024, author.heading(1, '一、', '总体情况', 's1'), {
      type: 'paragraph',
      role: 'body',
      children: [bound],
    });
    const figures = { values: new Map([['t3/r1/total', number('12')]]) };
    expect(checkProfile(report, dataOf(2024, author), figures, packOf([]), { ...base, mustState })).toEqual([]);
  });

  it('warns of a date after the local terms, by kind of agency, naming the notice', () => {
    const deadlines = [
      { kinds: ['部门'], levels: [], fileBy: { month: 1, day: 20 }, publishBy: { month: 1, day: 26 } },
      { kinds: ['乡镇街道'], levels: [], publishBy: { month: 2, day: 10 } },
    ];
    const late = (kind: string | undefined, published: [number, number, number], fileBeforePublish = false) =>
      check({ deadlines, fileBeforePublish }, '正文。', { published, ...(kind === undefined ? {} : { kind }) });
    expect(late('部门', [2025, 1, 20])).toEqual([]);
    expect(late('部门', [2025, 1, 22])).toMatchObject([
      {
        code: 'profile/late',
        severity: 'warning',
        message: { zh: '成文日期2025年1月22日晚于某政办发〔2025〕54号要求的报送期限2025年1月20日。' },
        clause: base.document,
      },
    ]);
    expect(late('部门', [2025, 1, 27], true)[0]).toMatchObject({
      facts: { actual: '2025-01-27', expected: '2025-01-20, 2025-01-26' },
      hint: { zh: '请核对成文日期；该通知要求先备案、后公布。' },
    });
    expect(late('乡镇街道', [2025, 2, 11])).toHaveLength(1);
    expect(late(undefined, [2025, 5, 1])).toEqual([]);
  });

  it('has an entry for each of its codes', () => {
    expect(documentCodes.map((entry) => entry.code).toSorted()).toEqual([
      'profile/late',
      'profile/not-stated',
      'profile/out-of-years',
      'profile/too-long',
      'profile/unknown-name',
    ]);
  });
});
