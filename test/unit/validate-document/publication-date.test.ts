import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../../src/validate/document.js';
import { Author, checkRule, dataOf, packOf, reportOf, type DataFields } from './fixture.js';

const deadlines = [
  { kinds: ['部门'], publish_by: '01-31' },
  { kinds: ['政府'], levels: ['省级', '市级', '县级'], publish_by: '03-31' },
];
const rule = checkRule('D-D1', 'publication-date', 'info');
const pack = packOf([{ ...rule, check: { name: 'publication-date', options: { deadlines } } }]);

function check(fields: DataFields, used = pack) {
  return checkDocument(reportOf(2023), dataOf(2023, new Author(), fields), used);
}

describe('term for publication', () => {
  it('tells a department after 31 January, a government after 31 March', () => {
    expect(check({ kind: '部门', published: [2024, 2, 1] })).toMatchObject([
      {
        code: 'D-D1',
        severity: 'info',
        message: { zh: '成文日期2024年2月1日晚于公布期限2024年1月31日。' },
      },
    ]);
    expect(check({ kind: '部门', published: [2024, 1, 31] })).toEqual([]);
    expect(check({ kind: '政府', level: '县级', published: [2024, 4, 1] })).toHaveLength(1);
    expect(check({ kind: '政府', level: '县级', published: [2024, 3, 31] })).toEqual([]);
    expect(check({ kind: '部门', published: [2025, 1, 1] })).toHaveLength(1);
  });

  it('never tells a township, an unknown kind or a government of unknown level', () => {
    const published = [2024, 12, 1] as const;
    expect(check({ kind: '乡镇街道', published })).toEqual([]);
    expect(check({ published })).toEqual([]);
    expect(check({ kind: '政府', published })).toEqual([]);
    expect(check({ kind: '部门' })).toEqual([]);
  });

  it('takes a term without kinds for every agency, and says nothing without readable terms', () => {
    const withOption = (option: unknown) =>
      packOf([{ ...rule, check: { name: 'publication-date', options: { deadlines: option } } }]);
    expect(check({ published: [2024, 4, 1] }, withOption([{ publish_by: '03-31' }]))).toHaveLength(1);
    expect(check({ published: [2024, 4, 1] }, withOption([{ publish_by: 'März' }, null, 1]))).toEqual([]);
    expect(check({ published: [2024, 4, 1] }, withOption(undefined))).toEqual([]);
  });
});
