/** Small forms, rules and reports for the validation tests. */
import type { CellInput, ReportData, TableInput, Waiver } from '../../../src/data/types.js';
import { cellSpecs } from '../../../src/pack/cells.js';
import type { ColumnNode, RowNode, RuleSpec, TableSpec, TemplatePack, ValueType } from '../../../src/pack/types.js';
import { sourceText, type SourceRange } from '../../../src/source/source.js';
import { barePack } from '../../support/bare-pack.js';
import { cellValue, formula } from '../rule/formulas.js';

/** `1100`-style form: a code column, one value column. */
export function codeTable(rows: readonly RowNode[]): TableSpec {
  return table('t1', '', [column('code', '代码', { kind: 'code' }), column('value', '统计数')], rows);
}

/** Table three cut down: three columns, the last computed; row r3.7 computed. */
export const tableThree: TableSpec = table(
  't3',
  '表三',
  [
    column('natural', '自然人'),
    column('enterprise', '商业企业'),
    column('total', '总计', { computed: formula('natural + enterprise') }),
  ],
  [
    row('r1', '一、', '本年新收政府信息公开申请数量'),
    row('r2', '二、', '上年结转政府信息公开申请数量'),
    row('r3', '三、', '本年度办理结果', {
      kind: 'heading',
      children: [
        row('r3.1', '（一）', '予以公开'),
        row('r3.3', '（三）', '不予公开', {
          kind: 'heading',
          children: [row('r3.3.1', '1.', '属于国家秘密'), row('r3.3.2', '2.', '其他法律行政法规禁止公开')],
        }),
        row('r3.7', '（七）', '总计', { computed: formula('r3.1 + sum(r3.3.*)') }),
      ],
    }),
    row('r4', '四、', '结转下年度继续办理'),
  ],
);

export const tableFour: TableSpec = {
  ...table(
    't4',
    '表四',
    [column('upheld', '结果维持'), column('pending', '尚未审结'), column('total', '总计')],
    [
      row('review', '', '行政复议'),
      row('suit', '', '行政诉讼', { kind: 'heading', children: [row('suit_direct', '', '未经复议直接起诉')] }),
    ],
  ),
  orientation: 'across',
};

export function table(id: string, label: string, columns: readonly ColumnNode[], rows: readonly RowNode[]): TableSpec {
  return {
    id,
    label,
    aliases: [],
    name: '统计表',
    before: [],
    notes: [],
    signoff: [],
    look: 'statutory',
    page: 'portrait',
    newPage: false,
    orientation: 'rows',
    stub: { columns: 1, layout: 'outline' },
    widths: columns.map(() => 1),
    bands: [{ id: 'main', cornerNote: false, repeatHead: true, columns, rows }],
    addRows: false,
  };
}

export function column(id: string, label: string, more: Partial<ColumnNode> = {}): ColumnNode {
  return { id, label, kind: 'value', span: 1, children: [], ...more };
}

export function row(id: string, number: string, name: string, more: Partial<RowNode> = {}): RowNode {
  return {
    id,
    number,
    prefix: '',
    name,
    label: number + name,
    kind: 'value',
    level: 0,
    indent: 0,
    bold: false,
    ofWhich: false,
    typedUnit: false,
    aggregate: 'sum',
    children: [],
    ...more,
  };
}

/** A row of the code form: `row('1100', …)` with its code printed. */
export function codeRow(code: string, name: string, type?: ValueType): RowNode {
  return row(code, '', name, { code, ...(type === undefined ? {} : { type }) });
}

export function rule(id: string, test: string, more: Partial<RuleSpec> = {}): RuleSpec {
  return {
    id,
    title: `规则${id}`,
    severity: 'error',
    reason: '测试',
    clause: { basis: 'form', text: ' 附件' },
    scope: { each: 'once' },
    test: formula(test),
    testText: test,
    crossYear: false,
    examples: { pass: [], fail: [] },
    ...more,
  };
}

export function checkRule(id: string, name: string, more: Partial<RuleSpec> = {}): RuleSpec {
  const { test: _, testText: __, ...rest } = rule(id, '1 == 1', { severity: 'warning', ...more });
  return { ...rest, check: { name, options: {} } };
}

export function packOf(
  tables: readonly TableSpec[],
  rules: readonly RuleSpec[] = [],
  more: Partial<TemplatePack> = {},
): TemplatePack {
  const basis = [{ id: 'form', name: '格式', number: '国办公开办函〔2021〕30号', confirmed: true }];
  return barePack({ basis, tables, rules, ...more });
}

/**
 * A report with the cells given as text (`4`, `空`, `/`, `未填`); cells not named are not there. The range of a cell is its
 * place in the form: cell n starts at offset 10 n.
 */
export function reportOf(
  pack: TemplatePack,
  cells: Readonly<Record<string, string>>,
  more: Partial<ReportData> & { readonly file?: string } = {},
): ReportData {
  const { file = 'report.yaml', ...rest } = more;
  const range = (start: number): SourceRange => ({ file, start, end: start + 1 });
  const specs = [...cellSpecs(pack).byAddress.values()];
  const unknown = Object.keys(cells).find((address) => !cellSpecs(pack).byAddress.has(address));
  if (unknown !== undefined) throw new Error(`no cell ${unknown}`);
  const tables = pack.tables.map((spec): [string, TableInput] => {
    const own = specs.filter((cell) => cell.table.id === spec.id);
    const inputs = own.map(({ address }): [string, CellInput] => [
      address,
      {
        address,
        value: cellValue(cells[address] ?? '未填'),
        parts: new Map(),
        range: range(10 * specs.findIndex((s) => s.address === address)),
      },
    ]);
    return [spec.id, { id: spec.id, range: range(0), notes: [], cells: new Map(inputs), labels: new Map(), added: [] }];
  });
  return {
    source: sourceText(file, ''),
    root: { type: 'map', entries: [], range: range(0) },
    year: { value: 2023, range: range(0) },
    agency: { name: { value: '某市某局', range: range(0) }, formerNames: [] },
    contact: new Map(),
    signoff: new Map(),
    own: {},
    sections: new Map(),
    tables: new Map(tables),
    previous: [],
    waivers: [],
    attachments: [],
    narrativeFigures: [],
    ...rest,
  };
}

/** Typed figures of `tableThree` that agree with one another. */
export const balanced = {
  r1: '3 1',
  r2: '0 0',
  'r3.1': '1 1',
  'r3.3.1': '1 0',
  'r3.3.2': '0 0',
  r4: '1 0',
};

/** Values of whole rows, column after column: `rows(pack, 't3', { r1: '1 0 1' })`. */
export function rows(
  pack: TemplatePack,
  tableId: string,
  lines: Readonly<Record<string, string>>,
): Record<string, string> {
  const byRow = cellSpecs(pack).tables.get(tableId)?.byRow;
  return Object.fromEntries(
    Object.entries(lines).flatMap(([id, line]) =>
      line.split(' ').map((text, i) => [byRow?.get(id)?.[i]?.address ?? '', text]),
    ),
  );
}

export function waiver(code: string, figures: Readonly<Record<string, string>>, cell?: string): Waiver {
  return {
    code,
    ...(cell === undefined ? {} : { cell }),
    figures: new Map(Object.entries(figures)),
    reason: '已核实',
    range: { file: 'report.yaml', start: 900, end: 910 },
  };
}
