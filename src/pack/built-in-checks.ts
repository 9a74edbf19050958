/**
 * Checks that the program has and a rule may name under `check`, with the options each takes. A name nobody looks for
 * would be a rule that never speaks, so it must be one of these.
 */
import { agencyKinds, agencyLevels } from './agency-words.js';
import { choice, defaulting, fields, list, number, optional, text, whole, type ShapeData } from './shape.js';

const noOptions = fields({});
const words = defaulting(list(text()), []);
const reportYear = optional(whole(1900, 2199));

/** Name of a check -> shape of its options. Which module runs it is no matter of the pack; a test compares the names. */
export const builtInChecks: Readonly<Record<string, ShapeData>> = {
  blanks: noOptions,
  'value-types': noOptions,
  jumps: fields({
    factor: optional(number(2, 1000)),
    least: optional(number(1, 1e9)),
    from_zero: optional(number(1, 1e9)),
  }),
  'same-as-last-year': fields({ distinct: optional(whole(2, 100)), distinct_in_row: optional(whole(2, 100)) }),
  'document-year': noOptions,
  'statistics-period': noOptions,
  'other-years': noOptions,
  'section-headings': noOptions,
  'empty-sections': noOptions,
  numbering: noOptions,
  'must-mention': noOptions,
  'prose-sums': noOptions,
  'prose-percentages': noOptions,
  'prose-cells': noOptions,
  'prose-zeros': noOptions,
  'prose-repeats': noOptions,
  'prose-unmatched': noOptions,
  'publication-date': fields({
    deadlines: list(
      fields({
        kinds: defaulting(list(choice(...agencyKinds)), []),
        levels: defaulting(list(choice(...agencyLevels)), []),
        publish_by: text('month-day'),
      }),
    ),
  }),
  'announced-parts': noOptions,
  'legal-basis': fields({
    instruments: list(
      fields({
        number: text(),
        also: words,
        from: reportYear,
        until: reportYear,
        successor: optional(text()),
      }),
    ),
    history_words: words,
    future_words: words,
  }),
  typography: fields({ latin_words: words }),
  'leftover-text': fields({
    site_labels: words,
    site_buttons: words,
    machine_words: words,
    english_words: words,
    doubled_words: words,
    office_endings: words,
    data_before: words,
    data_after: words,
    period_subjects: words,
  }),
  'copied-text': fields({
    limit: optional(number(0.5, 1)),
    least_characters: optional(whole(20, 1000)),
    least_share: optional(number(0, 1)),
    official_words: words,
  }),
  'other-agency': fields({
    self_words: list(fields({ word: text(), names: list(text()) })),
    agency_endings: words,
    history_words: words,
  }),
  'personal-data': fields({
    contact_words: words,
    person_words: words,
    identity_words: words,
    account_words: words,
    office_words: words,
  }),
};
