/**
 * Nodes of the shape that is wanted: a text, a record, a list. Anything else is a finding, and a well-known slip in the
 * line (a Chinese colon that made text of an entry) is told as such.
 */
import type { Bilingual, Diagnostic } from '../diagnostic/diagnostic.js';
import { lineHintDiagnostic, lineHints } from '../load/line-hints.js';
import type { Located } from '../load/loaded.js';
import type { DataNode, ListNode, MapEntry, MapNode } from '../load/node.js';
import type { Reading } from './reading.js';

/** The text of an entry, without space around it; undefined for none. Gives `data/shape` for a record or a list. */
export function readText(entry: MapEntry | undefined, reading: Reading): Located<string> | undefined {
  if (entry === undefined) return undefined;
  return readTextNode(entry.value, entry.key.text, reading);
}

/** As `readText`, for an item of a list; `name` is what the finding calls it. */
export function readTextNode(node: DataNode, name: string, reading: Reading): Located<string> | undefined {
  if (node.type !== 'scalar') {
    reading.report(wrongShape(node, quoted(name), { zh: '一段文字', en: 'one text' }));
    return undefined;
  }
  const value = node.text.trim();
  return value === '' ? undefined : { value, range: node.range };
}

/** A record, or undefined. Nothing after the colon is an empty record and no finding. */
export function readRecord(node: DataNode, name: string, reading: Reading): MapNode | undefined {
  if (node.type === 'map') return node;
  if (node.type === 'scalar' && node.empty) return undefined;
  for (const diagnostic of slipsOrShape(node, name, { zh: '几行“名称: 值”', en: '"name: value" lines' }, reading)) {
    reading.report(diagnostic);
  }
  return undefined;
}

/** The items of a list; a single item may stand without its dash. Nothing after the colon is no items. */
export function readItems(node: DataNode): readonly DataNode[] {
  if (node.type === 'list') return node.items;
  return node.type === 'scalar' && node.empty ? [] : [node];
}

/** The name of an entry as messages show it. */
export function quoted(name: string): Bilingual {
  return { zh: `“${name}”`, en: `"${name}"` };
}

/** A name that is the same in both languages, such as that of a cell. */
export function same(name: string): Bilingual {
  return { zh: name, en: name };
}

/** `data/shape`: the node is not of the shape wanted. */
export function wrongShape(node: DataNode, what: Bilingual, wanted: Bilingual, cells?: readonly string[]): Diagnostic {
  const is = SHAPES[node.type];
  return {
    code: 'data/shape',
    severity: 'error',
    message: {
      zh: `${what.zh}应当是${wanted.zh}，现在是${is.zh}。`,
      en: `${what.en} should be ${wanted.en}, and it is ${is.en}.`,
    },
    hint: { zh: `改写为${wanted.zh}。`, en: `Write ${wanted.en}.` },
    range: node.range,
    ...(cells === undefined ? {} : { cells }),
  };
}

const SHAPES: Readonly<Record<DataNode['type'], Bilingual>> = {
  scalar: { zh: '一个值', en: 'one value' },
  map: { zh: '几行“名称: 值”', en: 'a set of "name: value" entries' },
  list: { zh: '一列值', en: 'a list' },
};

function slipsOrShape(node: DataNode, name: string, wanted: Bilingual, reading: Reading): readonly Diagnostic[] {
  const slips = node.type === 'scalar' && node.style === 'plain' ? slipsIn(node, reading) : [];
  return slips.length > 0 ? slips : [wrongShape(node, quoted(name), wanted)];
}

/** Slips on the lines of a list or a plain text that stands below its name. */
function slipsIn(node: ListNode | Extract<DataNode, { type: 'scalar' }>, reading: Reading): readonly Diagnostic[] {
  const first = reading.lineOf(node.range);
  const last = reading.lineOf({ ...node.range, start: node.range.end });
  return lineHints(reading.source, first, last).map(lineHintDiagnostic);
}
