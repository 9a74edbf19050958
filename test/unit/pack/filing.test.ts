import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadPack, type PackOutcome } from '../../../src/pack/load-pack.js';
import { templatePack } from '../../support/template-pack.js';
import { forms } from '../../support/pack-files.js';
import { base, bytesOf, childPack, loadWith, packOf, seen, type Texts } from './fixture.js';

const words = readFileSync('templates/cn-base/filing.yaml', 'utf8').replace('look: indicator', 'look: statutory');

/** The small pack with the words of a filing, changed in one place. */
function withWords(from: string, to: string): PackOutcome {
  if (!words.includes(from)) throw new Error(`no ${from}`);
  return loadWith({ 'filing.yaml': words.replace(from, to) });
}

const codesOf = (outcome: PackOutcome): readonly string[] => outcome.diagnostics.map(({ code }) => code);

/** A child of the small pack with the words of a filing. */
function childWith(parent: Texts, child: Texts): PackOutcome {
  return loadPack(bytesOf({ 'pack.yaml': childPack, ...child }), 'child', () => ({
    files: bytesOf({ ...base, ...parent }),
    name: 'base',
  }));
}

describe('filing.yaml', () => {
  test('is not asked of a pack', () => {
    expect(packOf(loadWith()).filing).toBeUndefined();
  });

  test('is read with its templates, lines and points', () => {
    const { filing } = packOf(loadWith({ 'filing.yaml': words }));
    expect(filing?.letters.map(({ id, name }) => [id, name])).toEqual([
      ['slip', '报送单'],
      ['letter', '函'],
    ]);
    expect(filing?.letters[1]?.addressee).toEqual({
      show: 'addressee',
      text: '#：',
      otherwise: '　　　　　　　　　　：',
    });
    expect(filing?.archive.points.find(({ id }) => id === 'safe-virus')).toMatchObject({ byArchive: true });
  });

  test.each(forms)('every built-in form has one with a summary of its own: %s', (id) => {
    const summary = templatePack(id).filing?.metadata.fields.find((field) => field.id === 'summary');
    expect(summary?.text).toContain('{{值 ');
    expect(summary?.otherwise).not.toBe('');
  });

  test.each([
    ['an unknown letter', 'letter: slip', 'letter: slop', 'pack/unknown-id'],
    ['an unknown look', 'look: plain', 'look: plane', 'pack/unknown-look'],
    ['an unknown look of the list', 'look: statutory', 'look: archive', 'pack/unknown-look'],
    ['one id twice', 'id: letter\n', 'id: slip\n', 'pack/duplicate-id'],
    ['one row twice', '{id: credit_code, label', '{id: agency, label', 'pack/duplicate-id'],
    ['one field twice', '{id: topic,', '{id: category,', 'pack/duplicate-id'],
    ['one point twice', 'id: auth-content', 'id: auth-hash', 'pack/duplicate-id'],
    ['an unknown fact', 'show: addressee, text', 'show: adressee, text', 'pack/wrong-value'],
    ['an unknown check', 'check: readback', 'check: virus', 'pack/wrong-value'],
    ['R-20: an unknown name in a line', '"{{年}}年度"', '"{{念}}年度"', 'template/unknown-name'],
    ['R-20: an unknown name in a title', '{{单位}}关于报送', '{{单味}}关于报送', 'template/unknown-name'],
    ['an unknown key', 'look: plain', 'looks: plain', 'pack/unknown-key'],
  ])('%s is an error', (_, from, to, code) => {
    expect(codesOf(withWords(from, to))).toContain(code);
  });

  test('a cell that is not there is an error of the pack that names it', () => {
    const changed = withWords('text: 报告政府信息公开工作的情况和统计数据。', 'text: "{{值 \\"t3/r9/total\\"}}件"');
    expect(seen(changed)).toEqual([expect.stringContaining('template/unknown-cell base/filing.yaml')]);
  });

  test('a cell that a child drops is none: its line says less', () => {
    const summary = words.replace(
      'text: 报告政府信息公开工作的情况和统计数据。',
      'text: "{{值 \\"t3/r3.2/total\\"}}件", otherwise: 另行说明。',
    );
    const child = { 'tables/t3.yaml': 'id: t3\ndrop: [r3.2]\n' };
    expect(codesOf(childWith({ 'filing.yaml': summary }, child))).toEqual([]);
  });

  test('a child changes single lines by id', () => {
    const child = 'letter: letter\nmetadata: {fields: {set: {topic: {text: 其他}}, drop: [category]}}\n';
    const { filing } = packOf(childWith({ 'filing.yaml': words }, { 'filing.yaml': child }));
    expect(filing?.letter).toBe('letter');
    expect(filing?.metadata.fields.map(({ id }) => id)).not.toContain('category');
    expect(filing?.metadata.fields.find(({ id }) => id === 'topic')?.text).toBe('其他');
  });
});
