/**
 * One cell of the data file: a value, or a record of value, unit, remark, parts and note.
 */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { DataNode, MapEntry, MapNode, ScalarNode } from '../load/node.js';
import type { SourceRange } from '../source/source.js';
import { readCellText, type CellFormat, type CellProblem } from './cell-value.js';
import { readKeys, recordKeys, canonicalKey } from './keys.js';
import { readNumber } from './number-text.js';
import type { Reading } from './reading.js';
import { readRecord, readText, same, wrongShape } from './shapes.js';
import type { CellInput } from './types.js';

const WHERE = { zh: '单元格', en: 'a cell' };
const NO_PARTS: ReadonlyMap<string, string> = new Map();

/** A cell that the file does not give; `range` is that of its row or table. */
export function missingCell(address: string, range: SourceRange): CellInput {
  return { address, value: { kind: 'missing' }, parts: NO_PARTS, range };
}

/**
 * True for a map that is a cell record rather than entries of rows below: it has 值 with one value, or nothing but keys of a
 * record, and none of its other names is `known` as a row.
 */
export function isCellRecord(map: MapNode, known: (name: string) => boolean, reading: Reading): boolean {
  const keys = map.entries.map(({ key, value }) => ({
    name: key.text,
    canonical: canonicalKey(key.text, recordKeys.cell, reading.pack.terms),
    scalar: value.type === 'scalar',
  }));
  if (keys.some(({ canonical, scalar }) => canonical === 'value' && !scalar)) return false;
  const others = keys.filter(({ canonical }) => canonical === undefined);
  return others.length < keys.length && !others.some(({ name }) => known(name));
}

/** Reads a cell. Gives the findings of `readCellText` at the value's place, and `data/shape` for a list. */
export function readCell(address: string, node: DataNode, format: CellFormat, reading: Reading): CellInput {
  if (node.type === 'scalar') return readScalarCell(address, node, format, reading);
  if (node.type === 'list') {
    reading.report(wrongShape(node, same(format.name), { zh: '一个值', en: 'one value' }, [address]));
    return missingCell(address, node.range);
  }
  const keys = readKeys(node, recordKeys.cell, WHERE, reading);
  const value = keys.get('value')?.value;
  const unit = readText(keys.get('unit'), reading)?.value;
  const remark = readText(keys.get('remark'), reading)?.value;
  const note = readText(keys.get('note'), reading)?.value;
  if (value !== undefined && value.type !== 'scalar') {
    reading.report(wrongShape(value, same(format.name), { zh: '一个值', en: 'one value' }, [address]));
  }
  const cell =
    value?.type === 'scalar' ? readScalarCell(address, value, format, reading, unit) : missingCell(address, node.range);
  return {
    ...cell,
    parts: readParts(keys.get('parts'), address, reading),
    ...(remark === undefined ? {} : { remark: bracketed(remark) }),
    ...(note === undefined ? {} : { note }),
  };
}

function readScalarCell(
  address: string,
  node: ScalarNode,
  format: CellFormat,
  reading: Reading,
  givenUnit?: string,
): CellInput {
  const { words } = reading.pack.terms;
  const { value, unit, remark, problems } = readCellText(node.text, format, words['blank'] ?? '', givenUnit);
  for (const problem of problems) reading.report(placed(problem, address, node.range));
  return {
    address,
    value,
    parts: NO_PARTS,
    range: node.range,
    ...(unit === undefined ? {} : { unit }),
    ...(remark === undefined ? {} : { remark }),
  };
}

function placed(problem: CellProblem, address: string, range: SourceRange): Diagnostic {
  return { ...problem, range, cells: [address] };
}

/** A remark is always handed on with brackets, so that it can be printed right after the figure. */
function bracketed(remark: string): string {
  return /^[（(].*[）)]$/su.test(remark) ? remark : `（${remark}）`;
}

function readParts(entry: MapEntry | undefined, address: string, reading: Reading): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  const record = entry === undefined ? undefined : readRecord(entry.value, entry.key.text, reading);
  for (const item of record?.entries ?? []) {
    const text = readText(item, reading);
    const number = text === undefined ? undefined : readNumber(text.value, false);
    if (text === undefined || number === undefined) continue;
    if (number.kind === 'number') parts.set(item.key.text.trim(), number.text);
    else reading.report(badPart(item, text.value, number.corrected, address));
  }
  return parts;
}

function badPart(entry: MapEntry, typed: string, corrected: string | undefined, address: string): Diagnostic {
  return {
    code: 'data/part',
    severity: 'error',
    message: {
      zh: `其中项“${entry.key.text}”写的“${typed}”不是规范的数字。`,
      en: `The part "${entry.key.text}" is "${typed}", which is no plain figure.`,
    },
    hint:
      corrected === undefined
        ? { zh: '用阿拉伯数字填写，不带单位。', en: 'Use Arabic digits without a unit.' }
        : { zh: `改写为：${corrected}`, en: `Write it as: ${corrected}` },
    range: entry.value.range,
    cells: [address],
  };
}
