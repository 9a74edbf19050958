/** D-P1: numbers of identity cards, mobile phones and bank cards in a text about to be published. */
import type { Bilingual } from '../../diagnostic/diagnostic.js';
import type { RuleFinding } from '../rule-diagnostic.js';
import type { DocumentCheck, DocumentContext } from './context.js';
import { masked, personalNumbers, type NumberContext, type PersonalNumber } from './personal-numbers.js';
import { rangeOf } from './passages.js';
import { wordList } from './options.js';
import { around, mostFindings } from './text-places.js';

const names: Readonly<Record<PersonalNumber['kind'], Bilingual>> = {
  identity: { zh: '公民身份号码', en: 'the number of an identity card' },
  mobile: { zh: '个人手机号码', en: 'the number of a mobile phone' },
  bankCard: { zh: '银行卡号', en: 'the number of a bank card' },
};

/**
 * One finding for each number in any printed line or title of an attachment, shown masked. Stated contacts of the office and
 * credit codes of organisations are fine.
 */
export const personalData: DocumentCheck = (context, rule) => {
  const words: NumberContext = {
    contact: wordList(rule, 'contact_words'),
    person: wordList(rule, 'person_words'),
    identity: wordList(rule, 'identity_words'),
    account: wordList(rule, 'account_words'),
    office: wordList(rule, 'office_words'),
  };
  const { passages, data } = context;
  const printed = passages.flatMap((passage) =>
    personalNumbers(passage.text, words).map((found) =>
      findingOf(found, passage.text, rangeOf(passage, data.source, found.start, found.end)),
    ),
  );
  return [...printed, ...inAttachments(context, words)].slice(0, mostFindings);
};

function inAttachments({ data }: DocumentContext, words: NumberContext): readonly RuleFinding[] {
  return data.attachments.flatMap(({ file, title = '' }) =>
    [title, file.value].flatMap((text) =>
      personalNumbers(text, words).map((found) => findingOf(found, text, file.range)),
    ),
  );
}

function findingOf({ kind, start, end }: PersonalNumber, text: string, range: RuleFinding['range']): RuleFinding {
  const shown = masked(text.slice(start, end));
  const before = masked(text.slice(Math.max(0, start - 20), start));
  const sentence = `${before}${shown}${masked(text.slice(end, end + 20))}`;
  return {
    message: {
      zh: `“${around(sentence, before.length, before.length + shown.length)}”像是${names[kind].zh}，公布出去就是泄露个人信息。`,
      en: `"${around(sentence, before.length, before.length + shown.length)}" looks like ${names[kind].en}; publishing it discloses personal data.`,
    },
    facts: { kind, number: shown },
    text: sentence,
    confidential: true,
    range,
  };
}
