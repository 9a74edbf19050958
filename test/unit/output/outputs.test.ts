import { describe, expect, it } from 'vitest';
import { bundleOf } from '../../../src/bundle/bundle.js';
import { builtInFonts, createFontSet } from '../../../src/index.js';
import { outputFormats, writeOutputs, type OutputFile } from '../../../src/output/outputs.js';
import { verifyOutput } from '../../../src/output/verify-output.js';
import type { OpenReport } from '../../../src/pipeline.js';
import { extractData, type CarrierKind } from '../../../src/readback/extract.js';
import { editDocx } from '../../support/docx-edit.js';
import { exampleNames, openExample } from '../../support/examples.js';

const fonts = createFontSet(builtInFonts()).value;
if (fonts === undefined) throw new Error('no fonts');
const env = { fonts, generator: 'nianbao test' };

async function outputs(open: OpenReport, formats: readonly string[], embed = true): Promise<readonly OutputFile[]> {
  const { value, diagnostics } = await writeOutputs(open, { formats, env, embed, verify: true });
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value;
}

describe('outputs', () => {
  it.each(exampleNames)(
    '%s: every format is written, read back without a difference, and gives its data back',
    async (name) => {
      const { open } = openExample(name);
      const files = await outputs(open, outputFormats);
      expect(files.map(({ format }) => format)).toEqual(outputFormats);
      const bundle = Buffer.from(bundleOf(open, env.generator));
      for (const { format, bytes, name: file } of files) {
        if (!['docx', 'pdf', 'html'].includes(format)) continue;
        const carried = await extractData(bytes, format as CarrierKind, file);
        expect(bundle.equals(Buffer.from(carried.value ?? [])), format).toBe(true);
      }
    },
  );

  it('carries nothing when asked to, and then says the same words', async () => {
    const { open } = openExample('city-2024');
    for (const { format, bytes, name } of await outputs(open, ['docx', 'pdf', 'html'], false)) {
      expect(await extractData(Buffer.from(bytes), format as CarrierKind, name)).toEqual({ diagnostics: [] });
    }
  });

  it('R-74: a changed digit in a written file is an error that names the cell and both figures', async () => {
    const { open } = openExample('city-2024');
    if (open.report === undefined) throw new Error('no report');
    const [docx] = await outputs(open, ['docx']);
    if (docx === undefined) throw new Error('no file');
    const changed = editDocx(docx.bytes, 'word/document.xml', (xml) => xml.replace('>7433<', '>7438<'));
    const found = await verifyOutput({ ...docx, bytes: changed }, open.report, open.pack);
    expect(found.map(({ code, message }) => `${code} ${message.zh}`)).toEqual([
      `output/differs “${docx.name}”的正文与数据不同：文件里是“新收政府信息公开申请7438件，”，数据是“新收政府信息公开申请7433件，”。`,
    ]);
    const cell = editDocx(docx.bytes, 'word/document.xml', (xml) => xml.replace(/>7433<(?![\s\S]*>7433<)/u, '>7438<'));
    const [difference, ...others] = await verifyOutput({ ...docx, bytes: cell }, open.report, open.pack);
    expect(others).toEqual([]);
    expect(difference?.cells).toEqual(['t3/r1/total']);
    expect(difference?.message.zh).toContain('表三“一、本年新收政府信息公开申请数量”行“总计”列是“7438”，数据是“7433”');
  });

  it('R-05: the JSON keeps number, blank, slash, dash and missing apart, with labels and units', async () => {
    const { open } = openExample('taierzhuang-2016');
    const [json] = await outputs(open, ['json']);
    const read = JSON.parse(new TextDecoder().decode(json?.bytes)) as {
      tables: { cells: { address: string; code?: string; kind: string; value?: string; unit?: string }[] }[];
    };
    const cells = read.tables.flatMap((table) => table.cells);
    expect(cells.find(({ code }) => code === '1100')).toMatchObject({ kind: 'number', value: '340', unit: '条' });
    expect(cells.find(({ code }) => code === '1230')).toMatchObject({ kind: 'blank' });
    expect(cells.filter(({ kind }) => kind === 'number').length).toBe(11);
  });
});
