/** Changes as lines of the notice's tables: where, what it was, what it is now. */
import type { CorrectionSpec } from '../pack/correction-spec.js';
import { printedDay } from './days.js';
import type { AttachmentCorrection, CellCorrection, FactCorrection, TextCorrection } from './types.js';

export interface NoticeRow {
  readonly place: string;
  readonly before: string;
  readonly after: string;
  /** Short contents, set in the middle. */
  readonly figures: boolean;
}

/** A blank says that it is one: it is neither 0 nor "/". */
export function cellRows(cells: readonly CellCorrection[], { words }: CorrectionSpec): readonly NoticeRow[] {
  const shown = (text: string | undefined): string =>
    text === undefined ? words.absent : text === '' ? words.blank : text;
  return cells.map(({ name, before, after, follows }) => ({
    place: follows ? name + words.follows : name,
    before: shown(before),
    after: shown(after),
    figures: true,
  }));
}

/** `keys` are the names of data-file keys, for facts that the pack gives no name of its own. */
export function factRows(
  facts: readonly FactCorrection[],
  spec: CorrectionSpec,
  keys: Readonly<Record<string, readonly string[]>>,
): readonly NoticeRow[] {
  const shown = (text: string | undefined): string => (text === undefined ? spec.words.absent : printedDay(text));
  return facts.map(({ key, before, after }) => ({
    place: factName(key, spec, keys),
    before: shown(before),
    after: shown(after),
    figures: true,
  }));
}

function factName(key: string, { facts }: CorrectionSpec, keys: Readonly<Record<string, readonly string[]>>): string {
  if (Object.hasOwn(facts, key)) return facts[key] ?? key;
  const last = key.split('/').at(-1) ?? key;
  return (Object.hasOwn(keys, last) ? keys[last]?.[0] : undefined) ?? last;
}

export function textRows(texts: readonly TextCorrection[], { words }: CorrectionSpec): readonly NoticeRow[] {
  const shown = (parts: readonly string[]): string => (parts.length === 0 ? words.absent : parts.join('\n'));
  return texts.map(({ place, before, after, picture }) => ({
    place,
    before: shown(before),
    after: picture === true ? words.picture.replaceAll('#', () => shown(after)) : shown(after),
    figures: false,
  }));
}

export function attachmentRows(
  attachments: readonly AttachmentCorrection[],
  { words }: CorrectionSpec,
): readonly NoticeRow[] {
  return attachments.map(({ name, kind }) => ({
    place: name,
    before: kind === 'added' ? words.absent : name,
    after: { added: name + words.added, removed: words.removed, replaced: name + words.replaced }[kind],
    figures: false,
  }));
}
