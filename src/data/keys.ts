/**
 * Names of entries in a data file. The one place where a Chinese name becomes the canonical key: the pack's terms hold the
 * names, this file holds which keys stand where.
 */
import type { Bilingual, Diagnostic } from '../diagnostic/diagnostic.js';
import type { MapEntry, MapNode } from '../load/node.js';
import { normaliseName } from '../pack/normalise-name.js';
import { suggestions } from '../diagnostic/suggest.js';
import type { Terms } from '../pack/types.js';
import type { Reading } from './reading.js';

/** Canonical keys of each kind of record; every one of them should have a Chinese name in a pack's terms. */
export const recordKeys = {
  file: [
    'nianbao',
    'pack',
    'profile',
    'year',
    'agency',
    'published',
    'contact',
    'signoff',
    'title',
    'subtitle',
    'period',
    'annex_line',
    'sections',
    'tables',
    'previous',
    'waivers',
    'attachments',
    'narrative_figures',
    'internal',
  ],
  agency: ['name', 'credit_code', 'kind', 'level', 'scope', 'short_name', 'former_names'],
  formerName: ['name', 'until'],
  contact: ['phone', 'address', 'website', 'email', 'office'],
  section: ['heading', 'text', 'draft'],
  table: ['title', 'subtitle', 'notes', 'labels', 'added'],
  cell: ['value', 'unit', 'remark', 'parts', 'note'],
  addedRow: ['id', 'after', 'label', 'unit', 'figures'],
  previous: ['file', 'adjust'],
  adjustment: ['cell', 'by', 'reason'],
  waiver: ['code', 'cell', 'figures', 'text', 'reason', 'by'],
  attachment: ['file', 'title'],
} as const;

/** The canonical key that a name means among `allowed`; undefined when it means none. */
export function canonicalKey(text: string, allowed: readonly string[], terms: Terms): string | undefined {
  const typed = text.trim();
  if (allowed.includes(typed)) return typed;
  const name = normaliseName(typed);
  return allowed.find((key) => namesOf(key, terms).some((known) => normaliseName(known) === name));
}

/** The Chinese name that messages use for a canonical key. */
export function keyName(key: string, terms: Terms): string {
  return namesOf(key, terms)[0] ?? key;
}

function namesOf(key: string, terms: Terms): readonly string[] {
  return Object.hasOwn(terms.keys, key) ? (terms.keys[key] ?? []) : [];
}

/**
 * The entries of a record by canonical key. Gives `data/unknown-key` with the nearest names, and `data/duplicate` when a
 * key is given by two of its names; the first one counts.
 */
export function readKeys(
  map: MapNode,
  allowed: readonly string[],
  where: Bilingual,
  reading: Reading,
): ReadonlyMap<string, MapEntry> {
  const found = new Map<string, MapEntry>();
  for (const entry of map.entries) {
    const key = canonicalKey(entry.key.text, allowed, reading.pack.terms);
    const first = key === undefined ? undefined : found.get(key);
    if (key === undefined) reading.report(unknownKey(entry, allowed, where, reading.pack.terms));
    else if (first === undefined) found.set(key, entry);
    else reading.report(givenTwice(first, entry, reading));
  }
  return found;
}

function unknownKey(entry: MapEntry, allowed: readonly string[], where: Bilingual, terms: Terms): Diagnostic {
  const names = allowed.flatMap((key) => [...namesOf(key, terms), key]);
  const near = suggestions(entry.key.text.trim(), names);
  const firstNames = allowed.map((key) => keyName(key, terms));
  return {
    code: 'data/unknown-key',
    severity: 'error',
    message: {
      zh: `${where.zh}里没有叫“${entry.key.text}”的项目。`,
      en: `There is no entry called "${entry.key.text}" in ${where.en}.`,
    },
    hint: didYouMean(near, {
      zh: `这里可以写：${firstNames.join('、')}。`,
      en: `Entries that may stand here: ${allowed.join(', ')}.`,
    }),
    range: entry.key.range,
  };
}

/** 是否想写…, or else another sentence. */
export function didYouMean(near: readonly string[], otherwise: Bilingual): Bilingual {
  if (near.length === 0) return otherwise;
  return {
    zh: `是否想写${near.map((name) => `“${name}”`).join('或')}？`,
    en: `Did you mean ${near.map((name) => `"${name}"`).join(' or ')}?`,
  };
}

/** `data/duplicate`: one thing given under two spellings. Both lines are named. */
export function givenTwice(first: MapEntry, second: MapEntry, reading: Reading, cells?: readonly string[]): Diagnostic {
  const lines = [reading.lineOf(first.key.range), reading.lineOf(second.key.range)] as const;
  return {
    code: 'data/duplicate',
    severity: 'error',
    message: {
      zh: `第 ${lines[0]} 行的“${first.key.text}”和第 ${lines[1]} 行的“${second.key.text}”是同一项，写了两次。`,
      en: `"${first.key.text}" on line ${lines[0]} and "${second.key.text}" on line ${lines[1]} are the same entry, given twice.`,
    },
    hint: { zh: '留下对的一处，删去另一处。', en: 'Keep the right one and delete the other.' },
    range: second.key.range,
    related: [{ range: first.key.range, message: { zh: '第一次写在这里', en: 'first given here' } }],
    ...(cells === undefined ? {} : { cells }),
  };
}
