/** Entries put into a data file where there are none yet, in the way of writing that the file has around the place. */
import type { Splice } from '../edit/splice.js';
import type { MapEntry, MapNode } from '../load/node.js';
import type { SourceText } from '../source/source.js';
import { writtenKey, type WritingStyle } from './written-text.js';

/** A new entry; `value` is written text, or entries below it. */
export interface NewEntry {
  readonly key: string;
  readonly value: string | readonly NewEntry[];
}

const STEP = 2;

/** Splices that put entries at the end of a map. */
export function intoMap(map: MapNode, entries: readonly NewEntry[], source: SourceText, style: WritingStyle): Splice {
  const { insertion } = map;
  if (insertion === undefined) return intoFlowMap(map, entries, source, style);
  const { offset, indent } = insertion;
  const before = offset > 0 && source.text[offset - 1] !== '\n' ? style.newline : '';
  return { start: offset, end: offset, text: before + blockLines(entries, indent, style) };
}

/** `{a: 1}` gets `, b: 2` before its closing brace. */
function intoFlowMap(map: MapNode, entries: readonly NewEntry[], source: SourceText, style: WritingStyle): Splice {
  const body = source.text
    .slice(map.range.start, map.range.end)
    .replace(/\}\s*$/u, '')
    .trimEnd();
  const at = map.range.start + body.length;
  const joined = entries.map((entry) => flowEntry(entry, style)).join(', ');
  return { start: at, end: at, text: (map.entries.length === 0 ? '' : ', ') + joined };
}

/** Splices that put entries below a key that has nothing after it yet. */
export function intoEmpty(
  entry: MapEntry,
  entries: readonly NewEntry[],
  source: SourceText,
  style: WritingStyle,
): Splice {
  const { start, end } = entry.value.range;
  if (style.json || end > start) {
    const text = `{${entries.map((item) => flowEntry(item, style)).join(', ')}}`;
    return end > start ? { start, end, text } : afterColon(entry, text, source);
  }
  const lineStart = source.text.lastIndexOf('\n', entry.key.range.start - 1) + 1;
  const found = source.text.indexOf('\n', entry.key.range.end);
  const at = found < 0 ? source.text.length : found + 1;
  const before = found < 0 ? style.newline : '';
  return { start: at, end: at, text: before + blockLines(entries, entry.key.range.start - lineStart + STEP, style) };
}

/** A value after the colon of a key that has none. */
export function afterColon(entry: MapEntry, text: string, source: SourceText): Splice {
  const colon = /^\s*:/u.exec(source.text.slice(entry.key.range.end, entry.key.range.end + 20));
  const at = entry.key.range.end + (colon?.[0].length ?? 0);
  return { start: at, end: at, text: `${colon === null ? ':' : ''} ${text}` };
}

function blockLines(entries: readonly NewEntry[], indent: number, style: WritingStyle): string {
  return entries
    .map(({ key, value }) => {
      const head = `${' '.repeat(indent)}${writtenKey(key, style)}:`;
      return typeof value === 'string'
        ? `${head} ${value}${style.newline}`
        : `${head}${style.newline}${blockLines(value, indent + STEP, style)}`;
    })
    .join('');
}

function flowEntry({ key, value }: NewEntry, style: WritingStyle): string {
  const written = typeof value === 'string' ? value : `{${value.map((item) => flowEntry(item, style)).join(', ')}}`;
  return `${writtenKey(key, style)}: ${written}`;
}
