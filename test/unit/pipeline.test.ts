import { describe, expect, it } from 'vitest';
import { isBuildable, openReport, type OpenOptions, type OpenOutcome, type Sources } from '../../src/pipeline.js';
import { builtInPack } from '../support/pack-files.js';

const HEAD = 'nianbao: 1\n模板: cn-2021\n年度: 2023\n单位: 某市档案馆\n';

/** Built-in packs and nothing else. */
const sources: Sources = {
  pack: (reference) => builtInPack(reference),
  profile: () => undefined,
  previous: () => undefined,
  image: () => undefined,
};

function open(text: string, options?: OpenOptions, from: Sources = sources): OpenOutcome {
  return openReport(new TextEncoder().encode(text), 'report.yaml', from, options);
}

/** Code, severity and the marked text of every finding with one of the codes. */
function found(text: string, outcome: OpenOutcome, ...codes: readonly string[]): readonly (readonly string[])[] {
  return outcome.diagnostics
    .filter(({ code }) => codes.includes(code))
    .map(({ code, severity, range }) => [
      code,
      severity,
      range === undefined ? '' : text.slice(range.start, range.end),
    ]);
}

describe('the pack', () => {
  it('is asked for when the file names none, unless an option does', () => {
    const text = HEAD.replace('模板: cn-2021\n', '');
    expect(open(text).diagnostics.map(({ code }) => code)).toContain('pack/not-named');
    expect(open(text).value).toBeUndefined();
    expect(open(text, { pack: 'cn-2021' }).value?.pack.id).toBe('cn-2021');
  });

  it('that is not there is named where it is written', () => {
    const text = HEAD.replace('cn-2021', 'cn-2012');
    expect(found(text, open(text), 'pack/not-found')).toEqual([['pack/not-found', 'error', 'cn-2012']]);
  });

  it('may not be common ground of other packs', () => {
    const text = HEAD.replace('cn-2021', 'cn-base');
    const outcome = open(text);
    expect(found(text, outcome, 'pack/abstract')).toEqual([['pack/abstract', 'error', 'cn-base']]);
    expect(isBuildable(outcome)).toBe(false);
  });
});

describe('further files', () => {
  it('a profile that is not there is an error, whoever names it', () => {
    const text = `${HEAD}配置: 省里的要求.yaml\n`;
    expect(found(text, open(text), 'profile/not-found')).toEqual([['profile/not-found', 'error', '省里的要求.yaml']]);
    expect(found(HEAD, open(HEAD, { profile: 'wuwei' }), 'profile/not-found')).toEqual([
      ['profile/not-found', 'error', ''],
    ]);
  });

  it('a file of last year that is missing or cannot be read is an error, and the rest goes on', () => {
    const text = `${HEAD}上年数据: ../2022/report.yaml\n`;
    const previous = (bytes: string): Sources => ({
      ...sources,
      previous: (name) => ({ name, bytes: new TextEncoder().encode(bytes), sources }),
    });
    const expected = [['previous/unreadable', 'error', '../2022/report.yaml']];
    for (const from of [sources, previous('"'), previous('年度: 2022\n'), previous('nianbao: 1\n模板: 无\n')]) {
      const outcome = open(text, {}, from);
      expect(found(text, outcome, 'previous/unreadable')).toEqual(expected);
      expect(outcome.value?.report).toBeDefined();
    }
    const readable = open(text, {}, previous(HEAD.replace('2023', '2022')));
    expect(found(text, readable, 'previous/unreadable')).toEqual([]);
  });
});

describe('draft sections', () => {
  it('stop a build until the line is gone', () => {
    const text = `${HEAD}章节:\n  总体情况:\n    草稿: 是\n    正文: 本年工作平稳推进。\n`;
    const outcome = open(text);
    expect(outcome.diagnostics.filter(({ code }) => code === 'report/draft-section')).toMatchObject([
      { severity: 'error', message: { zh: '“一、总体情况”还标着草稿，不能生成正式报告。' } },
    ]);
    expect(isBuildable(outcome)).toBe(false);
    const without = text.replace('    草稿: 是\n', '');
    expect(found(without, open(without), 'report/draft-section')).toEqual([]);
  });
});
