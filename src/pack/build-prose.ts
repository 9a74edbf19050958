/** The lexicon of figures in the text: concepts and quantities as written to what the checks use, addresses looked up. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { SourceRange } from '../source/source.js';
import { valueColumns, valueRows } from './cells.js';
import { duplicates } from './duplicates.js';
import * as problems from './problems.js';
import type { ProseFields } from './prose-schema.js';
import type { Placed } from './shape.js';
import type { ProseQuantity, ProseSpec, TableSpec } from './types.js';

/**
 * Builds the lexicon. Gives `pack/duplicate-id`, and `pack/unknown-id` for a concept or a cell that is not there. A quantity
 * whose cells this pack dropped goes with them when a parent wrote it.
 */
export function buildProse(
  written: ProseFields,
  tables: readonly TableSpec[],
  isOwn: (range: SourceRange) => boolean,
  diagnostics: Diagnostic[],
): ProseSpec {
  const { units, plain, signs, concepts, quantities } = written;
  diagnostics.push(...duplicates(concepts.map(({ id }) => id)), ...duplicates(quantities.map(({ id }) => id)));
  const known = concepts.map(({ id }) => id.value);
  const named = [
    ...concepts.flatMap(({ beats }) => beats),
    ...quantities.flatMap(({ when, may }) => [...when, ...may]),
  ];
  for (const { value, range } of named) {
    if (!known.includes(value)) {
      diagnostics.push(problems.noSuch({ zh: '概念', en: 'concept' }, value, known, range));
    }
  }
  const here = addressesOf(tables);
  const sumOf = (addresses: readonly Placed<string>[]): readonly string[] | undefined => {
    const found = addresses.map(({ value, range }) => {
      const cells = here.filter((address) => fits(address, value));
      if (cells.length === 0 && isOwn(range)) {
        diagnostics.push(problems.noSuch({ zh: '单元格', en: 'cell' }, value, here, range));
      }
      return cells;
    });
    return found.some((cells) => cells.length === 0) ? undefined : found.flat();
  };
  return {
    units,
    plain,
    signs,
    concepts: concepts.map(({ id, kind, words, also, beats, columns }) => ({
      id: id.value,
      kind,
      words: [...words, ...also],
      beats: valuesOf(beats),
      columns,
    })),
    quantities: quantities.flatMap(({ id, when, may, units: measures, cells, or, cautious, noMore, about }) => {
      const sums = [cells, ...or].map(sumOf);
      const readings = sums.filter((sum) => sum !== undefined);
      if (readings.length < sums.length) return [];
      const quantity: ProseQuantity = {
        id: id.value,
        when: valuesOf(when),
        may: valuesOf(may),
        units: measures,
        readings: readings.filter((sum) => sum.length > 0),
        cautious,
        noMore,
        about,
      };
      return [quantity];
    }),
  };
}

function valuesOf(list: readonly Placed<string>[]): readonly string[] {
  return list.map(({ value }) => value);
}

/** `t3/r3.3.*` + `/total` means the rows whose ids begin so. */
function fits(address: string, pattern: string): boolean {
  const star = pattern.indexOf('*');
  if (star < 0) return address === pattern;
  const [start, end] = [pattern.slice(0, star), pattern.slice(star + 1)];
  return address.length > start.length + end.length && address.startsWith(start) && address.endsWith(end);
}

function addressesOf(tables: readonly TableSpec[]): readonly string[] {
  return tables.flatMap((table) =>
    table.bands.flatMap((band) =>
      valueRows(band).flatMap((row) => valueColumns(band).map((column) => `${table.id}/${row.id}/${column.id}`)),
    ),
  );
}
