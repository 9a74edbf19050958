import { describe, expect, it } from 'vitest';
import { messages, opened, type Written } from './opened.js';

const prose =
  '全面贯彻落实政务公开工作部署，健全信息发布审核制度，明确分管领导和责任科室，坚持先审后发，加强日常巡查，及时纠正错别字和失效链接，做到信息发布准确权威，切实保障群众的知情权和监督权。';
const figures = (year: number, [a, b, c]: readonly [number, number, number]): string =>
  `${year}年，我局通过门户网站公开信息${a}条，其中工作动态${b}条，围绕养老服务、社会救助、儿童福利等群众关心的重点领域，及时发布办事指南和政策解读，举办政府信息公开业务培训${c}期，进一步提高了工作人员的业务能力。`;
const fresh =
  '新建适老化服务专区，推出大字版和语音版办事指南，组织志愿者进社区讲解申请流程，收集居民意见后重新编排栏目，让老年人也能在手机上查到补贴发放进度和养老机构名录。';
const last = (text: Written['text']): Written => ({ year: 2022, text });

describe('D-A3: copied from last year', () => {
  it('R-17: names section, share and the paragraphs in both years', () => {
    const { diagnostics, source } = opened({ text: prose, previous: last(`导入一段。\n\n${prose}`) }, 'D-A3');
    expect(diagnostics).toHaveLength(1);
    const [found] = diagnostics;
    expect(found?.message.zh).toBe('“一、总体情况”有1段与上年报告基本相同，占这一部分文字的100%。');
    expect(found?.related?.map(({ range }) => range?.file)).toEqual(['report.yaml', 'last.yaml']);
    expect(source.slice(found?.range?.start, found?.range?.end)).toBe(prose);
    expect(found?.text).toBe(prose);
  });

  it("R-17: last year's figures under this year's date are the worst", () => {
    const found = messages('D-A3', `${figures(2023, [131, 95, 2])}\n\n${fresh.repeat(6)}`, {
      previous: last(figures(2022, [131, 95, 2])),
    });
    expect(found).toEqual([expect.stringContaining('其中1段连数字也没有改')]);
  });

  it('R-17: small changes do not hide a copy', () => {
    const changed = prose.replace('切实保障', '保障').replace('加强日常巡查', '加强巡查');
    expect(messages('D-A3', changed, { previous: last(prose) })).toHaveLength(1);
  });

  it.each([
    ['another text', fresh, prose],
    ['figures brought up to date', figures(2023, [276, 116, 5]), figures(2022, [131, 95, 2])],
    [
      'references to the tables',
      figures(2023, [1, 2, 3]).replace('1条', '{{值 "t3/r1/total"}}条'),
      figures(2022, [131, 95, 2]),
    ],
    ['a short paragraph', '坚持先审后发，加强日常巡查。', '坚持先审后发，加强日常巡查。'],
    [
      'a small part of the section',
      `${prose}\n\n${fresh}\n\n${fresh.replaceAll('社区', '乡村')}\n\n${figures(2023, [1, 2, 3])}`,
      prose,
    ],
    ['the basis', `根据《条例》编制本报告。${prose}`, `根据《条例》编制本报告。${prose}`],
  ])('is silent on %s', (_, text, before) => {
    expect(messages('D-A3', text, { previous: last(before) })).toEqual([]);
  });

  it('is silent on a section that is still a draft: that is told already', () => {
    const extra = `章节: {总体情况: {草稿: true, 正文: ${JSON.stringify(prose)}}}`;
    const { diagnostics } = opened({ text: {}, extra, previous: last(prose) });
    expect(diagnostics.map(({ code }) => code)).toContain('report/draft-section');
    expect(diagnostics.map(({ code }) => code)).not.toContain('D-A3');
  });

  it('is silent without last year', () => {
    expect(messages('D-A3', prose)).toEqual([]);
  });
});
