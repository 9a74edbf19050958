import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { diskSources, openReport, type Diagnostic, type SourceRange } from '../../../../src/index.js';

interface Checked {
  readonly all: readonly Diagnostic[];
  /** Findings on figures of the text, folded ones too. */
  readonly found: readonly Diagnostic[];
  /** What stands at a place of the data file. */
  readonly at: (range: SourceRange | undefined) => string;
}

/** A report on 2016 with a text and some cells, 0 in no other. */
function check(text: string, tables: string, more = ''): Checked {
  const file = [
    'nianbao: 1',
    '模板: cn-2014',
    '年度: 2016',
    '单位: {名称: 青山县民政局, 类型: 部门, 层级: 县级}',
    more,
    '章节:',
    '  主动公开政府信息情况: |',
    ...text.split('\n').map((line) => (line === '' ? '' : `    ${line}`)),
    '表格:',
    `  统计表: {${tables}}`,
    '',
  ].join('\n');
  const { diagnostics } = openReport(new TextEncoder().encode(file), 'report.yaml', diskSources('report.yaml'));
  const flat = (list: readonly Diagnostic[]): readonly Diagnostic[] =>
    list.flatMap((d) => [d, ...flat(d.folded ?? [])]);
  const all = flat(diagnostics);
  return {
    all,
    found: all.filter(({ code }) => code.startsWith('D-T') && code !== 'D-T7'),
    at: (range) => (range === undefined ? '' : file.slice(range.start, range.end)),
  };
}

const codes = (found: readonly Diagnostic[]): readonly string[] => found.map(({ code }) => code);

const wrong = '全年收到政府信息公开申请13件。';

describe('R-16: what a finding on a figure of the text says', () => {
  it.each([
    {
      code: 'D-T2',
      text: '共收到意见83条，其中书面36条、网上57条。',
      tables: '"3100": 0',
      message: ['83条', '36条', '57条', '93条', '多 10条'],
      place: '共收到意见83条',
      related: ['其中书面36条', '网上57条'],
    },
    {
      code: 'D-T3',
      text: '共收到意见276条，其中书面38条，占18.3%。',
      tables: '"3100": 0',
      message: ['18.3%', '38条', '276条', '13.8%'],
      place: '占18.3%',
      related: ['其中书面38条', '共收到意见276条'],
    },
    {
      code: 'D-T4',
      text: wrong,
      tables: '"3100": 12',
      message: ['3100“收到申请数”', '13件', '12', '两者不一致'],
      place: '全年收到政府信息公开申请13件',
      related: ['12'],
    },
    {
      code: 'D-T5',
      text: '全年未收到政府信息公开申请。',
      tables: '"3100": 12',
      message: ['3100“收到申请数”', '没有', '12', '两者不一致'],
      place: '全年未收到政府信息公开申请',
      related: ['12'],
    },
    {
      code: 'D-T6',
      text: '全年收到政府信息公开申请12件。认真办理，共收到政府信息公开申请14件。',
      tables: '"3100": ~',
      message: ['12件', '14件', '前后不一'],
      place: '共收到政府信息公开申请14件',
      related: ['全年收到政府信息公开申请12件'],
    },
  ])('$code: the figures of both sides, both places, in Chinese', ({ code, text, tables, message, place, related }) => {
    const { found, at } = check(text, tables);
    const [finding, ...others] = found.filter((d) => d.code === code);
    expect(others).toEqual([]);
    expect(message.filter((part) => finding?.message.zh.includes(part) !== true)).toEqual([]);
    expect(finding?.message.zh).not.toMatch(/[A-Za-z]/u);
    expect(at(finding?.range)).toBe(place);
    expect(finding?.related?.map(({ range }) => at(range))).toEqual(related);
  });
});

describe('R-11: a waiver of such a finding', () => {
  /** The printed waiver, pasted with a reason. */
  const pasted = (text: string, tables: string, code: string): string => {
    const finding = check(text, tables).found.find((d) => d.code === code);
    const [item] = parse(finding?.waiver ?? '') as readonly Record<string, unknown>[];
    return `豁免: ${JSON.stringify([{ ...item, 理由: '口径不同', 审批人: '○○○' }])}`;
  };
  const states = (text: string, tables: string, more: string): readonly string[] =>
    check(text, tables, more)
      .all.filter(({ code }) => /^(?:waiver|D-T[2-6])/u.test(code))
      .map(({ code, waived }) => (waived === undefined ? code : `${code} waived`));

  it.each([
    ['D-T2', '共收到意见83条，其中书面36条、网上57条。', '57', '59', '"3100": 0'],
    ['D-T3', '共收到意见276条，其中书面38条，占18.3%。', '18.3', '18.4', '"3100": 0'],
    ['D-T4', wrong, '13', '14', '"3100": 12'],
    ['D-T5', '全年收到政府信息公开申请4件。', '4', '5', '"3100": 0'],
    ['D-T6', '全年收到政府信息公开申请12件。认真办理，共收到政府信息公开申请14件。', '14', '15', '"3100": ~'],
  ])('%s: holds as printed, and lapses when the figure of the text changes', (code, text, from, to, tables) => {
    const waiver = pasted(text, tables, code);
    expect(states(text, tables, waiver)).toContain(`${code} waived`);
    expect(states(text.replace(from, to), tables, waiver)).toEqual(expect.arrayContaining([code, 'waiver/lapsed']));
  });

  it('D-T4: lapses when the cell changes', () => {
    const waiver = pasted(wrong, '"3100": 12', 'D-T4');
    expect(states(wrong, '"3100": 11', waiver)).toEqual(['D-T4', 'waiver/lapsed']);
  });

  it('D-T4: lapses too where the figure stands far on in a long sentence', () => {
    const long = `本着便民高效的原则，${'健全制度、优化流程、落实责任，'.repeat(5)}${wrong}`;
    const waiver = pasted(long, '"3100": 12', 'D-T4');
    expect(states(long, '"3100": 12', waiver)).toEqual(['D-T4 waived']);
    expect(states(long.replace('13', '14'), '"3100": 12', waiver)).toEqual(['D-T4', 'waiver/lapsed']);
  });
});

describe('R-09: one cause, one message', () => {
  it('a figure against the table is not told again as one that contradicts another sentence', () => {
    const { found } = check(`全年收到政府信息公开申请12件。${wrong}`, '"3100": 12');
    expect(codes(found)).toEqual(['D-T4']);
  });

  it('a cell that cannot be read is told at the cell alone', () => {
    const { found, all } = check(wrong, '"3100": 十二');
    expect(codes(found)).toEqual([]);
    expect(all.filter(({ severity, cells }) => severity === 'error' && cells?.includes('t1/3100/value'))).toHaveLength(
      1,
    );
  });

  it('a sum that is wrong by a slip of one part is one message, whatever else the sentence holds', () => {
    const { found } = check('共收到意见83条，其中书面36条、网上57条，均已答复。', '"3100": 0');
    expect(codes(found)).toEqual(['D-T2']);
  });
});

describe('R-16: wherever the text is written', () => {
  it.each([
    ['a heading run into its paragraph', `**（一）依申请公开。**${wrong}`],
    ['a list', `各项工作如下：\n\n- 完善制度。\n- ${wrong}`],
    ['a numbered list', `1. 完善制度。\n2. ${wrong}`],
    ['a quote', `> ${wrong}`],
    ['words set apart', '全年收到**政府信息公开申请**13件。'],
    ['a second paragraph', `加强领导，完善制度。\n\n${wrong}`],
  ])('in %s, at its place', (_, text) => {
    const { found, at } = check(text, '"3100": 12');
    expect(codes(found)).toEqual(['D-T4']);
    expect(at(found[0]?.range).replaceAll('*', '')).toBe('全年收到政府信息公开申请13件');
  });
});

describe('R-16: figures that match no cell', () => {
  const count = (text: string, more = ''): string | undefined =>
    check(text, '"3100": 12', more).all.find(({ code }) => code === 'D-T7')?.facts?.['count'];

  it('D-T7 counts typed ones only: not references, dates, numbers of documents, shares, or what was compared', () => {
    expect(count('全年收到政府信息公开申请12件。')).toBeUndefined();
    expect(
      count('按照国办发〔2016〕80号文件和《落实10件实事方案》，3月5日接听电话12345，占20%，共{{值 "3100"}}件。'),
    ).toBeUndefined();
    expect(count('受理来电300次，接待来访20人次。')).toBe('2');
  });

  it('narrative_figures silences a figure by its words or with words around it, blanks aside, and no other', () => {
    const text = '受理来电 300 次，接待来访20人次。';
    expect(count(text, '文中数字: [300次]')).toBe('1');
    expect(count(text, '文中数字: [受理来电300 次, 来访20人次]')).toBeUndefined();
    expect(count(text, '文中数字: [""]')).toBe('2');
    expect(count('受理来电1300次。', '文中数字: [300次]')).toBe('1');
  });
});

describe('R-16: a text of nothing but figures', () => {
  it('gives no more findings than can be read, and one count', () => {
    const part = (index: number): string =>
      [
        `**（${index}）**`,
        wrong,
        `共收到意见${index + 80}条，其中书面36条、网上57条、电话${index}条。`,
        '接待来访20人次。',
      ].join('');
    const { all } = check(Array.from({ length: 250 }, (_, index) => part(index)).join('\n\n'), '"3100": 12');
    const counted = (code: string): number => all.filter((d) => d.code === code).length;
    // The most of one rule that are told.
    expect(counted('D-T4')).toBe(200);
    expect(counted('D-T2')).toBe(200);
    expect(counted('D-T6')).toBeLessThanOrEqual(200);
    expect(all.filter(({ code }) => code === 'D-T7')).toMatchObject([{ facts: { count: '1250' } }]);
  });
});
