/** A paragraph cut in two, as at the page end of a scanned or converted file. */
import { plainText, type Block, type Paragraph } from '../../../report/tree.js';
import type { DocumentContext } from '../context.js';
import { numberMark } from '../number-marks.js';
import type { Passage } from '../passages.js';
import { excerpt } from '../text-places.js';
import type { Leftover, LeftoverSearch } from './leftover.js';

/** A line shorter than this may be a heading of its own. */
const shortest = 25;

/** One leftover for each pair of neighbouring paragraphs of which the second goes on where the first breaks off. */
export const cutParagraphs: LeftoverSearch = (context) => {
  const passageOf = passagesByText(context);
  return context.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block, index): readonly Leftover[] => {
      const next = blocks[index + 1];
      if (!isBody(block) || !isBody(next)) return [];
      const [first, second] = [textOf(block), textOf(next)];
      const passage = passageOf.get(firstNode(next));
      if (passage === undefined || !isCut(first, second)) return [];
      const tail = first.slice(-10);
      return [
        {
          place: { passage, start: 0, end: Math.min(second.length, 10) },
          sentence: second.split(/(?<=[。！？；])/u)[0] ?? second,
          message: {
            zh: `上一段到“……${tail}”没有说完，这一段从“${excerpt(second.slice(0, 10))}”接着说，像是一段断成了两段。`,
            en: `The paragraph before ends unfinished with "…${tail}" and this one goes on with "${excerpt(second.slice(0, 10))}": one paragraph seems to be cut in two.`,
          },
          hint: {
            zh: '是一段的，接成一段；是两段的，给上一段补上句末的标点。',
            en: 'Join them, or give the first its final mark.',
          },
        },
      ];
    }),
  );
};

function isCut(first: string, second: string): boolean {
  if (first.length < shortest || numberMark(second) !== undefined) return false;
  if (/[，、,]$/u.test(first)) return /^[\p{Script=Han}\d“《]/u.test(second);
  if (!/[\p{Script=Han}\d；]$/u.test(first)) return false;
  if (/^[的地得及等]/u.test(second)) return true;
  // After a semicolon a new item may begin; a fragment of a word or two before its first mark is none.
  if (first.endsWith('；')) return false;
  return /[，。；,;]/u.test(first) && /^\p{Script=Han}/u.test(second) && /[。；]$/u.test(second) && !opens.test(second);
}

/** Words that a paragraph of its own begins with. */
const opens =
  /^(?:[一二三四五六七八九十]+是|首先|其次|再次|最后|第[一二三四五六七八九十]|为|根据|按照|依据|全年|今年|下一步|今后|本|我)/u;

function isBody(block: Block | undefined): block is Paragraph {
  return block?.type === 'paragraph' && block.role === 'body';
}

function textOf(paragraph: Paragraph): string {
  return plainText([...(paragraph.runIn?.children ?? []), ...paragraph.children]).trim();
}

function firstNode(paragraph: Paragraph): Passage['pieces'][number]['node'] | undefined {
  const first = [...(paragraph.runIn?.children ?? []), ...paragraph.children].find((node) => node.type === 'text');
  return first?.type === 'text' ? first : undefined;
}

function passagesByText({ passages }: DocumentContext): ReadonlyMap<unknown, Passage> {
  return new Map(
    passages.flatMap((passage) =>
      passage.pieces[0] === undefined ? [] : [[passage.pieces[0].node, passage] as const],
    ),
  );
}
