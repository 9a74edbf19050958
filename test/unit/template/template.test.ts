import { Decimal } from 'decimal.js';
import { describe, expect, test } from 'vitest';
import { chineseNumeral, readDay } from '../../../src/template/chinese.js';
import { templateCodes } from '../../../src/template/codes.js';
import {
  allTemplateNames,
  checkReferences,
  compileTemplate,
  expand,
  hasReferences,
  textOf,
  type TemplateKind,
  type TemplatePart,
  type TemplateScope,
} from '../../../src/template/template.js';
import type { CellValue } from '../../../src/value/value.js';

const number = (text: string): CellValue => ({ kind: 'number', text, number: new Decimal(text) });

const figures: Readonly<Record<string, CellValue>> = {
  'a/received': number('276'),
  'a/natural': number('184'),
  'a/none': number('0'),
  'a/same': number('5'),
  'a/fee': number('6.50'),
  'a/blank': { kind: 'blank' },
  'a/slash': { kind: 'slash' },
  'a/missing': { kind: 'missing' },
};
const lastYear: Readonly<Record<string, CellValue>> = {
  'a/received': number('171'),
  'a/natural': number('190'),
  'a/none': number('0'),
  'a/same': number('5'),
  'a/fee': number('0'),
  'a/blank': number('1'),
  'a/slash': { kind: 'blank' },
};

const scope: TemplateScope = {
  cells: {
    resolve: (text) => {
      if (Object.hasOwn(figures, text)) return { kind: 'cell', address: text };
      if (text === '受理') return { kind: 'cell', address: 'a/received' };
      if (text === '总计') {
        return {
          kind: 'ambiguous',
          candidates: [
            { address: 'a/received', name: '收到' },
            { address: 'a/same', name: '相同' },
          ],
        };
      }
      return { kind: 'unknown', suggestions: text.startsWith('a/') ? ['a/received'] : [] };
    },
    nameOf: (address) => `〔${address}〕`,
  },
  value: (address) => figures[address] ?? { kind: 'missing' },
  previousValue: (address) => lastYear[address],
  fields: { agency: '某市民政局', 年: '2023', published: '2024-01-20' },
};

function parts(text: string, kind: TemplateKind = 'wording', given: TemplateScope = scope): readonly TemplatePart[] {
  const compiled = compileTemplate(text, { kind, file: 'x' });
  const expanded = compiled.value === undefined ? compiled : expand(compiled.value, given);
  if (expanded.value === undefined)
    throw new Error(expanded.diagnostics.map((d) => `${d.code} ${d.message.zh} ${d.hint?.zh ?? ''}`).join('\n'));
  return 'nodes' in expanded.value ? [] : expanded.value;
}

const printed = (text: string, kind?: TemplateKind): string => textOf(parts(text, kind));

/** `code [text at the place]` of everything wrong with a template. */
function wrong(text: string, kind: TemplateKind = 'wording', given: TemplateScope = scope): readonly string[] {
  const compiled = compileTemplate(text, { kind, file: 'x' });
  const { diagnostics } = compiled.value === undefined ? compiled : expand(compiled.value, given);
  return diagnostics.map(({ code, range }) => `${code} [${text.slice(range?.start, range?.end)}]`);
}

function hint(text: string): string | undefined {
  const compiled = compileTemplate(text, { kind: 'narrative', file: 'x' });
  const { diagnostics } = compiled.value === undefined ? compiled : expand(compiled.value, scope);
  return diagnostics[0]?.hint?.zh;
}

describe('helpers', () => {
  test.each([
    ['{{值 "a/received"}}件', '276件'],
    ['{{value "a/received"}}', '276'],
    ['{{值 "受理"}}', '276'],
    ['{{值 "a/fee"}}万元', '6.50万元'],
    ['{{值 "a/fee" 0}}', '7'],
    ['{{值 "a/fee" 3}}', '6.500'],
    ['{{比上年 "a/received"}}', '增长61.4%'],
    ['{{change "a/received" 2}}', '增长61.40%'],
    ['{{比上年 "a/natural"}}', '下降3.2%'],
    ['{{比上年 "a/same"}}', '持平'],
    ['{{比上年 "a/none"}}', '持平'],
    ['{{占比 "a/natural" "a/received"}}', '66.7%'],
    ['{{share "a/natural" "a/received" 0}}', '67%'],
    ['{{百分比 "a/none" "a/received"}}', '0.0%'],
    ['{{日期 "2024-01-20"}}', '2024年1月20日'],
    ['{{日期 成文日期}}', '2024年1月20日'],
    ['{{date published}}', '2024年1月20日'],
    ['{{成文日期}}', '2024年1月20日'],
    ['{{中文数字 "a/received"}}', '二百七十六'],
    ['{{中文数字 11}}', '十一'],
    ['{{上年值 "a/received"}}', '171'],
    ['{{和 "a/received" "a/natural" "a/fee"}}', '466.50'],
    ['{{单位}}{{年}}年', '某市民政局2023年'],
    ['{{agency}}{{year}}', '某市民政局2023'],
    ['{{上年}}与{{下年}}', '2022与2024'],
    ['{{简称}}', '某市民政局'],
    ['{{!说明}}文', '文'],
  ])('%s prints %s', (template, text) => {
    expect(printed(template)).toBe(text);
  });

  test('R-21: 0 prints as 0', () => {
    expect(printed('{{值 "a/none"}}件')).toBe('0件');
  });

  test('R-21: nothing is escaped', () => {
    const given = { ...scope, fields: { agency: '《甲》“乙”&<丙>' } };
    expect(textOf(parts('{{单位}}《》&<>', 'title', given))).toBe('《甲》“乙”&<丙>《》&<>');
  });

  test('a figure keeps the addresses of its cells and its place', () => {
    const [before, figure, share] = parts('收{{值 "受理"}}{{占比 "a/natural" "受理"}}', 'narrative');
    expect(before).toMatchObject({ text: '收' });
    expect(before).not.toHaveProperty('address');
    expect(figure).toMatchObject({ text: '276', kind: 'value', address: 'a/received', place: { start: 1, end: 11 } });
    expect(share).toMatchObject({ kind: 'share', addresses: ['a/natural', 'a/received'] });
  });

  test('words come from the pack when it has them', () => {
    expect(textOf(parts('{{比上年 "a/same"}}', 'wording', { ...scope, words: { unchanged: '与上年持平' } }))).toBe(
      '与上年持平',
    );
  });

  test('blocks choose by a figure that is there', () => {
    const both = (address: string): string => printed(`{{#零 "${address}"}}无{{else}}有{{值 "${address}"}}{{/零}}`);
    expect([both('a/none'), both('a/received')]).toEqual(['无', '有276']);
    expect(printed('{{#nonzero "a/none"}}有{{/nonzero}}。')).toBe('。');
    expect(printed('{{#非零 "a/received"}}\n有\n{{/非零}}\n', 'narrative')).toBe('有\n');
  });

  test('half is rounded up', () => {
    const given = { ...scope, value: (address: string) => number(address === 'a/natural' ? '1' : '16') };
    expect(textOf(parts('{{占比 "a/natural" "a/received" 1}}', 'wording', given))).toBe('6.3%');
  });
});

describe('what has no figure is an error, never a text', () => {
  test.each([
    ['{{值 "a/blank"}}', 'template/no-figure'],
    ['{{值 "a/slash"}}', 'template/no-figure'],
    ['{{值 "a/missing"}}', 'template/no-figure'],
    ['{{#零 "a/blank"}}无{{/零}}', 'template/no-figure'],
    ['{{占比 "a/natural" "a/none"}}', 'template/no-base'],
    ['{{比上年 "a/fee"}}', 'template/no-base'],
    ['{{上年值 "a/slash"}}', 'template/no-figure'],
    ['{{比上年 "a/missing"}}', 'template/no-figure', 'template/no-previous'],
    ['{{中文数字 "a/fee"}}', 'template/not-whole'],
    ['{{日期 "2023-02-29"}}', 'template/bad-date'],
    ['{{电话}}', 'template/no-field'],
    ['{{值 "a/nothing"}}', 'template/unknown-cell'],
    ['{{比上年 "总计"}}', 'template/ambiguous-cell'],
  ])('%s', (template, ...codes) => {
    const tag = template.slice(0, template.indexOf('}}') + 2);
    const whole = template.startsWith('{{#') ? template : tag;
    expect(wrong(template)).toEqual(codes.map((code) => `${code} [${whole}]`));
  });

  test('R-07: the cell is called by its official name', () => {
    const compiled = compileTemplate('{{值 "a/blank"}}', { kind: 'wording', file: 'x' });
    const [diagnostic] = compiled.value === undefined ? [] : expand(compiled.value, scope).diagnostics;
    expect(diagnostic).toMatchObject({ cells: ['a/blank'], message: { zh: '文字引用了〔a/blank〕，那一格没有数。' } });
  });

  test('without a file of last year, comparisons say so', () => {
    const { previousValue, ...given } = scope;
    expect(previousValue).toBeDefined();
    expect(wrong('{{比上年 "a/same"}}', 'wording', given)).toEqual(['template/no-previous [{{比上年 "a/same"}}]']);
  });

  test('all of them come out in one pass', () => {
    expect(wrong('{{值 "a/blank"}}和{{值 "a/slash"}}').length).toBe(2);
  });
});

describe('what may not stand in a template', () => {
  test.each([
    ['R-20', '{{指标}}', 'template/unknown-name [{{指标}}]'],
    ['R-20', '{{指标.}}', 'template/forbidden [{{指标.}}]'],
    ['R-20', '{{单位.}}', 'template/forbidden [{{单位.}}]'],
    ['R-20', '{{x}', 'template/syntax [{{x}]'],
    ['R-20', '{{}}', 'template/syntax [{{}}]'],
    ['R-20', '甲\n{{#零 "a/none"}}乙\n', 'template/syntax [{{#零 "a/none"}}乙]'],
    ['R-20', '{{#零 "a/none"}}乙{{/非零}}', 'template/syntax [{{/非零}}]'],
    ['R-20', '{{#零 "a/none"}}乙{{年}}', 'template/syntax [{{#零 "a/none"}}乙{{年}}]'],
    ['R-20', '{{年}}{{单位\n{{年}}', 'template/syntax [{{单位]'],
    ['R-20', '{{年}}{{else}}甲', 'template/syntax [{{年}}{{else}}甲]'],
    ['R-20', '{{#每 "a"}}{{/每}}', 'template/unknown-name [{{#每 "a"}}]'],
    ['R-21', '{{#if 年}}x{{/if}}', 'template/forbidden [{{#if 年}}]'],
    ['R-21', '{{#unless 年}}x{{/unless}}', 'template/forbidden [{{#unless 年}}]'],
    ['R-23', '{{lookup 年 "constructor"}}', 'template/forbidden [{{lookup 年 "constructor"}}]'],
    ['R-23', '{{constructor}}', 'template/unknown-name [{{constructor}}]'],
    ['R-23', '{{__proto__}}', 'template/unknown-name [{{__proto__}}]'],
    ['R-23', '{{年.constructor}}', 'template/forbidden [{{年.constructor}}]'],
    ['R-23', '{{../年}}', 'template/forbidden [{{../年}}]'],
    ['R-23', '{{this}}', 'template/forbidden [{{this}}]'],
    ['R-23', '{{@root}}', 'template/forbidden [{{@root}}]'],
    ['R-23', '{{> 部分}}', 'template/forbidden [{{> 部分}}]'],
    ['R-23', '{{#> 部分}}{{/部分}}', 'template/forbidden [{{#> 部分}}]'],
    ['R-23', '{{* 年}}', 'template/forbidden [{{* 年}}]'],
    ['R-23', '{{#*inline "x"}}{{/inline}}', 'template/forbidden [{{#*inline "x"}}]'],
    ['R-23', '{{值 (值 "a/none")}}', 'template/arguments [{{值 (值 "a/none")}}]'],
    ['R-23', '{{值 "a/none" x=1}}', 'template/forbidden [{{值 "a/none" x=1}}]'],
    ['R-21', '{{{单位}}}', 'template/forbidden [{{{单位}}}]'],
    ['R-21', '{{&单位}}', 'template/forbidden [{{&单位}}]'],
    ['R-20', '{{[单位]}}', 'template/forbidden [{{[单位]}}]'],
    ['R-20', '{{单位 "x"}}', 'template/forbidden [{{单位 "x"}}]'],
    ['R-20', '{{值}}', 'template/arguments [{{值}}]'],
    ['R-20', '{{值 a/none}}', 'template/arguments [{{值 a/none}}]'],
    ['R-20', '{{值 "a/none" 1 2}}', 'template/arguments [{{值 "a/none" 1 2}}]'],
    ['R-20', '{{值 "a/none" 9}}', 'template/arguments [{{值 "a/none" 9}}]'],
    ['R-20', '{{占比 "a/none"}}', 'template/arguments [{{占比 "a/none"}}]'],
    ['R-20', '{{日期 单位}}', 'template/arguments [{{日期 单位}}]'],
    ['R-20', '{{#零}}x{{/零}}', 'template/arguments [{{#零}}]'],
  ])('%s: %s', (_, template, wanted) => {
    expect(wrong(template)).toEqual([wanted]);
  });

  test('titles have no blocks, texts of authors no comments', () => {
    expect(wrong('{{#零 "a/none"}}x{{/零}}', 'title')).toEqual(['template/forbidden [{{#零 "a/none"}}]']);
    expect(wrong('{{!说明}}', 'narrative')).toEqual(['template/forbidden [{{!说明}}]']);
  });

  test('R-20: the name that was meant is named', () => {
    expect(hint('{{单味}}')).toBe('您是不是要写“单位”？');
    expect(hint('{{valeu "a/none"}}')).toBe('您是不是要写“value”？');
    expect(hint('{{值 "a/receivd"}}')).toBe('您是不是要写“a/received”？');
    expect(hint('{{值 "总计"}}')).toBe('请写明是哪一个：收到（a/received）；相同（a/same）。');
  });

  test.each([
    ['｛｛值 "a/none"｝｝', 'template/full-width-braces', '{{值 "a/none"}}'],
    ['{值 "a/none"}', 'template/single-brace', '{{值 "a/none"}}'],
    ['｛年｝', 'template/single-brace', '{{年}}'],
    ['{{值 "a/none"｝｝', 'template/full-width-braces', '{{值 "a/none"}}'],
    ['｛｛值　“a/none”｝｝', 'template/full-width-braces', '{{值 "a/none"}}'],
    ['{{值 “a/none”}}', 'template/full-width-marks', '{{值 "a/none"}}'],
    ['{{值　"a/none"}}', 'template/full-width-marks', '{{值 "a/none"}}'],
  ])('%s is recognised and corrected', (template, code, corrected) => {
    expect(wrong(template, 'narrative')).toEqual([`${code} [${template}]`]);
    expect(hint(template)).toContain(corrected);
  });

  test('private characters are refused in texts and in facts', () => {
    expect(wrong('甲\ue000{{年}}')).toEqual(['template/private-character [\ue000]']);
    expect(wrong('{{单位}}', 'title', { ...scope, fields: { agency: '\uf8ff' } })).toEqual([
      'template/private-character [{{单位}}]',
    ]);
  });

  test('stray single braces are plain text', () => {
    expect(printed('{甲} } { }} {{年}}', 'narrative')).toBe('{甲} } { }} 2023');
  });
});

describe('without data', () => {
  test('hasReferences is cheap and misses none', () => {
    for (const text of ['{{年}}', '｛｛年｝｝', '{｛年｝}', '甲{{', '年｝｝'])
      expect(hasReferences(text), text).toBe(true);
    for (const text of ['', '{年}', '｛年｝', '集合{1,2}']) expect(hasReferences(text), text).toBe(false);
  });

  test('R-22: addresses are listed and checked', () => {
    const { value } = compileTemplate('{{值 "a/x"}}{{#零 "总计"}}{{和 "a/none" "b"}}{{年}}{{/零}}', {
      kind: 'wording',
      file: 'x',
    });
    expect(value?.references.map(({ helper, addresses }) => [helper, ...addresses])).toEqual([
      ['value', 'a/x'],
      ['zero', '总计'],
      ['sum', 'a/none', 'b'],
    ]);
    expect(value?.fields).toEqual(['year']);
    expect(value && checkReferences(value, scope.cells).map((d) => d.code)).toEqual([
      'template/unknown-cell',
      'template/ambiguous-cell',
      'template/unknown-cell',
    ]);
  });

  test('places are those of the source, shifted or mapped', () => {
    const shifted = compileTemplate('甲\n{{乙}}', { kind: 'narrative', file: 'report.yaml', offset: 100 });
    expect(shifted.diagnostics[0]?.range).toEqual({ file: 'report.yaml', start: 102, end: 108 - 1 });
    const mapped = compileTemplate('{{乙}}', {
      kind: 'narrative',
      file: 'f',
      rangeOf: (start, end) => ({ file: 'g', start: start * 2, end: end * 2 }),
    });
    expect(mapped.diagnostics[0]?.range).toEqual({ file: 'g', start: 0, end: 10 });
  });

  test('a text cut short anywhere gives diagnostics, never an exception', () => {
    const text = '甲{{值 "a/none" 2}}{{#零 "a/none"}}乙{{else}}{{单位}}{{/零}}{{!丙}}｛｛';
    for (let end = 0; end <= text.length; end++)
      expect(() => compileTemplate(text.slice(0, end), { kind: 'wording', file: 'x' })).not.toThrow();
  });

  test('blocks nested without end are refused', () => {
    const nested = (depth: number): string => '{{#零 "a/none"}}'.repeat(depth) + '{{/零}}'.repeat(depth);
    expect(wrong(nested(8))).toEqual([]);
    expect(wrong(nested(9)).map((line) => line.slice(0, 18))).toEqual(['template/forbidden']);
    expect(wrong(nested(50_000)).length).toBe(1);
  });

  test('every code given is in the catalogue', () => {
    expect(new Set(templateCodes.map((entry) => entry.code)).size).toBe(templateCodes.length);
    expect(allTemplateNames).toContain('中文数字');
  });
});

describe('numerals and days', () => {
  test.each([
    ['0', '零'],
    ['10', '十'],
    ['11', '十一'],
    ['20', '二十'],
    ['105', '一百零五'],
    ['110', '一百一十'],
    ['1001', '一千零一'],
    ['10010', '一万零一十'],
    ['100000', '十万'],
    ['110000', '十一万'],
    ['10000001', '一千万零一'],
    ['100000000', '一亿'],
    ['100010000', '一亿零一万'],
    ['123456789', '一亿二千三百四十五万六千七百八十九'],
  ])('%s is %s', (digits, numeral) => {
    expect(chineseNumeral(digits)).toBe(numeral);
  });

  test('what is no whole number has none', () => {
    expect(['1.5', '-1', '', '1234567890123'].map(chineseNumeral)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('days are checked', () => {
    expect(readDay('2024-02-29')).toEqual({ year: 2024, month: 2, day: 29 });
    expect(readDay('2024年1月5日')).toEqual({ year: 2024, month: 1, day: 5 });
    expect(['2023-02-29', '2024-13-01', '2024-01-00', 'x'].map(readDay)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
