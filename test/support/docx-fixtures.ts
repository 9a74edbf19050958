/**
 * Hand-made style and reports for the tests of the DOCX writer: every node type, the three tables of the 2021 form with its
 * own labels, and the indicator table of 2014 with 65 rows. Not from packs: the writer must stand on the tree alone.
 */
import type { PageStyle, TableLook } from '../../src/report/style.js';
import type { Block, Cell, Inline, Paragraph, Report, ReportMeta, Row, Table } from '../../src/report/tree.js';
import { tableThreeResults } from './form-2021.js';
import { officialStyle } from './page-style.js';

const statutory: TableLook = { ...officialStyle.tables['statutory'], paddingX: 1.5 } as TableLook;

/** The official page with looks of tables that differ in every measure. */
export const docxStyle: PageStyle = {
  ...officialStyle,
  tables: {
    statutory,
    indicator: { ...statutory, paddingY: 2.5, minRowHeight: 18, boldCategories: true, onePage: false },
    plain: { ...statutory, size: 12, lineHeight: 1.25, onePage: false, headFill: '#EEEEEE' },
  },
};

export const docxMeta: ReportMeta = {
  title: '示例市人民政府办公室2023年政府信息公开工作年度报告',
  agency: '示例市人民政府办公室',
  year: 2023,
  subject: '政府信息公开工作年度报告',
  date: '2024-01-20',
  fileName: '示例市人民政府办公室2023年政府信息公开工作年度报告',
  continued: '（续）',
};

export function reportOf(children: readonly Block[], meta: Partial<ReportMeta> = {}): Report {
  return { type: 'report', lang: 'zh-CN', meta: { ...docxMeta, ...meta }, children };
}

export function text(value: string): Inline {
  return { type: 'text', value };
}

export function body(value: string): Paragraph {
  return { type: 'paragraph', role: 'body', children: [text(value)] };
}

export function cell(value: string, more: Partial<Cell> = {}): Cell {
  const children = value === '' ? [] : [text(value)];
  return { kind: 'value', children, columnSpan: 1, rowSpan: 1, align: 'center', ...more };
}

function columnHead(value: string, columnSpan = 1, rowSpan = 1): Cell {
  return cell(value, { kind: 'columnHead', columnSpan, rowSpan });
}

function rowHead(value: string, columnSpan = 1, rowSpan = 1): Cell {
  return cell(value, { kind: 'rowHead', columnSpan, rowSpan, align: 'left' });
}

function data(...cells: readonly Cell[]): Row {
  return { kind: 'data', cells };
}

/** Table two of 2021: bands inside the body, no repeated head. */
export function tableTwo(): Table {
  const band = (label: string): Row => ({ kind: 'band', cells: [cell(label, { kind: 'band', columnSpan: 4 })] });
  const wide = (label: string): Row => ({
    kind: 'head',
    keepWithPrevious: true,
    cells: [columnHead('信息内容'), columnHead(label, 3)],
  });
  const one = (label: string, value: string): Row => data(rowHead(label), cell(value, { columnSpan: 3 }));
  return {
    type: 'table',
    id: 't2',
    name: '表二 主动公开政府信息情况',
    summary: '规章、行政规范性文件、许可、处罚、强制、收费各一段。',
    look: 'statutory',
    widths: [1, 1, 1, 1],
    stub: 1,
    head: [],
    page: 'portrait',
    body: [
      band('第二十条第（一）项'),
      {
        kind: 'head',
        keepWithPrevious: true,
        cells: ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'].map((label) => columnHead(label)),
      },
      data(rowHead('规章'), cell('2'), cell('0'), cell('35')),
      data(rowHead('行政规范性文件'), cell('12'), cell('3'), cell('148')),
      band('第二十条第（五）项'),
      wide('本年处理决定数量'),
      one('行政许可', '11398889'),
      band('第二十条第（六）项'),
      wide('本年处理决定数量'),
      one('行政处罚', '45210'),
      one('行政强制', '—'),
      band('第二十条第（八）项'),
      wide('本年收费金额（单位：万元）'),
      one('行政事业性收费', '96171.6'),
    ],
  };
}

/** The seven figures of one row, different in every row so that a swapped cell shows. */
function figures(row: number): readonly Cell[] {
  return Array.from({ length: 7 }, (_, column) => cell(String(row * 10 + column)));
}

/** Table three of 2021: ten columns, three head rows, 25 body rows. */
export function tableThree(): Table {
  const corner = cell('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', {
    kind: 'corner',
    columnSpan: 3,
    rowSpan: 3,
    note: true,
  });
  let row = 0;
  const line = (...heads: readonly Cell[]): Row => data(...heads, ...figures(++row));
  const results: Row[] = [
    line(rowHead('三、本年度办理结果', 1, 22), rowHead('（一）予以公开', 2)),
    line(rowHead('（二）部分公开（区分处理的，只计这一情形，不计其他情形）', 2)),
  ];
  for (const [label, items] of tableThreeResults) {
    items.forEach((item, index) => {
      const own = index === 0 ? [rowHead(label, 1, items.length)] : [];
      results.push(line(...own, rowHead(item)));
    });
  }
  results.push(line(rowHead('（七）总计', 2)));
  const head = (...cells: readonly Cell[]): Row => ({ kind: 'head', cells });
  return {
    type: 'table',
    id: 't3',
    name: '表三 收到和处理政府信息公开申请情况',
    summary: '各行为申请和办理结果，各列为申请人。',
    look: 'statutory',
    widths: [754, 921, 3271, 685, 685, 685, 685, 685, 685, 685],
    stub: 3,
    page: 'portrait',
    head: [
      head(corner, columnHead('申请人情况', 7)),
      head(columnHead('自然人', 1, 2), columnHead('法人或其他组织', 5), columnHead('总计', 1, 2)),
      head(...['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'].map((label) => columnHead(label))),
    ],
    body: [
      line(rowHead('一、本年新收政府信息公开申请数量', 3)),
      line(rowHead('二、上年结转政府信息公开申请数量', 3)),
      ...results,
      line(rowHead('四、结转下年度继续办理', 3)),
    ],
  };
}

const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'] as const;

/** Table four of 2021: fifteen columns, three head rows, one row of values. */
export function tableFour(page: Table['page'] = 'portrait'): Table {
  const head = (...cells: readonly Cell[]): Row => ({ kind: 'head', cells });
  return {
    type: 'table',
    id: 't4',
    name: '表四 政府信息公开行政复议、行政诉讼情况',
    summary: '一行十五个数。',
    look: 'statutory',
    widths: Array.from({ length: 15 }, () => 1),
    stub: 0,
    page,
    head: [
      head(columnHead('行政复议', 5), columnHead('行政诉讼', 10)),
      head(
        ...outcomes.map((label) => columnHead(label, 1, 2)),
        columnHead('未经复议直接起诉', 5),
        columnHead('复议后起诉', 5),
      ),
      head(...[...outcomes, ...outcomes].map((label) => columnHead(label))),
    ],
    body: [data(...Array.from({ length: 15 }, (_, index) => cell(String(index))))],
  };
}

/** Indicator table of 2014: four columns, 65 body rows, of which every eighth is a category. */
export function indicatorTable(): Table {
  const rows = Array.from({ length: 65 }, (_, index): Row => {
    const isCategory = index % 8 === 0;
    const label = isCategory
      ? `第${index / 8 + 1}类指标`
      : `（${index % 8}）通过不同渠道和方式公开政府信息的情况数${index}`;
    return {
      kind: isCategory ? 'category' : 'data',
      cells: [
        cell(label, { kind: 'rowHead', align: 'left', indent: isCategory ? 0 : 1 }),
        cell(isCategory ? '——' : `${1000 + index}`, { kind: 'attribute' }),
        cell(isCategory ? '——' : '条', { kind: 'attribute' }),
        cell(isCategory ? '——' : String(index)),
      ],
    };
  });
  return {
    type: 'table',
    id: 't1',
    name: '政府信息公开情况统计表',
    summary: '六十五行指标。',
    look: 'indicator',
    widths: [62, 12, 10, 16],
    stub: 1,
    page: 'portrait',
    head: [{ kind: 'head', cells: ['统计指标', '代码', '单位', '统计数'].map((label) => columnHead(label)) }],
    body: rows,
  };
}

/** A table of the office's own text. */
export function simpleTable(): Table {
  return {
    type: 'table',
    id: 'n1',
    name: '培训场次',
    summary: '两列两行。',
    look: 'plain',
    widths: [2, 1],
    stub: 1,
    page: 'portrait',
    head: [{ kind: 'head', cells: [columnHead('季度'), columnHead('场次')] }],
    body: [data(rowHead('一季度'), cell('3')), data(rowHead('二季度'), cell(''))],
  };
}

/** A PNG of 1 × 1 pixel. */
export const onePixelPng = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=='),
  (c) => c.charCodeAt(0),
);

const sentence =
  '全市各级行政机关坚持以公开为常态、不公开为例外，围绕群众关切做好政策解读和回应，共公开政府信息12345条，占比98.5%。';

/** Every node type once, with the marks that are hard to set. */
export function fullReport(meta: Partial<ReportMeta> = {}): Report {
  return reportOf(
    [
      { type: 'title', lines: [[text('示例市人民政府办公室')], [text('2023年政府信息公开工作年度报告')]] },
      { type: 'paragraph', role: 'subtitle', children: [text('（2024年1月20日）')] },
      body(`根据《中华人民共和国政府信息公开条例》编制本报告。${sentence}`),
      { type: 'heading', level: 1, number: '一、', children: [text('总体情况')], id: 's1' },
      {
        type: 'paragraph',
        role: 'body',
        runIn: { level: 2, number: '（一）', children: [text('主动公开方面。')], id: 's1-1' },
        children: [
          text('推进“互联网＋政务公开”——打造“阳光政务”平台……覆盖2023年12月31日前的IPv6网站，100%·全部。'),
          { type: 'text', value: '重点', strong: true },
          { type: 'text', value: '强调', emphasis: true },
          { type: 'lineBreak' },
          text('网址见'),
          {
            type: 'link',
            href: 'https://www.example.gov.cn/公开?a=1&b=2',
            children: [{ type: 'text', value: '政府网站' }],
          },
          text('。'),
        ],
      },
      { type: 'heading', level: 2, number: '（二）', children: [text('依申请公开')], id: 's1-2' },
      { type: 'heading', level: 3, number: '1.', children: [text('受理情况')], id: 's1-2-1' },
      { type: 'heading', level: 4, number: '（1）', children: [text('网上受理')], id: 's1-2-1-1' },
      {
        type: 'list',
        items: [
          { marker: '1.', children: [body('完善制度，' + sentence)] },
          {
            marker: '2.',
            children: [
              body('加强培训。'),
              { type: 'list', items: [{ marker: '①', children: [body('线上培训，' + sentence)] }] },
            ],
          },
        ],
      },
      { type: 'paragraph', role: 'quote', children: [text(sentence)] },
      {
        type: 'figure',
        image: onePixelPng,
        mediaType: 'image/png',
        pixels: { width: 1, height: 1 },
        alt: '公开渠道柱状图',
        caption: [text('图1 公开渠道')],
      },
      simpleTable(),
      simpleTable(),
      { type: 'heading', level: 1, number: '二、', children: [text('主动公开政府信息情况')], id: 's2' },
      tableTwo(),
      { type: 'heading', level: 1, number: '三、', children: [text('收到和处理政府信息公开申请情况')], id: 's3' },
      tableThree(),
      { type: 'heading', level: 1, number: '四、', children: [text('政府信息公开行政复议、行政诉讼情况')], id: 's4' },
      tableFour('landscape'),
      { type: 'paragraph', role: 'tableNote', children: [text('注：本表为横排。')] },
      { type: 'heading', level: 1, number: '五、', children: [text('存在的主要问题及改进情况')], id: 's5' },
      body(sentence.repeat(12)),
      { type: 'paragraph', role: 'annexLine', children: [text('附件：政府信息公开情况统计表')] },
      { type: 'paragraph', role: 'signature', children: [text('示例市人民政府办公室')] },
      { type: 'paragraph', role: 'date', children: [text('2024年1月20日')] },
      { type: 'pageBreak' },
      { type: 'paragraph', role: 'annexMark', children: [text('附件')] },
      { type: 'paragraph', role: 'tableTitle', children: [text('政府信息公开情况统计表')] },
      { type: 'paragraph', role: 'tableSubtitle', children: [text('（2023年度）')] },
      { type: 'paragraph', role: 'tableLine', children: [text('填报单位：示例市人民政府办公室')] },
      indicatorTable(),
      { type: 'paragraph', role: 'tableSignoff', children: [text('单位负责人：○○○　审核人：○○○')] },
      { type: 'pageBreak' },
      tableFour(),
    ],
    meta,
  );
}
