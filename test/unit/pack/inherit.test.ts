import { describe, expect, test } from 'vitest';
import { loadPack, type NamedPackFiles } from '../../../src/pack/load-pack.js';
import type { ColumnNode, RowNode, TableSpec } from '../../../src/pack/types.js';
import { base, bytesOf, childPack, loadChild, packOf, seen, type Texts } from './fixture.js';

function tableOf(texts: Texts, id: string): TableSpec {
  const table = packOf(loadChild(texts)).tables.find((candidate) => candidate.id === id);
  if (table === undefined) throw new Error(`no ${id}`);
  return table;
}

const ids = (nodes: readonly (RowNode | ColumnNode)[]): readonly string[] =>
  nodes.flatMap((node) => [node.id, ...ids(node.children)]);

describe('a child without changes', () => {
  test('has everything of its parent but id and name', () => {
    const pack = packOf(loadChild({}));
    expect(pack).toMatchObject({ id: 'child', name: '下级格式', edition: '2021', chain: ['base', 'child'] });
    expect(pack.tables.map((table) => table.id)).toEqual(['t1', 't3']);
    expect(pack.rules.map((rule) => rule.id)).toEqual(['B1', 'T3-R']);
  });

  test('must say its own id and name', () => {
    const outcome = loadChild({ 'pack.yaml': 'nianbao_pack: 1\nextends: base\n' });
    expect(seen(outcome)).toEqual([
      'pack/missing-key child/pack.yaml:1 nianbao_pack: 1',
      'pack/missing-key child/pack.yaml:1 nianbao_pack: 1',
    ]);
  });
});

describe('pack.yaml of a child', () => {
  test('years are replaced whole, other maps key by key', () => {
    const parent = { ...base, 'pack.yaml': base['pack.yaml']?.replace('{from: 2021}', '{from: 2014, until: 2018}') };
    const child = `${childPack}years: {from: 2019}\ntitles: {subject: 新报告}\n`;
    const outcome = loadPack(bytesOf({ 'pack.yaml': child }), 'child', () => ({
      files: bytesOf(parent),
      name: 'base',
    }));
    expect(packOf(outcome).years).toEqual({ from: 2019 });
    expect(packOf(outcome).titles).toMatchObject({ subject: '新报告', fileName: '{{单位}}{{年}}年报告' });
  });

  test('set, drop and add change sections and basis by id', () => {
    const changes = `${childPack}basis:
  add: [{after: law, item: {id: notice, name: 通知, confirmed: false}}]
sections:
  set: {s1: {heading: 概述, starter: ~}}
  drop: [s2]
  add:
    - {after: ~, item: {id: s0, kind: lead, heading: ""}}
    - {after: s1, item: {id: s9, number: 二、, heading: 附表, kind: annex, tables: [t1, t3]}}
`;
    const pack = packOf(loadChild({ 'pack.yaml': changes }));
    expect(pack.basis.map((entry) => entry.id)).toEqual(['law', 'notice']);
    expect(pack.sections.map((section) => [section.id, section.heading])).toEqual([
      ['s0', ''],
      ['s1', '概述'],
      ['s9', '附表'],
    ]);
    expect(pack.sections[1]).not.toHaveProperty('starter');
  });

  test('drop_rules and drop_tables take files away for the child and its children', () => {
    const child = `${childPack}drop_rules: [T3-R, B1]\ndrop_tables: [t3]\nsections: [{id: s1, heading: 表, kind: table, tables: [t1]}]\n`;
    const texts = { 'pack.yaml': child };
    const pack = packOf(loadChild(texts));
    expect([pack.rules.length, pack.tables.map((table) => table.id)]).toEqual([0, ['t1']]);
    const grandchild = loadPack(
      bytesOf({ 'pack.yaml': 'nianbao_pack: 1\nid: grandchild\nname: 三\nextends: child\n' }),
      'grandchild',
      (reference) =>
        reference === 'child' ? { files: bytesOf(texts), name: 'child' } : { files: bytesOf(base), name: 'base' },
    );
    expect(packOf(grandchild)).toMatchObject({ chain: ['base', 'child', 'grandchild'], rules: [] });
  });

  test.each([
    [
      'set of an unknown section',
      'sections: {set: {s5: {heading: x}}}',
      'pack/unknown-id child/pack.yaml:5 s5: {heading: x}}}',
    ],
    ['drop of an unknown section', 'sections: {drop: [s5]}', 'pack/unknown-id child/pack.yaml:5 s5]}'],
    [
      'add after an unknown section',
      'sections: {add: [{after: s5, item: {id: s6}}]}',
      'pack/unknown-id child/pack.yaml:5 s5, item: {id: s6}}]',
    ],
    [
      'add without after',
      'sections: {add: [{item: {id: s6}}]}',
      'pack/wrong-edit child/pack.yaml:5 {item: {id: s6}}]}',
    ],
    ['set that is a list', 'sections: {set: [s1]}', 'pack/wrong-edit child/pack.yaml:5 [s1]}'],
    ['drop that is a text', 'sections: {drop: s1}', 'pack/wrong-edit child/pack.yaml:5 s1}'],
    [
      'a mistyped change',
      'sections: {sett: {s1: {heading: x}}}',
      'pack/wrong-value child/pack.yaml:5 {sett: {s1: {heading',
    ],
    [
      'an unknown key in a change',
      'sections: {set: {s1: {headng: x}}}',
      'pack/unknown-key child/pack.yaml:5 headng: x}}}',
    ],
    ['an unknown table to drop', 'drop_tables: [t9]', 'pack/unknown-id child/pack.yaml:5 t9]'],
  ])('%s is an error', (_, line, wanted) => {
    expect(seen(loadChild({ 'pack.yaml': `${childPack}${line}\n` }))).toEqual([wanted]);
  });
});

describe('tables of a child', () => {
  test('bare set, drop and add find rows at any depth, columns and bands', () => {
    const t1 = tableOf(
      {
        'tables/t1.yaml': `id: t1
widths: [7, 1, 2]
set:
  "1100": {note: ~, number: 1、}
  value: {label: 数量}
  main: {corner: 指标}
add:
  - {after: "1100", item: {id: sd1150, number: （二）, name: 电子数}}
drop: [code, "1110"]
`,
      },
      't1',
    );
    const [band] = t1.bands;
    expect(ids(band?.rows ?? [])).toEqual(['1000', '1100', 'sd1150', '1200', '2000', '2100', '2200']);
    expect(band?.rows[0]?.children[0]).toMatchObject({ label: '1、主动公开数', unit: '条' });
    expect(band?.columns.map((column) => column.label)).toEqual(['单位', '数量']);
    expect(band?.corner).toBe('指标');
    expect(t1.name).toBe('统计指标表');
  });

  test('a row that becomes a heading gets its rows, a formula is replaced', () => {
    const t3 = tableOf(
      {
        'tables/t3.yaml': `id: t3
set:
  r3.2: {kind: heading, rows: [{id: r3.2.1, name: 甲}, {id: r3.2.2, name: 乙}]}
  r4: {computed: r3.1 + sum(r3.2.*)}
`,
      },
      't3',
    );
    expect(ids(t3.bands[0]?.rows ?? [])).toEqual(['r1', 'r3', 'r3.1', 'r3.2', 'r3.2.1', 'r3.2.2', 'r4']);
    expect(t3.bands[0]?.rows[1]?.children[1]?.kind).toBe('heading');
  });

  test('lists of bands can be changed in place too', () => {
    const t3 = tableOf(
      {
        'tables/t3.yaml':
          'id: t3\nbands: {set: {main: {rows: {drop: [r4], add: [{after: ~, item: {id: r0, name: 零}}]}}}}\nnotes: []\n',
      },
      't3',
    );
    expect(ids(t3.bands[0]?.rows ?? []).slice(0, 3)).toEqual(['r0', 'r1', 'r3']);
  });

  test.each([
    ['set of an unknown row', 'set: {r7: {name: x}}', 'pack/unknown-id child/tables/t3.yaml:2 r7: {name: x}}'],
    ['drop of an unknown row', 'drop: [r7]', 'pack/unknown-id child/tables/t3.yaml:2 r7]'],
    [
      'add after an unknown row',
      'add: [{after: r7, item: {id: r8, name: x}}]',
      'pack/unknown-id child/tables/t3.yaml:2 r7, item: {id: r8, n',
    ],
    [
      'add at the front of nothing in particular',
      'add: [{after: ~, item: {id: r8, name: x}}]',
      'pack/wrong-edit child/tables/t3.yaml:2 ~, item: {id: r8, na',
    ],
    ['a row that a formula needs', 'drop: [r3]', 'pack/unknown-name base/tables/t3.yaml:29 r3.*)}'],
    ['a column that the widths count', 'drop: [legal]', 'pack/widths base/tables/t3.yaml:8 [1, 2, 1, 1, 1]'],
  ])('%s is an error', (_, line, wanted) => {
    expect(seen(loadChild({ 'tables/t3.yaml': `id: t3\n${line}\n` }))).toContain(wanted);
  });

  test('the nearest id is named', () => {
    const [unknown] = loadChild({ 'tables/t3.yaml': 'id: t3\nset: {r3.22: {name: x}}\n' }).diagnostics;
    expect(unknown?.hint?.zh).toBe('您是不是要写“r3.2”？');
  });
});

describe('rules, terms, style and wording of a child', () => {
  test('fields of a rule are replaced whole', () => {
    const pack = packOf(
      loadChild({
        'rules/T3-R.yaml': `id: T3-R
severity: warning
scope: {each: column, table: t3}
test: r4 == sum(r3.*)
examples: {pass: [{r4: 1, "r3.*": 1}], fail: [{r4: 1, "r3.*": 2}]}
`,
      }),
    );
    expect(pack.rules.find((rule) => rule.id === 'T3-R')).toMatchObject({
      severity: 'warning',
      title: '总计等于各列之和',
      scope: { each: 'column', table: 't3' },
    });
  });

  test('terms and style are merged deeply', () => {
    const pack = packOf(
      loadChild({ 'terms.yaml': 'words: {draft: 草稿}\n', 'style.yaml': 'text: {body: {size: 14}}\n' }),
    );
    expect(pack.terms).toEqual({ keys: { year: ['年度'] }, words: { continued: '（续）', draft: '草稿' } });
    expect(pack.style.text.body).toMatchObject({ size: 14, wordSize: 16 });
  });

  test('a wording of the same path stands for the parent’s', () => {
    const pack = packOf(loadChild({ 'sections/s1.md.hbs': '新。' }));
    expect(pack.sections[0]?.starter).toBe('新。');
  });

  test('a diagnostic points into the pack that says it', () => {
    expect(seen(loadChild({ 'style.yaml': 'text: {body: {size: big}}\n' }))).toEqual([
      'pack/wrong-value child/style.yaml:1 big}}',
    ]);
  });
});

describe('chains', () => {
  const pack = (id: string, parent: string): NamedPackFiles => ({
    name: id,
    files: bytesOf({ 'pack.yaml': `nianbao_pack: 1\nid: ${id}\nname: x\nextends: ${parent}\n` }),
  });

  test('a loop is an error', () => {
    const packs: Readonly<Record<string, NamedPackFiles>> = { a: pack('a', 'b'), b: pack('b', 'a') };
    const outcome = loadPack(packs['a']?.files ?? {}, 'a', (reference) => packs[reference]);
    expect(seen(outcome)).toEqual(['pack/inheritance-loop b/pack.yaml:4 a']);
  });

  test('a chain without end is an error', () => {
    const outcome = loadPack(pack('p0', 'p1').files, 'p0', (reference) =>
      pack(reference, `p${Number(reference.slice(1)) + 1}`),
    );
    expect(outcome.diagnostics.map((d) => d.code)).toEqual(['pack/inheritance-loop']);
  });

  test('the parent is asked for with the name of the pack that wants it', () => {
    const asked: string[] = [];
    loadPack(bytesOf({ 'pack.yaml': childPack }), 'folder/child', (reference, from) => {
      asked.push(`${reference} from ${from}`);
      return { files: bytesOf(base), name: 'folder/base' };
    });
    expect(asked).toEqual(['base from folder/child']);
  });

  test('R-24: the hash covers every byte of the chain and no name of the folder', () => {
    const hash = (own: Texts, parent: Texts, name = 'child'): string =>
      packOf(
        loadPack(bytesOf({ 'pack.yaml': childPack, ...own }), name, () => ({ files: bytesOf(parent), name: 'base' })),
      ).hash;
    const plain = hash({}, base);
    expect(hash({}, base, 'elsewhere')).toBe(plain);
    expect(hash({}, { ...base, 'README.md': 'x' })).not.toBe(plain);
    expect(hash({ 'README.md': '' }, base)).not.toBe(plain);
    expect(hash({ 'README.md': 'ab' }, base)).not.toBe(hash({ 'README.md': 'a', LICENSE: 'b' }, base));
  });
});

describe('where a parent may stand', () => {
  test.each(['/etc/packs', '../../packs/base', 'a/../../b', 'C:\\packs'])('%s is refused and not asked for', (path) => {
    const asked: string[] = [];
    const outcome = loadPack(
      bytesOf({ 'pack.yaml': childPack.replace(/extends: .*/u, `extends: '${path}'`) }),
      'child',
      (reference) => {
        asked.push(reference);
        return undefined;
      },
    );
    expect(outcome.diagnostics.map(({ code }) => code)).toEqual(['pack/parent-outside']);
    expect(asked).toEqual([]);
  });
});

describe('texts of a child', () => {
  test('a file that no section uses is a warning, and the pack is there', () => {
    const outcome = loadChild({ 'sections/extra.md.hbs': '多余的文字。\n' });
    expect(outcome.diagnostics).toMatchObject([{ code: 'pack/unused-file', severity: 'warning' }]);
    expect(packOf(outcome).id).toBe('child');
  });
});
