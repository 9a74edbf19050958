import { describe, expect, it } from 'vitest';
import { layoutReport } from '../../../src/layout/layout.js';
import type { Layout, PageItem, RuleItem, TextItem } from '../../../src/layout/model.js';
import type { Block, Report } from '../../../src/report/tree.js';
import type { PageStyle } from '../../../src/report/style.js';
import {
  body,
  builtInFonts,
  fullReport,
  heading,
  indicatorTable,
  report,
  tableFour,
  tableThree,
  text,
} from '../../support/pdf-fixtures.js';
import { officialStyle } from '../../support/page-style.js';

const POINTS = 72 / 25.4;
const [LEFT, TOP, WIDTH, HEIGHT] = [28 * POINTS, 37 * POINTS, 156 * POINTS, 225 * POINTS];

function laid(input: Report | readonly Block[], style: PageStyle = officialStyle): Layout {
  const { value, diagnostics } = layoutReport('type' in input ? input : report(input), style, builtInFonts());
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value;
}

const isText = (item: PageItem): item is TextItem => item.type === 'text';
const isRule = (item: PageItem): item is RuleItem => item.type === 'rule';
const textOf = (item: TextItem): string => item.runs.map((run) => run.text).join('');
const linesOn = (layout: Layout, page: number): TextItem[] => (layout.pages[page]?.items ?? []).filter(isText);

/** Statutory table look that never fits a page, so that the table is split. */
const splitting: PageStyle = {
  ...officialStyle,
  tables: Object.fromEntries(
    Object.entries(officialStyle.tables).map(([name, look]) => [
      name,
      { ...look, onePage: false, minSize: 10.5, paddingY: 7, minPaddingY: 7 },
    ]),
  ),
};

describe('the page', () => {
  it('R-32: holds 22 lines of pitch 28.95 pt and 28 characters in 156 × 225 mm', () => {
    const layout = laid([body('政'.repeat(28 * 50))]);
    const lines = linesOn(layout, 0);
    expect(lines).toHaveLength(22);
    lines.slice(1).forEach((line, i) => expect(line.baseline - (lines[i]?.baseline ?? 0)).toBeCloseTo(28.95, 6));
    expect(lines[0]?.runs[0]?.x).toBeCloseTo(LEFT + (2 * WIDTH) / 28, 6);
    expect(lines.map(textOf).map((line) => line.length)).toEqual([26, ...Array.from({ length: 21 }, () => 28)]);
    for (const line of lines.slice(1)) {
      expect(line.runs[0]?.x).toBeCloseTo(LEFT, 6);
      expect(line.baseline).toBeGreaterThan(TOP);
      expect(line.baseline).toBeLessThan(TOP + HEIGHT);
    }
  });

  it('R-34: keeps text on the line grid after titles and tables', () => {
    const layout = laid(fullReport());
    for (const page of layout.pages) {
      for (const item of page.items.filter(isText)) {
        const run = item.runs[0];
        if (run?.size !== 15.75 || page.sideways) continue;
        const line = (item.baseline - TOP - (28.95 - 15.75) / 2 - 0.88 * 15.75) / 28.95;
        expect(Math.abs(line - Math.round(line))).toBeLessThan(1e-6);
      }
    }
  });

  it('never leaves a heading alone at the foot of a page', () => {
    for (let lines = 14; lines <= 24; lines++) {
      const layout = laid([
        body('政'.repeat(28 * lines - 2)),
        heading(1, '一、', '总体情况'),
        heading(2, '（一）', '主动公开'),
        body('府'.repeat(60)),
      ]);
      for (const [i] of layout.pages.entries()) {
        const last = linesOn(layout, i).at(-1);
        expect(last === undefined ? '' : textOf(last)).not.toMatch(/总体情况|主动公开/u);
      }
    }
  });

  it('never ends a page with the first line of a run-in heading', () => {
    const runIn = { level: 2, number: '（一）', children: text('主动公开方面。'), id: 's1-1' } as const;
    for (let lines = 19; lines <= 23; lines++) {
      const layout = laid([
        body('政'.repeat(28 * lines - 2)),
        { type: 'paragraph', role: 'body', runIn, children: text('府'.repeat(80)) },
      ]);
      const last = linesOn(layout, 0).at(-1);
      expect(last === undefined ? '' : textOf(last)).not.toContain('主动公开');
    }
  });

  it('R-60: numbers pages outside, one character in, the dash 7 mm below the type area', () => {
    const layout = laid([body('政'.repeat(28 * 50))]);
    const [odd, even] = layout.pages.map((page) => page.furniture[0]);
    expect(odd === undefined ? '' : textOf(odd)).toBe('— 1 —');
    expect(even?.runs[0]?.x).toBeCloseTo(LEFT + 14, 6);
    const last = odd?.runs.at(-1);
    const lastWidth = Array.from(last?.text ?? '').reduce(
      (sum, c) => sum + (last?.face.program.advance(c.codePointAt(0) ?? 0) ?? 0) * 14,
      0,
    );
    expect((last?.x ?? 0) + lastWidth).toBeCloseTo(LEFT + WIDTH - 14, 3);
    expect((odd?.baseline ?? 0) - 0.38 * 14).toBeCloseTo(TOP + HEIGHT + 7 * POINTS, 6);
    expect(odd?.runs.every((run) => run.face.id === 'songti')).toBe(true);
  });

  it('sets the date two characters right of the signature, or moves the signature when the date is longer', () => {
    const place = (agency: string): [number, number] => {
      const layout = laid([
        { type: 'paragraph', role: 'signature', children: text(agency) },
        { type: 'paragraph', role: 'date', children: text('2024年1月20日') },
      ]);
      const [signature, date] = linesOn(layout, 0);
      return [signature?.runs[0]?.x ?? 0, date?.runs[0]?.x ?? 0];
    };
    for (const agency of ['县府办', '青山县人民政府办公室信息公开处']) {
      const [signature, date] = place(agency);
      expect(date - signature).toBeCloseTo((2 * WIDTH) / 28, 6);
    }
  });

  it('marks every page of a draft', () => {
    const layout = laid(report([body('政'.repeat(28 * 50))], { draftMark: '草稿' }));
    expect(layout.pages.map((page) => page.backdrop.map(textOf))).toEqual([['草稿'], ['草稿'], ['草稿']]);
  });

  it('puts a landscape table on a page of its own with its heading and notes', () => {
    const layout = laid([
      body('政府信息'),
      heading(1, '四、', '复议诉讼'),
      { ...tableFour(), page: 'landscape' },
      { type: 'paragraph', role: 'tableNote', children: text('注：横排。') },
      body('政府信息'),
    ]);
    expect(layout.pages.map((page) => page.sideways)).toEqual([false, true, false]);
    const turned = layout.pages[1];
    expect(turned?.width).toBeCloseTo(297 * POINTS, 6);
    expect(turned?.height).toBeCloseTo(210 * POINTS, 6);
    expect(linesOn(layout, 1).map(textOf)).toEqual(expect.arrayContaining(['四、复议诉讼', '注：横排。']));
  });
});

describe('tables', () => {
  it('fills the width of the type area exactly', () => {
    const rules = laid([tableThree()]).pages.flatMap((page) => page.items.filter(isRule));
    expect(Math.min(...rules.map((rule) => rule.x1))).toBeCloseTo(LEFT, 6);
    expect(Math.max(...rules.map((rule) => rule.x2))).toBeCloseTo(LEFT + WIDTH, 6);
  });

  it('R-36: sets table three whole on one page wherever it begins', () => {
    for (let lines = 1; lines <= 21; lines += 4) {
      const layout = laid([body('政'.repeat(28 * lines - 2)), heading(1, '三、', '申请情况'), tableThree()]);
      const pages = layout.pages.filter((page) => page.items.some(isRule));
      expect(pages).toHaveLength(1);
      expect(pages[0]?.items.filter(isText).map(textOf)).toContain('三、申请情况');
    }
  });

  it.each(Array.from({ length: 21 }, (_, i) => i + 1))(
    'R-56: splits table three after %i lines of text: no row lost, heads repeated, borders closed',
    (lines) => {
      const table = tableThree((row, column) => `${row}.${column}`);
      const layout = laid([body('政'.repeat(28 * lines - 2)), heading(1, '三、', '申请情况'), table], splitting);
      const pages = layout.pages.filter((page) => page.items.some(isRule));
      expect(pages.length).toBeGreaterThan(1);
      const figures = pages.flatMap((page) =>
        page.items.filter(isText).flatMap((item) => (/^\d+\.\d$/u.test(textOf(item)) ? [textOf(item)] : [])),
      );
      expect(figures).toEqual(Array.from({ length: 25 * 7 }, (_, i) => `${Math.floor(i / 7)}.${i % 7}`));
      for (const page of pages) {
        const rules = page.items.filter(isRule);
        const outer = rules.filter((rule) => rule.width === 0.75);
        expect(outer).toHaveLength(4);
        const [upper, lower] = outer.filter((rule) => rule.y1 === rule.y2).map((rule) => rule.y1);
        expect(lower).toBeLessThanOrEqual(TOP + HEIGHT);
        const texts = page.items.filter(isText).filter((item) => item.baseline > (upper ?? 0));
        expect(texts.filter((item) => textOf(item) === '申请人情况')).toHaveLength(1);
        for (const item of texts) expect(item.baseline).toBeLessThan(lower ?? 0);
        // Only the first page's heads are tagged; repeated ones are artifacts.
        const head = texts.find((item) => textOf(item) === '申请人情况');
        expect(head?.node === undefined).toBe(page !== pages[0]);
      }
    },
  );

  it('R-56: shows the label of a cut group again, marked as continued, on the next page', () => {
    const layout = laid([body('政'.repeat(28 * 2)), tableThree()], splitting);
    const pages = layout.pages.filter((page) => page.items.some(isRule));
    const second = pages[1]?.items.filter(isText) ?? [];
    const repeated = second
      .filter((item) => item.node === undefined)
      .map(textOf)
      .join('');
    expect(repeated).toContain('三、本年度办理结果（续）');
  });

  it('R-56: repeats the head of the indicator table and breaks it between groups', () => {
    const layout = laid([indicatorTable(65)]);
    expect(layout.pages.length).toBeGreaterThan(1);
    for (const [i] of layout.pages.entries()) expect(linesOn(layout, i).slice(0, 1).map(textOf)).toEqual(['统计指标']);
    for (const [i] of layout.pages.slice(1).entries()) {
      expect(
        linesOn(layout, i + 1)
          .slice(4, 5)
          .map(textOf)[0],
      ).toMatch(/^[一二三四五六七八九十]、/u);
    }
  });

  it('sets a long figure smaller instead of breaking it, and refuses one that cannot be set', () => {
    const long = laid([tableThree((row) => (row === 0 ? '11398889' : '0'))]);
    const figure = linesOn(long, 0).find((item) => textOf(item) === '11398889');
    expect(figure?.runs[0]?.size).toBeLessThan(10.5);
    const tooLong = report([tableThree((row) => (row === 0 ? '1234567890123456' : '0'))]);
    const { value, diagnostics } = layoutReport(tooLong, officialStyle, builtInFonts());
    expect(value).toBeUndefined();
    expect(diagnostics.filter((d) => d.severity === 'error').map((d) => d.code)).toContain('layout/number-too-wide');
  });

  it('breaks narrow labels by pairs of characters', () => {
    const lines = linesOn(laid([tableThree()]), 0).map(textOf);
    expect(lines).toEqual(expect.arrayContaining(['社会', '公益', '组织', '不予', '公开']));
  });

  it('refuses a row higher than a page, and a look the style lacks', () => {
    const table = tableThree();
    const codesOf = (block: Block): string[] =>
      layoutReport(report([block]), officialStyle, builtInFonts()).diagnostics.map((d) => d.code);
    const tall = {
      ...indicatorTable(2),
      body: [
        {
          kind: 'data' as const,
          cells:
            indicatorTable(2).body[1]?.cells.map((cell, i) =>
              i === 0 ? { ...cell, children: text('很长的说明文字'.repeat(800)) } : cell,
            ) ?? [],
        },
      ],
    };
    expect(codesOf(tall)).toContain('layout/row-too-tall');
    expect(codesOf({ ...table, look: 'unknown' })).toContain('layout/unknown-look');
  });
});

describe('structure', () => {
  it('R-57: gives every text a node or makes it an artifact, with levels that do not skip', () => {
    const layout = laid(fullReport());
    expect(layout.structure.children[0]?.role).toBe('H1');
    const roles = layout.structure.children.map((node) => node.role);
    expect(roles.filter((role) => role === 'Table')).toHaveLength(4);
    const headers = layout.structure.children
      .filter((node) => node.role === 'Table')
      .flatMap((node) => node.children.flatMap((group) => group.children.flatMap((row) => row.children)))
      .filter((cell) => cell.role === 'TH');
    expect(headers.length).toBeGreaterThan(0);
    for (const header of headers) expect(header.attributes.scope).toBeDefined();
    const jump = laid([heading(1, '一、', '总体'), heading(3, '1.', '平台')]);
    expect(jump.structure.children.map((node) => node.role)).toEqual(['H1', 'H2']);
  });

  it('R-54: says once which built-in faces stand in for the official ones', () => {
    const { diagnostics } = layoutReport(report([body('政府')]), officialStyle, builtInFonts());
    expect(diagnostics.map((d) => [d.code, d.severity])).toEqual([['fonts/stand-in', 'info']]);
    expect(diagnostics[0]?.message.zh).toContain('仿宋体用 LXGW WenKai Regular');
  });
});
