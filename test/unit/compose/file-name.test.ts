import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from '../../../src/compose/file-name.js';

describe('safeFileName', () => {
  it.each([
    ['某市公积金中心2023年政府信息公开工作年度报告', '某市公积金中心2023年政府信息公开工作年度报告'],
    ['a<b>:"/\\|?*c', 'a-b--------c'],
    [' 甲. ', '甲'],
    ['..', 'report'],
    ['', 'report'],
    ['CON', '_CON'],
    ['com1.txt', '_com1.txt'],
    ['console', 'console'],
    ['e\u0301\u200b', 'é'],
  ])('%j -> %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  it('cuts at 200 bytes without breaking a character', () => {
    const name = safeFileName('𠮷'.repeat(100));
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
    expect([...name].every((character) => character === '𠮷')).toBe(true);
  });

  it('is safe for any text, and safe twice is safe once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const safe = safeFileName(name);
        expect(safe).not.toBe('');
        expect(safe).not.toMatch(/[<>:"/\\|?*\p{Cc}]|^[\s.]|[\s.]$/u);
        expect(new TextEncoder().encode(safe).length).toBeLessThanOrEqual(200);
        expect(safeFileName(safe)).toBe(safe);
      }),
    );
  });
});
