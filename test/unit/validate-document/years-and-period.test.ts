import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../../src/validate/document.js';
import { statedPeriod } from '../../../src/validate/document/period.js';
import { withPlainDigits, yearMentions } from '../../../src/validate/document/years.js';
import { Author, checkRule, covered, dataOf, packOf, reportOf } from './fixture.js';

const yearRule = packOf([checkRule('D-Y1', 'document-year', 'error')]);
const periodRule = packOf([checkRule('D-Y2', 'statistics-period', 'error')]);

describe('the report year in the fixed lines', () => {
  it('R-15: finds the table title 2015年度 in the report on 2016 (seed 002)', () => {
    const author = new Author();
    const title = author.title('区政务服务中心管理办公室2016年政府信息公开工作年度报告');
    const annex = author.paragraph('附件：2016年度政府信息公开工作情况统计表', 'annexLine');
    const table = author.paragraph('2015年度政府信息公开工作情况统计表', 'tableTitle');
    const report = reportOf(2016, title, annex, table);
    const printed = checkDocument(report, dataOf(2016, author), yearRule);
    expect(printed).toHaveLength(1);
    expect(printed[0]).toMatchObject({
      code: 'D-Y1',
      severity: 'error',
      facts: { expected: '2016', actual: '2015' },
      message: {
        zh: '统计表标题“2015年度政府信息公开工作情况统计表”写的是2015年，报告年度是2016年，两者应一致。',
      },
    });
    expect(covered(author.source, printed[0]?.range)).toBe('2015年度政府信息公开工作情况统计表');
  });

  it('R-15: checks title, year line of a table and annex line as printed', () => {
    const author = new Author();
    const report = reportOf(
      2023,
      author.title('某局', '2021年报告'),
      author.paragraph('（2022年度）', 'tableSubtitle'),
      author.paragraph('附件：2020年统计表', 'annexLine'),
    );
    // The file's own wording is printed with its references filled in; what counts is the print.
    const own = { title: author.located('{{单位}}2021年报告'), annexLine: author.located('附件：{{年}}年统计表') };
    expect(checkDocument(report, dataOf(2023, author, { own }), yearRule).map((d) => d.message.zh)).toEqual([
      '标题“2021年报告”写的是2021年，报告年度是2023年，两者应一致。',
      '统计表的年度行“（2022年度）”写的是2022年，报告年度是2023年，两者应一致。',
      '附件行“附件：2020年统计表”写的是2020年，报告年度是2023年，两者应一致。',
    ]);
  });

  it('takes the own wording of the file where the tree prints no such line', () => {
    const author = new Author();
    const own = { title: author.located('某局2021年报告'), annexLine: author.located('附件：2020年统计表') };
    const found = checkDocument(reportOf(2023), dataOf(2023, author, { own }), yearRule);
    expect(found.map((d) => d.range)).toEqual([own.title.range, own.annexLine.range]);
  });

  it('accepts spaces, full-width and Chinese digits, and lines without a year', () => {
    const author = new Author();
    const report = reportOf(
      2017,
      author.title('2017 年上海市公积金管理中心', '政府信息公开工作年度报告'),
      author.paragraph('政府信息公开情况统计表', 'tableTitle'),
      author.paragraph('（２０１７年度）', 'tableSubtitle'),
      author.paragraph('附件：二〇一七年统计表', 'annexLine'),
      author.paragraph('（2018年1月20日）', 'subtitle'),
    );
    expect(checkDocument(report, dataOf(2017, author, { published: [2018, 1, 20] }), yearRule)).toEqual([]);
  });

  it('warns of a title without a year and of a date of issue before the year is over', () => {
    const author = new Author();
    const report = reportOf(2023, author.title('某局政府信息公开工作年度报告'));
    const found = checkDocument(report, dataOf(2023, author, { published: [2023, 1, 20] }), yearRule);
    expect(found.map((d) => [d.severity, d.message.zh])).toEqual([
      ['warning', '标题“某局政府信息公开工作年度报告”没有写年度，应写明2023年。'],
      ['warning', '成文日期2023年1月20日早于统计期限的最后一天（2023年12月31日），其中一个年份可能写错。'],
    ]);
    const last = dataOf(2023, author, { published: [2023, 12, 31] });
    expect(checkDocument(reportOf(2023), last, yearRule)).toEqual([]);
    const eve = dataOf(2023, author, { published: [2023, 12, 30] });
    expect(checkDocument(reportOf(2023), eve, yearRule)).toHaveLength(1);
  });

  it('leaves the period to its own check where the pack has one', () => {
    const author = new Author();
    const data = dataOf(2023, author, { own: { period: author.located('2022年1月1日至2022年12月31日') } });
    const both = packOf([...yearRule.rules, ...periodRule.rules]);
    expect(checkDocument(reportOf(2023), data, yearRule).map((d) => d.code)).toEqual(['D-Y1']);
    expect(checkDocument(reportOf(2023), data, both).map((d) => d.code)).toEqual(['D-Y2']);
  });
});

describe('the period of the figures', () => {
  it.each([
    '本年度报告中所列数据的统计期限自2023年1月1日起至2023年12月31日止。',
    '本年度报告中所列数据的统计期限自 2023 年 1 月 1 日起至 2023 年 12 月 31 日止。',
    '报告数据统计期限为2023年1月1日至2023年12月31日。',
    '统计期限：2023年1月1日—12月31日。',
    '统计期限为1月1日至12月31日。',
    '数据统计期间从2023年1月1日起，至2023年12月31日止。',
    '统计时限为２０２３年１月１日到２０２３年１２月３１日。',
    '统计期限为二〇二三年一月一日至二〇二三年十二月三十一日。',
    '统计期限：2023-01-01至2023-12-31。',
    '统计期限：2023.1.1～2023.12.31。',
    '统计期限为2023年1月至12月。',
    '本报告所列数据的统计期限为2023年度。',
    '本报告电子版自2024年1月31日至2025年1月31日可在网站下载，数据统计期限为2023年1月1日至2023年12月31日。',
    '2023年3月1日至3月31日，开展了信息公开月活动。',
    '数据统计截至2023年12月31日。',
  ])('is quiet: %s', (sentence) => {
    const author = new Author();
    const report = reportOf(2023, author.paragraph(sentence));
    expect(checkDocument(report, dataOf(2023, author), periodRule)).toEqual([]);
  });

  it.each([
    ['统计期限为2022年1月1日至2022年12月31日。', '2022年1月1日至2022年12月31日'],
    ['统计期限自2023年1月1日起至2023年11月30日止。', '2023年1月1日起至2023年11月30日'],
    ['统计期限为2022年12月1日至2023年11月30日。', '2022年12月1日至2023年11月30日'],
    ['数据统计期限：2023年1月1日至2022年12月31日。', '2023年1月1日至2022年12月31日'],
    ['统计期限为1月1日至12月30日。', '1月1日至12月30日'],
    ['统计期限为2023年4月1日至2023年12月31日。', '2023年4月1日至2023年12月31日'],
    ['统计期限为2023年1月1日至2023年10月31日。', '2023年1月1日至2023年10月31日'],
    ['统计期限：2022-01-01至2022-12-31。', '2022-01-01至2022-12-31'],
  ])('R-15: finds %s', (sentence, stated) => {
    const author = new Author();
    const report = reportOf(2023, author.paragraph(`根据条例编制。${sentence}`));
    const found = checkDocument(report, dataOf(2023, author), periodRule);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      code: 'D-Y2',
      severity: 'error',
      facts: { expected: '2023年1月1日至2023年12月31日', actual: stated },
    });
    expect(covered(author.source, found[0]?.range)).toBe(sentence);
  });

  it('checks the own period of the data file once, also when it is printed', () => {
    const author = new Author();
    const period = author.located('2022年1月1日至2022年12月31日');
    const report = reportOf(2023, author.paragraph('统计期限为2022年1月1日至2022年12月31日。'));
    const found = checkDocument(report, dataOf(2023, author, { own: { period } }), periodRule);
    expect(found.map((d) => d.range)).toEqual([period.range]);
  });

  it('reads a whole year, and says so when no dates can be read', () => {
    const author = new Author();
    const check = (text: string) =>
      checkDocument(reportOf(2023), dataOf(2023, author, { own: { period: author.located(text) } }), periodRule);
    expect(check('2023年度')).toEqual([]);
    expect(check('2022年全年')).toMatchObject([{ severity: 'error', facts: { actual: '2022年' } }]);
    expect(check('全年')).toMatchObject([{ severity: 'info', outcome: 'cannot-check' }]);
  });

  it('reads Chinese numerals of months and days', () => {
    expect(statedPeriod('二〇一六年一月一日至十二月三十一日')).toMatchObject({
      from: { year: 2016, month: 1, day: 1 },
      to: { month: 12, day: 31 },
    });
    expect(statedPeriod('二月十日至十月二十日')).toMatchObject({
      from: { month: 2, day: 10 },
      to: { month: 10, day: 20 },
    });
  });
});

describe('years in a text', () => {
  it('keeps offsets and finds both years of a span', () => {
    const text = '２０１５年、二○一六年、2017—2018年、20190年、1990年代';
    expect(withPlainDigits(text)).toHaveLength(text.length);
    expect(yearMentions(text).map(({ year, start }) => [year, text.slice(start, start + 4)])).toEqual([
      [2015, '２０１５'],
      [2016, '二○一六'],
      [2017, '2017'],
      [2018, '2018'],
    ]);
  });
});
