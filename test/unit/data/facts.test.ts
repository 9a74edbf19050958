import { describe, expect, it } from 'vitest';
import { creditCodeProblem } from '../../../src/data/credit-code.js';
import { isoDate, readDate } from '../../../src/data/date.js';
import { pathProblem } from '../../../src/data/paths.js';

describe('dates', () => {
  it.each([
    ['2024-01-20', '2024-01-20'],
    ['2024年1月20日', '2024-01-20'],
    ['2024-1-5', '2024-01-05'],
    ['2024-02-29', '2024-02-29'],
  ])('%s is read', (text, iso) => {
    const reading = readDate(text);
    expect(reading.kind === 'date' ? isoDate(reading.date) : undefined).toBe(iso);
  });

  it.each([
    ['20240120', '2024-01-20'],
    ['2024/1/20', '2024-01-20'],
    ['2024.1.20', '2024-01-20'],
    ['２０２４年１月２０日', '2024-01-20'],
    ['2024 年 1 月 20 日 ', '2024-01-20'],
    ['2024—01—20', '2024-01-20'],
    ['二〇二四年一月二十日', '2024-01-20'],
    ['二○二四年十二月三十一日', '2024-12-31'],
  ])('%s is recognised and explained, not silently taken', (text, corrected) => {
    expect(readDate(text)).toEqual({ kind: 'other-form', corrected });
  });

  it.each(['2023-02-29', '2024-13-01', '2024年4月31日', '20241301', '1900-02-29'])('%s is no day', (text) => {
    expect(readDate(text).kind).toBe('no-such-day');
  });

  it.each(['20-1-2024', '1/2/2024', '去年', '2024', '2024年1月'])('%s is no date', (text) => {
    expect(readDate(text).kind).toBe('not-a-date');
  });
});

describe('统一社会信用代码', () => {
  it('holds the check sign of GB 32100-2015', () => {
    expect(creditCodeProblem('91350100M000100Y43')).toBeUndefined();
    expect(creditCodeProblem('91350100M000100Y44')).toEqual({ kind: 'check', expected: '3' });
    expect(creditCodeProblem('91350100M000100Y4')).toEqual({ kind: 'form' });
    expect(creditCodeProblem('91350100M000100I43')).toEqual({ kind: 'form' });
  });
});

describe('paths', () => {
  it.each([
    ['a.png', undefined, undefined],
    ['图/一.png', undefined, undefined],
    ['../2022/report.yaml', 'outside', undefined],
    ['../report.yaml', 'outside', 'outside'],
    ['../../2022/report.yaml', 'outside', 'outside'],
    ['a/../../b', 'outside', 'outside'],
    ['/etc/passwd', 'absolute', 'absolute'],
    ['~/a', 'absolute', 'absolute'],
    ['C:/a', 'absolute', 'absolute'],
    ['c:a', 'absolute', 'absolute'],
    ['\\\\server\\a', 'absolute', 'absolute'],
    ['//server/a', 'absolute', 'absolute'],
    ['a\\b', 'backslash', 'backslash'],
    ['file:///a', 'address', 'address'],
    ['https://example.org/a', 'address', 'address'],
    ['a\u0000b', 'sign', 'sign'],
  ])('%s', (path, own, sibling) => {
    expect(pathProblem(path, false)).toBe(own);
    expect(pathProblem(path, true)).toBe(sibling);
  });
});
