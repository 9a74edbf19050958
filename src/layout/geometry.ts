/** The page in points, from the style's millimetres. */
import type { PageStyle } from '../report/style.js';

/** Millimetres to points. */
export function points(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}

/** Frame that text and tables fill. `left` and `top` are its place on the page as the reader holds it. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Geometry {
  readonly sheet: { readonly width: number; readonly height: number };
  readonly portrait: Frame;
  /** The same type area seen with the sheet turned: its top lies along the binding margin (GB/T 9704 clause 8). */
  readonly sideways: Frame;
  readonly pitch: number;
  /** Width of one character cell of the grid. */
  readonly cell: number;
}

export function geometryOf(style: PageStyle): Geometry {
  const { page } = style;
  const width = points(page.textWidth);
  const height = points(page.textHeight);
  const sheet = { width: points(page.width), height: points(page.height) };
  return {
    sheet,
    portrait: { left: points(page.left), top: points(page.top), width, height },
    sideways: { left: sheet.height - points(page.top) - height, top: points(page.left), width: height, height: width },
    pitch: page.pitch,
    cell: width / page.characters,
  };
}

/** Spacing that puts text of this size on the character grid; 0 when it is not of the grid's size. */
export function trackingFor(size: number, geometry: Geometry): number {
  const spacing = geometry.cell - size;
  return Math.abs(spacing) < 0.3 ? spacing : 0;
}

/** Share of the size that an ideograph's box reaches above the baseline, for all fonts alike. */
const BOX_ABOVE_BASELINE = 0.88;

/** Baseline of text of `size` set in the middle of a line box, whatever font serves it. */
export function baselineIn(top: number, pitch: number, size: number): number {
  return top + (pitch - size) / 2 + BOX_ABOVE_BASELINE * size;
}
