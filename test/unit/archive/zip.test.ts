import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../src/archive/crc32.js';
import { documentLimits, safeUnzip, type ZipLimits } from '../../../src/archive/zip-read.js';
import { canonicalZip } from '../../../src/archive/zip-write.js';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

function codes(bytes: Uint8Array, limits: ZipLimits = documentLimits): readonly string[] {
  return safeUnzip(bytes, 'a.xlsx', limits).diagnostics.map(({ code }) => code);
}

/** Bytes with a little-endian number written at every place of a signature plus an offset. */
function patched(bytes: Uint8Array, signature: number, offset: number, width: 2 | 4, value: number): Uint8Array {
  const out = bytes.slice();
  const view = new DataView(out.buffer);
  for (let at = 0; at + 4 <= out.length; at++) {
    if (view.getUint32(at, true) !== signature) continue;
    if (width === 2) view.setUint16(at + offset, value, true);
    else view.setUint32(at + offset, value, true);
  }
  return out;
}

const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END = 0x06054b50;
const plain = canonicalZip([
  ['a.txt', '甲'],
  ['b/c.txt', text('乙乙乙乙')],
]);

describe('safeUnzip', () => {
  it('gives the files of an archive by path, folders left out', () => {
    const files = safeUnzip(zipSync({ 'a.txt': text('甲'), 'd/': new Uint8Array() }), 'a.zip').value;
    expect([...(files ?? [])].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)])).toEqual([
      ['a.txt', '甲'],
    ]);
    expect(safeUnzip(plain, 'a.zip').value?.get('b/c.txt')).toEqual(text('乙乙乙乙'));
    const stored = zipSync({ 'a.txt': text('甲') }, { level: 0 });
    expect(safeUnzip(stored, 'a.zip').value?.get('a.txt')).toEqual(text('甲'));
  });

  it('refuses what leads elsewhere, comes twice, or is no file', () => {
    for (const path of ['../a', 'a/../b', '/a', 'C:\\a', 'a\\b', 'C:a', './a', 'a//b', 'a\u0001b'])
      expect([path, codes(zipSync({ [path]: text('x') }))]).toEqual([path, ['archive/unsafe-name']]);
    expect(codes(zipSync({ 'A.txt': text('x'), 'a.TXT': text('y') }))).toEqual(['archive/unsafe-name']);
    const link = zipSync({ a: [text('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] });
    expect(codes(link)).toEqual(['archive/unsafe-name']);
  });

  it('refuses more entries, bytes or packing than the limits allow, by what is really unpacked', () => {
    const bomb = zipSync({ a: new Uint8Array(40 * 1024 * 1024) }, { level: 9 });
    expect(bomb.length).toBeLessThan(100_000);
    expect(codes(bomb)).toEqual(['archive/too-large']);
    const start = Date.now();
    // The directory says 10 bytes, and 40 MB would come out.
    expect(codes(patched(bomb, CENTRAL, 24, 4, 10))).toEqual(['archive/damaged']);
    expect(Date.now() - start).toBeLessThan(2000);
    expect(codes(zipSync({ a: new Uint8Array(3 * 1024 * 1024) }))).toEqual(['archive/too-large']);
    const many = zipSync(Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`f${index}`, text('x')])));
    expect(codes(many, { ...documentLimits, entries: 20 })).toEqual(['archive/too-large']);
    expect(codes(plain, { ...documentLimits, totalBytes: 14 })).toEqual(['archive/too-large']);
    expect(codes(plain, { ...documentLimits, totalBytes: 15 })).toEqual([]);
    expect(codes(plain, { ...documentLimits, entryBytes: 11 })).toEqual(['archive/too-large']);
  });

  it('refuses encrypted and damaged archives', () => {
    expect(codes(patched(plain, CENTRAL, 8, 2, 1))).toEqual(['archive/encrypted']);
    expect(codes(patched(plain, CENTRAL, 16, 4, 1))).toEqual(['archive/damaged']);
    expect(codes(patched(plain, CENTRAL, 10, 2, 99))).toEqual(['archive/damaged']);
    expect(codes(patched(plain, CENTRAL, 42, 4, 0))).toEqual(['archive/damaged']);
    expect(codes(patched(plain, CENTRAL, 20, 4, 0xffffffff))).toEqual(['archive/damaged']);
    expect(codes(patched(plain, END, 16, 4, 0xffffffff))).toEqual(['archive/damaged']);
    expect(codes(patched(plain, END, 10, 2, 1))).toEqual(['archive/damaged']);
    expect(codes(patched(plain, LOCAL, 30, 2, 0x7878))).toEqual(['archive/damaged']);
  });

  it('every part of an archive, and noise, gives a finding in Chinese and no exception', () => {
    for (let length = 0; length < plain.length; length++) {
      const { value, diagnostics } = safeUnzip(plain.subarray(0, length), 'a.xlsx');
      expect(value).toBeUndefined();
      expect(diagnostics[0]?.message.zh).toMatch(/^“a\.xlsx”/u);
    }
    for (let at = 0; at < plain.length; at++) {
      const bytes = plain.slice();
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      const { value, diagnostics } = safeUnzip(bytes, 'a.xlsx');
      expect(value === undefined ? diagnostics.length : 1).toBe(1);
    }
  });
});

describe('canonicalZip', () => {
  it('R-40: is the same bytes in every time zone, in the order given, from 1980', () => {
    const zones = ['Asia/Shanghai', 'America/New_York', 'UTC'].map((zone) => {
      const before = process.env['TZ'];
      process.env['TZ'] = zone;
      const bytes = canonicalZip([
        ['b', '1'.repeat(100)],
        ['a', '2'],
      ]);
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
      return Buffer.from(bytes).toString('hex');
    });
    expect(new Set(zones).size).toBe(1);
    const [hex = ''] = zones;
    const bytes = Buffer.from(hex, 'hex');
    expect(bytes.readUInt16LE(10)).toBe(0);
    expect(bytes.readUInt16LE(12)).toBe(0x0021);
    expect([...(safeUnzip(bytes, 'a').value?.keys() ?? [])]).toEqual(['b', 'a']);
  });

  it('has the checksum of IEEE 802.3', () => {
    expect(crc32(text('123456789'))).toBe(0xcbf43926);
  });
});
