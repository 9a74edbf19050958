/**
 * The form of pack.yaml, terms.yaml and rules/<id>.yaml as data (docs/pack-format.md). Tables and styles have files of
 * their own.
 */
import { agencyKinds, agencyLevels } from './agency-words.js';
import {
  choice,
  defaulting,
  fields,
  flag,
  list,
  openFields,
  optional,
  placed,
  record,
  text,
  whole,
  type ShapeType,
} from './shape.js';

const kinds = optional(list(choice(...agencyKinds)));
const levels = optional(list(choice(...agencyLevels)));
const agencies = { kinds, levels, not_kinds: kinds, not_levels: levels };
const severity = choice('error', 'warning', 'info');
const years = fields({ from: whole(2008, 2999), until: optional(whole(2008, 2999)) });

const basis = fields({
  id: placed(text('id')),
  name: text(),
  number: optional(text()),
  date: optional(text('date')),
  confirmed: flag(),
});

const section = fields({
  id: placed(text('id')),
  number: defaulting(text('any'), ''),
  heading: placed(text('any')),
  variants: defaulting(list(text()), []),
  known_as: defaulting(list(text()), []),
  kind: choice('lead', 'narrative', 'table', 'annex'),
  required: defaulting(flag(), false),
  tables: defaulting(list(placed(text('id'))), []),
  wording: defaulting(list(fields({ when: optional(placed(text())), file: placed(text('path')) })), []),
  starter: optional(placed(text('path'))),
  aspects: defaulting(list(text()), []),
  must_mention: defaulting(list(text()), []),
});

const titles = fields({
  report: list(placed(text())),
  subject: placed(text()),
  file_name: placed(text()),
  subtitle: optional(placed(text('any'))),
});

/**
 * pack.yaml after the parent's was merged in. What only a form must have (`requiredOfForms`) may be absent from common
 * ground (`abstract: true`).
 */
export const packShape = fields({
  nianbao_pack: choice('1'),
  id: placed(text('id')),
  name: text(),
  abstract: defaulting(flag(), false),
  edition: optional(text()),
  extends: optional(text()),
  language: text(),
  years: optional(placed(years)),
  basis: defaulting(list(basis), []),
  titles: optional(titles),
  sections: defaulting(list(section), []),
  maps_from: defaulting(record(record(placed(list(text())))), {}),
  drop_rules: defaulting(list(placed(text('id'))), []),
  drop_tables: defaulting(list(placed(text('id'))), []),
});

/** Keys of pack.yaml that a form must have, itself or from a parent. */
export const requiredOfForms = ['edition', 'years', 'basis', 'titles', 'sections'] as const;

/** terms.yaml. */
export const termsShape = fields({
  keys: record(list(text())),
  words: record(placed(text('any'))),
});

const ids = list(placed(text('id')));

/** rules/<id>.yaml after the parent's was merged in. Which of `test` and `check` stands is checked apart. */
export const ruleShape = fields({
  id: placed(text('id')),
  title: text(),
  severity,
  strict_severity: optional(severity),
  clause: fields({ basis: placed(text('id')), text: optional(text()) }),
  reason: text(),
  hint: optional(text()),
  scope: optional(
    fields({
      each: choice('once', 'row', 'column'),
      table: optional(placed(text('id'))),
      rows: optional(ids),
      columns: optional(ids),
    }),
  ),
  test: optional(placed(text())),
  check: optional(placed(openFields({ name: placed(text('id')) }))),
  cross_year: defaulting(flag(), false),
  only_for: optional(
    fields({
      ...agencies,
      or: optional(list(fields(agencies))),
    }),
  ),
  or_without: optional(placed(record(list(text())))),
  declared: optional(placed(fields({ about: list(text()), included: list(text()), excluded: list(text()), severity }))),
  examples: fields({ pass: list(placed(record(text('any')))), fail: list(placed(record(text('any')))) }),
});

export type PackFields = ShapeType<typeof packShape>;
export type SectionFields = ShapeType<typeof section>;
export type RuleFields = ShapeType<typeof ruleShape>;
export type TermsFields = ShapeType<typeof termsShape>;
