/** D-S4: the parts a lead-in announces against the sections there are, and the points a sentence announces against those given. */
import type { RuleFinding } from '../rule-diagnostic.js';
import { announcedItems, countedItems } from './announced-items.js';
import type { DocumentCheck, DocumentContext } from './context.js';
import { chineseNumber } from './chinese-number.js';
import { passagesOf, rangeOf, type Passage } from './passages.js';
import { excerpt, mostFindings, sentencesIn, type Sentence } from './text-places.js';
import { nameCount, type CountRange } from './part-names.js';

/**
 * One finding for each announcement that is contradicted; all that contradicts it stands in one message. Names are counted
 * only where their number is certain.
 */
export const announcedParts: DocumentCheck = (context) =>
  [...partFindings(context), ...itemFindings(context)].slice(0, mostFindings);

const announcement = /([一二两三四五六七八九十]{1,3}|\d{1,2})\s*(?:个|大)?\s*部分(?!地区|单位|工作|人员|内容[未不])/u;

function partFindings(context: DocumentContext): readonly RuleFinding[] {
  const headings = context.sections.filter(({ block }) => block !== undefined);
  const lead = new Set(passagesOf(leadBlocks(context), new Set()).map(({ text }) => text));
  const passages = context.passages.filter(({ role, text }) => role === 'body' && lead.has(text));
  return sentencesIn(passages).flatMap((sentence): readonly RuleFinding[] => {
    if (!/报告|年报|全文|内容/u.test(sentence.text)) return [];
    const found = announcement.exec(sentence.text);
    const said = found?.[1] === undefined ? undefined : chineseNumber(found[1]);
    if (found === null || said === undefined) return [];
    const names = nameCount(sentence.text.slice(0, found.index), sentence.text.slice(found.index + found[0].length), [
      ...headings.map(({ heading }) => heading),
      ...context.pack.sections.map(({ heading }) => heading),
    ]);
    const wrongNames = names !== undefined && (said < names.least || said > names.most);
    const wrongSections = headings.length > 0 && !sectionCounts(context).has(said);
    if (!wrongNames && !wrongSections) return [];
    return [
      partFinding(sentence, said, wrongNames ? names : undefined, wrongSections ? headings.length : undefined, context),
    ];
  });
}

/** What stands before the first section. */
function leadBlocks({ sections }: DocumentContext): DocumentContext['report']['children'] {
  return sections.filter(({ block }, index) => block === undefined && index === 0).flatMap(({ blocks }) => blocks);
}

/** The sections as printed; a form may or may not count the annex that is one of them. */
function sectionCounts({ sections }: DocumentContext): ReadonlySet<number> {
  const printed = sections.filter(({ block }) => block !== undefined);
  const annexes = printed.filter(({ spec }) => spec?.kind === 'annex').length;
  return new Set([printed.length, printed.length - annexes]);
}

function partFinding(
  { text, passage, start, end }: Sentence,
  said: number,
  names: CountRange | undefined,
  sections: number | undefined,
  { data }: DocumentContext,
): RuleFinding {
  const counted =
    names === undefined ? '' : names.least === names.most ? String(names.least) : `${names.least}到${names.most}`;
  const zh = [
    ...(names === undefined ? [] : [`列出的名称是${counted}个`]),
    ...(sections === undefined ? [] : [`报告有${sections}个部分`]),
  ];
  const en = [
    ...(names === undefined ? [] : [`names ${counted.replace('到', ' to ')}`]),
    ...(sections === undefined ? [] : [`the report has ${sections}`]),
  ];
  return {
    message: {
      zh: `“${excerpt(text)}”说有${said}个部分，${zh.join('，')}。`,
      en: `"${excerpt(text)}" announces ${said} parts; ${en.join(' and ')}.`,
    },
    hint: { zh: '数一数各部分，改正数目或补全名称。', en: 'Count the parts and correct the number or the names.' },
    facts: {
      expected: String(said),
      ...(names === undefined ? {} : { names: counted }),
      ...(sections === undefined ? {} : { sections: String(sections) }),
    },
    text,
    range: rangeOf(passage, data.source, start, end),
  };
}

function itemFindings(context: DocumentContext): readonly RuleFinding[] {
  const body = new Map(context.passages.map((passage, index) => [passage, index]));
  return context.passages.flatMap((passage): readonly RuleFinding[] =>
    announcedItems(passage).flatMap((announced): readonly RuleFinding[] => {
      const given = countedItems(announced, context.passages, (body.get(passage) ?? 0) + 1);
      return given === undefined || given === announced.said ? [] : [itemFinding(passage, announced, given, context)];
    }),
  );
}

function itemFinding(
  passage: Passage,
  { said, start, end }: { readonly said: number; readonly start: number; readonly end: number },
  given: number,
  { data }: DocumentContext,
): RuleFinding {
  const sentence = passage.text.slice(start, end).trim();
  return {
    message: {
      zh: `“${excerpt(sentence)}”说有${said}项，后面写了${given}项。`,
      en: `"${excerpt(sentence)}" announces ${said}, and ${given} follow.`,
    },
    hint: {
      zh: '数一数后面各项，改正数目或补全各项。',
      en: 'Count what follows and correct the number or the points.',
    },
    facts: { expected: String(said), actual: String(given) },
    text: sentence,
    range: rangeOf(passage, data.source, start, end),
  };
}
