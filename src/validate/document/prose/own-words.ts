/** Words that hold for one report only: how its text may call the office, and the years before and after its own. */
import type { ReportData } from '../../../data/types.js';
import type { Lexicon, Word } from './lexicon.js';

const shortestName = 3;

/**
 * The lexicon with the words of a report: its office's name and how the text may shorten it (镇政府 for 青山镇人民政府) speak of
 * the office itself; 2022年结转 in the report on 2023 is 上年结转.
 */
export function withOwnWords(lexicon: Lexicon, { agency, year }: Pick<ReportData, 'agency' | 'year'>): Lexicon {
  const words = new Map<string, Word>();
  for (const name of [agency.name.value, ...(agency.shortName === undefined ? [] : [agency.shortName.value])]) {
    for (const form of [name, name.replace('人民政府', '政府'), name.replace('街道办事处', '街道')]) {
      for (const text of endingsOf(form)) words.set(text, { text, role: { is: 'sign', sign: 'own' } });
    }
  }
  for (const word of lexicon.ofOtherYears) {
    const text = inYears(word.text, year.value);
    words.set(text, { text, role: word.role });
  }
  const longest = new Map<string, number>();
  for (const text of words.keys()) {
    longest.set(text.charAt(0), Math.max(text.length, longest.get(text.charAt(0)) ?? 0));
  }
  return {
    ...lexicon,
    wordAt: (text, offset) => {
      const known = lexicon.wordAt(text, offset);
      for (let length = longest.get(text.charAt(offset)) ?? 0; length > (known?.text.length ?? 0); length--) {
        const word = words.get(text.slice(offset, offset + length));
        if (word !== undefined) return word;
      }
      return known;
    },
  };
}

function inYears(word: string, year: number): string {
  return word.replace('上年', `${year - 1}年`).replace('下年', `${year + 1}年`);
}

function endingsOf(name: string): readonly string[] {
  return Array.from({ length: Math.max(0, name.length - shortestName + 1) }, (_, start) => name.slice(start));
}
