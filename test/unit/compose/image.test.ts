import { describe, expect, it } from 'vitest';
import { readImage } from '../../../src/compose/image-bytes.js';
import { composeSectionText } from './composing.js';

/** The head and the end of a PNG of that size; pixels are never read. */
function png(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(70);
  const view = new DataView(bytes.buffer);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  view.setUint32(8, 13);
  view.setUint32(12, 0x49484452);
  view.setUint32(16, width);
  view.setUint32(20, height);
  view.setUint32(62, 0x49454e44);
  return bytes;
}

function jpeg(components: number): Uint8Array {
  const bytes = new Uint8Array(60);
  // APP0 with two bytes of content, then a baseline frame of 30 x 20.
  bytes.set([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 8 + 3 * components, 8, 0, 20, 0, 30, components]);
  return bytes;
}

describe('readImage', () => {
  it('reads size and kind of PNG and JPEG', () => {
    expect(readImage(png(640, 480))).toEqual({ mediaType: 'image/png', width: 640, height: 480 });
    expect(readImage(jpeg(3))).toEqual({ mediaType: 'image/jpeg', width: 30, height: 20 });
    expect(readImage(jpeg(1))).toEqual({ mediaType: 'image/jpeg', width: 30, height: 20 });
  });

  it.each([
    ['format', new TextEncoder().encode('GIF89a')],
    ['format', new Uint8Array()],
    ['damaged', png(640, 480).slice(0, 40)],
    ['damaged', png(0, 480)],
    ['damaged', png(640, 40_000)],
    ['damaged', jpeg(3).slice(0, 12)],
    ['damaged', new Uint8Array([0xff, 0xd8, 0xff, 0xff, 0xff, 0xff, 0xff])],
    ['damaged', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0])],
    ['colour', jpeg(4)],
    ['large', new Uint8Array(10 * 1024 * 1024 + 1)],
  ])('refuses: %s', (fault, bytes) => {
    expect(readImage(bytes)).toBe(fault);
  });
});

describe('images of the text', () => {
  const images = (path: string): Uint8Array | undefined =>
    ['a.png', '图 一.png'].includes(path) ? png(2, 1) : undefined;

  it('stands between the paragraphs, with alternative text and caption', () => {
    const { blocks, diagnostics } = composeSectionText('前文![说明{{年}}](a.png "图{{年}}")后文', { images });
    expect(blocks.map((b) => b.type)).toEqual(['paragraph', 'figure', 'paragraph']);
    expect(blocks[1]).toMatchObject({
      alt: '说明2023',
      caption: [{ value: '图2023' }],
      pixels: { width: 2, height: 1 },
    });
    expect(diagnostics).toEqual([]);
  });

  it('finds percent-coded names', () => {
    expect(composeSectionText('![甲](图%20一.png)', { images }).blocks[0]?.type).toBe('figure');
  });

  it.each([
    ['compose/image-text', '![](a.png)'],
    ['compose/image', '![甲](b.png)'],
    ['compose/image', '![甲](../a.png)'],
    ['compose/image', '![甲](%2e%2e/a.png)'],
    ['compose/image', '![甲](/a.png)'],
    ['compose/image', '![甲](https://example.cn/a.png)'],
    ['compose/image', '![甲](C:a.png)'],
  ])('%s: %s, kept as typed', (code, text) => {
    const asked: string[] = [];
    const { blocks, diagnostics } = composeSectionText(text, {
      images: (path) => {
        asked.push(path);
        return images(path);
      },
    });
    expect(diagnostics.map((d) => [d.code, d.severity])).toEqual([[code, 'error']]);
    expect(blocks).toMatchObject([{ type: 'paragraph', children: [{ value: text }] }]);
    expect(asked.every((path) => !path.includes('..') && !path.includes(':'))).toBe(true);
  });
});
