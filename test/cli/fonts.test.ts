import { copyFileSync, mkdtempSync, readFileSync, readdirSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nianbao } from '../support/capture.js';

const example = 'examples/huludao-2023/report.yaml';
const folder = (): string => mkdtempSync(join(tmpdir(), 'nianbao-fonts-'));

/** A folder with one official font name: another open font under the file name of 仿宋. */
function ownFonts(): string {
  const at = folder();
  copyFileSync('fonts/songti.ttf', join(at, 'simfang.ttf'));
  return at;
}

/** Lines of `fonts` for one role. */
async function faceOf(role: string, choice: string): Promise<string> {
  const { out } = await nianbao('fonts', '--fonts', choice);
  return new RegExp(`${role}\\n {2}PDF：(.*)`).exec(out)?.[1] ?? '';
}

describe('R-54: fonts of the user', () => {
  it('take the place of the built-in face of their role only', async () => {
    const own = ownFonts();
    expect(await faceOf('仿宋体', 'built-in')).toContain('内置');
    expect(await faceOf('仿宋体', own)).toContain('用户提供');
    expect(await faceOf('楷体', own)).toContain('内置');
  });

  it('are what the PDF is set in, and what is missing is still named', async () => {
    const [plain, changed] = [folder(), folder()];
    await nianbao('build', example, '-o', plain, '--formats', 'pdf');
    const result = await nianbao('build', example, '-o', changed, '--formats', 'pdf', '--fonts', ownFonts());
    expect(result.code).toBe(0);
    expect(result.out).toContain('小标宋体用 Noto Serif SC Bold');
    expect(result.out).not.toContain('仿宋体用');
    const [name = ''] = readdirSync(plain);
    expect(readFileSync(join(changed, name)).equals(readFileSync(join(plain, name)))).toBe(false);
  });

  it('refuse a build with --strict-fonts when one is missing, and write nothing', async () => {
    const out = join(folder(), 'out');
    const result = await nianbao('build', example, '-o', out, '--fonts', ownFonts(), '--strict-fonts');
    expect(result.code).toBe(1);
    expect(result.error).toContain('小标宋体、楷体');
    expect(result.error).not.toContain('仿宋体');
    expect(existsSync(out)).toBe(false);
  });

  it('must be in a folder that is there', async () => {
    expect((await nianbao('build', example, '-o', folder(), '--fonts', '/no/such/folder')).code).toBe(2);
  });
});
