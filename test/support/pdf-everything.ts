/** A report with everything the tree can hold, for the evidence on PDF: it is what the closed list is taken from. */
import { deflateSync } from 'node:zlib';
import type { EmbeddedData } from '../../src/write/writer.js';
import type { PageStyle } from '../../src/report/style.js';
import type { Block, Report, Table } from '../../src/report/tree.js';
import { body, fullReport, heading, report, tableFour, text } from './pdf-fixtures.js';

const PNG_SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];

/** A PNG of 2 by 2 pixels: `colour` 0 grey, 2 RGB, 3 palette, 6 RGB with transparency. */
export function smallPng(colour: 0 | 2 | 3 | 6): Uint8Array {
  const channels = { 0: 1, 2: 3, 3: 1, 6: 4 }[colour];
  const row = [0, ...Array.from({ length: 2 * channels }, (_, i) => (colour === 3 ? i % 2 : 40 * i))];
  const chunk = (name: string, data: readonly number[]): number[] => {
    const size = data.length;
    // The checksum is not read by PDF writers.
    return [0, 0, size >> 8, size & 255, ...Buffer.from(name), ...data, 0, 0, 0, 0];
  };
  return Uint8Array.from([
    ...PNG_SIGNATURE,
    ...chunk('IHDR', [0, 0, 0, 2, 0, 0, 0, 2, 8, colour, 0, 0, 0]),
    ...(colour === 3 ? chunk('PLTE', [0, 0, 0, 255, 255, 255]) : []),
    ...chunk('IDAT', [...deflateSync(Uint8Array.from([...row, ...row]))]),
    ...chunk('IEND', []),
  ]);
}

/** Head of a grey JPEG and no picture: readers of the file's structure need no more. */
export function smallJpeg(): Uint8Array {
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 2, 0, 2, 1, 1, 0x11, 0, 0xff, 0xd9]);
}

function figure(image: Uint8Array, mediaType: 'image/png' | 'image/jpeg', caption: string): Block {
  return {
    type: 'figure',
    image,
    mediaType,
    pixels: { width: 2, height: 2 },
    alt: `示意图（${mediaType}）`,
    caption: caption === '' ? [] : text(caption),
  };
}

/** 600 different characters, so that one font has more than two ranges in its map to Unicode. */
const MANY = Array.from({ length: 600 }, (_, i) => String.fromCodePoint(0x4e00 + i * 7)).join('');

/** A table that stands sideways. */
function wideTable(): Table {
  const table = tableFour();
  return { ...table, id: 'n1', name: '宽表', page: 'landscape' };
}

/** A style whose table heads are tinted, which the built-in packs leave out. */
export function tinted(style: PageStyle): PageStyle {
  const tables = Object.entries(style.tables).map(([name, look]) => [name, { ...look, headFill: '#DDEEFF' }]);
  return { ...style, tables: Object.fromEntries(tables) as PageStyle['tables'] };
}

/** `fullReport` with what it lacks: quotes, nested lists, figures, marks side by side, rare characters, landscape, draft. */
export function everything(characters = MANY): Report {
  const base = fullReport();
  const extra: Block[] = [
    heading(1, '七、', '其他', 's7'),
    { type: 'paragraph', role: 'leadHeading', children: text('编制说明') },
    { type: 'paragraph', role: 'quote', children: text('“公开为常态、不公开为例外”（《条例》第五条）。') },
    body('生僻字：镕、喆、堃、䶮、𬭚；符号：㎡、①、℃、‰、☑、Ⅲ；西文：Café, don’t, α–ω，£1。'),
    body('她说：“《条例》（2019年修订）、《办法》。”“好！”——《公报》……（完）。'),
    body(characters),
    {
      type: 'paragraph',
      role: 'body',
      children: [
        { type: 'text', value: '重点', strong: true },
        { type: 'text', value: ' bold', strong: true, emphasis: true },
        {
          type: 'link',
          href: 'mailto:xxgk@example.gov.cn',
          children: [{ type: 'text', value: 'xxgk@example.gov.cn' }],
        },
        { type: 'lineBreak' },
        { type: 'text', value: '换行后的文字。' },
      ],
    },
    {
      type: 'list',
      items: [
        {
          marker: '1.',
          children: [
            body('有下级的一项：'),
            {
              type: 'list',
              items: [
                { marker: '·', children: [body('甲'), body('又一段')] },
                { marker: '', children: [body('无标记')] },
              ],
            },
          ],
        },
        {
          marker: '（2）',
          children: [
            {
              type: 'paragraph',
              role: 'body',
              runIn: { level: 3, number: '1.', children: text('渠道。'), id: 'r' },
              children: text('接排的正文。'),
            },
          ],
        },
      ],
    },
    figure(smallPng(0), 'image/png', '图1　灰度'),
    figure(smallPng(2), 'image/png', ''),
    figure(smallPng(3), 'image/png', '图3　调色板'),
    figure(smallPng(6), 'image/png', ''),
    figure(smallJpeg(), 'image/jpeg', '图5　照片'),
    heading(2, '（一）', '横排的表', 's7-1'),
    wideTable(),
    { type: 'paragraph', role: 'tableNote', children: text('注：本表横排。') },
    body('横排表之后。'),
    { type: 'paragraph', role: 'tableUnit', children: text('单位：件') },
    { type: 'paragraph', role: 'footnote', children: text('（附注）') },
  ];
  return report([...base.children, ...extra], { draftMark: '草稿' });
}

/** Data inside the file, as `build` puts it there. */
export const embeddedData: EmbeddedData = {
  name: 'nianbao-data.json',
  mediaType: 'application/json',
  description: '公开数据',
  bytes: new TextEncoder().encode('{"nianbao_bundle":"1"}\n'),
};
