/** What programs leave behind: entities, tags, undefined, #REF!, mojibake, and places nobody filled (XX, ××, ○○). */
import type { Bilingual } from '../../../diagnostic/diagnostic.js';
import type { Passage } from '../passages.js';
import { anyOf, perRule, wordList } from '../options.js';
import { around, isWritten, sentenceAt } from '../text-places.js';
import { linkSpans } from '../latin-words.js';
import { addressSpans } from '../web-addresses.js';
import { isWithin } from '../years.js';
import type { Leftover, LeftoverSearch } from './leftover.js';

interface Kind {
  readonly pattern: RegExp;
  readonly name: Bilingual;
  readonly hint: Bilingual;
  /** Kinds that another stage tells of in running text. */
  readonly toldInText?: boolean;
  /** Looked for in addresses too. */
  readonly inAddresses?: boolean;
}

/**
 * One leftover for each different thing in a passage of any kind. U+FFFD and circles (○○○) are told where the text is read,
 * tags of running text where it is composed.
 */
export const machineResidue: LeftoverSearch = ({ passages }, rule) => {
  const kinds = kindsOf(rule);
  const found = new Map<string, Leftover & { others: Leftover['place'][] }>();
  for (const passage of passages) {
    for (const kind of kinds) {
      if (kind.toldInText === true && isWritten(passage)) continue;
      for (const { 0: residue, index } of matchesOf(kind, passage)) {
        const place = { passage, start: index, end: index + residue.length };
        const known = found.get(residue);
        if (known === undefined) found.set(residue, leftover(place, residue, kind));
        else if (known.others.length < 4) known.others.push(place);
      }
    }
  }
  return [...found.values()];
};

function leftover(place: Leftover['place'], residue: string, kind: Kind): Leftover & { others: Leftover['place'][] } {
  const { text } = place.passage;
  return {
    place,
    sentence: sentenceAt(place),
    message: {
      zh: `正文里有${kind.name.zh}“${residue.slice(0, 20)}”：“${around(text, place.start, place.end)}”。`,
      en: `The text has ${kind.name.en} "${residue.slice(0, 20)}": "${around(text, place.start, place.end)}".`,
    },
    hint: kind.hint,
    others: [],
  };
}

function matchesOf({ pattern, inAddresses }: Kind, passage: Passage): readonly RegExpExecArray[] {
  const matches = [...passage.text.matchAll(pattern)];
  if (matches.length === 0 || inAddresses === true) return matches;
  const passed = [...addressSpans(passage.text), ...linkSpans(passage)];
  return matches.filter(({ index }) => !isWithin(index, passed));
}

const retype: Bilingual = { zh: '换成原来的文字，或删去。', en: 'Put back the words that belong there, or delete it.' };

const kindsOf = perRule((rule): readonly Kind[] => [
  {
    pattern: new RegExp(`(?<![A-Za-z0-9_])${anyOf(wordList(rule, 'machine_words'))}(?![A-Za-z0-9_])`, 'gu'),
    name: { zh: '程序留下的', en: 'the residue of a program' },
    hint: retype,
  },
  {
    pattern: /&(?:[A-Za-z]{2,8}|#\d{1,6}|#x[0-9A-Fa-f]{1,6});/gu,
    name: { zh: '网页代码', en: 'the code of a web page' },
    hint: retype,
  },
  {
    pattern: /<\/?[A-Za-z][^<>]{0,200}>/gu,
    name: { zh: '网页代码', en: 'the code of a web page' },
    hint: retype,
    toldInText: true,
  },
  {
    pattern: /(?<=[：:（(址])\s{0,3}\/[\w-]{1,60}(?:\/[\w.-]{1,100}){1,20}/gu,
    name: { zh: '缺少网站域名的地址', en: 'an address without its host' },
    hint: { zh: '写完整的网址，从 https:// 开始。', en: 'Give the whole address, beginning with https://.' },
    inAddresses: true,
  },
  {
    // UTF-8 read as GBK (，and 、 turn into 锛 and 銆), as Latin-1, and two marks of failed conversions.
    pattern: /锟斤拷|烫烫烫|屯屯屯|[锛銆]\p{Script=Han}{0,2}|(?:[ÃÂâäåæçèéï][\u0080-\u00bf\u2018-\u203a]){2,20}/gu,
    name: { zh: '乱码', en: 'garbled characters' },
    hint: { zh: '文件的编码弄错过；请用原文重新粘贴这一段。', en: 'Paste the passage again from its source.' },
  },
  {
    pattern:
      /(?<![A-Za-z0-9×＊*])(?:[xX]{2,}|[×✕＊]{2,})(?![A-Za-z0-9×＊])|(?<![一二三四五六七八九十○〇◯])(?:○○|◯◯)(?![○〇◯一二三四五六七八九年])|[×✕](?=[年月日市县区省件条])/gu,
    name: { zh: '没有填写的', en: 'a place that was not filled in:' },
    hint: { zh: '换成实际内容；没有这方面内容的，删去那一句。', en: 'Put in what belongs there.' },
  },
]);
