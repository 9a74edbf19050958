import { describe, expect, test } from 'vitest';
import { cellSpecs, rowPaths, valueRows } from '../../../src/pack/cells.js';
import { loadPack } from '../../../src/pack/load-pack.js';
import { resolveCell } from '../../../src/pack/names.js';
import type { TableSpec, TemplatePack } from '../../../src/pack/types.js';
import { builtInPack, builtInPacks, forms } from '../../support/pack-files.js';
import { packOf, seen } from './fixture.js';

const loaded = new Map(
  builtInPacks().map((id) => {
    const pack = builtInPack(id);
    return [id, loadPack(pack?.files ?? {}, pack?.name ?? id, builtInPack)] as const;
  }),
);

function packNamed(id: string): TemplatePack {
  const outcome = loaded.get(id);
  if (outcome === undefined) throw new Error(`no pack ${id}`);
  return packOf(outcome);
}

function tableOf(pack: string, id: string): TableSpec {
  const table = packNamed(pack).tables.find((candidate) => candidate.id === id);
  if (table === undefined) throw new Error(`no table ${id}`);
  return table;
}

const cellCount = (pack: string, table: string): number | undefined =>
  cellSpecs(packNamed(pack)).tables.get(table)?.cells.length;

const headingCount = (pack: string, table: string): number =>
  rowPaths(tableOf(pack, table)).filter(({ node }) => node.kind === 'heading').length;

describe('built-in packs', () => {
  test('all seven forms are there', () => {
    expect(builtInPacks()).toEqual(expect.arrayContaining([...forms]));
  });

  test.each([...loaded.keys()])('R-22: %s loads without diagnostics and without data', (id) => {
    const outcome = loaded.get(id);
    expect(outcome === undefined ? ['not loaded'] : seen(outcome)).toEqual([]);
    expect(outcome?.value?.id).toBe(id);
  });

  test.each([
    ['cn-2014', 58, 7],
    ['cn-2014-shanghai', 58, 7],
    ['cn-2014-zhejiang', 58, 7],
    ['cn-2014-hunan', 58, 7],
    ['cn-2014-shandong', 64, 7],
  ])('%s has %i rows with a figure and %i headings', (id, values, headings) => {
    expect([valueRows(tableOf(id, 't1')).length, headingCount(id, 't1')]).toEqual([values, headings]);
  });

  test('tables of 2019 and 2021 have the cells of the form', () => {
    expect(valueRows(tableOf('cn-2021', 't3')).length).toBe(25);
    expect(cellCount('cn-2021', 't3')).toBe(25 * 7);
    expect(valueRows(tableOf('cn-2019', 't3')).length).toBe(23);
    expect(cellCount('cn-2019', 't3')).toBe(23 * 7);
    expect(cellCount('cn-2021', 't4')).toBe(15);
    expect(cellCount('cn-2019', 't4')).toBe(15);
    expect(cellCount('cn-2021', 't2')).toBe(2 * 3 + 1 + 2 + 1);
    expect(cellCount('cn-2019', 't2')).toBe(2 * 3 + 2 * 3 + 2 * 3 + 2 + 2);
  });

  test('cells are called by their official names', () => {
    const nameOf = (pack: string, address: string): string | undefined =>
      cellSpecs(packNamed(pack)).byAddress.get(address)?.name;
    expect(nameOf('cn-2021', 't3/r1/natural')).toBe('表三“一、本年新收政府信息公开申请数量”行“自然人”列');
    expect(nameOf('cn-2021', 't4/review/upheld')).toBe('表四“行政复议”“结果维持”');
    expect(nameOf('cn-2014', 't1/1100/value')).toBe('1100“主动公开政府信息数”');
    expect(nameOf('cn-2014-hunan', 't1/1100/value')).toBe('“（一）主动公开政府信息数”');
  });

  test('every name of a cell is unique in its table', () => {
    for (const outcome of loaded.values()) {
      const names = [...cellSpecs(packOf(outcome)).byAddress.values()].map((cell) => `${cell.table.id} ${cell.name}`);
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    }
  });

  test('every cell is found again by its address and by the full path of its labels', () => {
    for (const outcome of loaded.values()) {
      const pack = packOf(outcome);
      for (const cell of cellSpecs(pack).byAddress.values()) {
        const path = [cell.table.label, ...cell.rowPath.map((row) => row.label), cell.column.label].join('/');
        expect(resolveCell(pack, cell.address)).toMatchObject({ address: cell.address });
        expect(resolveCell(pack, path), path).toMatchObject({ address: cell.address });
      }
    }
  });

  test('the path of the contract leads to its cell', () => {
    expect(resolveCell(packNamed('cn-2021'), '表三/不予公开/属于国家秘密/自然人')).toMatchObject({
      address: 't3/r3.3.1/natural',
    });
    expect(resolveCell(packNamed('cn-2014'), '1100')).toMatchObject({ address: 't1/1100/value' });
  });
});
