/** Report trees made by hand for tests of layout and of the PDF writer. */
import { readFileSync } from 'node:fs';
import { createFontSet, FONT_FILES, type FontSet } from '../../src/fonts/fonts.js';
import type { Block, Cell, Inline, Paragraph, Report, ReportMeta, Row, Table } from '../../src/report/tree.js';
import { tableThreeResults } from './form-2021.js';

let fonts: FontSet | undefined;

/** The built-in fonts, read once for a test file. */
export function builtInFonts(): FontSet {
  if (fonts !== undefined) return fonts;
  const folder = new URL('../../fonts/', import.meta.url);
  const files = Object.fromEntries(
    FONT_FILES.map((name) => [name, new Uint8Array(readFileSync(new URL(name, folder)))]),
  );
  const { value, diagnostics } = createFontSet(files);
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  fonts = value;
  return value;
}

export function text(value: string): Inline[] {
  return [{ type: 'text', value }];
}

export function body(value: string): Paragraph {
  return { type: 'paragraph', role: 'body', children: text(value) };
}

export function heading(level: 1 | 2 | 3 | 4, number: string, value: string, id = `h${level}`): Block {
  return { type: 'heading', level, number, children: text(value), id };
}

export function report(children: readonly Block[], meta: Partial<ReportMeta> = {}): Report {
  return {
    type: 'report',
    lang: 'zh-CN',
    meta: {
      title: '青山县人民政府2023年政府信息公开工作年度报告',
      agency: '青山县人民政府',
      year: 2023,
      subject: '政府信息公开工作年度报告',
      date: '2024-01-20',
      fileName: '年度报告',
      continued: '（续）',
      ...meta,
    },
    children,
  };
}

function cell(kind: Cell['kind'], value: string, more: Partial<Cell> = {}): Cell {
  return {
    kind,
    children: value === '' ? [] : text(value),
    columnSpan: 1,
    rowSpan: 1,
    align: kind === 'rowHead' ? 'left' : 'center',
    ...more,
  };
}

const head = (value: string, columnSpan = 1, rowSpan = 1): Cell => cell('columnHead', value, { columnSpan, rowSpan });
const value = (printed: string): Cell => cell('value', printed);

const APPLICANTS = ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];

/** Table three of the form of 2021: 3 head rows, 25 rows of values, a stub of three columns. */
export function tableThree(
  figure = (row: number, column: number): string => String((row * 7 + column * 3) % 120),
): Table {
  const rows: Row[] = [];
  const push = (heads: readonly Cell[]): void => {
    const at = rows.length;
    rows.push({ kind: 'data', cells: [...heads, ...Array.from({ length: 7 }, (_, c) => value(figure(at, c)))] });
  };
  const row = (label: string, columnSpan: number, rowSpan = 1): Cell => cell('rowHead', label, { columnSpan, rowSpan });
  push([row('一、本年新收政府信息公开申请数量', 3)]);
  push([row('二、上年结转政府信息公开申请数量', 3)]);
  push([row('三、本年度办理结果', 1, 22), row('（一）予以公开', 2)]);
  push([row('（二）部分公开（区分处理的，只计这一情形，不计其他情形）', 2)]);
  for (const [group, reasons] of tableThreeResults) {
    reasons.forEach((reason, i) => push([...(i === 0 ? [row(group, 1, reasons.length)] : []), row(reason, 1)]));
  }
  push([row('（七）总计', 2)]);
  push([row('四、结转下年度继续办理', 3)]);
  return {
    type: 'table',
    id: 't3',
    name: '表三 收到和处理政府信息公开申请情况',
    summary: '申请人情况与办理结果',
    look: 'statutory',
    widths: [685, 836, 2970, 622, 622, 622, 622, 622, 622, 622],
    stub: 3,
    page: 'portrait',
    head: [
      {
        kind: 'head',
        cells: [
          cell('corner', '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', {
            columnSpan: 3,
            rowSpan: 3,
            note: true,
          }),
          head('申请人情况', 7),
        ],
      },
      { kind: 'head', cells: [head('自然人', 1, 2), head('法人或其他组织', 5), head('总计', 1, 2)] },
      { kind: 'head', cells: APPLICANTS.map((label) => head(label)) },
    ],
    body: rows,
  };
}

/** Table two of the form of 2021: four bands, each with a heading row and a head row of its own. */
export function tableTwo(): Table {
  const band = (
    heading: string,
    columns: readonly string[],
    rows: readonly string[],
    figures: readonly string[],
  ): Row[] => {
    const span = columns.length === 3 ? 1 : 3;
    return [
      { kind: 'band', cells: [cell('band', heading, { columnSpan: 4 })] },
      {
        kind: 'head',
        keepWithPrevious: true,
        cells: [head('信息内容'), ...columns.map((label) => head(label, span))],
      },
      ...rows.map((label, i): Row => ({
        kind: 'data',
        keepWithPrevious: i === 0,
        cells: [
          cell('rowHead', label),
          ...columns.map((_, c) => cell('value', figures[i * columns.length + c] ?? '0', { columnSpan: span })),
        ],
      })),
    ];
  };
  return {
    type: 'table',
    id: 't2',
    name: '表二 主动公开政府信息情况',
    summary: '第二十条各项',
    look: 'statutory',
    widths: [1, 1, 1, 1],
    stub: 1,
    page: 'portrait',
    head: [],
    body: [
      ...band(
        '第二十条第（一）项',
        ['本年制发件数', '本年废止件数', '现行有效件数'],
        ['规章', '行政规范性文件'],
        ['0', '0', '0', '12', '3', '118'],
      ),
      ...band('第二十条第（五）项', ['本年处理决定数量'], ['行政许可'], ['11398889']),
      ...band('第二十条第（六）项', ['本年处理决定数量'], ['行政处罚', '行政强制'], ['3287', '41']),
      ...band('第二十条第（八）项', ['本年收费金额（单位：万元）'], ['行政事业性收费'], ['96171.6']),
    ],
  };
}

/** Table four of the form of 2021: 15 narrow columns, 3 head rows, one row of values. */
export function tableFour(): Table {
  const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  return {
    type: 'table',
    id: 't4',
    name: '表四 政府信息公开行政复议、行政诉讼情况',
    summary: '行政复议与行政诉讼的结果',
    look: 'cases',
    widths: Array.from({ length: 15 }, () => 1),
    stub: 0,
    page: 'portrait',
    head: [
      { kind: 'head', cells: [head('行政复议', 5), head('行政诉讼', 10)] },
      {
        kind: 'head',
        cells: [...outcomes.map((label) => head(label, 1, 2)), head('未经复议直接起诉', 5), head('复议后起诉', 5)],
      },
      { kind: 'head', cells: [...outcomes, ...outcomes].map((label) => head(label)) },
    ],
    body: [{ kind: 'data', cells: Array.from({ length: 15 }, (_, i) => value(String((i * 3) % 17))) }],
  };
}

/** The indicator table of 2014: four columns, `rows` rows, every seventh a category. */
export function indicatorTable(rows = 65): Table {
  const labels = [
    '主动公开政府信息数（不同渠道和方式公开相同信息计1条）',
    '通过政府公报公开信息数',
    '其中：主动公开规范性文件数',
    '举行新闻发布会总次数',
    '收到申请数',
    '属于已主动公开范围数',
  ];
  return {
    type: 'table',
    id: 't1',
    name: '政府信息公开情况统计表',
    summary: '指标、代码、单位和统计数',
    look: 'indicator',
    widths: [62, 12, 10, 16],
    stub: 1,
    page: 'portrait',
    head: [{ kind: 'head', cells: ['统计指标', '代码', '单位', '统计数'].map((label) => head(label)) }],
    body: Array.from({ length: rows }, (_, i): Row => {
      const isCategory = i % 7 === 0;
      const label = isCategory
        ? `${'一二三四五六七八九十'[i / 7] ?? ''}、第${i / 7 + 1}类情况`
        : labels[i % labels.length];
      return {
        kind: isCategory ? 'category' : 'data',
        cells: [
          cell('rowHead', label ?? '', isCategory ? {} : { indent: 1 }),
          cell('attribute', String(1000 + i)),
          cell('attribute', isCategory ? '——' : '条'),
          value(isCategory ? '——' : String(i * 31)),
        ],
      };
    }),
  };
}

const PARAGRAPHS = [
  '本报告根据《中华人民共和国政府信息公开条例》（国务院令第711号）和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求编制。本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。如对本报告有疑问，请与县政府办公室联系（地址：青山县人民路1号；电话：0571-12345678；邮箱：xxgk@qingshan.gov.cn）。',
  '2023年，全县各级行政机关坚持以习近平新时代中国特色社会主义思想为指导，深入贯彻落实党的二十大精神，“以公开促落实、以公开促规范、以公开促服务”，全年主动公开政府信息12,345条，比上年增加1,068条，增长9.5%；其中规范性文件18件、重大决策预公开23项、财政预决算信息196份，公开率达100%，涉及资金6.58万元。',
  '全年共收到政府信息公开申请128件，上年结转3件，办结126件，结转下年度5件。在办结的申请中，予以公开68件，部分公开12件；不予公开9件；无法提供21件；不予处理8件；其他处理8件。“我要看”“我要问”“我要查”三个栏目（含“一网通办”专区）访问量达3.2万人次——较上年翻了一番……群众满意度持续提升。',
  '报告全文可在青山县人民政府门户网站（https://www.qingshan.gov.cn/zwgk/xxgknb/2024/202401/t20240120_5566778.html?channel=nb&year=2023）查阅，也可以登录“浙江政务服务网”下载。办理进度查询电话为12345，工作日9：00—17：00受理，20个工作日内答复。',
];

/** A whole report with every kind of block, tables two to four and enough text for several pages. */
export function fullReport(): Report {
  return report([
    { type: 'title', lines: [text('青山县人民政府'), text('2023年政府信息公开工作年度报告')] },
    body(PARAGRAPHS[0] ?? ''),
    heading(1, '一、', '总体情况', 's1'),
    body(PARAGRAPHS[1] ?? ''),
    heading(2, '（一）', '主动公开情况', 's1-1'),
    body(PARAGRAPHS[2] ?? ''),
    heading(3, '1.', '平台建设', 's1-1-1'),
    body(PARAGRAPHS[3] ?? ''),
    heading(4, '（1）', '政府网站', 's1-1-1-1'),
    body(PARAGRAPHS[1] ?? ''),
    {
      type: 'paragraph',
      role: 'body',
      runIn: { level: 2, number: '（二）', children: text('依申请公开情况。'), id: 's1-2' },
      children: [
        ...text(PARAGRAPHS[2] ?? ''),
        { type: 'link', href: 'https://www.qingshan.gov.cn/', children: [{ type: 'text', value: '县政府门户网站' }] },
        ...text('同步公布。'),
      ],
    },
    {
      type: 'list',
      items: [
        { marker: '1.', children: [body('政策解读材料32篇，解读比例100%；')] },
        {
          marker: '2.',
          children: [
            body('回应公众关注热点或重大舆情5次，平均回应时间1.5个工作日，按期答复率达到百分之百，群众较为满意。'),
          ],
        },
      ],
    },
    heading(1, '二、', '主动公开政府信息情况', 's2'),
    tableTwo(),
    heading(1, '三、', '收到和处理政府信息公开申请情况', 's3'),
    tableThree(),
    heading(1, '四、', '政府信息公开行政复议、行政诉讼情况', 's4'),
    tableFour(),
    heading(1, '五、', '存在的主要问题及改进情况', 's5'),
    ...PARAGRAPHS.map(body),
    heading(1, '六、', '其他需要报告的事项', 's6'),
    body('本年度收取信息处理费0元。'),
    ...PARAGRAPHS.map(body),
    {
      type: 'paragraph',
      role: 'annexLine',
      children: text('附件：1.青山县政府信息公开情况统计表及其编制说明（含各乡镇人民政府和街道办事处分表）'),
    },
    { type: 'paragraph', role: 'signature', children: text('青山县人民政府') },
    { type: 'paragraph', role: 'date', children: text('2024年1月20日') },
    { type: 'pageBreak' },
    { type: 'paragraph', role: 'annexMark', children: text('附件1') },
    { type: 'paragraph', role: 'tableTitle', children: text('政府信息公开情况统计表') },
    { type: 'paragraph', role: 'tableSubtitle', children: text('（2023年度）') },
    { type: 'paragraph', role: 'tableLine', children: text('填报单位：青山县人民政府') },
    indicatorTable(),
    { type: 'paragraph', role: 'tableSignoff', children: text('单位负责人：张三　　审核人：李四　　填报人：王五') },
  ]);
}
