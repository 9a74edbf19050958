/**
 * What a character is for line setting: its class, and whether the Latin or the Chinese face shows it.
 * Sources: GB/T 15834-2011 clause 5 (places of marks), GB/T 9704-2012 (digits and Latin letters in a Latin face by use).
 */

/**
 * - `opening`: （《“ and kin, ink in the right half of the cell; never ends a line.
 * - `closing`: ）》” 、，。；：？！, ink in the left half; never begins a line.
 * - `trailing`: % ‰ ℃ ～ · and ASCII closing marks: never begin a line, are not squeezed.
 * - `leading`: ASCII opening marks and the solidus: never end a line, are not squeezed.
 * - `dash`, `ellipsis`: — and …, which come in pairs.
 * - `ideograph`: anything else of full width.
 * - `digit`, `letter`, `sign`: narrow characters of the Latin face.
 * - `space`: a space a line may be broken after; `fixedSpace` never parts what stands beside it.
 */
export type CharacterClass =
  | 'opening'
  | 'closing'
  | 'trailing'
  | 'leading'
  | 'dash'
  | 'ellipsis'
  | 'ideograph'
  | 'digit'
  | 'letter'
  | 'sign'
  | 'space'
  | 'fixedSpace';

const CLASS_BY_CHARACTER = new Map<string, CharacterClass>();
const assign = (characters: string, value: CharacterClass): void => {
  for (const character of characters) CLASS_BY_CHARACTER.set(character, value);
};
assign('（《〈「『【〔［｛〖“‘', 'opening');
assign('，。、；：？！．）》〉」』】〕］｝〗”’', 'closing');
assign('％‰℃·～々,.;:!?)]}%', 'trailing');
assign('([{￥$£€№＃#', 'leading');
assign('—', 'dash');
assign('…', 'ellipsis');
assign(' \t', 'space');
assign('\u00a0\u202f', 'fixedSpace');

/** Class of one character, given as a string of one code point. */
export function classOf(character: string): CharacterClass {
  const known = CLASS_BY_CHARACTER.get(character);
  if (known !== undefined) return known;
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x30 && code <= 0x39) return 'digit';
  if (isLetter(code)) return 'letter';
  return code < 0x2000 || code === 0x2013 ? 'sign' : 'ideograph';
}

/** Characters that print nothing and would only leave an empty box: soft hyphen, joiners, variation selectors, controls. */
export function isInvisible(code: number): boolean {
  return (
    (code < 0x20 && code !== 0x09) ||
    (code >= 0x7f && code <= 0x9f) ||
    code === 0xad ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff
  );
}

/** Marks that Chinese and Western text share; they are Chinese unless Latin letters stand on both sides (don’t). */
const SHARED_MARKS = '“”‘’—…·';

/**
 * True when the Latin face shows `character`: ASCII, Latin, Greek and Cyrillic letters, en dash and currency signs.
 * `before` and `after` are its neighbours ('' at the ends); they decide for the marks both scripts share.
 */
export function isLatinFaced(character: string, before: string, after: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (SHARED_MARKS.includes(character) && code !== 0xb7) {
    return isLetter(before.codePointAt(0) ?? 0) && isLetter(after.codePointAt(0) ?? 0);
  }
  return (
    code < 0x7f || code === 0xa0 || code === 0x202f || isLetter(code) || code === 0x2013 || '£€'.includes(character)
  );
}

/** True for the marks whose Chinese form must be one em wide whatever face the text is in. */
export function isSharedMark(character: string): boolean {
  return SHARED_MARKS.includes(character);
}

function isLetter(code: number): boolean {
  return (
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) ||
    (code >= 0x370 && code <= 0x52f)
  );
}

/** Parts of a word set in the Latin face: nothing is spaced out or broken inside such a word. */
export function isNarrow(value: CharacterClass, latinFaced: boolean): boolean {
  return latinFaced && value !== 'space' && value !== 'fixedSpace';
}
