/** A word or mark set twice: 的的, 进行进行, ，，. */
import { anyOf, perRule, wordList } from '../options.js';
import { around, isWritten, sentencesIn } from '../text-places.js';
import type { Leftover, LeftoverSearch } from './leftover.js';

/** 近3万余人次: about, said twice. */
const approximation = '(?<![节合签契公条制预违])(?:近|约)\\d[\\d.]{0,9}[万千百亿]?(?:余|左右)';

/**
 * Doubled words of the option `doubled_words`, and the same mark twice. A word may carry after `!` the characters that make
 * the doubling right: `了!解` lets 为了了解 pass.
 */
export const repeatedWords: LeftoverSearch = ({ passages }, rule) => {
  const pattern = patternOf(rule);
  return sentencesIn(passages.filter((passage) => isWritten(passage) && pattern.test(passage.text))).flatMap(
    (sentence): readonly Leftover[] => {
      const { passage, start, text } = sentence;
      // A doubled 。 stands over the end of its sentence, which takes in all marks that follow.
      const found = pattern.exec(passage.text.slice(start, sentence.end));
      if (found === null) return [];
      const from = start + found.index;
      const end = from + found[0].length;
      return [
        {
          place: { passage, start: from, end },
          sentence: text,
          message: {
            zh: `“${around(passage.text, from, end)}”里“${found[0]}”用词或标点重复。`,
            en: `"${found[0]}" says the same twice in "${around(passage.text, from, end)}".`,
          },
          hint: { zh: '删去多出来的一个。', en: 'Delete one of the two.' },
        },
      ];
    },
  );
};

const patternOf = perRule((rule) => {
  const doubled = wordList(rule, 'doubled_words').map((entry) => {
    const [word = '', unless = ''] = entry.split('!');
    return `${anyOf([word])}{2}${unless === '' ? '' : `(?!${anyOf([...unless])})`}`;
  });
  return new RegExp([...doubled, '([，。、；：])\\1', approximation].join('|'), 'u');
});
