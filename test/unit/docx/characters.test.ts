import { describe, expect, test } from 'vitest';
import { cleanText, fontSpans } from '../../../src/write/docx/characters.js';

function marksOf(text: string): string {
  return fontSpans(text)
    .map((span) => (span.eastAsianMarks ? `[${span.text}]` : span.text))
    .join('');
}

describe('font spans', () => {
  test('R-30: quotes, dashes, ellipses and dots stand apart from letters and digits', () => {
    expect(marksOf('危及“三安全”——2023年……‘甲·乙’')).toBe('危及[“]三安全[”——]2023年[……‘]甲[·]乙[’]');
  });

  test('R-30: an apostrophe between Latin letters stays Western, a closing quote does not', () => {
    expect(marksOf('it’s ’好’')).toBe('it’s [’]好[’]');
  });

  test('hyphen and en dash stay Western, circled numbers do not', () => {
    expect(marksOf('2019–2023-①')).toBe('2019–2023-[①]');
  });

  test('nothing of the text is lost or moved', () => {
    const text = '“a”—1…·𠮷①';
    expect(
      fontSpans(text)
        .map((span) => span.text)
        .join(''),
    ).toBe(text);
  });
});

describe('clean text', () => {
  test('R-39: what XML cannot hold is taken out and named', () => {
    expect(cleanText('a\u0000b\u000Bc\uFFFEd\uD800e')).toEqual({ text: 'abcde', removed: [0, 11, 0xfffe, 0xd800] });
  });

  test('tabs, line feeds and astral characters stay; carriage returns become line feeds', () => {
    expect(cleanText('a\tb\r\nc\rd𠮷')).toEqual({ text: 'a\tb\nc\nd𠮷', removed: [] });
  });
});
