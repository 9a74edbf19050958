/**
 * The library for a page without Node, as one script. This is the whole esbuild configuration it takes, and may be copied:
 * the plugin answers the few built-in modules that the PDF engine asks for by name, and refuses every other.
 */
import { builtinModules } from 'node:module';
import { build, type Plugin } from 'esbuild';

/** pdfkit extends a stream and needs no more of it: the writer collects the bytes itself. */
const STREAM = `class Readable { push() { return true } emit() { return false } on() { return this } once() { return this } }
module.exports = { Readable, default: { Readable } };`;

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

/** Imported by name, never called: the writer packs with fflate, reads no files, hashes in JavaScript and puts images in itself. */
const EMPTY = 'module.exports = {};';

/** Stand-ins by module. `png-js` is a package; without it nothing asks for a zlib in JavaScript. */
const STAND_INS: ReadonlyMap<string, string> = new Map([
  ['buffer', BUFFER],
  ['stream', STREAM],
  ['zlib', EMPTY],
  ['fs', EMPTY],
  ['crypto', EMPTY],
  ['png-js', EMPTY],
]);

const standIns: Plugin = {
  name: 'stand-ins',
  setup(bundle) {
    bundle.onResolve({ filter: /^[\w:/-]+$/ }, ({ path }) => {
      const name = path.replace(/^node:/, '');
      if (STAND_INS.has(path)) return { path, namespace: 'stand-in' };
      if (path === name && !builtinModules.includes(name)) return undefined;
      return { errors: [{ text: `"${path}" is not there in a browser` }] };
    });
    bundle.onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path }) => ({ contents: STAND_INS.get(path) ?? '' }));
  },
};

/** One script that leaves the exports of `entry` (a path) in the global variable `name`. */
export async function browserBundle(entry: string, name: string): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    globalName: name,
    bundle: true,
    write: false,
    platform: 'browser',
    mainFields: ['browser', 'module', 'main'],
    // Of two builds for browsers the one that works without a document: in a worker too.
    conditions: ['worker', 'browser'],
    format: 'iife',
    // pdfkit knows `Buffer` as a global, and the folder of its own font files, of which none is used.
    inject: ['buffer'],
    define: { __dirname: '""' },
    plugins: [standIns],
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text ?? '';
}
