/**
 * Lengths of WordprocessingML. Twips are 1/20 pt, 1440 an inch; border widths are eighths of a point; sizes half-points.
 * Page measures come from the style in millimetres (GB/T 9704-2012 clause 5).
 */
import type { PageGeometry, PageNumberStyle, TextStyle } from '../../report/style.js';

const twipsPerMillimetre = 1440 / 25.4;

/** Twips nearest to a length in millimetres. */
export function twipsOfMillimetres(millimetres: number): number {
  return Math.round(millimetres * twipsPerMillimetre);
}

/** Twips nearest to a length in points. */
export function twipsOfPoints(points: number): number {
  return Math.round(points * 20);
}

/** `w:sz` of a type size in points. */
export function halfPoints(points: number): number {
  return Math.round(points * 2);
}

/** `w:sz` of a border, in eighths of a point. */
export function eighthPoints(points: number): number {
  return Math.max(1, Math.round(points * 8));
}

/**
 * Page of one orientation in twips. `left` + `textWidth` + `right` fall short of `width` by less than a twip a character, see
 * `lineSlack`; heights add up exactly.
 */
export interface PageTwips {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
  readonly textWidth: number;
  readonly textHeight: number;
  /** `w:footer`: from the edge of the paper to the lower edge of the footer. */
  readonly footer: number;
  /** `w:linePitch` of the line grid. */
  readonly linePitch: number;
}

/**
 * The dash of the page number lies this far below the top of its line, as a share of the line: the line is as high as
 * the type, and an em dash sits a little under its middle.
 */
const dashInLine = 0.52;

/** The upright page. */
export function portraitPage(page: PageGeometry, pageNumber: PageNumberStyle): PageTwips {
  const width = twipsOfMillimetres(page.width);
  const height = twipsOfMillimetres(page.height);
  const top = twipsOfMillimetres(page.top);
  const left = twipsOfMillimetres(page.left);
  // Rounded up, so that the last character of a line never misses by a fraction of a twip.
  const textWidth = Math.ceil(page.textWidth * twipsPerMillimetre);
  const textHeight = Math.ceil(page.textHeight * twipsPerMillimetre);
  const bottom = height - top - textHeight;
  return {
    width,
    height,
    top,
    left,
    textWidth,
    textHeight,
    right: width - left - textWidth - lineSlack(textWidth, page.characters),
    bottom,
    footer: footerDistance(bottom, pageNumber),
    linePitch: twipsOfPoints(page.pitch),
  };
}

/**
 * Room added to the line so that it is a whole number of twips for each character (8848 = 28 × 316). Without it LibreOffice
 * 7.4, which hangs marks whatever `w:overflowPunct` says, loses the mark that hangs after a full line of 28 characters.
 */
function lineSlack(textWidth: number, characters: number): number {
  return Math.ceil(textWidth / characters) * characters - textWidth;
}

/**
 * The upright page turned a quarter to the right: its binding edge becomes the head (GB/T 9704-2012 clause 8), so the
 * head of a sideways table lies at the binding edge.
 */
export function landscapePage(upright: PageTwips, pageNumber: PageNumberStyle): PageTwips {
  return {
    width: upright.height,
    height: upright.width,
    top: upright.left,
    right: upright.top,
    bottom: upright.right,
    left: upright.bottom,
    textWidth: upright.textHeight,
    textHeight: upright.textWidth,
    footer: footerDistance(upright.right, pageNumber),
    linePitch: upright.linePitch,
  };
}

function footerDistance(bottomMargin: number, pageNumber: PageNumberStyle): number {
  const line = twipsOfPoints(pageNumber.size);
  const distance = bottomMargin - twipsOfMillimetres(pageNumber.below) - Math.round(line * (1 - dashInLine));
  return Math.max(0, distance);
}

/**
 * `w:spacing` of characters, in twips: what a character of the body size must give up so that the grid's number of
 * characters fits the line (-5 for 28 characters of 16 pt in 156 mm). Styles of another size take none.
 */
export function characterSpacing(
  page: PageGeometry,
  textWidthTwips: number,
  body: TextStyle,
  style: TextStyle,
): number {
  if (style.wordSize !== body.wordSize) return 0;
  return Math.min(0, Math.floor(textWidthTwips / page.characters - twipsOfPoints(body.wordSize)));
}
