// Writes docs/rules.md: every rule of every built-in form, from the packs themselves. Usage: node scripts/rules-table.mjs
// A test compares the file with what this gives, so it is run again after every change of a rule.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const severities = { error: '错误', warning: '警告', info: '提示' };

const head = `# 核对规则

下面是自带模板的全部核对规则，由 \`node scripts/rules-table.mjs\` 从模板生成，不手工改（测试会比对）。

- **编号**就是检查结果里的代码，永久不变；\`nianbao explain 编号 --pack 模板\` 给出理由和办法。
- **级别**：错误不改不能生成正式报告；警告应当看一看；提示仅供参考。括号里是 \`check --strict\`（按报送要求）时的级别。
- **算法**里的名称是行、列的标识，\`nianbao packs show 模板\` 列出标识和印出的名称；\`prev(…)\` 是上年数，\`sum(r3.3.*)\` 是
  标识以 r3.3. 开头的各行之和。没有公式的写内置检查的名称，见 [pack-format.md](pack-format.md#内置检查)。
- **依据**是条款；标“未核实”的，原文没有见到，内容由公开的年度报告印证。
- 空白不当作 0：缺的数无论是几都不成立，才报错；否则提示无法核对（见 [pack-format.md](pack-format.md#五种结果)）。
`;

/** The whole text of docs/rules.md for the loaded packs of forms (common ground left out). */
export function rulesTable(packs) {
  const forms = packs.filter((pack) => pack.abstract !== true);
  const families = [
    ['2019 年、2021 年格式', forms.filter((pack) => !pack.chain.includes('cn-2014'))],
    ['2014 年统计表格式', forms.filter((pack) => pack.chain.includes('cn-2014'))],
  ];
  return [head, ...families.map(([title, members]) => familyTable(title, members))].join('\n');
}

function familyTable(title, packs) {
  const rows = new Map();
  for (const pack of packs) {
    for (const rule of pack.rules) {
      const cells = cellsOf(rule, pack);
      const key = [rule.id, ...cells].join('\n');
      const known = rows.get(key) ?? { id: rule.id, cells, packs: [] };
      rows.set(key, { ...known, packs: [...known.packs, pack.id] });
    }
  }
  const lines = [...rows.values()]
    .toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    .map(
      ({ id, cells, packs: ids }) =>
        `| ${[id, ...cells, ids.length === packs.length ? '全部' : ids.join('、')].join(' | ')} |`,
    );
  return [
    `## ${title}\n`,
    `模板：${packs.map(({ id }) => `\`${id}\``).join('、')}。\n`,
    '| 编号 | 核对什么 | 算法 | 级别 | 依据 | 模板 |',
    '| --- | --- | --- | --- | --- | --- |',
    ...lines,
    '',
  ].join('\n');
}

function cellsOf(rule, pack) {
  const basis = pack.basis.find(({ id }) => id === rule.clause.basis);
  const name = basis?.number ?? basis?.name ?? rule.clause.basis;
  const clause = `${name}${rule.clause.text === undefined ? '' : ` ${rule.clause.text}`}`;
  const strict = rule.strictSeverity === undefined ? '' : `（${severities[rule.strictSeverity]}）`;
  const how = rule.testText === undefined ? rule.check.name : `${scopeOf(rule, pack)}${code(rule.testText)}`;
  return [
    rule.title + onlyFor(rule),
    how,
    severities[rule.severity] + strict,
    clause + (basis?.confirmed === false ? '（未核实）' : ''),
  ];
}

function onlyFor({ onlyFor: facts }) {
  if (facts === undefined) return '';
  const { or = [], ...first } = facts;
  return `（${[first, ...or].map(agencies).join('；或者')}）`;
}

function agencies({ kinds = [], levels = [], notKinds = [], notLevels = [] }) {
  const only = [...kinds, ...levels];
  const not = [...notKinds, ...notLevels];
  return [
    ...(only.length === 0 ? [] : [`只对${only.join('、')}`]),
    ...(not.length === 0 ? [] : [`${not.join('、')}除外`]),
  ].join('，');
}

function scopeOf({ scope }, pack) {
  if (scope.each === 'once') return '';
  const label = pack.tables.find(({ id }) => id === scope.table)?.label ?? scope.table;
  const only = (scope.each === 'row' ? scope.rows : scope.columns) ?? [];
  const which = only.length === 0 ? '' : `（${only.join('、')}）`;
  return `${label}逐${scope.each === 'row' ? '行' : '列'}${which}：`;
}

function code(text) {
  return `\`${text.replaceAll('|', '\\|').replace(/\s+/gu, ' ').trim()}\``;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { builtInPackIds, diskSources, openPack } = await import('../dist/index.js');
  const sources = diskSources('report.yaml');
  const packs = builtInPackIds().map((id) => openPack(id, sources).value);
  writeFileSync('docs/rules.md', rulesTable(packs));
}
