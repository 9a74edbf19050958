import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostic/diagnostic.js';
import { renderJson } from '../../../src/diagnostic/render-json.js';
import { renderText } from '../../../src/diagnostic/render-text.js';
import { openReport, type OpenOutcome } from '../../../src/pipeline.js';
import { placeName } from '../../../src/sheet/places.js';
import { writeXlsx } from '../../../src/sheet/write-xlsx.js';
import type { SheetCell, Workbook } from '../../../src/sheet/model.js';
import {
  changed,
  editPart,
  figureTexts,
  filledForm,
  formOf,
  formPlaces,
  moved,
  openForm,
  openText,
  packSources,
  withCellXml,
} from '../../support/forms.js';

const text = `nianbao: 1
模板: cn-2021
年度: 2024
单位: {名称: 青山县民政局, 类型: 部门, 层级: 县级}
表格:
  表二:
    规章: [0, 0, 0]
    行政规范性文件: [2, 0, 106（其中修订16件）]
    行政许可: 31
    行政处罚: 0
    行政强制: 0
    行政事业性收费: 27.60
  表三:
    一、本年新收政府信息公开申请数量: [5, 1, 0, 0, 0, 0]
    二、上年结转政府信息公开申请数量: [1, 0, 0, 0, 0, 0]
    （一）予以公开: [4, 1, 0, 0, 0, 0]
    属于国家秘密: [1, 0, 0, 0, 0, 0]
    四、结转下年度继续办理: [1, 0, 0, 0, 0, 0]
  表四:
    行政复议: [1, 0, 0, 0]
    未经复议直接起诉: [0, 0, 0, 0]
    复议后起诉: [0, 0, 0, 0]
`;
const report = openText(text);
const form = formOf(report);
const places = formPlaces(report);
const cellOf = (address: string): string => (places.get(address) ?? '').split('!')[1] ?? '';

const found = (outcome: OpenOutcome, code: string): readonly Diagnostic[] =>
  outcome.diagnostics.flatMap((d) => [d, ...(d.folded ?? [])]).filter((d) => d.code === code);

const figures = (outcome: OpenOutcome): Readonly<Record<string, string>> =>
  outcome.value === undefined ? {} : figureTexts(outcome.value);

/** The form with one cell's label changed. */
const relabelled = (from: string, to: string): Workbook =>
  changed(form, (cell): SheetCell =>
    cell.value.kind === 'text' && cell.value.text === from ? { ...cell, value: { kind: 'text', text: to } } : cell,
  );

describe('a form as it was made', () => {
  it('gives the figures of its report; nothing of what only a data file can say is asked', async () => {
    const outcome = openForm(await filledForm(report, {}));
    expect(figures(outcome)).toEqual(figureTexts(report));
    expect(outcome.diagnostics.filter(({ code }) => /^(?:compose|report|data)\//u.test(code))).toEqual([]);
    expect(outcome.value?.data.agency).toMatchObject({ name: { value: '青山县民政局' }, kind: { value: '部门' } });
    expect(outcome.value?.report).toBeUndefined();
  });

  it('R-07: a rule that fails is told at sheet!cell with the names and figures of the cells', async () => {
    const outcome = openForm(await filledForm(report, { 't3/r4/natural': '9' }));
    const place = places.get('t3/r4/natural') ?? '';
    const [rule] = found(outcome, 'T3-B');
    expect(rule?.range).toEqual({
      file: 'form.xlsx',
      start: 0,
      end: 0,
      cell: expect.stringMatching(/^表三!/u) as string,
    });
    const shown = renderText(outcome.diagnostics, outcome.sources, { lang: 'zh', waivers: 'none' });
    expect(shown).toContain('  表三!D5 | 表三“一、本年新收政府信息公开申请数量”行“自然人”列：5');
    expect(shown).toContain(`另见 form.xlsx ${place}：表三“四、结转下年度继续办理”行“自然人”列：9`);
    expect(shown).toContain(`另见 form.xlsx ${places.get('t3/r3.7/natural') ?? ''}：表三“（七）总计”行“自然人”列`);
    expect(shown).not.toMatch(/natural|t3\/r4 /u);
    const json = JSON.parse(renderJson(outcome.diagnostics, outcome.sources)) as { diagnostics: { place?: unknown }[] };
    expect(json.diagnostics.map((d) => d.place)).toContainEqual({ file: 'form.xlsx', cell: rule?.range?.cell });
  });

  it('is named as the last year of a data file, too', async () => {
    const bytes = await filledForm(report, {});
    const next = text.replace('年度: 2024', '年度: 2025').replace('表格:', '上年数据: 上年.xlsx\n表格:');
    const outcome = openReport(new TextEncoder().encode(next), 'report.yaml', {
      ...packSources,
      previous: () => ({ name: '上年.xlsx', bytes, sources: packSources }),
    });
    // Carried over in 2024: 1, and 1 came from the year before: the rule has both sides.
    expect(outcome.diagnostics.filter(({ code }) => /previous/u.test(code))).toEqual([]);
    expect(found(outcome, 'T3-Y')).toEqual([]);
  });
});

describe('R-04: what is typed in a cell is read as what it is', () => {
  it.each([
    ['12件', '12', undefined],
    [' 12 ', '12', undefined],
    ['106（其中修订16件）', '106（其中修订16件）', undefined],
    ['/', '/', undefined],
    ['——', '——', undefined],
    ['空', '', undefined],
    ['', '', undefined],
    ['１２', '', 'data/number-full-width'],
    ['1,234', '', 'data/number-grouping'],
    ['共12', '', 'data/number-text'],
    ['无', '', 'data/number-word'],
    ['-', '', 'data/number-mark'],
  ])('“%s”', async (typed, value, code) => {
    const outcome = openForm(await filledForm(report, { 't3/r1/enterprise': typed }));
    expect(figures(outcome)['t3/r1/enterprise']).toBe(value);
    const problems = outcome.diagnostics.filter((d) => d.code.startsWith('data/'));
    expect(problems.map((d) => [d.code, d.range?.cell])).toEqual(
      code === undefined ? [] : [[code, places.get('t3/r1/enterprise')]],
    );
  });

  it.each([
    ['<c r="@"><v>27.600000000000001</v></c>', '27.6'],
    ['<c r="@"><v>1.2E3</v></c>', '1200'],
    ['<c r="@" t="inlineStr"><is><r><t>1</t></r><r><t>2</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>', '12'],
    ['<c r="@" t="str"><f>CONCATENATE("1","2")</f><v>12</v></c>', '12'],
    ['<c r="@"><f>3+4</f><v>7</v></c>', '7'],
    ['<c r="@"/>', ''],
  ])('%s is %s', async (xml, value) => {
    const at = cellOf('t3/r1/enterprise');
    const bytes = withCellXml(await filledForm(report, {}), 3, at, xml.replace('@', at));
    expect(figures(openForm(bytes))['t3/r1/enterprise']).toBe(value);
  });

  it.each([
    ['<c r="@" s="DATE"><v>45363</v></c>', 'form/date-cell', '2024-03-12'],
    ['<c r="@" t="d"><v>2024-03-12T00:00:00</v></c>', 'form/date-cell', '2024-03-12'],
    ['<c r="@" t="b"><v>1</v></c>', 'form/true-false', '真'],
    ['<c r="@" t="e"><f>#REF!+1</f><v>#REF!</v></c>', 'form/error-cell', '#REF!'],
  ])('%s is no figure: %s', async (xml, code, shown) => {
    const at = cellOf('t3/r1/enterprise');
    const { dateStyle, bytes } = withDateStyle(await filledForm(report, {}));
    const outcome = openForm(withCellXml(bytes, 3, at, xml.replace('@', at).replace('DATE', dateStyle)));
    expect(found(outcome, code)).toMatchObject([{ cells: ['t3/r1/enterprise'], range: { cell: `表三!${at}` } }]);
    expect(found(outcome, code)[0]?.message.zh).toContain(shown);
    expect(figures(outcome)['t3/r1/enterprise']).toBe('');
    // The total is not made of the other five.
    expect(figures(outcome)['t3/r1/total']).toBe('');
  });

  it('a number over a formula counts and is checked; a changed formula is told', async () => {
    const typed = openForm(await filledForm(report, { 't3/r1/total': '7' }));
    expect(figures(typed)['t3/r1/total']).toBe('7');
    expect(found(typed, 'T3-R')).toHaveLength(1);
    const at = cellOf('t3/r1/total');
    const xml = `<c r="${at}"><f>SUM(D6:H6)</f><v>5</v></c>`;
    const other = openForm(withCellXml(await filledForm(report, {}), 3, at, xml));
    expect(found(other, 'form/formula-changed')).toMatchObject([{ cells: ['t3/r1/total'] }]);
    expect(figures(other)['t3/r1/total']).toBe('5');
  });

  it("what the form's own formula shows may be old: the total is made of its parts", async () => {
    const outcome = openForm(await filledForm(report, { 't3/r1/enterprise': '3' }));
    expect(figures(outcome)['t3/r1/total']).toBe('8');
  });
});

/** A workbook with a cell format for dates, and its number. */
function withDateStyle(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly dateStyle: string } {
  let dateStyle = '';
  const styled = editPart(bytes, 'xl/styles.xml', (xml) =>
    xml.replace(/<cellXfs count="(\d+)">(.*?)<\/cellXfs>/su, (_, count: string, formats: string) => {
      dateStyle = count;
      return `<cellXfs count="${Number(count) + 1}">${formats}<xf numFmtId="14"/></cellXfs>`;
    }),
  );
  return { bytes: styled, dateStyle };
}

describe('a form that was changed', () => {
  const filledIn = figureTexts(report);
  const sheetThree = '表三';

  it('rows put in and taken out, columns put in and moved: found again by their labels', async () => {
    const inserted = moved(form, sheetThree, (row, column) => [
      row >= 7 ? row + 2 : row,
      column >= 4 ? column + 1 : column,
    ]);
    const first = openForm(await writeXlsx(inserted));
    expect(figures(first)).toEqual(filledIn);
    const swapped = moved(form, sheetThree, (row, column) => [row, column === 5 ? 6 : column === 6 ? 5 : column]);
    const { 't3/r1/research': research, ...rest } = figures(openForm(await writeXlsx(swapped)));
    expect({ ...rest, 't3/r1/research': research }).toEqual(filledIn);
  });

  it('a row that is gone is named, and its figures are not those of the row beside it', async () => {
    const at = Number(cellOf('t3/r3.3.4/natural').slice(1)) - 1;
    const without = moved(form, sheetThree, (row, column) =>
      row === at ? undefined : [row > at ? row - 1 : row, column],
    );
    const outcome = openForm(await writeXlsx(without));
    const [lost] = found(outcome, 'form/row-lost');
    expect(lost?.message.zh).toBe('表三找不到“4.保护第三方合法权益”一行（这里现在写的是“5.属于三类内部事务信息”）。');
    expect(lost?.range?.cell).toBe(`表三!A${at + 1}`);
    expect(lost?.cells).toContain('t3/r3.3.4/natural');
    expect(figures(outcome)['t3/r3.3.5/natural']).toBe('');
  });

  it('a label with a slip is read by its place and told; another label is not', async () => {
    const slip = openForm(await writeXlsx(relabelled('（一）予以公开', '（一）予公开')));
    expect(found(slip, 'form/label-changed')[0]?.message.zh).toContain('表三的“（一）予以公开”被改过');
    expect(figures(slip)).toEqual(filledIn);
    const emptied = openForm(await writeXlsx(relabelled('（一）予以公开', ' ')));
    expect(found(emptied, 'form/label-changed')).toHaveLength(1);
    expect(figures(emptied)).toEqual(filledIn);
    const other = openForm(await writeXlsx(relabelled('（一）予以公开', '其他情况说明')));
    expect(found(other, 'form/row-lost')[0]?.message.zh).toContain('其他情况说明');
    const head = openForm(await writeXlsx(relabelled('自然人', '个人申请者')));
    expect([...found(head, 'form/label-changed'), ...found(head, 'form/column-lost')]).not.toEqual([]);
  });

  it('cells merged into one are not read as one of them', async () => {
    const merged = changed(form, (cell, sheet) => {
      const name =
        sheet === sheetThree
          ? [...places].find(([, at]) => at === placeName(sheet, cell.row, cell.column))?.[0]
          : undefined;
      if (name === 't3/r1/enterprise') return { ...cell, columnSpan: 2 };
      return name === 't3/r1/research' ? undefined : cell;
    });
    const outcome = openForm(await writeXlsx(merged));
    expect(found(outcome, 'form/merged-cells')[0]?.cells).toEqual(['t3/r1/enterprise', 't3/r1/research']);
    expect(figures(outcome)['t3/r1/research']).toBe('');
  });

  it('figures in no cell of the form are named, and a renamed sheet is found by its labels', async () => {
    const stray: Workbook = {
      ...form,
      sheets: form.sheets.map((sheet) =>
        sheet.name === sheetThree
          ? {
              ...sheet,
              name: '申请表',
              cells: [...sheet.cells, { row: 6, column: 12, role: 'text', value: { kind: 'number', text: '5' } }],
            }
          : sheet,
      ),
    };
    const outcome = openForm(await writeXlsx(stray));
    expect(found(outcome, 'form/stray-figures')[0]).toMatchObject({
      severity: 'warning',
      range: { cell: '申请表!M7' },
    });
    expect(figures(outcome)).toEqual(filledIn);
  });

  it('a sheet, the agency or the hidden sheet taken out is told', async () => {
    const without = (name: string): Workbook => ({
      ...form,
      sheets: form.sheets.filter((sheet) => sheet.name !== name),
    });
    expect(found(openForm(await writeXlsx(without('表四'))), 'form/sheet-missing')[0]?.message.zh).toBe(
      '找不到表四（政府信息公开行政复议、行政诉讼情况）的工作表。',
    );
    const hidden = openForm(await writeXlsx(without('程序用')));
    expect(hidden.diagnostics.map(({ code }) => code)).toEqual(['form/not-a-form']);
    expect(hidden.diagnostics[0]?.hint?.zh).toContain('nianbao form');
    const nameless = changed(form, (cell) =>
      cell.value.kind === 'text' && cell.value.text === '青山县民政局' ? undefined : cell,
    );
    expect(found(openForm(await writeXlsx(nameless)), 'form/agency-missing')[0]?.range?.cell).toBe('填表说明!B4');
  });

  it('a form of another pack, of a changed pack, of a newer program', async () => {
    const bytes = await writeXlsx(form);
    const other = openReport(bytes, 'form.xlsx', packSources, { pack: 'cn-2019' });
    expect(other.diagnostics.map(({ code }) => code)).toEqual(['form/other-pack']);
    const rewritten = (from: string, to: string): Promise<Uint8Array> => writeXlsx(relabelled(from, to));
    const changedPack = openForm(await rewritten(report.pack.hash, 'f'.repeat(64)));
    expect(found(changedPack, 'form/pack-changed')).toHaveLength(1);
    expect(figures(changedPack)).toEqual(filledIn);
    const newer = changed(form, (cell, sheet) =>
      sheet === '程序用' && cell.row === 0 && cell.column === 1
        ? { ...cell, value: { kind: 'text', text: '2' } }
        : cell,
    );
    expect(openForm(await writeXlsx(newer)).diagnostics.map(({ code }) => code)).toEqual(['form/newer']);
  });
});
