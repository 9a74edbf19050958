import { cpSync, existsSync, mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { builtInChecks } from '../src/pack/built-in-checks.js';
import { correctionShape } from '../src/pack/correction-schema.js';
import { filingShape } from '../src/pack/filing-schema.js';
import { packShape, ruleShape, termsShape } from '../src/pack/schema.js';
import type { ShapeData } from '../src/pack/shape.js';
import { styleShape } from '../src/pack/style-schema.js';
import { tableShape } from '../src/pack/table-schema.js';
import { loadProfile } from '../src/profile/load-profile.js';
import { profileShape } from '../src/profile/schema.js';
import { allTemplateNames } from '../src/template/template.js';
import { rulesTable } from '../scripts/rules-table.mjs';
import { nianbao } from './support/capture.js';
import { builtInPacks } from './support/pack-files.js';
import { templatePack } from './support/template-pack.js';

const docs = readdirSync('docs').filter((name) => name.endsWith('.md'));
const textOf = (name: string): string => readFileSync(join('docs', name), 'utf8');

/** Fenced blocks that a comment right above marks: what the comment says, and the block. */
function marked(name: string, mark: string): readonly { readonly what: string; readonly block: string }[] {
  const pattern = new RegExp(`<!-- ${mark}(?:: (.*?))? -->\\n\`\`\`\\w+\\n([\\s\\S]*?)\`\`\``, 'gu');
  return [...textOf(name).matchAll(pattern)].map(([, what = '', block = '']) => ({ what, block: block.trimEnd() }));
}

describe('every document', () => {
  it.each(docs)('%s names only files that are there', (name) => {
    const text = textOf(name);
    const plain = text.replace(/`[^`\n]*`/gu, '');
    const links = [...plain.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/gu)].map(([, path = '']) => join('docs', path));
    const paths = [...text.matchAll(/`((?:examples|test|templates|docs|fonts|scripts|src)\/[^`*\s]+)`/gu)].map(
      ([, path = '']) => path,
    );
    expect([...links, ...paths].filter((path) => !existsSync(path))).toEqual([]);
  });

  it.each(docs)('%s links only to headings that are there', (name) => {
    const anchors = [...textOf(name).matchAll(/\]\(([^)#:]*)#([^)]+)\)/gu)].filter(([, file = '', anchor = '']) => {
      const headings = [...textOf(file === '' ? name : file).matchAll(/^#{1,6} (.*)$/gmu)].map(([, title = '']) =>
        title
          .toLowerCase()
          .replace(/[^\p{L}\p{N}\s_-]/gu, '')
          .trim()
          .replace(/\s/gu, '-'),
      );
      return !headings.includes(anchor);
    });
    expect(anchors.map(([link]) => link)).toEqual([]);
  });

  it('names no web host', () => {
    for (const name of docs) expect(textOf(name).replaceAll('https://…', ''), name).not.toMatch(/https?:\/\/|www\./u);
  });
});

describe('docs/rules.md', () => {
  it('is what the packs say: node scripts/rules-table.mjs writes it anew', () => {
    expect(textOf('rules.md')).toBe(rulesTable(builtInPacks().map((id) => templatePack(id))));
  });
});

describe('docs/data-file.md', () => {
  const complete = marked('data-file.md', 'data');

  it.each(complete)('a complete data file has no error %#', async ({ block }) => {
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-docs-'));
    writeFileSync(join(folder, 'report.yaml'), `${block}\n`);
    const result = await nianbao('check', join(folder, 'report.yaml'));
    rmSync(folder, { recursive: true });
    expect(result.out.split('\n')[0]).toMatch(/^合格/u);
  });

  it('shows one', () => {
    expect(complete.length).toBeGreaterThan(0);
  });
});

describe('docs/pack-format.md', () => {
  const text = textOf('pack-format.md');

  /** Every key of a shape, those of its parts too. */
  const keysOf = (shape: ShapeData, seen: ReadonlySet<ShapeData> = new Set()): readonly string[] => {
    if (seen.has(shape)) return [];
    const next = new Set([...seen, shape]);
    switch (shape.type) {
      case 'fields':
        return Object.entries(shape.fields).flatMap(([key, field]) => [key, ...keysOf(field.shape, next)]);
      case 'list':
      case 'record':
      case 'placed':
        return keysOf(shape.of, next);
      case 'lazy':
        return keysOf(shape.of(), next);
      case 'choice':
        return shape.of;
      default:
        return [];
    }
  };

  it.each([
    ['pack.yaml', packShape],
    ['a table', tableShape],
    ['a rule', ruleShape],
    ['style.yaml', styleShape],
    ['terms.yaml', termsShape],
    ['filing.yaml', filingShape],
    ['correction.yaml', correctionShape],
    ['a profile', profileShape],
  ])('names every key and every choice of %s', (_name, shape) => {
    const code = [...text.matchAll(/`[^`\n]+`/gu)].map(([span]) => span).join(' ');
    const words = new Set(code.match(/[A-Za-z0-9_-]+/gu));
    // heading1 to heading4 are told as a range; the words for agencies are plain text.
    const told = (key: string): boolean =>
      words.has(key) || /^heading[23]$/u.test(key) || (/\p{Script=Han}/u.test(key) && text.includes(key));
    expect(keysOf(shape).length).toBeGreaterThan(1);
    expect([...new Set(keysOf(shape))].filter((key) => !told(key))).toEqual([]);
  });

  it('names every helper, every field and every built-in check', () => {
    const names = [...allTemplateNames, ...Object.keys(builtInChecks)];
    expect(
      names.filter(
        (name) => !text.includes(`{{${name}`) && !text.includes(`\`${name}\``) && !text.includes(`{{#${name}`),
      ),
    ).toEqual([]);
  });

  it('shows a profile that loads', () => {
    const [shown] = marked('pack-format.md', 'profile');
    const { value, diagnostics } = loadProfile(new TextEncoder().encode(shown?.block ?? ''), 'profile.yaml');
    expect(diagnostics).toEqual([]);
    expect(value?.id).toBe('my-city-2026');
  });
});

describe('docs/new-form.md: files and outputs are real', () => {
  const home = process.cwd();
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'nianbao-docs-'));
    mkdirSync(join(folder, '2025年报'));
    process.chdir(join(folder, '2025年报'));
    cpSync(join(home, 'test/packs/county'), '.', { recursive: true });
  });

  afterEach(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true });
  });

  /** What a command prints, without the way to the folder. */
  const outputOf = async (...words: string[]): Promise<string> =>
    (await nianbao(...words)).out.replaceAll(`${resolve('.')}/`, '').trimEnd();
  const edit = (path: string, change: string): void => {
    const [from = '', to = ''] = change.split(' => ');
    const text = readFileSync(path, 'utf8');
    expect(text, path).toContain(from);
    writeFileSync(
      path,
      text.replace(from, () => to),
    );
  };

  it('shows every file of the pack as it is', () => {
    process.chdir(home);
    const shown = marked('new-form.md', 'file');
    process.chdir(join(folder, '2025年报'));
    expect(shown.map(({ what }) => what).sort()).toEqual(
      readdirSync('我县模板', { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.yaml'))
        .map((path) => `test/packs/county/我县模板/${path}`)
        .sort(),
    );
    for (const { what, block } of shown) expect(readFileSync(join(home, what), 'utf8').trimEnd(), what).toBe(block);
  });

  it('shows the real output of each command', async () => {
    process.chdir(home);
    const [shown] = marked('new-form.md', 'output');
    const [part] = marked('new-form.md', 'part of');
    process.chdir(join(folder, '2025年报'));
    expect(await outputOf(...(shown?.what.split(' ') ?? []))).toBe(shown?.block);
    const whole = (await outputOf(...(part?.what.split(' ') ?? []))).split('\n').map((line) => line.trimEnd());
    for (const line of part?.block.split('\n') ?? ['none']) expect(whole).toContain(line);
  });

  it('shows the real message of each mistake', async () => {
    process.chdir(home);
    const mistakes = marked('new-form.md', 'mistake');
    const [inData] = marked('new-form.md', 'data mistake');
    process.chdir(join(folder, '2025年报'));
    expect(mistakes.length).toBeGreaterThan(3);
    for (const { what, block } of mistakes) {
      const [, path = '', change = ''] = /^(\S+?): (.*)$/u.exec(what) ?? [];
      const before = readFileSync(join('我县模板', path), 'utf8');
      edit(join('我县模板', path), change);
      expect(await outputOf('packs', 'check', './我县模板'), what).toBe(block);
      writeFileSync(join('我县模板', path), before);
    }
    edit('report.yaml', inData?.what ?? '');
    expect(await outputOf('check', 'report.yaml')).toContain(inData?.block ?? 'none');
  });

  it('leads to a report: init, check and build with the pack beside the data file', async () => {
    rmSync('report.yaml');
    expect((await nianbao('init', '.', '--pack', './我县模板', '--year', '2025')).code).toBe(0);
    const text = readFileSync('report.yaml', 'utf8');
    expect(text).toContain('政策解读材料: 空');
    expect(text).toContain('3.申请人撤回申请: [空, 空, 空, 空, 空, 空]');
    const filled = text
      .replace(/^模板: .*$/mu, '模板: ./我县模板')
      .replace(/(?<=[[ ])空(?=[,\]\s])/gu, '0')
      .replace(/○+/gu, '甲县民政局');
    writeFileSync('report.yaml', filled);
    expect((await outputOf('check', 'report.yaml')).split('\n')[0]).toMatch(/^合格/u);
    expect((await nianbao('build', 'report.yaml', '-o', '输出')).code).toBe(0);
    expect(
      readdirSync('输出')
        .map((name) => name.normalize())
        .sort(),
    ).toEqual(['2025年度甲县民政局政府信息公开工作年度报告.docx', '2025年度甲县民政局政府信息公开工作年度报告.pdf']);
  });
});
