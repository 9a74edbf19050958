/** Paragraphs as the author wrote them in a data file, prepared to be compared with those of another year. */
import type { SectionInput } from '../../data/types.js';
import { sourceOffset } from '../../load/node.js';
import type { TemplatePack } from '../../pack/types.js';
import type { SourceRange } from '../../source/source.js';

/** A paragraph with its place. */
export interface WrittenParagraph {
  readonly text: string;
  /** Chinese characters only: years, digits, marks, spaces and references are left out. */
  readonly wording: string;
  /** Figures and references in order, years and dates left out. */
  readonly figures: readonly string[];
  readonly range: SourceRange;
}

/** Wording that is the form's own. */
interface OfficialWording {
  readonly shingles: ReadonlySet<string>;
  /** A paragraph with one of these words is official. */
  readonly words: readonly string[];
}

/** Paragraphs of at least `least` characters of wording, the official ones left out. */
export function paragraphsOf(
  { text: node }: SectionInput,
  least: number,
  official: OfficialWording,
): readonly WrittenParagraph[] {
  if (node === undefined) return [];
  return [...node.text.matchAll(/[^\n]+(?:\n(?![ \t]*\n)[^\n]+)*/gu)].flatMap((match): readonly WrittenParagraph[] => {
    const [text] = match;
    const wording = wordingOf(text);
    if (wording.length < least || isOfficial(text, wording, official)) return [];
    const range = {
      file: node.range.file,
      start: sourceOffset(node, match.index),
      end: sourceOffset(node, match.index + text.length),
    };
    return [{ text, wording, figures: figuresOf(text), range }];
  });
}

function wordingOf(text: string): string {
  return text.replace(/\{\{[^{}]*\}\}/gu, '').replace(/[^\p{Script=Han}]+/gu, '');
}

/** A reference stands for this year's figure, so that it never equals one that was typed. */
function figuresOf(text: string): readonly string[] {
  return [...text.matchAll(/\{\{[^{}]*\}\}|(?<![\d.〔-])\d+(?:[,.]\d+)*%?(?!\s*[年月日号]|[\d.〕-])/gu)].map(
    ([figure], index) => (figure.startsWith('{{') ? `reference ${index}` : figure),
  );
}

const shingleLength = 4;

/** All runs of four characters. */
export function shinglesOf(wording: string): ReadonlySet<string> {
  const shingles = new Set<string>();
  for (let at = 0; at + shingleLength <= wording.length; at++) shingles.add(wording.slice(at, at + shingleLength));
  return shingles;
}

/** Shingles of the wordings and beginnings that the form itself gives. */
export function officialShingles(pack: TemplatePack): ReadonlySet<string> {
  const texts = pack.sections.flatMap(({ starter = '', wording }) => [
    starter,
    ...wording.map(({ template }) => template),
  ]);
  return new Set(texts.flatMap((text) => [...shinglesOf(wordingOf(text))]));
}

/** Most of a paragraph may be the form's before it counts as the form's. */
const officialShare = 0.7;

function isOfficial(text: string, wording: string, { shingles, words }: OfficialWording): boolean {
  if (words.some((word) => text.includes(word))) return true;
  const own = [...shinglesOf(wording)];
  return own.filter((shingle) => shingles.has(shingle)).length >= own.length * officialShare;
}
