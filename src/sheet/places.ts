/** Names of places in a spreadsheet: `A1`, `表三!D6`, `D6:I6`. Rows and columns are 0-based. */

/** Column letters: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

/** `A1` name of a place. */
export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** The place an `A1` name means; undefined for anything else and for places no spreadsheet has. */
export function placeOfName(name: string): { readonly row: number; readonly column: number } | undefined {
  const found = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/u.exec(name);
  if (found === null) return undefined;
  const column = [...(found[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const row = Number(found[2]) - 1;
  return row < 1048576 && column < 16384 ? { row, column } : undefined;
}

/** `表三!D6`, as messages call a cell. */
export function placeName(sheet: string, row: number, column: number): string {
  return `${sheet}!${cellName(row, column)}`;
}

/** A name that spreadsheets accept for a sheet, made of any text. */
export function sheetName(text: string): string {
  const plain = text
    .replace(/[[\]:*?/\\]/gu, ' ')
    .replace(/^'|'$/gu, '')
    .trim();
  return Array.from(plain === '' ? '表' : plain)
    .slice(0, 31)
    .join('');
}
