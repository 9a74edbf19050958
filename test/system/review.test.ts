/** Review copies in other programs: LibreOffice opens them with every comment, and the independent checker finds no fault. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { reviewCopy } from '../../src/review/review.js';
import { docxWriter } from '../../src/write/docx/docx-writer.js';
import { exampleNames, openExample } from '../support/examples.js';
import { env } from '../unit/docx/build.js';
import { needs, run } from './tools.js';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-review-system-'));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function written(name: string): Promise<{ readonly path: string; readonly comments: number }> {
  const { open, diagnostics } = openExample(name);
  if (open.report === undefined) throw new Error(`${name} has no report`);
  const copy = reviewCopy({ ...open, report: open.report, diagnostics }, 'zh');
  const { value } = await docxWriter.write(copy.report, open.pack.style, { ...env, review: copy.review });
  const path = join(folder, `${name}.docx`);
  writeFileSync(path, value ?? new Uint8Array());
  return { path, comments: copy.review.annotations.length };
}

describe.skipIf(needs('soffice'))('LibreOffice', () => {
  it.each(exampleNames)('R-39: keeps every comment of the review copy of %s with its author', async (name) => {
    const { path, comments } = await written(name);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    run('soffice', '--headless', profile, '--convert-to', 'odt', '--outdir', folder, path);
    const content = strFromU8(unzipSync(readFileSync(join(folder, `${name}.odt`)))['content.xml'] ?? new Uint8Array());
    expect(content.match(/<office:annotation [^>]*>/gu)).toHaveLength(comments);
    expect(content).toContain('<dc:creator>审阅说明</dc:creator>');
  });
});

const checkers = process.env['NIANBAO_CHECKERS'] ?? '';

describe.skipIf(needs(join(checkers, 'check-docx'), 'soffice'))('the independent checker', () => {
  it.each(exampleNames)('R-39: finds every part of the review copy of %s valid, without an exemption', async (name) => {
    const { path } = await written(name);
    expect(run(join(checkers, 'check-docx'), '--strict', path)).toMatch(/check-docx: OK - 0 failed, 0 warned/u);
  });
});
