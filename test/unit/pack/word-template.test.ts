import { describe, expect, it } from 'vitest';
import { loadPack } from '../../../src/pack/load-pack.js';
import type { PackFiles } from '../../../src/pack/types.js';
import { builtInPack } from '../../support/pack-files.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const own: PackFiles = {
  'pack.yaml': bytes('nianbao_pack: 1\nid: county\nname: 测试\nextends: cn-2021\n'),
  'style.yaml': bytes('word_template: 公文模板.dotx\nword_styles: {body: 公文正文, table_note: 表注}\n'),
  '公文模板.dotx': bytes('any bytes'),
};

function loaded(files: PackFiles, parents: Readonly<Record<string, PackFiles>> = {}) {
  return loadPack(files, 'p', (reference) => {
    const parent = parents[reference];
    return parent === undefined ? builtInPack(reference) : { files: parent, name: reference };
  });
}

describe("a pack's own Word file", () => {
  it('is handed to writers as it is, with the styles named for it', () => {
    const { value, diagnostics } = loaded(own);
    expect(diagnostics).toEqual([]);
    expect(value?.style.wordTemplate).toEqual({
      file: 'p/公文模板.dotx',
      bytes: own['公文模板.dotx'],
      styles: { body: '公文正文', tableNote: '表注' },
    });
  });

  it('R-20: changes the hash with every byte', () => {
    const other = loaded({ ...own, '公文模板.dotx': bytes('any byteS') });
    expect(other.value?.hash).not.toBe(loaded(own).value?.hash);
  });

  it('is inherited, and a child may bring its own', () => {
    const child = { 'pack.yaml': bytes('nianbao_pack: 1\nid: town\nname: 测试\nextends: county\n') };
    const inherited = loaded(child, { county: own }).value?.style.wordTemplate;
    expect(inherited?.file).toBe('county/公文模板.dotx');
    const replaced = loaded(
      { ...child, 'style.yaml': bytes('word_template: 本镇.docx\n'), '本镇.docx': bytes('x') },
      { county: own },
    ).value?.style.wordTemplate;
    expect([replaced?.file, replaced?.styles.body]).toEqual(['p/本镇.docx', '公文正文']);
  });

  it('is found whatever form of accents the file system gives', () => {
    const style = bytes('word_template: é.dotx\n');
    expect(
      loaded({ 'pack.yaml': own['pack.yaml'] ?? bytes(''), 'style.yaml': style, 'e\u0301.dotx': bytes('x') })
        .diagnostics,
    ).toEqual([]);
  });

  it.each([
    ['a name without a file', { ...own, '公文模板.dotx': undefined }, 'pack/missing-file', '公文模板.dotx'],
    ['a file that nothing names', { ...own, 'style.yaml': undefined }, 'pack/unknown-file', '没有用到 公文模板.dotx'],
    ['a file of another name', { ...own, '旧.docx': bytes('x') }, 'pack/unknown-file', '没有用到 旧.docx'],
    ['a file with macros', { ...own, '公文模板.dotm': bytes('x') }, 'pack/unknown-file', '公文模板.dotm'],
    ['any other binary file', { ...own, 'logo.png': bytes('x') }, 'pack/unknown-file', 'logo.png'],
    [
      'a file in a folder of the pack',
      { ...own, 'sections/a.dotx': bytes('x') },
      'pack/unknown-file',
      'sections/a.dotx',
    ],
    [
      'more than a pack may hold',
      { ...own, '公文模板.dotx': new Uint8Array(5 * 1024 * 1024) },
      'pack/too-large',
      '4 MB',
    ],
    [
      'a kind of text that is none',
      { ...own, 'style.yaml': bytes('word_template: 公文模板.dotx\nword_styles: {foot: x}\n') },
      'pack/unknown-key',
      'foot',
    ],
  ])('refuses %s', (_name, files: Readonly<Record<string, Uint8Array | undefined>>, code, words) => {
    const given = Object.fromEntries(
      Object.entries(files).flatMap(([path, data]) => (data === undefined ? [] : [[path, data]])),
    );
    const { value, diagnostics } = loaded(given);
    expect(value).toBeUndefined();
    expect(diagnostics.map((d) => d.code)).toContain(code);
    expect(diagnostics.map((d) => d.message.zh).join('\n')).toContain(words);
  });
});
