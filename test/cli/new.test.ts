import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nianbao } from '../support/capture.js';

function workplace(name = 'report.yaml', bytes: Uint8Array | string = readFileSync('examples/city-2024/report.yaml')) {
  const root = mkdtempSync(join(tmpdir(), 'nianbao-new-'));
  mkdirSync(join(root, '2024'));
  const last = join(root, '2024', name);
  writeFileSync(last, bytes);
  return { root, last, next: join(root, '2025', 'report.yaml') };
}

describe('nianbao new', () => {
  it('writes this year’s file beside last year’s folder and says what is to be done', async () => {
    const { last, next } = workplace();
    const { code, out } = await nianbao('new', next, '--from', last);
    expect(code).toBe(0);
    expect(out).toContain(`已新建 2025 年的数据文件：${next}`);
    expect(out).toContain('已按上年报告填好 6 格');
    expect(out).toContain('句写着往年的年份');
    const text = readFileSync(next, 'utf8');
    expect(text).toContain('年度: 2025\n');
    expect(text).toContain('上年数据: ../2024/report.yaml\n');
    expect(text).toContain('  名称: 云河市人民政府\n');
  });

  it('what `check` finds in it is only what a clerk has to fill', async () => {
    const { last, next } = workplace();
    await nianbao('new', next, '--from', last);
    const { out } = await nianbao('check', next);
    const codes = [...out.matchAll(/^错误 (\S+)/gmu)].map(([, code]) => code);
    expect(new Set(codes)).toEqual(new Set(['D-Y2', 'report/draft-section', 'template/no-figure']));
    // What only waits for blanks is told with the blanks.
    expect(out).not.toMatch(/^提示 T\d-/mu);
  });

  it('takes folders on both sides, and never overwrites', async () => {
    const { root, next } = workplace();
    const folder = join(root, '2025');
    expect((await nianbao('new', folder, '--from', join(root, '2024'))).code).toBe(0);
    expect(existsSync(next)).toBe(true);
    const before = readFileSync(next, 'utf8');
    const again = await nianbao('new', folder, '--from', join(root, '2024'));
    expect([again.code, readFileSync(next, 'utf8')]).toEqual([2, before]);
    expect(again.error).toContain('已经存在，没有改动');
  });

  it('reads a file in GBK', async () => {
    // 年度: 2024
    const gbk = Uint8Array.from([0xc4, 0xea, 0xb6, 0xc8, 0x3a, 0x20, 0x32, 0x30, 0x32, 0x34]);
    const body = '\nnianbao: 1\npack: cn-2021\nagency: ';
    const name = Uint8Array.from([0xc7, 0xe0, 0xc9, 0xbd, 0xcf, 0xd8]);
    const tables = '\ntables:\n  t2: {licence: 3}\n  t3: {r4: [1, 0, 0, 0, 0, 0]}\n  t4: {review: [0, 0, 0, 0]}\n';
    const { last, next } = workplace('report.yaml', Buffer.concat([gbk, Buffer.from(body), name, Buffer.from(tables)]));
    const { code } = await nianbao('new', next, '--from', last);
    expect(code).toBe(0);
    const written = readFileSync(next, 'utf8');
    expect(written).toContain('  名称: 青山县\n');
    expect(written).toContain('上年结转政府信息公开申请数量: [1, 0, 0, 0, 0, 0]');
  });

  it('brings the form up to date, or takes the one asked for', async () => {
    const { root, last } = workplace('report.yaml', readFileSync('examples/office-2020/report.yaml'));
    const up = join(root, 'a.yaml');
    const { out } = await nianbao('new', up, '--from', last);
    expect(out).toContain('换成“政府信息公开工作年度报告（2021年格式）”');
    expect(readFileSync(up, 'utf8')).toContain('模板: cn-2021\n年度: 2021\n');
    // The file stands beside last year's folder, which is below it.
    expect(readFileSync(up, 'utf8')).toContain('上年数据: 2024/report.yaml\n');
    const same = join(root, 'b', 'report.yaml');
    await nianbao('new', same, '--from', last, '--pack', 'cn-2019');
    expect(readFileSync(same, 'utf8')).toContain('模板: cn-2019\n');
  });

  it.each([
    ['a file that is not there', ['--from', 'no-such.yaml'], '读不到文件'],
    ['a year that is none', ['--from', '@', '--year', '24'], '不是年度'],
    ['a pack that is not there', ['--from', '@', '--pack', 'cn-1999'], '找不到模板'],
    ['common ground as pack', ['--from', '@', '--pack', 'cn-base'], '公共部分'],
    ['files of two years', ['--from', '@', 'examples/huludao-2023/report.yaml'], '上年文件应是同一年的'],
    ['a year without a form', ['--from', '@', '--year', '2010'], '没有适用于 2010 年的'],
    ['a broken file', ['--from', 'package.json'], 'nianbao'],
  ])('refuses %s', async (_, words, message) => {
    const { last, next } = workplace();
    const { code, error } = await nianbao('new', next, ...words.map((word) => (word === '@' ? last : word)));
    expect([code, existsSync(next)]).toEqual([2, false]);
    expect(error).toContain(message);
  });

  it('refuses a target that is no YAML file, and a folder without reports', async () => {
    const { root, last } = workplace();
    expect((await nianbao('new', join(root, 'x.docx'), '--from', last)).error).toContain('应是 .yaml 文件或者文件夹');
    mkdirSync(join(root, 'empty'));
    const none = await nianbao('new', join(root, '2025'), '--from', join(root, 'empty'));
    expect([none.code, none.error]).toEqual([2, `文件夹“${join(root, 'empty')}”里没有年报的数据文件。\n`]);
    for (const name of ['a.yaml', 'b.yaml']) writeFileSync(join(root, 'empty', name), readFileSync(last));
    const two = await nianbao('new', join(root, '2025'), '--from', join(root, 'empty'));
    expect([two.code, two.error]).toEqual([2, `文件夹“${join(root, 'empty')}”里有 2 个数据文件，请连文件名一起写。\n`]);
  });
});
