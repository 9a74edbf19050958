import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nianbao } from '../support/capture.js';
import { editDocx } from '../support/docx-edit.js';

const root = mkdtempSync(join(tmpdir(), 'nianbao-verify-'));
const out = join(root, 'out');
const base = join(out, '葫芦岛市住房公积金管理中心2023年政府信息公开工作年度报告');

beforeAll(async () => {
  const built = await nianbao(
    'build',
    'examples/huludao-2023/report.yaml',
    '-o',
    out,
    '--formats',
    'docx,pdf,html',
    '--verify',
  );
  if (built.code !== 0) throw new Error(built.error);
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('verify and extract', () => {
  it('one sentence first: a file as built holds', async () => {
    for (const ending of ['docx', 'pdf', 'html']) {
      const { code, out: said } = await nianbao('verify', `${base}.${ending}`);
      expect(said.split('\n')[0]).toMatch(/^一致：文件“.*”的内容与它所带的数据一致。$/u);
      expect(code).toBe(0);
    }
  });

  it('a changed digit fails, with the cell by its official name and no code words for a machine', async () => {
    const changed = join(root, '改过.docx');
    writeFileSync(
      changed,
      editDocx(readFileSync(`${base}.docx`), 'word/document.xml', (xml) => xml.replace(/>0<(?![\s\S]*>0<)/u, '>8<')),
    );
    const { code, out: said } = await nianbao('verify', changed);
    expect(code).toBe(1);
    expect(said).toMatch(/^不一致：/u);
    expect(said).toContain('表四“行政诉讼”“复议后起诉”“总计”是“8”，数据是“0”');
    const json = JSON.parse((await nianbao('verify', changed, '--format', 'json')).out) as { verdict: string };
    expect(json.verdict).toBe('fails');
  });

  it('gives the data back, as a bundle and as a data file that builds the same report', async () => {
    const folder = join(root, 'again');
    const data = join(folder, 'report.json');
    expect((await nianbao('extract', `${base}.pdf`, '-o', data, '--data-file')).code).toBe(0);
    const built = await nianbao('build', data, '-o', join(folder, 'out'), '--formats', 'pdf', '--no-embed');
    expect(built.code).toBe(0);
    const plain = await nianbao(
      'build',
      'examples/huludao-2023/report.yaml',
      '-o',
      join(root, 'plain'),
      '--formats',
      'pdf',
      '--no-embed',
    );
    expect(plain.code).toBe(0);
    const name = `${base.slice(out.length + 1)}.pdf`;
    expect(readFileSync(join(folder, 'out', name)).equals(readFileSync(join(root, 'plain', name)))).toBe(true);
    expect(JSON.parse((await nianbao('extract', `${base}.html`)).out)).toMatchObject({ nianbao_bundle: '1' });
    const stripped = await nianbao('extract', join(root, 'plain', name));
    expect(stripped.code).toBe(1);
    expect(stripped.error).toContain('里没有数据');
  });

  it('refuses what is not safe to open, with a reason', async () => {
    const linked = join(root, 'linked');
    mkdirSync(linked);
    symlinkSync('/etc/hostname', join(linked, 'manifest.json'));
    const link = await nianbao('verify', linked);
    expect([
      link.code,
      link.error.includes('verify/unsafe-folder'),
      link.error.includes('里有链接“manifest.json”'),
    ]).toEqual([2, true, true]);
    const escaping = join(root, 'escaping.zip');
    writeFileSync(escaping, zipSync({ '../manifest.json': new Uint8Array([123]) }));
    const zip = await nianbao('verify', escaping);
    expect([zip.code, zip.error.includes('archive/unsafe-name')]).toEqual([2, true]);
    const bomb = join(root, 'bomb.zip');
    writeFileSync(bomb, zipSync({ 'manifest.json': new Uint8Array(80 * 1024 * 1024) }, { level: 9 }));
    const zeros = await nianbao('verify', bomb);
    expect([zeros.code, zeros.error.includes('archive/too-large')]).toEqual([2, true]);
    expect((await nianbao('verify', join(root, 'nothing'))).code).toBe(2);
  });

  it('a folder and its zip made by hand are the same filing', async () => {
    const folder = join(root, '报送件');
    cpSync(out, folder, { recursive: true });
    const bare = await nianbao('verify', folder);
    expect(bare.out).toContain('没有清单 manifest.json');
    const name = dirname(join('报送件', 'x'));
    const zip = join(root, '报送件.zip');
    writeFileSync(zip, zipSync({ [`${name}/a.txt`]: new Uint8Array([1]) }));
    expect((await nianbao('verify', zip)).out).toContain('没有清单 manifest.json');
  });
});
