import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { safeUnzip } from '../../src/archive/zip-read.js';
import { sm3 } from '../../src/bytes/sm3.js';
import { writeFolderWhole } from '../../src/env.js';
import { nianbao } from '../support/capture.js';
import { exampleNames } from '../support/examples.js';
import { readable, spellings } from '../support/file-texts.js';

const home = process.cwd();
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'nianbao-file-'));
const example = join(home, 'examples/office-2020/report.yaml');
/** Quick to make. */
const few = ['--formats', 'html,json'];

/** Files of a folder by path with `/`. */
function filesOf(folder: string): ReadonlyMap<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  return new Map(paths.map((path) => [path.normalize().replaceAll('\\', '/'), readFileSync(join(folder, path))]));
}

describe('nianbao file', () => {
  it('makes a folder and says the hashes of its manifest', async () => {
    const folder = join(newFolder(), '2020年', '报送件');
    const { code, out, error } = await nianbao('file', example, '-o', folder, ...few);
    expect([code, error]).toEqual([0, '']);
    const files = filesOf(folder);
    const manifest = files.get('manifest.json') ?? Buffer.of();
    for (const path of files.keys()) expect(out).toContain(`  ${path}\n`);
    expect(out).toContain(`SHA-256  ${createHash('sha256').update(manifest).digest('hex')}\n`);
    expect(out).toContain(`SM3      ${sm3(manifest)}\n`);
    expect(readdirSync(join(folder, '..'))).toEqual(['报送件']);
  });

  it('makes a zip with the same files', async () => {
    const root = newFolder();
    await nianbao('file', example, '-o', join(root, 'a'), ...few);
    expect((await nianbao('file', example, '-o', join(root, 'a.zip'), ...few)).code).toBe(0);
    const zipped = safeUnzip(readFileSync(join(root, 'a.zip')), 'a.zip').value ?? new Map<string, Uint8Array>();
    const files = filesOf(join(root, 'a'));
    expect([...zipped.keys()].sort()).toEqual([...files.keys()].sort());
    for (const [path, bytes] of files) expect(bytes.equals(zipped.get(path) ?? Buffer.of()), path).toBe(true);
  });

  it('R-75: never overwrites a filing, and points to correct', async () => {
    const root = newFolder();
    for (const output of [join(root, 'a'), join(root, 'a.zip')]) {
      await nianbao('file', example, '-o', output, ...few);
      const before = statSync(output).mtimeMs;
      const { code, error } = await nianbao('file', example, '-o', output, ...few);
      expect(code).toBe(2);
      expect(error).toContain('已经存在，没有覆盖');
      expect(error).toContain('nianbao correct');
      expect(statSync(output).mtimeMs).toBe(before);
    }
  });

  it('takes an empty folder, not one with something in it nor a link', async () => {
    const root = newFolder();
    for (const name of ['empty', 'full', 'other']) mkdirSync(join(root, name));
    writeFileSync(join(root, 'full', 'x.txt'), 'x');
    symlinkSync(join(root, 'other'), join(root, 'link'));
    expect((await nianbao('file', example, '-o', join(root, 'empty'), ...few)).code).toBe(0);
    expect((await nianbao('file', example, '-o', join(root, 'full'), ...few)).code).toBe(2);
    expect((await nianbao('file', example, '-o', join(root, 'link'), ...few)).code).toBe(2);
    expect(readdirSync(join(root, 'full'))).toEqual(['x.txt']);
    expect(readdirSync(join(root, 'other'))).toEqual([]);
  });

  it('writes nothing with an unwaived error or a blank, exit code 1', async () => {
    const root = newFolder();
    const path = join(root, 'report.yaml');
    const text = readFileSync(example, 'utf8');
    for (const changed of [
      text.replace('行政复议: [6, 1, 2, 1, 10]', '行政复议: [6, 1, 2, 1, 11]'),
      text.replace('行政强制: {上一年项目数量: 6', '行政强制: {上一年项目数量: 空'),
    ]) {
      expect(changed).not.toBe(text);
      writeFileSync(path, changed);
      const { code, out } = await nianbao('file', path, '-o', join(root, 'out'), ...few);
      expect(code).toBe(1);
      expect(out).toContain('没有制作报送件');
      expect(readdirSync(root)).toEqual(['report.yaml']);
    }
  });

  it('tells wrong use: no file, several files, an unknown format, no font folder', async () => {
    const output = join(newFolder(), 'out');
    expect((await nianbao('file', 'nowhere.yaml', '-o', output)).error).toContain('读不到文件');
    const two = newFolder();
    for (const name of ['a.yaml', 'b.yaml']) writeFileSync(join(two, name), readFileSync(example));
    expect((await nianbao('file', two, '-o', output)).error).toContain('有几个年报数据文件');
    expect((await nianbao('file', newFolder(), '-o', output)).error).toContain('没有年报数据文件');
    const format = await nianbao('file', example, '-o', output, '--formats', 'odt');
    expect([format.code, format.error]).toEqual([2, expect.stringContaining('没有“odt”这种输出格式')]);
    const fonts = await nianbao('file', example, '-o', output, '--fonts', join(two, 'none'));
    expect([fonts.code, fonts.error]).toEqual([2, expect.stringContaining('没有字体文件夹')]);
    expect((await nianbao('file', example, '-o', output, '--formats', ',')).error).toContain('没有写公开文件的格式');
    expect(existsSync(output)).toBe(false);
    const within = await nianbao('file', example, '-o', join(two, 'a.yaml', 'out'), ...few);
    expect([within.code, within.error]).toEqual([2, expect.stringContaining('输出的地方是一个文件，不是文件夹')]);
    expect(readFileSync(join(two, 'a.yaml'))).toEqual(readFileSync(example));
  });

  it('takes addressee and index number, and leaves the data out with --no-embed', async () => {
    const folder = join(newFolder(), 'out');
    const words = ['--to', 'Recipient01', '--index-number', 'X/2021-1', '--no-embed'];
    expect((await nianbao('file', example, '-o', folder, ...few, ...words)).code).toBe(0);
    const files = filesOf(folder);
    expect(String(files.get('公开元数据.json'))).toContain('X/2021-1');
    const letter = readable('报送单.docx', files.get('报送单.docx') ?? Buffer.of());
    expect(letter.some((text) => text.includes('Recipient01'))).toBe(true);
    const page = [...files].find(([path]) => path.endsWith('.html'))?.[1];
    expect(String(page)).not.toContain('nianbao-data');
  });

  it(
    'R-73: makes every example the same to the byte, in a folder and elsewhere on another day',
    { timeout: 180_000 },
    async () => {
      expect(exampleNames.length).toBeGreaterThan(5);
      for (const name of exampleNames) {
        const root = newFolder();
        const path = join(home, 'examples', name, 'report.yaml');
        expect((await nianbao('file', path, '-o', join(root, 'a'))).code, name).toBe(0);
        vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-02-03T04:05:06Z') });
        vi.stubEnv('TZ', 'Pacific/Kiritimati');
        process.chdir(join(home, 'examples', name));
        try {
          expect((await nianbao('file', 'report.yaml', '-o', join(root, '副本 b'))).code, name).toBe(0);
        } finally {
          process.chdir(home);
          vi.useRealTimers();
          vi.unstubAllEnvs();
        }
        const second = filesOf(join(root, '副本 b'));
        for (const [file, bytes] of filesOf(join(root, 'a'))) {
          expect(bytes.equals(second.get(file) ?? Buffer.of()), `${name}: ${file}`).toBe(true);
        }
      }
    },
  );
});

describe('R-73: a zip is the same', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  const zip = async (): Promise<Buffer> => {
    const path = join(newFolder(), 'a.zip');
    expect((await nianbao('file', example, '-o', path, ...few)).code).toBe(0);
    return readFileSync(path);
  };

  it.each(['2031-02-03T04:05:06Z', '1999-12-31T00:00:00Z'])('at %s', async (time) => {
    const first = await zip();
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(time) });
    expect((await zip()).equals(first)).toBe(true);
  });

  it.each(['Pacific/Kiritimati', 'America/St_Johns'])('in the time zone %s', async (zone) => {
    const first = await zip();
    vi.stubEnv('TZ', zone);
    expect((await zip()).equals(first)).toBe(true);
  });

  it('whatever the locale and its order of letters', async () => {
    const first = await zip();
    vi.stubEnv('LANG', 'tr_TR.UTF-8');
    vi.stubEnv('LC_ALL', 'tr_TR.UTF-8');
    vi.spyOn(String.prototype, 'localeCompare').mockImplementation(() => 1);
    vi.spyOn(String.prototype, 'toLocaleLowerCase').mockImplementation(() => 'ı');
    vi.spyOn(Date.prototype, 'toLocaleDateString').mockImplementation(() => 'x');
    expect((await zip()).equals(first)).toBe(true);
  });
});

/** One for each place that is for the office alone. */
const secrets = {
  comment: 'SecretComment01',
  drafter: 'SecretDrafter02',
  signer: 'SecretSigner03',
  approver: 'SecretApprover04',
  folder: 'SecretFolder05',
  dataFile: 'SecretFile06',
  unusedReason: 'SecretUnused07',
  filler: 'SecretFiller08',
} as const;
const reason = 'ReasonOfWaiver';

describe('what is internal stays internal (design section 6)', () => {
  let files: ReadonlyMap<string, Buffer>;

  beforeAll(async () => {
    const folder = join(newFolder(), secrets.folder);
    mkdirSync(folder);
    const path = join(folder, `${secrets.dataFile}.yaml`);
    const text = readFileSync(example, 'utf8').replace('行政复议: [6, 1, 2, 1, 10]', '行政复议: [6, 1, 2, 1, 11]');
    writeFileSync(
      path,
      `# ${secrets.comment}
${text}
签署: {填报人: ${secrets.filler}}
豁免:
  - 代码: T4-T
    单元格: t4/review/total
    数值: {t4/review/total: 11, t4/review/upheld: 6, t4/review/corrected: 1, t4/review/other: 2, t4/review/pending: 1}
    理由: ${reason}
    审批人: ${secrets.approver}
  - {代码: T3-R, 单元格: t3/r1/total, 数值: {t3/r1/total: 1}, 理由: ${secrets.unusedReason}, 审批人: ${secrets.approver}}
办理:
  拟稿: ${secrets.drafter}
  签发: {姓名: ${secrets.signer}, 版本: [1, 2]}
`,
    );
    const { code, out } = await nianbao('file', path, '-o', join(folder, 'out'));
    if (code !== 0 || !out.includes('已豁免')) throw new Error(out);
    files = filesOf(join(folder, 'out'));
  });

  it('the data file alone holds it, and the manifest says that it is no published file', () => {
    const data = String(files.get('数据/数据文件.yaml'));
    for (const secret of [secrets.comment, secrets.drafter, secrets.signer, secrets.approver])
      expect(data).toContain(secret);
    const { files: listed } = JSON.parse(String(files.get('manifest.json'))) as {
      files: readonly { readonly path: string; readonly role: string }[];
    };
    expect(listed.find(({ path }) => path.startsWith('数据/'))?.role).toBe('data');
    const published = listed.filter(({ role }) => role === 'published').map(({ path }) => path);
    expect(published.every((path) => path.startsWith('公开文件/'))).toBe(true);
    expect(published.length).toBeGreaterThan(4);
  });

  it.each(Object.entries(secrets))('%s is in no other file', (_, secret) => {
    for (const [path, bytes] of files) {
      if (path.startsWith('数据/')) continue;
      const everything = readable(path, bytes);
      for (const spelling of spellings(secret)) {
        expect(
          everything.some((text) => text.includes(spelling)),
          `${path}: ${spelling}`,
        ).toBe(false);
      }
    }
  });

  it('the reason of a waiver is in the manifest and in no published file', () => {
    const holders = [...files.keys()].filter((path) =>
      readable(path, files.get(path) ?? Buffer.of()).some((text) => text.includes(reason)),
    );
    expect(holders.sort()).toEqual(['manifest.json', '数据/数据文件.yaml']);
  });
});

describe('writeFolderWhole', () => {
  it('leaves nothing when a file cannot be written', async () => {
    const root = newFolder();
    const files = [
      { path: 'a', bytes: Buffer.from('x') },
      { path: 'a/b', bytes: Buffer.from('y') },
    ];
    expect(await writeFolderWhole(join(root, 'out'), files)).toMatchObject({ reason: 'failed' });
    expect(readdirSync(root)).toEqual([]);
  });

  it('says why when the place is no folder', async () => {
    const root = newFolder();
    writeFileSync(join(root, 'file'), 'x');
    const failure = await writeFolderWhole(join(root, 'file', 'out'), [{ path: 'a', bytes: Buffer.from('x') }]);
    expect(failure?.reason).not.toBe(undefined);
    expect(readFileSync(join(root, 'file'), 'utf8')).toBe('x');
  });
});
