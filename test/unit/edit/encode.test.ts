import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeText, spliceBytes } from '../../../src/edit/encode.js';
import { applySplices } from '../../../src/edit/splice.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (label: string, bytes: Uint8Array | undefined): string =>
  new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);

describe('encodeText', () => {
  it('writes GBK that its reader gives back', () => {
    const text = '政府信息公开：１２ ○○○ 〇—“”‘’·…①ⅣＡ\r\nabc';
    expect(decode('gbk', encodeText(text, 'gbk', 'x').value)).toBe(text);
    expect([...(encodeText('中', 'gbk', 'x').value ?? [])]).toEqual([0xd6, 0xd0]);
  });

  it('puts the byte order mark back', () => {
    expect([...(encodeText('a', 'utf-8-bom', 'x').value ?? [])]).toEqual([0xef, 0xbb, 0xbf, 0x61]);
    expect([...(encodeText('a', 'utf-8', 'x').value ?? [])]).toEqual([0x61]);
  });

  it('refuses what GBK does not hold (edit/not-in-gbk)', () => {
    const { value, diagnostics } = encodeText('镕𠀀', 'gbk', 'x.yaml');
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, facts }) => [code, facts])).toEqual([
      ['edit/not-in-gbk', { character: 'U+20000' }],
    ]);
    expect(diagnostics[0]?.range?.file).toBe('x.yaml');
  });

  it('holds every character that GBK text can hold, and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0x80, max: 0xffff }), (code) => {
        if (code >= 0xd800 && code <= 0xdfff) return;
        const character = String.fromCharCode(code);
        const { value } = encodeText(character, 'gbk', 'x');
        expect(value === undefined ? character : decode('gbk', value)).toBe(character);
      }),
      { numRuns: 2000, seed: 1 },
    );
  });
});

describe('spliceBytes', () => {
  const text = '年度：2025\r\n名称: 𠀀镕\n# é 注释\n';

  it.each(['utf-8', 'utf-8-bom'] as const)(
    'R-01: changes %s bytes as the text is changed, and nothing else',
    (encoding) => {
      fc.assert(
        fc.property(fc.nat(text.length), fc.nat(5), fc.constantFrom('', ':', '： ', '𠀀'), (start, length, put) => {
          const end = Math.min(text.length, start + length);
          if (/[\udc00-\udfff]/u.test(text.charAt(start)) || /[\udc00-\udfff]/u.test(text.charAt(end))) return;
          const bytes = encodeText(text, encoding, 'x').value ?? new Uint8Array();
          const splices = [{ start, end, text: put }];
          const expected = encodeText(applySplices(text, splices), encoding, 'x').value;
          expect(spliceBytes(bytes, encoding, splices, 'x').value).toEqual(expected);
        }),
        { numRuns: 300, seed: 2 },
      );
    },
  );

  it('keeps bytes of GBK that the table would write otherwise, and codes of four bytes', () => {
    // A3A0 and A1A1 are both the full-width space; 81 30 81 30 is a character of GB 18030 beyond GBK.
    const bytes = Uint8Array.of(0x61, 0xa3, 0xa0, 0x81, 0x30, 0x81, 0x30, 0x90, 0x30, 0x81, 0x30, 0x3a, 0x62);
    const read = decode('gb18030', bytes);
    const colon = read.indexOf(':');
    const written = spliceBytes(bytes, 'gbk', [{ start: colon, end: colon + 1, text: ': ' }], 'x').value;
    expect([...(written ?? [])]).toEqual([...bytes.subarray(0, 12), 0x20, 0x62]);
  });

  it('applies several splices in any order, insertions in theirs', () => {
    const splices = [
      { start: 3, end: 4, text: '丙' },
      { start: 1, end: 1, text: '甲' },
      { start: 1, end: 1, text: '乙' },
    ];
    expect(decode('utf-8', spliceBytes(bytesOf('一二三四'), 'utf-8', splices, 'x').value)).toBe('一甲乙二三丙');
  });

  it('throws on splices that overlap or leave the text', () => {
    expect(() => spliceBytes(bytesOf('abc'), 'utf-8', [{ start: 2, end: 9, text: '' }], 'x')).toThrow(RangeError);
    const both = [
      { start: 0, end: 2, text: '' },
      { start: 1, end: 3, text: '' },
    ];
    expect(() => spliceBytes(bytesOf('abc'), 'utf-8', both, 'x')).toThrow(RangeError);
  });
});
