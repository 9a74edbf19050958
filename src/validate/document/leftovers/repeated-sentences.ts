/** The same sentence twice, as after a double paste. */
import { excerpt, isWritten, sentencesIn, type Sentence } from '../text-places.js';
import type { Leftover, LeftoverSearch } from './leftover.js';

/** Shorter sentences (2016年度，本单位无此类情况。) may well come again. */
const shortest = 25;

/** One leftover for each sentence that stands again word for word, with all its places. */
export const repeatedSentences: LeftoverSearch = ({ passages }) => {
  const running = passages.filter((passage) => isWritten(passage) && passage.role !== 'cell');
  const places = new Map<string, Sentence[]>();
  for (const sentence of sentencesIn(running)) {
    const words = sentence.text.replace(/\s+/gu, '');
    if (words.length < shortest) continue;
    const known = places.get(words);
    if (known === undefined) places.set(words, [sentence]);
    else known.push(sentence);
  }
  return [...places.values()].flatMap((same): readonly Leftover[] => {
    const [first, again, ...others] = same;
    if (first === undefined || again === undefined) return [];
    return [
      {
        place: again,
        sentence: again.text,
        message: {
          zh: `“${excerpt(again.text)}”在正文里出现${same.length}次。`,
          en: `"${excerpt(again.text)}" stands ${same.length} times in the text.`,
        },
        hint: { zh: '只留一处。', en: 'Keep one of them.' },
        others: [first, ...others].slice(0, 4),
      },
    ];
  });
};
