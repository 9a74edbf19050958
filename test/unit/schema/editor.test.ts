import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newDataFile } from '../../../src/init/data-file.js';
import { schemaFileName, schemaLine, schemaText } from '../../../src/schema/schema.js';
import { exampleNames, openExample } from '../../support/examples.js';
import { LanguageServer } from '../../support/language-server.js';
import { templatePack } from '../../support/template-pack.js';

let server: LanguageServer;
beforeAll(async () => {
  server = await LanguageServer.start();
});
afterAll(() => {
  server.stop();
});

/** Puts a data file beside its schema, as `init` does, and gives its path. */
function place(id: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-editor-'));
  writeFileSync(join(folder, schemaFileName), schemaText(templatePack(id)));
  writeFileSync(join(folder, 'report.yaml'), text);
  return join(folder, 'report.yaml');
}

async function opened(id: string, text: string): Promise<{ path: string; marks: readonly string[] }> {
  const path = place(id, text);
  const marks = await server.open(path, text);
  return { path, marks: marks.map(({ message, range }) => `${range.start.line + 1}: ${message}`) };
}

const fresh = (id: string): string => newDataFile(templatePack(id), 2021, { firstLine: schemaLine() });

describe('a YAML editor with the schema', () => {
  it.each([
    'cn-2014',
    'cn-2014-shanghai',
    'cn-2014-zhejiang',
    'cn-2014-hunan',
    'cn-2014-shandong',
    'cn-2019',
    'cn-2021',
  ])('marks nothing in a new data file of %s', async (id) => {
    expect((await opened(id, fresh(id))).marks).toEqual([]);
  });

  it.each(exampleNames)('marks nothing in the example %s', async (name) => {
    const text = readFileSync(join('examples', name, 'report.yaml'), 'utf8');
    expect((await opened(openExample(name).open.pack.id, `${schemaLine()}\n${text}`)).marks).toEqual([]);
  });

  it('marks a misspelt row and a word for a year, and offers what is right', async () => {
    const text = fresh('cn-2021').replace('（一）予以公开:', '（一）予以公升:').replace('年度: 2021', '年度: 去年');
    const { marks } = await opened('cn-2021', text);
    const lineOf = (word: string): number => text.split('\n').findIndex((line) => line.includes(word)) + 1;
    expect(marks).toEqual([
      `${lineOf('年度: 去年')}: 写四位半角数字，如 2025。`,
      `${lineOf('予以公升')}: Property （一）予以公升 is not allowed.`,
    ]);
  });

  it('shows unit, filling, clause and rules of a row, in Chinese', async () => {
    const text = fresh('cn-2021');
    const { path } = await opened('cn-2021', text);
    const line = text.split('\n').findIndex((found) => found.includes('（一）予以公开'));
    const hover = await server.hover(path, line, 6);
    expect(hover).toContain('表三 收到和处理政府信息公开申请情况 › 三、本年度办理结果 › （一）予以公开');
    expect(hover).toContain('单位：件');
    expect(hover).toContain('依次为 自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他');
    expect(hover).toContain('依据：条例第三十六条第一项、第二项');
    expect(hover).toContain('核对：');
    expect(hover).toContain('T3-C');
  });

  it('shows the column of a figure in a list', async () => {
    const text = fresh('cn-2021');
    const { path } = await opened('cn-2021', text);
    const line = text.split('\n').findIndex((found) => found.includes('（一）予以公开'));
    const second = (text.split('\n')[line] ?? '').indexOf(', ') + 2;
    expect(await server.hover(path, line, second)).toContain('商业企业列');
  });

  it('offers the rows of a table by their labels, with places for the figures', async () => {
    const head = fresh('cn-2021').split('  表三:')[0] ?? '';
    const text = `${head}  表三:\n    \n`;
    const { path } = await opened('cn-2021', text);
    const offered = await server.complete(path, text.split('\n').length - 2, 4);
    const labels = offered.map(({ label }) => label);
    expect(labels).toContain('一、本年新收政府信息公开申请数量');
    expect(labels).toContain('四、结转下年度继续办理');
    expect(labels).not.toContain('r1');
    expect(JSON.stringify(offered)).toContain('[${1:空}, ${2:空}');
  });

  it('offers the kinds of agency', async () => {
    const text = `${schemaLine()}\nnianbao: 1\n年度: 2024\n单位:\n  名称: 甲\n  类型: \n`;
    const { path } = await opened('cn-2021', text);
    const labels = (await server.complete(path, 5, 6)).map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['政府', '部门', '乡镇街道', '派出机构', '授权组织', '垂管']));
  });
});
