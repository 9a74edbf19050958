import { createHash, getHashes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sm3 } from '../../../src/bytes/sm3.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('SM3', () => {
  it('gives the examples of GB/T 32905-2016, annex A', () => {
    expect(sm3(bytesOf('abc'))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
    expect(sm3(bytesOf('abcd'.repeat(16)))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732');
  });

  it.skipIf(!getHashes().includes('sm3'))('gives what the platform gives, at every length around a block', () => {
    for (const length of [0, 1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1000, 70_001]) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 37) % 251);
      expect(sm3(bytes), String(length)).toBe(createHash('sm3').update(bytes).digest('hex'));
    }
  });
});
