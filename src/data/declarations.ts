/**
 * What a data file declares beside its figures: last year's files, waivers, attachments, figures of the narrative.
 */
import type { Bilingual, Diagnostic } from '../diagnostic/diagnostic.js';
import type { Located } from '../load/loaded.js';
import type { DataNode, MapEntry } from '../load/node.js';
import type { SourceRange } from '../source/source.js';
import { readAddress } from './addresses.js';
import { canonicalKey, keyName, readKeys, recordKeys } from './keys.js';
import { readNumber } from './number-text.js';
import { pathDiagnostic } from './paths.js';
import type { Reading } from './reading.js';
import { quoted, readItems, readRecord, readText, readTextNode } from './shapes.js';
import type { AttachmentInput, PreviousInput, Waiver } from './types.js';

/** Reads 上年数据: a path, or a list of paths and records with adjustments. Gives `data/path`, `data/adjustment`. */
export function readPrevious(entry: MapEntry | undefined, reading: Reading): readonly PreviousInput[] {
  return items(entry, reading, (item, name) => {
    if (item.type !== 'map') {
      const file = usablePath(readTextNode(item, name, reading), true, reading);
      return file === undefined ? undefined : { file, adjust: [] };
    }
    const keys = readKeys(item, recordKeys.previous, { zh: '上年数据', en: 'a previous report' }, reading);
    const adjust = items(keys.get('adjust'), reading, (one, oneName) => readAdjustment(one, oneName, reading));
    const given = readText(keys.get('file'), reading);
    if (given === undefined) reading.report(missingKey('file', quoted(name), item.range, reading));
    const file = usablePath(given, true, reading);
    return file === undefined ? undefined : { file, adjust };
  });
}

function readAdjustment(item: DataNode, name: string, reading: Reading): PreviousInput['adjust'][number] | undefined {
  const record = readRecord(item, name, reading);
  if (record === undefined) return undefined;
  const keys = readKeys(record, recordKeys.adjustment, { zh: '调整', en: 'an adjustment' }, reading);
  const named = required(keys.get('cell'), 'cell', name, record.range, reading);
  const by = required(keys.get('by'), 'by', name, record.range, reading);
  const reason = required(keys.get('reason'), 'reason', name, record.range, reading);
  const cell = named === undefined ? undefined : readAddress(named, reading);
  const number = by === undefined ? undefined : readNumber(by.value, true);
  if (by !== undefined && number?.kind === 'slip') reading.report(badAdjustment(by, number.corrected));
  if (cell === undefined || reason === undefined || number?.kind !== 'number') return undefined;
  return { cell, by: number.text, reason: reason.value, range: record.range };
}

function badAdjustment(by: Located<string>, corrected: string | undefined): Diagnostic {
  return {
    code: 'data/adjustment',
    severity: 'error',
    message: { zh: `调整的数“${by.value}”不是规范的数字。`, en: `The adjustment "${by.value}" is no plain figure.` },
    hint:
      corrected === undefined
        ? { zh: '写增减的数，如 3 或 -3。', en: 'Write the change, such as 3 or -3.' }
        : { zh: `改写为：${corrected}`, en: `Write it as: ${corrected}` },
    range: by.range,
  };
}

/** Reads 豁免. A waiver without code or reason does not count. Gives `data/missing-key`, `data/unknown-cell`. */
export function readWaivers(entry: MapEntry | undefined, reading: Reading): readonly Waiver[] {
  return items(entry, reading, (item, name) => {
    const record = readRecord(item, name, reading);
    if (record === undefined) return undefined;
    const keys = readKeys(record, recordKeys.waiver, { zh: '豁免', en: 'a waiver' }, reading);
    const code = required(keys.get('code'), 'code', name, record.range, reading);
    const reason = filledIn(required(keys.get('reason'), 'reason', name, record.range, reading), 'reason', reading);
    const by = filledIn(required(keys.get('by'), 'by', name, record.range, reading), 'by', reading);
    const named = readText(keys.get('cell'), reading);
    const cell = named === undefined ? undefined : readAddress(named, reading);
    const figures = readFigures(keys.get('figures'), reading);
    const text = readText(keys.get('text'), reading)?.value;
    if (code === undefined || reason === undefined || by === undefined) return undefined;
    if (named !== undefined && cell === undefined) return undefined;
    return {
      code: code.value,
      figures,
      reason: reason.value,
      range: record.range,
      ...(cell === undefined ? {} : { cell }),
      ...(text === undefined ? {} : { text }),
    };
  });
}

/** What a waiver ready to paste has where the office must write itself (`validate/waiver-block.ts`). */
const TO_BE_FILLED: ReadonlySet<string> = new Set(['待填', 'to be filled in']);

/** The text, unless it is still the words of the pasted block: nobody has given a reason or approved it then. */
function filledIn(text: Located<string> | undefined, key: string, reading: Reading): Located<string> | undefined {
  if (text === undefined || !TO_BE_FILLED.has(text.value)) return text;
  const name = keyName(key, reading.pack.terms);
  reading.report({
    code: 'data/missing-key',
    severity: 'error',
    message: { zh: `豁免的“${name}”还没有填写。`, en: `The "${key}" of a waiver is not filled in.` },
    hint: {
      zh: `把“${text.value}”换成实际的${name}；没有理由的，改正问题本身并删去这条豁免。`,
      en: 'Put in the real one; without a reason correct the figure and delete the waiver.',
    },
    range: text.range,
  });
  return undefined;
}

/** `上年 t3/r4/total` is last year's figure, by its address in this year's form. */
function figureName(text: string, reading: Reading): { readonly lastYear: boolean; readonly name: string } {
  const [first = '', ...rest] = text.split(/\s+/u);
  const lastYear = rest.length > 0 && canonicalKey(first, ['prev', 'previous'], reading.pack.terms) !== undefined;
  return lastYear ? { lastYear, name: rest.join(' ') } : { lastYear, name: text };
}

function readFigures(entry: MapEntry | undefined, reading: Reading): ReadonlyMap<string, string> {
  const figures = new Map<string, string>();
  const record = entry === undefined ? undefined : readRecord(entry.value, entry.key.text, reading);
  for (const item of record?.entries ?? []) {
    const { lastYear, name } = figureName(item.key.text.trim(), reading);
    const address = readAddress({ value: name, range: item.key.range }, reading);
    if (address !== undefined && item.value.type === 'scalar')
      figures.set(lastYear ? `prev ${address}` : address, item.value.text.trim());
  }
  return figures;
}

/** Reads 附件: paths, or records of path and title. Gives `data/path`. */
export function readAttachments(entry: MapEntry | undefined, reading: Reading): readonly AttachmentInput[] {
  return items(entry, reading, (item, name) => {
    if (item.type !== 'map') {
      const file = usablePath(readTextNode(item, name, reading), false, reading);
      return file === undefined ? undefined : { file };
    }
    const keys = readKeys(item, recordKeys.attachment, { zh: '附件', en: 'an attachment' }, reading);
    const file = usablePath(required(keys.get('file'), 'file', name, item.range, reading), false, reading);
    const title = readText(keys.get('title'), reading)?.value;
    if (file === undefined) return undefined;
    return title === undefined ? { file } : { file, title };
  });
}

/** Reads 文中数字: figures that stand in the narrative only. */
export function readNarrativeFigures(entry: MapEntry | undefined, reading: Reading): readonly Located<string>[] {
  return items(entry, reading, (item, name) => readTextNode(item, name, reading));
}

function items<T>(
  entry: MapEntry | undefined,
  reading: Reading,
  read: (item: DataNode, name: string) => T | undefined,
): readonly T[] {
  if (entry === undefined) return [];
  return readItems(entry.value).flatMap((item) => {
    const value = read(item, entry.key.text);
    return value === undefined ? [] : [value];
  });
}

function usablePath(
  path: Located<string> | undefined,
  sibling: boolean,
  reading: Reading,
): Located<string> | undefined {
  const problem = path === undefined ? undefined : pathDiagnostic(path, sibling);
  if (problem !== undefined) reading.report(problem);
  return problem === undefined ? path : undefined;
}

function required(
  entry: MapEntry | undefined,
  key: string,
  where: string,
  range: SourceRange,
  reading: Reading,
): Located<string> | undefined {
  const text = readText(entry, reading);
  const isText = entry === undefined || entry.value.type === 'scalar';
  if (text === undefined && isText) reading.report(missingKey(key, quoted(where), entry?.key.range ?? range, reading));
  return text;
}

/** `data/missing-key`: a record lacks an entry it must have. */
export function missingKey(key: string, where: Bilingual, range: SourceRange, reading: Reading): Diagnostic {
  const name = keyName(key, reading.pack.terms);
  return {
    code: 'data/missing-key',
    severity: 'error',
    message: { zh: `${where.zh}没有写“${name}”。`, en: `${where.en} has no "${key}".` },
    hint: { zh: `加上一行：${name}: ……`, en: `Add a line: ${key}: …` },
    range,
  };
}
