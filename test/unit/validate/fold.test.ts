import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostic/diagnostic.js';
import { foldDiagnostics, unfoldedDiagnostics } from '../../../src/validate/fold.js';
import { validate } from '../../../src/validate/validate.js';
import { checkRule, codeRow, codeTable, packOf, reportOf, rows, rule, tableThree } from './fixture.js';

function failed(code: string, severity: Diagnostic['severity'], ...cells: string[]): Diagnostic {
  return { code, severity, message: { zh: code, en: code }, cells, outcome: 'failed', waivable: true };
}

/** `A(B, C(D))`: heads with those folded under them. */
function shape(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(({ code, folded }) => (folded === undefined ? code : `${code}(${shape(folded)})`)).join(', ');
}

describe('R-09: foldDiagnostics', () => {
  it('gathers failed rules under the most severe of those that share a cell', () => {
    const told = foldDiagnostics([
      failed('S5w', 'warning', 'a', 'b'),
      failed('S5', 'error', 'a', 'b'),
      failed('R1', 'warning', 'c'),
    ]);
    expect(shape(told)).toBe('S5(S5w), R1');
  });

  it('takes the cell that most share first, then severity', () => {
    expect(
      shape(
        foldDiagnostics([
          failed('A', 'error', 'x', 'y'),
          failed('B', 'error', 'x', 'z'),
          failed('C', 'error', 'z'),
          failed('D', 'error', 'z'),
        ]),
      ),
    ).toBe('A, C(B, D)');
    expect(
      shape(
        foldDiagnostics([
          failed('R5', 'warning', '3200', '3300'),
          failed('R7', 'warning', '3300', '3100'),
          failed('S1', 'error', '3100'),
        ]),
      ),
    ).toBe('R5, S1(R7)');
  });

  it('prefers as head the rule that suspects the shared cell most', () => {
    expect(
      shape(foldDiagnostics([failed('T3-B', 'error', 'r1', 'r3.7'), failed('T3-C', 'error', 'r3.7', 'r3.1')])),
    ).toBe('T3-C(T3-B)');
  });

  it('puts rules under the cell that cannot be read or is of the wrong kind, and leaves out what says no more', () => {
    const unreadable: Diagnostic = {
      code: 'data/number',
      severity: 'error',
      message: { zh: '', en: '' },
      cells: ['a'],
    };
    const open: Diagnostic = { ...failed('X', 'info', 'a'), outcome: 'cannot-check' };
    const wrongType: Diagnostic = { ...failed('T-B2', 'error', 'b'), facts: { typed: '1.5' } };
    const told = foldDiagnostics([
      unreadable,
      open,
      failed('A', 'error', 'b', 'c'),
      wrongType,
      failed('B', 'error', 'c'),
    ]);
    expect(shape(told)).toBe('data/number, T-B2(A), B');
  });

  it('an info about a cell, such as a conversion, is no root cause', () => {
    const note: Diagnostic = {
      code: 'data/unit-converted',
      severity: 'info',
      message: { zh: '', en: '' },
      cells: ['a'],
    };
    expect(shape(foldDiagnostics([note, failed('A', 'error', 'a')]))).toBe('data/unit-converted, A');
  });

  it('puts what blanks leave open under their report, but never a failed rule', () => {
    const report: Diagnostic = { ...failed('T-B1', 'error', 'a', 'b'), facts: { without_figure: '2' } };
    const open: Diagnostic = { ...failed('C1', 'info', 'b'), outcome: 'cannot-check' };
    expect(shape(foldDiagnostics([open, failed('C2', 'error', 'a', 'c'), report]))).toBe('C2, T-B1(C1)');
  });

  it('leaves alone what has no cell or is waived', () => {
    const waived: Diagnostic = { ...failed('A', 'error', 'a'), waived: { reason: '已核实' } };
    const plain: Diagnostic = { code: 'yaml/tab', severity: 'error', message: { zh: '', en: '' } };
    expect(shape(foldDiagnostics([plain, waived, failed('B', 'error', 'a')]))).toBe('yaml/tab, A, B');
  });

  it('loses nothing, and folding again changes nothing', () => {
    const all = [failed('A', 'error', 'x'), failed('B', 'warning', 'x'), failed('C', 'error', 'y')];
    const once = foldDiagnostics(all);
    expect(
      unfoldedDiagnostics(once)
        .map((d) => d.code)
        .toSorted(),
    ).toEqual(['A', 'B', 'C']);
    expect(foldDiagnostics(once)).toEqual(once);
  });

  it('one wrong figure in a table with computed totals is one message', () => {
    const pack = packOf(
      [tableThree],
      [
        rule('T3-R', 'total == natural + enterprise', { scope: { each: 'row', table: 't3' } }),
        rule('T3-B', 'r1 + r2 == r3.7 + r4', { scope: { each: 'column', table: 't3' } }),
      ],
    );
    const cells = rows(pack, 't3', {
      r1: '9 1',
      r2: '0 0',
      'r3.1': '1 1',
      'r3.3.1': '1 0',
      'r3.3.2': '0 0',
      r4: '1 0',
    });
    const { diagnostics } = validate(reportOf(pack, cells), pack);
    expect(diagnostics.map((d) => d.code)).toEqual(['T3-B', 'T3-B']);
    const told = foldDiagnostics(diagnostics);
    expect(shape(told)).toBe('T3-B(T3-B)');
    expect(told[0]?.message.zh).toContain('表三“自然人”列');
  });

  it('seed 004: 3100 = 0 is one error with its follow-on inside', () => {
    const ids = ['3100', '3110', '3120', '3130', '3140', '3200', '3300', '1110', '1120', '9200', '9300'];
    const pack = packOf(
      [codeTable(ids.map((id) => codeRow(id, '数')))],
      [
        rule('I14-S1', '[3100] == [3110] + [3120] + [3130] + [3140]'),
        rule('I14-R1', '[1110] <= [1120]', { severity: 'warning' }),
        rule('I14-R5', '[3200] == [3300]', { severity: 'warning' }),
        rule('I14-R7', '[3300] <= [3100]', { severity: 'warning' }),
        rule('I14-R9', '[9300] == 0 or [9200] > 0', { severity: 'warning' }),
        checkRule('I14-B1', 'blanks'),
      ],
    );
    const figures = ['0', '0', '0', '4', '0', '0', '4', '10', '0', '0', '1'];
    const cells = Object.fromEntries(ids.map((id, i) => [`t1/${id}/value`, figures[i] ?? '']));
    expect(shape(foldDiagnostics(validate(reportOf(pack, cells), pack).diagnostics))).toBe(
      'I14-S1(I14-R7), I14-R1, I14-R5, I14-R9',
    );
  });
});
