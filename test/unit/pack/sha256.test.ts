import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../src/pack/sha256.js';

const encoder = new TextEncoder();

describe('sha256', () => {
  test('agrees with the examples of the standard', () => {
    expect(sha256([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sha256([encoder.encode('abc')])).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  test('agrees with the platform for every length about a block', () => {
    for (let length = 0; length < 200; length++) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + length) & 255);
      expect(sha256([bytes])).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });

  test('chunks are one run of bytes', () => {
    expect(sha256([encoder.encode('a'), encoder.encode('bc')])).toBe(sha256([encoder.encode('abc')]));
  });
});
