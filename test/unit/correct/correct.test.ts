import { describe, expect, it } from 'vitest';
import { sm3 } from '../../../src/bytes/sm3.js';
import { noticeDay } from '../../../src/correct/correct.js';
import type { Manifest } from '../../../src/filing/manifest.js';
import { sha256 } from '../../../src/pack/sha256.js';
import type { Received } from '../../../src/verify/input.js';
import { hashFindings } from '../../../src/verify/verify-hashes.js';
import { exampleNames } from '../../support/examples.js';
import {
  corrected,
  correction,
  filedBy,
  fileOf,
  noticeTables,
  office,
  received,
  replacing,
} from '../../support/correction-fixture.js';

const same = (text: string): string => text;
const moreDecisions = replacing(['行政处罚: 0', '行政处罚: 3']);
const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const manifestOf = (files: ReadonlyMap<string, Uint8Array>): Manifest =>
  JSON.parse(decode(files.get('manifest.json'))) as Manifest;
const penalty = '表二“行政处罚”行“本年处理决定数量”列';

describe('a correction', () => {
  it('is a whole filing of the next version, linked to the one it corrects', async () => {
    const filed = await filedBy(office(same));
    const made = await corrected(filed, office(moreDecisions), '漏计三件。');
    const files = received(made.value?.files ?? []).files;
    const manifest = manifestOf(files);
    const old = filed.files.get('manifest.json') ?? new Uint8Array();
    expect(made.value?.version).toBe(2);
    expect(manifest.version).toBe(2);
    expect(manifest.corrects).toEqual({
      manifest_sha256: sha256([old]),
      manifest_sm3: sm3(old),
      version: 1,
      reason: '漏计三件。',
    });
    expect(hashFindings(manifest, files)).toEqual([]);
    expect([...files.keys()].filter((path) => !filed.files.has(path)).sort()).toEqual([
      '更正说明.docx',
      '更正说明.html',
    ]);
    expect([...filed.files.keys()].filter((path) => !files.has(path))).toEqual([]);
    expect(manifest.files.filter(({ role }) => role === 'correction')).toHaveLength(2);
  });

  it('says what it was and what it is, and why', async () => {
    const { files } = await correction(same, moreDecisions);
    expect(noticeTables(files)).toEqual([
      [
        ['更正之处', '原为', '更正为'],
        [penalty, '0', '3'],
      ],
    ]);
    const html = decode(fileOf(files, '更正说明.html'));
    expect(html).toContain('葫芦岛市住房公积金管理中心关于更正');
    expect(html).toContain('《葫芦岛市住房公积金管理中心2023年政府信息公开工作年度报告》报送以后');
    expect(html).toContain('统计时有遗漏，现予更正。');
    expect(html).toContain('更正后的报告为第2版。');
    expect(html).toContain('除上列各处以外，报告内容没有变化。');
    expect(html).toContain('年　　月　　日');
  });

  it('prints the day it is given', async () => {
    const made = await corrected(await filedBy(office(same)), office(moreDecisions), '漏计。', '2024-03-01');
    const html = decode(fileOf(made.value?.files ?? [], '更正说明.html'));
    expect(html).toContain('2024年3月1日');
    expect(html).not.toContain('　　月');
    expect([noticeDay('2024年3月1日'), noticeDay('2024-02-30'), noticeDay('昨天')]).toEqual([
      '2024-03-01',
      undefined,
      undefined,
    ]);
  });

  it('shows a total that follows, a sentence, and a blank that became 0', async () => {
    const blank = replacing(
      ['行政处罚: 0', '行政处罚: 空'],
      [
        '章节:\n',
        '豁免:\n  - {代码: T-B1, 单元格: t2/penalty/decisions, 数值: {t2/penalty/decisions: 空}, 理由: 待上级核定, 审批人: 某某}\n章节:\n',
      ],
      ['    行政复议: [0, 0, 0, 0, 0]', '    行政复议: [0, 0, 0, 0]'],
    );
    const filled = replacing(
      ['    行政复议: [0, 0, 0, 0, 0]', '    行政复议: [1, 0, 0, 0]'],
      ['满意率99.07%', '满意率99.70%'],
    );
    const { files } = await correction(blank, filled);
    const [cells, texts] = noticeTables(files);
    expect(cells?.slice(1)).toEqual([
      [penalty, '（空白）', '0'],
      ['表四“行政复议”“结果维持”', '0', '1'],
      ['表四“行政复议”“总计”（随之变化）', '0', '1'],
    ]);
    expect(texts?.slice(1)).toHaveLength(1);
    expect(texts?.[1]?.[1]).toContain('满意率99.07%');
    expect(texts?.[1]?.[2]).toContain('满意率99.70%');
  });

  it('of a correction is version 3 and follows version 2', async () => {
    const second = await correction(same, moreDecisions);
    const filed = received(second.files, '第二版');
    const third = await corrected(filed, office(replacing(['行政处罚: 0', '行政处罚: 4'])));
    const manifest = manifestOf(received(third.value?.files ?? []).files);
    expect(manifest.version).toBe(3);
    expect(manifest.corrects?.version).toBe(2);
    expect(manifest.corrects?.manifest_sm3).toBe(sm3(filed.files.get('manifest.json') ?? new Uint8Array()));
    expect(noticeTables(third.value?.files ?? [])[0]?.[1]).toEqual([penalty, '3', '4']);
    // Nobody knows of an earlier notice any more.
    expect(manifest.files.filter(({ role }) => role === 'correction')).toHaveLength(2);
  });

  it('keeps what is internal out of the notice', async () => {
    const internal = (text: string): string =>
      `${moreDecisions(text)}\n办理:\n  审核: 机密甲\n`.replace('章节:\n', '# 机密乙\n章节:\n');
    const { files } = await correction(same, internal);
    const shown = decode(fileOf(files, '更正说明.html')) + decode(fileOf(files, 'manifest.json'));
    expect(shown).not.toContain('机密');
  });

  it('works on a filing whose files carry no data, and says what it cannot see', async () => {
    const bare = { embed: false };
    const made = await corrected(await filedBy(office(same, bare)), office(moreDecisions, bare));
    expect(noticeTables(made.value?.files ?? [])[0]?.[1]).toEqual([penalty, '0', '3']);
    expect(made.diagnostics.filter(({ code }) => code === 'correct/from-data-file')).toMatchObject([
      { severity: 'warning' },
    ]);
    expect(decode(fileOf(made.value?.files ?? [], '更正说明.html'))).not.toContain('除上列各处以外');
  });

  it('takes data files of other forms: 2014, 2019', async () => {
    const made = await correction(same, replacing(['行政复议: [6, 1, 2, 1, 10]', '行政复议: [5, 2, 2, 1, 10]']), {
      example: 'office-2020',
    });
    expect(made.corrections.cells.map(({ name }) => name)).toEqual([
      '表四“行政复议”“结果维持”',
      '表四“行政复议”“结果纠正”',
    ]);
  });

  it('R-73: is the same bytes every time', async () => {
    const make = async (): Promise<readonly (readonly [string, string])[]> =>
      (await correction(same, moreDecisions, { formats: ['html', 'docx'] })).files.map(({ path, bytes }) => [
        path,
        sha256([bytes]),
      ]);
    expect(await make()).toEqual(await make());
  });
});

describe('R-73: what was filed is read back as it was', () => {
  it.each(exampleNames)('%s: nothing to correct in it', async (example) => {
    const filed = await filedBy(office(same, { example }));
    const made = await corrected(filed, office(same, { example }));
    expect(made.diagnostics.map(({ code }) => code)).toEqual(['correct/nothing-changed']);
  });
});

describe('no correction is made', () => {
  const codesOf = async (
    filed: Received,
    change: (text: string) => string,
    reason?: string,
  ): Promise<readonly string[]> => {
    const made = await corrected(filed, office(change), reason);
    expect(made.value).toBeUndefined();
    return made.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  };

  it('where nothing changed', async () => {
    expect(await codesOf(await filedBy(office(same)), (text) => `# 只加了说明\n${text}`)).toEqual([
      'correct/nothing-changed',
    ]);
  });

  it('of another office, unless its old name is known', async () => {
    const filed = await filedBy(office(same));
    const renamed = (text: string): string => text.replaceAll('葫芦岛市住房公积金管理中心', '锦州市住房公积金管理中心');
    expect(await codesOf(filed, renamed)).toEqual(['correct/other-agency']);
    const known = (text: string): string =>
      renamed(text).replace('  类型: 授权组织', '  类型: 授权组织\n  曾用名: [{名称: 葫芦岛市住房公积金管理中心}]');
    expect((await corrected(filed, office(known))).value?.corrections.facts.map(({ key }) => key)).toContain(
      'agency/name',
    );
  });

  it('of an office with another code, though it has the same name', async () => {
    const code = (value: string) => replacing(['  类型: 授权组织', `  统一社会信用代码: ${value}\n  类型: 授权组织`]);
    const filed = await filedBy(office(code('12211400744323107M')));
    const made = await corrected(
      filed,
      office((text) => moreDecisions(code('12210700744323107A')(text))),
    );
    expect(made.value).toBeUndefined();
    const [other] = made.diagnostics;
    expect(other?.code).toBe('correct/other-agency');
    expect(other?.message.zh).toContain('葫芦岛市住房公积金管理中心（12211400744323107M）');
  });

  it('of another year or another form', async () => {
    const filed = await filedBy(office(same));
    expect(await codesOf(filed, (text) => text.replaceAll('2023', '2022'))).toEqual(['correct/other-year']);
    const other = await corrected(filed, office(same, { example: 'office-2020' }));
    expect(other.diagnostics.map(({ code }) => code)).toEqual([
      'correct/other-agency',
      'correct/other-year',
      'correct/other-form',
    ]);
  });

  it('on a filing that was damaged, whatever was done to it', async () => {
    const filed = await filedBy(office(same));
    const page = [...filed.files.keys()].find((path) => path.endsWith('.html')) ?? '';
    const changed = new Map(filed.files).set(page, new TextEncoder().encode('<p>别的</p>'));
    const added = new Map(filed.files).set('后来的.txt', new Uint8Array());
    const missing = new Map([...filed.files].filter(([path]) => path !== page));
    for (const files of [changed, added, missing]) {
      const made = await corrected({ ...filed, files }, office(moreDecisions));
      expect(made.value).toBeUndefined();
      expect(made.diagnostics.map(({ code }) => code)).toEqual(['correct/damaged-filing']);
      expect(made.diagnostics[0]?.folded).toHaveLength(1);
    }
    const sealed = new Map(filed.files).set('签章/第一版.pdf', new Uint8Array());
    expect((await corrected({ ...filed, files: sealed }, office(moreDecisions))).value).toBeDefined();
  });

  it('on what is no filing', async () => {
    const filed = await filedBy(office(same));
    const bytes = filed.files.get('manifest.json') ?? new Uint8Array();
    const none = new Map([...filed.files].filter(([path]) => path !== 'manifest.json'));
    expect(await codesOf({ ...filed, files: none }, moreDecisions)).toEqual(['verify/no-manifest']);
    expect(await codesOf({ ...filed, kind: 'file' }, moreDecisions)).toEqual(['verify/no-manifest']);
    for (const version of ['0', '1.5', '1e99', '-2']) {
      const wrong = new TextEncoder().encode(decode(bytes).replace('"version": 1', `"version": ${version}`));
      const files = new Map(filed.files).set('manifest.json', wrong);
      expect(await codesOf({ ...filed, files }, moreDecisions), version).toEqual(['verify/manifest-unreadable']);
    }
  });

  it('where the filing holds nothing to compare with', async () => {
    const filed = await filedBy(office(same, { embed: false }));
    const manifest = manifestOf(filed.files);
    const path = manifest.files.find(({ role }) => role === 'data')?.path ?? '';
    const kept = { ...manifest, files: manifest.files.filter((file) => file.path !== path) };
    const files = new Map(filed.files).set('manifest.json', new TextEncoder().encode(JSON.stringify(kept)));
    files.delete(path);
    expect(await codesOf({ ...filed, files }, moreDecisions)).toEqual(['correct/no-data']);
  });

  it('without a reason that can be printed', async () => {
    const filed = await filedBy(office(same));
    for (const reason of ['', ' \n', '一'.repeat(2001), '\u202e反', '\uE000']) {
      expect(await codesOf(filed, moreDecisions, reason), reason.slice(0, 9)).toEqual(['correct/no-reason']);
    }
  });

  it('with an error in the data file', async () => {
    const codes = await codesOf(await filedBy(office(same)), replacing(['行政处罚: 0', '行政处罚: 空']));
    expect(codes).toContain('T-B1');
  });

  it('with a pack that has no words for it', async () => {
    const filed = await filedBy(office(same));
    const now = office(moreDecisions);
    const { correction: _, ...pack } = now.outcome.value?.pack ?? ({} as never);
    const value = now.outcome.value === undefined ? undefined : { ...now.outcome.value, pack };
    const made = await corrected(filed, {
      ...now,
      outcome: { ...now.outcome, ...(value === undefined ? {} : { value }) },
    });
    expect(made.diagnostics.map(({ code }) => code)).toEqual(['correct/no-words']);
  });
});

describe('a pack that changed since the filing', () => {
  it('is told, and then nothing is claimed of what is not listed', async () => {
    const filed = await filedBy(office(same));
    const bytes = filed.files.get('manifest.json');
    const text = decode(bytes).replace(/"hash": "[0-9a-f]{8}/u, '"hash": "00000000');
    const files = new Map(filed.files).set('manifest.json', new TextEncoder().encode(text));
    const made = await corrected({ ...filed, files }, office(moreDecisions));
    expect(made.diagnostics.filter(({ code }) => code === 'correct/pack-changed')).toMatchObject([
      { severity: 'warning' },
    ]);
    expect(decode(fileOf(made.value?.files ?? [], '更正说明.html'))).not.toContain('除上列各处以外');
  });
});
