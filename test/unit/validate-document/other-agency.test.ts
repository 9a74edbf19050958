import { describe, expect, it } from 'vitest';
import { messages, opened } from './opened.js';

const county = '{名称: 青山县人民政府, 类型: 政府, 层级: 县级}';

describe('D-A4: another agency', () => {
  it('finds 我局 in the report of a county, once with the count', () => {
    const text = '我局公开信息131条，我局举办培训3次。';
    const { diagnostics } = opened({ text, agency: county }, 'D-A4');
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ severity: 'warning', facts: { count: '2', actual: '我局' }, text });
    expect(diagnostics[0]?.related).toHaveLength(1);
  });

  it.each([
    ['我镇公开信息131条。', undefined],
    ['我中心公开信息131条。', undefined],
    ['我院公开信息131条。', county],
  ])('finds what the agency cannot call itself: %s', (text, agency) => {
    expect(messages('D-A4', text, agency === undefined ? {} : { agency })).toHaveLength(1);
  });

  it.each([
    '本报告由绿水县水利局编制。',
    '本报告由青山县财政局编制。',
    '现公布绿水县民政局2023年政府信息公开工作年度报告。',
    '如有疑问，请与绿水县民政局联系。',
  ])('finds another author or contact in the lead-in: %s', (text) => {
    expect(messages('D-A4', { s0: text })).toHaveLength(1);
  });

  it('finds another agency in the title', () => {
    const extra = '标题: 绿水县民政局2023年政府信息公开工作年度报告';
    expect(messages('D-A4', '公开信息。', { extra })).toHaveLength(1);
  });

  it("finds last year's name, where it is neither declared nor told as history", () => {
    const previous = { year: 2022, agency: '{名称: 青山县老龄工作办公室}', text: '公开信息。' };
    const agency = '{名称: 青山县卫生健康局, 类型: 部门}';
    const text = '青山县老龄工作办公室公开信息131条。';
    expect(messages('D-A4', text, { agency, previous })).toHaveLength(1);
    expect(messages('D-A4', `原${text}`, { agency, previous })).toEqual([]);
    const declared = '{名称: 青山县卫生健康局, 类型: 部门, 曾用名: [{名称: 青山县老龄工作办公室}]}';
    expect(messages('D-A4', text, { agency: declared, previous })).toEqual([]);
  });

  it.each([
    ['本报告由青山县民政局编制，请与青山县民政局办公室联系。', undefined],
    ['本报告由青山县人民政府办公室编制。', county],
    ['本报告由青山县政务服务和数据管理局编制，请与市政府办公室联系。', county],
    ['根据《云河市政务公开办关于做好2023年政府信息公开工作年度报告编制的通知》编制，请向县政府办公室咨询。', undefined],
    ['现公布区统计局2023年政府信息公开工作年度报告。', '{名称: 碑林区统计局, 类型: 部门}'],
    ['现公开区人民政府办公室2023年政府信息公开工作年度报告。', '{名称: 云河市青山区人民政府办公室, 类型: 部门}'],
    ['会同青山县教育局、绿水县水利局开展培训，我县、我市和我单位的信息都已公开。', undefined],
    ['群众来信说“我镇的道路已经修好”，我局及时公开。', undefined],
    ['我局公开信息131条。', '{名称: 某中心, 曾用名: [{名称: 某局}]}'],
    ['我局公开信息131条。', '{名称: ○○○, 类型: 部门}'],
  ])('is silent on %s', (text, agency) => {
    expect(messages('D-A4', { s0: text }, agency === undefined ? {} : { agency })).toEqual([]);
  });
});
