import { describe, expect, test } from 'vitest';
import { cellSpecs, shortAddress } from '../../../src/pack/cells.js';
import { normaliseName, resolveCell, resolveColumn, resolveRow, resolveTable } from '../../../src/pack/names.js';
import { loadChild, loadWith, packOf } from './fixture.js';

const pack = packOf(loadWith());
const [t1, t3] = pack.tables;
if (t1 === undefined || t3 === undefined) throw new Error('the small pack has two tables');

const cell = (text: string): string | readonly string[] => {
  const found = resolveCell(pack, text);
  if (found.kind === 'cell') return found.address;
  return found.kind === 'ambiguous' ? found.candidates.map((candidate) => candidate.address) : [];
};

describe('names of cells in messages', () => {
  const nameOf = (address: string): string | undefined => cellSpecs(pack).byAddress.get(address)?.name;

  test('R-07: row and column of a table with several columns', () => {
    expect(nameOf('t3/r1/natural')).toBe('表三“一、新收申请”行“自然人”列');
    expect(nameOf('t3/r3.1/natural')).toBe('表三“（一）公开”行“自然人”列');
  });

  test('R-07: code and name where the code is printed', () => {
    expect(nameOf('t1/1100/value')).toBe('1100“主动公开数”');
  });

  test('R-07: the label where no code is printed, with its parents where it is not unique', () => {
    const child = packOf(
      loadChild({ 'tables/t1.yaml': 'id: t1\nwidths: [7, 1, 2]\ndrop: [code]\nset: {"2200": {name: 其他数}}\n' }),
    );
    const names = cellSpecs(child).byAddress;
    expect(names.get('t1/1100/value')?.name).toBe('“（一）主动公开数”');
    expect(names.get('t1/1200/value')?.name).toBe('“一、主动公开情况—（二）其他数”');
    expect(names.get('t1/2200/value')?.name).toBe('“二、收费情况—（二）其他数”');
  });
});

describe('normaliseName', () => {
  test.each([
    ['（一）公开（含部分公开）', '(一) 公开(含部分公开)'],
    ['“三安全一稳定”', '"三安全一稳定"'],
    ['１．属于', '1.属于'],
    ['结果　维持', '结果维持'],
    ['⼀、总体', '一、总体'],
  ])('%s is %s', (one, other) => {
    expect(normaliseName(one)).toBe(normaliseName(other));
  });

  test('different names stay different', () => {
    expect(normaliseName('总计')).not.toBe(normaliseName('合计'));
  });
});

describe('resolveCell', () => {
  test.each([
    ['t3/r3.1/natural', 't3/r3.1/natural'],
    ['1100', 't1/1100/value'],
    ['c1100', 't1/1100/value'],
    ['t1/1100', 't1/1100/value'],
    ['表三/一、新收申请/自然人', 't3/r1/natural'],
    ['表三 / 新收申请 / 总计', 't3/r1/total'],
    ['三/r1/自然人', 't3/r1/natural'],
    ['申请情况/新收申请/自然人', 't3/r1/natural'],
    ['表三/办理结果/公开/自然人', 't3/r3.1/natural'],
    ['表三/（一）公开（含部分公开）/自然人', 't3/r3.1/natural'],
    ['表三/(1) 公开/自然人', []],
    ['表三/（一）公开/申请人情况自然人', 't3/r3.1/natural'],
    ['办理结果/其他/法人', 't3/r3.2/legal'],
    ['统计表/主动公开数', 't1/1100/value'],
    ['其中：规范性文件数', 't1/1110/value'],
    ['规范性文件数', 't1/1110/value'],
    ['主动公开情况/其他数', 't1/1200/value'],
    ['其他数', ['t1/1200/value', 't1/2200/value']],
    ['t3/r3/natural', []],
    ['1000', []],
    ['', []],
    ['//', []],
  ])('%s', (text, wanted) => {
    expect(cell(text)).toEqual(wanted);
  });

  test('what is not known is answered with what was near', () => {
    expect(resolveCell(pack, 't3/r1/naturel')).toMatchObject({
      kind: 'unknown',
      suggestions: ['t3/r1/natural', 't3/r4/natural'],
    });
    expect(resolveCell(pack, '表三/新收申情/自然人')).toMatchObject({ suggestions: ['表三/新收申请/自然人'] });
  });

  test('short addresses go both ways', () => {
    for (const address of cellSpecs(pack).byAddress.keys()) expect(cell(shortAddress(pack, address))).toBe(address);
    expect(shortAddress(pack, 't1/1100/value')).toBe('1100');
    expect(shortAddress(pack, 't3/r1/total')).toBe('t3/r1/total');
    expect(shortAddress(pack, 'no/such/cell')).toBe('no/such/cell');
  });
});

describe('resolveRow', () => {
  test('finds rows at any depth, headings too', () => {
    expect(resolveRow(t3, '办理结果')).toMatchObject({ kind: 'found', node: { id: 'r3' } });
    expect(resolveRow(t3, '公开')).toMatchObject({ kind: 'found', node: { id: 'r3.1' } });
  });

  test('a number typed in another style counts, another number does not', () => {
    expect(resolveRow(t3, '(一)、公开'.replace('、', ''))).toMatchObject({ kind: 'found' });
    expect(resolveRow(t3, '一.新收申请')).toMatchObject({ kind: 'found', node: { id: 'r1' } });
    expect(resolveRow(t3, '二、新收申请')).toMatchObject({
      kind: 'unknown',
      suggestions: ['一、新收申请', '新收申请'],
    });
  });

  test('a second row of the same name is asked for, unless it stands within the row given', () => {
    const result = resolveRow(t1, '其他数');
    expect(result).toMatchObject({
      kind: 'ambiguous',
      candidates: [{ title: '一、主动公开情况—（二）其他数' }, { title: '二、收费情况—（二）其他数' }],
    });
    const within = t1.bands[0]?.rows[1];
    expect(resolveRow(t1, '其他数', within)).toMatchObject({ kind: 'found', node: { id: '2200' } });
    expect(resolveRow(t1, '主动公开数', within)).toMatchObject({ kind: 'unknown' });
  });
});

describe('resolveColumn and resolveTable', () => {
  test('by id and label', () => {
    expect(resolveColumn(t3, '自然人')).toMatchObject({
      kind: 'found',
      node: { id: 'natural' },
      path: [{ label: '申请人情况' }, {}],
    });
    expect(resolveColumn(t3, 'natural')).toMatchObject({ kind: 'found' });
    expect(resolveColumn(t3, '自然入')).toMatchObject({ kind: 'unknown', suggestions: ['自然人'] });
    expect(resolveColumn(t3, '申请人情况')).toMatchObject({ kind: 'unknown' });
  });

  test('tables by id, label, alias and name', () => {
    for (const name of ['t3', '表三', '三', '申请情况'])
      expect(resolveTable(pack, name)).toMatchObject({ kind: 'found', node: { id: 't3' } });
    expect(resolveTable(pack, '表四')).toMatchObject({ kind: 'unknown', suggestions: ['表三'] });
  });
});
