import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleCli } from '../../scripts/bundle-cli.mjs';
import { nianbao } from '../support/capture.js';
import { exampleNames } from '../support/examples.js';

/** A package with the bundled command line, beside the templates and fonts of this one. */
const root = mkdtempSync(join(tmpdir(), 'nianbao-bundle-'));
const dist = join(root, 'dist');

function run(...words: readonly string[]): {
  readonly out: string;
  readonly error: string;
  readonly code: number | null;
} {
  const child = spawnSync(process.execPath, [join(dist, 'cli.js'), ...words], { encoding: 'utf8' });
  return { out: child.stdout, error: child.stderr, code: child.status };
}

describe('the bundled command line', () => {
  beforeAll(async () => {
    mkdirSync(dist);
    for (const name of ['templates', 'fonts', 'package.json']) symlinkSync(resolve(name), join(root, name));
    await bundleCli(dist);
  });

  it.each(exampleNames)('R-40: builds the same bytes as the sources: %s', async (name) => {
    const path = `examples/${name}/report.yaml`;
    const [own, bundled] = [join(root, 'own', name), join(root, 'bundled', name)];
    const expected = await nianbao('build', path, '-o', own);
    expect(run('build', path, '-o', bundled)).toEqual({ ...expected, out: expected.out.replaceAll(own, bundled) });
    expect(readdirSync(bundled)).toEqual(readdirSync(own));
    expect(readdirSync(bundled)).toHaveLength(2);
    for (const file of readdirSync(own)) {
      expect(readFileSync(join(bundled, file)).equals(readFileSync(join(own, file))), file).toBe(true);
    }
  });

  it('stops quietly when the reader of its output has seen enough', () => {
    const line = `"${process.execPath}" "${join(dist, 'cli.js')}" packs list | head -c 1`;
    const child = spawnSync('sh', ['-c', line], { encoding: 'utf8' });
    expect([child.stdout, child.stderr]).toEqual(['c', '']);
  });

  it('loads no writer for a check', () => {
    const coverage = join(root, 'coverage');
    const loaded = (...words: readonly string[]): string => {
      rmSync(coverage, { recursive: true, force: true });
      const env = { ...process.env, NODE_V8_COVERAGE: coverage };
      const child = spawnSync(process.execPath, [join(dist, 'cli.js'), ...words], { encoding: 'utf8', env });
      expect(child.status).toBe(0);
      return readdirSync(coverage)
        .map((file) => readFileSync(join(coverage, file), 'utf8'))
        .join('');
    };
    const path = 'examples/huludao-2023/report.yaml';
    expect(loaded('build', path, '-o', join(root, 'one'), '--formats', 'docx')).toMatch(/cli-docx-writer/u);
    expect(loaded('check', path)).not.toMatch(/cli-(?:docx|pdf)-writer/u);
  });

  it('shows the line of a mistake as the sources do', async () => {
    const path = join(root, 'report.yaml');
    const text = readFileSync('examples/huludao-2023/report.yaml', 'utf8');
    writeFileSync(path, text.replace('年度: 2023', '年度: 二〇二三'));
    const result = run('check', path);
    expect(result.code).toBe(1);
    expect(result.out).toContain('^');
    expect(result).toEqual(await nianbao('check', path));
  });

  it('names the licence of every package it holds', () => {
    const licences = readFileSync(join(dist, 'cli-licences.txt'), 'utf8');
    for (const name of ['commander', 'docx', 'fflate', 'fontkit', 'handlebars', 'pdfkit', 'pdfmake', 'yaml']) {
      expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'mu'));
    }
    expect(existsSync(join(dist, 'cli.js'))).toBe(true);
  });
});
