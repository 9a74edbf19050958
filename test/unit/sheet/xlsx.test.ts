import { describe, expect, it } from 'vitest';
import { safeUnzip } from '../../../src/archive/zip-read.js';
import { canonicalZip } from '../../../src/archive/zip-write.js';
import type { Sheet, SheetCell, Workbook } from '../../../src/sheet/model.js';
import { cellName, placeOfName, sheetName } from '../../../src/sheet/places.js';
import { cellAt, mergeAt } from '../../../src/sheet/read-model.js';
import { readXlsx } from '../../../src/sheet/read-xlsx.js';
import { writeXlsx } from '../../../src/sheet/write-xlsx.js';
import { spreadsheetDecimal } from '../../../src/value/number.js';
import { editPart } from '../../support/forms.js';

const fonts = { title: '方正小标宋简体', head: '黑体', text: '宋体', note: '楷体_GB2312' };

function workbook(cells: readonly SheetCell[], sheet: Partial<Sheet> = {}): Workbook {
  return {
    title: '年报',
    date: '2025-01-20',
    fonts,
    sheets: [{ name: '表三', orientation: 'portrait', widths: [10, 10], cells, ...sheet }],
  };
}

const cell = (row: number, column: number, value: SheetCell['value'], more: Partial<SheetCell> = {}): SheetCell => ({
  row,
  column,
  value,
  role: 'plain',
  ...more,
});

const text = (value: string): SheetCell['value'] => ({ kind: 'text', text: value });

const partOf = (bytes: Uint8Array, path: string): string =>
  new TextDecoder().decode(safeUnzip(bytes, 'a').value?.get(path));

describe('writeXlsx', () => {
  it('R-40: writes the same bytes in every time zone, without clock', async () => {
    const book = workbook([cell(0, 0, text('甲'), { comment: '说明' })]);
    const before = process.env['TZ'];
    const made: string[] = [];
    for (const zone of ['Asia/Shanghai', 'America/Los_Angeles', 'UTC']) {
      process.env['TZ'] = zone;
      made.push(Buffer.from(await writeXlsx(book)).toString('base64'));
    }
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
    expect(new Set(made).size).toBe(1);
    expect(partOf(await writeXlsx(book), 'docProps/core.xml')).toContain('2025-01-20T00:00:00Z');
    expect(partOf(await writeXlsx(book), 'docProps/app.xml')).toContain('<Application>nianbao</Application>');
  });

  it.each(['=1+1', '+19', '-3', '@SUM(A1)', "=cmd|' /C calc'!A0", '\t=1', '<b>&"x"'])(
    'writes %s as text and reads it back, never as a formula',
    async (value) => {
      const bytes = await writeXlsx(workbook([cell(0, 0, text(value))]));
      expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
      const [sheet] = readXlsx(bytes, 'a').value?.sheets ?? [];
      expect(sheet && cellAt(sheet, 0, 0)).toEqual({ kind: 'text', text: value });
    },
  );

  it('prints a header and page numbers, and makes the box of a note as large as its text', async () => {
    const short = cell(0, 0, text('甲'), { comment: '短' });
    const long = cell(1, 0, text('乙'), { comment: '很长的说明，'.repeat(40) });
    const bytes = await writeXlsx(workbook([short, long], { header: '草稿&稿', footer: '— {page} —' }));
    const sheet = partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<oddHeader>&amp;C草稿&amp;&amp;稿</oddHeader><oddFooter>&amp;C— &amp;P —</oddFooter>');
    const drawing = partOf(bytes, 'xl/drawings/vmlDrawing1.vml');
    const heights = [...drawing.matchAll(/width:250pt;height:([\d.]+)pt/gu)].map(([, height]) => Number(height));
    expect(heights).toEqual([22.5, 135]);
    // From the row of the cell down as many rows as the height takes.
    expect(drawing).toContain('<x:Anchor>1,15,1,2,7,15,10,4</x:Anchor>');
  });

  it('keeps numbers, formulas, merges, locks, validations, print setup and hidden sheets', async () => {
    const bytes = await writeXlsx({
      ...workbook(
        [
          cell(0, 0, text('题目'), { columnSpan: 2, role: 'title' }),
          cell(
            1,
            0,
            { kind: 'number', text: '27.6' },
            {
              open: true,
              decimals: 2,
              validation: { kind: 'whole', min: '0', message: '只能填整数', style: 'warning' },
            },
          ),
          cell(1, 1, { kind: 'formula', formula: 'SUM(A2)', result: { kind: 'text', text: '' } }),
        ],
        { protected: true, repeatRows: [0, 0], orientation: 'landscape', freeze: { rows: 1, columns: 0 } },
      ),
    });
    const [sheet] = readXlsx(bytes, 'a').value?.sheets ?? [];
    expect(sheet && cellAt(sheet, 1, 0)).toEqual({ kind: 'number', text: '27.6', format: '0.00' });
    expect(sheet && cellAt(sheet, 1, 1)).toEqual({ kind: 'formula', formula: 'SUM(A2)', result: { kind: 'blank' } });
    expect(sheet && mergeAt(sheet, 0, 1)).toEqual({ top: 0, left: 0, bottom: 0, right: 1 });
    const xml = partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml).toMatch(/<sheetProtection [^>]*sheet="1"/u);
    expect(xml).not.toMatch(/<sheetProtection [^>]*(?:password|hashValue)/u);
    expect(xml).toMatch(/errorStyle="warning"[^>]* error="只能填整数"|error="只能填整数"[^>]*errorStyle="warning"/u);
    expect(xml).toContain('orientation="landscape"');
    expect(xml).toContain('paperSize="9"');
    expect(partOf(bytes, 'xl/workbook.xml')).toContain('表三!$1:$1');
    const styles = partOf(bytes, 'xl/styles.xml');
    expect(styles).toContain('formatCode="0.00"');
    expect(styles).toContain('<protection locked="0"/>');
    expect(styles).toContain('宋体');
  });
});

describe('readXlsx', () => {
  const codes = (bytes: Uint8Array): readonly string[] => readXlsx(bytes, 'a.xlsx').diagnostics.map(({ code }) => code);

  it('tells what is no workbook, and what is damaged', async () => {
    expect(codes(canonicalZip([['word/document.xml', '<w:document/>']]))).toEqual(['sheet/not-a-workbook']);
    expect(codes(new TextEncoder().encode('PK\u0003\u0004 nonsense'))).toEqual(['archive/damaged']);
    const bytes = await writeXlsx(workbook([cell(0, 0, text('甲'))]));
    const broken = editPart(bytes, 'xl/worksheets/sheet1.xml', (xml) => xml.slice(0, -20));
    expect(codes(broken)).toEqual(['sheet/unreadable']);
  });

  it('refuses entities, deep nesting and too many cells in bounded time', async () => {
    const bytes = await writeXlsx(workbook([cell(0, 0, text('甲'))]));
    const start = Date.now();
    const entities = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 20 }, (_, n) => `<!ENTITY b${n} "&a;&a;&a;&a;">`).join('')}]>`;
    const evil = editPart(bytes, 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('<worksheet', `${entities}<worksheet`),
    );
    expect(codes(evil)).toEqual(['sheet/unreadable']);
    const deep = editPart(bytes, 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('</sheetData>', `</sheetData>${'<x>'.repeat(5000)}${'</x>'.repeat(5000)}`),
    );
    expect(codes(deep)).toEqual(['sheet/unreadable']);
    const many = editPart(bytes, 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace(
        '</sheetData>',
        `${Array.from({ length: 120_000 }, (_, n) => `<row><c><v>${n * 7919}</v></c></row>`).join('')}</sheetData>`,
      ),
    );
    expect(codes(many)).toEqual(['sheet/too-large']);
    const merges = editPart(bytes, 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace(
        '</sheetData>',
        `</sheetData><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(6000)}</mergeCells>`,
      ),
    );
    expect(codes(merges)).toEqual(['sheet/too-large']);
    expect(Date.now() - start).toBeLessThan(5000);
  });

  it('takes no notice of the dimension a sheet claims, nor of far-off cells', async () => {
    const bytes = await writeXlsx(workbook([cell(0, 0, text('甲'))]));
    const claimed = editPart(bytes, 'xl/worksheets/sheet1.xml', (xml) =>
      xml
        .replace(/<dimension ref="[^"]*"\/>/u, '<dimension ref="A1:XFD1048576"/>')
        .replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    );
    const [sheet] = readXlsx(claimed, 'a').value?.sheets ?? [];
    expect([...(sheet?.rows.keys() ?? [])]).toEqual([0, 1048575]);
  });
});

describe('places', () => {
  it('names rows and columns as spreadsheets do', () => {
    expect([cellName(0, 0), cellName(5, 25), cellName(5, 26), cellName(1, 16383)]).toEqual(['A1', 'Z6', 'AA6', 'XFD2']);
    expect(placeOfName('$AA$6')).toEqual({ row: 5, column: 26 });
    expect([placeOfName('A0'), placeOfName('AAAA1'), placeOfName('XFE1'), placeOfName('A1048577')]).toEqual(
      Array.from({ length: 4 }, () => undefined),
    );
    expect([sheetName('表/一[甲]'), sheetName(''), sheetName('长'.repeat(40))]).toEqual([
      '表 一 甲',
      '表',
      '长'.repeat(31),
    ]);
  });
});

describe('spreadsheetDecimal', () => {
  it.each([
    ['27.600000000000001', '27.6'],
    ['0.30000000000000004', '0.3'],
    ['1.0000000000000001E-2', '0.01'],
    ['1E3', '1000'],
    ['-0', '0'],
    ['12.', '12'],
    ['123456789012345678', '123456789012346000'],
    ['1E999', undefined],
    ['NaN', undefined],
    ['1'.repeat(100), undefined],
  ])('%s is %s', (stored, shown) => {
    expect(spreadsheetDecimal(stored)).toBe(shown);
  });
});
