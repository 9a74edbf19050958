import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleCli } from '../../scripts/bundle-cli.mjs';
import { releaseArchive, releaseFiles, releaseName } from '../../scripts/release.mjs';
import { packsToKeep } from '../../src/cli/loaded-packs.js';
import { nianbao } from '../support/capture.js';

/** A build of its own, so that the test needs none. */
const dist = mkdtempSync(join(tmpdir(), 'nianbao-release-dist-'));
const unpacked = mkdtempSync(join(tmpdir(), 'nianbao-release-'));
const folder = join(unpacked, releaseName);
let archive: Uint8Array;

beforeAll(async () => {
  await bundleCli(dist);
  mkdirSync(join(dist, 'packs'));
  for (const [name, text] of packsToKeep()) writeFileSync(join(dist, 'packs', name), text);
  archive = releaseArchive(releaseFiles(dist));
  for (const [path, bytes] of Object.entries(unzipSync(archive))) {
    mkdirSync(dirname(join(unpacked, path)), { recursive: true });
    writeFileSync(join(unpacked, path), bytes);
  }
  chmodSync(join(folder, 'nianbao'), 0o755);
});

/** Only Node on the path and nothing of this machine's settings. */
function run(program: string, words: readonly string[], env: Readonly<Record<string, string>>) {
  const cwd = mkdtempSync(join(tmpdir(), 'nianbao-release-run-'));
  const child = spawnSync(program, words, { cwd, env, encoding: 'utf8' });
  return { code: child.status, out: child.stdout, error: child.stderr };
}

const nodeFolder = mkdtempSync(join(tmpdir(), 'nianbao-release-node-'));
symlinkSync(process.execPath, join(nodeFolder, 'node'));
const onlyNode = { PATH: nodeFolder };

describe('the archive for machines without a registry', () => {
  it('is the same bytes each time', () => {
    expect(Buffer.compare(releaseArchive(releaseFiles(dist)), archive)).toBe(0);
  });

  it('holds what it needs and nothing of this machine', () => {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    for (const name of ['安装说明.txt', 'nianbao', 'nianbao.cmd', 'LICENSE', 'dist/cli.js', 'dist/cli-licences.txt']) {
      expect(names).toContain(name);
    }
    expect(names.filter((name) => name.startsWith('fonts/licences/')).length).toBeGreaterThan(2);
    expect(names.filter((name) => /node_modules|(?:^|\/)\./u.test(name))).toEqual([]);
    const script = readFileSync(join(folder, 'nianbao'), 'utf8') + readFileSync(join(folder, 'package.json'), 'utf8');
    expect(script).not.toContain(process.cwd());
  });

  it('checks and builds an example with Node alone, to the same bytes', async () => {
    const example = join(folder, 'examples', 'huludao-2023', 'report.yaml');
    const check = run(join(folder, 'nianbao'), ['check', example], onlyNode);
    expect(check.error).toBe('');
    expect(check.code).toBe(0);
    expect(check.out).toMatch(/^合格/u);
    const [own, offline] = [join(unpacked, 'own'), join(unpacked, 'offline')];
    const built = run(join(folder, 'nianbao'), ['build', example, '-o', offline], onlyNode);
    expect(built.error).toBe('');
    expect(built.code).toBe(0);
    await nianbao('build', 'examples/huludao-2023/report.yaml', '-o', own);
    expect(readdirSync(offline)).toEqual(readdirSync(own));
    expect(readdirSync(offline)).toHaveLength(2);
    for (const file of readdirSync(own)) {
      expect(readFileSync(join(offline, file)).equals(readFileSync(join(own, file))), file).toBe(true);
    }
  });

  it('starts a new report there, and is found through a link', () => {
    const link = join(unpacked, 'link');
    symlinkSync(join(folder, 'nianbao'), link);
    const env = { PATH: `${nodeFolder}:/usr/bin:/bin` };
    const made = run(link, ['init', join(unpacked, '2025年报'), '--pack', 'cn-2021', '--year', '2025'], env);
    expect(made).toMatchObject({ code: 0, error: '' });
    expect(readdirSync(join(unpacked, '2025年报'))).toEqual(['report.schema.json', 'report.yaml']);
  });

  it('takes the Node that lies beside it, and says so where there is none', () => {
    const empty = mkdtempSync(join(tmpdir(), 'nianbao-release-path-'));
    const without = run(join(folder, 'nianbao'), ['--version'], { PATH: empty });
    expect(without.code).toBe(2);
    expect(without.error).toContain('找不到 Node.js');
    mkdirSync(join(folder, 'node', 'bin'), { recursive: true });
    symlinkSync(process.execPath, join(folder, 'node', 'bin', 'node'));
    const beside = run(join(folder, 'nianbao'), ['--version'], { PATH: empty });
    expect(beside).toMatchObject({ code: 0, error: '' });
  });

  it('has a start script and notes that Windows reads', () => {
    const script = readFileSync(join(folder, 'nianbao.cmd'), 'latin1');
    expect(script).not.toMatch(/[^\x00-\x7f]/u);
    expect(script.split('\n').every((line) => line === '' || line.endsWith('\r'))).toBe(true);
    expect(readFileSync(join(folder, '安装说明.txt'))[0]).toBe(0xef);
  });
});
