import { describe, expect, it } from 'vitest';
import { diskSources, openReport, type Diagnostic } from '../../../../src/index.js';

function check(text: string, tables: string, more = ''): readonly Diagnostic[] {
  const file = [
    'nianbao: 1',
    '模板: cn-2014',
    '年度: 2016',
    '单位: {名称: 青山县民政局, 类型: 部门, 层级: 县级}',
    more,
    '章节:',
    `  主动公开政府信息情况: ${text}`,
    '表格:',
    `  统计表: {${tables}}`,
    '',
  ].join('\n');
  const { diagnostics } = openReport(new TextEncoder().encode(file), 'report.yaml', diskSources('report.yaml'));
  const flat = (list: readonly Diagnostic[]): readonly Diagnostic[] =>
    list.flatMap((d) => [d, ...flat(d.folded ?? [])]);
  return flat(diagnostics).filter(({ code }) => code.startsWith('D-T'));
}

const codes = (found: readonly Diagnostic[]): readonly string[] =>
  found.map(({ code, severity }) => `${code} ${severity}`);

describe('R-16: figures of the text against the tables', () => {
  it('D-T4 names the cell, both figures and the place of both', () => {
    const [found, ...others] = check('全年收到政府信息公开申请13件。', '"3100": 12');
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: 'D-T4',
      severity: 'warning',
      cells: ['t1/3100/value'],
      facts: { stated: '13件', 't1/3100/value': '12' },
      waivable: true,
      text: '全年收到政府信息公开申请13件。',
    });
    expect(found?.message.zh).toBe(
      '正文“全年收到政府信息公开申请13件”写的是 13件，3100“收到申请数”为 12，两者不一致。',
    );
    expect(found?.range?.start).toBeGreaterThan(0);
    expect(found?.related?.[0]?.range?.start).toBeGreaterThan(found?.range?.end ?? 0);
    expect(found?.hint?.zh).toContain('{{值 "t1/3100/value"}}');
  });

  it.each([
    ['says the same', '全年收到政府信息公开申请12件。'],
    ['is a reference', '全年收到政府信息公开申请{{值 "3100"}}件。'],
    ['is approximate', '全年收到政府信息公开申请10余件。'],
  ])('is silent where the text %s', (_, text) => {
    expect(check(text, '"3100": 12')).toEqual([]);
  });

  it.each([
    ['none against a figure', '我局未收到政府信息公开申请。', '"3100": 12', ['D-T5 warning']],
    ['a figure against 0', '全年收到政府信息公开申请4件。', '"3100": 0', ['D-T5 warning']],
    ['a figure against a blank', '全年收到政府信息公开申请4件。', '"3100": ~', ['D-T5 warning']],
    ['none against a blank', '我局未收到政府信息公开申请。', '"3100": ~', ['D-T5 info']],
    ['none against 0', '我局未收到政府信息公开申请。', '"3100": 0', []],
  ])('D-T5: %s', (_, text, tables, expected) => {
    expect(codes(check(text, tables))).toEqual(expected);
  });

  it.each([
    ['more than the whole', '共收到意见83条，其中书面36条、网上57条。', ['D-T2 warning', 'D-T7 info']],
    ['less, in a closed list', '共收到意见85条，其中书面36条、网上47条。', ['D-T2 warning', 'D-T7 info']],
    ['all of them', '共收到意见83条，其中书面36条、网上47条。', ['D-T7 info']],
    ['less, in an open list', '共收到意见85条，其中书面36条、网上47条等。', ['D-T7 info']],
    ['more, in an open list', '共收到意见80条，其中书面36条、网上47条等。', ['D-T2 warning', 'D-T7 info']],
  ])('D-T2: %s', (_, text, expected) => {
    expect(codes(check(text, '"3100": 0'))).toEqual(expected);
  });

  it('D-T3: a share that the figures do not give', () => {
    const found = check('共收到意见276条，其中书面38条，占18.3%。', '"3100": 0').filter(({ code }) => code === 'D-T3');
    expect(found.map(({ facts }) => facts)).toEqual([{ stated: '18.3%', expected: '13.8%' }]);
    expect(codes(check('共收到意见276条，其中书面38条，占13.8%。', '"3100": 0'))).toEqual(['D-T7 info']);
  });

  it('D-T6: one figure stated in two ways, against a table that cannot tell', () => {
    const text = '全年收到政府信息公开申请12件。认真办理，共收到政府信息公开申请13件。';
    expect(codes(check(text, '"3100": ~'))).toContain('D-T6 warning');
    expect(codes(check(text.replace('13', '12'), '"3100": ~'))).not.toContain('D-T6 warning');
  });

  it('D-T7: counts the figures it could not match, those declared left out', () => {
    const text = '受理业务来电300次，接待来访20人次。';
    expect(check(text, '"3100": 0')[0]?.facts).toEqual({ count: '2' });
    expect(check(text, '"3100": 0', '文中数字: [300次]')[0]?.facts).toEqual({ count: '1' });
    expect(check(text, '"3100": 0', '文中数字: [300次, 接待来访20人次]')).toEqual([]);
  });
});
