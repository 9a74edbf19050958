/** A diagnostic as the lines of a comment: how severe, what, what to do, on what ground, why it is waived, what goes with it. */
import type { Bilingual, Diagnostic } from '../diagnostic/diagnostic.js';
import { positionOf, type SourceText } from '../source/source.js';
import { linePlace, reviewWords, severityNames, sheetPlace, type ReviewLanguage } from './words.js';

export interface CommentText {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/** `source` is the data file: places in any other file are left out, since their names are paths. */
export function commentText(diagnostic: Diagnostic, source: SourceText, lang: ReviewLanguage): CommentText {
  const say = (text: Bilingual): string => text[lang];
  return {
    heading: headingOf(diagnostic, lang),
    paragraphs: [
      say(diagnostic.message),
      ...remarks(diagnostic, lang),
      ...placeLine(diagnostic, source).map(say),
      ...foldedLines(diagnostic.folded ?? [], lang),
    ],
  };
}

/** `错误　T3-R`, `警告（已豁免）　I14-R1`. */
function headingOf(diagnostic: Diagnostic, lang: ReviewLanguage): string {
  const waived = diagnostic.waived === undefined ? '' : reviewWords.waived[lang];
  return `${severityNames[diagnostic.severity][lang]}${waived}　${diagnostic.code}`;
}

function remarks(diagnostic: Diagnostic, lang: ReviewLanguage): readonly string[] {
  const { hint, related = [], clause, waived } = diagnostic;
  const others = related.map(({ message }) => message[lang]).join(reviewWords.separator[lang]);
  return [
    ...(hint === undefined ? [] : [reviewWords.advice[lang] + hint[lang]]),
    ...(others === '' ? [] : [reviewWords.see[lang] + others]),
    ...(clause === undefined ? [] : [reviewWords.clause[lang] + clause]),
    ...(waived === undefined ? [] : [reviewWords.reason[lang] + waived.reason]),
  ];
}

function placeLine({ range }: Diagnostic, source: SourceText): readonly Bilingual[] {
  if (range === undefined || range.file !== source.name) return [];
  if (range.cell !== undefined) return [sheetPlace(range.cell)];
  // A place of no length at the very start stands for the file as a whole.
  if (range.start === 0 && range.end === 0) return [];
  return [linePlace(positionOf(source, range.start).line)];
}

/** Findings folded under this one, each with its own folded ones after it. */
function foldedLines(folded: readonly Diagnostic[], lang: ReviewLanguage): readonly string[] {
  if (folded.length === 0) return [];
  const lines = (diagnostics: readonly Diagnostic[]): readonly string[] =>
    diagnostics.flatMap((diagnostic) => [
      [`· ${headingOf(diagnostic, lang)}　${diagnostic.message[lang]}`, ...remarks(diagnostic, lang)].join('　'),
      ...lines(diagnostic.folded ?? []),
    ]);
  return [reviewWords.sameCause[lang], ...lines(folded)];
}
