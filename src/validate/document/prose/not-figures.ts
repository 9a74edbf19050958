/** Spans of a text whose digits are no figures: dates, years, document numbers, telephones, addresses, ordinals, clauses. */
import { withPlainDigits, type Span } from '../years.js';

/** A year or a date named in a text. `part`: it names less than a whole year (a month, a day, a quarter). */
export interface DateMention extends Span {
  /** Absent for 3月 and the like. */
  readonly year?: number;
  readonly part: boolean;
}

/** Years, dates and months of a text in order. */
export function datesOf(text: string): readonly DateMention[] {
  return [...withPlainDigits(text).matchAll(dates)].map((match) => {
    const [all, year, month, day, bareMonth] = match;
    const ends = month === '12' && (day === undefined || day === '31');
    return {
      start: match.index,
      end: match.index + all.length,
      ...(year === undefined ? {} : { year: Number(year) }),
      part: bareMonth !== undefined || (month !== undefined && !ends),
    };
  });
}

const dates =
  /(?<!\d)((?:19|20)\d{2})\s{0,2}年(?:度|初|底|末|全年)?(?:\s{0,2}(\d{1,2})\s{0,2}月(?:份|底|初|\s{0,2}(\d{1,2})\s{0,2}日)?)?|(?<!\d)(\d{1,2})\s{0,2}月(?:份|底|初|\s{0,2}\d{1,2}\s{0,2}日)?/gu;

/** Offsets that no figure may begin at, with where to go on; `named` are the titles, document numbers and dates of the text. */
export function maskOf(text: string, named: readonly Span[]): (offset: number) => number | undefined {
  const plain = withPlainDigits(text);
  const spans = [
    ...named,
    ...others.flatMap((pattern) =>
      [...plain.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
    ),
  ].sort((a, b) => a.start - b.start);
  const ends = new Int32Array(text.length);
  for (const { start, end } of spans) for (let at = start; at < end; at++) ends[at] = Math.max(ends[at] ?? 0, end);
  return (offset) => (ends[offset] === 0 ? undefined : ends[offset]);
}

const others = [
  // addresses of the web and of mail, ways in a file tree
  /(?:https?:\/\/|www\.)[^\s，。；）)]{1,200}/giu,
  /@[A-Za-z0-9.-]{1,64}/gu,
  // telephones, post codes, hotlines
  /\d{3,4}\s?[-—－–]\s?\d{7,8}/gu,
  /(?:电话|传真|邮编|邮政编码|热线|手机)[^，。；\d]{0,6}[:：]?\s?\d{5,12}/gu,
  /(?<!\d)(?:12\d{3}|96\d{3,4}|110|119|120)(?=[热平公市便服短客政微转接和及、”"'）)])/gu,
  // ordinals and clauses
  /第\s?[\d一二三四五六七八九十百零〇]{1,8}\s?[条款项章节届次期批名位号个]?/gu,
  /前\s?[\d一二三四五六七八九十]{1,4}(?=[名位])/gu,
  /[一二三四五六七八九十]{1,3}是/gu,
  /\d{1,4}\s?(?:号|时|℃|版|楼|室|栋|层|路|点钟|∶|:\d)/gu,
  // quoted catchwords: “8+2”, “三审三校”, “一次办好”
  /[“「『][^“”「」『』。；]{1,40}[”」』]/gu,
  // numbers of items: （一）, (2), 1. 2、 at the head
  /[（(]\s?[\d一二三四五六七八九十]{1,3}\s?[）)]/gu,
  /^\s{0,8}(?:\d{1,2}\s?[.．、](?!\d)|[一二三四五六七八九十]{1,3}、)/gmu,
  /[A-Za-z]{1,10}[-_]?\d{1,10}/gu,
  /\d{1,4}[+×x/·]\d{1,4}/giu,
] as const;
