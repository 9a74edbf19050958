import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, it, expect } from 'vitest';
import { createFontSet, FONT_FILES, FONT_ROLES, punctuationFace, type FontRole } from '../../../src/fonts/fonts.js';

const FOLDER = fileURLToPath(new URL('../../../fonts/', import.meta.url));
const files = Object.fromEntries(FONT_FILES.map((name) => [name, new Uint8Array(readFileSync(FOLDER + name))]));
const bytesOf = (name: string): Uint8Array => files[name] ?? new Uint8Array();
const outcome = createFontSet(files);
if (outcome.value === undefined) throw new Error('the built-in fonts are not usable');
const set = outcome.value;
const CJK: readonly FontRole[] = ['fangsong', 'kaiti', 'heiti', 'songti', 'biaosong'];
const codeOf = (character: string): number => character.codePointAt(0) ?? Number.NaN;
const codes = (text: string): number[] => Array.from(text, codeOf);
const text = (points: readonly number[]): string => points.map((code) => String.fromCodePoint(code)).join('');

/** All han of GB/T 2312: rows 16 to 87, less the five empty cells of row 55. */
function gb2312Han(): number[] {
  const decoder = new TextDecoder('gb2312');
  const han: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      if (row === 0xd7 && cell > 0xf9) continue;
      han.push(codeOf(decoder.decode(new Uint8Array([row, cell]))));
    }
  }
  return han;
}

describe('createFontSet', () => {
  it('reads all built-in files without a finding', () => {
    expect(outcome.diagnostics).toEqual([]);
    expect(set.faces.map((face) => face.id).toSorted()).toEqual(FONT_FILES.map((f) => f.replace('.ttf', '')).toSorted());
    expect(set.face('latin', true).id).toBe('latin-bold');
    expect(set.face('fangsong', true).id).toBe('fangsong');
  });

  it('gives faces distinct PostScript names, by which PDF writers know them', () => {
    expect(new Set(set.faces.map((face) => face.program.postscriptName)).size).toBe(set.faces.length);
  });

  it('names what is missing, and works without the rare characters only', () => {
    const { 'fallback.ttf': _rare, ...common } = files;
    const withoutRare = createFontSet(common);
    expect(withoutRare.diagnostics.map((d) => [d.code, d.severity, d.facts])).toEqual([
      ['fonts/missing', 'warning', { files: 'fallback.ttf' }],
    ]);
    expect(withoutRare.value).toBeDefined();

    const { 'kaiti.ttf': _kai, ...noKai } = files;
    const withoutKai = createFontSet(noKai);
    expect(withoutKai.diagnostics.map((d) => [d.code, d.severity, d.message.zh])).toEqual([
      ['fonts/missing', 'error', '缺少内置字体文件 kaiti.ttf。'],
    ]);
    expect(withoutKai.value).toBeUndefined();
    expect(createFontSet({}).diagnostics.map((d) => d.severity)).toEqual(['error', 'warning']);
  });

  it('names what is damaged', () => {
    const cut = createFontSet({ ...files, 'heiti.ttf': bytesOf('heiti.ttf').subarray(0, 5000) });
    expect(cut.diagnostics.map((d) => [d.code, d.severity])).toEqual([['fonts/damaged', 'error']]);
    expect(cut.value).toBeUndefined();
  });

  it('puts a font of the user in place of a role, and looks for what it lacks in the built-in one', () => {
    const mixed = createFontSet(files, [
      { role: 'fangsong', origin: 'user', bytes: bytesOf('fallback-kai.ttf'), sha256: 'abc' },
      { role: 'kaiti', origin: 'installed', bytes: new Uint8Array(100) },
    ]);
    expect(mixed.diagnostics.map((d) => [d.code, d.severity])).toEqual([['fonts/unusable', 'warning']]);
    expect(mixed.value?.face('fangsong')).toMatchObject({ id: 'user-fangsong', origin: 'user', sha256: 'abc' });
    expect(mixed.value?.face('kaiti').id).toBe('kaiti');
    expect(mixed.value?.faceFor(codeOf('一'), 'fangsong')?.id).toBe('fangsong');
    expect(mixed.value && punctuationFace(mixed.value, 'fangsong', codeOf('“'))?.id).toBe('fangsong');
  });

  it('describes every role', () => {
    for (const role of [...CJK, 'latin' as const]) {
      expect(FONT_ROLES[role].officialNames.length).toBeGreaterThan(0);
      const { family, postscriptName } = set.face(role).program;
      expect(FONT_ROLES[role].standIn.startsWith(family.replace(' Medium', '')), postscriptName).toBe(true);
    }
  });
});

describe('coverage', () => {
  it.each(CJK)('%s has all of GB/T 2312 and 通用规范汉字表, one em wide', (role) => {
    const extra = codes(readFileSync(`${FOLDER}tongyong-extra.txt`, 'utf8').trim());
    expect(extra).toHaveLength(1467);
    const han = gb2312Han();
    expect(han).toHaveLength(6763);
    const { program, id } = set.face(role);
    const wrong = [...han, ...extra].filter((code) => set.faceFor(code, role)?.id !== id || program.advance(code) !== 1);
    expect(text(wrong)).toBe('');
  });

  it.each(CJK)('%s shows rare names, units, numbers and form marks', (role) => {
    const sample = '镕喆堃䶮𬭚翀玥昇旻祎珺犇骉龑垚㎡①⑳ⅠⅫ℃‰×÷±≥≤○〇□■☐☑☒√✓→·—…〔〕“”‘’『』%０Ａａ（），。、；：？！％～￥';
    const own = set.face(role).id;
    expect(text(codes(sample).filter((code) => set.faceFor(code, role)?.id !== own))).toBe('');
  });

  it('falls back to a serif face for what 仿宋 lacks, and says so when no face has it', () => {
    expect(set.faceFor(codeOf('體'), 'fangsong')?.id).toBe('fallback');
    expect(set.faceFor(codeOf('㐀'), 'heiti')?.id).toBe('fallback');
    const unified = Array.from({ length: 0x9fa5 - 0x4e00 + 1 }, (_, i) => 0x4e00 + i);
    expect(text(unified.filter((code) => set.faceFor(code, 'fangsong') === undefined))).toBe('');
    expect(set.faceFor(0xe000, 'fangsong')).toBeUndefined();
    expect(set.faceFor(0x1f600, 'fangsong')).toBeUndefined();
  });

  it('sets Western text in latin', () => {
    const ascii = Array.from({ length: 95 }, (_, i) => 0x20 + i);
    for (const bold of [false, true]) {
      const { id } = set.face('latin', bold);
      expect(text(ascii.filter((code) => set.faceFor(code, 'latin', bold)?.id !== id))).toBe('');
    }
    expect(set.faceFor(codeOf('，'), 'latin')?.id).toBe('songti');
  });
});

describe('punctuationFace', () => {
  it.each(CJK)('every shared mark is one em wide in the built-in %s itself', (role) => {
    for (const code of codes('“”‘’…—·')) {
      const face = punctuationFace(set, role, code);
      expect(face?.id).toBe(role);
      expect(face?.program.advance(code)).toBe(1);
    }
  });

  it('replaces narrow marks of another font', () => {
    // STIX draws them the Western way.
    expect(punctuationFace(set, 'latin', codeOf('“'))?.id).toBe('fangsong');
    expect(punctuationFace(set, 'latin', codeOf('a'))?.id).toBe('latin');
  });
});
