/**
 * Year, dates, contact and sign-off of a data file.
 */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Located } from '../load/loaded.js';
import type { MapEntry } from '../load/node.js';
import { normaliseName } from '../pack/normalise-name.js';
import type { TemplatePack } from '../pack/types.js';
import { readDate, type CalendarDate } from './date.js';
import { canonicalKey, givenTwice, readKeys, recordKeys } from './keys.js';
import type { Reading } from './reading.js';
import { readRecord, readText } from './shapes.js';

/** Reads 年度, four digits. Gives `data/year`. */
export function readYear(entry: MapEntry, reading: Reading): Located<number> | undefined {
  const text = readText(entry, reading);
  if (text !== undefined && /^(?:19|20)\d{2}$/u.test(text.value))
    return { value: Number(text.value), range: text.range };
  const digits = /(?:19|20)\d{2}/u.exec((text?.value ?? '').normalize('NFKC'))?.[0];
  if (text !== undefined || entry.value.type === 'scalar') reading.report(badYear(entry, text?.value ?? '', digits));
  return undefined;
}

function badYear(entry: MapEntry, typed: string, digits: string | undefined): Diagnostic {
  return {
    code: 'data/year',
    severity: 'error',
    message:
      typed === ''
        ? { zh: `“${entry.key.text}”没有写年份。`, en: `"${entry.key.text}" gives no year.` }
        : { zh: `年度写的“${typed}”不是四位数字的年份。`, en: `The year "${typed}" is not four digits.` },
    hint: {
      zh: `写作四位半角数字：${entry.key.text}: ${digits ?? '2023'}`,
      en: `Write four digits: ${entry.key.text}: ${digits ?? '2023'}`,
    },
    range: entry.value.range.end > entry.value.range.start ? entry.value.range : entry.key.range,
  };
}

/** Reads 成文日期. Gives `data/date` with the date in its usual form. */
export function readPublished(entry: MapEntry | undefined, reading: Reading): Located<CalendarDate> | undefined {
  const text = readText(entry, reading);
  if (text === undefined) return undefined;
  const date = readDate(text.value);
  if (date.kind === 'date') return { value: date.date, range: text.range };
  const name = entry?.key.text ?? '';
  const zh = { 'other-form': '的写法不规范', 'no-such-day': '是日历上没有的一天', 'not-a-date': '不是日期' }[date.kind];
  const en = {
    'other-form': 'is not in the usual form',
    'no-such-day': 'is no day of the calendar',
    'not-a-date': 'is no date',
  }[date.kind];
  const example = date.kind === 'other-form' ? date.corrected : '2024-01-20';
  reading.report({
    code: 'data/date',
    severity: 'error',
    message: { zh: `“${name}”写的“${text.value}”${zh}。`, en: `"${text.value}" in "${name}" ${en}.` },
    hint:
      date.kind === 'other-form'
        ? { zh: `改写为：${example}`, en: `Write it as: ${example}` }
        : { zh: `写作 ${example} 或 2024年1月20日 的样子。`, en: `Write it like ${example} or 2024年1月20日.` },
    range: text.range,
    ...(date.kind === 'other-form' ? { facts: { typed: text.value, corrected: date.corrected } } : {}),
  });
  return undefined;
}

/** Reads 联系: known facts by canonical key, others under the name they were given. */
export function readContact(entry: MapEntry | undefined, reading: Reading): ReadonlyMap<string, Located<string>> {
  return readFacts(entry, (text) => canonicalKey(text, recordKeys.contact, reading.pack.terms) ?? text.trim(), reading);
}

function readFacts(
  entry: MapEntry | undefined,
  keyOf: (text: string) => string,
  reading: Reading,
): ReadonlyMap<string, Located<string>> {
  const facts = new Map<string, Located<string>>();
  const given = new Map<string, MapEntry>();
  const record = entry === undefined ? undefined : readRecord(entry.value, entry.key.text, reading);
  for (const item of record?.entries ?? []) {
    const key = keyOf(item.key.text);
    const first = given.get(key);
    const text = readText(item, reading);
    if (first !== undefined) reading.report(givenTwice(first, item, reading));
    else if (text !== undefined) facts.set(key, text);
    if (first === undefined) given.set(key, item);
  }
  return facts;
}

const SIGNOFF_KEYS = ['head', 'reviewer', 'filler', 'phone', 'filled_on', 'end'];

/** Keys that may stand in 签署: those of the pack's sign-off lines, and the usual ones. */
export function signoffKeys(pack: TemplatePack): readonly string[] {
  const lines = pack.tables.flatMap((table) => table.signoff.flat());
  return [...new Set([...lines.map((line) => line.key), ...SIGNOFF_KEYS])];
}

/** Reads 签署: by the keys of the pack's sign-off lines, or by their printed labels. Gives `data/unknown-key`. */
export function readSignoff(entry: MapEntry | undefined, reading: Reading): ReadonlyMap<string, Located<string>> {
  const lines = reading.pack.tables.flatMap((table) => table.signoff.flat());
  const keys = signoffKeys(reading.pack);
  const record = entry === undefined ? undefined : readRecord(entry.value, entry.key.text, reading);
  if (record === undefined) return new Map();
  const labelled = record.entries.map((item) => {
    const name = normaliseName(item.key.text).replace(/:$/u, '');
    const line = lines.find(({ label }) => normaliseName(label).replace(/:$/u, '') === name);
    return line === undefined ? item : { ...item, key: { ...item.key, text: line.key } };
  });
  const found = readKeys({ ...record, entries: labelled }, keys, { zh: '签署', en: 'the sign-off' }, reading);
  return new Map(
    [...found].flatMap(([key, item]): [string, Located<string>][] => {
      const text = readText(item, reading);
      return text === undefined ? [] : [[key, text]];
    }),
  );
}
