import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCellText, type CellFormat } from '../../../src/data/cell-value.js';
import { readNumber } from '../../../src/data/number-text.js';
import { isDecimalText } from '../../../src/value/number.js';
import { printedValue } from '../../../src/value/value.js';

const count: CellFormat = {
  name: '甲',
  unit: '件',
  type: { kind: 'integer', min: '0', decimals: 0 },
  typedUnit: false,
};
const signed: CellFormat = { ...count, type: { kind: 'signed', decimals: 0 } };
const money: CellFormat = {
  name: '费用',
  unit: '万元',
  type: { kind: 'decimal', min: '0', decimals: 4 },
  typedUnit: true,
};
const amount: CellFormat = { name: '采购总金额', type: { kind: 'decimal', min: '0', decimals: 4 }, typedUnit: true };

const read = (text: string, format: CellFormat = count) => readCellText(text, format, '空');

describe('R-05: blank, 0, slash and dash stay four different things', () => {
  it.each([
    ['0', 'number', '0'],
    ['', 'blank', ''],
    ['空', 'blank', ''],
    ['/', 'slash', '/'],
    ['—', 'dash', '—'],
    ['——', 'dash', '——'],
  ])('%j', (text, kind, printed) => {
    const { value, problems } = read(text);
    expect(problems).toEqual([]);
    expect(value.kind).toBe(kind);
    expect(printedValue(value)).toBe(printed);
  });
});

describe('clean figures', () => {
  it.each([
    ['12', '12'],
    ['27.60', '27.60'],
    ['-3', '-3'],
  ])('%s', (text, printed) =>
    expect(read(text)).toMatchObject({ value: { kind: 'number', text: printed }, problems: [] }),
  );

  it.each([
    ['+19', '19'],
    ['增3', '3'],
    ['增加3', '3'],
    ['减4', '-4'],
    ['减少 0', undefined],
    ['减0', '0'],
    ['-4', '-4'],
  ])('signed %s is %s', (text, canonical) => {
    const { value } = read(text, signed);
    expect(value.kind === 'number' ? value.text : undefined).toBe(canonical);
  });

  it('keeps remark and unit beside the figure', () => {
    expect(read('22（其中修订16件）')).toMatchObject({
      value: { text: '22' },
      remark: '（其中修订16件）',
      problems: [],
    });
    expect(read('22(其中修订16件)')).toMatchObject({ value: { text: '22' }, remark: '(其中修订16件)' });
    expect(read('22件（其中修订16件）')).toMatchObject({
      value: { text: '22' },
      unit: '件',
      remark: '（其中修订16件）',
    });
    expect(read('/（无规章制定权）')).toMatchObject({ value: { kind: 'slash' }, remark: '（无规章制定权）' });
  });
});

describe('R-03, R-04: figures that are not cleanly typed', () => {
  it.each([
    ['１２', 'full-width', '12'],
    ['1２', 'full-width', '12'],
    ['1,234', 'grouping', '1234'],
    ['1，234', 'full-width', '1234'],
    ['3，000，000.50', 'full-width', '3000000.50'],
    ['1,23', 'grouping', undefined],
    ['0123', 'leading-zero', '123'],
    ['00', 'leading-zero', '0'],
    ['-0', 'form', '0'],
    ['+5', 'sign', '5'],
    ['增3', 'sign', undefined],
    ['1e3', 'exponent', '1000'],
    ['1E-2', 'exponent', '0.01'],
    ['9e999', 'too-large', undefined],
    ['12345678901234567890', 'too-large', undefined],
    ['.5', 'form', '0.5'],
    ['12.', 'form', '12'],
    ['1 234', 'form', '1234'],
    ['1 2', 'text', undefined],
    ['－3', 'full-width', '-3'],
    ['−3', 'full-width', '-3'],
    ['无', 'word', undefined],
    ['十二', 'chinese', undefined],
    ['若干', 'text', undefined],
    ['12%', 'text', undefined],
    ['0x1F', 'text', undefined],
    ['1_000', 'text', undefined],
    ['|', 'mark', '/'],
    ['／', 'mark', '/'],
    ['-', 'mark', '——'],
    ['－', 'mark', '——'],
    ['--', 'mark', '——'],
  ])('%s is %s', (text, slip, corrected) => {
    const { value, problems } = read(text);
    expect(value.kind).toBe('missing');
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: `data/number-${slip}`, severity: 'error' });
    expect(problems[0]?.facts?.['corrected']).toBe(corrected);
    expect(problems[0]?.hint.zh).toContain(corrected ?? '');
  });

  it('R-04: keeps unit and remark in the corrected text', () => {
    expect(read('１２件（其中修订3件）').problems[0]?.facts).toMatchObject({ corrected: '12件（其中修订3件）' });
  });

  it('looks at a very long text in no time and quotes its beginning only', () => {
    const start = performance.now();
    for (const text of [`a${' '.repeat(100_000)}b`, `1${',1'.repeat(100_000)}x`, '（'.repeat(100_000)]) {
      expect(read(text).problems[0]?.message.zh.length).toBeLessThan(100);
    }
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it('ends for every text, with canonical figures or a finding, and its correction is clean', () => {
    const digits = fc.array(fc.constantFrom(...'0123456789１２３,，.． -+－—eE增减件元万（）()/空'), { maxLength: 12 });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 12 }),
          digits.map((signs) => signs.join('')),
        ),
        fc.boolean(),
        (text, isSigned) => {
          const { value, problems } = read(text, isSigned ? signed : count);
          expect(value.kind !== 'number' || isDecimalText(value.text)).toBe(true);
          expect(value.kind !== 'missing' || problems.length > 0).toBe(true);
          const number = readNumber(text, isSigned);
          const clean = (number.kind === 'slip' ? number.corrected : undefined) ?? '0';
          expect(readNumber(clean, isSigned)).toEqual({ kind: 'number', text: clean });
        },
      ),
      { numRuns: 2_000 },
    );
  }, 30_000);
});

describe('R-18: units', () => {
  it('asks for the unit of a bare figure and names both readings; 0 needs none', () => {
    const [problem] = read('12', money).problems;
    expect(problem?.code).toBe('data/unit-missing');
    expect(problem?.message.zh).toContain('12 元');
    expect(problem?.message.zh).toContain('12 万元');
    expect(read('0', money)).toMatchObject({ value: { text: '0' }, problems: [] });
  });

  it('converts exactly, says so, and names the unit the value is in', () => {
    const reading = read('251000元', money);
    expect(reading).toMatchObject({ value: { text: '25.1' }, unit: '万元' });
    expect(reading.problems.map(({ code, severity }) => [code, severity])).toEqual([['data/unit-converted', 'info']]);
    expect(read('0.5万元', money)).toMatchObject({ value: { text: '0.5' }, unit: '万元', problems: [] });
  });

  it('never rounds, never relabels', () => {
    expect(read('0.5元', money)).toMatchObject({
      value: { kind: 'missing' },
      problems: [{ code: 'data/unit-inexact' }],
    });
    expect(read('5条', count)).toMatchObject({
      value: { kind: 'missing' },
      problems: [{ code: 'data/unit-mismatch' }],
    });
    expect(read('5件', amount)).toMatchObject({
      value: { kind: 'missing' },
      problems: [{ code: 'data/unit-mismatch' }],
    });
    expect(read('5万', money)).toMatchObject({
      value: { kind: 'missing' },
      problems: [{ code: 'data/unit-mismatch' }],
    });
  });

  it('keeps the typed unit where the form prints none', () => {
    expect(read('251000元', amount)).toMatchObject({ value: { text: '251000' }, unit: '元', problems: [] });
  });

  it('takes the unit of a record as if it were typed after the figure', () => {
    expect(readCellText('251000', money, '空', '元')).toMatchObject({ value: { text: '25.1' }, unit: '万元' });
    expect(readCellText('251000元', money, '空', '万元').problems[0]?.code).toBe('data/unit-mismatch');
  });
});
