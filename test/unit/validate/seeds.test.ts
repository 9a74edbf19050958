import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostic/diagnostic.js';
import { cellSpecs } from '../../../src/pack/cells.js';
import { foldDiagnostics, unfoldedDiagnostics } from '../../../src/validate/fold.js';
import { validate } from '../../../src/validate/validate.js';
import { templatePack } from '../../support/template-pack.js';
import { reportOf } from './fixture.js';

/** Figures of real reports (code figure, in printed order; rows not named are 0 or, where said so, blank). */
const seeds = {
  '000': {
    pack: 'cn-2014-zhejiang',
    rest: '0',
    figures:
      '1100 276 1220 184 1230 28 1240 25 1250 39 2100 3 2210 3 2211 1 2230 3 2240 2 2250 1 6000 9 8100 1 8200 1 8300 10 8310 7 8320 3 9100 3 9200 3 9300 57',
  },
  '002': {
    pack: 'cn-2014-shandong',
    rest: '空',
    figures: '1100 340 1110 2 1120 7 1220 210 1240 360 2230 26 2240 150 8200 1 9100 1 9200 25 9300 1050',
  },
  '003': {
    pack: 'cn-2014-shanghai',
    rest: '0',
    figures:
      '1100 1173 1110 7 1120 7 1220 197 1230 997 1240 116 2100 7 2210 1 2211 1 2230 25 3100 2 3140 2 3200 2 3210 2 3300 2 3360 1 3370 1 8200 17 8300 23 8310 1 8320 22 8400 27.6 9300 4',
  },
  '004': {
    pack: 'cn-2014-hunan',
    rest: '0',
    figures:
      '1100 444 1110 10 1220 444 2220 1 2221 1 2230 4 3130 4 3300 4 3320 3 3350 1 4000 空 4100 空 4200 空 4300 空 5000 空 5100 空 5200 空 5300 空 6000 12 8100 1 8300 1 8320 1 9300 1',
  },
} as const;

function findings(seed: keyof typeof seeds): readonly Diagnostic[] {
  const { pack: id, rest, figures } = seeds[seed];
  const pack = templatePack(id);
  const words = figures.split(' ');
  const given = Object.fromEntries(
    words.flatMap((code, i) => (i % 2 === 0 ? [[`t1/${code}/value`, words[i + 1] ?? '']] : [])),
  );
  const all = Object.fromEntries([...cellSpecs(pack).byAddress.keys()].map((address) => [address, rest]));
  return foldDiagnostics(validate(reportOf(pack, { ...all, ...given }), pack).diagnostics);
}

function told(seed: keyof typeof seeds): readonly string[] {
  return unfoldedDiagnostics(findings(seed))
    .map(({ code, severity, outcome }) => `${severity} ${code} ${outcome}`)
    .toSorted();
}

describe('the real tables of 2014 to 2018', () => {
  it('seed 000: no rule fails', () => {
    expect(told('000')).toEqual([]);
  });

  it('R-13: seed 002: one certain violation, 53 blanks, three rules that blanks leave open', () => {
    expect(told('002')).toEqual([
      'error I14-C2 failed',
      'info I14-C1 cannot-check',
      'info I14-R2 cannot-check',
      'info I14-R4 cannot-check',
      'warning I14-B1 failed',
    ]);
    const blanks = findings('002').find(({ code }) => code === 'I14-B1');
    expect(blanks?.facts).toMatchObject({ without_figure: '53', cells_of_table: '64' });
    expect(blanks?.folded).toHaveLength(3);
  });

  it('seed 003: one warning', () => {
    expect(told('003')).toEqual(['warning I14-R9 failed']);
  });

  it('R-09 R-14: seed 004: one error with its follow-on, three warnings, 8 blanks', () => {
    expect(told('004')).toEqual([
      'error I14-S1 failed',
      'warning I14-B1 failed',
      'warning I14-R1 failed',
      'warning I14-R5 failed',
      'warning I14-R7 failed',
      'warning I14-R9 failed',
    ]);
    expect(
      findings('004')
        .find(({ code }) => code === 'I14-S1')
        ?.folded?.map(({ code }) => code),
    ).toEqual(['I14-R7']);
    expect(findings('004').find(({ code }) => code === 'I14-B1')?.facts).toMatchObject({ without_figure: '8' });
  });
});

describe('the form of 2021', () => {
  const pack = templatePack('cn-2021');
  const zeros = Object.fromEntries(
    [...cellSpecs(pack).byAddress.values()]
      .filter((cell) => cell.computedBy === undefined)
      .map((cell) => [cell.address, '0']),
  );
  const check = (cells: Readonly<Record<string, string>>): readonly Diagnostic[] =>
    foldDiagnostics(validate(reportOf(pack, { ...zeros, ...cells }), pack).diagnostics);

  it('seed 001: only last year is missing, and every total is computed', () => {
    const data = reportOf(pack, { ...zeros, 't2/normative/issued': '1', 't2/normative/in_force': '1' });
    const { value, diagnostics } = validate(data, pack);
    expect(diagnostics.map(({ code }) => code)).toEqual(['rule/no-previous']);
    expect([...(value?.values.values() ?? [])].filter(({ kind }) => kind !== 'number')).toEqual([]);
  });

  it('R-07 R-09: a wrong total of the results is one error that names it', () => {
    const told = check({
      't3/r1/natural': '15',
      't3/r3.1/natural': '5',
      't3/r3.3.3/natural': '10',
      't3/r3.7/natural': '14',
    });
    const head = told.find(({ severity }) => severity === 'error');
    expect(told.filter(({ severity }) => severity === 'error')).toHaveLength(1);
    expect(head).toMatchObject({ code: 'T3-C', clause: expect.stringContaining('三、（七）') as string });
    expect(head?.message.zh).toBe(
      '表三“自然人”列：“（七）总计”为 14，但“（一）予以公开”等 21 项之和为 15（“（一）予以公开”5，“3.危及‘三安全一稳定’”10，其余为 0），两者应相等，相差 1。',
    );
    expect(head?.cells?.[0]).toBe('t3/r3.7/natural');
    expect(head?.folded?.map(({ code }) => code)).toEqual(expect.arrayContaining(['T3-R', 'T3-B']));
  });
});
