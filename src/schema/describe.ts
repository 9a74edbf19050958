/**
 * What an editor shows of a row or column: its place in the form as printed, its unit, how it is filled, the clause it
 * stands on, and the rules that look at it.
 */
import { rowTitle } from '../pack/cell-name.js';
import { cellSpecs, type CellSpec } from '../pack/cells.js';
import type { ColumnNode, RowNode, RuleSpec, TableSpec, TemplatePack } from '../pack/types.js';
import { nameExpressions } from '../rule/operands.js';
import { placesOf } from '../validate/scope.js';
import type { JsonSchema } from './json-schema.js';

/** Rules by `table/row` of the cells that their formulas speak of, in the order of the pack. */
export type RulesByRow = ReadonlyMap<string, readonly RuleSpec[]>;

/** Looks up every formula of a pack once. */
export function rulesByRow(pack: TemplatePack): RulesByRow {
  const found = new Map<string, Set<RuleSpec>>();
  for (const rule of pack.rules) {
    const places = rule.test === undefined ? [] : placesOf(rule.scope, pack);
    if (rule.test === undefined || 'error' in places) continue;
    const names = nameExpressions(rule.test);
    for (const cell of places.flatMap((place) => names.flatMap((name) => place.cells(name) ?? []))) {
      const key = `${cell.table.id}/${cell.row.id}`;
      found.set(key, (found.get(key) ?? new Set()).add(rule));
    }
  }
  return new Map([...found].map(([key, rules]) => [key, [...rules]]));
}

/**
 * Descriptions of a row. They hold its title themselves: editors show a `title` also for what stands below it and is shared
 * with other rows.
 */
export function describeRow(
  table: TableSpec,
  path: readonly RowNode[],
  rules: RulesByRow,
  pack: TemplatePack,
): JsonSchema {
  const row = path.at(-1);
  if (row === undefined) return {};
  const specs = cellSpecs(pack).tables.get(table.id)?.byRow.get(row.id) ?? [];
  const place = [`${table.label} ${table.name}`, ...path.map((node) => node.label)].join(' › ');
  const facts = [
    ...(row.code === undefined ? [] : [`代码：${row.code}`]),
    ...unitLine(specs),
    filling(row, specs),
    ...(row.law === undefined ? [] : [`依据：${row.law}`]),
    ...rulesLine(rules.get(`${table.id}/${row.id}`) ?? []),
  ];
  return {
    description: [place, ...unitLine(specs)].join('。'),
    markdownDescription: [
      `**${markdown(rowTitle(table, [row]))}**`,
      markdown(place),
      ...facts.map((fact) => `- ${markdown(fact)}`),
    ].join('\n\n'),
  };
}

/** Description of a column in its band. */
export function describeColumn(
  column: ColumnNode,
  path: readonly ColumnNode[],
  spec: CellSpec | undefined,
): JsonSchema {
  const place = path.map((node) => node.label).join(' › ');
  const unit = spec?.unit === undefined ? '' : `，单位：${spec.unit}`;
  const computed = column.computed === undefined ? '' : '，可以不填，由程序计算；填了就核对';
  return { description: `${place}列${unit}${computed}` };
}

function unitLine(specs: readonly CellSpec[]): readonly string[] {
  const units = [...new Set(specs.flatMap(({ unit }) => unit ?? []))];
  return units.length === 0 ? [] : [`单位：${units.join('、')}`];
}

function filling(row: RowNode, specs: readonly CellSpec[]): string {
  if (row.kind === 'heading') return '填法：分类标题，不填数；数填在下面各行';
  if (row.computed !== undefined) return '填法：可以不填，由程序计算；填了就核对';
  const [only] = specs;
  if (specs.length === 1)
    return only?.typedUnit === true ? `填法：连单位一起写，如 0.5${only.unit ?? '万元'}` : '填法：一个数；没有发生填 0';
  const typed = specs.filter((spec) => spec.computedBy !== 'row');
  const computed = specs.filter((spec) => spec.computedBy === 'row');
  const names = typed.map(({ column }) => column.label).join('、');
  const automatic =
    computed.length === 0 ? '' : `（${computed.map(({ column }) => column.label).join('、')}自动计算，可以不写）`;
  return `填法：写在方括号里，依次为 ${names}${automatic}；没有发生填 0`;
}

function rulesLine(rules: readonly RuleSpec[]): readonly string[] {
  return rules.length === 0 ? [] : [`核对：${rules.map((rule) => `${rule.title}（${rule.id}）`).join('；')}`];
}

/** Signs that Markdown would take for its own. */
function markdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/gu, String.raw`\$&`);
}
