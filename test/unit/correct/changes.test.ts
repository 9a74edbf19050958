import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../../src/correct/passages.js';
import { corrected, correction, filedBy, noticeTables, office, replacing } from '../../support/correction-fixture.js';
import { changesBetween } from '../../../src/correct/changes.js';
import { isNothing, type Corrections } from '../../../src/correct/types.js';
import { smallPng } from '../../support/pdf-everything.js';
import type { Compared } from '../../../src/correct/changes.js';

const same = (text: string): string => text;

function compared(change: (text: string) => string, example?: string): Compared {
  const { outcome } = office(change, example === undefined ? {} : { example });
  if (outcome.value?.report === undefined) throw new Error(JSON.stringify(outcome.diagnostics, null, 1));
  return { open: outcome.value, attachments: [] };
}

/** What changes from an example to the example with a change, or between two changes of it. */
function changes(second: (text: string) => string, first = same, example?: string): Corrections {
  const after = compared(second, example);
  const words = after.open.pack.correction?.words;
  if (words === undefined) throw new Error('no words');
  return changesBetween(compared(first, example), after, words);
}

const none: Corrections = { facts: [], cells: [], labels: [], texts: [], attachments: [], form: false };

describe('what a correction changes', () => {
  it('finds nothing in the same report, and nothing in what is internal', () => {
    expect(changes(same)).toEqual(none);
    const internal = changes((text) => `# 重新整理\n${text}\n办理:\n  签发: 某某\n`);
    expect(internal).toEqual(none);
    expect(isNothing(internal)).toBe(true);
  });

  it('names a changed cell officially, and the sentence that shows it', () => {
    const found = changes(
      replacing([
        '本年制发件数: 1, 本年废止件数: 0, 现行有效件数: 1',
        '本年制发件数: 2, 本年废止件数: 0, 现行有效件数: 2',
      ]),
    );
    expect(found.cells).toEqual([
      {
        address: 't2/normative/issued',
        name: '表二“行政规范性文件”行“本年制发件数”列',
        before: '1',
        after: '2',
        follows: false,
      },
      {
        address: 't2/normative/in_force',
        name: '表二“行政规范性文件”行“现行有效件数”列',
        before: '1',
        after: '2',
        follows: false,
      },
    ]);
    expect(found.texts).toEqual([
      {
        place: '一、总体情况',
        before: ['全年制发行政规范性文件1件，现行有效1件。'],
        after: ['全年制发行政规范性文件2件，现行有效2件。'],
      },
    ]);
  });

  it('marks totals that the form computes', () => {
    const found = changes(
      replacing(['[5931, 1067, 20, 47, 290, 78]', '[5933, 1067, 20, 47, 290, 78]'], ['[1543, 402,', '[1545, 402,']),
      same,
      'city-2024',
    );
    expect(found.cells.map(({ address, before, after, follows }) => [address, before, after, follows])).toEqual([
      ['t3/r1/natural', '5931', '5933', false],
      ['t3/r1/total', '7433', '7435', true],
      ['t3/r3.1/natural', '1543', '1545', false],
      ['t3/r3.1/total', '2113', '2115', true],
      ['t3/r3.7/natural', '5904', '5906', true],
      ['t3/r3.7/total', '7409', '7411', true],
    ]);
  });

  it('keeps blank, 0, "/" and a dash apart', () => {
    const values = ['空', '0', '/', '——'];
    const printed = ['', '0', '/', '——'];
    for (const [from, first] of values.entries()) {
      for (const [to, second] of values.entries()) {
        const write = (value: string) => replacing(['行政处罚: 0', `行政处罚: ${value}`]);
        const { cells } = changes(write(second), write(first));
        const expected =
          from === to ? [] : [{ address: 't2/penalty/decisions', before: printed[from], after: printed[to] }];
        expect(
          cells.map(({ address, before, after }) => ({ address, before, after })),
          `${first} to ${second}`,
        ).toEqual(expected);
      }
    }
  });

  it('takes a cell left out and a blank one as the same print', () => {
    const left = replacing(['    行政处罚: 0\n', '']);
    const blank = replacing(['行政处罚: 0', '行政处罚: 空']);
    expect(changes(left, blank)).toEqual(none);
  });

  it('compares remarks and units as printed', () => {
    const remark = changes(replacing(['（含自然失效29件）', '（含自然失效28件）']), same, 'city-2024');
    expect(remark.cells).toHaveLength(1);
    expect(remark.cells[0]).toMatchObject({ before: '55（含自然失效29件）', after: '55（含自然失效28件）' });
  });

  it('finds labels of rows and notes of tables', () => {
    const label = changes(
      replacing(['  表四:\n', '  表四:\n    表注: 含上年度结转数量\n    行名: {行政复议: 行政复议案件}\n']),
    );
    expect(label.labels).toEqual([{ place: '表四', before: ['行政复议'], after: ['行政复议案件'] }]);
    expect(label.texts).toEqual([{ place: '表四的注', before: [], after: ['含上年度结转数量'] }]);
  });

  it('gives facts once, and not again the lines that print them', () => {
    const dated = replacing(['章节:\n', '成文日期: 2024-01-20\n签署: {落款: 葫芦岛市住房公积金管理中心}\n章节:\n']);
    const { facts, texts } = changes((text) => dated(text).replace('2024-01-20', '2024-02-03'), dated);
    expect(facts).toEqual([{ key: 'published', before: '2024-01-20', after: '2024-02-03' }]);
    expect(texts).toEqual([]);
  });

  it('tells lines of the frame that no fact explains', () => {
    const titled = changes(replacing(['  表四:\n', '  表四:\n    标题: 行政复议和诉讼情况\n']));
    expect(titled.texts).toMatchObject([{ place: '标题、表头或落款', after: ['行政复议和诉讼情况'] }]);
  });

  it('finds the name of the office, and the title that has it', () => {
    const renamed = changes((text) => text.replaceAll('葫芦岛市住房公积金管理中心', '葫芦岛市公积金管理中心'));
    expect(renamed.facts.map(({ key }) => key)).toEqual(['title', 'agency/name']);
    expect(renamed.texts.map(({ place }) => place)).toEqual(['报告开头']);
  });

  it('joins what stands together, and tells what was put in or taken out', () => {
    const { texts } = changes(
      replacing(
        ['微信公众号推送图文54条', '微信公众号推送图文55条'],
        ['向市政府网站报送信息20条。', '向市政府网站报送信息20条。向上级报送信息2条。'],
        ['组织工作人员学习《条例》和有关文件，对照检查本单位工作。', ''],
      ),
    );
    expect(texts.map(({ before, after }) => [before.length, after.length])).toEqual([
      [1, 1],
      [0, 1],
      [1, 0],
    ]);
    expect(texts[1]).toEqual({ place: '一、总体情况', before: [], after: ['向上级报送信息2条。'] });
  });

  it('says that the form alone changed', () => {
    const bold = changes(replacing(['全年公开信息131条', '**全年公开信息131条**']));
    expect(bold).toEqual({ ...none, form: true });
  });
});

describe('attachments', () => {
  const named = (files: string): ((text: string) => string) => replacing(['章节:\n', `附件: [${files}]\n章节:\n`]);
  const beside = { 'a.pdf': 'A', 'b.pdf': 'B', 'c.pdf': 'C', 'd/b.pdf': 'D' };
  const attached = async (before: string, after: string): Promise<readonly string[]> => {
    const bold = replacing(['全年公开信息131条', '**全年公开信息131条**']);
    const { corrections } = await correction(named(before), (text) => bold(named(after)(text)), { beside });
    return corrections.attachments.map(({ name, kind }) => `${name} ${kind}`);
  };

  it('are compared by content: numbers before their names do not count', async () => {
    expect(await attached('a.pdf, b.pdf', 'b.pdf, a.pdf')).toEqual([]);
    expect(await attached('a.pdf, b.pdf', 'b.pdf')).toEqual(['附件1-a.pdf removed']);
    expect(await attached('a.pdf, b.pdf', 'a.pdf, c.pdf')).toEqual(['附件2-c.pdf added', '附件2-b.pdf removed']);
    expect(await attached('a.pdf, b.pdf', 'a.pdf, d/b.pdf')).toEqual(['附件2-b.pdf replaced']);
  });

  it('are told in the notice', async () => {
    const { files } = await correction(named('a.pdf, b.pdf'), named('a.pdf, d/b.pdf, c.pdf'), { beside });
    expect(noticeTables(files)).toEqual([
      [
        ['更正之处', '原为', '更正为'],
        ['附件2-b.pdf', '附件2-b.pdf', '附件2-b.pdf（内容已更换）'],
        ['附件3-c.pdf', '（无）', '附件3-c.pdf（增加）'],
      ],
    ]);
  });
});

describe('pictures', () => {
  const shown = replacing(['各项工作平稳推进。', '各项工作平稳推进。\n\n    ![工作流程](图.png)']);

  it('are changed where another of the same name stands', async () => {
    const before = office(shown, { beside: { '图.png': smallPng(0) } });
    const after = office(shown, { beside: { '图.png': smallPng(2) } });
    const made = await corrected(await filedBy(before), after);
    expect(made.value?.corrections.texts).toMatchObject([{ place: '一、总体情况', picture: true }]);
    expect(noticeTables(made.value?.files ?? [])[0]?.[1]).toEqual(['一、总体情况', '工作流程', '工作流程（图已更换）']);
    const same = await corrected(await filedBy(before), before);
    expect(same.diagnostics.map(({ code }) => code)).toEqual(['correct/nothing-changed']);
  });
});

describe('sentences', () => {
  it.each([
    ['一句。又一句！第三句？', ['一句。', '又一句！', '第三句？']],
    ['他说：“好。”又说', ['他说：“好。”', '又说']],
    ['前半；后半。', ['前半；后半。']],
    ['', []],
    ['（见附件。）完', ['（见附件。）', '完']],
  ])('%s', (text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });

  it('takes linear time', () => {
    const start = process.cpuUsage();
    expect(sentencesOf('。'.repeat(100_000))).toHaveLength(1);
    expect(sentencesOf('一'.repeat(200_000))).toHaveLength(1);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(3000);
  });
});
