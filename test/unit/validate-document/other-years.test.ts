import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../../src/validate/document.js';
import type { Diagnostic } from '../../../src/diagnostic/diagnostic.js';
import { Author, checkRule, covered, dataOf, packOf, reportOf } from './fixture.js';

const rules = [checkRule('D-Y3', 'other-years', 'info')];

function findings(year: number, sentence: string, section = '一、'): readonly Diagnostic[] {
  const author = new Author();
  const heading = section === '一、' ? '总体情况' : '存在的主要问题及改进情况';
  const report = reportOf(year, author.heading(1, section, heading), author.paragraph(sentence));
  return checkDocument(report, dataOf(year, author), packOf(rules));
}

const warnings = (year: number, sentence: string, section?: string): readonly Diagnostic[] =>
  findings(year, sentence, section).filter((finding) => finding.severity === 'warning');

describe('statements of another year', () => {
  it('R-15: finds 2015年未召开新闻发布会 in the report on 2016 (seed 004) and points at its sentence', () => {
    const author = new Author();
    const paragraph = author.paragraph('3、政府公报：通过报纸专刊公开信息。4、新闻发布会：2015年未召开新闻发布会。');
    const report = reportOf(2016, author.heading(1, '一、', '总体情况'), paragraph);
    const found = checkDocument(report, dataOf(2016, author), packOf(rules));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      code: 'D-Y3',
      severity: 'warning',
      facts: { expected: '2016', actual: '2015' },
      clause: '某办函〔2021〕1号第一部分',
      waivable: true,
      outcome: 'failed',
    });
    expect(found[0]?.message.zh).toContain('2015年未召开新闻发布会');
    expect(covered(author.source, found[0]?.range)).toBe('4、新闻发布会：2015年未召开新闻发布会。');
  });

  it.each([
    '2022年，我局共收到政府信息公开申请4件。',
    '2022年度，本机关未收到政府信息公开申请。',
    '2022 年度我单位没有收到政府信息公开申请。',
    '2022年全年主动公开政府信息340条。',
    '全市2022年共召开专题会议2次，培训人员50人次。',
    '（一）主动公开方面。2022年，通过门户网站发布信息131条。',
    '二○二二年，本中心未发生针对政府信息公开的行政复议。',
    '２０２２年，我局举办新闻发布会3次。',
    '2022年度针对本中心的行政复议、行政诉讼共发生0件。',
    '2022年，在市政府的领导下，我局开展了政府信息公开培训。',
    '2022年无行政复议和行政诉讼案件。',
    '2022年累计发布信息1200条。',
    '2022年全年网站运行平稳。',
  ])('R-15: warns in a report on 2023: %s', (sentence) => {
    expect(warnings(2023, sentence)).toHaveLength(1);
  });

  it('R-15: warns of a coming year told as done', () => {
    expect(warnings(2016, '2017年，我局共收到申请4件。')).toHaveLength(1);
  });

  it.each([
    // comparisons
    '2023年主动公开政府信息276条，同比上升61.4%，2022年为171条。',
    '收到申请12件，比2022年增加3件。',
    '2022年共收到申请9件，2023年共收到申请12件。',
    '与2022年相比，公开数量增长13.8%。',
    '2022年共公开信息120条，本年公开140条。',
    '较2022年下降5%，主要原因是机构调整。',
    '2020年至2022年，累计公开信息3000条。',
    '2021—2022年共收到申请20件。',
    '2022年、2021年分别公开信息171条、150条，呈上升趋势，较上年增长。',
    // carry-over and cases that run over the turn of the year
    '上年结转申请2件，均为2022年收到的申请。',
    '2022年收到的1件申请，因征求第三方意见，在法定期限内办结。',
    '针对2022年作出的答复，申请人申请行政复议1件，结果维持。',
    '其中1件为2022年12月收到，已按期答复。',
    // starting points, history, law
    '自2019年以来，我局连续开展政府信息公开培训。',
    '根据2019年4月3日修订的《中华人民共和国政府信息公开条例》，编制本报告。',
    '《条例》自2019年5月15日起施行，我局组织学习了《条例》。',
    '按照《2022年浙江省政务公开工作要点》的要求，开展了专项检查。',
    '落实国办公开办函〔2021〕30号、浙政办发〔2016〕52号文件，公开了全部事项。',
    '依照国务院令2019年第711号，完成了目录修订。',
    '2019年成立政务公开领导小组，今年调整了成员。',
    '我局2018年建成的信息公开专栏，共发布信息90条。',
    '截至2022年底，现行有效规范性文件12件。',
    '2022年底前制定的规范性文件共收录56件。',
    '微信公众号2020年开通，累计推送文章500篇。',
    '2020年，开通政务微博，累计发布信息1200条。',
    '2022年招录的3名工作人员参加了业务培训，培训人员50人次。',
    '其中2022年受理、跨年办结3件。',
    '清理2022年以前发布的信息300条。',
    '2022年已公开的文件中，有3件完成了标签更新。',
    // documents and figures of another year
    '根据2022年全市统一部署，组织了3次培训。',
    '在2022年全省政务公开评估中，我局位列第三，针对反馈的问题完成了整改。',
    '对照2022年度考核反馈的问题，我局完成了整改。',
    '2022年度绩效评价结果公开率达100%，公开了绩效报告12份。',
    '2022年政务公开工作方案印发后，组织了3次培训。',
    '2023年9月7日公开2022年度部门决算，3月公开2023年部门预算。',
    '按时公布2022年度政府信息公开工作年度报告，回应社会关切。',
    '当年共制作2022年度职工个人电子结存单1205万份，2022年度单位电子结存单35万份。',
    '2022年度部门决算已公开，共发布决算信息5条。',
    '2023年3月31日发布《上海市住房公积金2022年年度报告》，开展了图解解读。',
    '全年公开政策文件38条、全市公积金2022年年度报告1条。',
    '收到12345热线转办件16件，办结率2022年为98%，今年为100%。',
    '2022年9月，我局被列为政务公开标准化试点单位。',
    // plans
    '2024年，我局将继续完善公开目录，召开新闻发布会不少于2次。',
    '计划2024年开展培训4次。',
    '2024年，我局要召开新闻发布会2次。',
    '2024年拟举办政府开放日活动2场。',
    // nothing at all
    '2023年，我局共收到政府信息公开申请4件，全部办结。',
    '20世纪90年代以来的档案全部数字化，共计2000年限内案卷3000件。',
    '受理诉求工单633件，反馈率100%，办结率100%，满意率99.07%。',
    '发布图文54条，关注人数达150914人，处理热线咨询27059次。',
  ])('gives no warning in a report on 2023: %s', (sentence) => {
    expect(warnings(2023, sentence)).toEqual([]);
  });

  it('reads a coming year as an outlook in the last sections only', () => {
    const sentence = '2017年，新平台完成了升级，发布信息3条。';
    expect(warnings(2016, sentence, '五、')).toEqual([]);
    expect(warnings(2016, sentence, '一、')).toHaveLength(1);
  });

  it('points at the sentence also where the paragraph was written over several lines', () => {
    const author = new Author();
    const value = '公开信息340条。2015年未召开新闻发布会。';
    const text = author.text(value, '公开信息340条。2015年\n      未召开新闻发布会。');
    const report = reportOf(2016, { type: 'paragraph', role: 'body', children: [text] });
    const [found] = checkDocument(report, dataOf(2016, author), packOf(rules));
    expect(covered(author.source, found?.range)).toBe('2015年\n      未召开新闻发布会。');
    const escaped = author.text(value, '公开信息340条。2015年\\*未召开新闻发布会。');
    const other = reportOf(2016, { type: 'paragraph', role: 'body', children: [escaped] });
    expect(checkDocument(other, dataOf(2016, author), packOf(rules))[0]?.range).toEqual(escaped.origin);
  });

  it('gives no warning for plans of the coming year in the last sections', () => {
    expect(warnings(2016, '2017年我中心着重做好四方面工作，完成平台升级，开展了调研的继续推进。', '五、')).toEqual([]);
    expect(warnings(2016, '为此，2017年我中心将重点做好以下四方面工作：', '五、')).toEqual([]);
    expect(warnings(2017, '2018 年市公积金中心将继续深入贯彻《条例》和《规定》精神。', '五、')).toEqual([]);
  });
});

describe('the list of other years', () => {
  it('R-15: counts sentences by year in one info', () => {
    const found = findings(
      2023,
      '比2022年增加3件，比2022年6月增加1件。较2021年下降5%，与2022年持平。2024年将继续推进。',
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ severity: 'info', facts: { '2021': '1', '2022': '2', '2024': '1' } });
    expect(found[0]?.message.zh).toBe('除2023年外，正文还写到2021年（1句）、2022年（2句）、2024年（1句）。');
    expect(found[0]?.related?.map((place) => place.message.zh)).toEqual([
      '2021年：“较2021年下降5%，与2022年持平。”',
      '2022年：“比2022年增加3件，比2022年6月增加1件。”',
      '2024年：“2024年将继续推进。”',
    ]);
  });

  it('leaves out titles, document numbers, dates of laws, the subtitle and the date of issue', () => {
    const author = new Author();
    const report = reportOf(
      2023,
      author.paragraph('（2024年1月20日）', 'subtitle'),
      author.paragraph(
        '根据2019年4月3日国务院令第711号修订的《中华人民共和国政府信息公开条例》、国办公开办函〔2021〕30号编制。',
      ),
      author.paragraph(
        '学习《2022年政务公开工作要点》（某政办发［2022］5号）、某政发（2015年）26号和2020年第12号公告。',
      ),
      author.paragraph('2024年1月20日', 'date'),
    );
    expect(checkDocument(report, dataOf(2023, author), packOf(rules))).toEqual([]);
  });

  it('leaves a wrong 统计期限 to its own check where the pack has one', () => {
    const author = new Author();
    const report = reportOf(2023, author.paragraph('统计期限为2022年1月1日至2022年12月31日。'));
    const data = dataOf(2023, author);
    const both = [...rules, checkRule('D-Y2', 'statistics-period', 'error')];
    expect(checkDocument(report, data, packOf(rules)).map((d) => d.code)).toEqual(['D-Y3']);
    expect(checkDocument(report, data, packOf(both)).map((d) => d.code)).toEqual(['D-Y2']);
  });

  it('looks at cells of tables in the text, not at statutory tables', () => {
    const author = new Author();
    const report = reportOf(2023, author.table('n1', '2022年共收到申请9件'), author.table('t3', '2021年共收到申请9件'));
    const found = checkDocument(report, dataOf(2023, author), packOf(rules));
    expect(found.map((d) => [d.severity, d.facts])).toEqual([['info', { '2022': '1' }]]);
  });
});
