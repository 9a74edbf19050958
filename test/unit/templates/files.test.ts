import { describe, expect, test } from 'vitest';
import { filesOf, pathsOf, yamlOf } from './pack-files.js';
import { forms } from '../../support/pack-files.js';

const packs = ['cn-base', ...forms];

/** Rules by the pack that first says them; codes are permanent. */
const rules: Readonly<Record<string, readonly string[]>> = {
  'cn-base': [
    ...['A1', 'A2', 'A3', 'A4', 'D1', 'P1', 'S1', 'S2', 'S3', 'S4'].map((name) => `D-${name}`),
    ...['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'Y1', 'Y2', 'Y3', 'Y4'].map((name) => `D-${name}`),
    'Y-J1',
    'Y-J2',
  ],
  'cn-2014': [
    ...['S1', 'S2', 'S3', 'S4', 'S5', 'S5w', 'S6', 'S6w', 'S9w', 'P1', 'P2', 'P3', 'P4', 'C1', 'C2'].map((n) => `I14-${n}`),
    ...Array.from({ length: 11 }, (_, n) => `I14-R${n + 1}`),
    'I14-B1',
    'I14-B2',
  ],
  'cn-2014-shandong': ['I14-S7', 'I14-S7w', 'I14-S8'],
  'cn-2019': ['T2-4', 'T2-5', 'T2-6', 'T2-7', 'T2-8', 'T2-9', 'T3-R', 'T3-C', 'T3-B', 'T3-Y', 'T4-T', 'T4-Y', 'T-B1', 'T-B2'],
  'cn-2021': ['T2-1', 'T2-2', 'T2-3', 'T6-1'],
};

/** Rules that a pack takes over from its parent with changes. */
const changed: Readonly<Record<string, readonly string[]>> = {
  'cn-2014': ['D-D1', 'D-S1'],
  'cn-2014-shandong': ['I14-C1', 'I14-C2', 'I14-S1'],
  'cn-2019': ['D-D1'],
  'cn-2021': ['T-B1', 'T-B2', 'T3-C'],
};

function ruleIds(pack: string): readonly string[] {
  return pathsOf(pack)
    .filter((path) => path.startsWith('rules/'))
    .map((path) => path.slice('rules/'.length, -'.yaml'.length));
}

describe.each(packs)('files of %s', (pack) => {
  test('data only, in the folders of the format', () => {
    for (const path of pathsOf(pack)) {
      expect(path).toMatch(/^(pack|terms|style|prose|filing|correction)\.yaml$|^(tables|rules)\/[A-Za-z0-9-]+\.yaml$|^sections\/[a-z0-9-]+\.md\.hbs$/);
    }
  });

  test('each YAML file parses without equal keys, and its id is its name', () => {
    expect(yamlOf(`${pack}/pack.yaml`)['id']).toBe(pack);
    for (const path of pathsOf(pack).filter((candidate) => /^(tables|rules)\//.test(candidate))) {
      expect(yamlOf(`${pack}/${path}`)['id']).toBe(path.replace(/^.*\/|\.yaml$/g, ''));
    }
  });

  test('rules: one file each, exactly the listed ones', () => {
    expect(ruleIds(pack)).toEqual([...(rules[pack] ?? []), ...(changed[pack] ?? [])].toSorted());
  });

  test('rules: a first version is whole, with passing and failing examples', () => {
    for (const id of rules[pack] ?? []) {
      const rule = yamlOf(`${pack}/rules/${id}.yaml`);
      expect(Object.keys(rule), id).toEqual(expect.arrayContaining(['title', 'severity', 'clause', 'reason', 'hint', 'examples']));
      expect(['test' in rule, 'check' in rule].filter(Boolean), id).toHaveLength(1);
      const examples = rule['examples'] as { pass: unknown[]; fail: unknown[] };
      expect(examples.pass.length, id).toBeGreaterThan(0);
      expect(examples.fail.length, id).toBeGreaterThan(0);
    }
  });

  test('sections: every wording file is named by the pack or a pack that extends it', () => {
    const named = packs.map((id) => new TextDecoder().decode(filesOf(id)['pack.yaml'])).join('\n');
    for (const path of pathsOf(pack).filter((candidate) => candidate.startsWith('sections/'))) expect(named).toContain(path);
  });
});
