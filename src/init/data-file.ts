/**
 * A new data file for a pack: every key in the pack's language, every value beside its official label and unit, so that a
 * clerk can fill it without a manual. Pure text; the command line writes it to disk.
 */
import type { BandSpec, ColumnNode, RowNode, SectionSpec, TableSpec, TemplatePack } from '../pack/types.js';
import { rowKey } from './row-key.js';

/** What a new data file says of itself besides the pack's own words. */
export interface NewDataFileOptions {
  /** What stands in every cell; the pack's word for blank unless a sample asks for a figure. */
  readonly filler?: string;
  /** How the file names its pack: the id of a built-in one, or a path such as ./我县模板. The pack's id by default. */
  readonly reference?: string;
  /** A first line of its own, such as the one by which YAML editors find the schema. */
  readonly firstLine?: string;
  /** What is known already, from last year's report. */
  readonly known?: KnownContent;
}

/** What stands in a new data file in place of the blank form (`src/renew`). All lines carry their own indentation. */
export interface KnownContent {
  /** Comment lines under the pack's name. */
  readonly head: readonly string[];
  /** In place of year, agency and date. */
  readonly facts: readonly string[];
  /** A section with its key; undefined = as in a blank form. */
  readonly section: (section: SectionSpec) => readonly string[] | undefined;
  readonly afterSections: readonly string[];
  /** Figure of a cell; undefined = blank. */
  readonly cell: (address: string) => string | undefined;
  /** Comment at the end of a row, by the addresses of its cells that a clerk fills; empty = none. */
  readonly rowComment: (addresses: readonly string[]) => string;
  readonly afterTable: (table: TableSpec) => readonly string[];
  /** In place of the reminder to name last year's file. */
  readonly end: readonly string[];
}

/**
 * Text of a new data file for the report on `year`. Every figure is the pack's word for blank, never 0, so that nothing
 * looks filled that is not.
 */
export function newDataFile(pack: TemplatePack, year: number, options: NewDataFileOptions = {}): string {
  const { filler, reference = pack.id, known } = options;
  const key = (canonical: string): string => pack.terms.keys[canonical]?.[0] ?? canonical;
  const blank = filler ?? pack.terms.words['blank'] ?? '~';
  const lines = [
    ...(options.firstLine === undefined ? [] : [options.firstLine]),
    `# ${pack.name}`,
    ...(known?.head ?? []),
    '# 填写说明：冒号后面留一个空格再写内容；数字用半角；没有发生的填 0，不要留空；“#”后面是说明，不会印出来。',
    '# 填好后检查：nianbao check report.yaml　　生成：nianbao build report.yaml -o 输出',
    '',
    'nianbao: 1',
    `${key('pack')}: ${reference}`,
    ...(known?.facts ?? blankFacts(year, key)),
    '',
    `${key('sections')}:`,
    ...pack.sections.flatMap((section) => known?.section(section) ?? sectionLines(section, key('lead'))),
    ...(known?.afterSections ?? ['']),
    `${key('tables')}:`,
    ...pack.tables.flatMap((table) => [...tableLines(table, { blank, known }), ...(known?.afterTable(table) ?? [])]),
    '',
    ...(known?.end ?? [
      '# 有上年数据文件时，写上它的路径，自动核对结转数等跨年数字：',
      `# ${key('previous')}: ../${year - 1}/report.yaml`,
    ]),
    '',
    '# 办理记录（拟稿、审核、签发等）只在内部使用，不会印在报告里：',
    `# ${key('internal')}:`,
    '#   拟稿: ○○○',
  ];
  return `${lines.join('\n')}\n`;
}

function blankFacts(year: number, key: (canonical: string) => string): readonly string[] {
  return [
    `${key('year')}: ${year}`,
    `${key('agency')}:`,
    `  ${key('name')}: ○○○○○○   # 单位全称，与公章一致`,
    `  ${key('kind')}: 部门          # 政府、部门、乡镇街道、派出机构、授权组织、垂管`,
    `  ${key('level')}: 县级         # 国家级、省级、市级、县级、乡级`,
    `# ${key('published')}: ${year + 1}-01-20    # 成文日期；定下后去掉行首的“#”`,
  ];
}

function sectionLines(section: SectionSpec, lead: string): readonly string[] {
  if (section.kind === 'table' || section.kind === 'annex') return [];
  const name = section.heading === '' ? lead : section.heading;
  const comment =
    section.heading === ''
      ? '   # 标题下面的开头一段'
      : section.number === ''
        ? ''
        : `   # ${section.number}${section.heading}`;
  const starter = (section.starter ?? '').trim();
  if (starter === '') return [`  ${name}: ~${comment}`];
  return [`  ${name}: |${comment}`, ...starter.split('\n').map((line) => (line === '' ? '' : `    ${line}`))];
}

/** What the cells of a new file hold. */
interface Cells {
  readonly blank: string;
  readonly known: KnownContent | undefined;
}

function tableLines(table: TableSpec, cells: Cells): readonly string[] {
  const lines = [`  ${table.label}:   # ${table.name}${table.unit === undefined ? '' : `（单位：${table.unit}）`}`];
  for (const band of table.bands) {
    if (band.heading !== undefined) lines.push(`    # ${band.heading}`);
    const columns = inputColumns(band.columns);
    if (columns.length > 1) {
      const automatic = leaves(band.columns).filter((column) => column.computed !== undefined);
      lines.push(
        `    # 每行依次是：${columns.map((column) => column.label).join('、')}${automatic.length === 0 ? '' : `；${automatic.map((column) => column.label).join('、')}自动计算`}`,
      );
    }
    for (const row of band.rows) lines.push(...rowLines(row, table, band, columns, cells));
  }
  return lines;
}

function rowLines(
  row: RowNode,
  table: TableSpec,
  band: BandSpec,
  columns: readonly ColumnNode[],
  cells: Cells,
): readonly string[] {
  const below = row.children.flatMap((child) => rowLines(child, table, band, columns, cells));
  if (row.kind === 'heading' || (row.children.length > 0 && table.stub.layout === 'nested'))
    return [`    # ${row.label}`, ...below];
  if (row.computed !== undefined) return [`    # ${row.label}：自动计算`, ...below];
  const name = rowKey(row, table);
  const unit = row.unit ?? columns[0]?.unit;
  const addresses = columns.map((column) => `${table.id}/${row.id}/${column.id}`);
  const figures = addresses.map((address) => cells.known?.cell(address) ?? cells.blank);
  const single = columns.length === 1;
  const value = single ? (figures[0] ?? cells.blank) : `[${figures.join(', ')}]`;
  const comment = [
    single && row.typedUnit ? `连单位一起写，如 0.5${unit ?? ''}` : '',
    ...(single ? [] : columns.filter(({ typedUnit }) => typedUnit === true)).map(
      ({ label }) => `${label}连单位一起写，如 0.5万元`,
    ),
    name === row.label ? '' : row.label,
    single && unit !== undefined && !row.typedUnit ? `单位：${unit}` : '',
    cells.known?.rowComment(addresses) ?? '',
  ]
    .filter((part) => part !== '')
    .join('　');
  return [`    ${name}: ${value}${comment === '' ? '' : `   # ${comment}`}`, ...below];
}

function leaves(columns: readonly ColumnNode[]): readonly ColumnNode[] {
  return columns.flatMap((column) => (column.children.length > 0 ? leaves(column.children) : [column]));
}

/** Columns a clerk fills, left to right. */
function inputColumns(columns: readonly ColumnNode[]): readonly ColumnNode[] {
  return leaves(columns).filter((column) => column.kind === 'value' && column.computed === undefined);
}
