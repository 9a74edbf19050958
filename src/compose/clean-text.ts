/**
 * Cleans characters that look right and are wrong: what comes along when text is pasted from PDF files, web pages and chat
 * windows. Comes in: mapped text. Goes out: the same text with one form for each character, and what was found.
 */
import { edited, type MappedText, type TextEdit } from './mapped-text.js';
import { radicalIdeographs } from './radicals.js';

/** 〓, what printers set where a character is lacking; stands in drafts for what cannot be printed. */
const GETA_MARK = '〓';

export interface CleanedText {
  readonly mapped: MappedText;
  /** Characters that were replaced or taken out, in order of appearance, with their place in the text before cleaning. */
  readonly replaced: readonly FoundCharacter[];
  /** Characters without a meaning of their own (private use, noncharacters, U+FFFD): a reader would see nothing or a box. */
  readonly unprintable: readonly FoundCharacter[];
}

export interface FoundCharacter {
  readonly character: string;
  readonly replacement: string;
  /** UTF-16 offsets in the text before cleaning. */
  readonly start: number;
  readonly end: number;
}

const suspicious =
  /[\p{Default_Ignorable_Code_Point}\p{M}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\p{Cc}\u00a0\u2028\u2029\u202f\u2e80-\u2fdf\uf900-\ufb06\ufe10-\ufe19\ufe30-\ufe4f\ufffd\u{2f800}-\u{2fa1f}]/u;

/** Line ends, spaces of web pages, invisible characters, Kangxi radicals, compatibility ideographs, decomposed letters. */
export function cleanText(mapped: MappedText): CleanedText {
  if (!suspicious.test(mapped.text)) return { mapped, replaced: [], unprintable: [] };
  const replaced: FoundCharacter[] = [];
  const unprintable: FoundCharacter[] = [];
  const edits: TextEdit[] = [];
  for (const match of mapped.text.matchAll(/\r\n|\P{M}\p{M}+|[\s\S]/gu)) {
    const [character] = match;
    const start = match.index;
    const end = start + character.length;
    const replacement = cleanCharacter(character);
    if (replacement === undefined) {
      unprintable.push({ character, replacement: GETA_MARK, start, end });
      edits.push({ start, end, text: GETA_MARK });
    } else if (replacement !== character) {
      if (!isLineEnd(character)) replaced.push({ character, replacement, start, end });
      edits.push({ start, end, text: replacement });
    }
  }
  return { mapped: edited(mapped, edits), replaced, unprintable };
}

/** `undefined` when the character cannot be printed at all. */
function cleanCharacter(character: string): string | undefined {
  if (character === '\n' || character === '\t') return character;
  if (isLineEnd(character)) return '\n';
  if (/^[\u00a0\u202f]$/u.test(character)) return ' ';
  if (/^[\p{Default_Ignorable_Code_Point}\p{Cc}]$/u.test(character)) return '';
  if (/^[\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\ufffd]/u.test(character)) return undefined;
  if (/^[\u2e80-\u2fdf\ufb00-\ufb06\ufe10-\ufe19\ufe30-\ufe4f]$/u.test(character)) {
    return radicalIdeographs[character] ?? character.normalize('NFKC');
  }
  // A mark that follows a letter may itself be invisible (a variation selector): NFC alone would keep it.
  return character.normalize('NFC').replace(/\p{Default_Ignorable_Code_Point}/gu, '');
}

/** CR, CRLF, form feed, vertical tab, NEL and the two Unicode separators all end a line. */
function isLineEnd(character: string): boolean {
  return /^(?:\r\n|[\r\v\f\u0085\u2028\u2029])$/u.test(character);
}
