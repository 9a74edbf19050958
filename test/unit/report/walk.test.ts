import { describe, expect, it } from 'vitest';
import { blocksOfSection, textOf, textsOf, visitTexts } from '../../../src/report/walk.js';
import type { Block, Cell, Inline, Paragraph, Report } from '../../../src/report/tree.js';

const say = (value: string): readonly Inline[] => [{ type: 'text', value }];
const paragraph = (value: string): Paragraph => ({ type: 'paragraph', role: 'body', children: say(value) });
const cell = (value: string): Cell => ({
  kind: 'text',
  children: say(value),
  columnSpan: 1,
  rowSpan: 1,
  align: 'left',
});

const blocks: readonly Block[] = [
  { type: 'title', lines: [say('甲'), say('乙')] },
  { type: 'heading', level: 1, number: '一、', id: 's1', children: say('丙') },
  {
    type: 'paragraph',
    role: 'body',
    runIn: { level: 2, number: '（一）', id: 's1-1', children: say('丁。') },
    children: [{ type: 'link', href: 'https://example.cn', children: [{ type: 'text', value: '戊' }] }],
  },
  {
    type: 'list',
    items: [
      {
        marker: '1.',
        children: [paragraph('己'), { type: 'list', items: [{ marker: '·', children: [paragraph('庚')] }] }],
      },
    ],
  },
  { type: 'heading', level: 1, number: '二、', id: 's2', children: say('辛') },
  {
    type: 'table',
    id: 'n1',
    name: '',
    summary: '',
    look: 'plain',
    widths: [1, 1],
    stub: 0,
    head: [{ kind: 'head', cells: [cell('壬'), cell('癸')] }],
    body: [{ kind: 'data', cells: [cell('子'), cell('丑')] }],
    page: 'portrait',
  },
  { type: 'pageBreak' },
  {
    type: 'figure',
    image: new Uint8Array(),
    mediaType: 'image/png',
    pixels: { width: 1, height: 1 },
    alt: '寅',
    caption: say('卯'),
  },
];
const report: Report = {
  type: 'report',
  lang: 'zh-CN',
  meta: { title: '', agency: '', year: 2023, subject: '', date: '2023-12-31', fileName: '', continued: '' },
  children: blocks,
};

describe('walk', () => {
  it('visits every text in reading order, with its section', () => {
    const seen: string[] = [];
    visitTexts(report, (text, owner) => seen.push(`${owner.section ?? '-'}:${text.value}`));
    expect(seen.join(' ')).toBe('-:甲 -:乙 s1:丙 s1:丁。 s1:戊 s1:己 s1:庚 s2:辛 s2:壬 s2:癸 s2:子 s2:丑 s2:卯');
  });

  it('says which cell and which list paragraph a text belongs to', () => {
    const owners = new Map<string, readonly [boolean, boolean]>();
    visitTexts(report, (text, owner) =>
      owners.set(text.value, [owner.cell !== undefined, owner.paragraph !== undefined]),
    );
    expect(owners.get('丑')).toEqual([true, false]);
    expect(owners.get('庚')).toEqual([false, true]);
  });

  it('gives the text of each kind of block with its numbers', () => {
    expect(blocks.map(textOf)).toEqual([
      '甲\n乙',
      '一、丙',
      '（一）丁。戊',
      '1.己\n·庚',
      '二、辛',
      '壬\t癸\n子\t丑',
      '',
      '卯',
    ]);
  });

  it('gives the blocks of a section', () => {
    expect(blocksOfSection(report, 's1').length).toBe(2);
    expect(blocksOfSection(report, 's2').length).toBe(3);
    expect(blocksOfSection(report, 's3')).toEqual([]);
  });

  it('finds texts inside links', () => {
    expect(
      textsOf([{ type: 'lineBreak' }, { type: 'link', href: 'https://a', children: [{ type: 'text', value: 'x' }] }]),
    ).toEqual([{ type: 'text', value: 'x' }]);
  });
});
