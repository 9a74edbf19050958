import { describe, expect, it } from 'vitest';
import { unifiedDiff } from '../../../src/edit/diff.js';
import { applySplices } from '../../../src/edit/splice.js';

describe('applySplices', () => {
  it('replaces, inserts and deletes in any order', () => {
    const splices = [
      { start: 4, end: 5, text: '' },
      { start: 0, end: 1, text: '甲' },
      { start: 2, end: 2, text: '+' },
      { start: 2, end: 2, text: '-' },
    ];
    expect(applySplices('abcde', splices)).toBe('甲b+-cd');
  });

  it('throws on splices that overlap or leave the text', () => {
    expect(() => applySplices('abc', [{ start: 1, end: 4, text: '' }])).toThrow(RangeError);
    const both = [
      { start: 0, end: 2, text: '' },
      { start: 1, end: 2, text: '' },
    ];
    expect(() => applySplices('abc', both)).toThrow(RangeError);
  });
});

describe('unifiedDiff', () => {
  const before = '一\r\n二\r\n三\r\n四\r\n五\r\n六\r\n七\r\n';

  it('shows changed lines with one around, heads in Chinese, line ends left out', () => {
    expect(unifiedDiff('report.yaml', before, before.replace('三', '叁').replace('七', '柒'), 'zh')).toBe(
      [
        '--- report.yaml（现在）',
        '+++ report.yaml（改后）',
        '@@ -2,3 +2,3 @@ 第 2 行起',
        ' 二',
        '-三',
        '+叁',
        ' 四',
        '@@ -6,2 +6,2 @@ 第 6 行起',
        ' 六',
        '-七',
        '+柒',
        '',
      ].join('\n'),
    );
  });

  it('is empty for equal texts, in English on request, and says no more of a text without a last line end', () => {
    expect(unifiedDiff('x', before, before, 'zh')).toBe('');
    expect(unifiedDiff('x', 'a', 'b', 'en')).toBe(
      '--- x (as it is)\n+++ x (put right)\n@@ -1,1 +1,1 @@ from line 1\n-a\n+b\n',
    );
  });

  it('gives up on a text that is changed all over', () => {
    const lines = Array.from({ length: 5000 }, (_, line) => String(line));
    expect(unifiedDiff('x', lines.join('\n'), lines.map((line) => `x${line}`).join('\n'), 'zh')).toBeUndefined();
  });
});
