import { describe, expect, it } from 'vitest';
import { chineseNumber } from '../../../../src/validate/document/prose/chinese-numerals.js';
import { datesOf, maskOf } from '../../../../src/validate/document/prose/not-figures.js';
import { numeralsOf, unitsOf } from '../../../../src/validate/document/prose/numerals.js';
import { quotedSpans } from '../../../../src/validate/document/years.js';

const units = unitsOf(['件', '条', '次', '人次', '人', '期', '个', '元', '万元', '亿元', '名', '篇', '宗']);

function read(text: string): readonly string[] {
  const masked = maskOf(text, [...quotedSpans(text), ...datesOf(text)]);
  return numeralsOf(text, units, masked).map(({ low, high, unit, kind }) => {
    const value = low.eq(high) ? low.toString() : `${low.toString()}..${high.toString()}`;
    return kind === 'percent' ? `${value}%` : `${value}${unit}`;
  });
}

describe('numbers in running text', () => {
  it.each([
    ['办结1,234件', '1234件'],
    ['办结1，234件', '1234件'],
    ['办结１２件', '12件'],
    ['收到申请 12 件', '12件'],
    ['公开信息一百二十三条', '123条'],
    ['召开会议两次', '2次'],
    ['培训一期', '1期'],
    ['收费0.5万元', '0.45..0.55万元'],
    ['收费3万元', '3万元'],
    ['占12.5%', '12.5%'],
    ['占百分之三', '3%'],
  ])('R-16: reads %s exactly', (text, value) => {
    expect(read(text)).toEqual([value]);
  });

  it.each([
    ['来电6.58万次', '65750..65850次'],
    ['讯息1000余条', '1000..2000条'],
    ['咨询300多条', '300..400条'],
    ['近3万人次', '20000..30000人次'],
    ['约500件', '400..600件'],
    ['1050人次以上', '1050..Infinity人次'],
    ['超过80件', '80..Infinity件'],
  ])('R-16: takes %s as bounds', (text, bounds) => {
    expect(read(text)).toEqual([bounds]);
  });

  it.each([
    '2023年3月15日印发',
    '国办公开办函〔2021〕30号',
    '电话：0000-1234567',
    '电话85203306',
    '地址：中山路1号',
    '第3次会议',
    '第二十条第（一）项',
    '一是完善制度，二是加强培训',
    '12345热线',
    '拨打12329、12345咨询',
    '24小时自助区',
    '见 https://www.example.gov.cn/a/2023/12件.html',
    '5·15政务公开日',
    '“三审三校”制度',
    '一个专栏',
    '一次性告知',
    '《2016年工作要点10条》',
    '前3名',
    '手机APP 3.0版',
  ])('R-16: finds no figure in %s', (text) => {
    expect(read(text).filter((value) => /\D$/u.test(value))).toEqual([]);
  });

  it('leaves no number of a list behind as a figure', () => {
    expect(read('1. 公开信息5条')).toEqual(['5条']);
    expect(read('（二）公开信息5条')).toEqual(['5条']);
  });
});

describe('Chinese digits', () => {
  it.each([
    ['十', '10'],
    ['二十五', '25'],
    ['一百零三', '103'],
    ['两千', '2000'],
    ['三万五千', '35000'],
    ['一亿二千万', '120000000'],
  ])('%s is %s', (text, value) => {
    expect(chineseNumber(text)?.toFixed()).toBe(value);
  });

  it.each(['万', '一一', '十百', '一万一万', ''])('%s is no number', (text) => {
    expect(chineseNumber(text)).toBeUndefined();
  });
});
