/** From a broken line to runs: characters of one face, size and spacing with their places. */
import { isSqueezable } from './breaks.js';
import { widthOf, type BrokenLine, type BrokenText } from './break-lines.js';
import type { Run } from './model.js';
import type { SetCharacter } from './set-text.js';

/** Width of a line as it will be set, points. */
export function lineWidth(characters: readonly SetCharacter[], text: BrokenText, line: BrokenLine): number {
  let width = 0;
  for (const place of placesOf(characters, text, line)) width = place.x + place.advance;
  return width;
}

/** Runs of a line whose left edge is at `x`. A new run begins at every character whose number is in `cuts`. */
export function runsOf(
  characters: readonly SetCharacter[],
  text: BrokenText,
  line: BrokenLine,
  x: number,
  cuts: readonly number[] = [],
): Run[] {
  const runs: { -readonly [K in keyof Run]: Run[K] }[] = [];
  let penX = 0;
  let index = line.start;
  for (const { character, x: at, advance, half } of placesOf(characters, text, line)) {
    const isCut = cuts.includes(index++);
    const run = runs.at(-1);
    const gap = at - penX;
    const single = run !== undefined && Array.from(run.text).length === 1;
    const joins =
      run !== undefined &&
      !isCut &&
      !half &&
      !run.half &&
      run.face === character.face &&
      run.size === character.size &&
      run.href === character.href &&
      (single || Math.abs(gap - run.spacing) < 0.0005);
    if (joins) {
      if (single) run.spacing = gap;
      run.text += character.text;
    } else {
      runs.push({
        face: character.face,
        size: character.size,
        x: x + at,
        text: character.text,
        spacing: 0,
        half,
        ...(character.href === undefined ? {} : { href: character.href }),
      });
    }
    penX = at + advance;
  }
  return runs;
}

interface Place {
  readonly character: SetCharacter;
  /** From the line's left edge. */
  readonly x: number;
  /** Of the glyph alone, without any spacing. */
  readonly advance: number;
  readonly half: boolean;
}

function placesOf(characters: readonly SetCharacter[], text: BrokenText, line: BrokenLine): Place[] {
  const { table } = text;
  const places: Place[] = [];
  let x = 0;
  for (let i = line.start; i < line.end; i++) {
    const character = characters[i];
    if (character === undefined) break;
    const isEnd = i === line.end - 1;
    const half = isEnd
      ? line.halfEnd || (table.halved[i] === true && (character.kind === 'opening' || line.end === characters.length))
      : table.halved[i] === true;
    if (i > line.start) {
      if (table.edge[i] === true) x += line.edge;
      if (table.stretch[i] === true || (line.stretchAddresses && table.inAddress[i] === true)) x += line.stretch;
      if (!half && character.kind === 'opening' && isSqueezable(character)) x -= line.squeeze;
    }
    const width = widthOf(character, half);
    places.push({ character, x, advance: width - character.spacing, half });
    x += width;
    if (!half && !isEnd && character.kind === 'closing' && isSqueezable(character)) x -= line.squeeze;
  }
  return places;
}
