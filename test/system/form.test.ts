import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellSpecs } from '../../src/pack/cells.js';
import { readXlsx } from '../../src/sheet/read-xlsx.js';
import { writeXlsx } from '../../src/sheet/write-xlsx.js';
import { exampleNames, openExample } from '../support/examples.js';
import { editPart, figureTexts, filledForm, formOf, openForm } from '../support/forms.js';
import { needsCalc, run } from './tools.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-lo-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Opens a workbook in LibreOffice and saves it as an Excel file. */
function savedByOffice(bytes: Uint8Array): Uint8Array {
  const [input, output] = [join(folder, 'form.xlsx'), join(folder, 'saved')];
  writeFileSync(input, bytes);
  run(
    'soffice',
    `-env:UserInstallation=file://${folder}/profile`,
    '--headless',
    '--convert-to',
    'xlsx',
    '--outdir',
    output,
    input,
  );
  return readFileSync(join(output, 'form.xlsx'));
}

describe.skipIf(needsCalc())('a form in LibreOffice', () => {
  it.each(exampleNames)('%s: opens, is saved, and says the same', { timeout: 120_000 }, async (name) => {
    const { open } = openExample(name);
    const saved = openForm(savedByOffice(await writeXlsx(formOf(open))));
    expect(saved.diagnostics.filter(({ code }) => code.startsWith('form/'))).toEqual([]);
    expect(saved.value && figureTexts(saved.value)).toEqual(figureTexts(open));
  });

  it('computes the totals that we compute, and none with a part lacking (R-06)', { timeout: 120_000 }, async () => {
    const { open } = openExample('huludao-2023');
    const addresses = [...cellSpecs(open.pack).byAddress.values()].filter(({ computedBy }) => computedBy === undefined);
    const values = Object.fromEntries(addresses.map(({ address }, index) => [address, String((index * 37) % 101)]));
    // Without what they came to before, the formulas are computed anew.
    const form = [3, 4].reduce(
      (bytes, sheet) =>
        editPart(bytes, `xl/worksheets/sheet${sheet}.xml`, (xml) => xml.replace(/<\/f><v>[^<]*<\/v>/gu, '</f>')),
      await filledForm(open, { ...values, 't3/r2/natural': '' }),
    );
    const saved = savedByOffice(form);
    const figures = openForm(saved).value;
    const cells = readXlsx(saved, 'form.xlsx').value?.sheets.flatMap((sheet) =>
      [...sheet.rows].flatMap(([, row]) => [...row.values()].filter((cell) => cell.kind === 'formula')),
    );
    const computed = [...cellSpecs(open.pack).byAddress.values()].filter(({ computedBy }) => computedBy !== undefined);
    const ours = computed.map(({ address }) => (figures && figureTexts(figures)[address]) ?? '');
    const theirs = (cells ?? []).map(({ result }) => (result.kind === 'number' ? result.text : ''));
    expect(theirs).toHaveLength(computed.length);
    expect([...theirs].sort()).toEqual([...ours].sort());
    expect(ours.filter((figure) => figure === '')).toHaveLength(1);
  });

  it('text that looks like a formula stays text', { timeout: 120_000 }, async () => {
    const { open } = openExample('huludao-2023');
    const saved = openForm(savedByOffice(await filledForm(open, { 't2/licence/decisions': '=1+1' })));
    const problem = saved.diagnostics.find(({ code }) => code.startsWith('data/'));
    expect(problem?.message.zh).toContain('“=1+1”');
  });
});
