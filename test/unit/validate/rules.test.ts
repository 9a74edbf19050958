import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostic/diagnostic.js';
import type { RuleSpec, TemplatePack } from '../../../src/pack/types.js';
import { validate } from '../../../src/validate/validate.js';
import {
  balanced,
  codeRow,
  codeTable,
  column,
  packOf,
  reportOf,
  row,
  rows,
  rule,
  table,
  tableFour,
  tableThree,
} from './fixture.js';

const byRow = { each: 'row', table: 't3' } as const;
const byColumn = { each: 'column', table: 't3' } as const;
const sums = rule('T3-R', 'total == natural + enterprise', { scope: byRow });
const balance = rule('T3-B', 'r1 + r2 == r3.7 + r4', { scope: byColumn });
const applications = [
  codeRow('3100', '收到申请数'),
  codeRow('3110', '当面申请数'),
  codeRow('3120', '传真申请数'),
  codeRow('3130', '网络申请数'),
  codeRow('3140', '信函申请数'),
];

function codePack(rules: readonly RuleSpec[], more: readonly (readonly [string, string])[] = []): TemplatePack {
  return packOf([codeTable([...applications, ...more.map(([code, name]) => codeRow(code, name))])], rules);
}

function found(pack: TemplatePack, cells: Readonly<Record<string, string>>): readonly Diagnostic[] {
  return validate(reportOf(pack, cells), pack).diagnostics;
}

function messages(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map((diagnostic) => `${diagnostic.severity} ${diagnostic.message.zh}`);
}

function codes(figures: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(figures).map(([code, text]) => [`t1/${code}/value`, text]));
}

describe('sentences of failed rules', () => {
  const ways = rule('I14-S1', '[3100] == [3110] + [3120] + [3130] + [3140]');
  const seed004 = codes({ 3100: '0', 3110: '0', 3120: '0', 3130: '4', 3140: '0' });

  it('R-07 R-14: seed 004 names both sides, the figures and the difference', () => {
    const [diagnostic] = found(codePack([ways]), seed004);
    expect(diagnostic?.message).toEqual({
      zh: '3100“收到申请数”为 0，但3110“当面申请数”等 4 项之和为 4（3130“网络申请数”4，其余为 0），两者应相等，相差 4。',
      en: '3100“收到申请数” is 0, but 3110“当面申请数” plus 3120“传真申请数” plus 3130“网络申请数” plus 3140“信函申请数” is 4 (3130“网络申请数” 4, the rest 0); both must be equal, the difference is 4.',
    });
    expect(diagnostic).toMatchObject({
      code: 'I14-S1',
      severity: 'error',
      outcome: 'failed',
      waivable: true,
      clause: '国办公开办函〔2021〕30号 附件',
      hint: { zh: '请先核对3100“收到申请数”，再核对其余各数。' },
      facts: { left: '0', right: '4', difference: '4', 't1/3100/value': '0', 't1/3130/value': '4' },
      range: { file: 'report.yaml', start: 0, end: 1 },
      related: [{ range: { start: 30 }, message: { zh: '3130“网络申请数”：4' } }],
    });
    expect(diagnostic?.cells?.slice(0, 2)).toEqual(['t1/3100/value', 't1/3130/value']);
  });

  it('R-13: seed 002 fails although channels are blank', () => {
    const names: [string, string][] = [
      ['1100', '主动公开政府信息数'],
      ['1220', '政府网站'],
      ['1230', '政务微博'],
      ['1240', '政务微信'],
      ['1250', '其他方式'],
    ];
    const pack = codePack([rule('I14-C2', '[1100] >= max([1220], [1230], [1240], [1250])')], names);
    const [diagnostic] = found(pack, codes({ 1100: '340', 1220: '210', 1230: '空', 1240: '360', 1250: '空' }));
    expect(diagnostic?.message.zh).toBe(
      '1100“主动公开政府信息数”为 340，1220“政府网站”等 4 项中最大的一项至少为 360（1240“政务微信”360，1230“政务微博”、1250“其他方式”空白），前者不应小于后者，至少差 20。',
    );
    expect(diagnostic?.facts).toMatchObject({ left: '340', right: '>=360', difference: '>=20', 't1/1230/value': '空' });
    expect(diagnostic?.related?.map((place) => place.message.zh)).toContain('1230“政务微博”：空');
  });

  it.each<[string, string, Record<string, string>, string]>([
    [
      'I14-R7',
      '[3110] <= [3100]',
      { 3110: '4', 3100: '0' },
      '3110“当面申请数”为 4，3100“收到申请数”为 0，前者不应大于后者，多出 4。',
    ],
    ['fixed figure', '[3100] == 0', { 3100: '2' }, '3100“收到申请数”为 2，应为 0。'],
    ['fixed figure first', '1 <= [3100]', { 3100: '0' }, '3100“收到申请数”为 0，不应小于 1。'],
    [
      'two terms',
      '[3100] == [3110] + [3120]',
      { 3100: '1', 3110: '0', 3120: '0' },
      '3100“收到申请数”为 1，但3110“当面申请数”与3120“传真申请数”之和为 0（各项均为 0），两者应相等，相差 1。',
    ],
    [
      'minus',
      '[3100] == [3110] - [3120]',
      { 3100: '1', 3110: '5', 3120: '2' },
      '3100“收到申请数”为 1，但3110“当面申请数”减3120“传真申请数”为 3（3110“当面申请数”5，3120“传真申请数”2），两者应相等，相差 2。',
    ],
    [
      'I14-R9',
      '[3110] == 0 or [3120] > 0',
      { 3110: '4', 3120: '0' },
      '3110“当面申请数”为 4，不为 0；3120“传真申请数”为 0，这时应大于 0。',
    ],
    [
      'T2-6',
      '[3110] == 0 or [3120] != [3130] + [3110]',
      { 3110: '19', 3120: '40', 3130: '21' },
      '3110“当面申请数”为 19，不为 0；3120“传真申请数”为 40，3130“网络申请数”与3110“当面申请数”之和为 40（3130“网络申请数”21，3110“当面申请数”19），这时两者不应相等。',
    ],
    [
      'negation',
      'not ([3100] > [3110])',
      { 3100: '2', 3110: '1' },
      '3100“收到申请数”为 2，3110“当面申请数”为 1，前者不应大于后者，多出 1。',
    ],
    [
      'all of',
      '[3100] < 1 and [3110] < 1 and [3120] < 1',
      { 3100: '1', 3110: '0', 3120: '2' },
      '3100“收到申请数”为 1，应小于 1；3120“传真申请数”为 2，应小于 1。',
    ],
    [
      'any of',
      '[3100] > 1 or [3110] > [3120]',
      { 3100: '1', 3110: '0', 3120: '2' },
      '3100“收到申请数”为 1，应大于 1；3110“当面申请数”为 0，3120“传真申请数”为 2，前者应大于后者。以上至少应有一项成立。',
    ],
  ])('%s', (_, test, figures, sentence) => {
    expect(messages(found(codePack([rule('X', test, { severity: 'warning' })]), codes(figures)))).toEqual([
      `warning ${sentence}`,
    ]);
  });

  it.each([
    [9, '2500“第5项”1，另 3 项合计 3），两者应相等，相差 8'],
    [7, '2500“第5项”1，2600“第6项”1），两者应相等，相差 6'],
  ])('sums up a long list of %i figures', (length, words) => {
    const names = Array.from({ length }, (_, i): [string, string] => [`2${i}00`, `第${i}项`]);
    const test = `[3100] == ${names.map(([code]) => `[${code}]`).join(' + ')}`;
    const figures = codes({ 3100: '1', ...Object.fromEntries(names.map(([code]) => [code, '1'])) });
    expect(found(codePack([rule('X', test)], names), figures)[0]?.message.zh).toContain(words);
  });
});

describe('scopes', () => {
  const pack = packOf([tableThree], [sums, balance]);
  const complete = rows(pack, 't3', balanced);

  it('a report that balances has no finding', () => {
    expect(messages(found(pack, complete))).toEqual([]);
  });

  it('names the row once and its columns shortly', () => {
    expect(messages(found(pack, { ...complete, 't3/r3.3.1/total': '2' }))[0]).toBe(
      'error 表三“1.属于国家秘密”行：“总计”为 2，但“自然人”与“商业企业”之和为 1（“自然人”1，其余为 0），两者应相等，相差 1。',
    );
  });

  it('names the column once and its rows shortly', () => {
    const [diagnostic] = found(pack, { ...complete, 't3/r4/natural': '2', 't3/r4/total': '2' });
    expect(diagnostic?.message.zh).toContain('表三“自然人”列：“一、本年新收政府信息公开申请数量”与');
    expect(diagnostic?.facts).toMatchObject({ left: '3', right: '4', difference: '1' });
  });

  it('names with quotation marks of their own get single ones', () => {
    const secret = table('t3', '表三', [column('natural', '自然人')], [row('a', '3.', '危及“三安全一稳定”')]);
    const own = packOf([secret], [rule('X', 'a == 0', { scope: { each: 'column', table: 't3' } })]);
    expect(messages(found(own, { 't3/a/natural': '1' }))).toEqual([
      'error 表三“自然人”列：“3.危及‘三安全一稳定’”为 1，应为 0。',
    ]);
  });

  it('looks only at the rows and columns listed, and spreads wildcards over rows', () => {
    const listed = packOf(
      [tableThree],
      [
        rule('A', 'total == 0', { scope: { ...byRow, rows: ['r4'] } }),
        rule('B', 'r3.1 > sum(r3.3.*)', { scope: { ...byColumn, columns: ['enterprise'] } }),
      ],
    );
    expect(found(listed, { ...complete, 't3/r3.1/enterprise': '0' }).map((d) => [d.code, d.cells])).toEqual([
      ['A', ['t3/r4/natural', 't3/r4/enterprise', 't3/r4/total']],
      ['B', ['t3/r3.1/enterprise', 't3/r3.3.1/enterprise', 't3/r3.3.2/enterprise']],
    ]);
  });

  it('names groups of table four as printed and leaves heading rows out', () => {
    const four = packOf(
      [tableFour],
      [rule('T4-T', 'total == upheld + pending', { scope: { each: 'row', table: 't4' } })],
    );
    const told = messages(found(four, rows(four, 't4', { review: '1 0 2', suit_direct: '1 0 0' })));
    expect(told).toHaveLength(2);
    expect(told[0]).toMatch(/^error 表四“行政复议”：“总计”为 2/u);
    expect(told[1]).toMatch(/^error 表四“行政诉讼”“未经复议直接起诉”：“总计”为 0/u);
  });

  it('a total that the program computed stands on its parts', () => {
    const { 't3/r4/natural': _, ...rest } = complete;
    const totals = found(pack, { ...rest, 't3/r4/natural': '5' }).find((d) => d.message.zh.startsWith('表三“总计”列'));
    expect(totals?.cells?.[0]).toBe('t3/r1/natural');
    expect(totals?.cells).toContain('t3/r4/natural');
    expect(totals?.range).toBeDefined();
  });

  it.each([
    ['a name', rule('X', '[9999] == 0'), '9999'],
    ['a table', rule('X', 'a == 0', { scope: { each: 'row', table: 't9' } }), 't9'],
    ['a row', rule('X', 'total == 0', { scope: { ...byRow, rows: ['r9'] } }), 't3/r9'],
    ['cells of a wildcard', rule('X', 'sum(r9.*) == 0', { scope: byColumn }), 'r9.*'],
  ])('%s the form does not have is the pack’s fault', (_, wrong, name) => {
    const told = found(packOf([tableThree], [wrong]), complete);
    expect(new Set(told.map((d) => `${d.code} ${d.outcome}`))).toEqual(new Set(['rule/error rule-error']));
    expect(told[0]?.message.zh).toContain(`“${name}”`);
    expect(told[0]?.message.zh).toContain('数据没有问题');
  });
});

describe('R-06: rules that cannot be checked', () => {
  it('names the cells in the way, as info', () => {
    const pack = packOf([tableThree], [sums]);
    const cells = rows(pack, 't3', { r1: '空 1 3', r2: '/ 未填 3', 'r3.1': '空 空 空' });
    expect(messages(found(pack, cells))).toEqual([
      'info 无法核对表三“一、本年新收政府信息公开申请数量”行“规则T3-R”：“自然人”空白。',
      'info 无法核对表三“二、上年结转政府信息公开申请数量”行“规则T3-R”：“自然人”填的是“/”，“商业企业”未填。',
    ]);
    expect(found(pack, cells)[0]).toMatchObject({ outcome: 'cannot-check', cells: ['t3/r1/natural'] });
    expect(found(pack, cells)[0]).not.toHaveProperty('waivable');
  });

  it('does not name a total that only waits for its parts', () => {
    const pack = packOf([tableThree], [sums]);
    expect(messages(found(pack, { 't3/r1/natural': '空', 't3/r1/enterprise': '1' }))).toEqual([
      'info 无法核对表三“一、本年新收政府信息公开申请数量”行“规则T3-R”：“自然人”空白。',
    ]);
  });

  it('blanks of a signed cell may be negative', () => {
    const signed = { kind: 'signed', decimals: 0 } as const;
    const test = rule('X', 'last >= change', { scope: { each: 'row', table: 't2' } });
    const pack = (type?: typeof signed): TemplatePack =>
      packOf(
        [
          table(
            't2',
            '表二',
            [column('last', '上年', type && { type }), column('change', '增减')],
            [row('a', '', '许可')],
          ),
        ],
        [test],
      );
    expect(found(pack(), { 't2/a/last': '空', 't2/a/change': '-1' })[0]?.outcome).toBe('cannot-check');
    const reversed = packOf(pack(signed).tables, [
      rule('Y', 'change >= last', { scope: { each: 'row', table: 't2' } }),
    ]);
    expect(found(reversed, { 't2/a/last': '空', 't2/a/change': '-1' })[0]?.outcome).toBe('cannot-check');
    expect(found(packOf(pack().tables, reversed.rules), { 't2/a/last': '空', 't2/a/change': '-1' })[0]?.outcome).toBe(
      'failed',
    );
  });
});

describe('rules for some agencies only', () => {
  const place = { file: 'report.yaml', start: 0, end: 1 };
  const outcome = (onlyFor: NonNullable<RuleSpec['onlyFor']>, kind?: string, level?: string): number => {
    const pack = codePack([rule('T2-3', '[3100] == 0', { onlyFor })]);
    const agency = {
      name: { value: '某局', range: place },
      formerNames: [],
      ...(kind === undefined ? {} : { kind: { value: kind, range: place } }),
      ...(level === undefined ? {} : { level: { value: level, range: place } }),
    };
    return validate(reportOf(pack, codes({ 3100: '1' }), { agency }), pack).diagnostics.length;
  };
  it.each<[number, NonNullable<RuleSpec['onlyFor']>, string | undefined, string | undefined]>([
    [1, { kinds: ['部门'] }, '部门', undefined],
    [0, { kinds: ['部门'] }, '政府', undefined],
    [0, { kinds: ['部门'] }, undefined, undefined],
    [1, { notKinds: ['政府'] }, '部门', undefined],
    [0, { notKinds: ['政府'] }, '政府', undefined],
    [0, { notKinds: ['政府'] }, undefined, '县级'],
    [1, { kinds: ['部门'], notLevels: ['国家级'] }, '部门', undefined],
    [0, { kinds: ['部门'], notLevels: ['国家级'] }, '部门', '国家级'],
    [0, { kinds: ['部门'], levels: ['县级'] }, '部门', undefined],
  ])('%i finding for %j at %s %s', (count, onlyFor, kind, level) => {
    expect(outcome(onlyFor, kind, level)).toBe(count);
  });
});
