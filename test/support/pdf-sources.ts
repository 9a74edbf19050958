import { readFileSync, readdirSync } from 'node:fs';
import { TrueTypeProgram } from './pdf-truetype.js';

const folder = new URL('../../fonts/', import.meta.url);
let programs: readonly TrueTypeProgram[] | undefined;

/** The whole built-in fonts, read by the tests' own reader. */
export function sourcePrograms(): readonly TrueTypeProgram[] {
  programs ??= readdirSync(folder)
    .filter((name) => name.endsWith('.ttf'))
    .map((name) => new TrueTypeProgram(new Uint8Array(readFileSync(new URL(name, folder)))));
  return programs;
}
