import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../../src/validate/compute.js';
import { figureText } from '../../../src/validate/cells.js';
import type { Figures } from '../../../src/data/types.js';
import { balanced, column, packOf, reportOf, row, rows, table, tableThree } from './fixture.js';
import { formula } from '../rule/formulas.js';

const pack = packOf([tableThree]);

function shown(figures: Figures, id: string): string {
  return ['natural', 'enterprise', 'total']
    .map((name) => figureText(figures.values.get(`t3/${id}/${name}`) ?? { kind: 'missing' }))
    .join(' ');
}

describe('computeFigures', () => {
  const complete = rows(pack, 't3', balanced);

  it('fills totals across and down', () => {
    const figures = computeFigures(reportOf(pack, complete), pack);
    expect(shown(figures, 'r1')).toBe('3 1 4');
    expect(shown(figures, 'r3.7')).toBe('2 1 3');
    expect(figures.values.get('t3/r3.7/total')).toMatchObject({ computed: true });
    expect(figures.values.get('t3/r1/natural')).not.toHaveProperty('computed');
  });

  it('keeps what is given, right or wrong', () => {
    const figures = computeFigures(reportOf(pack, { ...complete, 't3/r1/total': '9', 't3/r4/total': '空' }), pack);
    expect(shown(figures, 'r1')).toBe('3 1 9');
    expect(shown(figures, 'r4')).toBe('1 0 空');
  });

  it.each([
    ['blank', '空'],
    ['not there', '未填'],
    ['"/"', '/'],
  ])('R-05 R-06: a total with a part that is %s is not made', (_, text) => {
    const figures = computeFigures(reportOf(pack, { ...complete, 't3/r3.1/natural': text }), pack);
    expect(shown(figures, 'r3.1')).toBe(`${text} 1 未填`);
    expect(shown(figures, 'r3.7')).toBe('未填 1 未填');
  });

  it('R-05: parts that are all blank leave the total empty, not 0', () => {
    const figures = computeFigures(reportOf(pack, rows(pack, 't3', { r1: '空 空' })), pack);
    expect(shown(figures, 'r1')).toBe('空 空 未填');
  });

  it('computes from computed cells in any order, exactly', () => {
    const money = table(
      't5',
      '表五',
      [column('value', '金额')],
      [
        row('all', '', '合计', { computed: formula('half + c') }),
        row('half', '', '小计', { computed: formula('a + b') }),
        row('a', '', '甲'),
        row('b', '', '乙'),
        row('c', '', '丙'),
      ],
    );
    const own = packOf([money]);
    const figures = computeFigures(
      reportOf(own, { 't5/a/value': '0.1', 't5/b/value': '0.20', 't5/c/value': '123456789012345678901234.7' }),
      own,
    );
    expect(figures.values.get('t5/all/value')).toMatchObject({ text: '123456789012345678901235' });
  });
});
