/** An English word such as and, left between Chinese words. */
import { anyOf, perRule, wordList } from '../options.js';
import { excerpt, isWritten, sentencesIn } from '../text-places.js';
import type { Leftover, LeftoverSearch } from './leftover.js';

/** Words of the option `english_words` with Chinese on both sides; inside English names they have Latin neighbours. */
export const englishWords: LeftoverSearch = ({ passages }, rule) => {
  const pattern = patternOf(rule);
  const withLetters = passages.filter((passage) => isWritten(passage) && /[a-z]{2}/u.test(passage.text));
  return sentencesIn(withLetters).flatMap((sentence): readonly Leftover[] => {
    const { passage, start, end, text } = sentence;
    const found = pattern.exec(passage.text.slice(start, end));
    const word = found?.[1];
    if (found === null || word === undefined) return [];
    const from = start + found.index + found[0].indexOf(word);
    return [
      {
        place: { passage, start: from, end: from + word.length },
        sentence: text,
        message: {
          zh: `“${excerpt(text)}”里留有英文“${word}”。`,
          en: `The English word "${word}" was left in "${excerpt(text)}".`,
        },
        hint: { zh: '换成中文，例如“和”“的”，或删去。', en: 'Put Chinese in its place, or delete it.' },
      },
    ];
  });
};

const patternOf = perRule(
  (rule) =>
    new RegExp(
      `(?<=[\\p{Script=Han}》”）、，])\\s{0,3}(${anyOf(wordList(rule, 'english_words'))})\\s{0,3}(?=[\\p{Script=Han}《“（])`,
      'u',
    ),
);
