/** `maps_from`: cells of this form out of cells of another, with `*` for every column written out. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { SourceRange } from '../source/source.js';
import * as problems from './problems.js';
import { valueColumns, valueRows } from './cells.js';
import type { PackFields } from './schema.js';
import type { TableSpec, TemplatePack } from './types.js';

const address = /^[A-Za-z0-9][A-Za-z0-9._-]*\/[A-Za-z0-9][A-Za-z0-9._-]*\/(?:\*|[A-Za-z0-9][A-Za-z0-9._-]*)$/u;

/**
 * Writes out the mappings. Gives `pack/mapping` for what is no cell here, if the pack itself and not a parent says so, and
 * for what is no address there.
 */
export function expandMappings(
  written: PackFields['mapsFrom'],
  tables: readonly TableSpec[],
  isOwn: (range: SourceRange) => boolean,
  diagnostics: Diagnostic[],
): TemplatePack['mapsFrom'] {
  const here = addressesOf(tables);
  const forms = Object.entries(written).map(([form, targetsOf]) => {
    const pairs = Object.entries(targetsOf).flatMap(([target, { value: sources, range }]) => {
      const strange = [...sources].find(
        (source) => !address.test(source) || (source.endsWith('*') && !target.endsWith('*')),
      );
      const targets = here.filter(
        (cell) => cell === target || (target.endsWith('/*') && cell.startsWith(target.slice(0, -1))),
      );
      if (strange !== undefined) diagnostics.push(problems.mapping(strange, range));
      // A row that this pack dropped takes the parent's mapping of it away.
      if (targets.length === 0 && isOwn(range)) diagnostics.push(problems.mapping(target, range));
      return targets.map((cell) => [cell, sources.map((source) => source.replace('*', columnOf(cell)))] as const);
    });
    return [form, Object.fromEntries(pairs)] as const;
  });
  return Object.fromEntries(forms);
}

function columnOf(cell: string): string {
  return cell.slice(cell.lastIndexOf('/') + 1);
}

function addressesOf(tables: readonly TableSpec[]): readonly string[] {
  return tables.flatMap((table) =>
    table.bands.flatMap((band) =>
      valueRows(band).flatMap((row) => valueColumns(band).map((column) => `${table.id}/${row.id}/${column.id}`)),
    ),
  );
}
