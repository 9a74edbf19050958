import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Block, List, Report, Table } from '../../src/report/tree.js';
import { imageOf } from '../../src/write/pdf/image.js';
import { pdfWriter } from '../../src/write/pdf/pdf-writer.js';
import { officialStyle } from '../support/page-style.js';
import { body, builtInFonts, report, text } from '../support/pdf-fixtures.js';
import { openWhole } from '../support/pdf-open.js';
import { linesOf } from './checks/page-lines.js';

const MILLISECONDS = 10_000;

function table(rows: number, columns: number, value = '1'): Table {
  return {
    type: 'table',
    id: 'n1',
    name: '情况表',
    summary: '',
    look: 'plain',
    widths: Array.from({ length: columns }, () => 1),
    stub: 0,
    page: 'portrait',
    head: [],
    body: Array.from({ length: rows }, () => ({
      kind: 'data',
      cells: Array.from({ length: columns }, () => ({
        kind: 'text',
        children: text(value),
        columnSpan: 1,
        rowSpan: 1,
        align: 'left',
      })),
    })),
  };
}

function nested(depth: number): List {
  const inner = depth === 0 ? [body('底')] : [body('层'), nested(depth - 1)];
  return { type: 'list', items: [{ marker: '1.', children: inner }] };
}

/** Characters outside the type area. */
function beyondPage(bytes: Uint8Array): readonly string[] {
  const right = ((28 + 156) * 72) / 25.4 + 0.5;
  return linesOf(openWhole(bytes)).flatMap((line) =>
    line.glyphs.filter((glyph) => glyph.right > right || glyph.y > 810).map((glyph) => glyph.text),
  );
}

async function codesOf(blocks: readonly Block[], more: Partial<Report['meta']> = {}): Promise<readonly string[]> {
  const start = performance.now();
  const { value, diagnostics } = await pdfWriter.write(report(blocks, more), officialStyle, {
    fonts: builtInFonts(),
    generator: 'test',
  });
  expect(performance.now() - start).toBeLessThan(MILLISECONDS);
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  expect(value === undefined).toBe(errors.length > 0);
  expect(value?.length ?? 0).toBeLessThan(10_000_000);
  expect(value === undefined ? [] : beyondPage(value)).toEqual([]);
  return [...new Set(errors)];
}

describe('what no report holds is set in bounded time, or refused', () => {
  it.each([
    ['a word of 10 000 letters', [body('a'.repeat(10_000))]],
    ['a number of 10 000 digits', [body('1'.repeat(10_000))]],
    ['10 000 opening marks', [body('（'.repeat(10_000))]],
    ['an address of 40 000 characters', [body(`https://${'a.b/'.repeat(10_000)}`)]],
    ['50 000 characters without a mark', [body('公'.repeat(50_000))]],
    ['a table of 400 rows', [table(400, 3)]],
    ['lists in lists, 12 deep', [nested(11)]],
  ] as const)('%s is set', async (_, blocks) => {
    expect(await codesOf(blocks)).toEqual([]);
  });

  it.each([
    ['100 000 rows', [table(100_000, 1)], 'layout/too-large'],
    ['many tables of many rows', Array.from({ length: 20 }, () => table(400, 1)), 'layout/too-large'],
    ['a million characters', Array.from({ length: 20 }, () => body('公'.repeat(50_000))), 'layout/too-large'],
    ['lists in lists, 5000 deep', [nested(5000)], 'layout/too-large'],
    ['a cell higher than a page', [table(1, 1, '公'.repeat(10_000))], 'layout/row-too-tall'],
    ['2000 columns', [table(2, 2000, '12')], 'layout/number-too-wide'],
  ] as const)('%s are refused', async (_, blocks, code) => {
    expect(await codesOf(blocks)).toEqual([code]);
  });
});

/** A PNG that claims a size and holds these packed samples. */
function png(width: number, height: number, colour: number, packed: Uint8Array): Uint8Array {
  const big = (value: number): number[] => [value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255];
  const chunk = (name: string, data: Uint8Array): Buffer =>
    Buffer.concat([Buffer.from(big(data.length)), Buffer.from(name), data, Buffer.from([0, 0, 0, 0])]);
  const header = Uint8Array.from([...big(width), ...big(height), 8, colour, 0, 0, 0]);
  const head = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return new Uint8Array(Buffer.concat([head, chunk('IHDR', header), chunk('IDAT', packed)]));
}

describe('images', () => {
  const timed = (bytes: Uint8Array): ReturnType<typeof imageOf> => {
    const start = performance.now();
    const outcome = imageOf(bytes, 'image/png', 'I1');
    expect(performance.now() - start).toBeLessThan(MILLISECONDS / 2);
    return outcome;
  };

  it('of huge dimensions are refused before anything is unpacked', () => {
    expect(timed(png(100_000, 100_000, 6, deflateSync(new Uint8Array(10)))).problem).toBe('huge');
    expect(timed(png(100_000, 100_000, 2, deflateSync(new Uint8Array(10)))).problem).toBe('huge');
    const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0xff, 0xff, 0xff, 0xff, 1, 1, 0x11, 0, 0xff, 0xd9]);
    expect(imageOf(jpeg, 'image/jpeg', 'I1').problem).toBe('huge');
  });

  it('that unpack to more than they should are unpacked no further, and to less are refused', () => {
    expect(timed(png(2, 2, 6, deflateSync(new Uint8Array(200_000_000)))).image?.width).toBe(2);
    expect(timed(png(20, 20, 6, deflateSync(new Uint8Array(30)))).problem).toBe('damaged');
  });
});
