import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/report/tree.js';
import { checkDocument, documentCheckNames } from '../../../src/validate/document.js';
import { Author, checkRule, dataOf, packOf, reportOf, sixSections } from './fixture.js';

/** A correct report as an office writes it, section by section; tables and headings come from the form. */
const words: Readonly<Record<string, readonly string[]>> = {
  s0: [
    '本报告根据《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称《条例》）和国办公开办函〔2021〕30号文件的要求编制。',
    '报告由总体情况、主动公开政府信息情况等六部分组成，所列数据的统计期限自2023年1月1日起至2023年12月31日止。',
    '如有疑问，请联系某局办公室（地址：人民路2000号，电话：0000-2023000）。',
  ],
  s1: [
    '2023年，我局认真落实《条例》，按照《2023年全市政务公开工作要点》开展工作。',
    '（一）主动公开方面。全年主动公开政府信息276条，同比上升61.4%；其中政策文件38条，占13.8%。',
    '1.按时公开2022年度部门决算和2023年度部门预算。',
    '2.发布政策解读25篇，其中图解12篇、问答13篇。',
    '（二）依申请公开方面。共收到申请12件，比2022年增加3件；上年结转2件。',
    '2022年12月收到的2件申请，均于2023年1月办结。',
    '（三）政府信息管理方面。废止2015年以前制定的规范性文件4件，现行有效11件。',
    '（四）平台建设方面。微信公众号自2018年开通以来，累计推送文章2000余篇。',
    '（五）监督保障方面。一是调整领导小组；二是开展培训2次，培训50人次；三是在2022年全市考核中获评优秀。',
  ],
  s5: [
    '（一）存在的问题。一是解读形式不够多样；二是依申请办理的规范化水平有待提高。',
    '（二）2022年问题的整改情况。针对上年提出的2个问题，已全部整改到位。',
    '（三）下一步打算。2024年，我局将重点做好以下工作：',
    '1.继续完善公开目录。',
    '2.丰富解读形式，全年开展专题培训不少于4次。',
  ],
  s6: ['（一）信息处理费。本年度未收取信息处理费。', '（二）其他事项。2024年1月，本报告已按规定报送备案。'],
};

describe('a correct report', () => {
  it('passes every document check; comparisons, history and plans are listed in one info', () => {
    const author = new Author();
    const sections = sixSections.flatMap((spec): Block[] => [
      ...(spec.heading === '' ? [] : [author.heading(1, spec.number, spec.heading, spec.id)]),
      ...(words[spec.id] ?? []).map((line) => author.paragraph(line)),
      ...spec.tables.map((id) => author.table(id, '一、本年新收', '2022')),
    ]);
    const report = reportOf(
      2023,
      author.title('某局', '2023年政府信息公开工作年度报告'),
      author.paragraph('（2024年1月20日）', 'subtitle'),
      ...sections,
      author.paragraph('某局', 'signature'),
      author.paragraph('2024年1月20日', 'date'),
    );
    const rules = documentCheckNames.map((name) => checkRule(name, name, name === 'other-years' ? 'info' : 'error'));
    const data = dataOf(2023, author, { kind: '部门', published: [2024, 1, 20] });
    const found = checkDocument(report, data, packOf(rules));
    expect(found.map((d) => [d.code, d.severity, d.facts])).toEqual([
      ['other-years', 'info', { '2015': '1', '2018': '1', '2022': '5', '2024': '2' }],
    ]);
  });
});
