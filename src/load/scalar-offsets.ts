/**
 * Where each character of a scalar stands in the source. YAML folds lines, strips indentation and reads escapes, so the
 * text of a block, a quoted or a multi-line scalar is not the source slice itself.
 */

/** A piece of the source that can give one UTF-16 unit of the text. */
interface Unit {
  readonly unit: string;
  readonly at: number;
  /** Space that folding may have changed or dropped. */
  readonly soft: boolean;
}

/** How the raw text was written. */
export type RawStyle = 'plain' | 'single' | 'double' | 'block';

/**
 * Source offsets of a scalar's text: one for each UTF-16 offset, and one for its end. `[start, end)` is the raw text in
 * the source, quotes and block header included. Undefined when the text is the slice at `start` itself, or when it
 * cannot be told (the caller then points at the scalar as a whole).
 *
 * Folding changes only white space, so both sides are walked together by their other characters; white space is mapped
 * to the nearest white space of the source.
 */
export function scalarOffsets(
  source: string,
  start: number,
  end: number,
  text: string,
  style: RawStyle,
): readonly number[] | undefined {
  if (source.startsWith(text, start)) return undefined;
  const units = unitsOf(source, start, end, style);
  const offsets: number[] = [];
  let next = 0;
  for (const character of text.split('')) {
    const soft = isSpace(character);
    if (!soft) while (units[next]?.soft === true) next += 1;
    const unit = units[next];
    if (unit?.unit === character) {
      offsets.push(unit.at);
      next += 1;
    } else if (soft) {
      offsets.push(unit?.at ?? end);
    } else {
      return undefined;
    }
  }
  offsets.push(units[next]?.at ?? end);
  return offsets;
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\t' || character === '\n' || character === '\r';
}

function unitsOf(source: string, start: number, end: number, style: RawStyle): readonly Unit[] {
  if (style === 'block') {
    const headerEnd = source.indexOf('\n', start);
    return headerEnd < 0 ? [] : plainUnits(source, headerEnd + 1, end, undefined);
  }
  if (style === 'plain') return plainUnits(source, start, end, undefined);
  const close = source[end - 1] === source[start] && end - 1 > start ? end - 1 : end;
  return plainUnits(source, start + 1, close, style);
}

function plainUnits(source: string, start: number, end: number, quoted: 'single' | 'double' | undefined): Unit[] {
  const units: Unit[] = [];
  let at = start;
  while (at < end) {
    const character = source.charAt(at);
    if (quoted === 'single' && character === "'") {
      units.push({ unit: "'", at, soft: false });
      at += 2;
    } else if (quoted === 'double' && character === '\\') {
      const { text, length } = escapeAt(source, at);
      for (const unit of text.split('')) units.push({ unit, at, soft: false });
      at += length;
    } else {
      units.push({ unit: character, at, soft: isSpace(character) });
      at += 1;
    }
  }
  return units;
}

const HEX_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
};

/** One escape of a double-quoted scalar (YAML 1.2, 5.7): what it stands for and how long it is in the source. */
function escapeAt(source: string, at: number): { readonly text: string; readonly length: number } {
  const letter = source.charAt(at + 1);
  if (letter === '\n') return { text: '', length: 2 };
  if (letter === '\r') return { text: '', length: 3 };
  const digits = Object.hasOwn(HEX_LENGTHS, letter) ? HEX_LENGTHS[letter] : undefined;
  if (digits !== undefined) {
    const code = Number.parseInt(source.slice(at + 2, at + 2 + digits), 16);
    const valid = Number.isInteger(code) && code <= 0x10ffff;
    return { text: valid ? String.fromCodePoint(code) : '', length: 2 + digits };
  }
  const simple = Object.hasOwn(SIMPLE_ESCAPES, letter) ? SIMPLE_ESCAPES[letter] : undefined;
  return { text: simple ?? letter, length: 2 };
}
