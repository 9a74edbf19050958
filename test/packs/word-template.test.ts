import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtInPack } from '../../src/env.js';
import { bundleOf } from '../../src/bundle/bundle.js';
import { openBundle, readBundle } from '../../src/bundle/open-bundle.js';
import { nianbao } from '../support/capture.js';
import { writeOutput } from '../support/examples.js';
import { officeTemplate } from '../support/word-template.js';
import { openReportAt } from './opening.js';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-office-'));
const pack = join(folder, '我县模板');
const report = join(folder, 'report.yaml');

beforeAll(() => {
  cpSync('test/packs/county', folder, { recursive: true });
  writeFileSync(join(pack, '公文模板.dotx'), officeTemplate());
  const style = readFileSync(join(pack, 'style.yaml'), 'utf8');
  writeFileSync(join(pack, 'style.yaml'), `${style}word_template: 公文模板.dotx\nword_styles: {signature: 落款样式}\n`);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("a county's own Word file in its pack", () => {
  it('R-22: is checked with its pack, and what it lacks is said in plain words', async () => {
    const { code, out } = await nianbao('packs', 'check', pack, '-o', folder);
    expect(code).toBe(0);
    expect(out).toContain('公文模板.dotx”：word_styles 里 signature 写的样式“落款样式”，模板里没有。');
    expect(out).toContain('样式“标题 1”带自动编号，已去掉');
    expect(out).toContain('可以使用');
  });

  it('builds, and the file says what the data say', async () => {
    const { code, out } = await nianbao('build', report, '-o', folder, '--formats', 'docx', '--verify');
    expect(out).not.toContain('output/');
    expect(code).toBe(0);
  });

  it('refuses to build with a file that is no Word file, and writes nothing', async () => {
    const broken = join(folder, 'broken');
    cpSync(pack, join(broken, '我县模板'), { recursive: true });
    cpSync(report, join(broken, 'report.yaml'));
    writeFileSync(join(broken, '我县模板', '公文模板.dotx'), new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]));
    const { code, out } = await nianbao('build', join(broken, 'report.yaml'), '-o', broken, '--formats', 'docx');
    expect(code).toBe(1);
    expect(out).toContain('是旧格式（.doc、.dot）或加了密码的文件');
    expect(out).toContain('没有生成报告');
  });

  it('is carried in the closed bundle: the same bytes come out of it', async () => {
    const { open } = openReportAt(report);
    const bundle = readBundle(bundleOf(open, 'nianbao test'), 'b').value;
    const again =
      bundle === undefined
        ? undefined
        : openBundle(bundle, 'b', (id) => {
            const files = builtInPack(id);
            return files === undefined ? undefined : { name: id, files, builtIn: true };
          }).value;
    if (again === undefined) throw new Error('the bundle does not open');
    expect(await writeOutput(again, 'docx')).toEqual(await writeOutput(open, 'docx'));
  });
});
