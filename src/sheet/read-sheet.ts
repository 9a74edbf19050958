/** One sheet of an Excel file: its cells as they are, and its merged areas. */
import { spreadsheetDecimal } from '../value/number.js';
import { placeOfName } from './places.js';
import type { MergedArea, ReadCell, ReadValue } from './read-model.js';
import type { NumberFormat } from './read-parts.js';
import { readXml } from './xml-events.js';

/** What cells of all sheets refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly from1904: boolean;
}

export interface SheetContent {
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, ReadCell>>;
  readonly merges: readonly MergedArea[];
}

/** More than this is in no form, and would only take time. */
const MOST_CELLS = 100_000;
const MOST_MERGES = 5_000;
/** Days from the first day of each way of counting. */
const DAYS_TO_1970 = 25569;
const DAYS_1904_TO_1900 = 1462;

/** Undefined when the part is not well formed; `too-large` when it holds more than any form does. */
export function readSheetPart(bytes: Uint8Array, context: SheetContext): SheetContent | 'too-large' | undefined {
  const rows = new Map<number, Map<number, ReadCell>>();
  const merges: MergedArea[] = [];
  const shared = new Map<string, string>();
  let cells = 0;
  let row = -1;
  let column = -1;
  let cell: RawCell | undefined;
  let into: 'value' | 'formula' | 'inline' | undefined;
  let readings = 0;
  const read = readXml(bytes, {
    open: (name, attributes) => {
      if (name === 'row') {
        row = rowNumber(attributes['r']) ?? row + 1;
        column = -1;
      } else if (name === 'c') {
        const place = placeOfName(attributes['r'] ?? '');
        row = place?.row ?? Math.max(row, 0);
        column = place?.column ?? column + 1;
        cell = {
          type: attributes['t'] ?? 'n',
          format: Number(attributes['s'] ?? 0),
          value: '',
          formula: '',
          inline: '',
        };
      } else if (cell !== undefined && name === 'v') into = 'value';
      else if (cell !== undefined && name === 'f') {
        into = 'formula';
        cell.hasFormula = true;
        cell.shared = attributes['t'] === 'shared' ? attributes['si'] : undefined;
      } else if (name === 'rPh') readings += 1;
      else if (cell !== undefined && name === 't' && readings === 0) into = 'inline';
      else if (name === 'mergeCell' && merges.length <= MOST_MERGES) {
        const area = mergedArea(attributes['ref'] ?? '');
        if (area !== undefined) merges.push(area);
      }
    },
    text: (text) => {
      if (cell !== undefined && into !== undefined) cell[into] += text;
    },
    close: (name) => {
      if (name === 'v' || name === 'f' || name === 't') into = undefined;
      else if (name === 'rPh') readings -= 1;
      else if (name === 'c' && cell !== undefined) {
        const content = contentOf(cell, shared, context);
        if (content.kind !== 'blank' && cells <= MOST_CELLS) {
          cells += 1;
          let line = rows.get(row);
          if (line === undefined) rows.set(row, (line = new Map()));
          line.set(column, content);
        }
        cell = undefined;
      }
    },
  });
  if (!read) return undefined;
  return cells > MOST_CELLS || merges.length > MOST_MERGES ? 'too-large' : { rows, merges };
}

interface RawCell {
  readonly type: string;
  readonly format: number;
  value: string;
  formula: string;
  inline: string;
  hasFormula?: boolean;
  shared?: string | undefined;
}

function contentOf(cell: RawCell, shared: Map<string, string>, context: SheetContext): ReadCell {
  const result = valueOf(cell, context);
  if (cell.hasFormula !== true) return result;
  if (cell.shared !== undefined && cell.formula !== '') shared.set(cell.shared, cell.formula);
  return { kind: 'formula', formula: cell.formula || (shared.get(cell.shared ?? '') ?? ''), result };
}

function valueOf(cell: RawCell, context: SheetContext): ReadValue {
  switch (cell.type) {
    case 's':
      return textValue(context.strings[Number(cell.value)] ?? '');
    case 'inlineStr':
      return textValue(cell.inline);
    case 'str':
      return textValue(cell.value);
    case 'b':
      return { kind: 'boolean', value: cell.value.trim() === '1' || cell.value.trim() === 'true' };
    case 'e':
      return { kind: 'error', text: cell.value };
    case 'd':
      return { kind: 'date', text: cell.value.slice(0, 10) };
    default:
      return numberValue(cell, context);
  }
}

function textValue(text: string): ReadValue {
  // `_x000D_` is how Excel writes characters that XML cannot hold.
  const plain = text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return plain.trim() === '' ? { kind: 'blank' } : { kind: 'text', text: plain };
}

function numberValue(cell: RawCell, context: SheetContext): ReadValue {
  const typed = cell.value.trim();
  if (typed === '') return { kind: 'blank' };
  const text = spreadsheetDecimal(typed);
  if (text === undefined) return { kind: 'text', text: typed };
  const format = context.formats[cell.format];
  if (format?.isDate === true) return { kind: 'date', text: dateText(Number(text), context.from1904) };
  return { kind: 'number', text, ...(format?.code === undefined ? {} : { format: format.code }) };
}

/** Day 60 of 1900 never was; counting from 30 December 1899 is right for all days after it. */
function dateText(serial: number, from1904: boolean): string {
  const day = Math.floor(serial) + (from1904 ? DAYS_1904_TO_1900 : 0) - DAYS_TO_1970;
  if (!(serial >= 1) || serial > 2958465) return String(serial);
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

function rowNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,6}$/u.test(text) ? Number(text) - 1 : undefined;
}

function mergedArea(reference: string): MergedArea | undefined {
  const [first = '', last = ''] = reference.split(':');
  const start = placeOfName(first);
  const end = placeOfName(last);
  if (start === undefined || end === undefined || end.row < start.row || end.column < start.column) return undefined;
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}
