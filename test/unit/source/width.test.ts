import { describe, expect, it } from 'vitest';
import { lineOf, positionOf, sourceText } from '../../../src/source/source.js';
import { displayWidth, shownText } from '../../../src/source/width.js';

describe('displayWidth', () => {
  it.each([
    ['abc 123', 7],
    ['年度', 4],
    ['“年”', 6],
    ['——', 4],
    ['（ａ）', 6],
    ['𠮷', 2],
    ['e\u0301', 1],
    ['　', 2],
  ])('%s takes %i columns', (text, width) => expect(displayWidth(text)).toBe(width));

  it('shows a tab as one column and no control character', () => {
    expect(shownText('\ta\u0007b')).toBe('⇥a·b');
    expect(displayWidth(shownText('\ta'))).toBe(2);
  });
});

describe('positions', () => {
  it('counts characters, not UTF-16 units, and takes CRLF as one line end', () => {
    const source = sourceText('a', '甲\r\n𠮷乙\n');
    expect(positionOf(source, source.text.indexOf('乙'))).toEqual({ line: 2, column: 2 });
    expect(lineOf(source, 1)).toBe('甲');
    expect(positionOf(source, 999)).toEqual({ line: 3, column: 1 });
  });
});
