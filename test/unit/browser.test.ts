/**
 * The library where there is no Node: bundled as in `test/support/browser-bundle.ts`, in a context that has the language and
 * the few globals of a page, and nothing else.
 */
import { createContext, runInContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { browserBundle } from '../support/browser-bundle.js';
import { writerFormats } from '../../src/write/registry.js';
import { exampleInputs } from '../support/browser-inputs.js';
import { openExample, writeOutput } from '../support/examples.js';
import * as node from '../support/make-report.js';
import { fullReport } from '../support/pdf-fixtures.js';
import { officialStyle } from '../support/page-style.js';

const EXAMPLE = 'huludao-2023';

const context = createContext({ TextEncoder, TextDecoder, URL, setTimeout, clearTimeout, queueMicrotask, console });
let page: typeof node;
let copy: (bytes: Uint8Array) => Uint8Array;

beforeAll(async () => {
  runInContext('globalThis.self = globalThis;', context);
  runInContext(await browserBundle('test/support/make-report.ts', 'page'), context);
  page = runInContext('page', context) as typeof node;
  const PageBytes = runInContext('Uint8Array', context) as typeof Uint8Array;
  copy = (bytes) => new PageBytes(bytes);
});

/** Formats in which both made the same bytes; `toEqual` takes no two arrays of different realms for equal. */
function same(there: node.Made['files'], here: node.Made['files']): readonly string[] {
  return Object.keys(here).filter((format) => {
    const [a, b] = [there[format], here[format]];
    return a !== undefined && b !== undefined && b.length > 0 && Buffer.compare(a, b) === 0;
  });
}

describe('R-59: in a page without Node', () => {
  it('has nothing of Node', () => {
    const names = ['process', 'require', 'module', 'global', 'Buffer', 'document'];
    expect(names.filter((name) => runInContext(`typeof ${name}`, context) !== 'undefined')).toEqual([]);
  });

  it('checks and builds an example as the program does from disk', async () => {
    const there = await page.makeReport(exampleInputs(EXAMPLE, copy));
    const { open, diagnostics } = openExample(EXAMPLE);
    expect(JSON.parse(JSON.stringify(there.diagnostics))).toEqual(JSON.parse(JSON.stringify(diagnostics)));
    const here: Record<string, Uint8Array> = {};
    for (const format of writerFormats) here[format] = await writeOutput(open, format);
    expect(same(there.files, here)).toEqual(writerFormats);
  });

  it('finds the same mistakes', async () => {
    const spoil = ({ data, ...inputs }: node.Inputs): node.Inputs => ({
      ...inputs,
      data: copy(new TextEncoder().encode(new TextDecoder().decode(data).replace(/\d+,/gu, '7,'))),
    });
    const there = await page.makeReport(spoil(exampleInputs(EXAMPLE, copy)));
    const here = await node.makeReport(spoil(exampleInputs(EXAMPLE)));
    expect(there.diagnostics.length).toBeGreaterThan(1);
    expect(JSON.parse(JSON.stringify(there.diagnostics))).toEqual(JSON.parse(JSON.stringify(here.diagnostics)));
  });

  it('writes a report with pictures, links and every kind of table', async () => {
    const there = await page.writeFiles(fullReport(), officialStyle, exampleInputs(EXAMPLE, copy).fonts);
    const here = await node.writeFiles(fullReport(), officialStyle, exampleInputs(EXAMPLE).fonts);
    expect(same(there, here)).toEqual(writerFormats);
  });
});

describe('the bundle', () => {
  it('refuses what a browser does not have', async () => {
    await expect(browserBundle('src/index.ts', 'page')).rejects.toThrow('"node:fs" is not there in a browser');
  });
});
