import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { nianbao } from '../support/capture.js';

const root = mkdtempSync(join(tmpdir(), 'nianbao-seal-cli-'));
const folder = join(root, '报送件');
const zip = join(root, '报送件.zip');
const signature = join(root, 'manifest.json.p7s');

beforeAll(async () => {
  writeFileSync(signature, 'a signature');
  for (const output of [folder, zip]) {
    const made = await nianbao('file', 'examples/huludao-2023/report.yaml', '-o', output, '--formats', 'pdf,html');
    if (made.code !== 0) throw new Error(made.out + made.error);
  }
});

describe('nianbao seal', () => {
  it('writes a request, once', async () => {
    const request = join(root, '请求.json');
    const made = await nianbao('seal', 'prepare', folder, '-o', request);
    expect(made.code).toBe(0);
    const written = JSON.parse(readFileSync(request, 'utf8')) as { manifest: { sm3: string }; documents: unknown[] };
    expect(made.out).toContain(written.manifest.sm3);
    expect(written.documents).toHaveLength(1);
    expect((await nianbao('seal', 'prepare', zip, '-o', request)).code).toBe(2);
    expect((await nianbao('seal', 'prepare', join(root, '没有'), '-o', join(root, 'x'))).code).toBe(2);
  });

  it('takes a signed PDF into the folder, changes nothing else, and verify knows it', async () => {
    const published = join(folder, '公开文件');
    const name = readdirSync(published).find((file) => file.endsWith('.pdf')) ?? '';
    const signed = join(root, '已签.pdf');
    const update = '\n9 0 obj\n<< /Type /Sig /ByteRange [0 1 2 3] /Contents <30> >>\nendobj\n%%EOF\n';
    writeFileSync(signed, Buffer.concat([readFileSync(join(published, name)), Buffer.from(update)]));
    const manifest = readFileSync(join(folder, 'manifest.json'));
    const made = await nianbao('seal', 'accept', folder, signed);
    expect(made.error).toBe('');
    expect(made.out).toContain('已收下：签章/已签.pdf');
    expect(made.out).toContain('没有检查');
    expect(readdirSync(join(folder, '签章')).sort()).toEqual(['signatures.json', '已签.pdf'].sort());
    expect(readFileSync(join(folder, 'manifest.json')).equals(manifest)).toBe(true);
    const verified = await nianbao('verify', folder);
    expect(verified.code, verified.out).toBe(0);
    expect(verified.out).toContain('签章/已签.pdf');
    const again = await nianbao('seal', 'accept', folder, signed);
    expect(again.code).toBe(1);
    expect(again.error).toContain('已经收过了');
  });

  it('takes a detached signature into a new zip', async () => {
    const before = readFileSync(zip);
    const sealed = join(root, '已签.zip');
    expect((await nianbao('seal', 'accept', zip, signature)).error).toContain('请用 -o 写明');
    expect((await nianbao('seal', 'accept', folder, signature, '-o', sealed)).code).toBe(2);
    const made = await nianbao('seal', 'accept', zip, signature, '-o', sealed);
    expect(made.error).toBe('');
    expect(made.out).toContain('作为对“manifest.json”的签名收下');
    expect(readFileSync(zip).equals(before)).toBe(true);
    expect((await nianbao('verify', sealed)).code).toBe(0);
  });

  it('refuses what it cannot place, and writes nothing', async () => {
    const stray = join(root, '别的.sig');
    writeFileSync(stray, 'x');
    const made = await nianbao('seal', 'accept', zip, stray, '-o', join(root, 'y.zip'));
    expect(made.code).toBe(1);
    expect(made.error).toContain('看不出“别的.sig”签的是报送件里的哪个文件');
    expect(existsSync(join(root, 'y.zip'))).toBe(false);
    expect((await nianbao('seal', 'accept', zip, join(root, '没有.sig'), '-o', join(root, 'y.zip'))).code).toBe(2);
  });
});
