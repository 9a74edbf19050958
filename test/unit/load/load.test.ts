import { describe, expect, it } from 'vitest';
import { earlyKeys, isDataFile, load } from '../../../src/load/load.js';
import { lineHints } from '../../../src/load/line-hints.js';
import { sourceText } from '../../../src/source/source.js';
import { templatePack } from '../../support/template-pack.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('load', () => {
  it('finds pack, profile and last year’s files before the pack is known', () => {
    const { value, diagnostics } = load(
      bytes(
        'nianbao: 1\n模板: cn-2021\n配置: ../city.yaml\n上年数据:\n  - ../2022/a.yaml\n  - {文件: ../2022/b.yaml}\n',
      ),
      'a.yaml',
    );
    expect(diagnostics).toEqual([]);
    expect(value?.pack?.value).toBe('cn-2021');
    expect(value?.profile?.value).toBe('../city.yaml');
    expect(value?.previousFiles.map((file) => file.value)).toEqual(['../2022/a.yaml', '../2022/b.yaml']);
    expect(value?.encoding).toBe('utf-8');
  });

  it('loads JSON the same way', () => {
    const { value } = load(bytes('{"nianbao": 1, "pack": "cn-2014", "previous": "../2013/report.json"}'), 'a.json');
    expect(value?.pack?.value).toBe('cn-2014');
    expect(value?.previousFiles).toHaveLength(1);
  });

  it('gives the source with the diagnostics of a file that has no value', () => {
    const { value, source } = load(bytes('nianbao: 1\n年度：2023\n'), 'a.yaml');
    expect(value).toBeUndefined();
    expect(source?.name).toBe('a.yaml');
  });

  it('knows the same early names as the terms of the base pack', () => {
    const { terms } = templatePack('cn-2021');
    for (const key of ['pack', 'profile', 'previous', 'file'] as const)
      expect(terms.keys[key], key).toEqual(earlyKeys[key]);
  });

  it('takes only files with the nianbao key for data files', () => {
    expect(isDataFile(bytes('nianbao: 1\n'), 'a.yaml')).toBe(true);
    expect(isDataFile(bytes('name: x\n'), 'a.yaml')).toBe(false);
    expect(isDataFile(bytes('{'), 'a.yaml')).toBe(false);
  });
});

describe('R-01: slips and their corrected lines', () => {
  it.each([
    ['年度：2023', 'load/full-width-colon', '年度: 2023'],
    ['  - 文件 ： a.yaml', 'load/full-width-colon', '  - 文件: a.yaml'],
    ['年度:2023', 'load/no-space-after-colon', '年度: 2023'],
    ['\t年度: 2023', 'load/tab-indent', '年度: 2023'],
    ['　年度: 2023', 'load/wide-space', '年度: 2023'],
    ['标题: "关于"放管服"的报告"', 'load/inner-quote', '标题: 关于“放管服”的报告'],
    ["标题: '甲'乙'丙'", 'load/inner-quote', '标题: 甲‘乙’丙'],
    ['标题: "甲', 'load/unclosed-quote', '标题: "甲"'],
    ['标题: {{year}}年', 'load/reference-not-quoted', "标题: '{{year}}年'"],
    ['重点: *x*', 'load/alias', "重点: '*x*'"],
    ['标题: 通知: 内容', 'load/second-colon', "标题: '通知: 内容'"],
    ["标题: 通知: 内容's", 'load/second-colon', "标题: '通知: 内容''s'"],
    ['正文: |文字', 'load/block-header', '正文: 文字'],
    ['正文: > 90%', 'load/block-header', "正文: '> 90%'"],
    ['单位: @甲', 'load/reserved-start', "单位: '@甲'"],
    ['路径: "C:\\年报"', 'load/bad-escape', "路径: 'C:\\年报'"],
  ])('%s', (line, code, corrected) => {
    const [hint] = lineHints(sourceText('a', line), 1, 1);
    expect(hint).toMatchObject({ code, corrected });
    expect(lineHints(sourceText('a', corrected), 1, 1)).toEqual([]);
  });

  it.each([
    '标题: 甲：乙',
    '网址: http://example.org',
    '正文: |',
    '正文: >-  # 说明',
    '标题: "甲" # 说明',
    '时间: 12:30',
    'r1: {自然人: 1, 总计: 2}',
    '# 年度：2023',
    "标题: 'a''b'",
    '- 甲',
  ])('says nothing of %s', (line) => expect(lineHints(sourceText('a', line), 1, 1)).toEqual([]));
});
