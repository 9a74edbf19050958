/** The form of tables/<id>.yaml as data (docs/pack-format.md). */
import {
  choice,
  defaulting,
  fields,
  flag,
  lazy,
  list,
  number,
  optional,
  placed,
  text,
  whole,
  type Placed,
  type Shape,
  type ShapeType,
} from './shape.js';

const valueType = fields({
  type: defaulting(choice('integer', 'decimal', 'signed'), 'integer'),
  min: optional(text('figure')),
  decimals: optional(whole(0, 12)),
});

/** A row as written; rows hold rows. */
export interface RowFields {
  readonly id: Placed<string>;
  readonly number: string;
  readonly prefix: string;
  readonly name: string;
  readonly note?: string;
  readonly code?: string;
  readonly unit?: string;
  readonly value?: ShapeType<typeof valueType>;
  readonly kind?: 'value' | 'heading';
  readonly indent?: number;
  readonly bold?: boolean;
  readonly ofWhich: boolean;
  readonly computed?: Placed<string>;
  readonly typedUnit: boolean;
  readonly law?: string;
  readonly aggregate: 'sum' | 'none' | 'distinct';
  readonly rows: readonly RowFields[];
}

/** A column as written; head cells hold columns. */
export interface ColumnFields {
  readonly id?: Placed<string>;
  readonly label: string;
  readonly unit?: string;
  readonly value?: ShapeType<typeof valueType>;
  readonly kind: 'value' | 'code' | 'unit';
  readonly span: number;
  readonly computed?: Placed<string>;
  readonly typedUnit?: boolean;
  readonly children: readonly ColumnFields[];
}

const row: Shape<RowFields> = fields({
  id: placed(text('id')),
  number: defaulting(text('any'), ''),
  prefix: defaulting(text('any'), ''),
  name: text(),
  note: optional(text()),
  code: optional(text()),
  unit: optional(text('any')),
  value: optional(valueType),
  kind: optional(choice('value', 'heading')),
  indent: optional(number(0, 20)),
  bold: optional(flag()),
  of_which: defaulting(flag(), false),
  computed: optional(placed(text())),
  typed_unit: defaulting(flag(), false),
  law: optional(text()),
  aggregate: defaulting(choice('sum', 'none', 'distinct'), 'sum'),
  rows: defaulting(
    list(
      lazy((): Shape<RowFields> => row),
      1000,
    ),
    [],
  ),
});

const column: Shape<ColumnFields> = fields({
  id: optional(placed(text('id'))),
  label: text('any'),
  unit: optional(text()),
  value: optional(valueType),
  kind: defaulting(choice('value', 'code', 'unit'), 'value'),
  span: defaulting(whole(1, 60), 1),
  computed: optional(placed(text())),
  typed_unit: optional(flag()),
  children: defaulting(
    list(
      lazy((): Shape<ColumnFields> => column),
      60,
    ),
    [],
  ),
});

const band = fields({
  id: placed(text('id')),
  heading: optional(text()),
  corner: optional(text()),
  corner_note: defaulting(flag(), false),
  repeat_head: defaulting(flag(), true),
  columns: placed(list(column, 60)),
  rows: list(row, 1000),
});

/** tables/<id>.yaml after the parent's was merged in. */
export const tableShape = fields({
  id: placed(text('id')),
  label: text(),
  aliases: defaulting(list(text()), []),
  name: text(),
  unit: optional(text()),
  value: defaulting(valueType, { type: 'integer' as const }),
  orientation: defaulting(choice('rows', 'across'), 'rows'),
  stub: fields({ columns: whole(0, 6), layout: defaulting(choice('nested', 'outline'), 'nested') }),
  widths: placed(list(number(0.01, 100_000), 60)),
  look: placed(text('id')),
  page: defaulting(choice('portrait', 'landscape'), 'portrait'),
  new_page: defaulting(flag(), false),
  before: defaulting(
    list(fields({ role: choice('tableTitle', 'tableSubtitle', 'tableLine', 'tableUnit'), text: placed(text('any')) })),
    [],
  ),
  notes: defaulting(list(placed(text())), []),
  signoff: defaulting(list(list(fields({ label: text(), key: text('id') }))), []),
  add_rows: defaulting(flag(), false),
  heading_mark: optional(fields({ code: text('any'), unit: text('any'), value: text('any') })),
  bands: list(band, 20),
});

export type TableFields = ShapeType<typeof tableShape>;
export type BandFields = TableFields['bands'][number];
export type ValueTypeFields = ShapeType<typeof valueType>;
