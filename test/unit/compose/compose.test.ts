import { describe, expect, it } from 'vitest';
import { composeCodes } from '../../../src/compose/codes.js';
import { gridOf } from '../../../src/report/grid.js';
import { textOf, visitTexts } from '../../../src/report/walk.js';
import { plainText, type Cell, type Report, type Table } from '../../../src/report/tree.js';
import { builtInPacks } from '../../support/pack-files.js';
import { composeYaml, packNamed } from './composing.js';

const head = (pack: string, year: number): string => `nianbao: 1\n模板: ${pack}\n年度: ${year}\n单位: 某市公积金中心\n`;

function tableOf(report: Report, id: string): Table {
  const table = report.children.find((block) => block.type === 'table' && block.id === id);
  if (table?.type !== 'table') throw new Error(`no table ${id}`);
  return table;
}

function cellOf(report: Report, address: string): Cell | undefined {
  return report.children
    .flatMap((block) => (block.type === 'table' ? [...block.head, ...block.body] : []))
    .flatMap((row) => row.cells)
    .find((cell) => cell.address === address);
}

const printed = (report: Report, address: string): string | undefined => {
  const cell = cellOf(report, address);
  return cell === undefined ? undefined : plainText(cell.children);
};

describe('statutory tables', () => {
  const concrete = builtInPacks().filter((id) => id !== 'cn-base');

  it.each(concrete)('R-35: every table of %s fits its grid and prints every cell of the form once', (id) => {
    const { report } = composeYaml(head(id, 2023));
    const pack = packNamed(id);
    for (const spec of pack.tables) {
      const table = tableOf(report, spec.id);
      expect(gridOf(table).diagnostics).toEqual([]);
      const addresses = [...table.head, ...table.body].flatMap((row) => row.cells.flatMap((c) => c.address ?? []));
      expect(new Set(addresses).size).toBe(addresses.length);
      expect(addresses.length).toBeGreaterThan(7);
    }
  });

  it('has the shape of the 2021 form: 14 lines, 3 + 25 lines, 3 + 1 lines', () => {
    const { report } = composeYaml(head('cn-2021', 2023));
    const lines = ['t2', 't3', 't4'].map((id) => [tableOf(report, id).head.length, tableOf(report, id).body.length]);
    expect(lines).toEqual([
      [0, 14],
      [3, 25],
      [3, 1],
    ]);
  });

  it('R-05: 0, blank, slash, dash and missing stay apart in print', () => {
    const { report } = composeYaml(`${head('cn-2021', 2023)}表格:\n  表二:\n    规章: [0, 空, /]\n    行政许可: ——\n`);
    expect(
      ['t2/rules/issued', 't2/rules/repealed', 't2/rules/in_force', 't2/licence/decisions', 't2/penalty/decisions'].map(
        (a) => printed(report, a),
      ),
    ).toEqual(['0', '', '/', '——', '']);
  });

  it('prints a remark in brackets after the figure, outside the address', () => {
    const { report } = composeYaml(
      `${head('cn-2021', 2023)}表格:\n  表二:\n    规章: [{值: 22, 备注: 其中修订16件}, "3（含自然失效1件）", {值: 4, 其中: {修订: 2}}]\n`,
    );
    expect(printed(report, 't2/rules/issued')).toBe('22（其中修订16件）');
    expect(printed(report, 't2/rules/repealed')).toBe('3（含自然失效1件）');
    expect(printed(report, 't2/rules/in_force')).toBe('4（其中：修订2）');
    const children = cellOf(report, 't2/rules/issued')?.children ?? [];
    expect(children.map((n) => (n.type === 'text' ? n.address : ''))).toEqual(['t2/rules/issued', undefined]);
  });

  it('prints the unit with a figure only where the form does not print it', () => {
    const { report } = composeYaml(`${head('cn-2019', 2019)}表格:\n  表二:\n    政府集中采购: [3, 251000元]\n`);
    expect(printed(report, 't2/procurement/amount')).toBe('251000元');
    const indicators = composeYaml(
      `${head('cn-2014', 2016)}表格:\n  统计表:\n    "7000": 0.5万元\n    "1100": 276条\n`,
    ).report;
    expect(printed(indicators, 't1/7000/value')).toBe('0.5');
    expect(printed(indicators, 't1/1100/value')).toBe('276');
  });

  it('points every figure of the data file at its place', () => {
    const { report, text } = composeYaml(`${head('cn-2021', 2023)}表格:\n  表二:\n    规章: [12, 0, 7]\n`);
    const origin = cellOf(report, 't2/rules/in_force')?.origin;
    expect(text.slice(origin?.start, origin?.end)).toBe('7');
  });

  it('keeps a heading on the page of its table', () => {
    const { report } = composeYaml(head('cn-2014', 2016));
    const at = report.children.findIndex((block) => block.type === 'heading' && block.id === 'annex');
    expect(report.children[at - 1]?.type).toBe('pageBreak');
    expect(report.children.filter((block) => block.type === 'pageBreak').length).toBe(1);
  });
});

describe('titles and properties', () => {
  const titleLines = (yaml: string): readonly string[] => {
    const [title] = composeYaml(yaml).report.children;
    return title?.type === 'title' ? title.lines.map((line) => plainText(line)) : [];
  };

  it('breaks titles by sense', () => {
    const base = head('cn-2021', 2023);
    expect(titleLines(base)).toEqual(['某市公积金中心', '2023年政府信息公开工作年度报告']);
    expect(titleLines(`${base}标题: 某市公积金中心2023年度报告\n`)).toEqual(['某市公积金中心', '2023年度报告']);
    expect(titleLines(`${base}标题: 2023年某市公积金中心政府信息公开工作年度报告\n`)).toEqual([
      '2023年某市公积金中心',
      '政府信息公开工作年度报告',
    ]);
    expect(titleLines(`${base}标题: |\n  甲*乙*\n  丙\n`)).toEqual(['甲*乙*', '丙']);
  });

  it('marks drafts, and takes the file name of the profile', () => {
    const plain = composeYaml(head('cn-2021', 2023)).report.meta;
    expect(plain).toMatchObject({ date: '2023-12-31', continued: '（续）', subject: '政府信息公开工作年度报告' });
    expect(plain.draftMark).toBeUndefined();
    const { meta } = composeYaml(`${head('cn-2021', 2023)}成文日期: 2024年1月5日\n`, {
      draft: true,
      fileName: '{{年}}年/{{单位}}',
    }).report;
    expect(meta).toMatchObject({ date: '2024-01-05', draftMark: '草稿', fileName: '2023年-某市公积金中心' });
  });

  it('prints signature and date only where the file asks for them', () => {
    const roles = (yaml: string): readonly string[] =>
      composeYaml(yaml).report.children.flatMap((b) =>
        b.type === 'paragraph' && (b.role === 'signature' || b.role === 'date') ? [textOf(b)] : [],
      );
    expect(roles(`${head('cn-2021', 2023)}成文日期: 2024-01-05\n`)).toEqual([]);
    expect(roles(`${head('cn-2021', 2023)}成文日期: 2024-01-05\n签署: {落款: 某市公积金中心}\n`)).toEqual([
      '某市公积金中心',
      '2024年1月5日',
    ]);
  });
});

describe('wording of the form', () => {
  const codes = (yaml: string): readonly string[] => composeYaml(yaml).diagnostics.map((d) => d.code);

  it('R-06: is used only where the figures are certain', () => {
    const base = `${head('cn-2014', 2016)}表格:\n  统计表:\n`;
    expect(codes(`${base}    "3100": 0\n`)).toEqual(['compose/default-wording']);
    expect(codes(`${base}    "3100": 1\n`)).toEqual([]);
    expect(codes(`${base}    "3100": 空\n`)).toEqual([]);
    expect(codes(`${base}    "4000": 0\n    "5000": /\n`)).toEqual([]);
  });

  it("gives way to the author's text", () => {
    expect(codes(`${head('cn-2014', 2016)}章节:\n  requests: 无申请。\n表格:\n  统计表:\n    "3100": 0\n`)).toEqual([]);
  });
});

describe('codes', () => {
  it('are each described once', () => {
    expect(new Set(composeCodes.map((entry) => entry.code)).size).toBe(composeCodes.length);
  });

  it('leaves no internal mark in any text', () => {
    const { report } = composeYaml(`${head('cn-2021', 2023)}章节:\n  一、总体情况: |\n    2023. 甲{{年}}\n    >3件\n`);
    visitTexts(report, (text) => expect(text.value).not.toMatch(/\p{Noncharacter_Code_Point}/u));
  });
});
