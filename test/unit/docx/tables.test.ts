import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { gridOf } from '../../../src/report/grid.js';
import type { TableLook } from '../../../src/report/style.js';
import { plainText, type Table } from '../../../src/report/tree.js';
import {
  cell,
  docxStyle,
  fullReport,
  indicatorTable,
  reportOf,
  simpleTable,
  tableFour,
  tableThree,
  tableTwo,
} from '../../support/docx-fixtures.js';
import { all, at, children, type Element, textIn, val } from '../../support/docx-xml.js';
import { build } from './build.js';

const tables: readonly (readonly [string, Table])[] = [
  ['table two', tableTwo()],
  ['table three', tableThree()],
  ['table four', tableFour()],
  ['table four sideways', tableFour('landscape')],
  ['indicator table', indicatorTable()],
  ['simple table', simpleTable()],
];

async function tableElement(table: Table): Promise<Element> {
  const { document } = await build(reportOf([table]));
  const [element] = all(document, 'w:tbl');
  if (element === undefined) throw new Error('no table');
  return element;
}

/** Text of each grid slot as Word would show it: covered slots are undefined. */
function wordGrid(table: Element): readonly (readonly (string | undefined)[])[] {
  return children(table, 'w:tr').map((row) =>
    children(row, 'w:tc').flatMap((tc) => {
      const span = Number(val(tc, 'w:tcPr', 'w:gridSpan') ?? '1');
      const continues = val(tc, 'w:tcPr', 'w:vMerge') === 'continue';
      return [continues ? undefined : textIn(tc), ...Array<undefined>(span - 1).fill(undefined)];
    }),
  );
}

function expectedGrid(table: Table): readonly (readonly (string | undefined)[])[] {
  const rows = gridOf(table).value?.rows ?? [];
  return rows.map(({ slots }) =>
    slots.map((slot) => (slot.kind === 'origin' ? plainText(slot.cell.children) : undefined)),
  );
}

const number = (element: Element | undefined, name = 'w:w'): number => Number(element?.attributes[name]);
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe.each(tables)('%s', (_, table) => {
  test('R-35: every cell stands in its place with its text and spans', async () => {
    expect(wordGrid(await tableElement(table))).toEqual(expectedGrid(table));
  });

  test('R-35: table width = sum of the grid = sum of the cells of each row, over the full text width', async () => {
    const element = await tableElement(table);
    const width = number(at(element, 'w:tblPr', 'w:tblW'));
    expect(width).toBe(table.page === 'landscape' ? 12756 : 8845);
    expect(at(element, 'w:tblPr', 'w:tblW')?.attributes['w:type']).toBe('dxa');
    expect(sum(all(element, 'w:gridCol').map((e) => number(e)))).toBe(width);
    for (const row of children(element, 'w:tr')) {
      expect(sum(children(row, 'w:tc').map((tc) => number(at(tc, 'w:tcPr', 'w:tcW'))))).toBe(width);
    }
  });

  test('R-36: head rows repeat, only they, and no row splits', async () => {
    const rows = children(await tableElement(table), 'w:tr');
    const repeated = rows.map((row) => at(row, 'w:trPr', 'w:tblHeader') !== undefined);
    expect(repeated).toEqual(rows.map((_, index) => index < table.head.length));
    for (const row of rows) expect(at(row, 'w:trPr', 'w:cantSplit')).toBeDefined();
  });

  test('R-41: the table has its name and summary', async () => {
    const properties = at(await tableElement(table), 'w:tblPr');
    expect(val(properties, 'w:tblCaption')).toBe(table.name);
    expect(val(properties, 'w:tblDescription')).toBe(table.summary);
  });
});

describe('tables', () => {
  test('R-36: table three is chained to one page under its heading; the last row is free', async () => {
    const rows = children(await tableElement(tableThree()), 'w:tr');
    const kept = rows.map((row) => all(row, 'w:p').every((p) => at(p, 'w:pPr', 'w:keepNext') !== undefined));
    expect(kept).toEqual([...Array<boolean>(27).fill(true), false]);
  });

  test('R-36: a table too long for its page says so, is not shrunk, and repeats its head', async () => {
    const long = { ...indicatorTable(), look: 'statutory' };
    const { diagnostics, document } = await build(reportOf([long]));
    expect(diagnostics.map((d) => [d.code, d.severity])).toEqual([['docx/table-split', 'info']]);
    expect(diagnostics[0]?.message.zh).toBe('政府信息公开情况统计表缩到9磅仍排不进一页，在 Word 中将跨页并重复表头。');
    const sizes = new Set(all(document, 'w:sz').map((e) => e.attributes['w:val']));
    expect(sizes.has('18')).toBe(false);
  });

  test('a table that fits only at a smaller size has that size on its runs and empty cells', async () => {
    const rows = Array.from({ length: 38 }, (_, index) => ({
      kind: 'data' as const,
      cells: [cell(`第${index}行`), cell('')],
    }));
    const { diagnostics, document } = await build(reportOf([{ ...simpleTable(), look: 'statutory', body: rows }]), {
      ...docxStyle,
      tables: { ...docxStyle.tables, statutory: { ...(docxStyle.tables['statutory'] as TableLook), minRowHeight: 5 } },
    });
    expect(diagnostics).toEqual([]);
    const paragraphs = all(all(document, 'w:tbl')[0] as Element, 'w:p');
    const marks = new Set(paragraphs.map((p) => val(p, 'w:pPr', 'w:rPr', 'w:sz')));
    expect([...marks]).toHaveLength(1);
    expect(Number([...marks][0])).toBeLessThan(21);
    expect(new Set(paragraphs.flatMap((p) => all(p, 'w:r')).map((r) => val(r, 'w:rPr', 'w:sz')))).toEqual(marks);
  });

  test('cells are set as their kind and look ask: head and note fonts, alignment, indent, fill, bold categories', async () => {
    const three = all(await tableElement(tableThree()), 'w:p');
    const styleOf = (start: string) =>
      val(
        three.find((p) => textIn(p).startsWith(start)),
        'w:pPr',
        'w:pStyle',
      );
    expect([styleOf('（本列'), styleOf('申请人情况'), styleOf('1.属于')]).toEqual([
      'TableCellNote',
      'TableHead',
      'TableText',
    ]);
    const indicator = all(await tableElement(indicatorTable()), 'w:p');
    const first = indicator.find((p) => textIn(p).startsWith('第1类'));
    const second = indicator.find((p) => textIn(p).startsWith('（1）'));
    expect(first && all(first, 'w:b')).toHaveLength(1);
    expect(second && all(second, 'w:b')).toHaveLength(0);
    expect(at(second, 'w:pPr', 'w:ind')?.attributes['w:left']).toBe('210');
    expect(val(second, 'w:pPr', 'w:jc')).toBe('left');
    const fills = all(await tableElement(simpleTable()), 'w:tc').map(
      (tc) => at(tc, 'w:tcPr', 'w:shd')?.attributes['w:fill'],
    );
    expect(fills).toEqual(['EEEEEE', 'EEEEEE', undefined, undefined, undefined, undefined]);
  });

  test('borders: 0.75 pt outside, 0.5 pt inside', async () => {
    const borders = at(await tableElement(tableTwo()), 'w:tblPr', 'w:tblBorders');
    const size = (side: string) => at(borders, side)?.attributes['w:sz'];
    expect(['w:top', 'w:left', 'w:bottom', 'w:right', 'w:insideH', 'w:insideV'].map(size)).toEqual([
      '6',
      '6',
      '6',
      '6',
      '4',
      '4',
    ]);
  });

  test('spans that do not resolve are reported and the table is named as missing', async () => {
    const broken = { ...simpleTable(), widths: [1] };
    const { diagnostics, document } = await build(reportOf([broken]));
    expect(new Set(diagnostics.map((d) => d.code))).toEqual(new Set(['report/grid', 'docx/not-rendered']));
    expect(all(document, 'w:tbl')).toEqual([]);
  });

  test('R-35: another reader finds the same cells, merged alike', async () => {
    const { bytes } = await build(fullReport());
    const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    expect(messages.filter((m) => m.type === 'error')).toEqual([]);
    const found = value.match(/<table>.*?<\/table>/gsu) ?? [];
    expect(found).toHaveLength(7);
    const third = found[3] ?? '';
    expect(third.match(/rowspan="22"/gu)).toHaveLength(1);
    expect(third.match(/colspan="7"/gu)).toHaveLength(1);
    const cells = [...third.matchAll(/<t[dh]\b[^>]*>(.*?)<\/t[dh]>/gsu)].map(([, html]) =>
      (html ?? '').replace(/<[^>]*>/gu, ''),
    );
    const expected = expectedGrid(tableThree())
      .flat()
      .filter((value) => value !== undefined);
    expect(cells).toEqual(expected);
  });
});
