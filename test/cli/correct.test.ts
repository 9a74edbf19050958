import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { nianbao } from '../support/capture.js';
import { replacing } from '../support/correction-fixture.js';

const root = mkdtempSync(join(tmpdir(), 'nianbao-correct-cli-'));
const example = readFileSync('examples/huludao-2023/report.yaml', 'utf8');
const first = join(root, '第一版');

function dataFile(name: string, change: (text: string) => string): string {
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'report.yaml'), change(example));
  return join(folder, 'report.yaml');
}

/** Every file of a folder with its bytes and time. */
function contents(folder: string): readonly (readonly [string, string, number])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((path) => [path, statSync(join(folder, path))] as const)
    .filter(([, state]) => state.isFile())
    .map(([path, state]) => [path, readFileSync(join(folder, path)).toString('base64'), state.mtimeMs]);
}

const three = dataFile('三', replacing(['行政处罚: 0', '行政处罚: 3']));
const options = (filed: string, output: string): readonly string[] => [
  '--filed',
  filed,
  '--reason',
  '漏计。',
  '--formats',
  'html',
  '-o',
  output,
];

beforeAll(async () => {
  const made = await nianbao(
    'file',
    dataFile('零', (text) => text),
    '-o',
    first,
    '--formats',
    'html',
  );
  if (made.code !== 0) throw new Error(made.out + made.error);
});

describe('nianbao correct', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
  });

  it('R-75: writes the next version and leaves the one before as it was', async () => {
    const before = contents(first);
    const output = join(root, '第二版');
    const made = await nianbao('correct', three, ...options(first, output), '--date', '2024-03-01');
    expect(made.error).toBe('');
    expect(made.code).toBe(0);
    expect(made.out).toContain('第 2 版，与原报送件相比更正：统计表 1 格。');
    expect(made.out).toContain('表二“行政处罚”行“本年处理决定数量”列：0 → 3');
    expect(contents(first)).toEqual(before);
    expect(readdirSync(output)).toEqual(expect.arrayContaining(['manifest.json', '更正说明.docx', '更正说明.html']));
    const verified = await nianbao('verify', output);
    expect(verified.code, verified.out).toBe(0);
    const again = await nianbao('correct', three, ...options(first, output));
    expect(again.code).toBe(2);
    expect(again.error).toContain('已经存在，没有覆盖');
  });

  it('corrects a correction, from and to a zip', async () => {
    const second = join(root, '第二版.zip');
    expect((await nianbao('correct', three, ...options(first, second))).code).toBe(0);
    const before = readFileSync(second);
    const four = dataFile('四', replacing(['行政处罚: 0', '行政处罚: 4']));
    const third = join(root, '第三版.zip');
    const made = await nianbao('correct', four, ...options(second, third));
    expect(made.out).toContain('第 3 版');
    expect(made.out).toContain('：3 → 4');
    expect(readFileSync(second).equals(before)).toBe(true);
    expect((await nianbao('verify', third)).code).toBe(0);
  });

  it('R-73: writes the same bytes on another day, in another time zone and folder', async () => {
    const one = join(root, 'same-1.zip');
    const other = join(root, '另一个 文件夹', 'same-2.zip');
    await nianbao('correct', three, ...options(first, one));
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-02-03T04:05:06Z') });
    vi.stubEnv('TZ', 'Pacific/Kiritimati');
    const moved = join(root, '搬过', '第一版');
    cpSync(first, moved, { recursive: true });
    const there = dataFile(join('搬过', '数据'), replacing(['行政处罚: 0', '行政处罚: 3']));
    expect((await nianbao('correct', there, ...options(moved, other))).code).toBe(0);
    expect(readFileSync(other).equals(readFileSync(one))).toBe(true);
  });

  it('says that nothing changed, and writes nothing', async () => {
    const output = join(root, '没有');
    const made = await nianbao(
      'correct',
      dataFile('同', (text) => `# 说明\n${text}`),
      ...options(first, output),
    );
    expect(made.code).toBe(1);
    expect(made.out).toContain('没有要更正的');
    expect(made.out).not.toContain('不合格');
    expect(existsSync(output)).toBe(false);
  });

  it('refuses a damaged filing and tells what is wrong with it', async () => {
    const damaged = join(root, '坏的');
    cpSync(first, damaged, { recursive: true });
    writeFileSync(join(damaged, '报送单.docx'), 'x');
    const output = join(root, '坏的-2');
    const made = await nianbao('correct', three, ...options(damaged, output));
    expect(made.code).toBe(1);
    expect(made.out).toContain('不能在它的基础上更正');
    expect(made.out).toContain('“报送单.docx”与清单里的校验值不符');
    expect(existsSync(output)).toBe(false);
  });

  it('refuses to write into the earlier filing, and what it cannot read', async () => {
    for (const inside of [join(first, '第二版'), join(first, '更', '深.zip'), join(root, '三', '..', '第一版', 'x')]) {
      const made = await nianbao('correct', three, ...options(first, inside));
      expect(made.code, inside).toBe(2);
      expect(made.error).toContain('原报送件要保持原样');
      expect(existsSync(inside)).toBe(false);
    }
    expect((await nianbao('correct', three, ...options(join(root, '没有的'), join(root, 'x')))).code).toBe(2);
    const dated = await nianbao('correct', three, ...options(first, join(root, 'x')), '--date', '昨天');
    expect(dated.error).toContain('“昨天”不是日期');
    expect(dated.code).toBe(2);
  });
});
