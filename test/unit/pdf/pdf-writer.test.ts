import { readFileSync } from 'node:fs';
import { unzlibSync, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/report/walk.js';
import type { Figure, Report } from '../../../src/report/tree.js';
import { imageOf } from '../../../src/write/pdf/image.js';
import { pdfWriter } from '../../../src/write/pdf/pdf-writer.js';
import { srgbProfile } from '../../../src/write/pdf/srgb-profile.js';
import { body, builtInFonts, fullReport, heading, report, tableThree, text } from '../../support/pdf-fixtures.js';
import { latin1, openPdf, runsOfPage, textOfPdf } from '../../support/pdf-read.js';
import { officialStyle } from '../../support/page-style.js';

const POINTS = 72 / 25.4;

async function write(input: Report): Promise<Uint8Array> {
  const { value, diagnostics } = await pdfWriter.write(input, officialStyle, {
    fonts: builtInFonts(),
    generator: 'nianbao 测试 <1>',
  });
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value;
}

/** Text of the tree as it is printed, without white space. */
const treeText = (input: Report): string => input.children.map(textOf).join('').replace(/\s/gu, '');

/** A content stream unpacked; empty for what is no packed stream. */
function inflated(bytes: Uint8Array): string {
  try {
    return latin1(unzlibSync(bytes));
  } catch {
    return '';
  }
}

describe('text', () => {
  it('R-51: can be read back character by character', async () => {
    const input = report([...fullReport().children.filter((block) => block.type !== 'table'), tableThree()]);
    const pages = await textOfPdf(await write(input));
    const read = pages.map((page, i) => page.replace(new RegExp(`—${i + 1}—$`, 'u'), '')).join('');
    expect(read).toBe(treeText(input));
  });

  it('R-50: copies right with more than 256 different characters in one font', async () => {
    const many = Array.from({ length: 700 }, (_, i) => String.fromCodePoint(0x4e00 + i)).filter((c) =>
      builtInFonts()
        .face('fangsong')
        .program.has(c.codePointAt(0) ?? 0),
    );
    expect(many.length).toBeGreaterThan(300);
    const pages = await textOfPdf(await write(report([body(many.join(''))])));
    expect(pages.join('').replace(/—\d+—/gu, '')).toBe(many.join(''));
  });

  it('R-32: stands on 22 lines of 28.95 pt, first lines two characters in', async () => {
    const pdf = await openPdf(await write(report([body('政府信息公开'.repeat(200))])));
    const runs = (await runsOfPage(pdf, 1)).filter((run) => run.baseline < 262 * POINTS);
    const baselines = [...new Set(runs.map((run) => run.baseline.toFixed(2)))].map(Number);
    expect(baselines).toHaveLength(22);
    baselines.slice(1).forEach((baseline, i) => expect(baseline - (baselines[i] ?? 0)).toBeCloseTo(28.95, 1));
    expect(runs[0]?.x).toBeCloseTo((28 + (2 * 156) / 28) * POINTS, 1);
    for (const run of runs) expect(run.x + run.width).toBeLessThan(184 * POINTS + 0.5);
    await pdf.destroy();
  });

  it('R-53: writes nothing when a character cannot be shown', async () => {
    const { value, diagnostics } = await pdfWriter.write(report([body('政\u{10fffd}府')]), officialStyle, {
      fonts: builtInFonts(),
      generator: 'nianbao',
    });
    expect(value).toBeUndefined();
    expect(diagnostics.map((d) => d.code)).toContain('layout/no-glyph');
  });
});

describe('file', () => {
  it('R-59: is the same bytes every time, and different bytes for other text', async () => {
    const first = await write(fullReport());
    expect(await write(fullReport())).toEqual(first);
    expect(await write(report([body('其他')]))).not.toEqual(first);
  });

  it('R-57: says what it is: title, author, language, tags, PDF/A-3a and PDF/UA-1', async () => {
    const bytes = await write(report([body('政府')], { title: '甲 & 乙 <丙>' }));
    const pdf = await openPdf(bytes);
    const { info } = (await pdf.getMetadata()) as unknown as { info: Record<string, unknown> };
    expect(info).toMatchObject({
      Title: '甲 & 乙 <丙>',
      Author: '青山县人民政府',
      Subject: '政府信息公开工作年度报告',
      Producer: 'nianbao 测试 <1>',
      CreationDate: 'D:20240120000000Z',
      Language: 'zh-CN',
    });
    expect(info['ModDate']).toBeUndefined();
    const raw = new TextDecoder().decode(bytes);
    expect(raw).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(raw).toContain('甲 &amp; 乙 &lt;丙&gt;');
    expect(raw).toContain('/DisplayDocTitle true');
    await pdf.destroy();
  });

  it('R-57: tags every text or marks it an artifact', async () => {
    const bytes = await write(fullReport());
    const streams = [...latin1(bytes).matchAll(/stream\r?\n/gu)].map((match) => match.index + match[0].length);
    const depths: number[] = [];
    for (const start of streams) {
      let depth = 0;
      for (const line of inflated(bytes.subarray(start)).split('\n')) {
        if (/B[DM]C$/u.test(line)) depth++;
        else if (line === 'EMC') depth--;
        else if (line.endsWith(' Tj')) depths.push(depth);
      }
    }
    expect(depths.length).toBeGreaterThan(500);
    expect(depths.filter((depth) => depth !== 1)).toEqual([]);
  });

  it('has bookmarks of headings and tables that lead to their pages', async () => {
    const pdf = await openPdf(await write(fullReport()));
    const outline = (await pdf.getOutline()) as { title: string; dest: unknown[]; items: { title: string }[] }[];
    expect(outline.map((item) => item.title)).toContain('三、收到和处理政府信息公开申请情况');
    const third = outline.find((item) => item.title.startsWith('三、'));
    expect(third?.items.map((item) => item.title)).toEqual(['表三 收到和处理政府信息公开申请情况']);
    const [page] = third?.dest ?? [];
    const number = (await pdf.getPageIndex(page as { num: number; gen: number })) + 1;
    const runs = await runsOfPage(pdf, number);
    expect(runs.map((run) => run.text).join('')).toContain('三、收到和处理政府信息公开申请情况');
    await pdf.destroy();
  });

  it('marks repeated table heads as artifacts and heads with their scope', async () => {
    const raw = latin1(await write(report([heading(1, '三、', '申请'), tableThree()])));
    expect(raw).toContain('/Scope /Row');
    expect(raw).toContain('/Scope /Column');
    expect(raw).toContain('/RowSpan 22');
    expect(raw).toContain('/ColSpan 7');
  });

  it('R-61: stays small', async () => {
    expect((await write(fullReport())).length).toBeLessThan(300 * 1024);
  });

  it('links to web addresses', async () => {
    const link = {
      type: 'link',
      href: 'https://example.gov.cn/',
      children: [{ type: 'text', value: '门户网站' }],
    } as const;
    const pdf = await openPdf(await write(report([{ type: 'paragraph', role: 'body', children: [link] }])));
    const page = await pdf.getPage(1);
    const annotations = (await page.getAnnotations()) as { url?: string }[];
    expect(annotations.map((annotation) => annotation.url)).toEqual(['https://example.gov.cn/']);
    await pdf.destroy();
  });
});

/** A PNG of one row of pixels, by colour type. */
function png(colour: number, depth: number, row: readonly number[], width: number, interlace = 0): Uint8Array {
  const chunk = (name: string, data: Uint8Array): number[] => {
    const length = [24, 16, 8, 0].map((shift) => (data.length >> shift) & 255);
    return [...length, ...Array.from(name, (c) => c.charCodeAt(0)), ...data, 0, 0, 0, 0];
  };
  const header = new Uint8Array([0, 0, 0, width, 0, 0, 0, 1, depth, colour, 0, 0, interlace]);
  return new Uint8Array([
    137,
    80,
    78,
    71,
    13,
    10,
    26,
    10,
    ...chunk('IHDR', header),
    ...chunk('IDAT', zlibSync(new Uint8Array([0, ...row]))),
    ...chunk('IEND', new Uint8Array()),
  ]);
}

describe('images', () => {
  const figure = (image: Uint8Array): Figure => ({
    type: 'figure',
    image,
    mediaType: 'image/png',
    pixels: { width: 2, height: 1 },
    alt: '公开数量图',
    caption: text('图1 公开数量'),
  });

  it('are embedded with their alternative text', async () => {
    const bytes = await write(report([figure(png(2, 8, [255, 0, 0, 0, 0, 255], 2))]));
    const raw = latin1(bytes);
    expect(raw).toContain('/Subtype /Image');
    expect(raw).not.toContain('/SMask');
    expect(raw).toContain('/Figure');
  });

  it('with transparency are laid on white', async () => {
    const bytes = await write(report([figure(png(6, 8, [255, 0, 0, 255, 0, 0, 0, 0], 2))]));
    const raw = latin1(bytes);
    const data = raw.indexOf('stream\n', raw.indexOf('/Subtype /Image')) + 'stream\n'.length;
    expect([...unzlibSync(bytes.subarray(data))]).toEqual([255, 0, 0, 255, 255, 255]);
  });

  it.each([
    [png(2, 8, [1, 2, 3], 1, 1), 'interlaced'],
    [new Uint8Array([1, 2, 3]), 'damaged'],
  ])('that cannot be written are refused', async (bytes, problem) => {
    const { value, diagnostics } = await pdfWriter.write(report([figure(bytes)]), officialStyle, {
      fonts: builtInFonts(),
      generator: 'nianbao',
    });
    expect(value).toBeUndefined();
    expect(diagnostics.find((d) => d.code === 'pdf/image')?.facts).toEqual({ problem });
  });

  it('of CMYK are refused', () => {
    const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xc0, 0, 20, 8, 0, 1, 0, 1, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(imageOf(jpeg, 'image/jpeg', 'I1').problem).toBe('cmyk');
  });
});

describe('engine', () => {
  it('R-50: is the version the internals were written for', () => {
    const version = (name: string): string => {
      const file = new URL(`../../../node_modules/${name}/package.json`, import.meta.url);
      return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
    };
    expect(version('pdfmake')).toBe('0.3.11');
    expect(version('pdfkit')).toMatch(/^0\.(?:1[89]|[2-9]\d)\./u);
  });

  it('describes sRGB in a profile of its own', () => {
    const profile = srgbProfile();
    expect(latin1(profile.subarray(36, 40))).toBe('acsp');
    expect(new DataView(profile.buffer).getUint32(0)).toBe(profile.length);
  });
});
