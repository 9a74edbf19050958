/** What a check of a Word file is, and what it finds. */
import type { Element } from '../support/docx-xml.js';

export interface Finding {
  readonly requirement: string;
  readonly text: string;
}

/** Parts by path; pictures as an empty text. */
export type Parts = Readonly<Record<string, string>>;

export type Check = (parts: Parts, root: (path: string) => Element) => readonly Finding[];

export function unless(holds: boolean, requirement: string, text: string): readonly Finding[] {
  return holds ? [] : [{ requirement, text }];
}
