import { describe, expect, it } from 'vitest';
import { loadPack, type NamedPackFiles } from '../../src/pack/load-pack.js';
import { builtInChecks } from '../../src/pack/built-in-checks.js';
import { positionOf } from '../../src/source/source.js';
import { documentCheckNames } from '../../src/validate/document.js';
import { builtInPack, packFiles } from '../support/pack-files.js';

type Texts = Readonly<Record<string, string>>;

const decoder = new TextDecoder();
const county: Texts = Object.fromEntries(
  Object.entries(packFiles('test/packs/county/我县模板')).map(([path, bytes]) => [path, decoder.decode(bytes)]),
);

/** The county's pack with one slip: `from` in a file becomes `to`; without `from` the file is new. */
function slip(path: string, from: string, to: string): Texts {
  const text = county[path] ?? '';
  if (from !== '' && !text.includes(from)) throw new Error(`${path} does not hold ${from}`);
  return { ...county, [path]: from === '' ? to : text.replace(from, () => to) };
}

/** Findings as `file:line:col code`, with message and hint. */
function findings(texts: Texts): readonly { readonly place: string; readonly zh: string; readonly hint: string }[] {
  const encoder = new TextEncoder();
  const files = Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, encoder.encode(text)]));
  const parentOf = (reference: string): NamedPackFiles | undefined =>
    reference === '../我县模板' || reference === '.' ? { files, name: '我县模板' } : builtInPack(reference);
  const { diagnostics, sources } = loadPack(files, '我县模板', parentOf);
  return diagnostics.map((d) => {
    const source = d.range === undefined ? undefined : sources.get(d.range.file);
    const at = source === undefined || d.range === undefined ? undefined : positionOf(source, d.range.start);
    const place = at === undefined ? (d.range?.file ?? '') : `${d.range?.file ?? ''}:${at.line}:${at.column}`;
    return { place: `${place} ${d.code}`, zh: d.message.zh, hint: d.hint?.zh ?? '' };
  });
}

const t2 = 'tables/t2.yaml';
const t3 = 'tables/t3.yaml';
const rule = 'rules/QS-1.yaml';
/** Scope and test of the rule. */
const formula = (county[rule] ?? '').split('\n').slice(9, 12).join('\n');
const starter = (text: string): Texts => ({
  ...slip('pack.yaml', '    s6:', '    s1: {starter: sections/own.md.hbs}\n    s6:'),
  'sections/own.md.hbs': text,
});

describe('R-20 R-22: slips of an office, each placed, in Chinese, with what to do', () => {
  it('the pack itself has none', () => {
    expect(findings(county)).toEqual([]);
  });

  it.each<[string, Texts, string, string, string]>([
    ['a key', slip(t2, 'corner:', 'cornor:'), `${t2}:8:7 pack/unknown-key`, '“cornor”', '“corner”'],
    ['a Chinese colon', slip(t2, 'id: t2', 'id： t2'), `${t2}:2:3 load/full-width-colon`, '中文冒号', 'id: t2'],
    [
      'an unknown cell in a rule',
      slip(rule, '[t2/policy_readings', '[t2/policy_reading'),
      `${rule}:12:8 pack/unknown-name`,
      't2/policy_reading/published',
      't2/policy_readings/published',
    ],
    [
      'a printed name in a rule',
      slip(rule, "'[t2/policy_readings/published] <=", "'政策解读材料 <="),
      `${rule}:12:8 pack/unknown-name`,
      '政策解读材料',
      '[t2/policy_readings/published]',
    ],
    ['a sign of the input method', slip(rule, '<=', '≤'), `${rule}:12:39 pack/formula`, '≤', '<='],
    [
      'a rule without a failing example',
      slip(rule, county[rule]?.slice(county[rule].indexOf('  fail:')) ?? '', '  fail: []\n'),
      `${rule}:2:5 rule/no-failing-example`,
      '没有不通过的例子',
      'examples.fail',
    ],
    [
      'a failing example that passes',
      slip(rule, 'readings/published: 6', 'readings/published: 1'),
      `${rule}:18:7 rule/example-wrong`,
      '算出来是通过',
      '改正例子',
    ],
    ['a basis', slip(rule, 'basis: county', 'basis: conty'), `${rule}:6:10 pack/unknown-id`, '“conty”', '“county”'],
    [
      'a check the program does not have',
      slip(rule, formula, 'check: {name: blank}'),
      `${rule}:10:15 pack/unknown-id`,
      '“blank”的内置检查',
      '“blanks”',
    ],
    [
      'an option the check does not take',
      slip(rule, formula, 'check: {name: blanks, tables: [t2]}'),
      `${rule}:10:23 pack/unknown-key`,
      '“tables”',
      '请删去',
    ],
    [
      'a kind of agency',
      slip(rule, 'severity: warning', 'severity: warning\nonly_for: {kinds: [县政府]}'),
      `${rule}:5:20 pack/wrong-value`,
      '县政府',
      '“政府”',
    ],
    [
      'a part of a figure that the formula does not use',
      slip(rule, 'severity: warning', 'severity: warning\nor_without: {isued: [修订]}'),
      `${rule}:5:13 pack/rule-form`,
      '“isued”不是公式里的名称',
      '',
    ],
    [
      'what notes declare, of a check without a formula',
      slip(
        rule,
        formula,
        'check: {name: blanks}\ndeclared: {about: [结转], included: [含], excluded: [不含], severity: error}',
      ),
      `${rule}:2:5 pack/rule-form`,
      '才能写 declared',
      '',
    ],
    [
      'a severity in Chinese',
      slip(rule, 'severity: warning', 'severity: 警告'),
      `${rule}:4:11 pack/wrong-value`,
      'warning（警告）',
      '“warning”',
    ],
    ['a page in Chinese', slip(t3, 'landscape', '横页'), `${t3}:3:7 pack/wrong-value`, '横页', '“landscape”'],
    [
      'a template with an unknown cell',
      starter('{{年}}年{{值 "t3/r9/total"}}件。'),
      'sections/own.md.hbs:1:7 template/unknown-cell',
      't3/r9/total',
      't3/r1/total',
    ],
    ['R-21: {{#if}}', starter('{{#if 年}}有{{/if}}'), 'sections/own.md.hbs:1:1 template/forbidden', '“if”', '{{#非零'],
    [
      'wording that nothing uses',
      { ...county, 'sections/s1.md.hbs': '……' },
      'sections/s1.md.hbs:1:1 pack/unused-file',
      '没有哪个部分用到',
      'starter: sections/s1.md.hbs',
    ],
    [
      'a path out of the folder',
      slip('pack.yaml', '    s6:', '    s1: {starter: ../../secret.md.hbs}\n    s6:'),
      'pack.yaml:23:19 pack/wrong-value',
      '模板文件夹内',
      '',
    ],
    [
      'an unknown parent',
      slip('pack.yaml', 'extends: cn-2021', 'extends: cn-2022'),
      'pack.yaml:4:10 pack/parent-not-found',
      '“cn-2022”',
      'packs list',
    ],
    [
      'itself as parent',
      slip('pack.yaml', 'extends: cn-2021', 'extends: ../我县模板'),
      'pack.yaml:4:10 pack/inheritance-loop',
      '绕成了圈',
      '改正 extends',
    ],
    [
      'a parent elsewhere on the disk',
      slip('pack.yaml', 'extends: cn-2021', 'extends: ../../../../etc'),
      'pack.yaml:4:10 pack/parent-outside',
      '不读取',
      '../文件夹名',
    ],
    [
      'the id of the parent',
      slip('pack.yaml', 'id: qingshan-county', 'id: cn-2021'),
      'pack.yaml:3:5 pack/duplicate-id',
      'cn-2021',
      '另起一个标识',
    ],
    ['a row id twice', slip(t3, 'id: r3.6.4', 'id: r3.6.3'), `${t3}:7:11 pack/duplicate-id`, 'r3.6.3', '请换一个'],
    [
      'an unknown place for a row',
      slip(t3, 'after: r3.6.2', 'after: r3.6.22'),
      `${t3}:5:12 pack/unknown-id`,
      'r3.6.22',
      'r3.6.2',
    ],
    [
      'a file under a Chinese name',
      { ...county, 'rules/解读.yaml': 'id: x' },
      'rules/解读.yaml pack/unknown-file',
      'rules/解读.yaml',
      '英文字母',
    ],
    ['widths that do not add up', slip(t2, 'span: 3', 'span: 2'), 'pack/widths', '列宽有 4 个', '列宽的个数'],
  ])('%s', (_name, texts, place, zh, hint) => {
    const [first, ...more] = findings(texts);
    expect(more, 'one slip, one message').toEqual([]);
    expect(first?.place).toContain(place);
    expect(first?.zh).toContain(zh);
    expect(first?.hint).toContain(hint);
    expect(first?.zh).not.toMatch(/\b(?:undefined|null|Error|object)\b/u);
  });

  it('a dropped row that the parent needs: every place says where to mend it, the mapping goes with the row', () => {
    const found = findings({ ...county, [t3]: 'id: t3\ndrop: [r4]\n' });
    expect(found.map(({ place }) => place.replace(/^.*templates\//u, ''))).toEqual([
      'cn-2021/sections/s1-2021.md.hbs:3:110 template/unknown-cell',
      'cn-2019/rules/T3-B.yaml:8:25 pack/unknown-name',
      'cn-2019/rules/T3-Y.yaml:8:18 pack/unknown-name',
    ]);
    for (const { hint } of found) expect(hint).toContain('drop_rules');
  });

  it('a folder that is no pack is told once, none of its files by name', () => {
    const { diagnostics } = loadPack(
      { 'secret.txt': new Uint8Array(), 'keys/a.pem': new Uint8Array() },
      'x',
      () => undefined,
    );
    expect(diagnostics.map((d) => d.code)).toEqual(['pack/missing-file']);
    expect(JSON.stringify(diagnostics)).not.toContain('secret');
  });

  it('what Windows and Office leave in a folder is passed over', () => {
    const left = { 'Thumbs.db': 'x', 'tables/desktop.ini': 'x', 'tables/~$t2.yaml': 'x' };
    expect(findings({ ...county, ...left })).toEqual([]);
  });

  it('the checks a pack may name are those the program runs', () => {
    const onFigures = ['blanks', 'value-types', 'jumps', 'same-as-last-year'];
    expect(Object.keys(builtInChecks).sort()).toEqual([...documentCheckNames, ...onFigures].sort());
  });
});
