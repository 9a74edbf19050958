import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadPack, type PackOutcome } from '../../../src/pack/load-pack.js';
import { forms } from '../../support/pack-files.js';
import { templatePack } from '../../support/template-pack.js';
import { base, bytesOf, childPack, loadWith, packOf } from './fixture.js';

const words = readFileSync('templates/cn-base/correction.yaml', 'utf8');

/** The small pack with the words of a correction, changed in one place. */
function withWords(from: string, to: string): PackOutcome {
  if (!words.includes(from)) throw new Error(`no ${from}`);
  return loadWith({ 'correction.yaml': words.replace(from, to) });
}

describe('correction.yaml', () => {
  test('is not asked of a pack', () => {
    expect(packOf(loadWith()).correction).toBeUndefined();
  });

  test.each(forms)('every built-in form has one: %s', (id) => {
    expect(templatePack(id).correction?.name).toBe('更正说明');
  });

  test.each([
    ['an unknown look', 'look: plain', 'look: plane', 'pack/unknown-look'],
    ['an unknown fact', 'show: date', 'show: day', 'pack/wrong-value'],
    ['a word left out', 'follows: （随之变化）', 'folows: （随之变化）', 'pack/missing-key'],
    ['an unknown name in the title', '{{单位}}关于更正', '{{单位名}}关于更正', 'template/unknown-name'],
    ['an unknown name in the lead', '《#》报送以后', '《#》{{单位名}}报送以后', 'template/unknown-name'],
    ['an unknown name in the signature', 'text: "{{单位}}"}', 'text: "{{单位名}}"}', 'template/unknown-name'],
    ['an unknown name at the end', '更正后的报告为第#版。', '{{年号}}第#版。', 'template/unknown-name'],
  ])('%s is an error', (_, from, to, code) => {
    const outcome = withWords(from, to);
    expect(outcome.value).toBeUndefined();
    expect(outcome.diagnostics.map((d) => d.code)).toContain(code);
  });

  test('a local pack changes single words', () => {
    const child = { 'pack.yaml': childPack, 'correction.yaml': 'words: {blank: （未填）}\n' };
    const outcome = loadPack(bytesOf(child), 'child', () => ({
      files: bytesOf({ ...base, 'correction.yaml': words }),
      name: 'base',
    }));
    const { words: own } = packOf(outcome).correction ?? {};
    expect(own?.blank).toBe('（未填）');
    expect(own?.absent).toBe('（无）');
  });
});
