import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { profileCodes } from '../../../src/profile/codes.js';
import { loadProfile } from '../../../src/profile/load-profile.js';
import { positionOf } from '../../../src/source/source.js';
import { templatesFolder } from '../../support/pack-files.js';

const text = `nianbao_profile: 1
id: wuwei-2025
name: 某市编制要求
document: 某政办发〔2025〕54号
years: {from: 2024, until: 2025}
deadlines:
  - {kinds: [部门], levels: [市级], file_by: 01-20, publish_by: 01-31}
  - {publish_by: 03-31}
file_before_publish: true
blank_policy: error
limits:
  - {section: s1, max_characters: 1000, severity: warning}
must_state:
  - {section: s1, cells: [t2/normative/issued], words: [规范性文件], text: 写明制发、废止和现行有效的件数}
severities: {T2-2: error, I14-R1: info}
file_name: "{{单位}}{{年}}年年报"
cover: {kind: 报告, template: "现将{{单位}}{{年}}年度报告报上。"}
`;

const load = (source: string): ReturnType<typeof loadProfile> =>
  loadProfile(new TextEncoder().encode(source), 'p.yaml');

function seen(source: string): readonly string[] {
  const outcome = load(source);
  return outcome.diagnostics.map(({ code, range }) => {
    const line = outcome.source && range ? positionOf(outcome.source, range.start).line : 0;
    return `${code} ${line}`;
  });
}

describe('loadProfile', () => {
  test('reads everything', () => {
    const outcome = load(text);
    expect(outcome.diagnostics).toEqual([]);
    expect(outcome.value).toMatchObject({
      id: 'wuwei-2025',
      document: '某政办发〔2025〕54号',
      years: { from: 2024, until: 2025 },
      deadlines: [
        { kinds: ['部门'], levels: ['市级'], fileBy: { month: 1, day: 20 }, publishBy: { month: 1, day: 31 } },
        { kinds: [], levels: [], publishBy: { month: 3, day: 31 } },
      ],
      fileBeforePublish: true,
      blankPolicy: 'error',
      limits: [{ section: 's1', maxCharacters: 1000, severity: 'warning' }],
      mustState: [{ section: 's1', cells: ['t2/normative/issued'], words: ['规范性文件'], severity: 'warning' }],
      severities: { 'T2-2': 'error', 'I14-R1': 'info' },
      fileName: '{{单位}}{{年}}年年报',
      cover: { kind: '报告' },
    });
    expect(outcome.value?.deadlines[1]).not.toHaveProperty('fileBy');
  });

  test('a short one leaves the rest to the pack', () => {
    const { value } = load('nianbao_profile: 1\nid: x\nname: y\ndocument: z\nyears: {from: 2023}\n');
    expect(value).toMatchObject({ deadlines: [], limits: [], mustState: [], severities: {}, fileBeforePublish: false });
    expect(value).not.toHaveProperty('fileName');
    expect(value).not.toHaveProperty('blankPolicy');
  });

  test.each([
    ['an unknown key', 'blank_policy:', 'blank_polcy:', ['profile/unknown-key 10']],
    ['a missing key', 'document: 某政办发〔2025〕54号\n', '', ['profile/missing-key 1']],
    ['a severity that is none', 'T2-2: error', 'T2-2: fatal', ['profile/wrong-value 15']],
    ['a day that is none', 'publish_by: 03-31', 'publish_by: 02-30', ['profile/wrong-value 8']],
    ['a date with a year', 'file_by: 01-20', 'file_by: 2025-01-20', ['profile/wrong-value 7']],
    ['a limit of nothing', 'max_characters: 1000', 'max_characters: 0', ['profile/wrong-value 12']],
    ['years the wrong way round', 'until: 2025', 'until: 2020', ['profile/years 5']],
    ['a deadline without a date', '{publish_by: 03-31}', '{kinds: [政府]}', ['profile/empty-entry 8']],
    ['a demand without a fact', 'cells: [t2/normative/issued], words: [规范性文件], ', '', ['profile/empty-entry 14']],
    ['R-20: an unknown name in the file name', '{{年}}年年报', '{{年份数}}年年报', ['template/unknown-name 16']],
    ['R-20: an unknown name in the cover', '现将{{单位}}', '现将{{单味}}', ['template/unknown-name 17']],
    ['a list for the whole', text, '- x\n', ['profile/wrong-value 1']],
  ])('%s is an error', (_, from, to, wanted) => {
    expect(text).toContain(from);
    const source = text.replace(from, () => to);
    expect(seen(source)).toEqual(wanted);
    expect(load(source).value).toBeUndefined();
  });

  test('codes are in the catalogue', () => {
    const codes = new Set(profileCodes.map((entry) => entry.code));
    for (const code of ['unknown-key', 'missing-key', 'wrong-value', 'too-large', 'years', 'empty-entry'])
      expect(codes).toContain(`profile/${code}`);
  });

  test('built-in profiles load without diagnostics', () => {
    const folder = join(templatesFolder, 'profiles');
    const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const outcome = loadProfile(new Uint8Array(readFileSync(join(folder, file))), file);
      expect(outcome.diagnostics, file).toEqual([]);
      expect(`${outcome.value?.id}.yaml`).toBe(file);
    }
  });
});

describe('limits', () => {
  test('a text or list longer than any real one is refused', () => {
    expect(seen(text.replace('某市编制要求', '长'.repeat(20_001)))).toEqual(['profile/too-large 3']);
    const severities = Array.from({ length: 501 }, (_, index) => `R-${index}: error`).join(', ');
    expect(seen(text.replace('T2-2: error, I14-R1: info', severities))).toEqual(['profile/too-large 15']);
  });
});
