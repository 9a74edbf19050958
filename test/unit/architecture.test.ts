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

/** `src/load/parse.ts` -> `load`; files directly in `src` -> their own name. */
function moduleOf(path: string): string {
  const parts = path.split('/');
  if (parts[1] === 'write' && parts.length > 3) return `write/${parts[2] ?? ''}`;
  return parts.length > 2 ? (parts[1] ?? '') : (parts[1] ?? '').replace(/\.[jt]s$/, '');
}

/** Which modules a module may use; data flows down, never up. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  source: [],
  diagnostic: ['source'],
  value: ['diagnostic', 'source'],
  fonts: ['diagnostic', 'source'],
  load: ['source', 'diagnostic', 'value'],
  rule: ['source', 'diagnostic', 'value'],
  report: ['source', 'diagnostic'],
  pack: ['source', 'diagnostic', 'value', 'load', 'rule', 'report', 'template'],
  template: ['source', 'diagnostic', 'value', 'load', 'rule', 'pack'],
  profile: ['source', 'diagnostic', 'load', 'pack', 'template'],
  data: ['source', 'diagnostic', 'value', 'load', 'pack'],
  validate: ['source', 'diagnostic', 'value', 'load', 'rule', 'pack', 'data', 'report', 'profile'],
  compose: ['source', 'diagnostic', 'value', 'load', 'rule', 'pack', 'data', 'report', 'template'],
  layout: ['source', 'diagnostic', 'report', 'fonts'],
  write: ['diagnostic', 'report', 'fonts', 'write/docx', 'write/pdf'],
  'write/docx': ['source', 'diagnostic', 'report', 'write'],
  'write/pdf': ['source', 'diagnostic', 'report', 'fonts', 'layout', 'write'],
};

/** Packages and the only folders that may import them. */
const packages: Readonly<Record<string, readonly string[]>> = {
  yaml: ['load'],
  handlebars: ['template'],
  docx: ['write/docx'],
  pdfmake: ['write/pdf'],
  fflate: ['write/docx', 'write/pdf'],
  commander: ['cli'],
  picocolors: ['cli'],
  'decimal.js': ['value', 'rule', 'validate', 'template', 'compose', 'data', 'load'],
};

describe('architecture', () => {
  it('reads the imports of the whole source', () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  it('lets data flow down only', () => {
    const wrong = imports.filter(({ from, to }) => {
      const may = allowed[moduleOf(from)];
      if (may === undefined || !to.startsWith(root)) return false;
      const target = moduleOf(to);
      return target !== moduleOf(from) && !may.includes(target);
    });
    expect(wrong).toEqual([]);
  });

  it('keeps each package behind one door', () => {
    const wrong = imports.filter(({ from, to }) => {
      const name = Object.keys(packages).find((key) => to === key || to.startsWith(`${key}/`));
      return name !== undefined && packages[name]?.includes(moduleOf(from)) === false;
    });
    expect(wrong).toEqual([]);
  });

  it('keeps the core free of node: modules', () => {
    const core = imports.filter(({ from, to }) => to.startsWith('node:') && !['cli', 'env'].includes(moduleOf(from)));
    expect(core).toEqual([]);
  });

  it('knows every module', () => {
    const modules = new Set(imports.map(({ from }) => moduleOf(from)));
    const outside = ['cli', 'core', 'index', 'env', 'pipeline', 'pipeline-codes', 'codes', 'init'];
    expect([...modules].filter((name) => allowed[name] === undefined && !outside.includes(name))).toEqual([]);
  });
});
