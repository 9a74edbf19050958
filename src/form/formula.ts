/**
 * Totals of the form as spreadsheet formulas. Comes in: the formula of the pack and the places of cells. Goes out: text such as
 * `IF(COUNT(D6:I6)=6,SUM(D6:I6),"")`: as long as a part is no figure the total stays empty, since a blank is no 0.
 */
import type { CellSpec, TableCells } from '../pack/cells.js';
import type { Expression } from '../rule/expression.js';
import type { NameExpression } from '../rule/operands.js';
import { cellName } from '../sheet/places.js';
import { partsOf } from '../validate/compute.js';
import { cellsNamed } from '../validate/operands.js';

/** A place on a sheet, 0-based. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The formula of a computed cell without `=`; undefined when a part has no place. */
export function formulaText(
  cell: CellSpec,
  expression: Expression,
  table: TableCells,
  places: ReadonlyMap<string, Place>,
): string | undefined {
  const parts = partsOf(cell, expression, table);
  const placesOf = (name: NameExpression): readonly Place[] | undefined => {
    const found = cellsNamed(name, parts)?.map(({ address }) => places.get(address));
    return found?.every((place) => place !== undefined) === true ? found : undefined;
  };
  const all: Place[] = [];
  const text = textOf(expression, (name) => {
    const found = placesOf(name);
    if (found !== undefined) all.push(...found);
    return found;
  });
  if (text === undefined) return undefined;
  const different = [...new Map(all.map((place) => [cellName(place.row, place.column), place])).values()];
  return `IF(COUNT(${ranges(different).join(',')})=${different.length},${text},"")`;
}

type PlacesOf = (name: NameExpression) => readonly Place[] | undefined;

function textOf(expression: Expression, placesOf: PlacesOf): string | undefined {
  const terms = summands(expression);
  if (terms !== undefined && (terms.length > 1 || expression.type === 'call')) {
    const places = terms.map(placesOf);
    return places.every((found) => found !== undefined) ? `SUM(${ranges(places.flat()).join(',')})` : undefined;
  }
  switch (expression.type) {
    case 'number':
      return expression.text;
    case 'name': {
      const places = placesOf(expression);
      const [only] = places ?? [];
      return only === undefined || places?.length !== 1 ? undefined : cellName(only.row, only.column);
    }
    case 'arithmetic': {
      const left = textOf(expression.left, placesOf);
      const right = textOf(expression.right, placesOf);
      return left === undefined || right === undefined ? undefined : `(${left}${expression.operator}${right})`;
    }
    case 'call': {
      const parts = expression.args.map((part) =>
        part.type === 'name' && part.wildcard ? wildcardText(part, placesOf) : textOf(part, placesOf),
      );
      return parts.some((part) => part === undefined)
        ? undefined
        : `${expression.function.toUpperCase()}(${parts.join(',')})`;
    }
    default:
      return undefined;
  }
}

function wildcardText(name: NameExpression, placesOf: PlacesOf): string | undefined {
  const places = placesOf(name);
  return places === undefined ? undefined : ranges(places).join(',');
}

/** The names of a plain sum (`a + b + sum(c.*)`); undefined for anything else. */
function summands(expression: Expression): readonly NameExpression[] | undefined {
  if (expression.type === 'name') return expression.previous ? undefined : [expression];
  const parts =
    expression.type === 'arithmetic' && expression.operator === '+'
      ? [expression.left, expression.right]
      : expression.type === 'call' && expression.function === 'sum'
        ? expression.args
        : undefined;
  const names = parts?.map(summands);
  return names?.every((found) => found !== undefined) === true ? names.flat() : undefined;
}

/** Places as few ranges, in their order: cells that follow one another in a row or in a column are one. */
function ranges(places: readonly Place[]): readonly string[] {
  const runs: { first: Place; last: Place }[] = [];
  for (const place of places) {
    const run = runs.at(-1);
    if (run !== undefined && follows(run, place)) run.last = place;
    else runs.push({ first: place, last: place });
  }
  return runs.map(({ first, last }) => {
    const start = cellName(first.row, first.column);
    return first === last ? start : `${start}:${cellName(last.row, last.column)}`;
  });
}

function follows({ first, last }: { first: Place; last: Place }, place: Place): boolean {
  const inRow = first.row === last.row && place.row === last.row && place.column === last.column + 1;
  const inColumn = first.column === last.column && place.column === last.column && place.row === last.row + 1;
  return inRow || inColumn;
}
