/** Small reports, data and packs for the document checks: texts are written one after the other into one source. */
import type { Agency, ReportData, SectionInput } from '../../../src/data/types.js';
import type { Located } from '../../../src/load/loaded.js';
import type { RuleSpec, SectionSpec, TableSpec, TemplatePack } from '../../../src/pack/types.js';
import type { Block, Heading, List, Paragraph, ParagraphRole, Report, Table, Text } from '../../../src/report/tree.js';
import type { Severity } from '../../../src/diagnostic/diagnostic.js';
import { sourceText, type SourceText } from '../../../src/source/source.js';
import { barePack } from '../../support/bare-pack.js';

export const fileName = 'report.yaml';

/** Collects texts into a source, so that every text node gets the range it was written at. */
export class Author {
  #source = '';

  text(value: string, written = value): Text {
    const start = this.#source.length;
    this.#source += `${written}\n`;
    return { type: 'text', value, origin: { file: fileName, start, end: start + written.length } };
  }

  located<T extends string>(value: T): Located<T> {
    const { origin } = this.text(value);
    if (origin === undefined) throw new Error('a text of the author has a place');
    return { value, range: origin };
  }

  title(...lines: string[]): Block {
    return { type: 'title', lines: lines.map((line) => [this.text(line)]) };
  }

  paragraph(value: string, role: ParagraphRole = 'body'): Paragraph {
    return { type: 'paragraph', role, children: [this.text(value)] };
  }

  heading(level: Heading['level'], number: string, value: string, id = `h-${number}`): Heading {
    return { type: 'heading', level, number, children: [this.text(value)], id };
  }

  list(...items: [marker: string, value: string][]): List {
    return { type: 'list', items: items.map(([marker, value]) => ({ marker, children: [this.paragraph(value)] })) };
  }

  table(id: string, ...cells: string[]): Table {
    return {
      type: 'table',
      id,
      name: '',
      summary: '',
      look: 'plain',
      widths: [1],
      stub: 0,
      head: [],
      body: cells.map((value) => ({
        kind: 'data',
        cells: [{ kind: 'text', children: [this.text(value)], columnSpan: 1, rowSpan: 1, align: 'left' }],
      })),
      page: 'portrait',
    };
  }

  get source(): SourceText {
    return sourceText(fileName, this.#source);
  }
}

export function reportOf(year: number, ...children: Block[]): Report {
  const meta = {
    title: `某局${year}年政府信息公开工作年度报告`,
    agency: '某局',
    year,
    subject: '政府信息公开工作年度报告',
    date: `${year + 1}-01-20`,
    fileName: `某局${year}年政府信息公开工作年度报告`,
    continued: '（续）',
  };
  return { type: 'report', lang: 'zh-CN', meta, children };
}

const nowhere = { file: fileName, start: 0, end: 0 };

export function at<T>(value: T): Located<T> {
  return { value, range: nowhere };
}

export interface DataFields {
  readonly kind?: string;
  readonly level?: string;
  readonly published?: readonly [year: number, month: number, day: number];
  readonly own?: ReportData['own'];
  readonly sections?: readonly SectionInput[];
  readonly profile?: Located<string>;
}

export function dataOf(year: number, author: Author, fields: DataFields = {}): ReportData {
  const { kind, level, published, own = {}, sections = [], profile } = fields;
  const agency: Agency = {
    name: at('某局'),
    formerNames: [],
    ...(kind === undefined ? {} : { kind: at(kind) }),
    ...(level === undefined ? {} : { level: at(level) }),
  };
  return {
    source: author.source,
    root: { type: 'map', entries: [], range: nowhere },
    year: at(year),
    agency,
    contact: new Map(),
    signoff: new Map(),
    own,
    sections: new Map(sections.map((section) => [section.id, section])),
    tables: new Map(),
    previous: [],
    waivers: [],
    attachments: [],
    narrativeFigures: [],
    ...(published === undefined
      ? {}
      : { published: at({ year: published[0], month: published[1], day: published[2] }) }),
    ...(profile === undefined ? {} : { profile }),
  };
}

export function sectionInput(id: string, fields: Partial<SectionInput> = {}): SectionInput {
  return { id, range: nowhere, draft: false, ...fields };
}

export function sectionSpec(
  id: string,
  number: string,
  heading: string,
  fields: Partial<SectionSpec> = {},
): SectionSpec {
  return {
    id,
    number,
    heading,
    variants: [],
    kind: 'narrative',
    required: true,
    tables: [],
    wording: [],
    aspects: [],
    mustMention: [],
    ...fields,
  };
}

/** A rule that names a check of the program. */
export function checkRule(id: string, name: string, severity: Severity, fields: Partial<RuleSpec> = {}): RuleSpec {
  return {
    id,
    title: id,
    severity,
    reason: '',
    clause: { basis: 'notice', text: '第一部分' },
    scope: { each: 'once' },
    crossYear: false,
    check: { name, options: {} },
    examples: { pass: [], fail: [] },
    ...fields,
  };
}

/** The six sections of the form of 2021. */
export const sixSections: readonly SectionSpec[] = [
  sectionSpec('s0', '', '', { kind: 'lead' }),
  sectionSpec('s1', '一、', '总体情况'),
  sectionSpec('s2', '二、', '主动公开政府信息情况', { kind: 'table', tables: ['t2'] }),
  sectionSpec('s3', '三、', '收到和处理政府信息公开申请情况', { kind: 'table', tables: ['t3'] }),
  sectionSpec('s4', '四、', '政府信息公开行政复议、行政诉讼情况', { kind: 'table', tables: ['t4'] }),
  sectionSpec('s5', '五、', '存在的主要问题及改进情况', { variants: ['政府信息公开工作存在的主要问题及改进情况'] }),
  sectionSpec('s6', '六、', '其他需要报告的事项', { mustMention: ['信息处理费'] }),
];

const statutoryTables = ['t2', 't3', 't4'].map((id): TableSpec => ({
  id,
  label: id,
  aliases: [],
  name: id,
  before: [],
  notes: [],
  signoff: [],
  look: 'statutory',
  page: 'portrait',
  newPage: false,
  orientation: 'rows',
  stub: { columns: 1, layout: 'outline' },
  widths: [1, 1],
  bands: [
    {
      id: 'main',
      cornerNote: false,
      repeatHead: false,
      columns: [{ id: 'total', label: '总计', kind: 'value', span: 1, children: [] }],
      rows: [
        {
          id: 'r1',
          number: '一、',
          prefix: '',
          name: '本年新收',
          label: '一、本年新收',
          kind: 'value',
          level: 0,
          indent: 0,
          bold: false,
          ofWhich: false,
          typedUnit: false,
          aggregate: 'sum',
          children: [],
        },
      ],
    },
  ],
  addRows: false,
}));

export function packOf(rules: readonly RuleSpec[], sections: readonly SectionSpec[] = sixSections): TemplatePack {
  return barePack({
    id: 'test',
    years: { from: 2014 },
    basis: [{ id: 'notice', name: '某通知', number: '某办函〔2021〕1号', confirmed: true }],
    sections,
    tables: statutoryTables,
    rules,
  });
}

/** The text a range covers. */
export function covered(source: SourceText, range: { start: number; end: number } | undefined): string | undefined {
  return range === undefined ? undefined : source.text.slice(range.start, range.end);
}
