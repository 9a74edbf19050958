import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { opened } from './opened.js';

const first = '2022年，我局共收到政府信息公开申请4件。';
const second = '2022年度，我局举办新闻发布会3次。';
const text = `${first}\n\n${second}`;

/** A waiver of D-Y3 as it stands in a data file. */
const waiver = (words: string): string =>
  ['豁免:', `  - 代码: D-Y3`, `    原文: ${words}`, '    理由: 按原报告照录', '    审批人: ○○○'].join('\n');

const codes = (extra: string, body = text): readonly string[] =>
  opened({ text: body, extra })
    .diagnostics.filter(({ code }) => code.startsWith('waiver/') || code === 'D-Y3')
    .map(({ code, waived }) => (waived === undefined ? code : `${code} waived`));

describe('R-11: waivers of findings on the text', () => {
  it('are printed with the sentence, ready to paste, and cover that finding alone', () => {
    const [found] = opened({ text }, 'D-Y3').diagnostics;
    const [item] = parse(found?.waiver ?? '') as readonly Record<string, string>[];
    expect(item).toEqual({ 代码: 'D-Y3', 原文: first, 理由: '待填', 审批人: '待填' });
    expect(codes(waiver(JSON.stringify(item?.['原文'])))).toEqual(['D-Y3 waived', 'D-Y3']);
    expect(codes(waiver('举办新闻 发布会3次'))).toEqual(['D-Y3', 'D-Y3 waived']);
  });

  it('quote only the beginning of a long sentence, which is enough', () => {
    const long = first.replace('申请', `申请${'以及各类咨询投诉举报事项'.repeat(8)}`);
    const [found] = opened({ text: long }, 'D-Y3').diagnostics;
    const [item] = parse(found?.waiver ?? '') as readonly Record<string, string>[];
    expect(item?.['原文']).toHaveLength(60);
    expect(codes(waiver(JSON.stringify(item?.['原文'])), long)).toEqual(['D-Y3 waived']);
  });

  it('lapse when the text is gone and a finding of the kind is left', () => {
    const { diagnostics } = opened({ text: second, extra: waiver(first) });
    const lapsed = diagnostics.find(({ code }) => code === 'waiver/lapsed');
    expect(lapsed).toMatchObject({ severity: 'warning', facts: { waiver: 'D-Y3', text: first } });
    expect(lapsed?.message.zh).toBe(`D-Y3 的豁免已失效：有这个问题的文字里没有“${first}”。`);
    expect(codes(waiver(first), second)).toContain('D-Y3');
  });

  it('are unused when no finding of the kind is left', () => {
    expect(codes(waiver(first), '2023年，我局收到申请4件。')).toEqual(['waiver/unused']);
  });

  it('without 原文 cover every finding of the code, as before', () => {
    const all = waiver('x').replace('    原文: x\n', '');
    expect(codes(all)).toEqual(['D-Y3 waived', 'D-Y3 waived']);
  });
});
