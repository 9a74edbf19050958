/** D-T2: the parts listed after a whole add up to it. */
import type { Decimal } from 'decimal.js';
import { exact } from '../../../rule/exact.js';
import { decimalText } from '../../../value/number.js';
import type { RuleFinding } from '../../rule-diagnostic.js';
import type { DocumentCheck, DocumentContext } from '../context.js';
import { grouped } from './grouped.js';
import { mentionsIn } from './analysis.js';
import type { Mention } from './mentions.js';
import * as words from './sentences.js';

/** No sentence of a report states so many figures of one unit, and the ways to add them up grow with their cube. */
const MOST_IN_SENTENCE = 100;
const MOST_IN_PASSAGE = 1000;

/** A whole with the parts listed for it. */
interface Listing {
  readonly whole: Mention;
  readonly parts: readonly Mention[];
}

/**
 * A warning where the listed parts are more than the whole, or less where the list is closed (no 等, several parts). Parts
 * that stand for cells of the tables need not be all of them.
 */
export const proseSums: DocumentCheck = (context) => {
  const mentions = mentionsIn(context).filter(({ numeral, inWords }) => numeral.kind === 'count' && !inWords);
  const passages = grouped(mentions, ({ passage }) => passage);
  return [...passages.values()].flatMap((of) =>
    of.length > MOST_IN_PASSAGE ? [] : [...listingFindings(of, context), ...totalFindings(of, context)],
  );
};

function listingFindings(mentions: readonly Mention[], context: DocumentContext): readonly RuleFinding[] {
  const byOrder = new Map(mentions.map((mention) => [mention.order, mention]));
  const groups = grouped(
    mentions.filter(({ whole }) => whole !== undefined),
    ({ whole }) => whole,
  );
  return [...groups].flatMap(([order, members]) => {
    const whole = order === undefined ? undefined : byOrder.get(order);
    const first = members[0];
    if (whole === undefined || first === undefined) return [];
    const alike = members.filter(
      ({ numeral, clause }) => numeral.unit === whole.numeral.unit && clause.depth === first.clause.depth,
    );
    return alike.length === 0 ? [] : listingFinding({ whole, parts: alike }, mentions, context);
  });
}

function listingFinding(
  { whole, parts }: Listing,
  all: readonly Mention[],
  context: DocumentContext,
): readonly RuleFinding[] {
  const listed = runOf(parts.filter((part) => !isInside(part)));
  const first = parts[0];
  if (first === undefined) return [];
  const { unit } = whole.numeral;
  const sentence = all.filter(
    ({ clause, numeral }) => clause.sentence === whole.clause.sentence && numeral.unit === unit,
  );
  if (sentence.length > MOST_IN_SENTENCE) return [];
  // Where the list ends is not always told: any beginning of it may be the whole of it.
  const rest = sentence.filter(({ order, clause }) => order >= first.order && clause.depth === first.clause.depth);
  const beforeList = sentence.filter(
    ({ order, clause }) => order < first.order && clause.segment >= whole.clause.segment,
  );
  if (
    prefixSums(rest)
      .filter((_, index) => mayEndAt(rest, index))
      .some((sum) => sum.count > 1 && beforeList.some((other) => meets(sum, other)))
  )
    return [];
  const sum = sumOf(listed);
  const wholes = [...beforeList, ...(beforeList.length > 1 ? [sumOf(beforeList)] : [])];
  if (wholes.every((other) => sum.low.gt(highOf(other)))) return [finding(whole, listed, sum, context)];
  const tight = beforeList.length === 1 && listed.length > 1 && sum.high.lt(whole.numeral.low);
  return tight && isClosed(whole, listed) && isNearlyAll(sum, whole) ? [finding(whole, listed, sum, context)] : [];
}

/** 、 holds a list together; where it begins with 、 a comma ends it, as does another verb. */
function runOf(parts: readonly Mention[]): readonly Mention[] {
  const byItems = parts[1]?.clause.after === 'item';
  const act = parts[0]?.frame.acts[0]?.id;
  const end = parts.findIndex(({ clause, frame }, index) => {
    if (index === 0) return false;
    if (byItems && clause.after === 'comma') return true;
    const own = frame.acts[0]?.id;
    return own !== undefined && own !== act;
  });
  return end < 0 ? parts : parts.slice(0, end);
}

/** A few of many (其中新闻95条、公告17条 of 500) are only examples; a slip is small. */
function isNearlyAll(sum: Sum, { numeral, passage, start }: Mention): boolean {
  const announced = /分别|分为/u.test(passage.text.slice(start, numeral.end + 6));
  return announced || sum.high.times(5).gte(numeral.low.times(4));
}

/** In the middle of a run of 、 no list ends. */
function mayEndAt(mentions: readonly Mention[], index: number): boolean {
  const next = mentions[index + 1]?.clause.after;
  return next !== 'item' && next !== 'none';
}

/** 微信中原创信息80条 is a part of the part before it. */
function isInside({ passage, clause, numeral }: Mention): boolean {
  return /^[^，、；。]{1,12}[信站博台网]中(?![心国央文介小])/u.test(passage.text.slice(clause.start, numeral.start));
}

function isClosed(whole: Mention, parts: readonly Mention[]): boolean {
  const last = parts.at(-1);
  if (last === undefined) return false;
  const { text } = whole.passage;
  const announced = text.slice(whole.end, parts[0]?.end);
  const after = text.slice(last.end, last.end + 6);
  if (/等|主要|重点|部分|含/u.test(announced) || /^[^。；]{0,3}等/u.test(after)) return false;
  if (
    parts.some(
      ({ frame, readings }) =>
        frame.signs.has('open') ||
        readings.length > 0 ||
        (whole.readings.length > 0 && frame.details.length + frame.applicants.length > 0),
    )
  )
    return false;
  return parts.length > 2 || whole.frame.signs.has('total') || announced.includes('分别');
}

/** 网上5件、信函7件，共12件: a bare total after what it adds up. */
function totalFindings(mentions: readonly Mention[], context: DocumentContext): readonly RuleFinding[] {
  return mentions.flatMap((total) => {
    const { frame, clause, numeral, order, whole } = total;
    const bare = frame.signs.has('total') && frame.objects.length + frame.acts.length === 0 && !frame.unknown;
    if (!bare || whole !== undefined || clause.after !== 'comma') return [];
    const before = mentions.filter(
      (other) =>
        other.order < order && other.clause.sentence === clause.sentence && other.clause.depth === clause.depth,
    );
    if (before.length < 2 || before.some((other) => other.numeral.unit !== numeral.unit)) return [];
    const suffixes = before.map((_, index) => sumOf(before.slice(index)));
    if (suffixes.some((sum) => meets(sum, total)) || before.some((other) => meets(sumOf([other]), total))) return [];
    const listed = runOf(before);
    if (listed.length < before.length) return [];
    return [finding(total, before, sumOf(before), context)];
  });
}

interface Sum {
  readonly low: Decimal;
  readonly high: Decimal;
  readonly count: number;
}

function sumOf(mentions: readonly Mention[]): Sum {
  return mentions.reduce<Sum>(
    (sum, { numeral }) => ({ low: sum.low.plus(numeral.low), high: sum.high.plus(numeral.high), count: sum.count + 1 }),
    { low: exact(0), high: exact(0), count: 0 },
  );
}

function prefixSums(mentions: readonly Mention[]): readonly Sum[] {
  return mentions.slice(0, 60).map((_, index) => sumOf(mentions.slice(0, index + 1)));
}

function meets(sum: Sum, { numeral }: Mention): boolean {
  return sum.low.lte(numeral.high) && numeral.low.lte(sum.high);
}

function highOf(other: Mention | Sum): Decimal {
  return 'numeral' in other ? other.numeral.high : other.high;
}

function finding(whole: Mention, parts: readonly Mention[], sum: Sum, context: DocumentContext): RuleFinding {
  const stated = whole.numeral.text;
  const figures = parts.map(({ numeral }) => numeral.text);
  const total = decimalText(sum.low);
  const more = sum.low.gt(whole.numeral.high);
  const difference = decimalText(more ? sum.low.minus(whole.numeral.high) : whole.numeral.low.minus(sum.high));
  const { unit } = whole.numeral;
  return {
    message: {
      zh: `正文“${words.excerptOf(whole)}”写的是 ${stated}，所列各项${figures.join('、')}之和为 ${total}${unit}，${more ? '多' : '少'} ${difference}${unit}。`,
      en: `The text "${words.excerptOf(whole)}" states ${stated}; the parts listed (${figures.join(', ')}) add up to ${total}${unit}, ${difference} ${more ? 'more' : 'less'}.`,
    },
    range: words.rangeOfMention(whole, context),
    facts: { stated, sum: total, difference },
    related: parts.slice(0, 12).map((part) => words.mentionPlace(part, context)),
    text: words.sentenceOf(whole),
  };
}
