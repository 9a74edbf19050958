import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/report/tree.js';
import { checkDocument } from '../../../src/validate/document.js';
import { numberMark } from '../../../src/validate/document/number-marks.js';
import { Author, checkRule, covered, dataOf, packOf, reportOf } from './fixture.js';

const pack = packOf([checkRule('D-S3', 'numbering', 'warning')]);

/** Findings on a section 一、总体情况 with these lines, each a paragraph or a block made by the author. */
function check(...lines: readonly (string | ((author: Author) => Block))[]) {
  const author = new Author();
  const blocks = lines.map((line) => (typeof line === 'string' ? author.paragraph(line) : line(author)));
  const report = reportOf(2023, author.heading(1, '一、', '总体情况', 's1'), ...blocks);
  return { author, found: checkDocument(report, dataOf(2023, author), pack) };
}

describe('level numbers', () => {
  it('finds sub-headings 一、 to 五、 inside section 一 (seed 000), as headings or as paragraphs', () => {
    const asParagraphs = check(
      '2016年，根据条例开展工作。',
      '一、进一步建立健全政府信息公开机制',
      '进一步强化责任。',
      '二、高效公开政府信息',
      '三、全面加强政策解读',
      '四、全面落实依申请公开',
      '五、全面规范年报编制',
    );
    expect(asParagraphs.found).toMatchObject([
      {
        code: 'D-S3',
        severity: 'warning',
        message: { zh: '“一、总体情况”之内又用了“一、”至“五、”，同一层次的序数不能套用自身。' },
      },
    ]);
    expect(covered(asParagraphs.author.source, asParagraphs.found[0]?.range)).toBe(
      '一、进一步建立健全政府信息公开机制',
    );
    const asHeadings = check(
      (author) => author.heading(2, '一、', '建立健全机制'),
      (author) => author.heading(2, '二、', '公开信息'),
    );
    expect(asHeadings.found).toHaveLength(1);
  });

  it('finds a number left out, a number used twice and a run that does not begin at one', () => {
    expect(check('（一）主动公开。', '（三）平台建设。').found).toMatchObject([
      {
        message: { zh: '序数“（一）”之后是“（三）”，应为“（二）”。' },
        facts: { expected: '（二）', actual: '（三）' },
      },
    ]);
    expect(check('（一）甲。', '（二）乙。', '（二）丙。').found).toHaveLength(1);
    expect(check('(二)主动公开。').found.map((d) => d.message.zh)).toEqual(['序数从“(二)”开始，前面没有“（一）”。']);
    expect(check('（一）甲。', '1.子。', '3.丑。').found).toHaveLength(1);
    expect(check((author) => author.list(['1.', '甲'], ['3.', '乙'])).found).toHaveLength(1);
  });

  it('finds the second level begun again in the same section', () => {
    expect(check('（一）甲。', '（二）乙。', '（一）丙。').found).toHaveLength(1);
    expect(check('（一）甲。', '（一）乙。').found).toHaveLength(1);
  });

  it('notes 1、 once as an info', () => {
    expect(check('1、互联网：设有网站。', '2、公共查阅点：提供指南。').found).toMatchObject([
      { severity: 'info', message: { zh: '第三层次的序数写成了“1、”，共2处，公文用“1.”。' }, facts: { count: '2' } },
    ]);
  });

  it.each([
    [
      [
        '（一）主动公开情况',
        '正文。',
        '（二）依申请公开情况',
        '1.收到申请。',
        '（1）网络申请。',
        '（2）信函申请。',
        '2.办理情况。',
        '（三）平台建设',
      ],
    ],
    [['1.严格按照条例做好工作。', '2.全面推进平台建设。', '另有两点：', '1.加强培训。', '2.加强检查。']],
    [['（一）主动公开方面。全年公开信息340条。', '（二）依申请公开方面。未收到申请。', '(三) 平台建设。']],
    [['（一）主动公开。公开340条。（二）依申请公开。未收到申请。', '（三）监督保障。']],
    [['一是严格落实制度。二是强化审核。三是加强培训。']],
    [
      [
        '一、二级单位均已建立制度。',
        '（2023年1月20日）',
        '12.5万人次访问。',
        '1.5万条信息已归档。',
        '100、200号文件。',
      ],
    ],
    [['5·15政务公开日活动参加1次。', '12345热线接通15183次。', '（注：不含窗口咨询）', '2023年，全年公开信息131条。']],
    [['1.2023年制发文件12件。', '2.2023年废止文件1件。', '3.现行有效11件。']],
    [
      [
        '（一）甲。',
        '（二）乙。',
        '（三）丙。',
        '（四）丁。',
        '（五）戊。',
        '（六）己。',
        '（七）庚。',
        '（八）辛。',
        '（九）壬。',
        '（十）癸。',
        '（十一）子。',
      ],
    ],
    [['（一）公开形式：', '1．网站。', '2．公报。', '（二）公开内容：', '1．机构。']],
  ])('is quiet on correct text (%#)', (lines) => {
    expect(check(...lines).found).toEqual([]);
  });

  it('begins anew in each section and reads list markers and run-in headings', () => {
    const author = new Author();
    const report = reportOf(
      2023,
      author.heading(1, '一、', '总体情况', 's1'),
      {
        type: 'paragraph',
        role: 'body',
        runIn: { level: 2, number: '（一）', children: [author.text('主动公开方面。')], id: 's1-1' },
        children: [author.text('全年公开340条。')],
      },
      author.heading(2, '（二）', '依申请公开'),
      author.list(['1.', '甲'], ['2.', '乙']),
      author.heading(1, '五、', '存在的主要问题及改进情况', 's5'),
      author.paragraph('（一）存在的问题。'),
      author.list(['·', '质量有待提高']),
    );
    expect(checkDocument(report, dataOf(2023, author), pack)).toEqual([]);
  });
});

describe('what stands after the text', () => {
  it('does not count numbers of the annex pages on from the last section', () => {
    const author = new Author();
    const report = reportOf(
      2016,
      author.heading(1, '十、', '存在的主要问题及改进情况', 'problems'),
      author.paragraph('（一）宣传不够。'),
      author.paragraph('附件：2016年度统计表', 'annexLine'),
      author.paragraph('附件', 'annexMark'),
      author.paragraph('一、填表说明。'),
      author.paragraph('（一）口径。'),
    );
    expect(checkDocument(report, dataOf(2016, author), pack)).toEqual([]);
  });
});

describe('reading a level number', () => {
  it.each([
    ['一 、年度工作概况', 1, 1, '一、'],
    ['（十二）甲', 2, 12, '（十二）'],
    ['(二十)甲', 2, 20, '(二十)'],
    ['１．甲', 3, 1, '１．'],
    ['10、甲', 3, 10, '10、'],
    ['（ 3 ）甲', 4, 3, '（3）'],
  ])('reads %s', (line, level, ordinal, text) => {
    expect(numberMark(line)).toMatchObject({ level, ordinal, text });
  });

  it.each(['一是', '二三、甲', '2023年', '0.5万', '第一、二季度', '（一年）', '100.甲', '1、2号楼'])(
    'reads none in %s',
    (line) => {
      expect(numberMark(line)).toBeUndefined();
    },
  );
});
