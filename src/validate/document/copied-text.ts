/** D-A3: paragraphs taken over from last year's report. Source: R-17; 国办公开办函〔2021〕30号 names identical reports as a fault. */
import type { RelatedPlace } from '../../diagnostic/diagnostic.js';
import type { RuleFinding } from '../rule-diagnostic.js';
import type { DocumentCheck, DocumentContext } from './context.js';
import { numberOption, wordList } from './options.js';
import { officialShingles, paragraphsOf, shinglesOf, type WrittenParagraph } from './paragraphs.js';
import { similarityIndex } from './similarity.js';
import { excerpt } from './text-places.js';

/** A paragraph of this year with the one of last year it was taken from. */
interface Copy {
  readonly paragraph: WrittenParagraph;
  readonly source: WrittenParagraph;
  /** Last year's figures stand in it unchanged. */
  readonly figures: boolean;
}

/**
 * One finding for each section with copied paragraphs. A paragraph counts from `least_characters` on, when `limit` of its
 * wording is last year's; paragraphs whose figures were brought up to date are new; wording of the form never counts. Below
 * `least_share` of the section only copied figures are told.
 */
export const copiedText: DocumentCheck = (context, rule) => {
  if (context.previous.length === 0) return [];
  const least = numberOption(rule, 'least_characters', 60);
  const limit = numberOption(rule, 'limit', 0.8);
  const share = numberOption(rule, 'least_share', 0.3);
  const official = { shingles: officialShingles(context.pack), words: wordList(rule, 'official_words') };
  const old = context.previous.flatMap(({ data }) =>
    [...data.sections.values()].flatMap((section) => paragraphsOf(section, least, official)),
  );
  const nearest = similarityIndex(old.map(({ wording }) => shinglesOf(wording)));
  // A draft section stops the build anyway: it is last year's on purpose.
  const sections = [...context.data.sections.values()].filter(({ draft }) => !draft);
  return sections.flatMap((section): readonly RuleFinding[] => {
    const paragraphs = paragraphsOf(section, least, official);
    const copies = paragraphs.flatMap((paragraph): readonly Copy[] => {
      const found = nearest(shinglesOf(paragraph.wording));
      const source = found === undefined || found.similarity < limit ? undefined : old[found.index];
      if (source === undefined || isUpdated(paragraph, source)) return [];
      return [{ paragraph, source, figures: hasSameFigures(paragraph, source) }];
    });
    const copied = lengthOf(copies.map(({ paragraph }) => paragraph)) / Math.max(1, textLength(section));
    const worst = copies.some(({ figures }) => figures);
    if (copies.length === 0 || (copied < share && !worst)) return [];
    return [findingOf(section.id, copied < share ? copies.filter(({ figures }) => figures) : copies, copied, context)];
  });
};

/** Figures changed throughout: the sentence is the form, the figures are the news. */
function isUpdated({ figures, wording }: WrittenParagraph, source: WrittenParagraph): boolean {
  const known = new Set(source.figures);
  const changed = figures.filter((figure) => !known.has(figure)).length;
  return changed > 0 && changed * charactersPerFigure >= wording.length;
}

/** A paragraph with a new figure at least this often reports new facts. */
const charactersPerFigure = 60;

/** Three figures that agree by chance are rare. */
const fewestFigures = 3;

function hasSameFigures({ figures }: WrittenParagraph, source: WrittenParagraph): boolean {
  return (
    figures.length >= fewestFigures &&
    figures.length === source.figures.length &&
    figures.every((figure, index) => figure === source.figures[index])
  );
}

function lengthOf(paragraphs: readonly WrittenParagraph[]): number {
  return paragraphs.reduce((sum, { text }) => sum + text.replace(/\s+/gu, '').length, 0);
}

function textLength({ text }: { readonly text?: { readonly text: string } }): number {
  return (text?.text ?? '').replace(/\s+/gu, '').length;
}

function findingOf(id: string, copies: readonly Copy[], copied: number, context: DocumentContext): RuleFinding {
  const spec = context.pack.sections.find((section) => section.id === id);
  const name = spec === undefined || spec.heading === '' ? '开头部分' : spec.number + spec.heading;
  const percent = `${Math.round(Math.min(1, copied) * 100)}%`;
  const figures = copies.filter((copy) => copy.figures);
  const [first] = figures.length > 0 ? figures : copies;
  const zh = figures.length === 0 ? '' : `，其中${figures.length}段连数字也没有改`;
  const en = figures.length === 0 ? '' : `, ${figures.length} of them with last year's figures`;
  return {
    message: {
      zh: `“${name}”有${copies.length}段与上年报告基本相同，占这一部分文字的${percent}${zh}。`,
      en: `In "${name}" ${copies.length} paragraphs (${percent} of the text) are last year's${en}.`,
    },
    facts: { paragraphs: String(copies.length), share: percent, figures: String(figures.length) },
    text: first?.paragraph.text ?? '',
    range: first?.paragraph.range,
    related: copies.slice(0, mostShown).flatMap(placesOfCopy),
  };
}

const mostShown = 5;

function placesOfCopy({ paragraph, source, figures }: Copy): readonly RelatedPlace[] {
  const words = excerpt(paragraph.text);
  return [
    {
      range: paragraph.range,
      message: {
        zh: `“${words}”${figures ? '（数字与上年相同）' : ''}`,
        en: `"${words}"${figures ? " (with last year's figures)" : ''}`,
      },
    },
    { range: source.range, message: { zh: '上年的这一段', en: "last year's paragraph" } },
  ];
}
