/**
 * Characters and the fonts they are set in. Word gives each character one of the four font slots of a run by its code
 * point; quotes, dashes and the like are in doubt and go to the Western slot unless told otherwise (ECMA-376 part 1,
 * 17.3.2.26), which is why they come out narrow. Here they are parted from the rest, so that a run can say it.
 */

/** A stretch of text whose characters take the same slots. `eastAsianMarks` hold only marks that must be Chinese. */
export interface FontSpan {
  readonly text: string;
  readonly eastAsianMarks: boolean;
}

/** Marks in doubt that are Chinese in this language: quotes, dashes, dots, section and degree signs, numerals in circles, arrows. */
const marks = /[§°±·×÷\u2014-\u2016\u2018-\u201F\u2020-\u2027\u2030-\u205E\u2103\u2109\u2116\u2121\u2150-\u2BFF]/u;

const latin = /[A-Za-z\u00C0-\u024F]/u;

/** Cuts a text at the borders between marks that must take the Chinese font and all other characters. */
export function fontSpans(text: string): readonly FontSpan[] {
  const spans: FontSpan[] = [];
  const characters = [...text];
  let run = '';
  let runMarks = false;
  characters.forEach((character, index) => {
    const isMark = marks.test(character) && !isApostrophe(character, characters[index - 1], characters[index + 1]);
    if (run !== '' && isMark !== runMarks) {
      spans.push({ text: run, eastAsianMarks: runMarks });
      run = '';
    }
    runMarks = isMark;
    run += character;
  });
  if (run !== '') spans.push({ text: run, eastAsianMarks: runMarks });
  return spans;
}

/** ’ between Latin letters is an apostrophe and stays Western. */
function isApostrophe(character: string, before: string | undefined, after: string | undefined): boolean {
  return character === '’' && before !== undefined && after !== undefined && latin.test(before) && latin.test(after);
}

/** Text that XML can hold, and the code points that had to go (in order, repeated as found). */
export interface CleanText {
  readonly text: string;
  readonly removed: readonly number[];
}

/**
 * Takes out what no XML 1.0 document may hold: control characters but tab and line feed, lone surrogates, U+FFFE and
 * U+FFFF. A carriage return becomes a line feed, since XML readers would do so.
 */
export function cleanText(text: string): CleanText {
  const removed: number[] = [];
  let out = '';
  for (const character of text.replace(/\r\n?/gu, '\n')) {
    const code = character.codePointAt(0) ?? 0;
    if (isXmlCharacter(code)) out += character;
    else removed.push(code);
  }
  return { text: out, removed };
}

function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}
