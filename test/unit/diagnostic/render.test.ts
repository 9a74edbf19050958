import { describe, expect, it } from 'vitest';
import { codeFrame } from '../../../src/diagnostic/code-frame.js';
import { countDiagnostics } from '../../../src/diagnostic/count.js';
import { hasErrors, type Diagnostic } from '../../../src/diagnostic/diagnostic.js';
import { renderJson, type JsonResult } from '../../../src/diagnostic/render-json.js';
import { renderText } from '../../../src/diagnostic/render-text.js';
import { sourceText } from '../../../src/source/source.js';
import { displayWidth } from '../../../src/source/width.js';

const source = sourceText('report.yaml', '表格:\n  表三:\n    本年新收: [１0, 0]\n    上年结转: 3\n附件: []\n');
const sources = new Map([[source.name, source]]);

function finding(over: Partial<Diagnostic> = {}): Diagnostic {
  const start = source.text.indexOf('１0');
  return {
    code: 'T3-R',
    severity: 'error',
    message: { zh: '表三第1行：合计应为 13。', en: 'Table 3, row 1: the total should be 13.' },
    hint: { zh: '先看自然人。', en: 'Look at natural persons first.' },
    range: { file: source.name, start, end: start + 2 },
    clause: '国办公开办函〔2021〕30号',
    ...over,
  };
}

describe('code frame', () => {
  it('puts the caret under Chinese text by display width, with two lines around', () => {
    const frame = codeFrame(source, finding().range ?? { file: '', start: 0, end: 0 });
    expect(frame.map(({ gutter, text, kind }) => `${kind} ${gutter}|${text}`)).toEqual([
      'context 1|表格:',
      'context 2|  表三:',
      'target 3|    本年新收: [１0, 0]',
      'caret  |               ^^^',
      'context 4|    上年结转: 3',
      'context 5|附件: []',
    ]);
  });

  it('R-61: windows a long line around the caret and never prints it whole', () => {
    const long = sourceText('a', `正文: ${'全面推进，'.repeat(200)}错${'依法行政，'.repeat(200)}`);
    const start = long.text.indexOf('错');
    const [target, caret] = codeFrame(long, { file: 'a', start, end: start + 1 });
    expect(displayWidth(target?.text ?? '')).toBeLessThan(85);
    const column = (caret?.text ?? '').indexOf('^');
    expect(caret?.text.trim()).toBe('^^');
    expect(displayWidth((target?.text ?? '').slice(0, (target?.text ?? '').indexOf('错')))).toBe(column);
  });

  it('shows tabs, marks the end of a line, and has nothing for a spreadsheet cell', () => {
    const tabbed = sourceText('a', '\ta: 1\n');
    expect(codeFrame(tabbed, { file: 'a', start: 1, end: 2 }).map(({ text }) => text)).toEqual(['⇥a: 1', ' ^']);
    expect(codeFrame(tabbed, { file: 'a', start: 5, end: 5 })[1]?.text).toBe('     ^');
    expect(codeFrame(tabbed, { file: 'a', start: 0, end: 0, cell: '表三!B3' })).toEqual([]);
  });
});

describe('renderText', () => {
  it('R-08: begins with the verdict and the counts', () => {
    const first = (diagnostics: readonly Diagnostic[]): string =>
      renderText(diagnostics, sources, { lang: 'zh' }).split('\n')[0] ?? '';
    expect(first([])).toBe('合格');
    expect(first([finding({ severity: 'info' })])).toBe('合格：1 个提示');
    expect(first([finding(), finding({ severity: 'warning' }), finding({ waived: { reason: '已核对' } })])).toBe(
      '不合格：1 个错误，1 个警告，已豁免 1 个',
    );
    expect(renderText([finding(), finding()], sources, { lang: 'en' })).toMatch(/^Failed: 2 errors\n/u);
  });

  it('R-07: prints code, severity, place, sentence, frame, advice, related places, clause and folded findings', () => {
    const diagnostic = finding({
      related: [
        { range: { file: source.name, start: 0, end: 2 }, message: { zh: '另一个数', en: 'the other figure' } },
      ],
      folded: [finding({ code: 'T3-C', range: { file: 'form.xlsx', start: 0, end: 0, cell: '表三!B3' } })],
    });
    expect(renderText([diagnostic], sources, { lang: 'zh', explainHint: true })).toBe(`不合格：1 个错误

错误 T3-R  report.yaml:3:12
  表三第1行：合计应为 13。
  1 | 表格:
  2 |   表三:
  3 |     本年新收: [１0, 0]
    |                ^^^
  4 |     上年结转: 3
  5 | 附件: []
  建议：先看自然人。
  另见 report.yaml:1:1：另一个数
  依据：国办公开办函〔2021〕30号
  同一原因：
    错误 T3-C  form.xlsx 表三!B3
      表三第1行：合计应为 13。
      建议：先看自然人。
      依据：国办公开办函〔2021〕30号

查看说明：nianbao explain T3-R
`);
  });

  it('R-11: prints the waiver ready to paste', () => {
    const waiver = '- 代码: T3-R\n  理由: ';
    const text = renderText([finding({ waiver, waivable: true })], sources, { lang: 'zh', frames: false });
    expect(text).toMatch(/豁免.*\n {4}- 代码: T3-R\n {6}理由:/u);
    const json = JSON.parse(renderJson([finding({ waiver, waivable: true })], sources)) as JsonResult;
    expect(json.diagnostics[0]).toMatchObject({ waiver, waivable: true });
  });

  it('R-10: prints no English word in Chinese other than codes and file names', () => {
    const all = [
      finding({ severity: 'info', folded: [finding({ severity: 'warning' })] }),
      finding({ waived: { reason: '已核对' } }),
    ];
    const text = renderText(all, sources, { lang: 'zh' }).replaceAll('report.yaml', '').replaceAll('T3-R', '');
    expect(text).not.toMatch(/[a-z]/iu);
  });

  it('summarises waived findings with their reasons and leaves out frames on request', () => {
    const text = renderText([finding({ waived: { reason: '已核对' } })], sources, { lang: 'zh', frames: false });
    expect(text).toBe('合格：已豁免 1 个\n\n已豁免 1 个：\n  T3-R  report.yaml:3:12  理由：已核对\n');
  });

  it('colours parts without changing the words', () => {
    const strip = /<[^>]+>/gu;
    const coloured = renderText([finding()], sources, {
      lang: 'zh',
      color: (kind, text) => `<${kind}>${text}</${kind}>`,
    });
    expect(coloured).toContain('<bad>不合格</bad>');
    expect(coloured.replace(strip, '')).toBe(renderText([finding()], sources, { lang: 'zh' }));
  });

  it('prints the file alone when its text is not at hand or the place is the whole file', () => {
    expect(renderText([finding()], new Map(), { lang: 'zh' })).toContain('错误 T3-R  report.yaml\n');
    const whole = finding({ range: { file: source.name, start: 0, end: 0 } });
    expect(renderText([whole], sources, { lang: 'zh' })).toContain('错误 T3-R  report.yaml\n');
  });
});

describe('countDiagnostics', () => {
  it('R-09: counts a folded finding with its cause, and agrees with hasErrors', () => {
    const samples = [
      [finding()],
      [finding({ severity: 'info', folded: [finding()] })],
      [finding({ waived: { reason: '' } })],
      [finding({ waived: { reason: '' }, folded: [finding()] })],
      [finding({ folded: [finding(), finding()] })],
    ];
    expect(samples.map((sample) => countDiagnostics(sample).error)).toEqual([1, 1, 0, 1, 1]);
    for (const sample of samples) expect(countDiagnostics(sample).error > 0).toBe(hasErrors(sample));
  });
});

describe('renderJson', () => {
  it('gives lines and columns, exact ends, and the same verdict as the text', () => {
    const result = JSON.parse(
      renderJson([finding({ cells: ['t3/r1/total'], facts: { expected: '13' } })], sources),
    ) as JsonResult;
    expect(result).toMatchObject({ version: 1, passed: false, counts: { error: 1, warning: 0, info: 0, waived: 0 } });
    expect(result.diagnostics[0]).toEqual({
      code: 'T3-R',
      severity: 'error',
      message: { zh: '表三第1行：合计应为 13。', en: 'Table 3, row 1: the total should be 13.' },
      hint: { zh: '先看自然人。', en: 'Look at natural persons first.' },
      place: { file: 'report.yaml', line: 3, column: 12, endLine: 3, endColumn: 14 },
      cells: ['t3/r1/total'],
      facts: { expected: '13' },
      related: [],
      clause: '国办公开办函〔2021〕30号',
      waivable: false,
      folded: [],
    });
  });
});
