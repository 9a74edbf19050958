/**
 * Golden cases: `test/cases/load/<name>/input.*` is loaded and, when it names a pack, read against it; `diagnostics.txt`
 * is what a clerk sees. `UPDATE=1` rewrites the goldens, which are then to be read.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readData } from '../../../src/data/read.js';
import { dataCodes } from '../../../src/data/codes.js';
import type { Diagnostic } from '../../../src/diagnostic/diagnostic.js';
import { renderText } from '../../../src/diagnostic/render-text.js';
import { loadCodes } from '../../../src/load/codes.js';
import { load, type LoadOutcome } from '../../../src/load/load.js';
import type { SourceText } from '../../../src/source/source.js';
import { templatePack } from '../../support/template-pack.js';

const folder = join(import.meta.dirname, '../../cases/load');
const cases = readdirSync(folder).sort();

interface ReadCase {
  readonly diagnostics: readonly Diagnostic[];
  readonly source?: SourceText;
}

function inputOf(name: string): string {
  return readdirSync(join(folder, name)).find((file) => file.startsWith('input.')) ?? 'input.yaml';
}

function readCase(name: string): ReadCase {
  const input = inputOf(name);
  const loaded = load(new Uint8Array(readFileSync(join(folder, name, input))), input);
  const diagnostics = [...loaded.diagnostics, ...readAgainstPack(loaded)];
  return loaded.source === undefined ? { diagnostics } : { diagnostics, source: loaded.source };
}

function readAgainstPack(loaded: LoadOutcome): readonly Diagnostic[] {
  const file = loaded.value;
  return file?.pack === undefined ? [] : readData(file, templatePack(file.pack.value)).diagnostics;
}

function render({ diagnostics, source }: ReadCase, frames: boolean): string {
  const sources = new Map(source === undefined ? [] : [[source.name, source]]);
  return renderText(diagnostics, sources, { lang: 'zh', frames });
}

describe('golden cases of loading and reading', () => {
  it.each(cases)('%s', (name) => {
    const golden = join(folder, name, 'diagnostics.txt');
    const actual = render(readCase(name), true);
    if (process.env['UPDATE'] === '1') writeFileSync(golden, actual);
    expect(existsSync(golden), `${golden} is missing; write it with UPDATE=1 and read it`).toBe(true);
    expect(actual).toBe(readFileSync(golden, 'utf8'));
  });

  it('gives every diagnostic a place, a hint and a code of the catalogue with the same severity', () => {
    const catalogue = new Map([...loadCodes, ...dataCodes].map((entry) => [entry.code, entry.severity]));
    for (const { diagnostics, source } of cases.map(readCase)) {
      for (const { code, severity, range, hint, message } of diagnostics) {
        expect(catalogue.get(code), code).toBe(severity);
        expect(hint, code).toBeDefined();
        expect(message.en, code).not.toBe('');
        expect(range, code).toBeDefined();
        expect(range?.end ?? 0, code).toBeLessThanOrEqual(source?.text.length ?? 0);
      }
    }
  });

  it('shows every code of loading and reading in a case', () => {
    const seen = new Set(cases.flatMap((name) => readCase(name).diagnostics.map(({ code }) => code)));
    // A file of four megabytes and one of thousands of levels are made in the unit tests instead of being kept here.
    const elsewhere = ['load/too-large'];
    const unseen = [...loadCodes, ...dataCodes].map(({ code }) => code).filter((code) => !seen.has(code));
    expect(unseen).toEqual(elsewhere);
  });

  it('R-10: says nothing in English to a clerk other than codes, names, ids and what was typed', () => {
    const english =
      /\b(?:error|warning|info|the|expected|unexpected|invalid|map|mapping|key|value|undefined|null|object)\b/iu;
    for (const name of cases) {
      for (const { message, hint } of readCase(name).diagnostics)
        expect(`${message.zh} ${hint?.zh ?? ''}`, name).not.toMatch(english);
    }
  });
});
