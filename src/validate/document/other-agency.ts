/** D-A4: the name of another agency left in the text, as after copying its report. */
import type { RuleSpec } from '../../pack/types.js';
import type { RuleFinding } from '../rule-diagnostic.js';
import { isOtherAgency, nameAtEnd, ownNames } from './agency-names.js';
import type { DocumentCheck, DocumentContext } from './context.js';
import { anyOf, recordList, wordList } from './options.js';
import { passagesOf, rangeOf } from './passages.js';
import {
  excerpt,
  isWritten,
  mostFindings,
  placesOf,
  sentenceAt,
  sentencesIn,
  type Sentence,
  type TextPlace,
} from './text-places.js';
import { isWithin, quotedSpans } from './years.js';

/** Words for oneself that do not fit (我局 in the report of a county), other agencies as author or contact, last year's name. */
export const otherAgency: DocumentCheck = (context, rule) =>
  [...selfWords(context, rule), ...otherAuthors(context, rule), ...lastYearsName(context, rule)].slice(0, mostFindings);

/** One finding for each word; quoted words are another's. */
function selfWords({ passages, data }: DocumentContext, rule: RuleSpec): readonly RuleFinding[] {
  const own = ownNames(data.agency).join(' ');
  const foreign = recordList(rule, 'self_words').flatMap((fields) => {
    const [word, names] = [fields.get('word'), fields.get('names')];
    const fits = Array.isArray(names) && names.some((name: unknown) => typeof name === 'string' && own.includes(name));
    return typeof word === 'string' && !fits ? [word] : [];
  });
  if (/○/u.test(own) || foreign.length === 0) return [];
  const pattern = new RegExp(anyOf(foreign), 'gu');
  const all = passages
    .filter(isWritten)
    .flatMap((passage): readonly TextPlace[] =>
      [...passage.text.matchAll(pattern)]
        .map(({ 0: word, index }) => ({ passage, start: index, end: index + word.length }))
        .filter(({ start }) => !isQuoted(passage.text, start)),
    );
  return foreign.flatMap((word): readonly RuleFinding[] => {
    const places = all.filter(({ passage, start, end }) => passage.text.slice(start, end) === word);
    const [first] = places;
    if (first === undefined) return [];
    return [
      {
        message: {
          zh: `正文有${places.length}处自称“${word}”，报告的单位是“${data.agency.name.value}”，可能抄自别的单位。`,
          en: `The text says "${word}" of itself ${places.length} times, but the report is of "${data.agency.name.value}".`,
        },
        facts: { count: String(places.length), expected: data.agency.name.value, actual: word },
        text: sentenceAt(first),
        ...placesOf(places, data.source),
      },
    ];
  });
}

/** True between “ and ”. */
function isQuoted(text: string, offset: number): boolean {
  return text.lastIndexOf('“', offset) > text.lastIndexOf('”', offset) && text.indexOf('”', offset) >= 0;
}

const authors = [
  // 由乙县财政局编制, 乙县财政局编制本报告
  /由\s*(?<name>[\p{Script=Han}（）()]{4,40}?)(?:[（(][^（）()]{0,40}[）)])?\s*(?:负责)?编制/gu,
  // 乙县财政局2023年政府信息公开工作年度报告
  /(?<name>[\p{Script=Han}]{4,40}?)\s*(?:19|20)\d{2}\s*年度?(?:政府)?信息公开(?:工作)?(?:年度)?报告/gu,
];
const contacts = [/(?:联系|咨询|请与|请向|请致电)\s*[：:]?\s*(?<name>[\p{Script=Han}]{4,40})/gu];

/** In the title and before the first section: who wrote the report and whom to ask. One finding for each name. */
function otherAuthors(context: DocumentContext, rule: RuleSpec): readonly RuleFinding[] {
  const { data } = context;
  const endings = wordList(rule, 'agency_endings');
  const lead = context.sections.filter(({ block }, index) => block === undefined && index === 0);
  const leadText = passagesOf(
    lead.flatMap(({ blocks }) => blocks),
    new Set(),
  ).filter(isWritten);
  const found = new Map<string, RuleFinding>();
  for (const sentence of [...titleLine(context), ...sentencesIn(leadText)]) {
    const { text } = sentence;
    const titles = quotedSpans(text);
    for (const pattern of [...authors, ...contacts]) {
      for (const match of text.matchAll(pattern)) {
        if (isWithin(match.index, titles)) continue;
        const name = nameAtEnd(match.groups?.['name'] ?? '', endings);
        if (name === undefined || found.has(name)) continue;
        if (!isOtherAgency(name, data.agency, contacts.includes(pattern) ? 'contact' : 'author')) continue;
        found.set(name, otherName(name, sentence, context));
      }
    }
  }
  return [...found.values()];
}

/** The title in one line, at the place of the first: it is printed in two, the name in the first. */
function titleLine({ passages }: DocumentContext): readonly Sentence[] {
  const lines = passages.filter(({ role }) => role === 'title');
  const [first] = lines;
  if (first === undefined) return [];
  return [{ passage: first, start: 0, end: first.text.length, text: lines.map(({ text }) => text).join('') }];
}

function otherName(name: string, { passage, start, end, text }: Sentence, { data }: DocumentContext): RuleFinding {
  const own = data.agency.name.value;
  return {
    message: {
      zh: `“${excerpt(text)}”写的是“${name}”，报告的单位是“${own}”，可能抄自别的单位。`,
      en: `"${excerpt(text)}" names "${name}", but the report is of "${own}".`,
    },
    facts: { expected: own, actual: name },
    text,
    range: rangeOf(passage, data.source, start, end),
  };
}

/** The agency had another name last year, not declared as a former one, and the text still has it. */
function lastYearsName({ passages, data, previous }: DocumentContext, rule: RuleSpec): readonly RuleFinding[] {
  const history = new RegExp(anyOf(wordList(rule, 'history_words')), 'u');
  const declared = ownNames(data.agency);
  const names = previous.length === 1 ? previous.map(({ data: last }) => last.agency.name.value) : [];
  const old = names.find(
    (name) => name.length >= 4 && declared.every((own) => !own.includes(name) && !name.includes(own)),
  );
  if (old === undefined) return [];
  const sentences = sentencesIn(passages).filter(({ text }) => text.includes(old) && !history.test(text));
  const [first] = sentences;
  if (first === undefined) return [];
  return [
    {
      message: {
        zh: `正文有${sentences.length}句写着上年的单位名称“${old}”，现在的名称是“${data.agency.name.value}”。`,
        en: `Last year's name "${old}" stands in ${sentences.length} sentences; the agency is now "${data.agency.name.value}".`,
      },
      facts: { count: String(sentences.length), expected: data.agency.name.value, actual: old },
      text: first.text,
      ...placesOf(sentences, data.source),
    },
  ];
}
