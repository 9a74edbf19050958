/**
 * Statutory cells that are printed otherwise than before. Comes in: two opened reports of one form. Goes out: each changed cell
 * by its official name. What is printed is compared, so that blank, 0, "/" and "—" are four different things.
 */
import { cellSpecs, printedColumns } from '../pack/cells.js';
import type { TableSpec, TemplatePack } from '../pack/types.js';
import type { OpenReport } from '../pipeline.js';
import { plainText, type Report } from '../report/tree.js';
import type { CellCorrection, TextCorrection } from './types.js';

/** Changed cells in the order of the new report, those that are gone after them. */
export function changedCells(before: OpenReport, after: OpenReport): readonly CellCorrection[] {
  const [old, now] = [printedCells(before), printedCells(after)];
  const gone = [...old.keys()].filter((address) => !now.has(address));
  return [...now.keys(), ...gone].flatMap((address): readonly CellCorrection[] => {
    const [was, is] = [old.get(address), now.get(address)];
    if (was === is) return [];
    return [
      {
        address,
        name: nameOf(address, is === undefined ? before : after),
        ...(was === undefined ? {} : { before: was }),
        ...(is === undefined ? {} : { after: is }),
        follows: isComputed(address, before) && isComputed(address, after),
      },
    ];
  });
}

/** Rows whose label the office changed; the labels of the form itself are the same in both. */
export function changedLabels(before: OpenReport, after: OpenReport): readonly TextCorrection[] {
  return after.pack.tables.flatMap((table) => {
    const [old, now] = [ownLabels(before, table.id), ownLabels(after, table.id)];
    return [...new Set([...now.keys(), ...old.keys()])].flatMap((row): readonly TextCorrection[] => {
      const form = formLabel(table, row, after.pack);
      const [was, is] = [old.get(row) ?? form, now.get(row) ?? form];
      if (was === is || was === undefined || is === undefined) return [];
      return [{ place: table.label, before: [was], after: [is] }];
    });
  });
}

/** Printed content of every cell that has an address, remarks and units included. */
function printedCells({ report, pack }: OpenReport): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  for (const { body } of statutoryTables(report, pack)) {
    for (const { cells: row } of body) {
      for (const { address, children } of row) if (address !== undefined) cells.set(address, plainText(children));
    }
  }
  return cells;
}

function statutoryTables(
  report: Report | undefined,
  pack: TemplatePack,
): readonly (Report['children'][number] & { type: 'table' })[] {
  const ids = new Set(pack.tables.map(({ id }) => id));
  return (report?.children ?? []).flatMap((block) => (block.type === 'table' && ids.has(block.id) ? [block] : []));
}

function nameOf(address: string, { data, pack }: OpenReport): string {
  const spec = cellSpecs(pack).byAddress.get(address);
  if (spec !== undefined) return spec.name;
  const [tableId = '', rowId = '', columnId = ''] = address.split('/');
  const table = pack.tables.find(({ id }) => id === tableId);
  const row = data.tables.get(tableId)?.added.find(({ id }) => id === rowId);
  const column = table?.bands.flatMap((band) => printedColumns(band)).find(({ id }) => id === columnId);
  return `${table?.label ?? tableId}“${row?.label.value ?? rowId}”行“${column?.label ?? columnId}”列`;
}

function isComputed(address: string, { data, pack }: OpenReport): boolean {
  const spec = cellSpecs(pack).byAddress.get(address);
  if (spec?.computedBy === undefined) return false;
  return data.tables.get(spec.table.id)?.cells.get(address)?.value.kind === 'missing';
}

/** By row id: labels of the form's rows that the office put in, and those of its added rows. */
function ownLabels({ data }: OpenReport, table: string): ReadonlyMap<string, string> {
  const { labels, added } = data.tables.get(table) ?? { labels: new Map<string, never>(), added: [] };
  return new Map([
    ...[...labels].map(([row, { value }]) => [row, value] as const),
    ...added.map(({ id, label }) => [id, label.value] as const),
  ]);
}

function formLabel(table: TableSpec, row: string, pack: TemplatePack): string | undefined {
  return cellSpecs(pack).tables.get(table.id)?.byRow.get(row)?.[0]?.row.label;
}
