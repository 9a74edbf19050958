/**
 * The public part of a report's data, written as a data file by canonical ids: what is printed, and the facts about the
 * agency that rules look at. It has no comments, waivers, 办理, paths of last year's files or attachments, and no sign-off
 * that the form does not print (design section 6).
 */
import type { CellInput, ReportData, TableInput } from '../data/types.js';
import type { Located } from '../load/loaded.js';
import { isoDate } from '../data/date.js';
import type { TemplatePack } from '../pack/types.js';
import type { CellValue } from '../value/value.js';

/** Plain JSON; the order of keys is the order of writing. */
export type Json = string | null | boolean | readonly Json[] | { readonly [key: string]: Json };

/** `imageNames` gives the name in the bundle of an image by the path the text names it by. */
export function publicData(
  data: ReportData,
  pack: TemplatePack,
  packName: string,
  imageNames: ReadonlyMap<string, string>,
): Json {
  const { agency, own } = data;
  return record({
    nianbao: '1',
    pack: packName,
    year: String(data.year.value),
    agency: record({
      name: agency.name.value,
      credit_code: agency.creditCode?.value,
      kind: agency.kind?.value,
      level: agency.level?.value,
      scope: agency.scope?.value,
      short_name: agency.shortName?.value,
      former_names: list(agency.formerNames.map(({ name, until }) => record({ name: name.value, until }))),
    }),
    published: data.published === undefined ? undefined : isoDate(data.published.value),
    contact: texts(data.contact),
    signoff: texts(new Map([...data.signoff].filter(([key]) => printedSignoff(pack).has(key)))),
    title: own.title?.value,
    subtitle: own.subtitle?.value,
    period: own.period?.value,
    annex_line: own.annexLine?.value,
    sections: record(
      Object.fromEntries(
        pack.sections.flatMap(({ id }) => {
          const section = data.sections.get(id);
          if (section === undefined) return [];
          const text = section.text === undefined ? undefined : withImageNames(section.text.text, imageNames);
          return [[id, record({ heading: section.heading?.value, text, draft: section.draft || undefined }) ?? null]];
        }),
      ),
    ),
    tables: Object.fromEntries(
      pack.tables.flatMap(({ id }) => {
        const table = data.tables.get(id);
        return table === undefined ? [] : [[id, publicTable(table) ?? {}]];
      }),
    ),
  }) as Json;
}

/** Keys of the sign-off lines that the form prints, and of the signature at the end. */
function printedSignoff(pack: TemplatePack): ReadonlySet<string> {
  return new Set(['end', ...pack.tables.flatMap((table) => table.signoff.flat().map(({ key }) => key))]);
}

function publicTable(table: TableInput): Json | undefined {
  const rows = new Map<string, Record<string, Json>>();
  for (const [address, cell] of table.cells) {
    const [, row = '', column = ''] = address.split('/');
    const value = publicCell(cell);
    if (value === undefined) continue;
    const columns = rows.get(row) ?? {};
    columns[column] = value;
    rows.set(row, columns);
  }
  return record({
    title: table.title?.value,
    subtitle: table.subtitle?.value,
    notes: list(table.notes.map(({ value }) => value)),
    labels: texts(table.labels),
    added: list(
      table.added.map(({ id, after, label, unit, cells }) =>
        record({
          id,
          after,
          label: label.value,
          unit,
          figures: record(
            Object.fromEntries(
              [...cells].map(([address, cell]) => [address.split('/')[2] ?? '', publicCell(cell)] as const),
            ),
          ),
        }),
      ),
    ),
    ...Object.fromEntries(rows),
  });
}

/** Absent for a cell the file leaves out; a record where more than a value was given. */
function publicCell({ value, unit, remark, parts, note }: CellInput): Json | undefined {
  const plain = publicValue(value);
  const more = record({ unit, remark, parts: parts.size === 0 ? undefined : Object.fromEntries(parts), note });
  if (more === undefined) return plain;
  return record({ value: plain, ...(more as Record<string, Json>) });
}

/** Blank is `null`, which is not zero and not left out. */
export function publicValue(value: CellValue): Json | undefined {
  switch (value.kind) {
    case 'number':
    case 'dash':
      return value.text;
    case 'slash':
      return '/';
    case 'blank':
      return null;
    case 'missing':
      return undefined;
  }
}

/** Paths of images give away folders of the office: the text of a bundle names them by number. */
function withImageNames(text: string, names: ReadonlyMap<string, string>): string {
  let out = text;
  for (const [path, name] of names) {
    for (const written of new Set([path, encodeURI(path)])) {
      for (const open of ['](', '](<']) out = out.replaceAll(open + written, open + name);
    }
  }
  return out;
}

function texts(facts: ReadonlyMap<string, Located<string>>): Json | undefined {
  return record(Object.fromEntries([...facts].map(([key, { value }]) => [key, value])));
}

function list(items: readonly (Json | undefined)[]): Json | undefined {
  const given = items.filter((item) => item !== undefined);
  return given.length === 0 ? undefined : given;
}

/** The record without what is not given; undefined when nothing is left. */
function record(fields: Readonly<Record<string, Json | undefined>>): Readonly<Record<string, Json>> | undefined {
  const given = Object.entries(fields).filter((field): field is [string, Json] => field[1] !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given);
}
