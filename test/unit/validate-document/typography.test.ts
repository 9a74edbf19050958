import { describe, expect, it } from 'vitest';
import { covered } from './fixture.js';
import { messages, opened } from './opened.js';

describe('D-A1: marks, brackets, Latin words, spaces', () => {
  it('tells a flattened text in one line, with the count and the first places', () => {
    const text = `${'推进公开,优化服务,'.repeat(30)}接受监督。`;
    const { diagnostics, source } = opened({ text }, 'D-A1');
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ severity: 'info', facts: { count: '60' } });
    expect(diagnostics[0]?.message.zh).toBe('正文有60处半角标点与汉字相连。');
    expect(diagnostics[0]?.related).toHaveLength(4);
    expect(covered({ name: '', text: source, lineStarts: [] }, diagnostics[0]?.range)).toBe(',');
  });

  it.each([
    ['压实责任.', '半角标点与汉字相连'],
    ['主要做法:健全制度。', '半角标点与汉字相连'],
    ['《条例》(以下简称条例）要求公开。', '括号一半全角、一半半角'],
    ['落实（区分处理)的要求。', '括号一半全角、一半半角'],
    ['建成Portal平台。', '外文单词：Portal'],
    ['共3 件申请。', '数字与汉字之间有空格'],
    ['全年 3件申请。', '数字与汉字之间有空格'],
    ['公开 形式多样。', '汉字之间有空格'],
    ['直报系统; 全力配合。', '汉字之间有空格'],
  ])('finds %s', (text, name) => {
    expect(messages('D-A1', text).join()).toContain(name);
  });

  it('looks at the title too', () => {
    const found = messages('D-A1', '公开信息。', { extra: '标题: 青山县民政局2023年政府信息公开工作年度报告(公开版)' });
    expect(found).toEqual(['正文有2处半角标点与汉字相连。']);
  });

  it.each([
    '服务时间为8:30—17:30，满意率99.07%，版本为2.0版，编号GB/T 9704-2012，共1,234件。',
    '完善手机App、H5页面、LED显示屏和Wi-Fi等设施，提供PDF、Word两种格式，上线5G和AI问答。',
    '电子版见https://www.example.gov.cn/zwgk/index.html?a=b，邮箱qsx@example.com。',
    '电子版见[Example Portal](https://www.example.gov.cn/portal)。',
    '开通服务号（账号：qsx_fabu），关注1.5万人。',
    '1. 完善目录。\n2. 加强培训。',
    '（一）主动公开方面。全年公开131条。',
  ])('is silent on %s', (text) => {
    expect(messages('D-A1', text)).toEqual([]);
  });
});
