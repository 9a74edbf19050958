/**
 * Checks that the program has and a rule may name under `check`, with the options each takes. A name nobody looks for
 * would be a rule that never speaks, so it must be one of these.
 */
import { agencyKinds, agencyLevels } from './agency-words.js';
import { choice, defaulting, fields, list, text, type ShapeData } from './shape.js';

const noOptions = fields({});

/** Name of a check -> shape of its options. Which module runs it is no matter of the pack; a test compares the names. */
export const builtInChecks: Readonly<Record<string, ShapeData>> = {
  blanks: noOptions,
  'value-types': noOptions,
  'document-year': noOptions,
  'statistics-period': noOptions,
  'other-years': noOptions,
  'section-headings': noOptions,
  'empty-sections': noOptions,
  numbering: noOptions,
  'must-mention': noOptions,
  'publication-date': fields({
    deadlines: list(
      fields({
        kinds: defaulting(list(choice(...agencyKinds)), []),
        levels: defaulting(list(choice(...agencyLevels)), []),
        publish_by: text('month-day'),
      }),
    ),
  }),
};
