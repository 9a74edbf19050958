/**
 * The figures of a report as JSON for programs: every statutory cell with its address, official labels, unit and value. The
 * form is published as docs/figures.schema.json; numbers are decimal text, so that no reader rounds them.
 */
import { cellSpecs, type CellSpec } from '../pack/cells.js';
import type { OpenReport } from '../pipeline.js';
import { isoDate } from '../data/date.js';
import { plainText } from '../report/tree.js';
import { textOf } from '../report/walk.js';

/** Version of the form. */
export const FIGURES_VERSION = '1';

/** UTF-8 bytes; empty parts are left out, keys stand in a fixed order. */
export function figuresJson(open: OpenReport, generator: string): Uint8Array {
  const { data, pack, report } = open;
  const { agency, published } = data;
  const file = {
    nianbao_figures: FIGURES_VERSION,
    generator,
    title: report?.meta.title ?? '',
    year: data.year.value,
    agency: given({
      name: agency.name.value,
      credit_code: agency.creditCode?.value,
      kind: agency.kind?.value,
      level: agency.level?.value,
      scope: agency.scope?.value,
    }),
    ...(published === undefined ? {} : { published: isoDate(published.value) }),
    draft: open.draft,
    form: { id: pack.id, name: pack.name, edition: pack.edition, hash: pack.hash },
    tables: pack.tables.map((table) =>
      given({
        id: table.id,
        label: table.label,
        name: table.name,
        unit: table.unit,
        notes: data.tables.get(table.id)?.notes.map(({ value }) => value),
        cells: cellSpecs(pack)
          .tables.get(table.id)
          ?.cells.map((cell) => cellJson(cell, open)),
        added: data.tables.get(table.id)?.added.map((row) =>
          given({
            id: row.id,
            label: row.label.value,
            unit: row.unit,
            cells: [...row.cells.values()].map((cell) => ({ address: cell.address, ...valueJson(cell.address, open) })),
          }),
        ),
      }),
    ),
    sections: sectionsJson(open),
  };
  return new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`);
}

function cellJson(cell: CellSpec, open: OpenReport): object {
  const input = open.data.tables.get(cell.table.id)?.cells.get(cell.address);
  const own = open.data.tables.get(cell.table.id)?.labels.get(cell.row.id)?.value;
  const parts = input === undefined || input.parts.size === 0 ? undefined : Object.fromEntries(input.parts);
  return given({
    address: cell.address,
    name: cell.name,
    row: cell.rowPath.map(({ label }) => label),
    row_as_printed: own,
    column: cell.columnPath.map(({ label }) => label).filter((label) => label !== ''),
    code: cell.row.code,
    unit: input?.unit ?? cell.unit,
    ...valueJson(cell.address, open),
    remark: input?.remark,
    parts,
    note: input?.note,
  });
}

/** The kind is always said: an empty string, a zero and an absent figure are not told apart by every reader. */
function valueJson(address: string, open: OpenReport): object {
  const table = open.data.tables.get(address.split('/')[0] ?? '');
  const added = table?.added
    .flatMap(({ cells }) => [...cells.values()])
    .find((cell) => cell.address === address)?.value;
  const value = open.figures.values.get(address) ?? added ?? { kind: 'missing' as const };
  return value.kind === 'number'
    ? { kind: 'number', value: value.text, ...(value.computed === true ? { computed: true } : {}) }
    : { kind: value.kind };
}

/** Printed text by section: the heading with its number, then its paragraphs; tables stand above. */
function sectionsJson({ report }: OpenReport): readonly object[] {
  const sections: { heading: string; paragraphs: string[] }[] = [{ heading: '', paragraphs: [] }];
  for (const block of report?.children ?? []) {
    if (block.type === 'heading' && block.level === 1)
      sections.push({ heading: block.number + plainText(block.children), paragraphs: [] });
    else if (block.type !== 'table' && block.type !== 'title' && block.type !== 'pageBreak') {
      const text = textOf(block);
      if (text !== '') sections.at(-1)?.paragraphs.push(text);
    }
  }
  return sections.filter(({ heading, paragraphs }) => heading !== '' || paragraphs.length > 0);
}

/** The record without what is absent or empty. */
function given(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );
}
