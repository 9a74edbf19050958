import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostic/diagnostic.js';
import type { RuleSpec, TemplatePack } from '../../../src/pack/types.js';
import { figureText } from '../../../src/validate/cells.js';
import { computeFigures } from '../../../src/validate/compute.js';
import { previousValueOf, type PreviousReport } from '../../../src/validate/previous.js';
import { validate } from '../../../src/validate/validate.js';
import { packOf, reportOf, rule, tableThree, table, column, row } from './fixture.js';

const carried = rule('T3-Y', 'r2 == prev(r4)', {
  scope: { each: 'column', table: 't3', columns: ['natural'] },
  crossYear: true,
});
const others = rule('T4-Y', 'r1 >= 0', { scope: { each: 'column', table: 't3' }, crossYear: true });

function lastYear(
  carriedOut: string,
  more: {
    readonly pack?: TemplatePack;
    readonly by?: readonly string[];
    readonly year?: number;
    readonly cell?: string;
  } = {},
): PreviousReport {
  const { pack = packOf([tableThree]), by = [], year = 2022, cell = 't3/r4/natural' } = more;
  // Adjustments name the cell of this year's form, whatever last year's form calls it.
  const adjusted = 't3/r4/natural';
  const range = { file: 'last.yaml', start: 0, end: 1 };
  const data = reportOf(pack, { [cell]: carriedOut }, { file: 'last.yaml', year: { value: year, range } });
  const adjust = by.map((text) => ({
    cell: adjusted,
    by: text,
    reason: '划转',
    range: { file: 'report.yaml', start: 700, end: 701 },
  }));
  return { data, figures: computeFigures(data, pack), pack, adjust };
}

function check(
  previous: readonly PreviousReport[],
  rules: readonly RuleSpec[] = [carried],
  mapsFrom = {},
): readonly Diagnostic[] {
  const pack = packOf([tableThree], rules, { mapsFrom });
  return validate(reportOf(pack, { 't3/r2/natural': '3' }), pack, { previous }).diagnostics;
}

describe('cross-year rules', () => {
  it('without last year one info stands for all of them', () => {
    const told = check([], [carried, others]);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ code: 'rule/no-previous', severity: 'info', facts: { rules: 'T3-Y T4-Y' } });
    expect(check([], [])).toEqual([]);
    const pack = packOf([tableThree], [carried]);
    const unusable = validate(reportOf(pack, { 't3/r2/natural': '3' }), pack, { previousNamed: true }).diagnostics;
    expect(unusable).toEqual([]);
  });

  it('compares with last year and points at both files', () => {
    expect(check([lastYear('3')])).toEqual([]);
    const [told] = check([lastYear('5')]);
    expect(told?.message.zh).toBe(
      '表三“自然人”列：“二、上年结转政府信息公开申请数量”为 3，但上年“四、结转下年度继续办理”为 5，两者应相等，相差 2。',
    );
    expect(told).toMatchObject({
      cells: ['t3/r2/natural'],
      facts: { 't3/r2/natural': '3', 'prev t3/r4/natural': '5' },
      related: [{ range: { file: 'last.yaml' }, message: { zh: '上年表三“四、结转下年度继续办理”行“自然人”列：5' } }],
    });
  });

  it('adds predecessors up, after their adjustments', () => {
    expect(check([lastYear('2'), lastYear('1')])).toEqual([]);
    expect(check([lastYear('5', { by: ['-1', '-1'] })])).toEqual([]);
    expect(check([lastYear('5', { by: ['-1'] }), lastYear('1', { by: ['-2'] })])).toEqual([]);
    expect(check([lastYear('3', { by: ['1'] })])).toHaveLength(1);
  });

  it('R-06: a blank of one predecessor leaves the sum open', () => {
    expect(check([lastYear('1'), lastYear('空')])[0]).toMatchObject({ outcome: 'cannot-check' });
    expect(check([lastYear('空')])[0]?.message.zh).toContain('上年“四、结转下年度继续办理”空白');
  });

  it('maps another form, by cell or by row, for children of that form too', () => {
    const old = (chain: readonly string[]): TemplatePack =>
      packOf(
        [table('t3', '表三', [column('natural', '自然人')], [row('old', '', '结转'), row('more', '', '其他')])],
        [],
        { id: 'city', chain },
      );
    const previous = lastYear('5', { pack: old(['cn-old', 'city']), cell: 't3/old/natural', by: ['-1'] });
    const both = {
      ...previous,
      figures: { values: new Map([...previous.figures.values, ['t3/more/natural', { kind: 'blank' } as const]]) },
    };
    const byRow = { 'cn-old': { 't3/r4/*': ['t3/old/*'] } };
    expect(check([previous], [carried], byRow)[0]?.facts).toMatchObject({ right: '4' });
    expect(check([previous], [carried], { 'cn-old': { 't3/r4/natural': ['t3/old/natural'] } })[0]?.facts).toMatchObject(
      { right: '4' },
    );
    expect(check([both], [carried], { 'cn-old': { 't3/r4/*': ['t3/old/*', 't3/more/*'] } })[0]?.outcome).toBe(
      'cannot-check',
    );
  });

  it('the mapping of the nearest form counts, and adjustments of other cells do not', () => {
    const child = packOf(
      [table('t3', '表三', [column('natural', '自然人')], [row('a', '', '甲'), row('b', '', '乙')])],
      [],
      { id: 'city', chain: ['cn-old', 'city'] },
    );
    const previous = lastYear('4', { pack: child, cell: 't3/b/natural' });
    const elsewhere = { cell: 't3/r1/natural', by: '-1', reason: '划转', range: previous.data.year.range };
    const maps = { 'cn-old': { 't3/r4/natural': ['t3/a/natural'] }, city: { 't3/r4/natural': ['t3/b/natural'] } };
    expect(check([{ ...previous, adjust: [elsewhere] }], [carried], maps)[0]?.facts).toMatchObject({ right: '4' });
  });

  it('says that it cannot compare where last year’s form has no such cell, and guesses nothing', () => {
    const old = packOf([table('t9', '表九', [column('value', '数')], [row('a', '', '甲')])]);
    const previous = lastYear('1', { pack: old, cell: 't9/a/value' });
    const told = check([previous]);
    expect(told).toMatchObject([{ code: 'rule/not-comparable', severity: 'info', facts: { rules: 'T3-Y' } }]);
    expect(told[0]?.message.zh).toBe('上年用的表式（测试表式）没有相应的格，不能与今年比较：“规则T3-Y”没有核对。');
    // One of two predecessors has no such cell: a sum of the rest would be too small.
    expect(check([previous, lastYear('5')]).map(({ code }) => code)).toEqual(['rule/not-comparable']);
  });

  it('refuses a file of another year and then compares nothing', () => {
    const told = check([lastYear('5'), lastYear('5', { year: 2021 })]);
    // Nobody is told to name last year's file who has named one.
    expect(told.map((d) => d.code)).toEqual(['previous/wrong-year']);
    expect(told[0]?.message.zh).toBe('上年数据应是 2022 年的，“last.yaml”却是 2021 年的，跨年核对没有进行。');
  });
});

describe('previousValueOf', () => {
  it('gives last year’s value of a cell of this form, or nothing', () => {
    const pack = packOf([tableThree]);
    const value = previousValueOf([lastYear('2'), lastYear('0.50')], pack);
    expect(figureText(value('t3/r4/natural') ?? { kind: 'missing' })).toBe('2.5');
    expect(value('t3/r9/natural')).toBeUndefined();
    expect(previousValueOf([], pack)('t3/r4/natural')).toBeUndefined();
  });
});
