import { describe, expect, it } from 'vitest';
import type { CellInput, ReportData } from '../../../src/data/types.js';
import type { Diagnostic } from '../../../src/diagnostic/diagnostic.js';
import type { RuleSpec, TemplatePack } from '../../../src/pack/types.js';
import { computeFigures } from '../../../src/validate/compute.js';
import { foldDiagnostics } from '../../../src/validate/fold.js';
import { namedPart } from '../../../src/validate/named-part.js';
import { previousValueOf, type PreviousReport } from '../../../src/validate/previous.js';
import { validate } from '../../../src/validate/validate.js';
import { waiverBlock } from '../../../src/validate/waiver-block.js';
import { applyWaivers } from '../../../src/validate/waivers.js';
import { checkRule, column, packOf, reportOf, row, rule, table, tableFour, tableThree, waiver } from './fixture.js';

const stock = table(
  't2',
  '表二',
  [column('issued', '制发'), column('repealed', '废止'), column('in_force', '有效')],
  [row('rules', '', '规章'), row('normative', '', '文件')],
);

function lastYear(pack: TemplatePack, cells: Readonly<Record<string, string>>): PreviousReport {
  const range = { file: 'last.yaml', start: 0, end: 1 };
  const data = reportOf(pack, cells, { file: 'last.yaml', year: { value: 2022, range } });
  return { data, figures: computeFigures(data, pack), pack, adjust: [] };
}

function changed(data: ReportData, address: string, more: Partial<CellInput>): ReportData {
  const id = address.slice(0, address.indexOf('/'));
  const given = data.tables.get(id);
  const cell = given?.cells.get(address);
  if (given === undefined || cell === undefined) throw new Error(address);
  const cells = new Map([...given.cells, [address, { ...cell, ...more }]]);
  return { ...data, tables: new Map([...data.tables, [id, { ...given, cells }]]) };
}

describe('R-11: stock of documents against last year', () => {
  const t22 = rule('T2-2', 'in_force == prev(in_force) + issued - repealed', {
    scope: { each: 'row', table: 't2', rows: ['normative'] },
    crossYear: true,
    orWithout: { issued: ['修订', '修改'] },
  });
  const pack = packOf([stock], [t22]);
  const previous = [lastYear(pack, { 't2/normative/in_force': '667' })];
  const told = (inForce: string, more: Partial<CellInput>, repealedRemark?: string): readonly Diagnostic[] => {
    const given = reportOf(pack, {
      't2/normative/issued': '106',
      't2/normative/repealed': '55',
      't2/normative/in_force': inForce,
    });
    const withIssued = changed(given, 't2/normative/issued', more);
    const data =
      repealedRemark === undefined
        ? withIssued
        : changed(withIssued, 't2/normative/repealed', { remark: repealedRemark });
    return validate(data, pack, { previous }).diagnostics;
  };

  it('accepts documents revised as new or as not new, when the cell says how many', () => {
    expect(told('718', { remark: '（其中修订16件）' })).toEqual([]);
    expect(told('702', { remark: '（其中修订16件）' })).toEqual([]);
    expect(told('702', { parts: new Map([['修订', '16']]) })).toEqual([]);
    expect(told('702', {})).toHaveLength(1);
  });

  it('what lapsed by itself stays repealed', () => {
    expect(told('718', {}, '（含自然失效29件）')).toEqual([]);
    expect(told('747', {}, '（含自然失效29件）')).toHaveLength(1);
  });

  it('explains both readings when neither holds', () => {
    expect(told('700', { remark: '（其中修订16件）' })[0]?.message.zh).toBe(
      '表二“文件”行：“有效”为 700，但上年“有效”加“制发”减“废止”为 718（上年“有效”667，“制发”106，“废止”55），两者应相等，相差 18；除去其中修订 16 件再算，也对不上。',
    );
  });

  it.each<[string, string, string | undefined]>([
    ['（其中修订16件）', '修订', '16'],
    ['(含修订文件 16 件)', '修订', '16'],
    ['（其中16件为修改）', '修改', '16'],
    ['（新制定90件、修订16件）', '修订', '16'],
    ['（其中修订１６件）', '修订', '16'],
    ['（另修订16件）', '', undefined],
    ['（修订16件中废止2件）', '', undefined],
    ['（其中修订若干件）', '', undefined],
    ['（含自然失效29件）', '', undefined],
  ])('reads the remark %s', (remark, word, number) => {
    const cell: CellInput = {
      address: 'a',
      value: { kind: 'blank' },
      remark,
      parts: new Map(),
      range: { file: 'f', start: 0, end: 0 },
    };
    const part = namedPart(cell, ['修订', '修改']);
    expect(part === undefined ? undefined : { word: part.word, number: part.number.toFixed() }).toEqual(
      number === undefined ? undefined : { word, number },
    );
  });
});

describe('R-11: cases pending from last year', () => {
  const t4y = rule('T4-Y', 'total >= prev(pending)', {
    severity: 'warning',
    scope: { each: 'row', table: 't4', rows: ['review'] },
    crossYear: true,
    declared: {
      about: ['上年', '结转'],
      included: ['含', '包括'],
      excluded: ['不含', '不包括', '除外'],
      severity: 'error',
    },
  });
  const pack = packOf([tableFour], [t4y]);
  const previous = [lastYear(pack, { 't4/review/pending': '5' })];
  const told = (...notes: readonly string[]): readonly Diagnostic[] => {
    const data = reportOf(pack, { 't4/review/total': '3' });
    const given = data.tables.get('t4');
    if (given === undefined) throw new Error();
    const range = given.range;
    const tables = new Map([['t4', { ...given, notes: notes.map((value) => ({ value, range })) }]]);
    return validate({ ...data, tables }, pack, { previous }).diagnostics;
  };

  it('is a warning as long as nothing is said of the counting', () => {
    expect(told().map(({ severity }) => severity)).toEqual(['warning']);
    expect(told('数量单位为件。').map(({ severity }) => severity)).toEqual(['warning']);
    expect(told('本表不含部门数。').map(({ severity }) => severity)).toEqual(['warning']);
  });

  it('is an error when a note says that last year’s cases are counted, and quotes it', () => {
    const [found] = told('行政复议、行政诉讼数量含上年度结转数量。');
    expect(found?.severity).toBe('error');
    expect(found?.message.zh).toMatch(/；表注写明“行政复议、行政诉讼数量含上年度结转数量”。$/u);
  });

  it('does not apply when a note says that they are not', () => {
    expect(told('行政复议数量不含上年结转。')).toEqual([]);
    expect(told('上年结转的案件除外。')).toEqual([]);
  });

  it('stays a warning when the notes contradict one another', () => {
    expect(told('行政复议含上年结转，行政诉讼不含上年结转。').map(({ severity }) => severity)).toEqual(['warning']);
  });
});

function year(check: RuleSpec): TemplatePack {
  return packOf([stock, tableFour, tableThree], [check]);
}

describe('Y-J1: jumps against last year', () => {
  const options = { factor: '10', least: '20', from_zero: '100' };
  const pack = year({ ...checkRule('Y-J1', 'jumps', { severity: 'info' }), check: { name: 'jumps', options } });
  const told = (before: string, now: string): readonly Diagnostic[] =>
    validate(reportOf(pack, { 't2/rules/issued': now }), pack, {
      previous: [lastYear(pack, { 't2/rules/issued': before })],
    }).diagnostics;

  it.each([
    ['20', '200', true],
    ['200', '20', true],
    ['20', '199', false],
    ['19', '199', false],
    ['3000', '5', true],
    ['0', '100', true],
    ['100', '0', true],
    ['0', '99', false],
    ['12', '1', false],
    ['空', '500', false],
    ['500', '/', false],
  ])('%s against %s: %s', (before, now, found) => {
    expect(told(before, now)).toHaveLength(found ? 1 : 0);
  });

  it('is one info a table that lists the cells, without totals of parts that jump', () => {
    const now = { 't3/r1/natural': '900', 't3/r1/enterprise': '1', 't2/rules/issued': '0' };
    const data = reportOf(pack, now);
    const before = { 't3/r1/natural': '30', 't3/r1/enterprise': '10', 't2/rules/issued': '250' };
    const found = validate(data, pack, { previous: [lastYear(pack, before)] }).diagnostics;
    expect(found.map(({ code, severity, cells }) => [code, severity, cells])).toEqual([
      ['Y-J1', 'info', ['t2/rules/issued']],
      ['Y-J1', 'info', ['t3/r1/natural']],
    ]);
    expect(found[0]?.message.zh).toBe('表二有 1 格与上年相差悬殊：“规章”行“制发”列上年 250，今年 0。');
  });

  it('says nothing without last year', () => {
    expect(validate(reportOf(pack, { 't2/rules/issued': '900' }), pack).diagnostics).toEqual([]);
  });
});

describe('Y-J2: figures that repeat last year’s', () => {
  const options = { distinct: '3', distinct_in_row: '4' };
  const check = checkRule('Y-J2', 'same-as-last-year');
  const pack = year({ ...check, check: { name: 'same-as-last-year', options } });
  const cells = {
    't2/rules/issued': '2',
    't2/rules/repealed': '0',
    't2/rules/in_force': '17',
    't2/normative/issued': '8',
    't2/normative/repealed': '空',
    't2/normative/in_force': '2',
  };
  const told = (before: Readonly<Record<string, string>>, now = cells): readonly Diagnostic[] =>
    validate(reportOf(pack, now), pack, { previous: [lastYear(pack, before)] }).diagnostics;

  it('warns of a whole table', () => {
    const [found, ...others] = told(cells);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'Y-J2', severity: 'warning', range: { file: 'report.yaml' } });
    expect(found?.message.zh).toBe('表二 6 格与上年完全相同，可能还没有更新。');
  });

  it('is silent when one cell differs, a blank is no 0, or there are fewer than three different figures', () => {
    expect(told({ ...cells, 't2/normative/in_force': '3' })).toEqual([]);
    expect(told({ ...cells, 't2/normative/repealed': '0' })).toEqual([]);
    const few = { ...cells, 't2/rules/in_force': '8' };
    expect(told(few, few)).toEqual([]);
  });

  it('warns of a row of four different figures when the table differs', () => {
    const four = table(
      't5',
      '表五',
      ['a', 'b', 'c', 'd'].map((id) => column(id, id)),
      [row('x', '', '甲'), row('y', '', '乙')],
    );
    const wide = packOf([four], [{ ...check, check: { name: 'same-as-last-year', options } }]);
    const x = { 't5/x/a': '1', 't5/x/b': '2', 't5/x/c': '3', 't5/x/d': '4' };
    const data = reportOf(wide, { ...x, 't5/y/a': '5' });
    const found = validate(data, wide, { previous: [lastYear(wide, { ...x, 't5/y/a': '6' })] }).diagnostics;
    expect(found.map(({ message }) => message.zh)).toEqual(['表五有 1 行各数与上年完全相同，可能还没有更新：“甲”。']);
    expect(found[0]?.cells).toHaveLength(4);
  });

  it('shares cells with failed rules, but no cause: it is not folded', () => {
    const sum = rule('S', '[t2/rules/issued] == [t2/rules/in_force]');
    const both = { ...pack, rules: [...pack.rules, sum] };
    const found = validate(reportOf(both, cells), both, { previous: [lastYear(both, cells)] }).diagnostics;
    expect(foldDiagnostics(found).map(({ code }) => code)).toEqual(['Y-J2', 'S']);
  });
});

describe('R-11: a waiver of a cross-year finding', () => {
  const t4y = rule('T4-Y', 'total >= prev(pending)', {
    scope: { each: 'row', table: 't4', rows: ['review'] },
    crossYear: true,
  });
  const pack = packOf([tableFour], [t4y]);
  const judged = (pending: string, figures: Readonly<Record<string, string>>): readonly Diagnostic[] => {
    const previous = [lastYear(pack, { 't4/review/pending': pending })];
    const data = reportOf(pack, { 't4/review/total': '3' }, { waivers: [waiver('T4-Y', figures)] });
    const { value = { values: new Map() }, diagnostics } = validate(data, pack, { previous });
    return applyWaivers(diagnostics, data, value, previousValueOf(previous, pack));
  };

  it('prints last year’s figure into the waiver', () => {
    const [found] = judged('5', {});
    if (found === undefined) throw new Error();
    expect(waiverBlock(found)).toContain('数值: {t4/review/total: 3, 上年 t4/review/pending: 5}');
  });

  it('holds as long as both years stand, and lapses when last year’s figure changes too', () => {
    const figures = { 't4/review/total': '3', 'prev t4/review/pending': '5' };
    expect(judged('5', figures).map(({ code, waived }) => [code, waived?.reason])).toEqual([['T4-Y', '已核实']]);
    const told = judged('6', figures);
    expect(told.map(({ code, waived }) => [code, waived])).toEqual([
      ['T4-Y', undefined],
      ['waiver/lapsed', undefined],
    ]);
    expect(told[1]?.message.zh).toBe('T4-Y 的豁免已失效：上年 t4/review/pending 豁免时为 5，现为 6。');
  });

  it('does not hold without last year’s figure: it could never lapse', () => {
    const told = judged('5', { 't4/review/total': '3' });
    expect(told.map(({ code }) => code)).toEqual(['T4-Y', 'waiver/lapsed']);
    expect(told[1]?.message.zh).toContain('上年 t4/review/pending 豁免时没有列出，现为 5');
  });
});
