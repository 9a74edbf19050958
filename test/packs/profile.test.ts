import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diskSources, openReport } from '../../src/index.js';
import { nianbao } from '../support/capture.js';
import { allFindings, openReportAt, writtenBytes } from './opening.js';

const path = 'examples/huludao-2023/report.yaml';
const text = readFileSync(path, 'utf8');
const profile = 'huaihua-2024';

/** Codes of the profile's findings. */
function found(source: string): readonly string[] {
  return allFindings(openReportAt(path, { profile }, source).diagnostics).flatMap((d) =>
    d.code.startsWith('profile/') ? [d.code] : [],
  );
}

describe('the profile of 怀化市 beside a report of 2023', () => {
  const county = text
    .replace(/^ {2}层级: .*$/mu, '  层级: 县级')
    .replace(/^ {2}类型: .*$/mu, '  类型: 政府')
    .replace('\n章节:', '成文日期: 2024-02-20\n\n章节:');

  it('the file lends itself to the trial', () => {
    expect(county).toContain('层级: 县级');
    expect(county).toContain('成文日期: 2024-02-20');
    expect(county).toContain('年度: 2023');
  });

  it('a county in time and within a thousand characters is told nothing', () => {
    expect(found(county)).toEqual([]);
  });

  it('a day late is told with the term of the notice', () => {
    expect(found(county.replace('成文日期: 2024-02-20', '成文日期: 2024-02-21'))).toEqual(['profile/late']);
  });

  it('总体情况 over a thousand characters is told', () => {
    const long = county.replace(/^( {2}(?:一、)?总体情况: \|.*\n)/mu, `$1    ${'加强政府信息公开。'.repeat(120)}\n\n`);
    expect(long).not.toBe(county);
    expect(found(long)).toEqual(['profile/too-long']);
  });

  it('a report of another year is not judged by it', () => {
    const other = county.replace('年度: 2023', '年度: 2022');
    expect(found(other)).toEqual(['profile/out-of-years']);
  });

  it('a section, cell or rule that the form does not have is told, since nothing would be checked', () => {
    const own = [
      'nianbao_profile: 1',
      'id: own',
      'name: 本市要求',
      'document: 本市通知',
      'years: {from: 2023}',
      'limits: [{section: s9, max_characters: 10}]',
      'must_state: [{section: s1, cells: [t3/r9/total], words: [政务公开], text: 写明。}]',
      'severities: {T3-X: error, profile/late: error}',
      '',
    ].join('\n');
    const { diagnostics } = openReport(
      new TextEncoder().encode(county),
      path,
      {
        ...diskSources(path),
        profile: () => ({ name: 'own.yaml', bytes: new TextEncoder().encode(own) }),
      },
      { profile: 'own' },
    );
    const told = diagnostics
      .filter((d) => d.code === 'profile/unknown-name')
      .map((d) => /说到的“([^”]+)”/u.exec(d.message.zh)?.[1]);
    expect(told).toEqual(['s9', 't3/r9/total', 'T3-X']);
    expect(diagnostics.some((d) => d.code === 'profile/not-stated')).toBe(false);
  });

  it('the report itself is the same with and without', async () => {
    const plain = await writtenBytes(openReportAt(path, {}, county).open, 'docx');
    const judged = await writtenBytes(openReportAt(path, { profile }, county).open, 'docx');
    expect(Buffer.from(judged).equals(Buffer.from(plain))).toBe(true);
  });

  it('is taken by the command line, and an unknown one is named', async () => {
    const known = await nianbao('check', path, '--profile', profile);
    expect(known.out).not.toContain('profile/not-found');
    const unknown = await nianbao('check', path, '--profile', 'huaihua-2042');
    expect(unknown.out).toContain('profile/not-found');
    expect(unknown.code).toBe(1);
  });
});
