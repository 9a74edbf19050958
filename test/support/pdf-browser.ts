/**
 * Bundles code that writes PDF for a page without Node: which built-in modules pdfmake asks for, and the little of them it
 * needs. The same aliases serve any bundler (see docs of the library use).
 */
import { build, type Plugin } from 'esbuild';

/** pdfkit extends a stream and needs no more of it, since the writer collects the bytes itself. */
const STREAM = `class Readable { push() { return true } emit() { return false } on() { return this } once() { return this } }
module.exports = { Readable, default: { Readable } };`;
const EVENTS = 'module.exports = { EventEmitter: class { on() { return this } emit() { return false } } };';

/** The part of Node's Buffer that pdfkit uses. */
const BUFFER = `export class Buffer extends Uint8Array {
  static from(value, encoding) {
    if (typeof value !== 'string') return new Buffer(value);
    if (encoding === undefined || encoding === 'utf-8') return new Buffer(new TextEncoder().encode(value));
    const wide = encoding === 'utf16le' ? 2 : 1;
    const out = new Buffer(value.length * wide);
    for (let i = 0; i < value.length; i++) {
      out[i * wide] = value.charCodeAt(i) & 255;
      if (wide === 2) out[i * 2 + 1] = value.charCodeAt(i) >> 8;
    }
    return out;
  }
  static alloc(length) { return new Buffer(length) }
  static isBuffer(value) { return value instanceof Buffer }
  static concat(list) {
    const out = new Buffer(list.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of list) { out.set(part, at); at += part.length }
    return out;
  }
  toString(encoding) {
    let out = '';
    for (const byte of this) out += encoding === 'hex' ? byte.toString(16).padStart(2, '0') : String.fromCharCode(byte);
    return out;
  }
}`;

const STUBS: Readonly<Record<string, string>> = { stream: STREAM, events: EVENTS, 'nianbao-buffer': BUFFER };
/** Never called by the writer: it packs with fflate, reads no files, and puts images in itself. */
const EMPTY = ['zlib', 'fs', 'util', 'assert', 'crypto', 'png-js'];

const shims: Plugin = {
  name: 'shims',
  setup(bundle) {
    const names = [...Object.keys(STUBS), ...EMPTY].join('|');
    bundle.onResolve({ filter: new RegExp(`^(?:${names})$`) }, ({ path }) => ({ path, namespace: 'shim' }));
    bundle.onLoad({ filter: /.*/, namespace: 'shim' }, ({ path }) => ({
      contents: STUBS[path] ?? 'module.exports = {};',
    }));
  },
};

/** One script for the browser from an entry given as source text; imports in it are relative to `folder`. */
export async function browserBundle(source: string, folder: string): Promise<string> {
  const result = await build({
    stdin: {
      contents: `import { Buffer } from 'nianbao-buffer'; globalThis.Buffer = Buffer;\n${source}`,
      resolveDir: folder,
    },
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    define: { __dirname: '""' },
    plugins: [shims],
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text ?? '';
}
