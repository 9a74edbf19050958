/** The form of prose.yaml as data (docs/pack-format.md): how reports speak of the figures of the tables. */
import { choice, defaulting, fields, flag, list, placed, text, type ShapeType } from './shape.js';

const words = list(text(), 2000);
const sign = defaulting(words, []);

/** Words that say which figure is meant, by what they do; an absent list is an empty one. */
const signs = fields({
  own: sign,
  whole: sign,
  about: sign,
  level: sign,
  others: sign,
  earlier: sign,
  running: sign,
  adding: sign,
  part_year: sign,
  plan: sign,
  compare: sign,
  more: sign,
  less: sign,
  share: sign,
  none: sign,
  total: sign,
  of_which: sign,
  open: sign,
  respectively: sign,
});

const concept = fields({
  id: placed(text('id')),
  kind: choice('object', 'act', 'channel', 'detail', 'applicant'),
  words,
  also: defaulting(words, []),
  beats: defaulting(list(placed(text('id'))), []),
  columns: defaulting(list(text('id')), []),
});

const addresses = list(placed(text()));

const quantity = fields({
  id: placed(text('id')),
  when: list(placed(text('id'))),
  may: defaulting(list(placed(text('id'))), []),
  units: words,
  cells: addresses,
  or: defaulting(list(addresses), []),
  cautious: defaulting(flag(), false),
  no_more: defaulting(flag(), false),
  about: defaulting(flag(), false),
});

/** prose.yaml after the parent's was merged in. */
export const proseShape = fields({
  units: words,
  plain: words,
  signs,
  concepts: list(concept),
  quantities: defaulting(list(quantity), []),
});

export type ProseFields = ShapeType<typeof proseShape>;
