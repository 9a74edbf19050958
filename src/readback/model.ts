/**
 * What an output says when it is read back by somebody else's reader: the cells of its tables and its words, free of how they
 * look. Readers here share no code with the writers, so that a fault of a writer cannot hide itself (moonshot 10).
 */

/** Texts of the cells that begin in a row, left to right. */
export type ReadRow = readonly string[];

export interface ReadBack {
  /** Rows of all tables, head rows too, in reading order. */
  readonly rows: readonly ReadRow[];
  /** All words outside tables in reading order. */
  readonly text: string;
}

/** Text as it is compared: white space and characters that show nothing are layout. */
export function comparable(text: string): string {
  return text.normalize('NFC').replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]/gu, '');
}

/** Rows up to the last one that says something: a sheet does not say where its last blank row is. */
export function withoutBlankEnd<T>(rows: readonly T[], isBlank: (row: T) => boolean): readonly T[] {
  return rows.slice(0, rows.findLastIndex((row) => !isBlank(row)) + 1);
}
