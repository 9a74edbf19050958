import { describe, expect, test } from 'vitest';
import { loadPack, type PackOutcome } from '../../../src/pack/load-pack.js';
import { base, bytesOf, childPack, loadWith, packOf, seen, type Texts } from './fixture.js';

const prose = `units: [件, 条]
plain: [的]
signs: {total: [共]}
concepts:
  - {id: request, kind: object, words: [申请], beats: [information]}
  - {id: information, kind: object, words: [信息]}
  - {id: receive, kind: act, words: [收到]}
quantities:
  - {id: received, when: [request], may: [receive], units: [件], cells: [t3/r1/total]}
`;

/** The small pack with a lexicon, one text of it replaced. */
function withProse(from = '', to = ''): ReturnType<typeof loadWith> {
  if (!prose.includes(from)) throw new Error(`no ${from}`);
  return loadWith({ 'prose.yaml': prose.replace(from, to) });
}

describe('R-16: prose.yaml', () => {
  test('is read: words, absent signs as empty lists, cells by address and by pattern', () => {
    const { prose: built } = packOf(withProse('[t3/r1/total]', '["t3/r3.*/total"], or: [[t3/r1/total, t3/r4/total]]'));
    expect(built?.quantities).toEqual([
      {
        id: 'received',
        when: ['request'],
        may: ['receive'],
        units: ['件'],
        readings: [
          ['t3/r3.1/total', 't3/r3.2/total'],
          ['t3/r1/total', 't3/r4/total'],
        ],
        cautious: false,
        noMore: false,
        about: false,
      },
    ]);
    expect(built?.signs).toMatchObject({ total: ['共'], none: [], ofWhich: [] });
  });

  test.each([
    ['a concept that is not there, in when', 'when: [request]', 'when: [revive]', 'unknown-id', '9 revive'],
    ['a concept that is not there, in may', 'may: [receive]', 'may: [recieve]', 'unknown-id', '9 recieve'],
    ['a concept that is not there, in beats', 'beats: [information]', 'beats: [news]', 'unknown-id', '5 news'],
    ['a cell that is not there', 't3/r1/total', 't3/r9/total', 'unknown-id', '9 t3/r9/total'],
    ['a pattern that fits no cell', 't3/r1/total', 't3/r9.*/total', 'unknown-id', '9 t3/r9.*/total'],
    ['a heading row, which holds no figure', 't3/r1/total', 't3/r3/total', 'unknown-id', '9 t3/r3/total'],
    [
      'a concept twice',
      '  - {id: receive,',
      '  - {id: request, kind: act, words: [求]}\n  - {id: receive,',
      'duplicate-id',
      '7 request',
    ],
    ['a kind that there is not', 'kind: act', 'kind: verb', 'wrong-value', '7 verb'],
    ['a text where a list belongs', 'units: [件, 条]', 'units: 件', 'wrong-value', '1 件'],
    ['an unknown sign', '{total: [共]}', '{totals: [共]}', 'unknown-key', '3 totals'],
    ['a key that is missing', ', cells: [t3/r1/total]', '', 'missing-key', '9 {id: received'],
  ])('%s is reported at its place', (_, from, to, code, place) => {
    const [found, ...others] = seen(withProse(from, to));
    expect(others).toEqual([]);
    const expected = `pack/${code} base/prose.yaml:${place}`;
    expect(found?.slice(0, expected.length)).toBe(expected);
  });

  test('names the nearest concept and says what is wrong in Chinese', () => {
    const [found] = withProse('may: [receive]', 'may: [recieve]').diagnostics;
    expect(found?.severity).toBe('error');
    expect(found?.message.zh).toContain('概念');
    expect(`${found?.message.zh ?? ''}${found?.hint?.zh ?? ''}`).toContain('receive');
  });

  describe('in a pack that extends another', () => {
    const extended = (texts: Texts, cell = 't3/r1/total'): PackOutcome =>
      loadPack(bytesOf({ 'pack.yaml': childPack, ...texts }), 'child', () => ({
        files: bytesOf({ ...base, 'prose.yaml': prose.replace('t3/r1/total', cell) }),
        name: 'base',
      }));

    test('a quantity of the parent goes with the cell that was dropped, and nothing is said', () => {
      const { prose: built } = packOf(
        extended(
          { 'tables/t3.yaml': 'bands: {set: {main: {rows: {set: {r3: {rows: {drop: [r3.2]}}}}}}}\n' },
          't3/r3.2/total',
        ),
      );
      expect(built?.quantities).toEqual([]);
      expect(packOf(extended({}, 't3/r3.2/total')).prose?.quantities).toHaveLength(1);
    });

    test('a cell of its own that is not there is told at its own line', () => {
      const changed = extended({ 'prose.yaml': 'quantities: {set: {received: {cells: [t3/r8/total]}}}\n' });
      expect(seen(changed)).toEqual(['pack/unknown-id child/prose.yaml:1 t3/r8/total]}}}']);
    });
  });
});
