/** The same bundle as `test/unit/browser.test.ts`, in a real browser: the page writes what it made into its own document. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { browserBundle } from '../support/browser-bundle.js';
import { exampleInputs } from '../support/browser-inputs.js';
import { openExample, writeOutput } from '../support/examples.js';
import { writerFormats } from '../../src/write/registry.js';
import { needs, run } from './tools.js';

const EXAMPLE = 'huludao-2023';
const folder = mkdtempSync(join(tmpdir(), 'nianbao-browser-'));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Bytes travel to the page as base64, results back as JSON in the body. */
const SCRIPT = `
const bytesOf = (value) => typeof value === 'string'
  ? Uint8Array.from(atob(value), (character) => character.charCodeAt(0))
  : Object.fromEntries(Object.entries(value).map(([name, part]) => [name, bytesOf(part)]));
const hashOf = async (bytes) =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const show = (result) => { document.body.textContent = JSON.stringify(result); };
(async () => {
  const { path, ...bytes } = inputs;
  const { diagnostics, files } = await page.makeReport({ path, ...bytesOf(bytes) });
  const hashes = {};
  for (const [format, made] of Object.entries(files)) hashes[format] = await hashOf(made);
  show({ codes: diagnostics.map(({ code }) => code), hashes });
})().catch((error) => show({ error: String(error) }));`;

function encoded(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, encoded(part)]));
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

it.skipIf(needs('chromium'))('R-59: Chromium makes the same files as Node', async () => {
  const page = join(folder, 'page.html');
  writeFileSync(join(folder, 'bundle.js'), await browserBundle('test/support/make-report.ts', 'page'));
  writeFileSync(join(folder, 'inputs.js'), `const inputs = ${JSON.stringify(encoded(exampleInputs(EXAMPLE)))};`);
  writeFileSync(join(folder, 'script.js'), SCRIPT);
  const scripts = ['bundle', 'inputs', 'script'].map((name) => `<script src="${name}.js"></script>`).join('');
  writeFileSync(page, `<!doctype html><meta charset="utf-8"><title>nianbao</title><body>${scripts}</body>`);
  const shown = run(
    'chromium',
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-quic',
    '--disable-sync',
    '--disable-background-networking',
    '--disable-component-update',
    '--no-first-run',
    `--user-data-dir=${join(folder, 'profile')}`,
    '--virtual-time-budget=120000',
    '--dump-dom',
    pathToFileURL(page).href,
  );
  const { open, diagnostics } = openExample(EXAMPLE);
  const hashes: Record<string, string> = {};
  for (const format of writerFormats) hashes[format] = hashOf(await writeOutput(open, format));
  expect(JSON.parse(/<body>(.*)<\/body>/su.exec(shown)?.[1] ?? 'null')).toEqual({
    codes: diagnostics.map(({ code }) => code),
    hashes,
  });
});
