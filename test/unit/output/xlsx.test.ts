import { describe, expect, it } from 'vitest';
import { safeUnzip } from '../../../src/archive/zip-read.js';
import { tablesWorkbook } from '../../../src/output/tables-workbook.js';
import { verifyOutput } from '../../../src/output/verify-output.js';
import type { OpenReport } from '../../../src/pipeline.js';
import { cellAt } from '../../../src/sheet/read-model.js';
import { writeXlsx } from '../../../src/sheet/write-xlsx.js';
import { openExample } from '../../support/examples.js';
import { editPart, openText } from '../../support/forms.js';
import { sheetsOf } from '../../support/read-sheets.js';

async function workbookOf(open: OpenReport): Promise<Uint8Array> {
  if (open.report === undefined) throw new Error('no report');
  return writeXlsx(tablesWorkbook(open.report, open.pack));
}

async function differences(open: OpenReport, bytes: Uint8Array): Promise<readonly string[]> {
  if (open.report === undefined) throw new Error('no report');
  const found = await verifyOutput({ format: 'xlsx', name: '报告.xlsx', bytes }, open.report, open.pack);
  return found.map(({ code, message }) => `${code} ${message.zh}`);
}

const partOf = (bytes: Uint8Array, path: string): string =>
  new TextDecoder().decode(safeUnzip(bytes, 'a').value?.get(path));

const shared = 'xl/sharedStrings.xml';

/** A report of a city whose rules row is as given. */
function withRules(cells: string, agency = '某市人民政府'): OpenReport {
  return openText(
    `nianbao: 1\n模板: cn-2021\n年度: 2024\n单位: {名称: ${agency}}\n表格:\n  表二:\n    规章: ${cells}\n`,
  );
}

describe('tables as a workbook', () => {
  it('has one sheet a table, values only, with the properties of the report', async () => {
    const { open } = openExample('city-2024');
    const bytes = await workbookOf(open);
    expect(sheetsOf(bytes).map(({ name, hidden }) => `${name} ${hidden}`)).toEqual([
      '表二 false',
      '表三 false',
      '表四 false',
    ]);
    const core = partOf(bytes, 'docProps/core.xml');
    expect(core).toContain(`<dc:title>${open.report?.meta.title ?? ''}</dc:title>`);
    expect(core).toContain(`<dc:creator>${open.report?.meta.agency ?? ''}</dc:creator>`);
    expect(core).toContain(`${open.report?.meta.date ?? ''}T00:00:00Z`);
    const sheet = partOf(bytes, 'xl/worksheets/sheet2.xml');
    expect(sheet).not.toContain('<f>');
    expect(sheet).not.toContain('sheetProtection');
    expect(sheet).toContain('paperSize="9"');
    expect(partOf(bytes, 'xl/workbook.xml')).toContain('_xlnm.Print_Titles');
    expect(safeUnzip(bytes, 'a').value?.has('xl/vbaProject.bin')).toBe(false);
  });

  it('prints a remark, "/", "—" and a blank exactly as the report does (R-05)', async () => {
    const { open } = openExample('city-2024');
    const [first] = sheetsOf(await workbookOf(open));
    const texts = [...(first?.rows.values() ?? [])].flatMap((row) => [...row.values()]);
    expect(texts).toContainEqual({ kind: 'text', text: '106（其中修订16件）' });
    expect(texts).toContainEqual({ kind: 'number', text: '96171.6', format: '0.0' });
    const marks = withRules('[/, —, ~]');
    const bytes = await workbookOf(marks);
    const [sheet] = sheetsOf(bytes);
    const row = [...(sheet?.rows ?? [])].find(([, cells]) => cells.get(0)?.kind === 'text' && textAt(cells) === '规章');
    expect(row && [1, 2, 3].map((column) => sheet && cellAt(sheet, row[0], column))).toEqual([
      { kind: 'text', text: '/' },
      { kind: 'text', text: '—' },
      { kind: 'blank' },
    ]);
    expect(await differences(marks, bytes)).toEqual([]);
  });

  it('keeps a number of more than 15 digits as text, and says so; zeros at the end of a figure stay', async () => {
    const open = withRules('[1234567890123456, 27.60, 3]');
    const bytes = await workbookOf(open);
    const cells = [...(sheetsOf(bytes)[0]?.rows.values() ?? [])].flatMap((row) => [...row.values()]);
    expect(cells).toContainEqual({ kind: 'text', text: '1234567890123456' });
    expect(cells).toContainEqual({ kind: 'number', text: '27.6', format: '0.00' });
    expect([...(safeUnzip(bytes, 'a').value ?? [])].some(([path]) => path.includes('comments'))).toBe(true);
    expect(await differences(open, bytes)).toEqual([]);
  });

  it.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', "=cmd|' /C calc'!A0"])(
    'a remark or a label %s stays text, also when the cell is edited',
    async (text) => {
      const open = withRules(`[1, 2, {值: ~, 备注: ${JSON.stringify(text)}}]`);
      const changed: OpenReport = {
        ...open,
        ...(open.report === undefined
          ? {}
          : {
              report: {
                ...open.report,
                children: open.report.children.map((block) =>
                  block.type === 'table'
                    ? {
                        ...block,
                        body: block.body.map((row) => ({
                          ...row,
                          cells: row.cells.map((cell) =>
                            cell.kind === 'rowHead'
                              ? { ...cell, children: [{ type: 'text' as const, value: text }] }
                              : cell,
                          ),
                        })),
                      }
                    : block,
                ),
              },
            }),
      };
      const bytes = await workbookOf(changed);
      expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
      const [code] = codesOfColumnA(bytes).slice(-1);
      expect(code, 'the format of text: the cell is not read anew as a formula').toBe('@');
      expect(await differences(changed, bytes)).toEqual([]);
    },
  );

  it('says on every sheet and page that it is a draft', async () => {
    const { report, ...open } = withRules('[1, 2, 3]');
    if (report === undefined) throw new Error('no report');
    const draft = { ...open, report: { ...report, meta: { ...report.meta, draftMark: '草稿' } } };
    const bytes = await workbookOf(draft);
    expect(sheetsOf(bytes).map(({ name }) => name)).toEqual(['表二（草稿）', '表三（草稿）', '表四（草稿）']);
    expect(partOf(bytes, 'xl/worksheets/sheet3.xml')).toContain('<oddHeader>&amp;C草稿</oddHeader>');
    expect(await differences(draft, bytes)).toEqual([]);
  });

  it('a pack without statutory tables still gives a workbook that says which report it is', async () => {
    const open = withRules('[1, 2, 3]');
    if (open.report === undefined) throw new Error('no report');
    const bare = { ...open, report: { ...open.report, children: [] } };
    const bytes = await workbookOf(bare);
    expect(await differences(bare, bytes)).toEqual([]);
    expect(await differences(open, bytes)).not.toEqual([]);
  });

  it('R-40: is the same bytes in every time zone', async () => {
    const { open } = openExample('city-2024');
    const before = process.env['TZ'];
    const made = new Set<string>();
    for (const zone of ['Asia/Shanghai', 'America/Los_Angeles', 'UTC']) {
      process.env['TZ'] = zone;
      made.add(Buffer.from(await workbookOf(open)).toString('base64'));
    }
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
    expect(made.size).toBe(1);
  });
});

describe('R-74: a workbook read back', () => {
  it('one changed digit is told with its cell and both figures', async () => {
    const { open } = openExample('city-2024');
    const bytes = await workbookOf(open);
    const changed = editPart(bytes, 'xl/worksheets/sheet2.xml', (xml) => xml.replace('<v>7433</v>', '<v>7438</v>'));
    expect(await differences(open, changed)).toEqual([
      'output/differs “报告.xlsx”里表三“一、本年新收政府信息公开申请数量”行“总计”列是“7438”，数据是“7433”。',
    ]);
  });

  it.each([
    ['a title', shared, '>三、', '>四、'],
    ['a formula in place of a value', 'xl/worksheets/sheet2.xml', '<v>7433</v>', '<f>7000+433</f><v>7433</v>'],
    ['a number in a format that shows another', 'xl/styles.xml', 'formatCode="0.0"', 'formatCode="&quot;0&quot;"'],
    ['a remark', shared, '其中修订16件', '其中修订10件'],
  ])('%s that was changed is told', async (_, part, from, to) => {
    const { open } = openExample('city-2024');
    const changed = editPart(await workbookOf(open), part, (xml) => xml.replace(from, to));
    expect(await differences(open, changed)).toHaveLength(1);
  });

  it('overlapping merged cells are refused', async () => {
    const { open } = openExample('city-2024');
    const changed = editPart(await workbookOf(open), 'xl/worksheets/sheet2.xml', (xml) =>
      xml.replace('<mergeCell ', '<mergeCell ref="A1:B9"/><mergeCell '),
    );
    expect((await differences(open, changed)).map((line) => line.split(' ')[0])).toEqual(['readback/unreadable']);
  });
});

/** Codes of the number formats of the text cells in column A. */
function codesOfColumnA(bytes: Uint8Array): readonly (string | undefined)[] {
  const styles = partOf(bytes, 'xl/styles.xml');
  const codes = new Map(
    [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/gu)].map(([, id, code]) => [id, code]),
  );
  const cells = /<cellXfs.*?<\/cellXfs>/su.exec(styles)?.[0] ?? '';
  const formats = [...cells.matchAll(/<xf [^>]*?numFmtId="(\d+)"/gu)].map(([, id]) => codes.get(id));
  return [...partOf(bytes, 'xl/worksheets/sheet1.xml').matchAll(/<c r="A\d+" t="s" s="(\d+)"/gu)].map(
    ([, style]) => formats[Number(style)],
  );
}

function textAt(cells: ReadonlyMap<number, { readonly kind: string; readonly text?: string }>): string {
  return cells.get(0)?.text ?? '';
}
