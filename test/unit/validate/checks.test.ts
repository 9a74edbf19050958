import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostic/diagnostic.js';
import type { ValueType } from '../../../src/pack/types.js';
import { validate, type ValidateOptions } from '../../../src/validate/validate.js';
import { checkRule, codeRow, codeTable, packOf, reportOf, tableThree } from './fixture.js';

const blanks = checkRule('T-B1', 'blanks', { strictSeverity: 'error' });

function check(cells: Readonly<Record<string, string>>, options: ValidateOptions = {}): readonly Diagnostic[] {
  const pack = packOf(
    [tableThree, codeTable([codeRow('1100', '主动公开政府信息数'), codeRow('1110', '规范性文件')])],
    [blanks],
  );
  return validate(reportOf(pack, { ...zeros, ...cells }), pack, options).diagnostics;
}

const zeros: Record<string, string> = {
  't1/1100/value': '0',
  't1/1110/value': '0',
  ...Object.fromEntries(
    ['r1', 'r2', 'r3.1', 'r3.3.1', 'r3.3.2', 'r4'].flatMap((id) => [
      [`t3/${id}/natural`, '0'],
      [`t3/${id}/enterprise`, '0'],
    ]),
  ),
};

describe('blanks', () => {
  it('zeros are figures, and totals left out are no blanks', () => {
    expect(check({})).toEqual([]);
  });

  it('R-05: tells blank, absent, "/" and "—" apart, once for each table', () => {
    const told = check({
      't3/r1/natural': '空',
      't3/r2/natural': '/',
      't3/r4/enterprise': '—',
      't3/r4/natural': '未填',
      't3/r1/total': '空',
      't1/1110/value': '空',
    });
    expect(told.map((d) => d.message.zh)).toEqual([
      '表三共 21 格，有 5 格没有数字：空白 2 格（“一、本年新收政府信息公开申请数量”行“自然人”列、“一、本年新收政府信息公开申请数量”行“总计”列），填“/” 1 格（“二、上年结转政府信息公开申请数量”行“自然人”列），未填 1 格（“四、结转下年度继续办理”行“自然人”列），填“—” 1 格（“四、结转下年度继续办理”行“商业企业”列）。',
      '“统计表”共 2 格，有 1 格没有数字：空白 1 格（1110“规范性文件”）。',
    ]);
    expect(told[0]).toMatchObject({
      code: 'T-B1',
      severity: 'warning',
      waivable: true,
      range: { start: 0 },
      facts: {
        without_figure: '5',
        cells_of_table: '21',
        't3/r1/natural': '空',
        't3/r2/natural': '/',
        't3/r4/natural': '未填',
      },
    });
    expect(told[0]?.cells).toEqual([
      't3/r1/natural',
      't3/r1/total',
      't3/r2/natural',
      't3/r4/natural',
      't3/r4/enterprise',
    ]);
  });

  it('names the first few of many', () => {
    const cells = Object.fromEntries(Object.keys(zeros).map((address) => [address, '空']));
    const [told] = check(cells);
    expect(told?.cells).toHaveLength(12);
    expect(told?.message.zh).toMatch(/空白 12 格（(?:“[^“]*”行“[^“]*”列、?){5}等）。$/u);
  });

  it('are errors in a filing', () => {
    expect(check({ 't1/1100/value': '空' }, { strict: true })[0]).toMatchObject({ severity: 'error' });
  });

  it('leaves out cells whose text could not be read', () => {
    expect(check({ 't1/1100/value': '未填' }, { reported: new Set(['t1/1100/value']) })).toEqual([]);
  });
});

describe('value-types', () => {
  const types: Record<string, ValueType> = {
    count: { kind: 'integer', min: '0', decimals: 0 },
    amount: { kind: 'decimal', min: '0', decimals: 2 },
    change: { kind: 'signed', decimals: 0 },
    bare: { kind: 'integer', decimals: 0 },
  };
  const pack = packOf(
    [codeTable(Object.entries(types).map(([id, type]) => codeRow(id, '数', type)))],
    [checkRule('T-B2', 'value-types', { severity: 'error' })],
  );
  const check = (id: string, text: string): readonly Diagnostic[] =>
    validate(reportOf(pack, { [`t1/${id}/value`]: text }), pack).diagnostics;

  it.each([
    ['count', '0'],
    ['count', '12'],
    ['count', '空'],
    ['count', '/'],
    ['amount', '27.60'],
    ['amount', '3'],
    ['change', '-8'],
  ])('%s may be %s', (id, text) => {
    expect(check(id, text)).toEqual([]);
  });

  it.each([
    ['count', '1.5', '不小于 0 的整数'],
    ['count', '3.0', '不小于 0 的整数'],
    ['count', '-1', '不小于 0 的整数'],
    ['bare', '-1', '不小于 0 的整数'],
    ['amount', '0.125', '不小于 0 的数（小数不超过 2 位）'],
    ['amount', '-0.5', '不小于 0 的数（小数不超过 2 位）'],
    ['change', '1.5', '整数'],
  ])('%s may not be %s', (id, text, wanted) => {
    const [told] = check(id, text);
    expect(told?.message.zh).toBe(`${id}“数”填的是“${text}”，应填${wanted}。`);
    expect(told).toMatchObject({ code: 'T-B2', severity: 'error', cells: [`t1/${id}/value`], facts: { typed: text } });
    expect(told?.range).toBeDefined();
  });
});

it('value-types leaves computed totals to the figures they are made of', () => {
  const pack = packOf([tableThree], [checkRule('T-B2', 'value-types', { severity: 'error' })]);
  const told = validate(reportOf(pack, { 't3/r1/natural': '1.5', 't3/r1/enterprise': '1' }), pack).diagnostics;
  expect(told.map((d) => d.cells)).toEqual([['t3/r1/natural']]);
});

it('checks of other modules are left to them', () => {
  const pack = packOf([tableThree], [checkRule('D-S1', 'section-headings')]);
  expect(validate(reportOf(pack, {}), pack).diagnostics).toEqual([]);
});
