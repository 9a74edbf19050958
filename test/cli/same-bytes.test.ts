import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { nianbao } from '../support/capture.js';

/** Builds the example from a copy of its own; gives each output by name. */
async function built(subfolder = 'w'): Promise<ReadonlyMap<string, Buffer>> {
  const folder = join(mkdtempSync(join(tmpdir(), 'nianbao-same-')), subfolder);
  mkdirSync(folder);
  const path = join(folder, 'report.yaml');
  copyFileSync('examples/huludao-2023/report.yaml', path);
  utimesSync(path, 978_307_200, 978_307_200);
  const result = await nianbao('build', path, '-o', join(folder, 'out'));
  expect(result.error).toBe('');
  expect(result.code).toBe(0);
  return new Map(readdirSync(join(folder, 'out')).map((name) => [name, readFileSync(join(folder, 'out', name))]));
}

describe('R-40, R-59: the same input gives the same bytes', () => {
  let first: ReadonlyMap<string, Buffer>;
  beforeAll(async () => {
    first = await built();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  async function expectTheSame(again: Promise<ReadonlyMap<string, Buffer>>): Promise<void> {
    const second = await again;
    expect([...second.keys()]).toEqual([...first.keys()]);
    expect(first.size).toBe(2);
    for (const [name, bytes] of first) expect(second.get(name)?.equals(bytes), name).toBe(true);
  }

  it('a second time', () => expectTheSame(built()));

  it('in a folder with spaces and Chinese in its name', () => expectTheSame(built('年报 2023 (副本)')));

  it.each(['2031-02-03T04:05:06Z', '2024-02-29T23:59:59Z', '1999-12-31T00:00:00Z'])('at %s', async (time) => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(time) });
    expect(new Date().toISOString()).toContain(time.slice(0, 10));
    await expectTheSame(built());
  });

  it.each(['Pacific/Kiritimati', 'America/St_Johns'])('in the time zone %s', async (zone) => {
    const before = new Date(0).getTimezoneOffset();
    vi.stubEnv('TZ', zone);
    expect(new Date(0).getTimezoneOffset()).not.toBe(before);
    await expectTheSame(built());
  });

  it('whatever the locale and its comparison of letters', async () => {
    vi.stubEnv('LANG', 'tr_TR.UTF-8');
    vi.stubEnv('LC_ALL', 'tr_TR.UTF-8');
    vi.spyOn(String.prototype, 'toLocaleLowerCase').mockImplementation(() => 'ı');
    vi.spyOn(String.prototype, 'toLocaleUpperCase').mockImplementation(() => 'İ');
    vi.spyOn(Date.prototype, 'toLocaleDateString').mockImplementation(() => 'x');
    await expectTheSame(built());
  });

  it('whatever chance gives', async () => {
    vi.spyOn(Math, 'random').mockImplementation(() => 0.123456789);
    await expectTheSame(built());
  });

  it('whatever is built before it in the same run', async () => {
    await nianbao('build', 'examples/taierzhuang-2016/report.yaml', '-o', mkdtempSync(join(tmpdir(), 'nianbao-same-')));
    await expectTheSame(built());
  });
});
