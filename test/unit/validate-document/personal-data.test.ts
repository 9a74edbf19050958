import { describe, expect, it } from 'vitest';
import { renderText } from '../../../src/diagnostic/render-text.js';
import { sourceText } from '../../../src/source/source.js';
import { messages, opened } from './opened.js';

// Invented numbers with right check digits.
const identity = '110101199003077571';
const card = '6222021234567890128';

describe('D-P1: numbers of persons', () => {
  it.each([
    [`申请人身份证号${identity}，已核验。`, '公民身份号码', identity],
    ['其身份证号为110101900307757。', '公民身份号码', '110101900307757'],
    ['申请人张某（联系电话13800138000）的申请已答复。', '手机号码', '13800138000'],
    ['由李某负责（138-0013-8000）。', '手机号码', '138-0013-8000'],
    [`退款账号${card}。`, '银行卡号', card],
  ])('finds it and never shows it whole: %s', (text, name, number) => {
    const { diagnostics, source } = opened({ text }, 'D-P1');
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ severity: 'warning', confidential: true });
    expect(diagnostics[0]?.message.zh).toContain(name);
    const printed = renderText(diagnostics, new Map([['report.yaml', sourceText('report.yaml', source)]]), {
      lang: 'zh',
      waivers: 'all',
    });
    expect(printed).toContain('report.yaml:7:');
    expect(printed).toContain('原文');
    expect(printed).not.toContain(number);
    expect(JSON.stringify(diagnostics)).not.toContain(number);
  });

  it.each([
    ['titles of attachments', `附件: [{文件: a.pdf, 标题: 申请人${identity}}]`],
    ['notes of tables', `表格: {表二: {表注: [申请人${identity}]}}`],
    ['the signature', `签署: {落款: ${JSON.stringify(`经办人${identity}`)}}`],
  ])('looks at %s', (_, extra) => {
    expect(messages('D-P1', '公开信息。', { extra })).toHaveLength(1);
  });

  it.each([
    '请与办公室联系（电话：13800138000，邮箱：13800138000@163.com）。',
    '统一社会信用代码为11440300MB2C12345A，信用代码110101199003077571。',
    '案卷号为3706022023000158，索引号11370602004260310K/2023-00152。',
    '身份证号110101199003077572，校验码不对。',
    '收入13800138000元，发送短信15912345678条。',
    '拨打12345、12329、400-819-0000咨询。',
    '非税收入专户账号6222021234567890128。',
    '编号6222021234567890127。',
    '见https://www.example.gov.cn/a/13800138000.html。',
  ])('is silent on %s', (text) => {
    expect(messages('D-P1', text)).toEqual([]);
  });
});
