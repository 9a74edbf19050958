/** The words of a filing: as written to what `file` uses, with their templates and names checked against the pack. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { checkTemplate } from './check-template.js';
import { duplicates } from './duplicates.js';
import type { FilingFields } from './filing-schema.js';
import type { FilingLine, FilingSpec, Letter } from './filing-spec.js';
import * as problems from './problems.js';
import type { Placed } from './shape.js';
import type { TemplatePack } from './types.js';

type WrittenLine = NonNullable<FilingFields['letters'][number]['body']>;

/** Builds the words of a filing; `checkFiling` says what is wrong with them. */
export function buildFiling(written: FilingFields): FilingSpec {
  const { folders, names, items, result, archive, metadata } = written;
  const [first = '', second = ''] = metadata.columns;
  return {
    folders,
    names,
    look: written.look.value,
    items,
    result,
    letter: written.letter.value,
    letters: written.letters.map(buildLetter),
    metadata: {
      title: metadata.title,
      columns: [first, second],
      fields: metadata.fields.map((field) => ({ ...buildLine(field), id: field.id.value, name: field.name })),
      note: metadata.note,
    },
    archive: {
      ...archive,
      title: valuesOf(archive.title),
      look: archive.look.value,
      points: archive.points.map((point) => ({ ...point, id: point.id.value })),
    },
  };
}

function buildLetter(written: FilingFields['letters'][number]): Letter {
  const { id, name, number, title, addressee, body, rows, list, signature, contact } = written;
  return {
    id: id.value,
    name,
    title: valuesOf(title),
    rows: rows.map((row) => ({
      ...buildLine(row),
      id: row.id.value,
      label: row.label,
      room: row.room,
      align: row.align,
    })),
    ...(number === undefined ? {} : { number }),
    ...(addressee === undefined ? {} : { addressee: buildLine(addressee) }),
    ...(body === undefined ? {} : { body: buildLine(body) }),
    ...(list === undefined ? {} : { list }),
    ...(signature === undefined
      ? {}
      : { signature: { room: signature.room, lines: signature.lines.map((line) => buildLine(line)) } }),
    ...(contact === undefined ? {} : { contact: buildLine(contact) }),
  };
}

function buildLine({ text, show, otherwise }: WrittenLine): FilingLine {
  return {
    otherwise,
    ...(text === undefined ? {} : { text: text.value }),
    ...(show === undefined ? {} : { show }),
  };
}

/**
 * Checks the words of a filing. Gives `pack/duplicate-id`, `pack/unknown-id` for a letter that is not there,
 * `pack/unknown-look`, and what checking templates gives. A parent's line with a cell that this pack dropped is no mistake:
 * its `otherwise` is printed.
 */
export function checkFiling(
  written: FilingFields,
  pack: TemplatePack,
  isOwn: (file: string) => boolean,
): readonly Diagnostic[] {
  const { letter, letters, metadata, archive, look } = written;
  const known = letters.map(({ id }) => id.value);
  const looks = Object.keys(pack.style.tables);
  return [
    ...duplicates(letters.map(({ id }) => id)),
    ...letters.flatMap(({ rows }) => duplicates(rows.map(({ id }) => id))),
    ...duplicates(metadata.fields.map(({ id }) => id)),
    ...duplicates(archive.points.map(({ id }) => id)),
    ...(known.includes(letter.value)
      ? []
      : [problems.noSuch({ zh: '报送文书', en: 'letter' }, letter.value, known, letter.range)]),
    ...[look, archive.look]
      .filter(({ value }) => !looks.includes(value))
      .map(({ value, range }) => problems.noSuchLook(value, looks, range)),
    ...[...letters.flatMap(({ title }) => title), ...archive.title].flatMap((title) =>
      checkTemplate(title, 'title', pack),
    ),
    ...linesOf(written).flatMap((text) => lineProblems(text, pack, isOwn(text.range.file))),
  ];
}

function lineProblems(text: Placed<string>, pack: TemplatePack, own: boolean): readonly Diagnostic[] {
  return checkTemplate(text, 'wording', pack).filter(({ code }) => own || !cellCodes.has(code));
}

const cellCodes: ReadonlySet<string> = new Set(['template/unknown-cell', 'template/ambiguous-cell']);

function linesOf({ letters, metadata }: FilingFields): readonly Placed<string>[] {
  const ofLetters = letters.flatMap(({ addressee, body, rows, signature, contact }) => [
    addressee,
    body,
    contact,
    ...rows,
    ...(signature?.lines ?? []),
  ]);
  return [...ofLetters, ...metadata.fields].flatMap((line) => (line?.text === undefined ? [] : [line.text]));
}

function valuesOf(list: readonly Placed<string>[]): readonly string[] {
  return list.map(({ value }) => value);
}
