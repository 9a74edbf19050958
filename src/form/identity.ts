/**
 * What a form says of itself on its hidden sheet: for which report it was made, and where each cell of the tables stands.
 */
import { isDecimalText } from '../value/number.js';
import type { SheetCell } from '../sheet/model.js';
import { placeName, placeOfName } from '../sheet/places.js';
import { cellAt, type ReadSheet, type ReadWorkbook } from '../sheet/read-model.js';
import type { Place } from './formula.js';

/** First cell of the hidden sheet; the number after it is the version of this layout. */
const MARK = 'nianbao-form';
const VERSION = '1';
/** Name of the hidden sheet; any other name is found too. */
export const identitySheet = '程序用';

export interface FormIdentity {
  /** How the data file names its pack, and the pack itself. */
  readonly pack: { readonly reference: string; readonly id: string; readonly hash: string };
  readonly year: number;
  /** Name of the sheet with the instructions and the agency. */
  readonly guide: string;
  /** By table id: name of its sheet. */
  readonly sheets: ReadonlyMap<string, string>;
  /** Facts of the agency that the guide does not show: scope, credit code. */
  readonly facts: ReadonlyMap<string, string>;
  /** The office's own label of a row: table id, row id, label. */
  readonly labels: readonly (readonly [table: string, row: string, label: string])[];
  /** Labels of rows that the office added, by table. */
  readonly added: readonly (readonly [table: string, label: string])[];
  /** By cell address: where it was written. */
  readonly cells: ReadonlyMap<string, Place & { readonly sheet: string }>;
}

/** The rows of the hidden sheet. */
export function identityCells(identity: FormIdentity): readonly SheetCell[] {
  const { pack, year, guide, sheets, facts, labels, added, cells } = identity;
  const rows: readonly (readonly string[])[] = [
    [MARK, VERSION],
    ['模板', pack.reference, pack.id, pack.hash],
    ['年度', String(year)],
    ['说明', guide],
    ...[...sheets].map(([table, name]) => ['工作表', table, name]),
    ...[...facts].map(([key, value]) => ['单位', key, value]),
    ...labels.map((label) => ['行名', ...label]),
    ...added.map((row) => ['增加行', ...row]),
    ...[...cells].map(([address, at]) => ['单元格', address, placeName(at.sheet, at.row, at.column)]),
  ];
  return rows.flatMap((words, row) =>
    words.map((text, column): SheetCell => ({ row, column, role: 'text', value: { kind: 'text', text } })),
  );
}

/** `not-a-form`: no hidden sheet of ours. `newer`: made by a later program. */
export type IdentityReading =
  | { readonly kind: 'form'; readonly identity: FormIdentity; readonly sheet: string }
  | { readonly kind: 'not-a-form' }
  | { readonly kind: 'newer'; readonly version: string };

/** Finds and reads the hidden sheet, whatever it is called. */
export function readIdentity(workbook: ReadWorkbook): IdentityReading {
  const sheet = workbook.sheets.find((candidate) => textAt(candidate, 0, 0) === MARK);
  if (sheet === undefined) return { kind: 'not-a-form' };
  const version = textAt(sheet, 0, 1);
  if (version !== VERSION) return { kind: 'newer', version };
  const lines = [...sheet.rows.keys()]
    .sort((a, b) => a - b)
    .map((row) => [0, 1, 2, 3].map((column) => textAt(sheet, row, column)) as [string, string, string, string]);
  const of = (key: string): readonly (readonly [string, string, string])[] =>
    lines.filter(([first]) => first === key).map(([, a, b, c]) => [a, b, c]);
  const [pack] = of('模板');
  const [year] = of('年度');
  if (pack === undefined || year === undefined || !/^\d{4}$/u.test(year[0])) return { kind: 'not-a-form' };
  return {
    kind: 'form',
    sheet: sheet.name,
    identity: {
      pack: { reference: pack[0], id: pack[1], hash: pack[2] },
      year: Number(year[0]),
      guide: of('说明')[0]?.[0] ?? '',
      sheets: new Map(of('工作表').map(([table, name]) => [table, name])),
      facts: new Map(of('单位').map(([key, value]) => [key, value])),
      labels: of('行名'),
      added: of('增加行').map(([table, label]) => [table, label]),
      cells: new Map(of('单元格').flatMap(([address, place]) => placeEntry(address, place))),
    },
  };
}

function placeEntry(address: string, place: string): readonly [string, Place & { readonly sheet: string }][] {
  const mark = place.lastIndexOf('!');
  const at = placeOfName(place.slice(mark + 1));
  return mark < 1 || at === undefined ? [] : [[address, { ...at, sheet: place.slice(0, mark) }]];
}

function textAt(sheet: ReadSheet, row: number, column: number): string {
  const cell = cellAt(sheet, row, column);
  if (cell.kind === 'text') return cell.text;
  return cell.kind === 'number' && isDecimalText(cell.text) ? cell.text : '';
}
