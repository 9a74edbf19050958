/** D-A2: what a web page, a program or a careless paste left in the text. */
import type { RuleFinding } from '../rule-diagnostic.js';
import type { DocumentCheck } from './context.js';
import { cutParagraphs } from './leftovers/cut-paragraphs.js';
import { emptyValues } from './leftovers/empty-values.js';
import { englishWords } from './leftovers/english-words.js';
import type { Leftover, LeftoverSearch } from './leftovers/leftover.js';
import { machineResidue } from './leftovers/machine-residue.js';
import { repeatedSentences } from './leftovers/repeated-sentences.js';
import { repeatedWords } from './leftovers/repeated-words.js';
import { replacedSubject } from './leftovers/replaced-subject.js';
import { replacedWords } from './leftovers/replaced-words.js';
import { siteTails } from './leftovers/site-tails.js';
import { rangeOf } from './passages.js';
import { mostFindings, relatedPlace } from './text-places.js';

const searches: readonly LeftoverSearch[] = [
  siteTails,
  replacedWords,
  replacedSubject,
  machineResidue,
  englishWords,
  emptyValues,
  repeatedWords,
  repeatedSentences,
  cutParagraphs,
];

/** One finding for each leftover; of one kind no more than can be read. Further places of the same one are in `related`. */
export const leftoverText: DocumentCheck = (context, rule) =>
  searches.flatMap((search) =>
    search(context, rule)
      .slice(0, mostFindings)
      .map((leftover) => findingOf(leftover, context.data.source)),
  );

function findingOf(leftover: Leftover, source: Parameters<typeof rangeOf>[1]): RuleFinding {
  const { place, sentence, message, hint, others = [] } = leftover;
  return {
    message,
    hint,
    text: sentence,
    range: rangeOf(place.passage, source, place.start, place.end),
    related: others.map((other) => relatedPlace(other, source)),
  };
}
