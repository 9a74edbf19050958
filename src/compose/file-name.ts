/**
 * Output names that every file system takes (design 8): NFC, no reserved characters or device names, at most 200 UTF-8 bytes,
 * no dot or space at the end. Comes in: the printed name. Goes out: a name without extension, never empty.
 */

const mostBytes = 200;
const devices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)/iu;

/** The safe form of a name; reserved characters become `-`. `suffix` is kept whole where the name must be cut. */
export function safeFileName(name: string, suffix = ''): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Cs}]/gu, '')
    .replace(/[<>:"/\\|?*]/gu, '-')
    .replace(/\s+/gu, ' ');
  const short = withoutEnds(shortened(withoutEnds(plain), mostBytes - 1 - lengthOf(suffix)));
  const named = (short === '' ? 'report' : short) + suffix;
  return devices.test(named) ? `_${named}` : named;
}

/** No white space at either end and no dot at the end; a leading dot would hide the file. */
function withoutEnds(name: string): string {
  return name.replace(/^[\s.]+/u, '').replace(/[\s.]+$/u, '');
}

/** Cut between characters, never inside one. One byte is left for the mark before a device name. */
function shortened(name: string, most: number): string {
  let bytes = 0;
  let out = '';
  for (const character of name) {
    bytes += utf8Length(character);
    if (bytes > most) break;
    out += character;
  }
  return out;
}

function lengthOf(text: string): number {
  return [...text].reduce((bytes, character) => bytes + utf8Length(character), 0);
}

function utf8Length(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
