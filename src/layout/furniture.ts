/** What stands outside the type area: page numbers (GB/T 9704-2012 7.5) and the draft mark. */
import type { PageStyle } from '../report/style.js';
import { breakLines } from './break-lines.js';
import { points, type Geometry } from './geometry.js';
import type { TextItem } from './model.js';
import { lineWidth, runsOf } from './runs.js';
import type { TextSetter, TextSetting } from './set-text.js';

/**
 * The page number as `— 1 —`: odd pages right, even pages left, one character in; its dash `below` millimetres under the type
 * area. In the upright sheet also on sideways pages.
 */
export function pageNumberItem(number: number, style: PageStyle, geometry: Geometry, setter: TextSetter): TextItem {
  const { font, size, form, position, inset, below } = style.pageNumber;
  const { portrait } = geometry;
  const { runs, width } = oneLine(form.replace('#', String(number)), { role: font, size }, setter);
  const right = portrait.left + portrait.width - inset * size - width;
  const left = portrait.left + inset * size;
  const x = position === 'center' ? portrait.left + (portrait.width - width) / 2 : number % 2 === 1 ? right : left;
  // The em dash lies 0.38 em above the baseline.
  const baseline = portrait.top + portrait.height + points(below) + 0.38 * size;
  return { type: 'text', baseline, runs: runs.map((run) => ({ ...run, x: x + run.x })) };
}

/** The draft word, large and grey, rising across the middle of the page. */
export function draftMarkItem(word: string, style: PageStyle, geometry: Geometry, setter: TextSetter): TextItem {
  const { font, size, colour } = style.draftMark;
  const { runs, width } = oneLine(word, { role: font, size }, setter);
  const angle = 45;
  const radians = (angle * Math.PI) / 180;
  const middle = { x: geometry.sheet.width / 2, y: geometry.sheet.height / 2 };
  // Start of the baseline, so that the middle of the word lies in the middle of the sheet.
  const x = middle.x - (width / 2) * Math.cos(radians) + 0.38 * size * Math.sin(radians);
  const baseline = middle.y + (width / 2) * Math.sin(radians) + 0.38 * size * Math.cos(radians);
  return { type: 'text', baseline, colour, rotation: angle, runs: runs.map((run) => ({ ...run, x: x + run.x })) };
}

function oneLine(
  text: string,
  { role, size }: Pick<TextSetting, 'role' | 'size'>,
  setter: TextSetter,
): { readonly runs: ReturnType<typeof runsOf>; readonly width: number } {
  const characters = setter.setPlain(text, role, size);
  const broken = breakLines(characters, { first: Infinity, rest: Infinity, justify: false });
  const [line] = broken.lines;
  if (line === undefined) return { runs: [], width: 0 };
  return { runs: runsOf(characters, broken, line, 0), width: lineWidth(characters, broken, line) };
}
