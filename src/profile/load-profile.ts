/**
 * Profile bytes to a checked Profile. Comes in: bytes of one YAML file. Goes out: the profile, or every mistake in it with
 * its place. Whether its sections and cells are in the pack is seen where both are known.
 */
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { hasErrors } from '../diagnostic/diagnostic.js';
import { sourceOffset } from '../load/node.js';
import { parseYaml } from '../load/parse.js';
import { readShape } from '../pack/read-shape.js';
import type { Placed } from '../pack/shape.js';
import type { SourceText } from '../source/source.js';
import { compileTemplate, type TemplateKind } from '../template/template.js';
import { profileShape, type ProfileFields } from './schema.js';
import type { Deadline, MonthDay, Profile } from './types.js';

/** A loaded profile with the text its diagnostics point into. */
export interface ProfileOutcome extends Outcome<Profile> {
  readonly source?: SourceText;
}

/**
 * Loads a profile. Gives what parsing gives, `profile/unknown-key`, `profile/missing-key`, `profile/wrong-value`,
 * `profile/too-large`, `profile/years`, `profile/empty-entry`, and template errors of its file name and cover.
 */
export function loadProfile(bytes: Uint8Array, name: string): ProfileOutcome {
  const parsed = parseYaml(bytes, name);
  if (parsed.value === undefined) return { diagnostics: parsed.diagnostics };
  const { root, source } = parsed.value;
  const found: Diagnostic[] = [];
  const written = readShape(root, profileShape, found);
  // The reader is the packs'; what it finds here is a profile's mistake and has a profile's code.
  const diagnostics = [
    ...parsed.diagnostics,
    ...found.map((d) => ({ ...d, code: d.code.replace(/^pack\//u, 'profile/') })),
  ];
  if (written === undefined) return { diagnostics, source };
  diagnostics.push(...checkProfileForm(written));
  return hasErrors(diagnostics) ? { diagnostics, source } : { value: buildProfile(written), diagnostics, source };
}

function checkProfileForm(written: ProfileFields): readonly Diagnostic[] {
  const { years, deadlines, mustState, fileName, cover } = written;
  const { from, until } = years.value;
  const found: Diagnostic[] = [];
  if (until !== undefined && until < from) {
    found.push(problem('years', '适用年度的止年早于起年。', 'The last report year is before the first.', years));
  }
  for (const deadline of deadlines) {
    if (deadline.value.fileBy === undefined && deadline.value.publishBy === undefined) {
      found.push(
        problem(
          'empty-entry',
          '这一项期限既没有 file_by，也没有 publish_by。',
          'This deadline has neither file_by nor publish_by.',
          deadline,
        ),
      );
    }
  }
  for (const fact of mustState) {
    if (fact.value.cells.length === 0 && fact.value.words.length === 0) {
      found.push(
        problem(
          'empty-entry',
          '这一项要求既没有 cells，也没有 words，无从核对。',
          'This demand has neither cells nor words, so nothing can be checked.',
          fact,
        ),
      );
    }
  }
  if (fileName !== undefined) found.push(...templateProblems(fileName, 'title'));
  if (cover?.template !== undefined) found.push(...templateProblems(cover.template, 'wording'));
  return found;
}

function problem(code: string, zh: string, en: string, place: Placed<unknown>): Diagnostic {
  return { code: `profile/${code}`, severity: 'error', message: { zh, en }, range: place.range };
}

function templateProblems(written: Placed<string>, kind: TemplateKind): readonly Diagnostic[] {
  const { node, range, value } = written;
  return compileTemplate(value, {
    kind,
    file: range.file,
    rangeOf: (start, end) =>
      node.type === 'scalar' ? { ...range, start: sourceOffset(node, start), end: sourceOffset(node, end) } : range,
  }).diagnostics;
}

function buildProfile(written: ProfileFields): Profile {
  const { id, name, document, years, fileBeforePublish, blankPolicy, limits, severities, fileName, cover } = written;
  return {
    id: id.value,
    name,
    document,
    years: years.value,
    deadlines: written.deadlines.map((deadline) => buildDeadline(deadline.value)),
    fileBeforePublish,
    ...(blankPolicy === undefined ? {} : { blankPolicy }),
    limits,
    mustState: written.mustState.map((fact) => fact.value),
    severities,
    ...(fileName === undefined ? {} : { fileName: fileName.value }),
    ...(cover === undefined ? {} : { cover: buildCover(cover) }),
    range: id.range,
  };
}

function buildCover({ kind, template, addressee }: NonNullable<ProfileFields['cover']>): NonNullable<Profile['cover']> {
  return {
    kind,
    ...(template === undefined ? {} : { template: template.value }),
    ...(addressee === undefined ? {} : { addressee }),
  };
}

function buildDeadline(written: ProfileFields['deadlines'][number]['value']): Deadline {
  const { kinds, levels, fileBy, publishBy } = written;
  return {
    kinds,
    levels,
    ...(fileBy === undefined ? {} : { fileBy: monthDay(fileBy) }),
    ...(publishBy === undefined ? {} : { publishBy: monthDay(publishBy) }),
  };
}

/** The form of the text was checked by its shape. */
function monthDay(text: string): MonthDay {
  const [month = '', day = ''] = text.split('-');
  return { month: Number(month), day: Number(day) };
}
