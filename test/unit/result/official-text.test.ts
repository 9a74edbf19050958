import { describe, expect, it } from 'vitest';
import { officialWords } from '../../../src/result/official-text.js';
import { resultSubject, type ResultSubject } from '../../../src/result/subject.js';
import { sourceText } from '../../../src/source/source.js';
import { openText } from '../../support/forms.js';

const path = '/home/zhang/年报/report.yaml';
const open = openText('nianbao: 1\n模板: cn-2021\n年度: 2024\n单位: {名称: 某局}\n');
const subject: ResultSubject = {
  ...resultSubject(path, { value: open, diagnostics: [], sources: new Map() }),
  sources: new Map([[path, sourceText(path, '上年数据: [{文件: /mnt/去年.yaml}]\n')]]),
};
const words = officialWords(subject);

describe('sentences for the checked agency', () => {
  it.each([
    [`“${path}”读不出来。`, '“report.yaml”读不出来。'],
    ['上年数据文件“D:\\我的\\去年.yaml”找不到。', '上年数据文件“去年.yaml”找不到。'],
    ['路径“/mnt/去年.yaml”不能用。', '路径“/mnt/去年.yaml”不能用。'],
    ['这一格是“/”，那一格是“—”。', '这一格是“/”，那一格是“—”。'],
    ['“申请/答复”写得不全。', '“申请/答复”写得不全。'],
    ['t3/r1/total 为 3。', '表三“一、本年新收政府信息公开申请数量”行“总计”列 为 3。'],
    ['3 条规则没有检查：T3-C、T9-X。', '3 条规则没有检查：“办理结果总计等于各项结果之和”、T9-X。'],
    ['模板“cn-2021”适用于2021年以后。', '模板“政府信息公开工作年度报告（2021年格式）”适用于2021年以后。'],
  ])('%s', (text, official) => {
    expect(words.sentence(text)).toBe(official);
  });

  it.each([
    ['请核对模板名称（nianbao packs list 列出自带的模板）或文件夹路径。', ''],
    ['请改好这一部分，然后删去“草稿”一行；只想看样子可加 --draft。', '请改好这一部分，然后删去“草稿”一行。'],
    [
      '正文错了就改正文，把数写成引用 {{值 "t3/r1/total"}} 便不会再错；表错了就改表。',
      '正文错了就改正文；表错了就改表。',
    ],
    ['填 0 或者“/”。', '填 0 或者“/”。'],
  ])('advice: %s', (text, official) => {
    expect(words.advice(text)).toBe(official);
  });
});
