/** The form of a profile file as data (docs/pack-format.md). */
import { agencyKinds, agencyLevels } from '../pack/agency-words.js';
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
} from '../pack/shape.js';

const severity = choice('error', 'warning', 'info');

export const profileShape = fields({
  nianbao_profile: choice('1'),
  id: placed(text('id')),
  name: text(),
  document: text(),
  years: placed(fields({ from: whole(2008, 2999), until: optional(whole(2008, 2999)) })),
  deadlines: defaulting(
    list(
      placed(
        fields({
          kinds: defaulting(list(choice(...agencyKinds)), []),
          levels: defaulting(list(choice(...agencyLevels)), []),
          file_by: optional(text('month-day')),
          publish_by: optional(text('month-day')),
        }),
      ),
    ),
    [],
  ),
  file_before_publish: defaulting(flag(), false),
  blank_policy: optional(choice('warning', 'error')),
  limits: defaulting(
    list(
      fields({ section: text('id'), max_characters: whole(1, 1_000_000), severity: defaulting(severity, 'warning') }),
    ),
    [],
  ),
  must_state: defaulting(
    list(
      placed(
        fields({
          section: text('id'),
          cells: defaulting(list(text()), []),
          words: defaulting(list(text()), []),
          text: text(),
          severity: defaulting(severity, 'warning'),
        }),
      ),
    ),
    [],
  ),
  severities: defaulting(record(severity), {}),
  file_name: optional(placed(text())),
  cover: optional(fields({ kind: text(), template: optional(placed(text())), addressee: optional(text()) })),
});

export type ProfileFields = ShapeType<typeof profileShape>;
