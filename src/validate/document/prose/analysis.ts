/** The mentions of a report, read once for all checks that look at them. */
import type { DocumentContext } from '../context.js';
import { lexiconOf } from './lexicon.js';
import { mentionsOf, type Mention } from './mentions.js';

const analysed = new WeakMap<DocumentContext, readonly Mention[]>();

/** Mentions of the report in reading order; none where the pack has no lexicon. */
export function mentionsIn(context: DocumentContext): readonly Mention[] {
  let mentions = analysed.get(context);
  if (mentions === undefined) {
    const lexicon = lexiconOf(context.pack);
    mentions = lexicon === undefined ? [] : mentionsOf(context.passages, context.data, lexicon);
    analysed.set(context, mentions);
  }
  return mentions;
}
