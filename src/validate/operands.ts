/**
 * Names of formulas looked up among cells.
 */
import type { CellSpec } from '../pack/cells.js';
import type { NameExpression } from '../rule/operands.js';

/**
 * The cells of a line (row or column) that a name means: one, or for `r3.3.*` all whose id starts with `r3.3.`. Undefined
 * when there is none.
 */
export function cellsNamed(name: NameExpression, line: ReadonlyMap<string, CellSpec>): readonly CellSpec[] | undefined {
  const prefix = name.wildcard ? name.name.slice(0, -1) : undefined;
  const cells = [...line].filter(([id]) => (prefix === undefined ? id === name.name : id.startsWith(prefix)));
  return cells.length === 0 ? undefined : cells.map(([, cell]) => cell);
}
