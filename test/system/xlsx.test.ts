import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tablesWorkbook } from '../../src/output/tables-workbook.js';
import { verifyOutput } from '../../src/output/verify-output.js';
import type { OpenReport } from '../../src/pipeline.js';
import { writeXlsx } from '../../src/sheet/write-xlsx.js';
import { exampleNames, expectedTables, openExample, withoutSpace } from '../support/examples.js';
import { needsCalc, run } from './tools.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-tables-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function office(input: string, format: string, output: string): void {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  run('soffice', profile, '--headless', '--convert-to', format, '--outdir', output, input);
}

async function workbookOf(open: OpenReport): Promise<Uint8Array> {
  if (open.report === undefined) throw new Error('no report');
  return writeXlsx(tablesWorkbook(open.report, open.pack));
}

/** Comma, quotes, UTF-8, from the first line, cells as shown, every sheet to a file of its own. */
const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

/** Texts of the cells that say something, row by row. */
function textsIn(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n|$)/gu)) {
    const text = withoutSpace((quoted ?? plain ?? '').replaceAll('""', '"'));
    if (text !== '') rows.at(-1)?.push(text);
    if (end === '\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

describe.skipIf(needsCalc())('the tables as a workbook, in LibreOffice', () => {
  it.each(exampleNames)('%s: shows every figure of the published tables', { timeout: 120_000 }, async (name) => {
    const { open } = openExample(name);
    const input = join(folder, `${name}.xlsx`);
    writeFileSync(input, await workbookOf(open));
    const output = join(folder, name);
    office(input, CSV, output);
    const tables = expectedTables(name).filter((table) => !table.name.startsWith('n'));
    const shown = readdirSync(output).map((file) => textsIn(readFileSync(join(output, file), 'utf8')));
    expect(shown).toHaveLength(tables.length);
    for (const { name: table, cells } of tables) {
      const wanted = cells.map((row) => row.map((cell) => withoutSpace(cell ?? '')).filter((text) => text !== ''));
      const start = wanted[0] ?? [];
      const found = shown.find((rows) => rows.some((row) => row.join('|') === start.join('|'))) ?? [];
      const from = found.findIndex((row) => row.join('|') === start.join('|'));
      expect(found.slice(from, from + wanted.length), `${name} ${table}`).toEqual(wanted);
    }
  });

  it('saved again by LibreOffice, it still says what the data say', { timeout: 120_000 }, async () => {
    for (const name of ['city-2024', 'office-2020', 'taierzhuang-2016']) {
      const { open } = openExample(name);
      if (open.report === undefined) throw new Error('no report');
      const input = join(folder, `${name}.xlsx`);
      writeFileSync(input, await workbookOf(open));
      office(input, 'xlsx', join(folder, 'saved'));
      const bytes = readFileSync(join(folder, 'saved', `${name}.xlsx`));
      const found = await verifyOutput({ format: 'xlsx', name: 'a.xlsx', bytes }, open.report, open.pack);
      expect(
        found.map(({ message }) => message.zh),
        name,
      ).toEqual([]);
    }
  });
});
