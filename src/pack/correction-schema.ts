/** The form of correction.yaml as data (docs/pack-format.md). */
import { choice, defaulting, fields, list, optional, placed, record, text, whole, type ShapeType } from './shape.js';

const template = placed(text());
const line = fields({
  text: template,
  show: optional(choice('version', 'corrected_version', 'corrected_sm3', 'date', 'nothing_else')),
  otherwise: defaulting(text('any'), ''),
});

/** correction.yaml after the parent's was merged in. */
export const correctionShape = fields({
  name: text(),
  look: placed(text()),
  title: list(template, 6),
  lead: template,
  numbered: text(),
  parts: fields({ facts: text(), cells: text(), texts: text(), attachments: text(), reason: text(), closing: text() }),
  columns: fields({ place: text(), before: text(), after: text() }),
  words: fields({
    blank: text(),
    absent: text(),
    follows: text(),
    opening: text(),
    frame: text(),
    notes: text(),
    labels: text(),
    picture: text(),
    added: text(),
    removed: text(),
    replaced: text(),
  }),
  facts: record(text(), 60),
  form: text(),
  closing: defaulting(list(line, 12), []),
  signature: fields({ room: defaulting(whole(0, 12), 0), lines: list(line, 6) }),
});

export type CorrectionFields = ShapeType<typeof correctionShape>;
