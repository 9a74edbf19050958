import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { schemaText } from '../../src/schema/schema.js';
import { nianbao } from '../support/capture.js';
import { templatePack } from '../support/template-pack.js';

const folder = (): string => mkdtempSync(join(tmpdir(), 'nianbao-schema-'));

describe('schema', () => {
  it('prints the schema of a pack, or writes it to a file', async () => {
    const printed = await nianbao('schema', 'cn-2021');
    expect(printed).toMatchObject({ code: 0, error: '', out: schemaText(templatePack('cn-2021')) });
    const path = join(folder(), 'deep', 'schema.json');
    expect(await nianbao('schema', 'cn-2021', '-o', path)).toMatchObject({ code: 0, out: `已写好：${path}\n` });
    expect(readFileSync(path, 'utf8')).toBe(printed.out);
  });

  it('says so where there is no such pack, or none with data files', async () => {
    expect(await nianbao('schema', 'cn-1999')).toMatchObject({ code: 2, out: '' });
    const base = await nianbao('schema', 'cn-base');
    expect(base).toMatchObject({ code: 2, out: '' });
    expect(base.error).toContain('没有自己的数据文件');
  });

  it('is put beside a new data file, which names it on its first line', async () => {
    const at = folder();
    expect((await nianbao('init', at, '--pack', 'cn-2019', '--year', '2020')).code).toBe(0);
    expect(readdirSync(at)).toEqual(['report.schema.json', 'report.yaml']);
    expect(readFileSync(join(at, 'report.yaml'), 'utf8')).toMatch(
      /^# yaml-language-server: \$schema=report\.schema\.json\n/u,
    );
    // A folder given to check holds one report: the schema is none.
    expect((await nianbao('check', at)).out).not.toContain('report.schema.json');
  });

  it('never overwrites a file of that name, and then writes no data file either', async () => {
    const at = folder();
    writeFileSync(join(at, 'report.schema.json'), '{}');
    const refused = await nianbao('init', at);
    expect(refused.code).toBe(2);
    expect(refused.error).toContain('report.schema.json”已经存在');
    expect(readdirSync(at)).toEqual(['report.schema.json']);
  });
});
