import {
  array,
  assert as assertProperty,
  asyncProperty,
  constant,
  constantFrom,
  integer,
  nat,
  oneof,
  record,
  type Arbitrary,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typedOf } from '../../../src/data/row-findings.js';
import { rowKey } from '../../../src/init/row-key.js';
import { cellSpecs, type CellSpec } from '../../../src/pack/cells.js';
import type { TemplatePack } from '../../../src/pack/types.js';
import { takeForm, type TakeOutcome } from '../../../src/take/take.js';
import { figureTexts, filledForm, openForm, openText, packSources } from '../../support/forms.js';
import { templatePack } from '../../support/template-pack.js';

const packs = [
  'cn-2014',
  'cn-2014-hunan',
  'cn-2014-shandong',
  'cn-2014-shanghai',
  'cn-2014-zhejiang',
  'cn-2019',
  'cn-2021',
];

function take(form: Uint8Array, text: string): TakeOutcome {
  return takeForm(
    { name: 'form.xlsx', bytes: form, sources: packSources },
    { name: 'report.yaml', bytes: new TextEncoder().encode(text), sources: packSources },
  );
}

/** Figures as clerks type them. */
function cellText(spec: CellSpec): Arbitrary<string> {
  const number = oneof(constant('0'), nat({ max: 99999 }).map(String));
  if (spec.typedUnit)
    return oneof(
      constant(''),
      constant('0'),
      nat({ max: 9999 }).map((n) => `${n + 1}万元`),
    );
  const figure = spec.type.kind === 'signed' ? integer({ min: -99, max: 99 }).map(String) : number;
  const decimal = spec.type.kind === 'decimal' ? nat({ max: 999999 }).map((n) => String(n / 100)) : figure;
  return oneof(
    { weight: 8, arbitrary: decimal },
    { weight: 1, arbitrary: constantFrom('', '/', '——') },
    { weight: 1, arbitrary: nat({ max: 99 }).map((n) => `${n + 1}（其中修订${n}件）`) },
  );
}

type Figures = Readonly<Record<string, string>>;

function figuresOf(pack: TemplatePack): Arbitrary<Figures> {
  const specs = [...cellSpecs(pack).byAddress.values()].filter((spec) => spec.computedBy === undefined);
  return record(Object.fromEntries(specs.map((spec) => [spec.address, cellText(spec)])));
}

type RowStyle = 'list' | 'map' | 'flow map' | 'absent';

/** A data file with comments, in several ways of writing rows. */
function dataFile(pack: TemplatePack, figures: Figures, styles: readonly RowStyle[]): string {
  const lines = [
    'nianbao: 1   # 版本',
    `模板: ${pack.id}`,
    `年度: ${pack.years.from}`,
    '单位: 青山县民政局',
    '',
    '表格:',
  ];
  let rows = 0;
  for (const table of pack.tables) {
    lines.push(`  ${table.label}:   # ${table.name}`);
    const first = lines.length;
    for (const specs of (
      cellSpecs(pack).tables.get(table.id)?.byRow ?? new Map<string, readonly CellSpec[]>()
    ).values()) {
      const columns = typedOf(specs).filter(({ computedBy }) => computedBy === undefined);
      const [only] = columns;
      if (only === undefined) continue;
      const style = styles[rows++ % styles.length] ?? 'list';
      const key = rowKey(only.row, table);
      const value = ({ address }: CellSpec): string => figures[address] || '空';
      if (style === 'absent') lines.push(`    # ${key} 还没有填`);
      else if (columns.length === 1) lines.push(`    ${key}: ${value(only)}   # 单项`);
      else if (style === 'list') lines.push(`    ${key}: [${columns.map(value).join(', ')}]  # 依次`);
      else if (style === 'flow map')
        lines.push(`    ${key}: {${columns.map((spec) => `${spec.column.label}: ${value(spec)}`).join(', ')}}`);
      else lines.push(`    ${key}:`, ...columns.map((spec) => `      ${spec.column.label}: ${value(spec)}`));
    }
    if (lines.slice(first).every((line) => /^\s*#/u.test(line))) lines.push('    表注: 本表未填');
  }
  return `${lines.join('\n')}\n`;
}

describe.each(packs)('%s', (id) => {
  const pack = templatePack(id);

  it('R-05: a form written and read back says what the data file says, and taking it changes nothing', async () => {
    const styles = array(constantFrom<RowStyle>('list', 'map', 'flow map', 'absent'), {
      minLength: 1,
      maxLength: 5,
    });
    await assertProperty(
      asyncProperty(figuresOf(pack), styles, async (figures, rowStyles) => {
        const text = dataFile(pack, figures, rowStyles);
        const open = openText(text);
        const form = await filledForm(open, {});
        const read = openForm(form).value;
        expect(read && figureTexts(read)).toEqual(figureTexts(open));
        const taken = take(form, text);
        expect(taken.diagnostics).toEqual([]);
        expect(taken.value?.changes).toEqual([]);
        expect(taken.value?.after).toBe(text);
      }),
      { numRuns: 5, seed: 20260101 },
    );
  });

  it('after taking, the data file says what the form says; comments and all other lines stay', async () => {
    const styles = array(constantFrom<RowStyle>('list', 'map', 'flow map', 'absent'), {
      minLength: 1,
      maxLength: 5,
    });
    await assertProperty(
      asyncProperty(figuresOf(pack), figuresOf(pack), styles, async (before, after, rowStyles) => {
        const text = dataFile(pack, before, rowStyles);
        const form = await filledForm(openText(text), after);
        const taken = take(form, text);
        expect(taken.diagnostics).toEqual([]);
        const result = taken.value?.after ?? '';
        const read = openForm(form).value;
        expect(read && figureTexts(openText(result))).toEqual(read && figureTexts(read));
        const kept = (written: string): readonly string[] =>
          written.split('\n').filter((line) => /^\s*#|^[^ ]/u.test(line));
        expect(kept(result)).toEqual(kept(text));
        expect(result.match(/#.*/gu)).toEqual(text.match(/#.*/gu));
      }),
      { numRuns: 5, seed: 20260102 },
    );
  });
});
