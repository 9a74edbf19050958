/** Words that changed, place by place. Comes in: two opened reports. Goes out: what stood there and what stands there now. */
import { changedRuns } from '../edit/sequence.js';
import type { OpenReport } from '../pipeline.js';
import { printedDay } from './days.js';
import { passagesOf, type Passage, type Piece } from './passages.js';
import type { FactCorrection, TextCorrection } from './types.js';

/** How places are called. `notes` holds `#` where the table's label goes. */
export interface PlaceWords {
  readonly opening: string;
  readonly notes: string;
  readonly frame: string;
}

/** Changed texts in reading order. Lines of the frame that only repeat a changed fact are told with the fact. */
export function changedTexts(
  before: OpenReport,
  after: OpenReport,
  facts: readonly FactCorrection[],
  words: PlaceWords,
): readonly TextCorrection[] {
  const [old, now] = [before, after].map(({ report, pack }) => (report === undefined ? [] : passagesOf(report, pack)));
  const oldById = new Map(old?.map((passage) => [passage.id, passage]));
  const newIds = new Set(now?.map(({ id }) => id));
  const gone = old?.filter(({ id }) => !newIds.has(id)) ?? [];
  const pairs = [
    ...(now ?? []).map((passage) => [oldById.get(passage.id), passage] as const),
    ...gone.map((passage) => [passage, undefined] as const),
  ];
  return pairs.flatMap(([was, is]) => changesIn(was, is, facts, words));
}

function changesIn(
  was: Passage | undefined,
  is: Passage | undefined,
  facts: readonly FactCorrection[],
  words: PlaceWords,
): readonly TextCorrection[] {
  const passage = is ?? was;
  if (passage === undefined) return [];
  const runs = changedRuns(was?.pieces ?? [], is?.pieces ?? [], ({ key }) => key);
  return runs
    .filter((run) => passage.kind !== 'frame' || !repeatsFacts(run.before, run.after, facts))
    .map((run) => {
      const [before, after] = [run.before, run.after].map((pieces) => pieces.map(({ text }) => text));
      const correction = { place: placeOf(passage, words), before: before ?? [], after: after ?? [] };
      return joined(correction.before) === joined(correction.after) ? { ...correction, picture: true } : correction;
    });
}

/** True when the lines differ in nothing but facts that are told of themselves. */
function repeatsFacts(before: readonly Piece[], after: readonly Piece[], facts: readonly FactCorrection[]): boolean {
  const changed = facts.flatMap(({ before: was, after: is }) =>
    was === undefined || is === undefined ? [] : [[was, is] as const, [printedDay(was), printedDay(is)] as const],
  );
  const longestFirst = changed.toSorted(([a], [b]) => b.length - a.length);
  const expected = longestFirst.reduce(
    (text, [was, is]) => text.replaceAll(was, () => is),
    joined(before.map(({ text }) => text)),
  );
  return expected === joined(after.map(({ text }) => text));
}

function placeOf({ kind, name }: Passage, words: PlaceWords): string {
  switch (kind) {
    case 'section':
      return name === '' ? words.opening : name;
    case 'notes':
      return words.notes.replace('#', name);
    case 'frame':
      return words.frame;
  }
}

function joined(texts: readonly string[]): string {
  return texts.join('\n');
}
