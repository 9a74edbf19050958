/** A label whose value is missing: 联系电话：。 or a last line that ends in a colon and announces nothing. */
import type { Block } from '../../../report/tree.js';
import type { DocumentContext } from '../context.js';
import { excerpt, isWritten, type TextPlace } from '../text-places.js';
import type { Passage } from '../passages.js';
import type { Leftover, LeftoverSearch } from './leftover.js';

const missing = /[：:]\s{0,9}[。；，、）),;]/u;

/** Colons that are followed by the end of a sentence or a bracket, and those at the end of the last line of a section. */
export const emptyValues: LeftoverSearch = (context) => {
  const last = lastPassages(context);
  return context.passages.filter(isWritten).flatMap((passage): readonly Leftover[] => {
    const { text } = passage;
    const inside = !missing.test(text)
      ? []
      : [...text.matchAll(/[\p{Script=Han}A-Za-z]{1,12}[：:]\s{0,9}(?=[。；，、）),;])/gu)].map((match) => ({
          passage,
          start: match.index,
          end: match.index + match[0].length,
        }));
    const end = text.trimEnd();
    const open = last.has(passage) && /[：:]$/u.test(end) && passage.role !== 'heading';
    const places: readonly TextPlace[] = open
      ? [...inside, { passage, start: Math.max(0, end.length - 13), end: end.length }]
      : inside;
    return places.map((place) => ({
      place,
      sentence: sentenceOf(place),
      message: {
        zh: `“${excerpt(sentenceOf(place))}”的冒号后面没有内容。`,
        en: `Nothing follows the colon of "${excerpt(sentenceOf(place))}".`,
      },
      hint: { zh: '补上内容；没有的，删去这一项。', en: 'Put in what is missing, or delete the item.' },
    }));
  });
};

/** The clause up to the colon. */
function sentenceOf({ passage, start, end }: TextPlace): string {
  return (
    passage.text
      .slice(start, end)
      .split(/[。；]/u)
      .at(-1)
      ?.trim() ?? ''
  );
}

/** The last line of words of each section, where no table, figure or list follows it. */
function lastPassages({ sections, passages }: DocumentContext): ReadonlySet<Passage> {
  const byText = new Map(passages.map((passage) => [passage.pieces[0]?.node, passage]));
  const found = new Set<Passage>();
  for (const { blocks, block } of sections) {
    const last = blocks.at(-1);
    const passage = block === undefined || last === undefined ? undefined : byText.get(firstText(last));
    if (passage !== undefined) found.add(passage);
  }
  return found;
}

function firstText(block: Block): Passage['pieces'][number]['node'] | undefined {
  if (block.type !== 'paragraph' || block.role !== 'body') return undefined;
  const first = [...(block.runIn?.children ?? []), ...block.children].find((node) => node.type === 'text');
  return first?.type === 'text' ? first : undefined;
}
