/** The form of filing.yaml as data (docs/pack-format.md). */
import {
  choice,
  defaulting,
  fields,
  flag,
  list,
  optional,
  placed,
  record,
  text,
  whole,
  type ShapeType,
} from './shape.js';

const template = placed(text());
const line = {
  text: optional(template),
  show: optional(choice('title', 'addressee', 'index_number', 'credit_code', 'files', 'check', 'checksum')),
  otherwise: defaulting(text('any'), ''),
};
const room = defaulting(whole(0, 12), 0);
/** A name that becomes a part of a path. */
const fileName = text();

const row = fields({
  id: placed(text('id')),
  label: text(),
  ...line,
  room,
  align: defaulting(choice('left', 'center', 'right'), 'left'),
});

const letter = fields({
  id: placed(text('id')),
  name: fileName,
  number: optional(text()),
  title: list(template, 6),
  addressee: optional(fields(line)),
  body: optional(fields(line)),
  rows: defaulting(list(row, 60), []),
  list: optional(fields({ head: text(), item: text() })),
  signature: optional(fields({ room, lines: list(fields(line), 6) })),
  contact: optional(fields(line)),
});

const point = fields({
  id: placed(text('id')),
  property: text(),
  point: text(),
  check: optional(choice('hashes', 'readback', 'embedded', 'rules', 'attachments', 'metadata')),
  by_archive: defaulting(flag(), false),
  text: text(),
  otherwise: defaulting(text('any'), ''),
});

/** filing.yaml after the parent's was merged in. */
export const filingShape = fields({
  folders: fields({ published: fileName, data: fileName, attachment: fileName }),
  names: fields({ data: fileName, metadata: fileName, archive: fileName }),
  look: placed(text()),
  items: fields({
    report: text(),
    attachment: text(),
    data: text(),
    metadata: text(),
    archive: text(),
    manifest: text(),
    formats: record(text(), 40),
    separator: text('any'),
  }),
  result: fields({
    passed: text(),
    warnings: text(),
    waived: text(),
    infos: text(),
    separator: text('any'),
    end: text('any'),
  }),
  letter: placed(text('id')),
  letters: list(letter, 20),
  metadata: fields({
    title: text(),
    columns: list(text(), 2),
    fields: list(fields({ id: placed(text('id')), name: text(), ...line }), 60),
    note: defaulting(text('any'), ''),
  }),
  archive: fields({
    title: list(template, 6),
    look: placed(text()),
    lead: defaulting(text('any'), ''),
    columns: list(text(), 4),
    results: fields({ checked: text(), not_checked: text(), archive: text() }),
    points: list(point, 100),
    note: defaulting(text('any'), ''),
  }),
});

export type FilingFields = ShapeType<typeof filingShape>;
