/**
 * Who reports: the agency as a name or as a record (design 1.2).
 */
import type { Bilingual } from '../diagnostic/diagnostic.js';
import type { Located } from '../load/loaded.js';
import type { MapEntry } from '../load/node.js';
import { suggestions } from '../diagnostic/suggest.js';
import { agencyKinds, agencyLevels } from '../pack/agency-words.js';
import { creditCodeProblem } from './credit-code.js';
import { didYouMean, keyName, readKeys, recordKeys } from './keys.js';
import type { Reading } from './reading.js';
import { readItems, readRecord, readText } from './shapes.js';
import type { Agency } from './types.js';

/** What the report's figures cover. */
export const agencyScopes = ['本机关', '本级', '全行政区域'] as const;

const WHERE: Bilingual = { zh: '单位信息', en: 'the agency record' };

/**
 * Reads 单位. Undefined when no name is given. Gives `data/missing-key` (no name), `data/credit-code` and
 * `data/agency-word` (warnings).
 */
export function readAgency(entry: MapEntry, reading: Reading): Agency | undefined {
  if (entry.value.type === 'scalar') {
    const name = readText(entry, reading);
    if (name === undefined) reading.report(nameMissing(entry, reading));
    return name === undefined ? undefined : { name, formerNames: [] };
  }
  const record = readRecord(entry.value, entry.key.text, reading);
  if (record === undefined) return undefined;
  const keys = readKeys(record, recordKeys.agency, WHERE, reading);
  const text = (key: (typeof recordKeys.agency)[number]): Located<string> | undefined =>
    readText(keys.get(key), reading);
  const name = text('name');
  const optional = {
    creditCode: text('credit_code'),
    kind: text('kind'),
    level: text('level'),
    scope: text('scope'),
    shortName: text('short_name'),
  };
  checkCreditCode(optional.creditCode, reading);
  checkWord(optional.kind, agencyKinds, keyName('kind', reading.pack.terms), reading);
  checkWord(optional.level, agencyLevels, keyName('level', reading.pack.terms), reading);
  checkWord(optional.scope, agencyScopes, keyName('scope', reading.pack.terms), reading);
  const formerNames = readFormerNames(keys.get('former_names'), reading);
  if (name === undefined) {
    reading.report(nameMissing(entry, reading));
    return undefined;
  }
  return { name, formerNames, ...withoutUndefined(optional) };
}

function readFormerNames(entry: MapEntry | undefined, reading: Reading): Agency['formerNames'] {
  if (entry === undefined) return [];
  return readItems(entry.value).flatMap((item) => {
    if (item.type === 'scalar') return [{ name: { value: item.text.trim(), range: item.range } }];
    const record = readRecord(item, entry.key.text, reading);
    if (record === undefined) return [];
    const keys = readKeys(record, recordKeys.formerName, WHERE, reading);
    const name = readText(keys.get('name'), reading);
    const until = readText(keys.get('until'), reading)?.value;
    if (name === undefined) return [];
    return [until === undefined ? { name } : { name, until }];
  });
}

function nameMissing(entry: MapEntry, reading: Reading): Parameters<Reading['report']>[0] {
  const key = keyName('name', reading.pack.terms);
  return {
    code: 'data/missing-key',
    severity: 'error',
    message: { zh: `“${entry.key.text}”没有写单位名称。`, en: `"${entry.key.text}" gives no name of the agency.` },
    hint: {
      zh: `写作“${entry.key.text}: 全称”，或在下面写“${key}: 全称”。`,
      en: `Write the full name after it, or "name" below it.`,
    },
    range: entry.key.range,
  };
}

function checkCreditCode(code: Located<string> | undefined, reading: Reading): void {
  const problem = code === undefined ? undefined : creditCodeProblem(code.value);
  if (code === undefined || problem === undefined) return;
  const zh =
    problem.kind === 'form'
      ? '应当是 18 位数字和大写字母（不用 I、O、S、V、Z）'
      : `最后一位校验码应为“${problem.expected}”`;
  const en =
    problem.kind === 'form'
      ? 'it must be 18 digits and capital letters, without I, O, S, V, Z'
      : `its check sign should be "${problem.expected}"`;
  reading.report({
    code: 'data/credit-code',
    severity: 'warning',
    message: {
      zh: `统一社会信用代码“${code.value}”不对：${zh}。`,
      en: `The credit code "${code.value}" is not right: ${en}.`,
    },
    hint: { zh: '对照证书核对每一位。', en: 'Compare it with the certificate.' },
    range: code.range,
    clause: 'GB 32100-2015',
  });
}

function checkWord(word: Located<string> | undefined, known: readonly string[], name: string, reading: Reading): void {
  if (word === undefined || known.includes(word.value)) return;
  reading.report({
    code: 'data/agency-word',
    severity: 'warning',
    message: {
      zh: `${name}写的“${word.value}”不在已知的说法里，按它适用的规则不会起作用。`,
      en: `"${word.value}" is no known value of "${name}", so rules that depend on it stay silent.`,
    },
    hint: didYouMean(suggestions(word.value, known), {
      zh: `可以写：${known.join('、')}。`,
      en: `Known values: ${known.join(', ')}.`,
    }),
    range: word.range,
  });
}

/** The record without its undefined fields, as optional fields want it. */
export function withoutUndefined<T extends object>(record: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
