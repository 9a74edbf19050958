/**
 * A piece of the input inside a sentence.
 */
const LONGEST = 60;

/** A text as it is quoted in a message: on one line, no space at its end, cut after 60 characters. */
export function correctedLine(line: string): string {
  const characters = [...line.trimEnd().replace(/[\r\n]+/gu, ' ')];
  return characters.length <= LONGEST ? characters.join('') : `${characters.slice(0, LONGEST).join('')}……`;
}
