/** What is placed on pages, and how high it is: text blocks, tables, figures and forced page ends. */
import type { Figure } from '../report/tree.js';
import type { StructureNode } from './model.js';
import type { TextUnit } from './paragraphs.js';
import type { PlacedTable } from './table-cells.js';
import type { TableNodes } from './table-draw.js';

export interface TableUnit {
  readonly type: 'table';
  readonly placed: PlacedTable;
  readonly nodes: TableNodes;
  readonly bookmark: { readonly title: string; readonly level: number };
}

export interface FigureUnit {
  readonly type: 'figure';
  readonly figure: Figure;
  readonly node: StructureNode;
  /** Points, as it will be printed. */
  readonly width: number;
  readonly height: number;
  readonly caption: readonly TextUnit[];
}

export interface BreakUnit {
  readonly type: 'break';
}

/** A unit and the page it wants: `sideways` units stand on pages of their own. */
export interface Placeable {
  readonly unit: TextUnit | TableUnit | FigureUnit | BreakUnit;
  readonly sideways: boolean;
}

/** Height of the page from the frame's top after `unit` was set whole from `y` on. */
export function heightAfter(unit: TextUnit, y: number, gridPitch: number): number {
  return lineTop(unit, y, gridPitch) + unit.lines.length * unit.pitch + unit.spaceAfter;
}

/** Top of the unit's first line when it begins at `y`: on the line grid, after its space unless it opens a page. */
export function lineTop(unit: TextUnit, y: number, gridPitch: number): number {
  const from = y > 0 || unit.keepsSpaceBefore ? y + unit.spaceBefore : y;
  return unit.onGrid ? onGrid(from, gridPitch) : from;
}

/** Next line of the grid at or below `y`. */
export function onGrid(y: number, pitch: number): number {
  return Math.ceil((y - 0.001) / pitch) * pitch;
}
