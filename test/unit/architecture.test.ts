import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = 'src';

interface Import {
  readonly from: string;
  readonly to: string;
}

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? sources(join(folder, entry.name))
      : entry.name.endsWith('.ts')
        ? [join(folder, entry.name)]
        : [],
  );
}

const imports: readonly Import[] = sources(root).flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from\s+|import\s*\(?\s*)'([^']+)'/g)].map(([, target = '']) => ({
    from: file,
    to: target.startsWith('.') ? normalize(join(dirname(file), target)) : target,
  })),
);

/** `src/load/parse.ts` -> `load`; a file directly in `src`, and the list of writers, are modules of their own. */
function moduleOf(path: string): string {
  const [, folder = '', ...rest] = path.replace(/\.[jt]s$/, '').split('/');
  return folder === 'write' && rest[0] !== 'writer' ? `write/${rest[0] ?? ''}` : folder;
}

/** Every module with those it may use, lowest first: data flows down, never up. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  source: [],
  bytes: [],
  diagnostic: ['source'],
  value: [],
  archive: ['diagnostic'],
  sheet: ['source', 'diagnostic', 'value', 'archive'],
  edit: ['source', 'diagnostic'],
  fonts: ['source', 'diagnostic'],
  load: ['source', 'diagnostic'],
  rule: ['source', 'diagnostic', 'value'],
  report: ['source', 'diagnostic'],
  template: ['source', 'diagnostic', 'value'],
  pack: ['source', 'diagnostic', 'load', 'rule', 'report', 'template'],
  profile: ['source', 'diagnostic', 'load', 'template', 'pack'],
  data: ['source', 'diagnostic', 'value', 'load', 'pack'],
  validate: ['source', 'diagnostic', 'value', 'load', 'rule', 'report', 'pack', 'profile', 'data'],
  compose: ['source', 'diagnostic', 'value', 'load', 'rule', 'report', 'template', 'pack', 'data'],
  review: ['source', 'diagnostic', 'report', 'pack', 'data', 'compose'],
  init: ['diagnostic', 'load', 'report', 'pack', 'data', 'validate', 'compose'],
  form: [
    'source',
    'diagnostic',
    'value',
    'archive',
    'sheet',
    'edit',
    'load',
    'rule',
    'report',
    'pack',
    'data',
    'validate',
    'compose',
    'init',
  ],
  layout: ['source', 'diagnostic', 'fonts', 'report'],
  write: ['diagnostic', 'fonts', 'report'],
  'write/docx': ['source', 'archive', 'diagnostic', 'sheet', 'report', 'write'],
  'write/pdf': ['source', 'diagnostic', 'fonts', 'report', 'layout', 'write'],
  'write/html': ['bytes', 'diagnostic', 'report', 'write'],
  'write/registry': ['write', 'write/docx', 'write/pdf', 'write/html'],
  'pipeline-codes': ['diagnostic'],
  'pipeline-sources': ['value', 'pack'],
  'pipeline-findings': ['source', 'diagnostic', 'load', 'pack', 'data', 'pipeline-sources'],
  pipeline: [
    'source',
    'diagnostic',
    'value',
    'load',
    'report',
    'pack',
    'profile',
    'data',
    'validate',
    'compose',
    'form',
    'pipeline-findings',
    'pipeline-sources',
  ],
  take: ['source', 'diagnostic', 'edit', 'pack', 'form', 'pipeline'],
  result: ['source', 'diagnostic', 'pack', 'data', 'compose', 'report', 'sheet', 'form', 'pipeline'],
  readback: ['archive', 'diagnostic', 'report', 'sheet'],
  bundle: ['bytes', 'source', 'diagnostic', 'value', 'load', 'pack', 'data', 'pipeline', 'pipeline-sources'],
  output: [
    'diagnostic',
    'value',
    'sheet',
    'form',
    'pack',
    'data',
    'report',
    'write',
    'write/registry',
    'readback',
    'pipeline',
    'bundle',
  ],
  filing: [
    'source',
    'bytes',
    'diagnostic',
    'value',
    'archive',
    'sheet',
    'pack',
    'profile',
    'data',
    'report',
    'template',
    'compose',
    'write',
    'write/registry',
    'pipeline',
    'bundle',
    'readback',
    'output',
  ],
  verify: [
    'bytes',
    'archive',
    'diagnostic',
    'data',
    'pack',
    'report',
    'readback',
    'write',
    'pipeline',
    'bundle',
    'output',
    'filing',
  ],
  seal: ['bytes', 'diagnostic', 'compose', 'filing', 'verify'],
  correct: [
    'source',
    'bytes',
    'diagnostic',
    'edit',
    'report',
    'template',
    'pack',
    'data',
    'compose',
    'write',
    'write/registry',
    'pipeline',
    'readback',
    'bundle',
    'output',
    'filing',
    'verify',
  ],
  fix: ['source', 'diagnostic', 'edit', 'load', 'pack', 'data', 'pipeline'],
  renew: ['source', 'diagnostic', 'value', 'load', 'rule', 'template', 'pack', 'data', 'validate', 'init'],
  schema: ['rule', 'pack', 'data', 'validate', 'init'],
  env: ['pack'],
};

/** The ends of the program, which may use everything: nothing below may use them. */
const ends: ReadonlySet<string> = new Set(['codes', 'core', 'cli', 'index']);

/** Packages and the only folders that may import them. */
const packages: Readonly<Record<string, readonly string[]>> = {
  yaml: ['load'],
  handlebars: ['template'],
  docx: ['write/docx'],
  pdfmake: ['write/pdf'],
  fflate: ['archive', 'write/pdf'],
  hucre: ['sheet'],
  saxes: ['sheet'],
  commander: ['cli'],
  picocolors: ['cli'],
  'decimal.js': ['value', 'rule', 'validate', 'template', 'data'],
  'fastest-levenshtein': ['diagnostic'],
  'string-width': ['source'],
  diff: ['edit', 'readback'],
  'mdast-util-from-markdown': ['compose'],
  'mdast-util-gfm-table': ['compose'],
  'micromark-extension-cjk-friendly': ['compose'],
  'micromark-extension-gfm-table': ['compose'],
};

describe('architecture', () => {
  it('reads the imports of the whole source', () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  it('lets data flow down only', () => {
    const wrong = imports.filter(({ from, to }) => {
      const module = moduleOf(from);
      const target = moduleOf(to);
      if (ends.has(module) || !to.startsWith(`${root}/`)) return false;
      return target !== module && allowed[module]?.includes(target) !== true;
    });
    expect(wrong).toEqual([]);
  });

  it('keeps each package behind one door', () => {
    const wrong = imports.filter(({ from, to }) => {
      const name = Object.keys(packages).find((key) => to === key || to.startsWith(`${key}/`));
      return name !== undefined && !(packages[name] ?? []).includes(moduleOf(from));
    });
    expect(wrong).toEqual([]);
  });

  it('keeps the core free of node: modules', () => {
    const core = imports.filter(({ from, to }) => to.startsWith('node:') && !/^(?:cli|env)$/.test(moduleOf(from)));
    expect(core).toEqual([]);
  });

  it('has an order: each module uses only modules listed before it', () => {
    const names = Object.keys(allowed);
    const wrong = names.flatMap((name, place) =>
      (allowed[name] ?? []).filter((used) => !names.slice(0, place).includes(used)).map((used) => `${name} -> ${used}`),
    );
    expect(wrong).toEqual([]);
  });

  it('knows every module', () => {
    const known = new Set([...Object.keys(allowed), ...ends]);
    expect(imports.map(({ from }) => moduleOf(from)).filter((name) => !known.has(name))).toEqual([]);
  });
});
