/**
 * A new data file for a pack: every key in the pack's language, every value beside its official label and unit, so that a
 * clerk can fill it without a manual. Pure text; the command line writes it to disk.
 */
import { normaliseName } from '../pack/names.js';
import type { BandSpec, ColumnNode, RowNode, SectionSpec, TableSpec, TemplatePack } from '../pack/types.js';

/** What a new data file says of itself besides the pack's own words. */
export interface NewDataFileOptions {
  /** What stands in every cell; the pack's word for blank unless a sample asks for a figure. */
  readonly filler?: string;
  /** How the file names its pack: the id of a built-in one, or a path such as ./我县模板. The pack's id by default. */
  readonly reference?: string;
}

/**
 * Text of a new data file for the report on `year`. Every figure is the pack's word for blank, never 0, so that nothing
 * looks filled that is not.
 */
export function newDataFile(pack: TemplatePack, year: number, options: NewDataFileOptions = {}): string {
  const { filler, reference = pack.id } = options;
  const key = (canonical: string): string => pack.terms.keys[canonical]?.[0] ?? canonical;
  const blank = filler ?? pack.terms.words['blank'] ?? '~';
  const lines = [
    `# ${pack.name}`,
    '# 填写说明：冒号后面留一个空格再写内容；数字用半角；没有发生的填 0，不要留空；“#”后面是说明，不会印出来。',
    '# 填好后检查：nianbao check report.yaml　　生成：nianbao build report.yaml -o 输出',
    '',
    'nianbao: 1',
    `${key('pack')}: ${reference}`,
    `${key('year')}: ${year}`,
    `${key('agency')}:`,
    `  ${key('name')}: ○○○○○○   # 单位全称，与公章一致`,
    `  ${key('kind')}: 部门          # 政府、部门、乡镇街道、派出机构、授权组织、垂管`,
    `  ${key('level')}: 县级         # 国家级、省级、市级、县级、乡级`,
    `# ${key('published')}: ${year + 1}-01-20    # 成文日期；定下后去掉行首的“#”`,
    '',
    `${key('sections')}:`,
    ...pack.sections.flatMap((section) => sectionLines(section, key('lead'))),
    '',
    `${key('tables')}:`,
    ...pack.tables.flatMap((table) => tableLines(table, blank)),
    '',
    '# 有上年数据文件时，写上它的路径，自动核对结转数等跨年数字：',
    `# ${key('previous')}: ../${year - 1}/report.yaml`,
    '',
    '# 办理记录（拟稿、审核、签发等）只在内部使用，不会印在报告里：',
    `# ${key('internal')}:`,
    '#   拟稿: ○○○',
  ];
  return `${lines.join('\n')}\n`;
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

function tableLines(table: TableSpec, blank: string): readonly string[] {
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
    for (const row of band.rows) lines.push(...rowLines(row, table, band, columns, blank));
  }
  return lines;
}

function rowLines(
  row: RowNode,
  table: TableSpec,
  band: BandSpec,
  columns: readonly ColumnNode[],
  blank: string,
): readonly string[] {
  const below = row.children.flatMap((child) => rowLines(child, table, band, columns, blank));
  if (row.kind === 'heading' || (row.children.length > 0 && table.stub.layout === 'nested'))
    return [`    # ${row.label}`, ...below];
  if (row.computed !== undefined) return [`    # ${row.label}：自动计算`, ...below];
  const name = rowKey(row, table);
  const unit = row.unit ?? columns[0]?.unit;
  const filled = row.typedUnit ? `${blank}   # 连单位一起写，如 0.5${unit ?? ''}` : blank;
  const value = columns.length === 1 ? filled : `[${columns.map(() => blank).join(', ')}]`;
  const comment = [
    name === row.label ? '' : row.label,
    columns.length === 1 && unit !== undefined && !row.typedUnit ? `单位：${unit}` : '',
  ]
    .filter((part) => part !== '')
    .join('　');
  return [`    ${name}: ${value}${comment === '' ? '' : `   # ${comment}`}`, ...below];
}

/** The shortest unmistakable key of a row: its code, else its label when no other row's label reads alike, else its id. */
function rowKey(row: RowNode, table: TableSpec): string {
  if (row.code !== undefined) return row.code;
  const labels = table.bands
    .flatMap((band) => allRows(band.rows))
    .filter((other) => normaliseName(other.label) === normaliseName(row.label));
  return labels.length === 1 && isPlainKey(row.label) ? row.label : row.id;
}

/** True for a label that YAML reads as that text when it stands before a colon as it is. */
function isPlainKey(label: string): boolean {
  return !/^[\d.]+$|: |:$| #|^[\s\-?:,[\]{}#&*!|>'"%@`~]/u.test(label) && label === label.trim();
}

function allRows(rows: readonly RowNode[]): readonly RowNode[] {
  return rows.flatMap((row) => [row, ...allRows(row.children)]);
}

function leaves(columns: readonly ColumnNode[]): readonly ColumnNode[] {
  return columns.flatMap((column) => (column.children.length > 0 ? leaves(column.children) : [column]));
}

/** Columns a clerk fills, left to right. */
function inputColumns(columns: readonly ColumnNode[]): readonly ColumnNode[] {
  return leaves(columns).filter((column) => column.kind === 'value' && column.computed === undefined);
}
