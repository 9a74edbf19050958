import { describe, expect, test } from 'vitest';
import { packCodes } from '../../../src/pack/codes.js';
import { cellSpecs } from '../../../src/pack/cells.js';
import { base, bytesOf, childPack, loadWith, packOf, replaced, seen, type Texts } from './fixture.js';
import { loadPack } from '../../../src/pack/load-pack.js';

const packYaml = base['pack.yaml'] ?? '';

describe('a pack that is right', () => {
  const pack = packOf(loadWith());

  test('loads without diagnostics', () => {
    expect(seen(loadWith())).toEqual([]);
  });

  test('R-24: carries id, name, chain and hash', () => {
    expect(pack).toMatchObject({ id: 'base', name: '试用格式', chain: ['base'] });
    expect(pack.hash).toMatch(/^[0-9a-f]{64}$/u);
  });

  test('derives labels, levels, marks, kinds and types', () => {
    const [t1, t3] = pack.tables;
    const rows = t3?.bands[0]?.rows ?? [];
    expect(rows.map((row) => [row.id, row.kind, row.level])).toEqual([
      ['r1', 'value', 0],
      ['r3', 'heading', 0],
      ['r4', 'value', 0],
    ]);
    expect(rows[1]?.children[0]).toMatchObject({
      label: '（一）公开（含部分公开）',
      level: 1,
      type: { kind: 'integer', min: '0', decimals: 0 },
    });
    const indicator = t1?.bands[0]?.rows[0];
    expect(indicator).toMatchObject({ kind: 'heading', mark: { code: '——', unit: '——', value: '' } });
    expect(indicator?.children[0]).toMatchObject({
      kind: 'value',
      children: [{ ofWhich: true, label: '其中：规范性文件数', level: 2 }],
    });
    expect(indicator?.children[0]).not.toHaveProperty('mark');
  });

  test('cells take the unit and type of the column, the row, the table, in that order', () => {
    const { byAddress } = cellSpecs(pack);
    expect(byAddress.get('t3/r3.1/natural')).toMatchObject({ unit: '件', type: { kind: 'integer' }, typedUnit: false });
    expect(byAddress.get('t3/r3.2/natural')?.unit).toBe('次');
    expect(byAddress.get('t3/r4/natural')?.computedBy).toBe('column');
    expect(byAddress.get('t3/r4/total')?.computedBy).toBe('row');
    expect(byAddress.get('t1/2100/value')).toMatchObject({
      unit: '万元',
      typedUnit: true,
      type: { kind: 'decimal', min: '0', decimals: 2 },
    });
    expect(byAddress.has('t3/r3/natural')).toBe(false);
    expect(byAddress.has('t1/1000/value')).toBe(false);
    expect(byAddress.size).toBe(4 * 3 + 5);
  });

  test('check options are handed on, examples are texts', () => {
    expect(pack.rules.find((rule) => rule.id === 'B1')).toMatchObject({
      check: { name: 'publication-date', options: { deadlines: [{ publish_by: '03-31' }] } },
      examples: {
        pass: [{ 年度: '2023', 成文日期: '2024-01-20' }],
        fail: [{ 年度: '2023', 成文日期: '2024-05-20' }],
      },
      scope: { each: 'once' },
    });
  });

  test('wording and starter are the texts of their files', () => {
    expect(pack.sections[0]?.starter).toBe(base['sections/s1.md.hbs']);
    expect(pack.sections[1]?.wording[0]).toMatchObject({
      template: base['sections/s2.md.hbs'],
      when: { type: 'comparison' },
    });
  });
});

/** One mistake each: what is changed, and every diagnostic that may come of it. */
const mistakes: readonly (readonly [title: string, changes: Texts, seen: readonly string[]])[] = [
  [
    'an unknown key of pack.yaml',
    replaced('pack.yaml', 'edition:', 'editon: "1"\nedition:'),
    ['pack/unknown-key base/pack.yaml:4 editon: "1"'],
  ],
  [
    'an unknown key of a rule, which would switch a restriction off',
    replaced('rules/T3-R.yaml', 'reason:', 'onlyfor: {}\nreason:'),
    ['pack/unknown-key base/rules/T3-R.yaml:5 onlyfor: {}'],
  ],
  [
    'an unknown key of a row',
    replaced('tables/t3.yaml', 'name: 新收申请}', 'name: 新收申请, indnt: 1}'),
    ['pack/unknown-key base/tables/t3.yaml:22 indnt: 1}'],
  ],
  [
    'an unknown key of a look',
    replaced('style.yaml', 'one_page: true', 'one_page: true, onepage: true'),
    ['pack/unknown-key base/style.yaml:32 onepage: true}'],
  ],
  [
    'a missing key',
    replaced('rules/T3-R.yaml', 'severity: error\n', ''),
    ['pack/missing-key base/rules/T3-R.yaml:1 id: T3-R'],
  ],
  [
    'a key without its value',
    replaced('rules/T3-R.yaml', 'severity: error', 'severity: ~'),
    ['pack/missing-key base/rules/T3-R.yaml:3 severity: ~'],
  ],
  [
    'a form without edition',
    replaced('pack.yaml', 'edition: "2021"\n', ''),
    ['pack/missing-key base/pack.yaml:1 nianbao_pack: 1'],
  ],
  [
    'a choice that is none',
    replaced('rules/T3-R.yaml', 'severity: error', 'severity: eror'),
    ['pack/wrong-value base/rules/T3-R.yaml:3 eror'],
  ],
  [
    'a text where a list stands',
    replaced('pack.yaml', 'tables: [t3, t1]', 'tables: t3'),
    ['pack/wrong-value base/pack.yaml:19 t3'],
  ],
  [
    'a style name left out',
    replaced('style.yaml', '  quote: ', '  qoute: '),
    [
      'pack/missing-key base/style.yaml:10 title: {font: fangso',
      'pack/unknown-key base/style.yaml:18 qoute: {font: fangso',
    ],
  ],
  [
    'a measure out of range',
    replaced('style.yaml', 'size: 15.75', 'size: 0'),
    ['pack/wrong-value base/style.yaml:10 0, word_size: 16, bo'],
  ],
  [
    'a measure that is no number',
    replaced('style.yaml', 'pitch: 28.95', 'pitch: .inf'),
    ['pack/wrong-value base/style.yaml:1 .inf}'],
  ],
  [
    'a text block larger than the page',
    replaced('style.yaml', 'text_width: 156', 'text_width: 190'),
    ['pack/style base/style.yaml:1 page: {width: 210, h'],
  ],
  [
    'a look that every pack has',
    replaced('style.yaml', '  plain: ', '  simple: '),
    ['pack/style base/style.yaml:1 page: {width: 210, h', 'pack/unknown-look base/tables/t1.yaml:6 plain'],
  ],
  [
    'an ill-formed id',
    replaced('pack.yaml', 'id: s1,', 'id: s/1,'),
    ['pack/wrong-value base/pack.yaml:14 s/1, number: 一、, hea'],
  ],
  [
    'a row id used twice',
    replaced('tables/t3.yaml', '{id: r4', '{id: r1'),
    ['pack/duplicate-id base/tables/t3.yaml:29 r1, number: 三、, name'],
  ],
  [
    'a column id used twice',
    replaced('tables/t3.yaml', 'id: legal', 'id: natural'),
    [
      'pack/duplicate-id base/tables/t3.yaml:19 natural, label: 法人}',
      'pack/unknown-name base/tables/t3.yaml:20 legal}',
      'pack/unknown-name base/rules/T3-R.yaml:7 legal',
    ],
  ],
  ['a section id used twice', replaced('pack.yaml', 'id: s2', 'id: s1'), ['pack/duplicate-id base/pack.yaml:15 s1']],
  [
    'a column without id',
    replaced('tables/t1.yaml', 'id: unit, ', ''),
    ['pack/missing-key base/tables/t1.yaml:12 - {id: code, label:'],
  ],
  [
    'a file not named after its id',
    replaced('rules/B1.yaml', 'id: B1', 'id: B2'),
    ['pack/file-name base/rules/B1.yaml:1 B2'],
  ],
  [
    'a table not named after its id',
    { 'tables/t1.yaml': undefined, 'tables/t9.yaml': base['tables/t1.yaml'] },
    ['pack/file-name base/tables/t9.yaml:1 t1'],
  ],
  [
    'an unknown basis',
    replaced('rules/T3-R.yaml', 'basis: law', 'basis: lav'),
    ['pack/unknown-id base/rules/T3-R.yaml:4 lav, text: 附件}'],
  ],
  [
    'a formula that does not parse',
    replaced('rules/T3-R.yaml', 'natural + legal\n', 'natural +\n'),
    ['pack/formula base/rules/T3-R.yaml:7'],
  ],
  [
    'a test that is a figure',
    replaced('rules/T3-R.yaml', 'total == natural', 'total + natural'),
    ['pack/formula base/rules/T3-R.yaml:7 total + natural + le'],
  ],
  [
    'a computed cell that is a condition',
    replaced('tables/t3.yaml', 'computed: natural + legal', 'computed: natural == legal'),
    ['pack/formula base/tables/t3.yaml:20 natural == legal}'],
  ],
  [
    'a name that is no column',
    replaced('rules/T3-R.yaml', 'natural + legal\n', 'natural + legel\n'),
    ['pack/unknown-name base/rules/T3-R.yaml:7 legel'],
  ],
  [
    'a wildcard that matches nothing',
    replaced('tables/t3.yaml', 'sum(r3.*)', 'sum(r5.*)'),
    ['pack/unknown-name base/tables/t3.yaml:29 r5.*)}'],
  ],
  [
    'a computed row that needs itself',
    replaced('tables/t3.yaml', 'sum(r3.*)', 'r4 + r1'),
    ['pack/circular base/tables/t3.yaml:29 r4 + r1}'],
  ],
  [
    'last year in a rule that does not say so',
    replaced('rules/T3-R.yaml', 'total == natural + legal', 'total == natural + prev(legal)'),
    ['pack/rule-form base/rules/T3-R.yaml:7 total == natural + p'],
  ],
  [
    'a rule without a failing example',
    replaced('rules/T3-R.yaml', '\n    - {total: 4, natural: 1, legal: 2}', ' []'),
    ['rule/no-failing-example base/rules/T3-R.yaml:1 T3-R'],
  ],
  [
    'a rule without a passing example',
    replaced('rules/T3-R.yaml', '\n    - {total: 3, natural: 1, legal: 2}', ' []'),
    ['pack/rule-form base/rules/T3-R.yaml:1 T3-R'],
  ],
  [
    'a failing example that passes',
    replaced('rules/T3-R.yaml', 'total: 4', 'total: 3'),
    ['rule/example-wrong base/rules/T3-R.yaml:12 {total: 3, natural:'],
  ],
  [
    'a check without a failing example',
    replaced('rules/B1.yaml', 'fail: [{年度: 2023, 成文日期: 2024-05-20}]', 'fail: []'),
    ['pack/rule-form base/rules/B1.yaml:1 B1'],
  ],
  [
    'a rule with neither test nor check',
    replaced('rules/T3-R.yaml', 'test: total == natural + legal\n', ''),
    ['pack/rule-form base/rules/T3-R.yaml:1 T3-R'],
  ],
  [
    'a test without scope',
    replaced('rules/T3-R.yaml', 'scope: {each: row, table: t3}\n', ''),
    [
      'pack/rule-form base/rules/T3-R.yaml:1 T3-R',
      ...['total', 'natural', 'legal'].map(
        (name) =>
          `pack/unknown-name base/rules/T3-R.yaml:6 ${'total == natural + legal'.slice('total == natural + legal'.indexOf(name)).slice(0, 20).trimEnd()}`,
      ),
    ],
  ],
  [
    'a scope over an unknown table',
    replaced('rules/T3-R.yaml', 'table: t3', 'table: t33'),
    ['pack/unknown-id base/rules/T3-R.yaml:6 t33}'],
  ],
  [
    'a scope over an unknown row',
    replaced('rules/T3-R.yaml', 'table: t3}', 'table: t3, rows: [r9]}'),
    ['pack/unknown-id base/rules/T3-R.yaml:6 r9]}'],
  ],
  [
    'a section with an unknown table',
    replaced('pack.yaml', '[t3, t1]', '[t3, t1, t5]'),
    ['pack/unknown-id base/pack.yaml:19 t5]'],
  ],
  [
    'a table that no section prints',
    replaced('pack.yaml', '[t3, t1]', '[t3]'),
    ['pack/table-use base/tables/t1.yaml:1 t1'],
  ],
  [
    'a table printed twice',
    replaced('pack.yaml', '[t3, t1]', '[t3, t1, t1]'),
    ['pack/table-use base/tables/t1.yaml:1 t1'],
  ],
  [
    'a table section without tables',
    replaced('pack.yaml', 'kind: narrative', 'kind: table'),
    ['pack/section-tables base/pack.yaml:14 s1, number: 一、, head'],
  ],
  [
    'a last year before the first',
    replaced('pack.yaml', '{from: 2021}', '{from: 2021, until: 2019}'),
    ['pack/years base/pack.yaml:6 {from: 2021, until:'],
  ],
  [
    'too few widths',
    replaced('tables/t3.yaml', '[1, 2, 1, 1, 1]', '[1, 2, 1, 1]'),
    ['pack/widths base/tables/t3.yaml:8 [1, 2, 1, 1]'],
  ],
  [
    'a starter that is not there',
    replaced('pack.yaml', 'sections/s1.md', 'sections/s3.md'),
    ['pack/missing-file base/pack.yaml:14 sections/s3.md.hbs}'],
  ],
  [
    'a condition about no cell',
    replaced('pack.yaml', '[t3/r1/total] ==', '[t3/r9/total] =='),
    ['pack/unknown-name base/pack.yaml:21 [t3/r9/total] == 0",'],
  ],
  ['a file outside the form', { 'rule/T3-R.yaml': 'id: T3-R\n' }, ['pack/unknown-file base/rule/T3-R.yaml']],
  ['a path that climbs out', { '../evil.yaml': 'id: x\n' }, ['pack/unknown-file base/../evil.yaml']],
  ['no style', { 'style.yaml': undefined }, ['pack/missing-file base/style.yaml']],
  ['no pack.yaml', { 'pack.yaml': undefined }, ['pack/missing-file base/pack.yaml']],
  [
    'R-20: an unknown name in wording',
    { 'sections/s1.md.hbs': '一行\n{{年分}}年\n' },
    ['template/unknown-name base/sections/s1.md.hbs:2 {{年分}}年'],
  ],
  [
    'R-20: a block that is not closed',
    { 'sections/s2.md.hbs': '一\n{{#零 "t3/r1/total"}}无\n' },
    ['template/syntax base/sections/s2.md.hbs:2 {{#零 "t3/r1/total"}}'],
  ],
  [
    'R-20: an address that is no cell',
    { 'sections/s1.md.hbs': '{{值 "t3/r1/totall"}}' },
    ['template/unknown-cell base/sections/s1.md.hbs:1 {{值 "t3/r1/totall"}}'],
  ],
  [
    'R-20: an unknown name in a title of pack.yaml',
    replaced('pack.yaml', '{{年}}年报告"]', '{{年年}}年报告"]'),
    ['template/unknown-name base/pack.yaml:10 {{年年}}年报告"]'],
  ],
  [
    'R-20: an unknown name in a note of a table',
    replaced('tables/t3.yaml', '共{{值', '共{{直'),
    ['template/unknown-name base/tables/t3.yaml:12 {{直 \\"t3/r1/total\\"}'],
  ],
  [
    'R-21: a figure taken for a condition',
    { 'sections/s2.md.hbs': '{{#if 年}}有{{/if}}' },
    ['template/forbidden base/sections/s2.md.hbs:1 {{#if 年}}有{{/if}}'],
  ],
  [
    'R-23: a partial',
    { 'sections/s2.md.hbs': '{{> other}}' },
    ['template/forbidden base/sections/s2.md.hbs:1 {{> other}}'],
  ],
  [
    'wording that no section uses',
    { 'sections/spare.md.hbs': '{{单味}}' },
    ['template/unknown-name base/sections/spare.md.hbs:1 {{单味}}'],
  ],
  [
    'a mapping of no cell',
    replaced('pack.yaml', 'titles:', 'maps_from: {old: {t3/r9/*: [t3/r1/*]}}\ntitles:'),
    ['pack/mapping base/pack.yaml:9 [t3/r1/*]}}'],
  ],
  [
    'an unknown parent',
    replaced('pack.yaml', 'edition:', 'extends: bass\nedition:'),
    ['pack/parent-not-found base/pack.yaml:4 bass'],
  ],
  [
    'an unknown rule to drop',
    replaced('pack.yaml', 'titles:', 'drop_rules: [X]\ntitles:'),
    ['pack/unknown-id base/pack.yaml:9 X]'],
  ],
];

describe('every strict check is seen failing', () => {
  test.each(mistakes)('%s', (_, changes, wanted) => {
    const outcome = loadWith(changes);
    expect(seen(outcome)).toEqual(wanted);
    expect(outcome.value).toBeUndefined();
  });

  test('the catalogue and the mistakes name the same codes', () => {
    const elsewhere = [
      'pack/too-large',
      'pack/encoding',
      'pack/inheritance-loop',
      'pack/wrong-edit',
      // test/packs/mistakes.test.ts
      'pack/parent-outside',
      'pack/unused-file',
    ];
    const given = mistakes.flatMap(([, , wanted]) => wanted.map((line) => line.split(' ')[0] ?? ''));
    const codes = new Set([...given.filter((code) => code.startsWith('pack/')), ...elsewhere]);
    expect([...codes].sort()).toEqual(packCodes.map((entry) => entry.code).sort());
  });

  test('R-20: an unknown key names the key that was meant', () => {
    const [unknown] = loadWith(replaced('pack.yaml', 'edition:', 'editon: "1"\nedition:')).diagnostics;
    expect(unknown?.message.zh).toBe('“editon”不是这里的键。');
    expect(unknown?.hint?.zh).toBe('您是不是要写“edition”？');
  });

  test('R-20: an unknown name of a formula names the one that was meant', () => {
    const [unknown] = loadWith(replaced('rules/T3-R.yaml', 'natural + legal\n', 'natural + legel\n')).diagnostics;
    expect(unknown?.hint?.zh).toBe('您是不是要写“legal”？');
  });

  test('mistakes of several files come out in one pass', () => {
    const changes = {
      ...replaced('pack.yaml', 'basis:', 'bases: 1\nbasis:'),
      ...replaced('rules/B1.yaml', 'reason:', 'resaon: x\nreason:'),
    };
    expect(seen(loadWith(changes))).toEqual([
      'pack/unknown-key base/pack.yaml:7 bases: 1',
      'pack/unknown-key base/rules/B1.yaml:5 resaon: x',
    ]);
  });

  test('keys of JavaScript objects are ordinary unknown keys', () => {
    const changes = replaced('pack.yaml', 'edition:', 'constructor: 1\n__proto__: {a: 1}\nedition:');
    expect(seen(loadWith(changes)).map((line) => line.split(' ')[0])).toEqual(['pack/unknown-key', 'pack/unknown-key']);
  });

  test('too many files and too deep trees are refused', () => {
    const many = Object.fromEntries(Array.from({ length: 401 }, (_, i) => [`sections/x${i}.md.hbs`, '']));
    expect(seen(loadWith(many))).toEqual(['pack/too-large base/pack.yaml']);
    const deep =
      '{id: d1, name: x, rows: [' +
      Array.from({ length: 9 }, (_, i) => `{id: e${i}, name: x, rows: [`).join('') +
      ']}'.repeat(10);
    const outcome = loadWith(replaced('tables/t1.yaml', '      - id: "2000"', `      - ${deep}\n      - id: "2000"`));
    expect(seen(outcome).some((line) => line.startsWith('pack/too-large'))).toBe(true);
  });

  test('bytes that are no UTF-8 are named', () => {
    const files = { ...bytesOf(base), 'sections/s1.md.hbs': new Uint8Array([0xc4, 0xea]) };
    const outcome = loadPack(files, 'base', () => undefined);
    expect(seen(outcome)).toContain('pack/encoding base/sections/s1.md.hbs');
  });
});

describe('common ground', () => {
  test('loads as abstract, without what only a form has', () => {
    const abstract = 'nianbao_pack: 1\nid: ground\nname: 共用\nabstract: true\nlanguage: zh-CN\n';
    const ground: Texts = { 'pack.yaml': abstract, 'style.yaml': base['style.yaml'], 'terms.yaml': base['terms.yaml'] };
    const outcome = loadPack(bytesOf(ground), 'ground', () => undefined);
    expect(seen(outcome)).toEqual([]);
    expect(outcome.value?.abstract).toBe(true);
    const form = loadPack(bytesOf({ 'pack.yaml': childPack }), 'child', () => ({
      files: bytesOf(ground),
      name: 'ground',
    }));
    expect(seen(form).map((line) => line.split(' ')[0])).toEqual(Array(5).fill('pack/missing-key'));
  });

  test('pack.yaml cut short anywhere gives diagnostics, never an exception', () => {
    for (let end = 0; end < packYaml.length; end += 7) {
      expect(() => loadWith({ 'pack.yaml': packYaml.slice(0, end) })).not.toThrow();
    }
  });
});
