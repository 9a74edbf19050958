import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cellSpecs } from '../../src/pack/cells.js';
import { sourceText, positionOf } from '../../src/source/source.js';
import { readDocx } from '../support/read-docx.js';
import { templatePack } from '../support/template-pack.js';
import { allFindings, openReportAt, writtenBytes } from './opening.js';

const path = 'examples/shaoxing-2016/report.yaml';
const text = readFileSync(path, 'utf8');

/** What a data file says that the form has no place for, by line. */
function strange(file: string, pack: string, source = readFileSync(file, 'utf8')): readonly string[] {
  const lines = sourceText(file, source);
  return allFindings(openReportAt(file, { pack }, source).diagnostics)
    .filter((d) => d.code.startsWith('data/') && d.severity === 'error')
    .map((d) => {
      const at = d.range === undefined ? undefined : positionOf(lines, d.range.start);
      return `${at?.line ?? '-'} ${d.code} ${/“(?:[^“”]|“[^“”]*”)*”/u.exec(d.message.zh)?.[0] ?? ''}`;
    });
}

describe('one data file under the sister forms of 2014', () => {
  it.each([
    // Sections that a form does not have; their headings never need to be changed.
    ['cn-2014', ['23 data/unknown-section “年度工作概况”', '51 data/unknown-section “回应解读社会关切情况”']],
    [
      'cn-2014-shanghai',
      ['51 data/unknown-section “回应解读社会关切情况”', '59 data/unknown-section “信息公开收费与减免情况”'],
    ],
    ['cn-2014-hunan', []],
    // 政府公报公开 is one row less in 山东.
    ['cn-2014-shandong', ['83 data/unknown-row “1210”']],
    ['cn-2014-zhejiang', []],
  ])('%s: only what the form lacks is told, each by its name and line', (pack, expected) => {
    expect(strange(path, pack)).toEqual(expected);
  });

  it('cells that only 山东 has are named as not filled', () => {
    const blank = openReportAt(path, { pack: 'cn-2014-shandong' }).diagnostics.find((d) => d.code === 'I14-B1');
    const other = cellSpecs(templatePack('cn-2014-zhejiang')).byAddress;
    const added = [...cellSpecs(templatePack('cn-2014-shandong')).byAddress.keys()].filter((a) => !other.has(a));
    expect(added.length).toBeGreaterThan(0);
    expect([...(blank?.cells ?? [])].sort()).toEqual([...added].sort());
  });

  it('prints the headings of the form chosen, over the text of the data file', async () => {
    const { open } = openReportAt(path, { pack: 'cn-2014-hunan' });
    const { paragraphs, tables } = readDocx(await writtenBytes(open, 'docx'));
    expect(paragraphs).toContain('七、政府信息公开收费和减免情况');
    expect(paragraphs).not.toContain('五、信息公开收费与减免情况');
    expect(paragraphs).toContain('2016年度，中心没有因政府信息公开收取费用，也没有减免费用的情况。');
    expect(tables.flat().some((row) => row.includes('276'))).toBe(true);
  });

  it('a heading that two forms use is the section of the form chosen', () => {
    // 行政复议和行政诉讼情况 is 上海's own heading; under 湖南 it means the section of the same id.
    const { open } = openReportAt(
      path,
      { pack: 'cn-2014-hunan' },
      text.replace('  复议、诉讼和申诉情况:', '  行政复议和行政诉讼情况:'),
    );
    expect([...open.data.sections.keys()]).toContain('litigation');
  });
});

describe('R-18: a fee under another unit', () => {
  const withFee = (fee: string): string => text.replace(/^ {4}7000: .*$/mu, `    7000: ${fee}`);
  const fee = (pack: string, typed: string): readonly (string | undefined)[] => {
    const { open, diagnostics } = openReportAt(path, { pack }, withFee(typed));
    const value = open.figures.values.get('t1/7000/value');
    const codes = allFindings(diagnostics).flatMap((d) => (d.code.startsWith('data/unit') ? [d.code] : []));
    return [value?.kind === 'number' ? value.text : value?.kind, ...codes];
  };

  it('converts where it can be done exactly, and says so', () => {
    expect(fee('cn-2014-zhejiang', '0.5万元')).toEqual(['0.5']);
    expect(fee('cn-2014-shanghai', '0.5万元')).toEqual(['5000', 'data/unit-converted']);
    expect(fee('cn-2014-zhejiang', '5000元')).toEqual(['0.5', 'data/unit-converted']);
    expect(fee('cn-2014-shanghai', '5000元')).toEqual(['5000']);
  });

  it('refuses what cannot be written exactly in the unit of the form', () => {
    expect(fee('cn-2014-shanghai', '3333.33元')).toEqual(['3333.33']);
    expect(fee('cn-2014-zhejiang', '3333.33元')).toEqual(['missing', 'data/unit-inexact']);
  });

  it('never relabels: a bare figure is asked for its unit under every form', () => {
    for (const pack of ['cn-2014', 'cn-2014-zhejiang', 'cn-2014-shanghai', 'cn-2014-hunan', 'cn-2014-shandong']) {
      expect(fee(pack, '5')).toEqual(['missing', 'data/unit-missing']);
      expect(fee(pack, '0')).toEqual(['0']);
    }
  });

  it('prints the unit of the form beside the figure', async () => {
    const { open } = openReportAt(path, { pack: 'cn-2014-shanghai' }, withFee('0.5万元'));
    const rows = readDocx(await writtenBytes(open, 'docx')).tables.flat();
    const row = rows.find((cells) => cells.some((cell) => cell?.includes('收取的费用') === true));
    expect(row).toContain('元');
    expect(row).toContain('5000');
  });
});

describe('data of 2020 under the form of 2021', () => {
  const office = 'examples/office-2020/report.yaml';

  it('says that the form is for other years', () => {
    const found = openReportAt(office, { pack: 'cn-2021' }).diagnostics.find((d) => d.code === 'pack/out-of-years');
    expect(found?.severity).toBe('warning');
    expect(found?.message.zh).toContain('2021年起');
    expect(openReportAt(office).diagnostics.some((d) => d.code === 'pack/out-of-years')).toBe(false);
  });

  it('names every cell that would be lost, by its own line', () => {
    const source = readFileSync(office, 'utf8').split('\n');
    const lost = strange(office, 'cn-2021').map((finding) => {
      const [line = '', code = '', ...name] = finding.split(' ');
      return `${source[Number(line) - 1]?.trim().split(':')[0] ?? ''} ${code.replace('data/', '')} ${name.join(' ')}`;
    });
    expect(lost).toEqual([
      '规章 unknown-column “规章”',
      '规章 unknown-column “规章”',
      '规章 unknown-column “规章”',
      '规范性文件 unknown-row “规范性文件”',
      '行政许可 unknown-column “行政许可”',
      '行政许可 unknown-column “行政许可”',
      '行政许可 unknown-column “行政许可”',
      '其他对外管理服务事项 unknown-row “其他对外管理服务事项”',
      '行政处罚 unknown-column “行政处罚”',
      '行政处罚 unknown-column “行政处罚”',
      '行政处罚 unknown-column “行政处罚”',
      '行政强制 unknown-column “行政强制”',
      '行政强制 unknown-column “行政强制”',
      '行政强制 unknown-column “行政强制”',
      '行政事业性收费 unknown-column “行政事业性收费”',
      '行政事业性收费 unknown-column “行政事业性收费”',
      '政府集中采购 unknown-row “政府集中采购”',
      '（六）其他处理 heading-row “（六）其他处理”',
    ]);
  });

  it('no figure of 2020 is counted under another meaning: what the two forms share is kept, the rest is missing', () => {
    const { open } = openReportAt(office, { pack: 'cn-2021' });
    const { values } = open.figures;
    const own = openReportAt(office).open.figures.values;
    const shared = Object.entries(open.pack.mapsFrom['cn-2019'] ?? {}).filter(([here, [there]]) => here === there);
    const typed = shared.filter(([address]) => address.startsWith('t3/') && !address.includes('r3.7'));
    expect(typed.length).toBeGreaterThan(100);
    for (const [address] of typed) expect(values.get(address), address).toEqual(own.get(address));
    for (const address of ['t2/normative/issued', 't2/rules/in_force', 't3/r3.6.3/natural', 't2/licence/decisions']) {
      expect(values.get(address)?.kind ?? 'missing', address).toBe('missing');
    }
  });
});
