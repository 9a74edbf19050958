/**
 * Metadata for the site that publishes the report (索引号, 主题分类 …) as a sheet for its editors and as JSON for programs.
 * What is not known stays empty: nothing is made up.
 */
import type { FilingSpec } from '../pack/filing-spec.js';
import type { OpenReport } from '../pipeline.js';
import type { SheetCell, Workbook } from '../sheet/model.js';
import { lineText, type WordsContext } from './words.js';

/** Version of the JSON form. */
export const METADATA_VERSION = '1';

export interface MetadataField {
  readonly id: string;
  readonly name: string;
  /** Empty = to be filled in. */
  readonly value: string;
}

/** The fields of the pack with what is known of each. */
export function metadataFields(spec: FilingSpec, context: WordsContext): readonly MetadataField[] {
  return spec.metadata.fields.map((field) => ({
    id: field.id,
    name: field.name,
    value: lineText(field, context).trim(),
  }));
}

export function metadataJson(fields: readonly MetadataField[]): Uint8Array {
  const file = { nianbao_metadata: METADATA_VERSION, fields };
  return new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`);
}

/** Widths of the two columns in characters of the sheet's font; a Chinese one counts as two. */
const nameWidth = 16;
const valueWidth = 72;
const pointsOfLine = 16;

/** The sheet; heights are given, since no program computes those of wrapped cells when it only opens a file. */
export function metadataSheet(open: OpenReport, spec: FilingSpec, fields: readonly MetadataField[]): Workbook {
  const { fonts } = open.pack.style;
  const { title, columns, note } = spec.metadata;
  const text = (row: number, column: number, value: string, role: SheetCell['role']): SheetCell => ({
    row,
    column,
    role,
    value: value === '' ? { kind: 'blank' } : { kind: 'text', text: value },
  });
  const noteRow = fields.length + 2;
  const cells: readonly SheetCell[] = [
    { ...text(0, 0, title, 'title'), columnSpan: 2 },
    text(1, 0, columns[0], 'head'),
    text(1, 1, columns[1], 'head'),
    ...fields.flatMap(({ name, value }, index) => [
      text(index + 2, 0, name, 'rowHead'),
      text(index + 2, 1, value, value === '' ? 'input' : 'plain'),
    ]),
    ...(note === '' ? [] : [{ ...text(noteRow, 0, note, 'text'), columnSpan: 2 } satisfies SheetCell]),
  ];
  const heights = new Map<number, number>([
    [0, 36],
    ...fields.map(({ value }, index): [number, number] => [index + 2, heightOf(value, valueWidth)]),
    [noteRow, heightOf(note, nameWidth + valueWidth)],
  ]);
  return {
    title,
    date: open.report?.meta.date ?? `${open.data.year.value}-12-31`,
    fonts: { title: fonts.biaosong.name, head: fonts.heiti.name, text: fonts.songti.name, note: fonts.kaiti.name },
    sheets: [{ name: title, widths: [nameWidth, valueWidth], heights, cells, orientation: 'portrait' }],
  };
}

function heightOf(text: string, width: number): number {
  const lines = Math.max(1, Math.ceil(([...text].length * 2) / width));
  return lines * pointsOfLine + 8;
}
