import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { safeUnzip } from '../../../src/archive/zip-read.js';
import { sm3 } from '../../../src/bytes/sm3.js';
import { makeFiling, type FilingFile, type FilingInputs } from '../../../src/filing/filing.js';
import type { Manifest } from '../../../src/filing/manifest.js';
import { checkCarried } from '../../../src/filing/run-checks.js';
import { diskSources } from '../../../src/index.js';
import { outputFormats, writeOutputs } from '../../../src/output/outputs.js';
import { openReport, type OpenOutcome } from '../../../src/pipeline.js';
import { filingEnv } from '../../support/filing-fixture.js';

const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** The office example with `change` made to its text, opened as for a filing, beside the files given. */
function opened(
  change: (text: string) => string = (text) => text,
  beside: Readonly<Record<string, string>> = {},
): { readonly outcome: OpenOutcome; readonly inputs: FilingInputs } {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-filing-'));
  const path = join(folder, 'report.yaml');
  const text = change(readFileSync('examples/office-2020/report.yaml', 'utf8'));
  writeFileSync(path, text);
  for (const [name, content] of Object.entries(beside)) writeFileSync(join(folder, name), content);
  const sources = diskSources(path);
  const bytes = new TextEncoder().encode(text);
  return {
    outcome: openReport(bytes, path, sources, { strict: true }),
    inputs: {
      formats: ['html', 'json'],
      env: filingEnv,
      embed: true,
      dataFile: { name: path, bytes },
      attachment: sources.image,
    },
  };
}

/** A top-level key put before the tables. */
const withKey =
  (lines: string) =>
  (text: string): string =>
    text.replace(/^表格:/mu, `${lines}\n表格:`);

/** A total that does not agree, waived. */
const waivedTotal = (text: string): string =>
  withKey(
    `豁免:
  - 代码: T4-T
    单元格: t4/review/total
    数值: {t4/review/total: 11, t4/review/upheld: 6, t4/review/corrected: 1, t4/review/other: 2, t4/review/pending: 1}
    理由: 按原文
    审批人: 某某甲`,
  )(text.replace('行政复议: [6, 1, 2, 1, 10]', '行政复议: [6, 1, 2, 1, 11]'));

async function filingOf(
  change?: (text: string) => string,
  beside?: Readonly<Record<string, string>>,
  inputs: Partial<FilingInputs> = {},
): Promise<ReadonlyMap<string, FilingFile>> {
  const made = opened(change, beside);
  const { value, diagnostics } = await makeFiling(made.outcome, { ...made.inputs, ...inputs });
  if (value === undefined) throw new Error(JSON.stringify(diagnostics.filter((d) => d.severity === 'error')));
  return new Map(value.map((file) => [file.path, file]));
}

async function refusedWith(
  change?: (text: string) => string,
  inputs: Partial<FilingInputs> = {},
): Promise<readonly string[]> {
  const made = opened(change);
  const { value, diagnostics } = await makeFiling(made.outcome, { ...made.inputs, ...inputs });
  expect(value).toBeUndefined();
  return diagnostics.filter(({ severity, waived }) => severity === 'error' && waived === undefined).map((d) => d.code);
}

const manifestOf = (files: ReadonlyMap<string, FilingFile>): Manifest =>
  JSON.parse(decode(files.get('manifest.json')?.bytes)) as Manifest;

/** Text of a Word file, one line a paragraph. */
function wordText(file: FilingFile | undefined): string {
  const parts = safeUnzip(file?.bytes ?? new Uint8Array(), 'x').value;
  return decode(parts?.get('word/document.xml'))
    .replace(/<w:br\/>|<\/w:p>/gu, '\n')
    .replace(/<[^>]*>/gu, '')
    .replaceAll('&quot;', '"');
}

describe('a filing', () => {
  it('has the published files, the data file, letter, metadata, list for the archive, and the manifest last', async () => {
    const files = await filingOf(undefined, {}, { formats: outputFormats });
    const roles = [...files.values()].map(({ path, role }) => `${role} ${path.replace(/^.*报告\./u, '….')}`);
    expect(roles).toEqual([
      'metadata 公开元数据.json',
      'metadata 公开元数据.xlsx',
      'published ….docx',
      'published ….fragment.html',
      'published ….html',
      'published ….json',
      'published ….pdf',
      'published ….xlsx',
      'archive 归档四性自查表.docx',
      'cover 报送单.docx',
      'data 数据/数据文件.yaml',
      'manifest manifest.json',
    ]);
    const data = files.get('数据/数据文件.yaml')?.bytes ?? new Uint8Array();
    expect(decode(data)).toBe(readFileSync('examples/office-2020/report.yaml', 'utf8'));
  });

  it('R-73: the manifest lists every other file with its size and hashes', async () => {
    const files = await filingOf();
    const { files: listed } = manifestOf(files);
    expect(listed.map(({ path }) => path)).toEqual([...files.keys()].filter((path) => path !== 'manifest.json'));
    for (const { path, size, sha256, sm3: hash } of listed) {
      const bytes = files.get(path)?.bytes ?? new Uint8Array();
      expect(size).toBe(bytes.length);
      expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect(hash).toBe(sm3(bytes));
    }
  });

  it('names pack, program, profile, fonts and version in the manifest', async () => {
    const profile = 'nianbao_profile: 1\nid: city\nname: 本市要求\ndocument: 通知\nyears: {from: 2020}\n';
    const manifest = manifestOf(await filingOf(withKey('配置: ./city.yaml'), { 'city.yaml': profile }));
    expect(manifest).toMatchObject({
      nianbao_manifest: '1',
      version: 1,
      generator: 'nianbao test',
      fonts: 'built-in',
      pack: { id: 'cn-2019', hash: opened().outcome.value?.pack.hash },
      profile: { id: 'city', name: '本市要求', sha256: createHash('sha256').update(profile).digest('hex') },
    });
    expect(manifest).not.toHaveProperty('corrects');
  });

  it("names last year's data file with its hash and without its folder", async () => {
    const last = readFileSync('examples/office-2020/report.yaml', 'utf8')
      .replaceAll('2020', '2019')
      .replace('继续办理: [7, 2, 0, 0, 1, 0, 10]', '继续办理: [5, 1, 0, 0, 0, 0, 6]');
    const files = await filingOf(withKey('上年数据: [last.yaml]'), { 'last.yaml': last });
    expect(manifestOf(files).previous).toEqual([
      { name: 'last.yaml', sha256: createHash('sha256').update(last).digest('hex') },
    ]);
    expect(manifestOf(await filingOf())).not.toHaveProperty('previous');
  });

  it('R-73: says nothing of the folder it was made in', async () => {
    const [first, second] = [await filingOf(), await filingOf()];
    for (const [path, { bytes }] of first)
      expect(Buffer.from(bytes).equals(second.get(path)?.bytes ?? Buffer.of()), path).toBe(true);
    expect(decode(first.get('manifest.json')?.bytes)).not.toContain(tmpdir());
  });

  it('lists findings with the reason of a waiver and never who gave it', async () => {
    const files = await filingOf(waivedTotal);
    const { check } = manifestOf(files);
    const waived = check.findings.filter(({ severity }) => severity === 'waived');
    expect(waived.map(({ code, waived: reason }) => [code, reason])).toEqual([['T4-T', '按原文']]);
    expect(check).toMatchObject({ result: '合格', errors: 0 });
    expect(check.findings.filter(({ severity }) => severity === 'info')).toHaveLength(check.infos);
    expect(wordText(files.get('报送单.docx'))).toContain(`豁免1项，提示${check.infos}项`);
    const holders = [...files.values()].filter(({ bytes }) => decode(bytes).includes('某某甲'));
    expect(holders.map(({ path }) => path)).toEqual(['数据/数据文件.yaml']);
  });
});

describe('what forbids a filing', () => {
  it('an unwaived error: nothing is made', async () => {
    expect(await refusedWith((text) => text.replace('年度: 2020', '年度: 20x0'))).not.toEqual([]);
  });

  it('a blank, which counts as an error here', async () => {
    expect(
      await refusedWith((text) => text.replace('行政强制: {上一年项目数量: 6', '行政强制: {上一年项目数量: 空')),
    ).toContain('T-B1');
  });

  it('a section still marked as a draft, whatever the profile makes of the finding', async () => {
    const draft = (text: string): string =>
      withKey('配置: ./p.yaml')(text.replace(/^ {2}总体情况: \|\n/mu, '  总体情况:\n   草稿: 是\n   正文: |\n'));
    const made = opened(draft, {
      'p.yaml':
        'nianbao_profile: 1\nid: p\nname: 要求\ndocument: 通知\nyears: {from: 2020}\nseverities: {report/draft-section: info}\n',
    });
    const { value, diagnostics } = await makeFiling(made.outcome, made.inputs);
    expect(value).toBeUndefined();
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
      'filing/draft-section',
    ]);
  });

  it('a pack without the words of a filing', async () => {
    const { outcome, inputs } = opened();
    if (outcome.value === undefined) throw new Error('not opened');
    const { filing: _, ...pack } = outcome.value.pack;
    const made = await makeFiling({ ...outcome, value: { ...outcome.value, pack } }, inputs);
    expect(made.value).toBeUndefined();
    expect(made.diagnostics.map(({ code }) => code)).toContain('filing/no-words');
  });

  it('an attachment that is not there, or outside the folder', async () => {
    expect(await refusedWith(withKey('附件: [表.pdf]'))).toEqual(['filing/attachment-missing']);
    expect(await refusedWith(withKey('附件: [../secret.pdf]'))).not.toEqual([]);
  });

  it('attachments beyond the bounds', async () => {
    const many = withKey(`附件: [${Array.from({ length: 201 }, () => 'a.pdf').join(', ')}]`);
    expect(await refusedWith(many, { attachment: () => new Uint8Array(1) })).toEqual(['filing/attachments-too-large']);
    const large = withKey('附件: [a.pdf, b.pdf, c.pdf, d.pdf]');
    const bytes = new Uint8Array(60 * 1024 * 1024);
    expect(await refusedWith(large, { attachment: () => bytes })).toEqual(['filing/attachments-too-large']);
  });

  it('a published file that does not give its data back', async () => {
    const { outcome, inputs } = opened();
    if (outcome.value === undefined) throw new Error('not opened');
    const { value = [] } = await writeOutputs(outcome.value, { ...inputs, formats: ['html'], verify: false });
    expect(await checkCarried(outcome.value, value, 'nianbao test')).toEqual({ carriers: 1, diagnostics: [] });
    const broken = value.map((file) => ({ ...file, bytes: new TextEncoder().encode('<html></html>') }));
    const { carriers, diagnostics } = await checkCarried(outcome.value, broken, 'nianbao test');
    expect(carriers).toBe(0);
    expect(diagnostics.map(({ code }) => code)).toEqual(['filing/data-not-carried']);
  });
});

describe('attachments', () => {
  it('are filed under a number and their name, and named in the letter by their title', async () => {
    const files = await filingOf(withKey('附件:\n  - {文件: a.pdf, 标题: 规范性文件目录}\n  - b.TXT'), {
      'a.pdf': 'one',
      'b.TXT': 'two',
    });
    expect(decode(files.get('附件/附件1-a.pdf')?.bytes)).toBe('one');
    expect(files.get('附件/附件2-b.txt')).toMatchObject({ role: 'attachment', mediaType: 'text/plain' });
    const letter = wordText(files.get('报送单.docx'));
    expect(letter).toContain('2. 规范性文件目录\n3. b\n');
  });
});

describe('names', () => {
  it('of attachments are NFC, without their folders', async () => {
    const bytes = new Uint8Array(1);
    const files = await filingOf(
      withKey('附件: ["e\u0301 表.PDF", 子/名单.txt, 子/说明]'),
      {},
      { attachment: () => bytes },
    );
    const names = [...files.keys()].filter((path) => path.startsWith('附件/'));
    expect(names).toEqual(['附件/附件1-\u00e9 表.pdf', '附件/附件2-名单.txt', '附件/附件3-说明']);
    expect(names).toEqual(names.map((name) => name.normalize('NFC')));
  });

  it('of a JSON data file keep their ending', async () => {
    const { inputs } = opened();
    const files = await filingOf(undefined, {}, { dataFile: { ...inputs.dataFile, name: 'x/report.JSON' } });
    expect(files.get('数据/数据文件.json')).toMatchObject({ role: 'data', mediaType: 'application/json' });
  });
});

describe('the letter', () => {
  const profile = (cover: string): Readonly<Record<string, string>> => ({
    'p.yaml': `nianbao_profile: 1\nid: p\nname: 本市要求\ndocument: 通知\nyears: {from: 2020}\ncover: ${cover}\n`,
  });
  const named = withKey('配置: ./p.yaml');

  it('leaves room for what is not known and says what was checked', async () => {
    const letter = wordText((await filingOf()).get('报送单.docx'));
    expect(letter).toContain('收件单位\n\n报告名称');
    expect(letter).toMatch(/合格，没有未豁免的错误，提示\d+项/u);
    expect(letter).toContain('报送单位（盖章）\n\n\n\n\n年　　月　　日');
  });

  it('gives the SM3 of the PDF for the paper register', async () => {
    const files = await filingOf(undefined, {}, { formats: ['html', 'pdf'] });
    const pdf = [...files.values()].find(({ path }) => path.endsWith('.pdf'));
    expect(wordText(files.get('报送单.docx'))).toContain(sm3(pdf?.bytes ?? new Uint8Array()));
  });

  it('is of the kind, to the office and in the words that the profile gives', async () => {
    const files = await filingOf(
      named,
      profile('{kind: 函, addressee: ○○市人民政府办公室, template: "#已经编成，{{单位}}现予报送。"}'),
    );
    expect(files.has('报送单.docx')).toBe(false);
    const letter = wordText(files.get('函.docx'));
    expect(letter).toContain('○○市人民政府办公室：\n');
    expect(letter).toMatch(/年度报告已经编成，.+现予报送。\n/u);
    expect(letter).not.toContain('请审阅');
  });

  it('is refused when the wording of the profile cannot be printed whole', async () => {
    const made = opened(named, profile('{kind: 函, template: "电子邮箱{{电子邮箱}}"}'));
    const { value, diagnostics } = await makeFiling(made.outcome, made.inputs);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toContain('template/no-field');
  });

  it('falls back on the usual one for a kind that the pack does not have, and says so', async () => {
    const made = opened(named, profile('{kind: 呈批件}'));
    const { value, diagnostics } = await makeFiling(made.outcome, made.inputs);
    expect(value?.map(({ path }) => path)).toContain('报送单.docx');
    const found = diagnostics.find(({ code }) => code === 'filing/unknown-letter');
    expect(found?.message.zh).toBe('要求配置要的报送文书“呈批件”，模板里没有，写了报送单。');
  });

  it('takes a # in the data for a #', async () => {
    const files = await filingOf(withKey('联系: {电话: "0000-1234#56"}'), {}, { addressee: '#号大院办公室' });
    const letter = wordText(files.get('报送单.docx'));
    expect(letter).toContain('#号大院办公室');
    expect(letter).toContain('0000-1234#56');
  });
});

describe('the metadata', () => {
  const fieldsOf = (files: ReadonlyMap<string, FilingFile>): ReadonlyMap<string, string> =>
    new Map(
      (
        JSON.parse(decode(files.get('公开元数据.json')?.bytes)) as {
          fields: readonly { readonly name: string; readonly value: string }[];
        }
      ).fields.map(({ name, value }) => [name, value]),
    );

  it('has the seven fields, a summary with figures, and leaves 索引号 to be filled in', async () => {
    const fields = fieldsOf(await filingOf());
    expect([...fields.keys()]).toEqual(['索引号', '主题分类', '组配分类', '发布机构', '成文日期', '名称', '概述']);
    expect(fields.get('索引号')).toBe('');
    expect(fields.get('概述')).toMatch(/新收政府信息公开申请\d+件，上年结转\d+件，办结\d+件/u);
  });

  it('takes 索引号 when it is given', async () => {
    expect(fieldsOf(await filingOf(undefined, {}, { indexNumber: 'X/2021-1' })).get('索引号')).toBe('X/2021-1');
  });

  it('says less where a figure of the summary is no number', async () => {
    const { outcome, inputs } = opened();
    if (outcome.value === undefined) throw new Error('not opened');
    const values = new Map(outcome.value.figures.values).set('t3/r2/total', { kind: 'slash' });
    const made = await makeFiling({ ...outcome, value: { ...outcome.value, figures: { values } } }, inputs);
    const files = new Map(made.value?.map((file) => [file.path, file]));
    expect(fieldsOf(files).get('概述')).toBe('报告政府信息公开工作的总体情况和统计数据。');
  });
});

describe('the list for the archive', () => {
  const resultOf = (files: ReadonlyMap<string, FilingFile>, point: string): readonly (string | undefined)[] => {
    const found = manifestOf(files).archive?.find((entry) => entry.point === point);
    return [found?.result, found?.text];
  };

  it('claims what was checked in this run and nothing else', async () => {
    const files = await filingOf(undefined, {}, { formats: ['html', 'docx', 'json'] });
    expect(resultOf(files, '各种格式的内容与数据一致')[1]).toMatch(/^2份公开文件/u);
    expect(resultOf(files, '公开数据能取出再利用')[1]).toMatch(/^从2份公开文件/u);
    expect(resultOf(files, '元数据齐全')[0]).toBe('未检查');
    expect(resultOf(files, '没有病毒和恶意代码')[0]).toBe('由档案部门检查');
    expect(resultOf(files, '长期保存格式合规')[0]).toBe('未检查');
    const text = wordText(files.get('归档四性自查表.docx'));
    for (const { point, result } of manifestOf(files).archive ?? []) expect(text).toContain(`${point}\n${result}\n`);
  });

  it('says that nothing was read back or carried when nothing was', async () => {
    const files = await filingOf(undefined, {}, { formats: ['json'], embed: false });
    expect(resultOf(files, '各种格式的内容与数据一致')).toEqual(['未检查', '没有能读回比较的公开文件']);
    expect(resultOf(files, '公开数据能取出再利用')).toEqual(['未检查', '公开文件里没有附带数据']);
  });

  it('counts all files of the manifest', async () => {
    const files = await filingOf();
    expect(resultOf(files, '内容固化')[1]).toMatch(new RegExp(`^清单记有${files.size - 1}个文件`, 'u'));
  });
});
