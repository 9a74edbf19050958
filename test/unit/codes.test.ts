import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/codes.js';

/** Codes that no test names, each with the reason. */
const UNTESTED: Readonly<Record<string, string>> = {};

const codes = catalogue.map(({ code }) => code);
const modules = [...new Set(codes.map((code) => code.slice(0, code.indexOf('/'))))].join('|');

function textsOf(folder: string, names: RegExp): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
  return new Map(paths.filter((path) => names.test(path)).map((path) => [path, readFileSync(path, 'utf8')]));
}

/** The program without its catalogue, its comments and its imports. */
const sources = new Map(
  [...textsOf('src', /\.ts$/)]
    .filter(([path]) => !path.endsWith('codes.ts'))
    .map(([path, text]) => [path, text.replace(/^\s*\/\*[\s\S]*?\*\/|^\s*\/\/.*$|^(?:import|\} from) .*$/gmu, '')]),
);

const firstGroups = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, group = '']) => group);

/** Codes written whole in the program. */
const written = [...sources.values()].flatMap((text) =>
  firstGroups(text, new RegExp(`'((?:${modules})/[a-z0-9-]+)'`, 'gu')),
);

/** Codes put together from a module's name and what its `problem(…)` is called with. */
const joined = [...sources.values()].flatMap((text) => {
  const [, module] = /code: `([a-z]+)\/\$\{code\}`/u.exec(text) ?? [];
  if (module === undefined) return [];
  return firstGroups(text, /\bproblem\(\s*'([a-z0-9-]+)'/gu).map((name) => `${module}/${name}`);
});

/** What the reader of packs finds in a profile has a profile's code. */
const ofProfiles = firstGroups(sources.get('src/pack/shape-problems.ts') ?? '', /'pack\/([a-z0-9-]+)'/gu).map(
  (name) => `profile/${name}`,
);

/** Beginnings of codes that end in the kind of a slip. */
const beginnings = [...sources.values()].flatMap((text) =>
  firstGroups(text, new RegExp(`\`((?:${modules})/[a-z0-9-]+-)\\$\\{[^}]*\\}\``, 'gu')),
);

describe('the catalogue', () => {
  it('finds the codes of the program', () => {
    expect(written.length).toBeGreaterThan(100);
    expect(joined.length).toBeGreaterThan(10);
    expect(ofProfiles.length).toBeGreaterThan(3);
    expect(beginnings.length).toBeGreaterThan(0);
  });

  it('lists every code once', () => {
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    for (const code of codes) expect(code).toMatch(/^[a-z]+\/[a-z0-9-]+$/u);
  });

  it('has an entry for every code of the program', () => {
    const known = new Set(codes);
    expect([...new Set([...written, ...joined, ...ofProfiles])].filter((code) => !known.has(code))).toEqual([]);
    expect(beginnings.filter((beginning) => !codes.some((code) => code.startsWith(beginning)))).toEqual([]);
  });

  it('has no entry for what the program never says', () => {
    const said = new Set([...written, ...joined, ...ofProfiles]);
    const unsaid = codes.filter(
      (code) => !said.has(code) && !beginnings.some((beginning) => code.startsWith(beginning)),
    );
    expect(unsaid).toEqual([]);
  });

  it('names every code in a test or a golden file', () => {
    const tests = [...textsOf('test', /\.(?:ts|txt|json|ya?ml)$/u)]
      .filter(([path]) => path !== join('test', 'unit', 'codes.test.ts'))
      .map(([, text]) => text)
      .join('\n');
    const named = new Set(tests.match(new RegExp(`(?:${modules})/[a-z0-9-]+`, 'gu')));
    expect(codes.filter((code) => !named.has(code))).toEqual(Object.keys(UNTESTED));
  });
});

/** Names that are the same in Chinese: programs, formats, encodings, units of data, kinds of links. */
const NAMES =
  'YAML JSON Word Excel WPS PDF PNG JPEG RGB CMYK TTF OTF TTC UTF-8 UTF-16 GBK Unicode KB MB https http mailto nianbao';
/** Keys of packs, as they are written there. */
const KEYS = 'pack extends tables years look maps_from examples.fail drop_rules starter id';
const allowed: ReadonlySet<string> = new Set(`${NAMES} ${KEYS}`.split(' '));

/** What is typed letter by letter: commands, options, files, ids of packs. */
const TYPED = /nianbao [a-z]+(?: [a-z]+)?|npm run build|--[a-z-]+(?: [a-z-]+)?|[\w-]*\.(?:yaml|png|hbs|ttf)|cn-\d{4}/gu;

describe.each(catalogue.map((entry) => [entry.code, entry] as const))('%s', (_, { title, why, fix }) => {
  it('is explained in Chinese and English', () => {
    for (const { zh, en } of [title, why, fix]) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/[A-Za-z]{2}/u);
      const foreign = zh.replace(TYPED, '').match(/[A-Za-z][\w.-]*/gu) ?? [];
      expect(foreign.filter((word) => !allowed.has(word))).toEqual([]);
    }
  });
});
