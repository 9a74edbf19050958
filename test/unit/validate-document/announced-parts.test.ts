import { describe, expect, it } from 'vitest';
import { messages, opened } from './opened.js';

const names = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
];
const lead = (text: string): readonly string[] => messages('D-S4', { s0: text });

describe('D-S4: announced parts', () => {
  it('R-15: names six and says seven; all that contradicts stands in one message', () => {
    const text = `本报告由${names.join('、')}七个部分组成。`;
    const { diagnostics } = opened({ text: { s0: text } }, 'D-S4');
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({
      severity: 'warning',
      facts: { expected: '7', names: '6', sections: '6' },
      text,
    });
    expect(diagnostics[0]?.message.zh).toContain('说有7个部分，列出的名称是6个，报告有6个部分。');
  });

  it('names five and says five where the report has six', () => {
    const five = names.filter((_, index) => index !== 3);
    expect(lead(`全文包括${five.join('，')}等五部分。`)).toEqual([expect.stringContaining('报告有6个部分')]);
    expect(lead('本年报共分5个部分。')).toHaveLength(1);
  });

  it.each([
    `本报告由${names.join('、')}六部分组成。`,
    `本报告由${names.join('，')}六部分组成。`,
    `全文包括6个部分：${names.map((name, index) => `${'一二三四五六'[index] ?? ''}、${name}`).join('；')}。`,
    '本报告由总体情况、主动公开政府信息情况等六部分组成。',
    '本报告由总体情况、行政复议和诉讼情况、问题和改进、其他事项等六个部分组成。',
    '将公开事项分为基础信息和重点领域两个部分。',
    '报告反映大部分地区的情况。',
  ])('is silent on %s', (text) => {
    expect(lead(text)).toEqual([]);
  });
});

describe('D-S4: announced points', () => {
  it.each([
    ['主要做了以下四项工作：一是完善目录；二是加强培训；三是规范流程。', '说有4项，后面写了3项'],
    ['还存在两个方面的不足。一是数量少；二是内容不全；三是更新慢。', '说有2项，后面写了3项'],
    ['重点做好以下三方面工作：\n\n1. 完善目录。\n2. 加强培训。', '说有3项，后面写了2项'],
    [
      '重点做好两项工作：\n\n（一）完善目录。详细。\n\n（二）加强培训。详细。\n\n（三）规范流程。详细。',
      '说有2项，后面写了3项',
    ],
  ])('R-15: counts what follows %s', (text, words) => {
    expect(messages('D-S4', text)).toEqual([expect.stringContaining(words)]);
  });

  it.each([
    '主要做了以下三项工作：一是完善目录；二是加强培训；三是规范流程。',
    '重点做好两项工作：\n\n## 完善目录\n\n落实专人。\n\n## 加强培训\n\n举办两期。',
    '主要做了以下四项工作：完善目录、加强培训、规范流程、压实责任。',
    '落实三项制度，从四个方面推进。一是完善目录；二是加强培训；四是规范流程。',
    '开展了以下两项工作：一是完善目录。（一）方面：二是加强培训。',
    '公开信息5条：一是完善目录；二是加强培训。',
  ])('is silent on %s', (text) => {
    expect(messages('D-S4', text)).toEqual([]);
  });
});
