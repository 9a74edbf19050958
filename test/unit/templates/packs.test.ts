import { describe, expect, test } from 'vitest';
import { loadBuiltIn, packOf } from './built-in.js';
import { loadProfile } from '../../../src/profile/load-profile.js';
import { filesOf } from './pack-files.js';
import { forms } from '../../support/pack-files.js';

/** Headings as printed in real reports; the first, without a number, is the lead-in. */
const headings: Readonly<Record<(typeof forms)[number], readonly string[]>> = {
  'cn-2014': [
    '',
    '一、主动公开政府信息情况',
    '二、依申请公开政府信息和不予公开政府信息情况',
    '三、政府信息公开收费及减免情况',
    '四、因政府信息公开申请行政复议、提起行政诉讼情况',
    '五、政府信息公开工作存在的主要问题及改进情况',
    '六、其他需要报告的事项',
    '七、附表',
  ],
  'cn-2014-shanghai': [
    '引言',
    '一、概述',
    '二、主动公开政府信息情况',
    '三、依申请公开政府信息情况',
    '四、行政复议和行政诉讼情况',
    '五、工作机构、人员和收支情况',
    '六、主要问题和改进措施',
    '七、附表',
  ],
  'cn-2014-zhejiang': [
    '引言',
    '一、年度工作概况',
    '二、主动公开政府信息情况',
    '三、回应解读社会关切情况',
    '四、依申请公开政府信息情况',
    '五、信息公开收费与减免情况',
    '六、复议、诉讼和申诉情况',
    '七、存在的主要问题和努力方向',
    '',
  ],
  'cn-2014-hunan': [
    '编制说明',
    '一、概述',
    '二、主动公开政府信息情况',
    '三、回应关切及政策解读情况',
    '四、依申请公开政府信息情况',
    '五、咨询处理情况',
    '六、复议、诉讼和申诉情况',
    '七、政府信息公开收费和减免情况',
    '八、机构建设和经费保障情况',
    '九、政府信息公开会议和培训情况',
    '十、主要存在的问题及改进措施',
    '十一、附表',
  ],
  'cn-2014-shandong': [
    '',
    '一、概述',
    '二、政府信息公开的组织领导、机构建设情况',
    '三、发布解读、回应社会关切以及互动交流情况',
    '四、主动公开政府信息以及公开平台建设情况',
    '五、政府信息公开申请的办理情况',
    '六、政府信息公开的收费及减免情况',
    '七、因政府信息公开申请行政复议、提起行政诉讼的情况',
    '八、政府信息公开保密审查及监督检查情况',
    '九、推进重点领域政务服务公开情况',
    '十、政府信息公开工作存在的主要问题及改进情况',
    '附件：{{年}}年度政府信息公开工作情况统计表',
  ],
  'cn-2019': statutory(),
  'cn-2021': statutory(),
};

function statutory(): readonly string[] {
  return [
    '',
    '一、总体情况',
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
    '五、存在的主要问题及改进情况',
    '六、其他需要报告的事项',
  ];
}

describe.each(forms)('%s', (id) => {
  test('loads without a finding', () => {
    expect(loadBuiltIn(id).diagnostics.map((d) => `${d.code} ${d.message.zh}`)).toEqual([]);
  });

  test('sections: exact headings in order', () => {
    expect(packOf(id).sections.map((section) => section.number + section.heading)).toEqual(headings[id]);
  });

  test('sections: a heading departure is an error in 2019 and 2021, a warning in 2014', () => {
    const rule = packOf(id).rules.find((candidate) => candidate.id === 'D-S1');
    expect(rule?.severity).toBe(id.startsWith('cn-2014') ? 'warning' : 'error');
  });

  test('starters: every narrative section has one', () => {
    const written = packOf(id).sections.filter(({ kind }) => kind === 'narrative' || kind === 'lead');
    expect(written.length).toBeGreaterThan(0);
    for (const section of written) expect(section.starter, section.id).toMatch(/\S/);
  });
});

describe('rules of the variants', () => {
  const testOf = (pack: string, rule: string): string | undefined => packOf(pack).rules.find((candidate) => candidate.id === rule)?.testText;

  test('Shandong counts its own way of applying and has no gazette row', () => {
    expect(testOf('cn-2014-shandong', 'I14-S1')).toContain('[sd3150]');
    for (const rule of ['I14-C1', 'I14-C2']) expect(testOf('cn-2014-shandong', rule)).not.toContain('1210');
    expect(testOf('cn-2014', 'I14-C2')).toContain('[1210]');
  });

  test('only Shandong has the rules on complaints and reading rooms', () => {
    for (const rule of ['I14-S7', 'I14-S7w', 'I14-S8']) {
      expect(testOf('cn-2014-shandong', rule), rule).toBeDefined();
      expect(testOf('cn-2014-zhejiang', rule), rule).toBeUndefined();
    }
  });

  test('2021 drops the rules on the table two of 2019', () => {
    const ids = packOf('cn-2021').rules.map((rule) => rule.id).filter((rule) => rule.startsWith('T2-'));
    expect(ids.toSorted()).toEqual(['T2-1', 'T2-2', 'T2-3']);
  });

  test('blanks: a warning, an error in a filing', () => {
    for (const [pack, id] of [['cn-2014', 'I14-B1'], ['cn-2021', 'T-B1']] as const) {
      const rule = packOf(pack).rules.find((candidate) => candidate.id === id);
      expect([rule?.severity, rule?.strictSeverity]).toEqual(['warning', 'error']);
    }
  });
});

describe('basis', () => {
  const basisOf = (pack: string, id: string) => packOf(pack).basis.find((entry) => entry.id === id);

  test('each form names its own Regulations and notice', () => {
    expect(basisOf('cn-2014', 'tiaoli')?.number).toBe('国务院令第492号');
    expect(basisOf('cn-2019', 'tiaoli')?.number).toBe('国务院令第711号');
    expect(basisOf('cn-2019', 'notice')?.number).toBe('国办公开办函〔2019〕60号');
    expect(basisOf('cn-2021', 'notice')).toMatchObject({ number: '国办公开办函〔2021〕30号', date: '2021-09-26' });
  });

  test('what was not seen in the original is marked', () => {
    expect(basisOf('cn-2014', 'form-2014')?.confirmed).toBe(false);
    expect(basisOf('cn-2019', 'form')?.confirmed).toBe(false);
    expect(basisOf('cn-2021', 'form')?.confirmed).toBe(true);
  });
});

test('R-25, R-32: 28 characters by 22 lines on 156 × 225 mm, faces by name only', () => {
  const { page, fonts } = packOf('cn-2021').style;
  expect(page).toMatchObject({ top: 37, left: 28, textWidth: 156, textHeight: 225, lines: 22, characters: 28, pitch: 28.95 });
  expect(fonts.fangsong.name).toBe('仿宋_GB2312');
});

test('profile of 怀化市: loads, limits section one by a warning, keeps the two dates of its departments', () => {
  const bytes = filesOf('profiles')['huaihua-2024.yaml'] ?? new Uint8Array();
  const { value, diagnostics } = loadProfile(bytes, 'huaihua-2024');
  expect(diagnostics).toEqual([]);
  expect(value?.limits).toEqual([{ section: 's1', maxCharacters: 1000, severity: 'warning' }]);
  expect(value?.deadlines[0]).toMatchObject({ fileBy: { month: 1, day: 26 }, publishBy: { month: 1, day: 28 } });
});
