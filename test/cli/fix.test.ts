import { chmodSync, mkdtempSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeText } from '../../src/edit/encode.js';
import { nianbao } from '../support/capture.js';

const valid = readFileSync('examples/huludao-2023/report.yaml', 'utf8');
const broken = valid.replace('年度: 2023\n', '年度：２０２３\n');

function file(content: string | Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), 'nianbao-fix-')), 'report.yaml');
  writeFileSync(path, content);
  return path;
}

describe('nianbao fix', () => {
  it('shows the diff and writes nothing', async () => {
    const path = file(broken);
    const { code, out } = await nianbao('fix', path);
    expect(code).toBe(1);
    expect(out).toContain('有把握的改动 1 行（还没有写入文件；确认后加 --write 写入）');
    expect(out).toContain('第 4 行：“年度”后面用了中文冒号“：”');
    expect(out).toContain(
      `--- ${path}（现在）\n+++ ${path}（改后）\n@@ -3,3 +3,3 @@ 第 3 行起\n 模板: cn-2021\n-年度：２０２３\n+年度: 2023\n`,
    );
    expect(readFileSync(path, 'utf8')).toBe(broken);
  });

  it('R-01: --write puts the file right, in its encoding and with its rights, and leaves no other file', async () => {
    for (const encoding of ['utf-8', 'utf-8-bom', 'gbk'] as const) {
      const bytes = (text: string): Uint8Array =>
        encodeText(text.replaceAll('\n', '\r\n'), encoding, 'x').value ?? new Uint8Array();
      const path = file(bytes(broken));
      chmodSync(path, 0o600);
      const { code, out } = await nianbao('fix', '--write', path);
      expect(code, out).toBe(0);
      expect(out).toContain('已改好 1 行');
      expect(readFileSync(path).equals(bytes(valid))).toBe(true);
      expect(statSync(path).mode & 0o777).toBe(0o600);
      expect(readdirSync(join(path, '..'))).toEqual(['report.yaml']);
      expect((await nianbao('fix', '--write', path)).out).toBe('没有需要修的地方。\n');
    }
  });

  it('lists what is to be decided with its place, and never changes it', async () => {
    const path = file(broken.replace('行政许可: 0', '行政许可: 012'));
    const { code, out } = await nianbao('fix', '--write', path);
    expect(code).toBe(1);
    expect(out).toContain('还有 1 处要由您决定，程序不替您改：');
    expect(out).toMatch(/错误 data\/number-leading-zero {2}\S+report\.yaml:\d+:11\n/u);
    expect(out).toContain('用 nianbao check 核对数字');
    expect(readFileSync(path, 'utf8')).toBe(valid.replace('行政许可: 0', '行政许可: 012'));
  });

  it('takes several files, goes on after one that cannot be read, and says so in the exit code', async () => {
    const good = file(valid);
    const { code, out, error } = await nianbao(
      'fix',
      join(good, 'none.yaml'),
      good,
      file(Uint8Array.of(0x81, 0xff, 0)),
    );
    expect(code).toBe(2);
    expect(out).toContain(`== ${good}\n没有需要修的地方。\n`);
    expect(error).toContain('读不到文件');
    expect(error).toContain('load/encoding');
  });

  it('refuses what its encoding cannot hold (edit/not-in-gbk) and what is a link, and leaves both alone', async () => {
    const path = file(broken);
    const link = join(path, '..', 'link.yaml');
    symlinkSync(path, link);
    const { code, error } = await nianbao('fix', '--write', link);
    expect(code).toBe(2);
    expect(error).toContain('是一个链接，没有改动');
    expect(readFileSync(path, 'utf8')).toBe(broken);
  });

  it('speaks English on request', async () => {
    const { out } = await nianbao('fix', '--lang', 'en', file(broken));
    expect(out).toContain('1 line(s) can be put right');
    expect(out).toContain('(as it is)');
    expect((await nianbao('fix', '--lang', 'en', file(valid))).out).toBe('Nothing to put right.\n');
  });
});
