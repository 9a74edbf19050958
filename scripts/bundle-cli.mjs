/**
 * Puts the command line into a few files (dist/cli*.js), which start in half the time of the three hundred modules they are
 * made of. The library (dist/index.js, dist/core.js) stays as the compiler wrote it. Same inputs, same files.
 *
 *   node scripts/bundle-cli.mjs           writes dist/cli.js, its chunks and the licences of the packages in them
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Parts of packages that no report reaches, by what imports them. A stub in their place says so when it is called: the
 * examples, built by the bundle and by the library, must give the same bytes (test/cli/bundle.test.ts).
 */
const LEFT_OUT = [
  { module: /^brotli\/decompress\.js$/, by: 'fontkit', why: 'WOFF2 fonts are refused' },
  { module: /^linebreak$/, by: 'pdfkit', why: 'lines are broken by src/layout' },
  { module: /^png-js$/, by: 'pdfkit', why: 'images are read by src/write/pdf/image' },
  { module: /^@noble\/(?:ciphers\/aes|hashes\/(?:sha2|utils))$/, by: 'pdfkit', why: 'files are not encrypted' },
  { module: /\/3rd-party\/svg-to-pdfkit$/, by: 'pdfmake', why: 'SVG images are refused' },
  { module: /\/TextInlines$/, by: 'pdfmake', why: 'text is set by src/layout' },
  { module: /^source-map$/, by: 'handlebars', why: 'templates are only parsed' },
];

/** Modules with costly tables that few runs need: made ready at their first use instead of at the start. */
const AT_FIRST_USE = {
  'string-width': 'export default (...values) => require("string-width").default(...values);',
  'unicode-trie': `
    module.exports = class {
      constructor(data) { this.data = data; }
      get(codePoint) {
        this.trie ??= new (require("unicode-trie"))(this.data);
        return this.trie.get(codePoint);
      }
    };`,
};

/** @type {import('esbuild').Plugin} */
const lean = {
  name: 'lean',
  setup(bundler) {
    for (const { module, by, why } of LEFT_OUT) {
      bundler.onResolve({ filter: module }, ({ path, importer }) =>
        packageOf(importer)?.name === by ? { path, namespace: 'left-out', pluginData: { by, why } } : undefined,
      );
    }
    bundler.onLoad({ filter: /./, namespace: 'left-out' }, ({ path, pluginData }) => ({
      contents: `module.exports = function () { throw new Error(${JSON.stringify(`${path} of ${pluginData.by} is left out: ${pluginData.why}`)}); };`,
    }));
    bundler.onResolve({ filter: new RegExp(`^(?:${Object.keys(AT_FIRST_USE).join('|')})$`) }, async (asked) => {
      if (asked.namespace === 'first-use') {
        return bundler.resolve(asked.path, { kind: 'require-call', resolveDir: asked.resolveDir, importer: 'again' });
      }
      if (asked.importer === 'again') return undefined;
      return { path: asked.path, namespace: 'first-use', pluginData: asked.resolveDir };
    });
    bundler.onLoad({ filter: /./, namespace: 'first-use' }, ({ path, pluginData }) => ({
      contents: AT_FIRST_USE[path],
      resolveDir: pluginData,
    }));
  },
};

/** Bundles the command line into a folder beside the package's templates and fonts. */
export async function bundleCli(folder) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['src/cli.ts'],
    outdir: folder,
    allowOverwrite: true,
    bundle: true,
    splitting: true,
    chunkNames: 'cli-[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // Names stay whole, so that a stack trace in a bug report can be read.
    minifyWhitespace: true,
    legalComments: 'none',
    banner: { js: "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);" },
    plugins: [lean],
    metafile: true,
    logLevel: 'error',
  });
  writeFileSync(join(folder, 'cli-licences.txt'), licencesOf(Object.keys(metafile.inputs)));
}

/** Name and folder of the package a file belongs to; undefined for our own. */
function packageOf(file) {
  const match = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//u.exec(file.replaceAll('\\', '/'));
  return match === null ? undefined : { folder: match[1], name: match[2] };
}

function licencesOf(files) {
  const folders = new Set(files.flatMap((file) => packageOf(file)?.folder ?? []));
  const notices = [...folders].map((folder) => {
    const at = join(root, folder);
    const { name, version, license } = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8'));
    const texts = readdirSync(at)
      .filter((file) => /^(?:licen[cs]e|copying|notice)/iu.test(file))
      .sort()
      .map((file) => readFileSync(join(at, file), 'utf8').trim());
    return `${name} ${version} (${license ?? 'see below'})\n\n${texts.join('\n\n')}`.trim();
  });
  const line = `\n\n${'-'.repeat(80)}\n\n`;
  return `Packages in the files cli*.js of this folder, and their licences.${line}${notices.sort().join(line)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundleCli(join(root, 'dist'));
