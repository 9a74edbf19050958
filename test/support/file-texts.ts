/** Everything that can be read out of an output, for tests that look for what must not be in it. */
import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { expect } from 'vitest';

/** Every byte string a reader could get out of a file: parts of a ZIP with their names, inflated streams of a PDF. */
export function readable(name: string, bytes: Uint8Array): readonly string[] {
  if (/\.(?:docx|xlsx)$/u.test(name)) {
    return Object.entries(unzipSync(bytes)).flatMap(([part, content]) => {
      const text = strFromU8(content, true);
      // Without its tags too, since a text may be spread over several runs.
      return [part, text, text.replace(/<[^>]*>/gu, '')];
    });
  }
  const raw = Buffer.from(bytes).toString('latin1');
  if (!name.endsWith('.pdf')) return [raw];
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/gu)].flatMap(([, stream = '']) => {
    try {
      return [inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')];
    } catch {
      return [];
    }
  });
  expect(streams.length).toBeGreaterThan(5);
  return [raw, ...streams];
}

/** A secret as it may stand in a file: as it is, in UTF-16 as PDF strings have it, and in hexadecimal. */
export function spellings(secret: string): readonly string[] {
  const wide = [...secret].map((character) => `\0${character}`).join('');
  const hex = (text: string): string => Buffer.from(text, 'latin1').toString('hex');
  return [secret, wide, hex(secret), hex(secret).toUpperCase(), hex(wide), hex(wide).toUpperCase()];
}
