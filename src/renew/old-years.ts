/**
 * Sentences of last year's text that name a year: they stay as they are, and the clerk is told of them.
 */
import { isWithin, quotedSpans, sentencesOf, yearMentions } from '../validate/document/years.js';
import { onOneLine } from './yaml.js';

/** Longest part of a sentence that is quoted. */
const LONGEST = 40;

/** Sentences that name last year or an earlier one outside titles and document numbers, cut to a length that can be listed. */
export function sentencesOfOldYears(text: string, year: number): readonly string[] {
  const quoted = quotedSpans(text);
  const mentions = yearMentions(text).filter((mention) => mention.year < year && !isWithin(mention.start, quoted));
  return sentencesOf(text)
    .filter(({ start, end }) => mentions.some((mention) => mention.start >= start && mention.start < end))
    .map(({ start, end }) => shortened(onOneLine(text.slice(start, end).replace(/^\s*#+\s*/u, ''))));
}

function shortened(sentence: string): string {
  const characters = [...sentence];
  return characters.length <= LONGEST ? sentence : `${characters.slice(0, LONGEST).join('')}……`;
}
