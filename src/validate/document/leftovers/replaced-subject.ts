/** Another word where the sentence on the period speaks of the data: 所列某某彩票统计期限自2023年1月1日起. */
import { anyOf, wordList } from '../options.js';
import { excerpt, isWritten, sentencesIn } from '../text-places.js';
import type { Leftover, LeftoverSearch } from './leftover.js';

/** Longer words hold a list of names, which is told as such. */
const sentence = /所列(?:的|之)?(\p{Script=Han}{2,30}?)(?:的)?统计期限/u;

/** What is listed must be called by one of the words of the option `period_subjects` (数据, 指标 …). */
export const replacedSubject: LeftoverSearch = ({ passages }, rule) => {
  const subjects = wordList(rule, 'period_subjects');
  if (subjects.length === 0) return [];
  const usual = new RegExp(anyOf(subjects), 'u');
  return sentencesIn(passages.filter((passage) => isWritten(passage) && passage.text.includes('统计期限'))).flatMap(
    ({ passage, start, end, text }): readonly Leftover[] => {
      const found = sentence.exec(passage.text.slice(start, end));
      const subject = found?.[1];
      if (found === null || subject === undefined || usual.test(subject)) return [];
      const from = start + found.index + found[0].indexOf(subject);
      return [
        {
          place: { passage, start: from, end: from + subject.length },
          sentence: text,
          message: {
            zh: `“${excerpt(text)}”里的“${subject}”不是统计的数据，像是“数据”一词被整批替换了。`,
            en: `"${subject}" in "${excerpt(text)}" is no data: the word 数据 seems to have been replaced throughout.`,
          },
          hint: {
            zh: '对照原稿，在全文查找这个词，逐处换回。',
            en: 'Search the text for it and put the original back.',
          },
        },
      ];
    },
  );
};
