/** What a clerk's keyboard puts into references: full-width braces, Chinese quotes, ideographic spaces, private characters. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { SourceRange } from '../source/source.js';
import { fullWidthBraces, fullWidthMarks, privateCharacter, singleBraces } from './problems.js';
import { allNames } from './vocabulary.js';

/** `{值 "t3/r1/total"}`, `｛年｝`: one brace where two are wanted, around a name that references know. */
const SINGLE_BRACES = new RegExp(
  String.raw`(?<![{｛])[{｛]\s*(?:${allNames.join('|')})(?:\s*["“”][^{}｛｝\n]*)?\s*[}｝](?![}｝])`,
  'gu',
);

/** Problems of the characters themselves; with one of them the text is not parsed, since every later message would mislead. */
export function checkMarks(text: string, rangeOf: (start: number, end: number) => SourceRange): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const match of text.matchAll(/[｛{]{2}[^{}｛｝]*[｝}]{2}|[｛{]｛|｛\{|[｝}]｝|｝\}/gu)) {
    const tag = match[0];
    const range = rangeOf(match.index, match.index + tag.length);
    const plain = plainMarks(tag);
    if (/[｛｝]/u.test(tag)) found.push(fullWidthBraces(range, plain));
    else if (/[“”‘’＂\u3000\u00a0]/u.test(tag)) found.push(fullWidthMarks(range, plain));
  }
  for (const match of text.matchAll(SINGLE_BRACES)) {
    found.push(singleBraces(rangeOf(match.index, match.index + match[0].length), plainMarks(`{${match[0]}}`)));
  }
  for (const match of text.matchAll(/[\ue000-\uf8ff]/gu)) {
    found.push(privateCharacter(rangeOf(match.index, match.index + 1), match[0]));
  }
  return found;
}

function plainMarks(tag: string): string {
  return tag
    .replaceAll('｛', '{')
    .replaceAll('｝', '}')
    .replace(/[“”‘’＂]/gu, '"')
    .replace(/[\u3000\u00a0]/gu, ' ');
}
