import { describe, expect, test } from 'vitest';
import { gridOf } from '../../../src/report/grid.js';
import type { Table } from '../../../src/report/tree.js';
import { keepFlags } from '../../../src/write/docx/keep-rows.js';
import { columnTwips, fitTable, linesOf } from '../../../src/write/docx/table-fit.js';
import { docxStyle, tableThree, tableTwo } from '../../support/docx-fixtures.js';

function gridOrThrow(table: Table) {
  const { value } = gridOf(table);
  if (value === undefined) throw new Error('no grid');
  return value;
}

const statutory = docxStyle.tables['statutory'];
if (statutory === undefined) throw new Error('no look');

describe('column widths', () => {
  test('R-35: they add up to the text width exactly', () => {
    for (const widths of [[754, 921, 3271, 685, 685, 685, 685, 685, 685, 685], [1, 1, 1], Array<number>(15).fill(1)]) {
      expect(columnTwips(widths, 8845).reduce((a, b) => a + b, 0)).toBe(8845);
    }
    expect(columnTwips([1, 1, 1], 100)).toEqual([34, 33, 33]);
  });
});

describe('lines of a text', () => {
  test('Chinese characters count one, letters and digits a half and stay together', () => {
    expect(linesOf('结果维持', 2)).toBe(2);
    expect(linesOf('11398889', 4)).toBe(1);
    expect(linesOf('共11398889', 4)).toBe(2);
    expect(linesOf('11398889', 3)).toBe(2);
    expect(linesOf('', 3)).toBe(1);
  });
});

describe('one-page fit', () => {
  const grid = gridOrThrow(tableThree());
  const widths = columnTwips(tableThree().widths, 8845);

  test('R-36: table three fits the page under its heading, at the look’s own size', () => {
    const fit = fitTable(grid, widths, statutory, 12756 - 579);
    expect(fit).toMatchObject({ fits: true, size: 10.5 });
    expect(fit.height).toBeLessThanOrEqual(12756 - 579);
    expect(fit.rowHeights).toHaveLength(28);
  });

  test('a little less room takes padding first, then size; far too little leaves the look as it is', () => {
    const roomy = fitTable(grid, widths, statutory, 20000);
    expect(roomy).toMatchObject({ size: 10.5, paddingY: 3 });
    expect(fitTable(grid, widths, statutory, roomy.height - 1)).toMatchObject({ size: 10.5, paddingY: 2.75 });
    const least = fitTable(grid, widths, { ...statutory, size: 9, paddingY: 0.5 }, 20000);
    const tight = fitTable(grid, widths, statutory, least.height);
    expect(tight.fits).toBe(true);
    expect(tight).toMatchObject({ size: 9, paddingY: 0.5 });
    expect(fitTable(grid, widths, statutory, 3000)).toMatchObject({ fits: false, size: 10.5, paddingY: 3 });
  });

  test('a look that does not ask for one page is never shrunk nor held together', () => {
    expect(fitTable(grid, widths, { ...statutory, onePage: false }, 20000)).toMatchObject({ fits: false, size: 10.5 });
  });

  test('R-62: a row of one line in a table over pages is as high as in the PDF, in low faces and in tall ones', () => {
    const look = { ...statutory, onePage: false, size: 10.5, lineHeight: 1.2, paddingY: 3, minRowHeight: 15 };
    const fit = fitTable(grid, widths, look, 20000);
    // 10.5 × 1.2 + 2 × 3 in the PDF; Noto Serif is 1.45 times its size high.
    expect(fit.minRowHeight).toBeCloseTo(18.6);
    expect(10.5 * 1.45 + 2 * fit.paddingY).toBeLessThanOrEqual(18.6);
    expect(fit.paddingY).toBeCloseTo(1.65);
  });
});

describe('rows kept together', () => {
  test('R-36: all rows of a table that fits, the last one free unless a note follows', () => {
    const grid = gridOrThrow(tableTwo());
    const fit = fitTable(grid, columnTwips([1, 1, 1, 1], 8845), statutory, 12000);
    expect(keepFlags(grid, fit, 12756, false)).toEqual([...Array<boolean>(13).fill(true), false]);
    expect(keepFlags(grid, fit, 12756, true).at(-1)).toBe(true);
  });

  test('R-36: in a table over pages, heads and bands with what follows, and small groups of one label', () => {
    const two = gridOrThrow(tableTwo());
    const split = fitTable(two, columnTwips([1, 1, 1, 1], 8845), { ...statutory, onePage: false }, 12000);
    // Band, head, two rows; band, head, row; band, head, two rows; band, head, row.
    const keep = [true, true, false, false, true, true, false, true, true, false, false, true, true, false];
    expect(keepFlags(two, split, 12756, false)).toEqual(keep);

    const three = gridOrThrow(tableThree());
    const widths = columnTwips(tableThree().widths, 8845);
    const long = fitTable(three, widths, { ...statutory, onePage: false }, 12000);
    const flags = keepFlags(three, long, 12756, false);
    expect(flags.slice(0, 3)).toEqual([true, true, true]);
    // （三）不予公开 covers rows 7 to 14; the label of 22 rows is too high to be kept.
    expect(flags.slice(7, 15)).toEqual([true, true, true, true, true, true, true, false]);
    expect(flags[5]).toBe(false);
  });
});
